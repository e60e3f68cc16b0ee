/**
 * Stand-in for `jsr:@std/assert`: same names, types, behaviour and messages, so that the tests run
 * where JSR cannot be reached. It steps aside when the `links` of the workspace's deno.json are
 * removed. Where a difference can be told in several ways that are equally short, it may tell
 * another one, or the same one with `-` and `+` the other way round.
 *
 * @module
 */
export * from "./assertion_error.ts";
export * from "./equal.ts";
export * from "./equality.ts";
export * from "./inclusion.ts";
export * from "./instance.ts";
export * from "./object_match.ts";
export * from "./order.ts";
export * from "./throws.ts";
export * from "./truth.ts";
