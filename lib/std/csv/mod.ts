/**
 * Stand-in for `jsr:@std/csv`, so that the project runs where JSR cannot be reached: `parse` and
 * `stringify` with the options that are used, and with the same names, types, behaviour and error
 * texts. It steps aside when the `links` of the workspace's deno.json are removed.
 *
 * @module
 */
export * from "./parse.ts";
export * from "./stringify.ts";
