import { AssertionError } from "./assertion_error.ts";
import { ending } from "./message.ts";

/** What counts as false. */
export type Falsy = false | 0 | 0n | "" | null | undefined;

/**
 * Asserts that a value counts as true.
 *
 * @throws {AssertionError} With `msg`, if it does not.
 */
export function assert(expr: unknown, msg = ""): asserts expr {
  if (!expr) throw new AssertionError(msg);
}

/**
 * Asserts that a value counts as false.
 *
 * @throws {AssertionError} With `msg`, if it does not.
 */
export function assertFalse(expr: unknown, msg = ""): asserts expr is Falsy {
  if (expr) throw new AssertionError(msg);
}

/**
 * Asserts that a value is neither null nor undefined.
 *
 * @throws {AssertionError} If it is.
 */
export function assertExists<T>(
  actual: T,
  msg?: string,
): asserts actual is NonNullable<T> {
  if (actual !== undefined && actual !== null) return;
  throw new AssertionError(
    `Expected actual: "${actual}" to not be null or undefined${ending(msg)}`,
  );
}

/**
 * Fails.
 *
 * @throws {AssertionError} Always.
 */
export function fail(msg?: string): never {
  throw new AssertionError(`Failed assertion${ending(msg)}`);
}

/**
 * Stands in a function that is still to be written.
 *
 * @throws {AssertionError} Always.
 */
export function unimplemented(msg?: string): never {
  throw new AssertionError(`Unimplemented${ending(msg)}`);
}

/**
 * Stands where the program never comes.
 *
 * @throws {AssertionError} Always.
 */
export function unreachable(msg?: string): never {
  throw new AssertionError(`Unreachable${ending(msg)}`);
}
