/**
 * Stand-in for `jsr:@std/csv`: same names, types, behaviour and error texts for `parse` and
 * `stringify`, so that the project runs where JSR cannot be reached. It steps aside when the
 * `links` of the workspace's deno.json are removed.
 *
 * @module
 */
export * from "./parse.ts";
export * from "./stringify.ts";
