import { assertEquals, assertStringIncludes } from "@std/assert";
import { readAcceptances } from "lib/edition/acceptances.ts";
import { dataErrorOf, temporaryData } from "../temporary_data.ts";

Deno.test("what was accepted is read with its reason; without an intake there is nothing", () => {
  const accepted = [{ check: "自相矛盾的行", because: "已逐人核实" }];
  using data = temporaryData({ "2025/intake.json": JSON.stringify({ columns: {}, accepted }) });
  assertEquals(readAcceptances(`${data.folder}/2025`), accepted);
  assertEquals(readAcceptances(`${data.folder}/2024`), []);
});

Deno.test("a file that was edited wrongly is refused", () => {
  for (const text of ["{", '{"accepted": {}}', '{"accepted": [{"check": "甲"}]}', "null"]) {
    using data = temporaryData({ "2025/intake.json": text });
    assertStringIncludes(
      dataErrorOf(() => readAcceptances(`${data.folder}/2025`)).message,
      "accepted",
    );
  }
});
