/** A row: an object or an array. */
export type DataItem = Readonly<Record<string, unknown> | unknown[]>;

/** How {@linkcode stringify} writes. */
export type StringifyOptions = {
  /** The keys of the columns, in order, which are their headers too. Rows that are objects need them. */
  columns?: readonly string[];
};

const CRLF = "\r\n";

/**
 * Writes rows as CSV. Each line ends with CRLF; a field is quoted if it has a comma, a quote or an
 * LF; null and undefined are empty; objects are written as JSON.
 *
 * @param data The rows.
 * @param options See {@linkcode StringifyOptions}.
 * @returns The text.
 * @throws {TypeError} If rows are objects and no columns are given, or arrays and columns are.
 */
export function stringify(data: readonly DataItem[], options: StringifyOptions = {}): string {
  const { columns = [] } = options;
  const rows = data.map((item) => valuesOf(item, columns));
  const lines = columns.length > 0 ? [columns, ...rows] : rows;
  return lines.map((values) => values.map(encode).join(",") + CRLF).join("");
}

function valuesOf(item: DataItem, columns: readonly string[]): readonly unknown[] {
  if (columns.length > 0) {
    if (Array.isArray(item)) throw new TypeError('Property accessor is not of type "number"');
    return columns.map((key) => Reflect.get(item, key));
  }
  if (Array.isArray(item)) return item;
  throw new TypeError("No property accessor function was provided for object");
}

function encode(value: unknown): string {
  if (value === undefined || value === null) return "";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
