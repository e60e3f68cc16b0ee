/** A printed percentage as an exact number: its digits without the point, and how many stand after it. */

/** `"45.74"` is 4574 units of which 100 make one per cent. */
export interface Printed {
  /** The percentage in units of its last printed digit. */
  readonly units: number;
  /** Digits after the point. */
  readonly decimals: number;
}

/**
 * The percentage that a cell holds, or null if it holds none. Full-width digits and signs are read
 * as their usual forms, a per cent sign is passed over. Signs, exponents and a missing whole part
 * are not percentages.
 */
export function readPrinted(text: string): Printed | null {
  const match = /^(\d+)(?:\.(\d+))?\s*%?$/.exec(plain(text));
  if (match === null) return null;
  const [, whole = "", fraction = ""] = match;
  return { units: Number(whole + fraction), decimals: fraction.length };
}

/**
 * The whole number that a cell holds, or null if it holds none. Thousands may be set off by commas,
 * but then all of them: `1,234` is a number, `12,34` is not.
 */
export function readWhole(text: string): number | null {
  const digits = plain(text);
  if (!/^(\d+|\d{1,3}(,\d{3})+)$/.test(digits)) return null;
  return Number(digits.replaceAll(",", ""));
}

/** Units written as print has them: `writeUnits(4574, 2)` is `"45.74"`. */
export function writeUnits(units: number, decimals: number): string {
  const digits = String(units).padStart(decimals + 1, "0");
  if (decimals === 0) return digits;
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Units in a hundred per cent at this many decimals. */
export function unitsInWhole(decimals: number): number {
  return 100 * 10 ** decimals;
}

/** Compatibility forms (full-width digits, ％ and ，) as the plain characters they stand for. */
function plain(text: string): string {
  return text.normalize("NFKC").trim();
}
