/** Which tables tell of persons one by one: no page, file or screen shows such rows. */
import type { Frame } from "../table/frame.ts";

/** Columns that tell one person (or one response) from another, in tables that nobody has marked. */
const IDENTIFYING = ["学号", "问卷编号"];

/** Whether each row of a table is a person's. */
export function isOfPersons(frame: Frame<object>): boolean {
  return frame.ofPersons || frame.names.some((name) => IDENTIFYING.includes(name));
}

/** @throws {TypeError} in Chinese, for rows of persons */
export function requireNoPersons(frame: Frame<object>): void {
  if (!isOfPersons(frame)) return;
  throw new TypeError("这个表一人（一卷）一行，不能逐行列出；请先用 tally、rollup 汇总");
}
