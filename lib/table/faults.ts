/** What is wrong with the data, told to an analyst: grouped by cause, fit for a terminal, naming no person. */
import { visible } from "./characters.ts";

/** One thing wrong with the data, said so that an analyst can go and mend it. */
export interface Fault {
  /** Path of the file as the analyst knows it, e.g. `data/2023/graduates.csv`. */
  readonly file: string;
  /** Row as a spreadsheet numbers it: the header is row 1. */
  readonly row?: number;
  /** Header of the column, or name of the entry in a JSON file. */
  readonly column?: string;
  /** The text found there; left out where it tells a person, as a 学号 does. */
  readonly found?: string;
  /** An earlier row that this one repeats; `expected` says what of it. */
  readonly against?: number;
  /** What would have been right, in plain Chinese. */
  readonly expected: string;
}

/** How many causes a message spells out before it only counts. */
const SHOWN = 50;

/** How many rows of a cause it names, and how long a cell it shows. */
const [ROWS, LENGTH] = [3, 60];

/** All faults found together; its message is for the analyst, `faults` is for programs. */
export class DataError extends Error {
  override readonly name = "DataError";
  readonly faults: readonly Fault[];

  /** @param faults at least one fault, in the order in which they should be read */
  constructor(faults: readonly Fault[]) {
    super(describe(faults));
    this.faults = faults;
  }
}

/**
 * Throws when anything was found, so that a reader can gather faults freely and stop once.
 *
 * @throws {DataError} if `faults` is not empty
 */
export function throwIfAny(faults: readonly Fault[]): void {
  if (faults.length > 0) throw new DataError(faults);
}

/**
 * Runs a reader and keeps what it reports with what was found before, so that one file's faults do
 * not hide another's.
 *
 * @param faults where the reader's faults are added
 * @returns what it read; undefined where it reported anything
 */
export function gather<T>(faults: Fault[], read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    faults.push(...error.faults);
    return undefined;
  }
}

/** A line a cause, by file and first row: the same value wrong in 412 rows is one thing to mend. */
function describe(faults: readonly Fault[]): string {
  const causes = [
    ...Map.groupBy(
      faults,
      ({ file, column, found, against, expected }) =>
        JSON.stringify([file, column, found, against === undefined, expected]),
    ).values(),
  ];
  const lines = causes.slice(0, SHOWN).map((cause) => `  · ${visible(sentence(cause))}`);
  const rest = causes.slice(SHOWN).flat().length;
  if (rest > 0) lines.push(`  …… 另有 ${rest} 处未列出`);
  const kinds = causes.length < faults.length ? `（归为 ${causes.length} 种）` : "";
  return [`数据有 ${faults.length} 处问题${kinds}，请改正后重新运行：`, ...lines].join("\n");
}

/** A cause in a sentence. */
function sentence(cause: readonly Fault[]): string {
  const [{ file, row, column, found, expected } = { file: "", expected: "" }] = cause;
  const many = cause.length > 1;
  const place = [
    file,
    many || row === undefined ? "" : `第 ${row} 行`,
    column === undefined ? "" : `“${masked(column)}”${file.endsWith(".json") ? "项" : "列"}`,
  ].filter((part) => part !== "").join(" ");
  const parts = [
    ...(found === undefined ? [] : [`现为“${shown(found)}”`]),
    ...(many ? [`${cause.length} 处`, ...rowList(cause.map((fault) => fault.row))] : []),
    rowList(cause.map((fault) => fault.against)).map((rows) => `与${rows}`).join("") +
    masked(expected),
  ];
  return `${place}：${parts.join("，")}`;
}

/** `第 3、9、17… 行`, or nothing where there are no rows. */
function rowList(rows: readonly (number | undefined)[]): string[] {
  const known = [...new Set(rows.filter((row) => row !== undefined))];
  if (known.length === 0) return [];
  return [`第 ${known.slice(0, ROWS).join("、")}${known.length > ROWS ? "…" : ""} 行`];
}

/** A cell as a message shows it. */
function shown(cell: string): string {
  const characters = [...masked(cell)];
  if (characters.length <= LENGTH) return characters.join("");
  return `${characters.slice(0, LENGTH).join("")}…（共 ${[...cell].length} 字）`;
}

/**
 * A text with its long numbers told by their length alone: where columns have slipped or the header
 * is missing, any cell may hold a 学号, a 身份证号 or a telephone.
 */
function masked(text: string): string {
  return text.replace(/[0-9A-Za-z]*\d{7,}[0-9A-Za-z]*/g, (long) => `〈${long.length} 位号码〉`);
}
