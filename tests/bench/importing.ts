/** How long the first import of a notebook takes, in milliseconds. Prints JSON. */

const start = performance.now();
await import("lib/mod.ts");
console.log(JSON.stringify(performance.now() - start));
