import { assertEquals } from "@std/assert";
import { pointsBetween } from "lib/measures/points.ts";

Deno.test("the points between two percentages are what a reader who subtracts finds", () => {
  assertEquals(pointsBetween("89.98", "79.52"), "10.46");
  assertEquals(pointsBetween("100", "99.95"), "0.05");
  assertEquals(pointsBetween("8.1", "10.25"), "-2.15");
  assertEquals(pointsBetween("7", "7"), "0");
});
