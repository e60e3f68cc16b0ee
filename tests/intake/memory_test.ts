import { assertEquals, assertStringIncludes } from "@std/assert";
import { readMemory } from "lib/intake/memory.ts";
import { dataErrorOf, temporaryData } from "../temporary_data.ts";

const none = "/没有/intake.json";

Deno.test("answers are inherited from last year, this year's go before, a draft's before both", () => {
  using data = temporaryData({
    "2023/intake.json":
      '{"columns": {"甲": "院系", "乙": "专业"}, "accepted": [{"check": "a", "because": "b"}]}',
    "2024/edition.json": "{}",
    "2025/intake.json": '{"columns": {"甲": "学历"}, "values": {"性别": {"F": "女"}}}',
    "draft.json": '{"columns": {"乙": "不用", "丙": ""}, "values": {"性别": {"M": "男", "X": ""}}}',
  });
  const memory = readMemory(2025, `${data.folder}/draft.json`);
  assertEquals(memory.columns, { 甲: "学历", 乙: "不用" });
  assertEquals(memory.values, { 性别: { F: "女", M: "男" } });
  // Last year's reasons are not this year's.
  assertEquals(memory.accepted, []);
});

Deno.test("an empty answer to an empty cell is still an answer that is missing", () => {
  using _ = temporaryData();
  assertEquals(readMemory(2025, none).values, {});
});

Deno.test("a file that was edited wrongly is refused with its name", () => {
  const wrong = [
    "{",
    "[]",
    '{"columns": {"甲": 1}}',
    '{"values": {"性别": "女"}}',
    '{"accepted": {}}',
  ];
  for (const text of wrong) {
    using _ = temporaryData({ "2025/intake.json": text });
    assertStringIncludes(dataErrorOf(() => readMemory(2025, none)).message, "2025/intake.json");
  }
});
