import { assert } from "@std/assert";
import { fuzzReaders } from "./readers.ts";

Deno.test("whatever a file holds, its reader ends in a value or in faults told in Chinese", () => {
  const { inputs, refused } = fuzzReaders(300);
  assert(inputs > 1000);
  assert(refused > 50 && refused < inputs, "the inputs are all right, or all wrong");
});
