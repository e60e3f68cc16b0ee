import { AssertionError } from "./assertion_error.ts";
import { equal } from "./equal.ts";
import { ending, show } from "./message.ts";

/** Anything with items and a length, except a string. */
export type ArrayLikeArg<T> = ArrayLike<T> & object;

/**
 * Asserts that `actual` has every item of `expected`, in any order.
 *
 * @throws {AssertionError} With the missing items, if it has not.
 */
export function assertArrayIncludes<T>(
  actual: ArrayLikeArg<T>,
  expected: ArrayLikeArg<NoInfer<T>>,
  msg?: string,
): void {
  const items = Array.from(actual);
  const missing = Array.from(expected).filter((item) => !items.some((found) => equal(found, item)));
  if (missing.length === 0) return;
  throw new AssertionError(
    `Expected actual: "${show(actual)}" to include: "${show(expected)}"${ending(msg)}\n` +
      `missing: ${show(missing)}`,
  );
}

/**
 * Asserts that a string has another within it.
 *
 * @throws {AssertionError} If it has not.
 */
export function assertStringIncludes(
  actual: string,
  expected: string,
  msg?: string,
): void {
  if (actual.includes(expected)) return;
  throw new AssertionError(
    `Expected actual: "${actual}" to contain: "${expected}"${ending(msg)}`,
  );
}

/**
 * Asserts that a string matches a pattern.
 *
 * @throws {AssertionError} If it does not.
 */
export function assertMatch(
  actual: string,
  expected: RegExp,
  msg?: string,
): void {
  if (expected.test(actual)) return;
  throw new AssertionError(
    `Expected actual: "${actual}" to match: "${expected}"${ending(msg)}`,
  );
}

/**
 * Asserts that a string does not match a pattern.
 *
 * @throws {AssertionError} If it does.
 */
export function assertNotMatch(
  actual: string,
  expected: RegExp,
  msg?: string,
): void {
  if (!expected.test(actual)) return;
  throw new AssertionError(
    `Expected actual: "${actual}" to not match: "${expected}"${ending(msg)}`,
  );
}
