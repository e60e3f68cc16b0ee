import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import {
  command,
  helpOf,
  parse,
  UsageError,
  usageOf,
  wantsHelp,
  YEAR,
} from "lib/tasks/command_line.ts";

const MAKE = command({
  name: "make",
  does: "做东西。",
  options: {
    year: YEAR,
    quick: { does: "快些做" },
    with: {
      value: "配料",
      does: "加什么",
      many: true,
      read: (text: string) => text.length === 1 ? { value: text } : { expected: "应为一个字" },
    },
  },
  operands: { name: "文件", does: "做什么", least: 1, most: 2 },
});

/** What is said of a wrong command line. */
const said = (...args: readonly string[]) =>
  assertThrows(() => parse(MAKE, args), UsageError).message;

Deno.test("options, flags and files are read in any order and either spelling", () => {
  const { year, quick, with: added, operands } = parse(MAKE, [
    "a.csv",
    "--year=2031",
    "--with",
    "盐",
    "--quick",
    "b.csv",
    "--with=糖",
  ]);
  assertEquals([year, quick, added, operands], [2031, true, ["盐", "糖"], ["a.csv", "b.csv"]]);
});

Deno.test("what is not given is nothing, false or none", () => {
  const { year, quick, with: added } = parse(MAKE, ["a"]);
  assertEquals([year, quick, added], [undefined, false, []]);
});

Deno.test("what stands after -- is a file, whatever it looks like", () => {
  assertEquals(parse(MAKE, ["--", "--year"]).operands, ["--year"]);
});

Deno.test("an unknown option is refused with the nearest, and with how the task is called", () => {
  const message = said("a", "--yaer", "2031");
  assertStringIncludes(message, "不认识的参数 --yaer，是否应为 --year");
  assertStringIncludes(message, "用法：deno task make 文件 … [--year 年份] [--quick]");
  assertStringIncludes(message, "deno task make --help");
  assertStringIncludes(said("a", "--colour"), "不认识的参数 --colour\n");
});

Deno.test("a year that is none is told in words, not as NaN", () => {
  assertStringIncludes(said("a", "--year", "abc"), "--year 后应为四位年份，如 2023，现为“abc”");
  for (const args of [["--year"], ["--year", "--quick"], ["--year="]]) {
    assertStringIncludes(said("a", ...args), "--year 后应写年份");
  }
});

Deno.test("everything that is wrong is told at once", () => {
  const message = said("a", "b", "c", "--quick=1", "--year", "31", "--with", "盐糖", "--json");
  for (
    const part of [
      "多出来的参数“c”",
      "--quick 不带值",
      "--year 后应为四位年份",
      "--with 后应为一个字",
      "不认识的参数 --json",
    ]
  ) assertStringIncludes(message, part);
});

Deno.test("an option given twice, or no file at all, is refused", () => {
  assertStringIncludes(said("a", "--year", "2030", "--year", "2031"), "--year 写了 2 次");
  assertStringIncludes(said(), "应写明文件");
});

Deno.test("names that every object has are no options", () => {
  assertStringIncludes(said("a", "--constructor"), "不认识的参数 --constructor");
  assertStringIncludes(said("a", "--__proto__=1"), "不认识的参数 --__proto__");
});

Deno.test("a task that hands its arguments on reads none of them", () => {
  const lab = command({ name: "lab", does: "", options: {}, handsTo: "JupyterLab" });
  assertEquals(parse(lab, ["--no-browser", "x"]).operands, ["--no-browser", "x"]);
  assertEquals(usageOf(lab), "deno task lab [JupyterLab 的参数 …]");
});

Deno.test("the help says what a task does, its options in one column, and its exit codes", () => {
  const lines = helpOf(MAKE).split("\n");
  assertEquals(lines[0], "用法：deno task make 文件 … [--year 年份] [--quick] [--with 配料 …]");
  assertEquals(lines[2], "做东西。");
  assertEquals(lines.slice(4, 9), [
    "  文件         做什么",
    `  --year 年份  ${YEAR.does}`,
    "  --quick      快些做",
    "  --with 配料  加什么",
    "  --help       显示这份说明",
  ]);
  assertStringIncludes(lines.at(-1) ?? "", "退出码：0");
  assert(wantsHelp(["--year", "--help"]) && wantsHelp(["-h"]) && !wantsHelp(["help"]));
});
