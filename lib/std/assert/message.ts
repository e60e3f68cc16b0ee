import { diff } from "node:util";

/** How a sentence of a message ends: with the caller's own words, if there are any. */
export function ending(msg?: string): string {
  return msg ? `: ${msg}` : ".";
}

/** A value as text, whole and in an order that does not depend on how it was built. */
export function show(value: unknown): string {
  return Deno.inspect(value, {
    depth: Infinity,
    sorted: true,
    trailingComma: true,
    compact: false,
    iterableLimit: Infinity,
    getters: true,
    strAbbreviateSize: Infinity,
  });
}

/** Colours a text for the terminal unless the user wants none. */
export function paint(text: string, colour: Colour): string {
  return Deno.noColor ? text : `\x1b[1m\x1b[${COLOURS[colour]}m${text}\x1b[39m\x1b[22m`;
}

type Colour = "red" | "green" | "grey";
const COLOURS: Record<Colour, number> = { red: 31, green: 32, grey: 90 };

/**
 * Two values line by line: `-` before what only `actual` has, `+` before what only `expected` has.
 *
 * @returns The lines, under a heading, for the end of a message.
 */
export function difference(actual: unknown, expected: unknown): string {
  const strings = typeof actual === "string" && typeof expected === "string";
  const lines = strings
    ? differingLines(visible(actual), visible(expected))
    : differingLines(show(actual), show(expected));
  const heading = `    ${paint("[Diff]", "grey")} ${paint("Actual", "red")} / ${
    paint("Expected", "green")
  }`;
  // A difference of strings ends with one empty line more, the end of their last line.
  return ["", "", heading, "", "", ...lines, ...(strings ? [""] : []), ""].join(
    "\n",
  );
}

function differingLines(actual: string, expected: string): string[] {
  return diff(actual.split("\n"), expected.split("\n")).map(([side, line]) => {
    if (side === 0) return `    ${line}`;
    return side > 0 ? paint(`-   ${line}`, "red") : paint(`+   ${line}`, "green");
  });
}

/** A string with its invisible characters written out, its line ends kept. */
function visible(text: string): string {
  const names: Record<string, string> = {
    "\\": "\\\\",
    "\b": "\\b",
    "\f": "\\f",
    "\t": "\\t",
    "\v": "\\v",
    "\r": "\\r",
    "\n": "\\n\n",
  };
  return text.replace(
    /[\\\b\f\t\v\r\n]/g,
    (character) => names[character] ?? character,
  );
}
