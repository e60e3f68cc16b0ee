import { AssertionError } from "./assertion_error.ts";
import { ending, show } from "./message.ts";

/**
 * Asserts that `actual > expected`.
 *
 * @throws {AssertionError} If it is not.
 */
export function assertGreater<T>(actual: T, expected: T, msg?: string): void {
  if (!(actual > expected)) throw outOfOrder(actual, ">", expected, msg);
}

/**
 * Asserts that `actual >= expected`.
 *
 * @throws {AssertionError} If it is not.
 */
export function assertGreaterOrEqual<T>(
  actual: T,
  expected: T,
  msg?: string,
): void {
  if (!(actual >= expected)) throw outOfOrder(actual, ">=", expected, msg);
}

/**
 * Asserts that `actual < expected`.
 *
 * @throws {AssertionError} If it is not.
 */
export function assertLess<T>(actual: T, expected: T, msg?: string): void {
  if (!(actual < expected)) throw outOfOrder(actual, "<", expected, msg);
}

/**
 * Asserts that `actual <= expected`.
 *
 * @throws {AssertionError} If it is not.
 */
export function assertLessOrEqual<T>(
  actual: T,
  expected: T,
  msg?: string,
): void {
  if (!(actual <= expected)) throw outOfOrder(actual, "<=", expected, msg);
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

function outOfOrder(
  actual: unknown,
  sign: string,
  expected: unknown,
  msg?: string,
) {
  return new AssertionError(
    msg ?? `Expect ${show(actual)} ${sign} ${show(expected)}`,
  );
}
