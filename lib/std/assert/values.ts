/** Assertions about values at hand. */
import { AssertionError } from "./assertion_error.ts";
import { equal } from "./equal.ts";
import { difference, ending, show } from "./message.ts";

/**
 * Asserts that a value counts as true.
 *
 * @throws {AssertionError} With `msg`, if it does not.
 */
export function assert(expr: unknown, msg = ""): asserts expr {
  if (!expr) throw new AssertionError(msg);
}

/**
 * Asserts that two values are equal in depth, as `equal` says.
 *
 * @throws {AssertionError} With the difference, if they are not.
 */
export function assertEquals<T>(actual: T, expected: T, msg?: string): void {
  if (equal(actual, expected)) return;
  throw new AssertionError(
    `Values are not equal${ending(msg)}\n${difference(actual, expected)}`,
  );
}

/**
 * Asserts that two values are not equal in depth.
 *
 * @throws {AssertionError} If they are.
 */
export function assertNotEquals<T>(actual: T, expected: T, msg?: string): void {
  if (!equal(actual, expected)) return;
  throw new AssertionError(
    `Expected actual: ${show(actual)} not to be: ${show(expected)}${ending(msg)}`,
  );
}

/**
 * Asserts that two numbers differ by no more than `tolerance`, by default a ten-millionth of
 * `expected`.
 *
 * @throws {AssertionError} If they differ by more.
 */
export function assertAlmostEquals(
  actual: number,
  expected: number,
  tolerance: number = Number.isFinite(expected) ? Math.abs(expected * 1e-7) : 1e-7,
  msg?: string,
): void {
  if (Object.is(actual, expected)) return;
  const delta = Math.abs(expected - actual);
  if (delta <= tolerance) return;
  const [a, e, d, t] = [actual, expected, delta, tolerance].map((n) =>
    Number.isInteger(n) ? n : n.toExponential()
  );
  throw new AssertionError(
    `Expected actual: "${a}" to be close to "${e}": ` +
      `delta "${d}" is greater than "${t}"${ending(msg)}`,
  );
}

/**
 * Asserts that a string has another within it.
 *
 * @throws {AssertionError} If it has not.
 */
export function assertStringIncludes(actual: string, expected: string, msg?: string): void {
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
export function assertMatch(actual: string, expected: RegExp, msg?: string): void {
  if (expected.test(actual)) return;
  throw new AssertionError(
    `Expected actual: "${actual}" to match: "${expected}"${ending(msg)}`,
  );
}
