import { assertEquals } from "@std/assert";
import { contradictions } from "lib/edition/contradictions.ts";
import { readDictionaries } from "lib/edition/dictionaries.ts";
import { readGraduates } from "lib/edition/graduates.ts";
import { editionFolder } from "lib/workspace.ts";
import { graduatesCsv } from "../small_edition.ts";
import { temporaryData } from "../temporary_data.ts";

function found(csv: string) {
  using data = temporaryData({ "graduates.csv": csv });
  const dictionaries = readDictionaries();
  return contradictions(readGraduates(data.folder, dictionaries), dictionaries)
    .map(({ 情形, 人数 }) => `${情形} ${人数}`);
}

Deno.test("a job without employment, a soldier in a factory, study without a university are told", () => {
  const job = { 单位性质: "其他企业", 单位行业: "制造业", 就业省份: "山东省" };
  assertEquals(
    found(graduatesCsv(
      { 毕业去向: "待就业", ...job },
      { 毕业去向: "待就业", 就业城市: "聊城市" },
      { 毕业去向: "应征义务兵", ...job },
      { 毕业去向: "应征义务兵", 单位性质: "部队", 单位行业: "军队" },
      { 毕业去向: "国内升学" },
      { 毕业去向: "自主创业", 升学院校: "某大学" },
      { 毕业去向: "签劳动合同形式就业", ...job, 就业城市: "聊城市" },
    )),
    [
      "未就业，却填有就业单位、工作地或月收入 2",
      "升学，却没有填升学院校 1",
      "没有升学，却填有升学院校 1",
      "应征入伍，单位性质或行业却不是部队 1",
      "填有就业城市，却没有就业省份 1",
    ],
  );
});

Deno.test("columns that the records lack contradict nothing", () => {
  const csv = "学号,性别,学历,院系,专业,生源地,毕业去向\n1,女,专科,甲系,甲,山东省,国内升学\n";
  assertEquals(found(csv), []);
});

Deno.test("the records of 2023 contradict themselves nowhere", () => {
  const folder = editionFolder(2023);
  const dictionaries = readDictionaries(folder);
  assertEquals(contradictions(readGraduates(folder, dictionaries), dictionaries), []);
});
