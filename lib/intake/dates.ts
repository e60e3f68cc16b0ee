/** Dates as exports write them: 20240701, 202407, 2024-07-01, 2024/7/1, 2024年7月1日. */

/** A day; month and day are 1 where the text does not say. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const FORMS = [
  /^(\d{4})(\d{2})(\d{2})$/,
  /^(\d{4})(\d{2})$/,
  /^(\d{4})$/,
  /^(\d{4})[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?)?$/,
];

/** The day that a text writes, or undefined if it writes none that exists. */
export function dayOf(text: string): Day | undefined {
  for (const form of FORMS) {
    const match = form.exec(text);
    if (match === null) continue;
    const [year, month, day] = [match[1], match[2] ?? "1", match[3] ?? "1"].map(Number);
    if (year === undefined || month === undefined || day === undefined) return undefined;
    const date = new Date(Date.UTC(year, month - 1, day));
    const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
    return exists && year > 1900 && year < 2200 ? { year, month, day } : undefined;
  }
  return undefined;
}

/** A day as a number that grows with time. */
export function order({ year, month, day }: Day): number {
  return year * 10_000 + month * 100 + day;
}
