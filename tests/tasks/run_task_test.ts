import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { denoTooOld, messageFor, UsageError, yearFrom } from "lib/tasks/run_task.ts";

Deno.test("a Deno older than 2.9.0 is refused in words, a newer one is not", () => {
  assertEquals(denoTooOld("2.9.0"), undefined);
  assertEquals(denoTooOld("2.10.1"), undefined);
  assertEquals(denoTooOld("3.0.0-rc.1"), undefined);
  assertStringIncludes(denoTooOld("2.8.9") ?? "", "2.8.9");
  assert(denoTooOld("1.46.3"));
});

Deno.test("the year is what --year says, in either spelling, or nothing", () => {
  assertEquals(yearFrom([], "u"), undefined);
  assertEquals(yearFrom(["--year", "2031"], "u"), 2031);
  assertEquals(yearFrom(["--year=2031"], "u"), 2031);
});

Deno.test("any other argument is refused with the usage", () => {
  for (
    const args of [["2031"], ["--yaer", "2031"], ["--year"], ["--year", "31"], ["--year=2031", "x"]]
  ) {
    const error = assertThrows(() => yearFrom(args, "deno task report"), UsageError);
    assertStringIncludes(error.message, "用法：deno task report");
  }
});

Deno.test("an analyst sees a Chinese message alone, a programmer the trace of a bug", () => {
  assertEquals(messageFor(new Error("没有 2031 年的版次")), "没有 2031 年的版次");
  assertStringIncludes(messageFor(new Error("Cannot do it")), "run_task_test.ts");
  assertStringIncludes(messageFor(new Deno.errors.Busy("x")), "占用");
});
