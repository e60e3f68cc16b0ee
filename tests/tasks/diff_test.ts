/** The command as a user runs it, on a made-up college of two years. */
import { assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { root } from "lib/workspace.ts";
import { college } from "../editions/college.ts";
import { taskArgs } from "../task.ts";
import { temporaryData } from "../temporary_data.ts";

/** The college, and in the year after it another draw of it. */
function twoYears() {
  const { files, year } = college();
  const later = Object.entries(college(5).files).map(([path, text]) =>
    [path.replace(`${year}/`, `${year + 1}/`), text] as const
  );
  return temporaryData({ ...files, ...Object.fromEntries(later) });
}

async function run(data: string, ...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...taskArgs("diff"), ...args],
    cwd: root(),
    env: { NO_COLOR: "1", REPORT_DATA: data },
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: text(stdout), stderr: text(stderr) };
}

Deno.test("deno task diff tells what moved, and writes all of it where asked", async () => {
  using data = twoYears();
  const list = join(data.folder, "list.csv");
  const { code, stdout } = await run(data.folder, "2025", "2026", "--csv", list);
  assertEquals(code, 0);
  assertStringIncludes(stdout, "要点");
  assertStringIncludes(stdout, "毕业去向落实率");
  const [header = "", ...rows] = Deno.readTextFileSync(list).trim().split(/\r?\n/);
  assertStringIncludes(header, "类别,图表,项目,指标,前,后,变动");

  const json = JSON.parse((await run(data.folder, "2025", "2026", "--json")).stdout);
  assertEquals(json.moved.length + json.added.length + json.vanished.length, rows.length);
  assertEquals(json.before, { year: 2025, school: "示例职业学院" });
});

Deno.test("deno task diff refuses two schools unless asked for any, and one year twice", async () => {
  using data = twoYears();
  const path = join(data.folder, "2026", "edition.json");
  Deno.writeTextFileSync(path, Deno.readTextFileSync(path).replace("示例职业学院", "另一所学校"));
  const refused = await run(data.folder, "2025", "2026");
  assertEquals([refused.code, refused.stdout], [1, ""]);
  assertStringIncludes(refused.stderr, "不是同一所学校");
  assertEquals((await run(data.folder, "2025", "2026", "--any")).code, 0);
  assertEquals((await run(data.folder, "2025", "2025")).code, 2);
  assertEquals((await run(data.folder, "2025")).code, 2);
});
