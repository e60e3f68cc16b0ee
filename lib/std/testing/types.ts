/**
 * Stand-in for `jsr:@std/testing/types`: what holds types to account when the tests are checked.
 *
 * @module
 */

/** Whether two types are the same, no wider and no narrower. */
export type IsExact<T, U> = Identity<T> extends Identity<U> ? true : false;

// Two functions generic in X are alike only if the compiler takes T and U for the very same type.
type Identity<T> = <X>() => X extends T ? 1 : 2;

/**
 * Asserts, when the program is checked, that a type such as `IsExact<A, B>` is true or false.
 *
 * @param _expectTrue The answer that is expected.
 */
export function assertType<T extends true | false>(_expectTrue: T): void {}
