import { assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { formatted } from "lib/publish/jupyter/format.ts";
import { canonicalText } from "lib/publish/jupyter/notebook.ts";
import { temporaryData } from "../../temporary_data.ts";

const notebook = (source: string) => canonicalText({ cells: [{ cell_type: "code", source }] });

Deno.test("a notebook's cells are formatted like the rest of the code", async () => {
  using data = temporaryData({
    "notebooks/right.ipynb": notebook('const a = "甲";'),
    "notebooks/wrong.ipynb": notebook("const a = '甲'"),
  });
  const folder = join(data.folder, "notebooks");
  const [right, wrong] = await formatted(folder, ["right", "wrong"]);
  assertEquals(right, notebook('const a = "甲";'));
  assertStringIncludes(wrong ?? "", 'const a = \\"甲\\";');
  assertEquals(
    Deno.readTextFileSync(join(folder, "wrong.ipynb")),
    notebook("const a = '甲'"),
    "the notebook itself is left as it was",
  );
});
