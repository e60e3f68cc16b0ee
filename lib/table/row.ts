/** What a function over rows is given: a view of one row, which knows the columns there are. */
import { type Column, unknownColumn } from "./column.ts";

/** Gives a view of the row at a position. Each is a view of its own, so it may be kept. */
export type Viewer = (at: number) => object;

/**
 * Views of the rows of some columns. A view reads like an object with the columns in their order,
 * cannot be written to, and refuses a column that is not there.
 *
 * @param columns the columns by their names, in order
 */
export function viewer(columns: ReadonlyMap<string, Column>): Viewer {
  // An index into an array is a third of the time that its `at` takes.
  const arrays = new Map<string | symbol, readonly unknown[]>();
  for (const [name, column] of columns) {
    arrays.set(name, Array.isArray(column) ? column : Array.from(column));
  }
  const handler: ProxyHandler<{ readonly at: number }> = {
    get(row, name) {
      const values = arrays.get(name);
      if (values !== undefined) return values[row.at];
      // What every object answers to, and what JSON asks for, is no misspelt column.
      if (typeof name === "symbol" || name in Object.prototype || name === "toJSON") {
        return Reflect.get(Object.prototype, name);
      }
      throw unknownColumn(name, [...columns.keys()]);
    },
    has: (_, name) => arrays.has(name),
    ownKeys: () => [...columns.keys()],
    getOwnPropertyDescriptor(row, name) {
      const values = arrays.get(name);
      if (values === undefined) return undefined;
      return { value: values[row.at], enumerable: true, configurable: true, writable: false };
    },
    set: () => false,
  };
  return (at) => new Proxy({ at }, handler);
}
