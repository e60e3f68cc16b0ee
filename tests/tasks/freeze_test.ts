/** The commands as a user runs them, one after another on a made-up college. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "lib/workspace.ts";
import { college } from "../editions/college.ts";
import { taskArgs } from "../task.ts";
import { temporaryData } from "../temporary_data.ts";

async function run(data: string, task: string, ...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...taskArgs(task), ...args],
    cwd: root(),
    env: { NO_COLOR: "1", REPORT_DATA: data },
  }).output();
  return { code, told: new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr) };
}

Deno.test("freezing succeeds once, is held by check, and is done again only for a reason", async () => {
  using data = temporaryData(college().files);
  const frozen = join(data.folder, "2025", "published", "freeze.json");
  assertEquals((await run(data.folder, "freeze", "--force", " ")).code, 2);
  assertEquals(existsSync(frozen), false);
  assertEquals((await run(data.folder, "freeze", "--year", "2025")).code, 0);
  const text = Deno.readTextFileSync(frozen);
  assertEquals((await run(data.folder, "check")).code, 0);
  for (const task of ["freeze", "publish-facts"]) {
    const refused = await run(data.folder, task);
    assertEquals(refused.code, 1);
    assertStringIncludes(refused.told, "已经有了");
  }
  assertEquals(Deno.readTextFileSync(frozen), text);
  assertEquals((await run(data.folder, "freeze", "--force", "补报")).code, 0);
  assertEquals(JSON.parse(Deno.readTextFileSync(frozen)).because, "补报");
});

Deno.test("a draft is written with success and held by check without", async () => {
  using data = temporaryData(college().files);
  assertEquals((await run(data.folder, "publish-facts")).code, 0);
  const { code, told } = await run(data.folder, "check");
  assertEquals(code, 1);
  assertStringIncludes(told, "草稿，尚未校对");
});
