import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { testAgreement } from "./agreement.ts";
import { rewriteLines, runOnCopy } from "./changed_copy.ts";

const NOTEBOOK = "05-initiatives";
const made = testAgreement(NOTEBOOK, { tables: [], statements: "5-" });

Deno.test("an activity's number moves its own statement and no other", async () => {
  const is = await runOnCopy(NOTEBOOK, (folder) => {
    rewriteLines(
      join(folder, "2023", "initiatives.csv"),
      (line) => line.replace(/,专升本考试,参加人数,\d+,/, ",专升本考试,参加人数,1,"),
    );
  });
  const was = await made();
  const values = new Map(is.statements.map((one) => [one.id, one.value]));
  const moved = was.statements.filter((one) => values.get(one.id) !== one.value);
  assertEquals(moved.map(({ subject }) => subject), ["专升本考试"]);
  assertEquals(is.statements.length, was.statements.length);
});

Deno.test("an edition without initiatives and texts has an empty chapter", async () => {
  const is = await runOnCopy(NOTEBOOK, (folder) => {
    Deno.removeSync(join(folder, "2023", "initiatives.csv"));
    Deno.removeSync(join(folder, "2023", "text"), { recursive: true });
  });
  assertEquals(is, { exhibits: [], statements: [] });
});
