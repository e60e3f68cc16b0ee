import { AssertionError } from "./assertion_error.ts";
import { equal } from "./equal.ts";
import { difference, ending, paint, show } from "./message.ts";

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
 * Asserts that two values are one and the same, as `Object.is` says.
 *
 * @throws {AssertionError} With the difference, if they are not.
 */
export function assertStrictEquals<T>(
  actual: unknown,
  expected: T,
  msg?: string,
): asserts actual is T {
  if (Object.is(actual, expected)) return;
  const shown = show(actual);
  if (shown !== show(expected)) {
    throw new AssertionError(
      `Values are not strictly equal${ending(msg)}\n${difference(actual, expected)}`,
    );
  }
  const indented = shown.replace(/^/gm, "    ");
  throw new AssertionError(
    `Values have the same structure but are not reference-equal${ending(msg)}\n\n` +
      `${paint(indented, "red")}\n`,
  );
}

/**
 * Asserts that two values are not one and the same, as `Object.is` says.
 *
 * @throws {AssertionError} If they are.
 */
export function assertNotStrictEquals<T>(
  actual: T,
  expected: T,
  msg?: string,
): void {
  if (!Object.is(actual, expected)) return;
  throw new AssertionError(
    `Expected "actual" to not be strictly equal to: ${show(actual)}${ending(msg)}\n`,
  );
}
