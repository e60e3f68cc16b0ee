import { assertEquals, assertThrows } from "@std/assert";
import { quartiles } from "lib/measures/quartiles.ts";

Deno.test("quartiles have the decimals that are asked, rounded half up", () => {
  // Places 0.75, 1.5 and 2.25 of 1, 2, 2.5, 10: 1.75, 2.25 and 4.375.
  const values = [2.5, 10, 1, 2];
  assertEquals(Object.values(quartiles(values)), [2, 2, 4]);
  assertEquals(Object.values(quartiles(values, 1)), [1.8, 2.3, 4.4]);
  assertEquals(Object.values(quartiles(values, 2)), [1.75, 2.25, 4.38]);
});

Deno.test("there are no quartiles of nothing", () => {
  assertThrows(() => quartiles([]), RangeError);
});
