import { stripVTControlCharacters } from "node:util";
import { AssertionError } from "./assertion_error.ts";
import { ending } from "./message.ts";
import { assertFalse } from "./truth.ts";

/** A class, abstract or not, whatever its constructor takes. */
export type Class<T> = abstract new (...args: never[]) => T;

/**
 * Asserts that a value is an instance of a class.
 *
 * @throws {AssertionError} If it is not.
 */
export function assertInstanceOf<T extends Class<unknown>>(
  actual: unknown,
  expectedType: T,
  msg?: string,
): asserts actual is InstanceType<T> {
  if (actual instanceof expectedType) return;
  const expected = expectedType.name;
  const found = kindOf(actual);
  const but = found === expected
    ? ""
    : found === "function"
    ? " but was not an instanced object"
    : ` but was "${found}"`;
  throw new AssertionError(
    `Expected object to be an instance of "${expected}"${but}${ending(msg)}`,
  );
}

/**
 * Asserts that a value is no instance of a class.
 *
 * @throws {AssertionError} If it is.
 */
export function assertNotInstanceOf<A, T>(
  actual: A,
  unexpectedType: Class<T>,
  msg?: string,
): asserts actual is Exclude<A, T> {
  // The real package writes the type of the class here, which is "function", not its name.
  assertFalse(
    actual instanceof unexpectedType,
    `Expected object to not be an instance of "${typeof unexpectedType}"${ending(msg)}`,
  );
}

/**
 * Asserts that a value is an error, if asked for of a class and with a message that has a text
 * within it or matches a pattern. Colours are left out of the comparison.
 *
 * @throws {AssertionError} If it is not.
 */
export function assertIsError<E extends Error = Error>(
  error: unknown,
  ErrorClass?: Class<E>,
  msgMatches?: string | RegExp,
  msg?: string,
): asserts error is E {
  if (!(error instanceof Error)) {
    throw new AssertionError(
      `Expected "error" to be an Error object${ending(msg)}`,
    );
  }
  if (ErrorClass && !(error instanceof ErrorClass)) {
    throw new AssertionError(
      `Expected error to be instance of "${ErrorClass.name}", ` +
        `but was "${error.constructor.name}"${ending(msg)}`,
    );
  }
  if (!msgMatches) return;
  const message = stripVTControlCharacters(error.message);
  const matches = typeof msgMatches === "string"
    ? message.includes(stripVTControlCharacters(msgMatches))
    : msgMatches.test(message);
  if (matches) return;
  const wanted = typeof msgMatches === "string" ? JSON.stringify(msgMatches) : msgMatches;
  throw new AssertionError(
    `Expected error message to include ${wanted}, ` +
      `but got ${JSON.stringify(error.message)}${ending(msg)}`,
  );
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return typeof value === "object" ? value.constructor?.name ?? "Object" : typeof value;
}
