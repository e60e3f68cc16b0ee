import { assertEquals } from "@std/assert";
import { readPrinted, readWhole, writeUnits } from "lib/audit/printed.ts";

Deno.test("readPrinted keeps the decimals that print has", () => {
  assertEquals(readPrinted("45.74"), { units: 4574, decimals: 2 });
  assertEquals(readPrinted("12.70%"), { units: 1270, decimals: 2 });
  assertEquals(readPrinted("100"), { units: 100, decimals: 0 });
  assertEquals(readPrinted("0.05 %"), { units: 5, decimals: 2 });
  assertEquals(readPrinted("125.0"), { units: 1250, decimals: 1 });
});

Deno.test("readPrinted reads full-width digits and signs", () => {
  assertEquals(readPrinted("４５．７４％"), { units: 4574, decimals: 2 });
});

Deno.test("readPrinted refuses what is not a percentage", () => {
  for (const text of ["", "—", "-1.0", ".5", "5.", "1e2", "1.2.3", "12％％", "NaN"]) {
    assertEquals(readPrinted(text), null, text);
  }
});

Deno.test("readWhole takes thousands separators only where they belong", () => {
  assertEquals(readWhole("1,234,567"), 1_234_567);
  assertEquals(readWhole("１，２３４"), 1234);
  assertEquals(readWhole("0"), 0);
  for (const text of ["12,34", "1.0", "-3", "", "3人", ",123"]) {
    assertEquals(readWhole(text), null, text);
  }
});

Deno.test("writeUnits puts the point back", () => {
  assertEquals(writeUnits(4574, 2), "45.74");
  assertEquals(writeUnits(5, 2), "0.05");
  assertEquals(writeUnits(0, 1), "0.0");
  assertEquals(writeUnits(33, 0), "33");
});
