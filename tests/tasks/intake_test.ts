import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { root } from "lib/workspace.ts";
import { taskArgs } from "../task.ts";
import { desk, register } from "../intake/taken.ts";

/** Runs the task. */
async function run(...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...taskArgs("intake"), ...args],
    cwd: root(),
    env: { NO_COLOR: "1" },
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, out: text(stdout), error: text(stderr) };
}

Deno.test("good files give an edition, exit 0 and what to do next", async () => {
  await using own = desk({ "登记表.csv": register({}, {}) });
  const { code, out } = await run("--year", "2025", own.path("登记表.csv"));
  assertEquals(code, 0, out);
  assertStringIncludes(out, "登记表.csv：就业登记，2 行");
  assertStringIncludes(out, "毕业生 2 人");
  assertStringIncludes(out, "deno task report --year 2025");
});

Deno.test("a failing check gives exit 1 and, with --json, nothing but the faults", async () => {
  await using own = desk({ "登记表.csv": register({}, { 毕业去向: "灵活就业" }) });
  const { code, out } = await run("--json", "--year=2025", own.path("登记表.csv"));
  assertEquals(code, 1);
  const faults: Record<string, unknown>[] = JSON.parse(out);
  const found = faults.find(({ value }) => value === "灵活就业");
  assertEquals(found?.["check"], "取值不在代码表");
  assertEquals(Object.keys(found ?? {}).toSorted(), [
    "advice",
    "check",
    "column",
    "count",
    "file",
    "level",
    "rows",
    "value",
  ]);
  assertEquals([found?.["level"], found?.["count"], found?.["rows"]], ["fail", 1, [3]]);
});

Deno.test("a check is accepted on the command line with a reason, and not without", async () => {
  await using own = desk({ "登记表.csv": register({ 毕业去向: "待就业" }) });
  const accept = ["--accept", "自相矛盾的行"];
  assertEquals((await run("--year", "2025", own.path("登记表.csv"), ...accept)).code, 2);
  const { code } = await run(
    "--year",
    "2025",
    own.path("登记表.csv"),
    ...accept,
    "--because",
    "已核实",
  );
  assertEquals(code, 0);
});

Deno.test("wrong arguments give exit 2 and the usage, a missing file exit 1, --help exit 0", async () => {
  await using own = desk();
  for (const args of [[], ["--year", "2025"], ["--year", "25", "a.csv"], ["--jahr", "2025"]]) {
    const { code, error } = await run(...args);
    assertEquals([args, code], [args, 2]);
    assertStringIncludes(error, "deno task intake");
  }
  const missing = await run("--year", "2025", join(own.data, "没有.csv"));
  assertEquals(missing.code, 1);
  assertStringIncludes(missing.error, "找不到这个文件");
  const help = await run("--help");
  assertEquals(help.code, 0);
  assert(help.out.includes("--survey"));
});
