import { assertEquals, assertMatch } from "@std/assert";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { outputOf, workspace } from "./workspace.ts";
import { setUp, thisMachine } from "lib/publish/jupyter/setup.ts";
import { root } from "lib/workspace.ts";

await setUp(thisMachine(root(), (line) => console.log(line)));

Deno.test({
  name:
    "two reports of one edition at once, in a folder with blanks, #, % and 中文: both are whole",
  // Windows links folders for administrators only.
  ignore: Deno.build.os === "windows",
  fn: async () => {
    using own = workspace();
    for (
      const said of await Promise.all([own.start("report"), own.start("report")].map(outputOf))
    ) {
      // The later one finds what it has to say written already.
      assertMatch(said, /已写入 reports\/2031\/index.html|没有重写/);
    }
    assertEquals(own.reports(), ["2031"]);
    for (const name of ["index.html", "00-conventions.html", "report.docx", "tables.xlsx"]) {
      assertEquals(existsSync(join(own.folder, "reports", "2031", name)), true, name);
    }
  },
});
