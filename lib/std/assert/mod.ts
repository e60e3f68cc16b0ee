/**
 * Stand-in for `jsr:@std/assert`, so that the tests run where JSR cannot be reached: the assertions
 * that they use, with the same names, types, behaviour and messages. It steps aside when the `links`
 * of the workspace's deno.json are removed. Where a difference can be told in several ways that are
 * equally short, it may tell another one, or the same one with `-` and `+` the other way round.
 *
 * @module
 */
export * from "./assertion_error.ts";
export * from "./equal.ts";
export * from "./values.ts";
export * from "./throws.ts";
