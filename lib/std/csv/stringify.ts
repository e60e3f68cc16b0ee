/** An index into an array, or a key of an object. */
export type PropertyAccessor = number | string;

/** Where the values of a column are found, and what its header says if not the last accessor. */
export type ColumnDetails = {
  header?: string;
  prop: PropertyAccessor | PropertyAccessor[];
};

/** A column: a key, a path of keys, or either with a header of its own. */
export type Column = ColumnDetails | PropertyAccessor | PropertyAccessor[];

/** A row: an object or an array. */
export type DataItem = Readonly<Record<string, unknown> | unknown[]>;

/** How {@linkcode stringify} writes. */
export type StringifyOptions = {
  /** Write the row of headers, if there are columns; `true` by default. */
  headers?: boolean;
  /** What stands between two fields; `","` by default. */
  separator?: string;
  /** The columns, in order. Rows that are objects need them. */
  columns?: readonly Column[];
  /** Begin with a byte-order mark, by which Excel knows UTF-8; `false` by default. */
  bom?: boolean;
};

const CRLF = "\r\n";

/**
 * Writes rows as CSV. Each line ends with CRLF; a field is quoted if it has the separator, a quote
 * or an LF; null and undefined are empty; objects are written as JSON.
 *
 * @param data The rows.
 * @param options See {@linkcode StringifyOptions}.
 * @returns The text.
 * @throws {TypeError} If the separator has a quote or CRLF, if rows are objects and no columns are
 * given, or if a column asks an array for a key that is no number.
 */
export function stringify(
  data: readonly DataItem[],
  options?: StringifyOptions,
): string {
  const { headers = true, separator = ",", columns = [], bom = false } = options ?? {};
  if (separator.includes('"') || separator.includes(CRLF)) {
    throw new TypeError(
      "Separator cannot include the following strings:\n" +
        '  - U+0022: Quotation mark (")\n' +
        "  - U+000D U+000A: Carriage Return + Line Feed (\\r\\n)",
    );
  }
  const paths = columns.map(pathOf);
  const line = (values: readonly unknown[]) =>
    values.map((value) => encode(value, separator)).join(separator) + CRLF;

  const head = headers && columns.length > 0 ? line(columns.map(headerOf)) : "";
  const body = data.map((item) => line(valuesOf(item, paths)));
  return (bom ? "\ufeff" : "") + head + body.join("");
}

function pathOf(column: Column): readonly PropertyAccessor[] {
  if (Array.isArray(column)) return column;
  return typeof column === "object" ? pathOf(column.prop) : [column];
}

function headerOf(column: Column): string {
  const given = typeof column === "object" && !Array.isArray(column) ? column.header : undefined;
  return typeof given === "string" ? given : String(pathOf(column).at(-1));
}

function valuesOf(
  item: DataItem,
  paths: readonly (readonly PropertyAccessor[])[],
): readonly unknown[] {
  if (paths.length > 0) {
    return paths.map((path) => path.reduce<unknown>(member, item));
  }
  if (Array.isArray(item)) return item;
  throw new TypeError("No property accessor function was provided for object");
}

/** A value that has no members stands for itself, however long the path still is. */
function member(value: unknown, key: PropertyAccessor): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value) && typeof key !== "number") {
    throw new TypeError('Property accessor is not of type "number"');
  }
  return Reflect.get(value, key);
}

function encode(value: unknown, separator: string): string {
  if (value === undefined || value === null) return "";
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return text.includes(separator) || text.includes("\n") || text.includes('"')
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}
