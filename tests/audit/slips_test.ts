import { assertEquals } from "@std/assert";
import { isOneDigitOff, transposed } from "lib/audit/slips.ts";

Deno.test("transposed swaps neighbours only, and never returns the number itself", () => {
  assertEquals(transposed(1040), [140, 1400, 1004]);
  assertEquals(transposed(33), []);
  assertEquals(transposed(7), []);
});

Deno.test("isOneDigitOff wants the same length and one difference", () => {
  assertEquals(isOneDigitOff(3349, 3359), true);
  assertEquals(isOneDigitOff(3349, 3394), false);
  assertEquals(isOneDigitOff(99, 100), false);
});
