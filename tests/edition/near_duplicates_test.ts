import { assertEquals } from "@std/assert";
import { readDictionaries } from "lib/edition/dictionaries.ts";
import { readGraduates } from "lib/edition/graduates.ts";
import { nearDuplicates } from "lib/edition/near_duplicates.ts";
import { editionFolder } from "lib/workspace.ts";
import { graduatesCsv } from "../small_edition.ts";
import { temporaryData } from "../temporary_data.ts";

function found(csv: string) {
  using data = temporaryData({ "graduates.csv": csv });
  return nearDuplicates(readGraduates(data.folder, readDictionaries()))
    .map(({ 列, 写法 }) => [列, ...写法.map(({ 名称, 人数 }) => `${名称} ${人数}`)]);
}

Deno.test("spaces, the width of brackets and a last 市 make one name two", () => {
  const csv = graduatesCsv(
    { 院系: "护理 系", 专业: "护理（中外合作）", 生源城市: "聊城" },
    { 专业: "护理(中外合作)" },
    { 专业: "护理(中外合作)" },
  );
  assertEquals(found(csv), [
    ["院系", "护理系 2", "护理 系 1"],
    ["专业", "护理(中外合作) 2", "护理（中外合作） 1"],
    ["生源城市", "聊城市 2", "聊城 1"],
  ]);
});

Deno.test("names that are two things stay two: 护理 and 护理系, 沙市 and 沙", () => {
  assertEquals(found(graduatesCsv({ 专业: "护理系", 生源城市: "沙市" }, { 生源城市: "沙" })), []);
});

Deno.test("the records of 2023 have none", () => {
  const folder = editionFolder(2023);
  assertEquals(nearDuplicates(readGraduates(folder, readDictionaries(folder))), []);
});
