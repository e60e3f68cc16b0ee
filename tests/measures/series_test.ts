import { assertEquals } from "@std/assert";
import { course, floor, parseKnown } from "lib/measures/series.ts";

Deno.test("parseKnown() tells exact values, bounds and unknowns apart", () => {
  assertEquals(parseKnown("84.70"), { kind: "exact", value: 84.7 });
  assertEquals(parseKnown("≥84"), { kind: "above", value: 84 });
  assertEquals(parseKnown(">6500"), { kind: "above", value: 6500 });
  assertEquals(parseKnown("<8"), { kind: "below", value: 8 });
  assertEquals(parseKnown(""), { kind: "unknown", value: null });
});

Deno.test("course() words the shape of exact series", () => {
  assertEquals(course(["1", "2", "3"]), "上升");
  assertEquals(course(["3", "2", "1"]), "下降");
  assertEquals(course(["2", "2", "2"]), "持平");
  assertEquals(course(["1", "3", "2"]), "Λ型");
  assertEquals(course(["3", "1", "2"]), "V型");
  assertEquals(course(["1", "3", "2", "4"]), "波动");
  assertEquals(course(["1", "2", "2"]), "上升");
});

Deno.test("course() lets a bound decide a step only where it leaves no doubt", () => {
  assertEquals(course(["<10", "10", "8"]), "Λ型");
  assertEquals(course([">10", "10", "12"]), "V型");
  assertEquals(course([">7", ">7", "7"]), "下降");
  assertEquals(course([">7", "9", "8"]), "未知");
  assertEquals(course(["", "2", "1"]), "未知");
});

Deno.test("course() of fewer than two years is unknown", () => {
  assertEquals(course([]), "未知");
  assertEquals(course(["5"]), "未知");
});

Deno.test("floor() is the least value or lower bound, and unknown where one has none", () => {
  assertEquals(floor(["≥84", "≥84", "84.70"]), "84");
  assertEquals(floor(["85.1", "84.70"]), "84.70");
  assertEquals(floor(["<90", "84.70"]), null);
  assertEquals(floor(["", "84.70"]), null);
});
