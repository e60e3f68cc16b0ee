/** How the benchmark says what it measured: a name and figures in columns. */

/** Prints a line of a table. */
export function line(name: string, ...values: readonly string[]): void {
  console.log(`  ${name.padEnd(30)}${values.map((value) => value.padStart(15)).join("")}`);
}

/** Prints a goal, and whether it was reached. */
export function goalLine(name: string, reached: string, goal: string, met: boolean): void {
  line(name, reached, goal, met ? "reached" : "not reached");
}

/** A ratio as it is said. */
export const times = (ratio: number) => `${ratio.toFixed(1)} ×`;
