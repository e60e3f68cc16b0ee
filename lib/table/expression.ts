/** How what an analyst writes for a column is told apart: functions, ops by name, text, helpers. */
import type { RowFunction, Window } from "./op.ts";

/** What an object or a map names. */
export function namedIn(values: unknown): [string, unknown][] {
  return values instanceof Map ? [...values] : Object.entries(values ?? {});
}

/** What Arquero's helpers say of an expression, e.g. `desc(…)`. */
export interface Wrapped {
  readonly expr?: unknown;
  readonly desc?: boolean;
  readonly collate?: (a: unknown, b: unknown) => number;
  readonly window?: Window;
}

/** What a helper says of a value; nothing where it is no helper's. */
export function wrapped(value: unknown): Wrapped {
  return typeof value === "object" && value !== null && "expr" in value ? value as Wrapped : {};
}

/** The ordinary function that an expression is, if it is one. */
export function functionIn(value: unknown): RowFunction | undefined {
  const { expr = value } = wrapped(value);
  return typeof expr === "function" ? expr as RowFunction : undefined;
}

/**
 * What Arquero computes by itself: a text, or an op by a column's name.
 *
 * @throws {TypeError} in Chinese, for anything else
 */
export function expressionIn(value: unknown): unknown {
  if (typeof value === "string" || isOperation(value) || "expr" in wrapped(value)) return value;
  throw new TypeError('列要由函数、op 或表达式算出，如 row => row.人数 * 2、op.mean("人数")');
}

/** Whether a value is an op by a column's name. */
export function isOperation(value: unknown): boolean {
  return typeof value === "object" && value !== null && "fields" in value && "params" in value;
}
