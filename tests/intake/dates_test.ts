import { assertEquals } from "@std/assert";
import { dayOf } from "lib/intake/dates.ts";

Deno.test("a day is read in every form that exports have", () => {
  const first = { year: 2024, month: 7, day: 1 };
  for (
    const text of [
      "20240701",
      "202407",
      "2024-07-01",
      "2024/7/1",
      "2024.7",
      "2024年7月1日",
      "2024年7月",
      "2024-07-01 08:30:00",
    ]
  ) assertEquals([text, dayOf(text)], [text, first]);
});

Deno.test("a day that no calendar has is none", () => {
  for (const text of ["20240231", "2024-02-31", "2023-02-29", "2024-13-01", "0001-01-01", "去年"]) {
    assertEquals([text, dayOf(text)], [text, undefined]);
  }
});
