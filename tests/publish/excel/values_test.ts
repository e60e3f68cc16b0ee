import { assertEquals } from "@std/assert";
import { isShare, valueOf } from "lib/publish/excel/values.ts";

Deno.test("a percentage is a fraction that looks like the percentage, exactly", () => {
  assertEquals(valueOf("45.74", true), { number: 0.4574, format: "0.00%" });
  assertEquals(valueOf("0.07", true), { number: 0.0007, format: "0.00%" });
  assertEquals(valueOf("100", true), { number: 1, format: "0%" });
  assertEquals(valueOf("-3.5", true), { number: -0.035, format: "0.0%" });
});

Deno.test("no percentage of two places becomes another number", () => {
  for (let hundredths = 0; hundredths <= 10000; hundredths++) {
    const text = (hundredths / 100).toFixed(2);
    assertEquals(valueOf(text, true), { number: hundredths / 10000, format: "0.00%" });
  }
});

Deno.test("counts and decimals are numbers that keep their places", () => {
  assertEquals(valueOf(5809, false), { number: 5809, format: "0" });
  assertEquals(valueOf("4.30", false), { number: 4.3, format: "0.00" });
  assertEquals(valueOf(2.5, false), { number: 2.5, format: "General" });
});

Deno.test("bounds, intervals, codes and formulas stay text", () => {
  for (const text of ["≥97", "12.89%–19.25%", "080901", "2023", "=1+1", "1e5", "12 人"]) {
    assertEquals(valueOf(text, false), { text });
  }
  assertEquals(valueOf("≥97", true), { text: "≥97" });
});

Deno.test("what is unknown is no value", () => {
  assertEquals(valueOf(null, true), null);
  assertEquals(valueOf("", false), null);
});

Deno.test("a header that ends with a percent sign makes a share", () => {
  assertEquals(["比例%", "落实率％", "比例% ", "人数", "95%区间"].map(isShare), [
    true,
    true,
    true,
    false,
    false,
  ]);
});
