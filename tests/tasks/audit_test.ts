/** The command as a user runs it. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { root } from "lib/workspace.ts";
import { taskArgs } from "../task.ts";

async function run(csv: string | null, ...options: string[]) {
  const folder = Deno.makeTempDirSync();
  try {
    const path = join(folder, "report.csv");
    if (csv !== null) Deno.writeTextFileSync(path, csv);
    const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [...taskArgs("audit"), path, ...options],
      cwd: root(),
      env: { NO_COLOR: "1" },
    }).output();
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    return { code, stdout: text(stdout), stderr: text(stderr) };
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

const CSV = "表,项目,人数,基数,百分比\n表1,甲,1,3,33.33\n表1,乙,2,3,66.66\n";

Deno.test("deno task audit --json prints one object a row with the agreed keys", async () => {
  const { code, stdout } = await run(CSV, "--json");
  const findings = JSON.parse(stdout);
  assertEquals(code, 0);
  assertEquals(findings.map((each: { verdict: string }) => each.verdict), [
    "consistent",
    "impossible",
  ]);
  assertEquals(Object.keys(findings[0]), [
    "table",
    "item",
    "count",
    "base",
    "printed",
    "verdict",
    "expected",
    "bases",
    "why",
  ]);
});

Deno.test("deno task audit tells in Chinese what it found and ends well", async () => {
  const { code, stdout } = await run(CSV);
  assertEquals(code, 0);
  assertStringIncludes(stdout, "表1：相符 1，不可能 1");
  assertStringIncludes(stdout, "乙：不可能　2÷3 应为 66.67%");
});

Deno.test("deno task audit exits with 2 for input that it cannot read", async () => {
  assertEquals((await run(null)).code, 2);
  assertEquals((await run(CSV, "--rounding", "nearest")).code, 2);
  const { code, stdout, stderr } = await run(CSV.replace("66.66", "六成"), "--json");
  assertEquals([code, stdout], [2, ""]);
  assertStringIncludes(stderr, "第 3 行 “百分比”列：现为“六成”");
});
