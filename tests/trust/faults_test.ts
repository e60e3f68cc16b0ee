import { assert, assertEquals, assertMatch } from "@std/assert";
import { join } from "node:path";
import { setUp, thisMachine } from "lib/publish/jupyter/setup.ts";
import { root } from "lib/workspace.ts";
import { college } from "../editions/college.ts";
import { copyFolder, temporaryData } from "../temporary_data.ts";
import { mayMount, onDisk, otherClock } from "./faults.ts";
import { outputOf, workspace } from "./workspace.ts";

await setUp(thisMachine(root(), (line) => console.log(line)));

const FULL = /磁盘已满；请腾出空间后重新运行/;
const READ_ONLY = /这里只能读不能写/;

Deno.test({
  name:
    "on a disk that fills up, or cannot be written, an edition stays as it was, and that is said",
  ignore: !mayMount(),
  fn: async () => {
    using data = temporaryData(college().files);
    copyFolder(join(root(), "data", "2023"), join(data.folder, "2023"));
    const env = { REPORT_DATA: data.folder };
    for (
      const [task, spares] of [
        [["twin", "--year", "2023"], [0, 400, 900, 1300, null]],
        [["freeze", "--year", "2025"], [0, null]],
        [["new", "--year", "2031"], [0, null]],
      ] as const
    ) {
      for (const spare of spares) {
        const { code, said, changed } = await onDisk(task, { folder: data.folder, spare, env });
        assertEquals([code, changed], [1, ""], `${task.join(" ")}, ${spare} KB: ${said}`);
        assertMatch(said, spare === null ? READ_ONLY : FULL);
      }
    }
  },
});

Deno.test({
  name: "on a disk that fills up, or cannot be written, the report of before stays whole",
  ignore: !mayMount(),
  fn: async () => {
    using own = workspace();
    await outputOf(own.start("report"));
    const folder = join(own.folder, "reports");
    own.contact("就业处 1");
    for (const spare of [0, 100, null]) {
      const { code, said, changed } = await onDisk(["report"], { folder, spare, cwd: own.folder });
      assertEquals([code, changed], [1, ""], said);
      assertMatch(said, spare === null ? READ_ONLY : FULL);
      assertEquals(own.temporary(), []);
    }
  },
});

Deno.test({
  name: "a report is the same to the byte in another time zone and another year",
  ignore: Deno.build.os === "windows",
  fn: async () => {
    using own = workspace();
    const made = async (env: Readonly<Record<string, string>>, ...before: readonly string[]) => {
      await outputOf(own.start("report", ["--fresh"], { env, before }));
      const folder = join(own.folder, "reports", "2031");
      return new Map(
        [...Deno.readDirSync(folder)].map(({ name }) =>
          [name, Deno.readFileSync(join(folder, name)).toBase64()] as const
        ),
      );
    };
    const here = await made({ TZ: "Asia/Shanghai" });
    assert(here.size >= 6);
    const there = await made({ TZ: "America/Los_Angeles" }, "--preload", otherClock(own.folder));
    assertEquals([...there.keys()].sort(), [...here.keys()].sort());
    for (const [name, bytes] of here) {
      // How a browser writes one page twice is its own affair.
      if (name !== "report.pdf") assert(there.get(name) === bytes, name);
    }
  },
});
