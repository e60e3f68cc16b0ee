/** One thing wrong with the data, said so that an analyst can go and mend it. */
export interface Fault {
  /** Path of the file as the analyst knows it, e.g. `data/2023/graduates.csv`. */
  readonly file: string;
  /** Row as a spreadsheet numbers it: the header is row 1. */
  readonly row?: number;
  /** Header of the column, or name of the entry in a JSON file. */
  readonly column?: string;
  /** The text found there. */
  readonly found?: string;
  /** What would have been right, in plain Chinese. */
  readonly expected: string;
}

/** How many faults a message spells out before it only counts. */
const SHOWN = 50;

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

function describe(faults: readonly Fault[]): string {
  const lines = faults.slice(0, SHOWN).map((fault) => `  · ${sentence(fault)}`);
  const rest = faults.length - lines.length;
  if (rest > 0) lines.push(`  …… 另有 ${rest} 处未列出`);
  return [`数据有 ${faults.length} 处问题，请改正后重新运行：`, ...lines].join("\n");
}

function sentence({ file, row, column, found, expected }: Fault): string {
  const place = [
    file,
    row === undefined ? "" : `第 ${row} 行`,
    column === undefined ? "" : `“${column}”${file.endsWith(".json") ? "项" : "列"}`,
  ].filter((part) => part !== "").join(" ");
  const value = found === undefined ? "" : `现为“${found}”，`;
  return `${place}：${value}${expected}`;
}
