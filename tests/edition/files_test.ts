import { assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { absentFiles, OPTIONAL_FILES, presentFiles, REQUIRED_FILES } from "lib/edition/files.ts";
import { root } from "lib/workspace.ts";
import { temporaryData } from "../temporary_data.ts";

Deno.test("an edition's files are those that it has and those that it does without", () => {
  using data = temporaryData({ "2031/history.csv": "届\n", "2031/published/x": "" });
  const folder = join(data.folder, "2031");
  assertEquals(presentFiles(folder).map(({ name }) => name), ["history.csv", "published/"]);
  assertEquals(presentFiles(folder).length + absentFiles(folder).length, OPTIONAL_FILES.length);
});

Deno.test("every optional file says in one sentence what a report does without it", () => {
  for (const { name, brings, without } of OPTIONAL_FILES) {
    assertMatch(without, /^[^。]+。$/, name);
    assertMatch(brings, /：/, name);
  }
});

Deno.test("data/README.md says of every file what it brings and what goes with it", () => {
  const text = Deno.readTextFileSync(join(root(), "data", "README.md"));
  for (const { name, brings, without } of OPTIONAL_FILES) {
    assertStringIncludes(text, `| \`${name}\` | ${brings} | ${without} |`);
  }
  for (const name of REQUIRED_FILES) assertStringIncludes(text, `| \`${name}\` |`);
});
