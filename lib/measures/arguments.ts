/**
 * What a cell hands to a measure by mistake. Cells run without the type checker, so that a wrong
 * argument would give a wrong table, or an error about something else. Messages are for analysts.
 */

/**
 * @param what what the number says, e.g. `most（列几个）`
 * @throws {TypeError} in Chinese, if it is neither a whole number from 0 up nor Infinity
 */
export function requireCount(value: unknown, what: string): void {
  if (value === Infinity || Number.isSafeInteger(value) && Number(value) >= 0) return;
  throw new TypeError(`${what}要一个不小于 0 的整数，现在是 ${shown(value)}`);
}

/**
 * @param names what should be a list of columns' names
 * @param form how the function is called, e.g. `tally(表, ["列", "列"], "人数")`
 * @param least how many there are at least
 * @throws {TypeError} in Chinese, if one of them is missing or is no name
 */
export function requireNames(names: unknown, form: string, least = 0): void {
  const isName = (one: unknown) => typeof one === "string" && one !== "";
  const list: unknown[] = Array.isArray(names) ? names : [names, null];
  if (list.length >= least && list.every(isName)) return;
  const wrong = Array.isArray(names) ? names.find((one) => !isName(one)) : names;
  throw new TypeError(`应写成 ${form}；现在该写名称的地方是 ${shown(wrong)}`);
}

function shown(value: unknown): string {
  if (value === undefined) return "空的";
  return typeof value === "number" ? String(value) : JSON.stringify(value) ?? String(value);
}
