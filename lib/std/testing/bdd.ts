/**
 * Stand-in for `jsr:@std/testing/bdd`, which is the `node:test` of Deno with other names for a few
 * things. Only the nested style is here: a suite's name and function, a test's name and function.
 *
 * @module
 */
import * as test from "node:test";

/** What a test or a hook does. */
export type Body = () => void | Promise<void>;

/** What a suite does: it registers its tests at once, and nothing is waited for. */
export type SuiteBody = () => void | undefined;

/** Registers a suite or a test. */
export interface Register<Fn> {
  (name: string, fn: Fn): void;
  /** Registers one that alone is run. */
  only(name: string, fn: Fn): void;
  /** Registers one that is not run. */
  ignore(name: string, fn: Fn): void;
  /** Registers one that is not run. */
  skip(name: string, fn: Fn): void;
}

/** Registers a suite; the function registers its tests, its hooks and the suites within it. */
export const describe: Register<SuiteBody> = Object.assign(
  (name: string, fn: SuiteBody) => void test.describe(name, fn),
  {
    only: (name: string, fn: SuiteBody) => void test.describe.only(name, fn),
    ignore: (name: string, fn: SuiteBody) => void test.describe.skip(name, fn),
    skip: (name: string, fn: SuiteBody) => void test.describe.skip(name, fn),
  },
);

/** Registers a test. */
export const it: Register<Body> = Object.assign(
  (name: string, fn: Body) => void test.it(name, fn),
  {
    only: (name: string, fn: Body) => void test.it.only(name, fn),
    ignore: (name: string, fn: Body) => void test.it.skip(name, fn),
    skip: (name: string, fn: Body) => void test.it.skip(name, fn),
  },
);

/** Registers what runs once, before the tests of a suite. */
export function beforeAll(fn: Body): void {
  test.before(fn);
}

/** Registers what runs once, after the tests of a suite. */
export function afterAll(fn: Body): void {
  test.after(fn);
}

/** Registers what runs before each test of a suite. */
export function beforeEach(fn: Body): void {
  test.beforeEach(fn);
}

/** Registers what runs after each test of a suite. */
export function afterEach(fn: Body): void {
  test.afterEach(fn);
}
