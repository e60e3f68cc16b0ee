import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { root } from "lib/workspace.ts";
import { denoTooOld, messageFor } from "lib/tasks/run_task.ts";

Deno.test("a Deno older than 2.9.0 is refused in words, a newer one is not", () => {
  assertEquals(denoTooOld("2.9.0"), undefined);
  assertEquals(denoTooOld("2.10.1"), undefined);
  assertEquals(denoTooOld("3.0.0-rc.1"), undefined);
  assertStringIncludes(denoTooOld("2.8.9") ?? "", "2.8.9");
  assert(denoTooOld("1.46.3"));
});

Deno.test("an analyst sees a Chinese message alone, a programmer the trace of a bug", () => {
  assertEquals(messageFor(new Error("没有 2031 年的版次")), "没有 2031 年的版次");
  assertStringIncludes(messageFor(new Error("Cannot do it")), "run_task_test.ts");
  assertStringIncludes(messageFor(new Deno.errors.Busy("x")), "占用");
});

/** The tasks of deno.json that are a file of lib/tasks, with that file. */
const TASKS = Object.entries(
  JSON.parse(Deno.readTextFileSync(join(root(), "deno.json"))).tasks as Record<string, string>,
).flatMap(([name, line]) => {
  const file = /lib\/tasks\/\w+\.ts/.exec(line)?.[0];
  return file === undefined ? [] : [{ name, file }];
});

async function run(file: string, ...args: readonly string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--quiet", file, ...args],
    cwd: root(),
    env: { NO_COLOR: "1" },
  }).output();
  const [out = "", err = ""] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  return { code, out, err };
}

Deno.test("every task tells how it is called", async () => {
  for (const { name, file } of TASKS) {
    const { code, out, err } = await run(file, "--help");
    assertEquals([code, err], [0, ""], name);
    assertMatch(out, new RegExp(`^用法：deno task ${name}( |\n)[^]+--help[^]+退出码：`), name);
  }
});

Deno.test("every task refuses an argument that it does not know, before it does anything", async () => {
  for (const { name, file } of TASKS.filter(({ name }) => name !== "lab")) {
    const { code, out, err } = await run(file, "--yaer", "2031");
    assertEquals([code, out], [2, ""], name);
    assertStringIncludes(err, "不认识的参数 --yaer");
  }
});
