import { AssertionError } from "./assertion_error.ts";
import { ending } from "./message.ts";
import { stripVTControlCharacters } from "node:util";

/** A class, abstract or not, whatever its constructor takes. */
export type Class<T> = abstract new (...args: never[]) => T;

/**
 * Asserts that a function throws.
 *
 * @returns What it threw.
 * @throws {AssertionError} If it does not throw.
 */
export function assertThrows(fn: () => unknown, msg?: string): unknown;
/**
 * Asserts that a function throws an error of a class, if asked for with a text in its message.
 *
 * @returns The error.
 * @throws {AssertionError} If it does not throw, or throws something else.
 */
export function assertThrows<E extends Error = Error>(
  fn: () => unknown,
  ErrorClass: Class<E>,
  msgIncludes?: string,
  msg?: string,
): E;
export function assertThrows(
  fn: () => unknown,
  classOrMsg?: Class<Error> | string,
  msgIncludes?: string,
  msg?: string,
): unknown {
  const own = typeof classOrMsg === "string" ? classOrMsg : msg;
  try {
    fn();
  } catch (error) {
    if (typeof classOrMsg === "function") {
      requireError(error, "thrown", classOrMsg, msgIncludes, own);
    }
    return error;
  }
  throw new AssertionError(`Expected function to throw${ending(own)}`);
}

/**
 * Asserts that a function returns a promise that is rejected.
 *
 * @returns What it was rejected with.
 * @throws {AssertionError} If it is not rejected, or the function returns no promise.
 */
export function assertRejects(
  fn: () => PromiseLike<unknown>,
  msg?: string,
): Promise<unknown>;
/**
 * Asserts that a function returns a promise that is rejected with an error of a class, if asked
 * for with a text in its message.
 *
 * @returns The error.
 * @throws {AssertionError} If it is not rejected, rejected with something else, or the function
 * returns no promise.
 */
export function assertRejects<E extends Error = Error>(
  fn: () => PromiseLike<unknown>,
  ErrorClass: Class<E>,
  msgIncludes?: string,
  msg?: string,
): Promise<E>;
export async function assertRejects(
  fn: () => PromiseLike<unknown>,
  classOrMsg?: Class<Error> | string,
  msgIncludes?: string,
  msg?: string,
): Promise<unknown> {
  const own = typeof classOrMsg === "string" ? classOrMsg : msg;
  const promise = promised(fn);
  if (promise === undefined) {
    throw new AssertionError(
      `Function throws when expected to reject${ending(own)}`,
    );
  }
  try {
    await promise;
  } catch (error) {
    if (typeof classOrMsg === "function") {
      requireError(error, "rejected", classOrMsg, msgIncludes, own);
    }
    return error;
  }
  throw new AssertionError(`Expected function to reject${ending(own)}`);
}

/** Requires an error of a class, if asked for with a text in its message. Colours do not count. */
function requireError(
  error: unknown,
  how: "thrown" | "rejected",
  ErrorClass: Class<Error>,
  msgIncludes = "",
  msg?: string,
): void {
  if (!(error instanceof Error)) {
    throw new AssertionError(`A non-Error object was ${how}${ending(msg)}`);
  }
  const { name } = error.constructor;
  if (!(error instanceof ErrorClass)) {
    throw new AssertionError(
      `Expected error to be instance of "${ErrorClass.name}", but was "${name}"${ending(msg)}`,
    );
  }
  const plain = stripVTControlCharacters;
  if (plain(error.message).includes(plain(msgIncludes))) return;
  throw new AssertionError(
    `Expected error message to include ${JSON.stringify(msgIncludes)}, ` +
      `but got ${JSON.stringify(error.message)}${ending(msg)}`,
  );
}

/** The promise a function returns; undefined if it throws or returns something else. */
function promised(
  fn: () => PromiseLike<unknown>,
): PromiseLike<unknown> | undefined {
  try {
    const result = fn();
    return typeof result?.then === "function" ? result : undefined;
  } catch {
    return undefined;
  }
}
