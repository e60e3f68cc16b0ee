import { assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { readDictionaries } from "lib/edition/dictionaries.ts";
import { DataError } from "lib/table/faults.ts";
import { readGraduates } from "lib/edition/graduates.ts";
import { rebuild } from "lib/twin/rebuild.ts";
import { missed } from "lib/twin/recount.ts";

/** A made-up report on 40 graduates of another school, with ties printed against the catalogue. */
const FILES: Record<string, string> = {
  "edition.json": JSON.stringify({
    year: 2031,
    school: "某某职业学院",
    asOf: "2031-08-31",
    homeProvince: "河南省",
    records: "reconstructed",
  }),
  "majors.csv": `专业,专业大类,院系,学历
甲,一类,东系,本科
乙,二类,东系,专科
丙,二类,西系,专科
`,
  "table-01.csv": `序号,专业大类,生源人数,生源比例%
1,二类,24,60.00
2,一类,16,40.00
`,
  "table-02.csv": `序号,专业名称,本校生源人数,占本校生源比%,占全省同专业生源比%
1,甲,16,40.00,10.00
2,丙,12,30.00,20.00
3,乙,12,30.00,30.00
`,
  "table-03.csv": `序号,院（系）名称,生源人数,生源比例%
1,东系,28,70.00
2,西系,12,30.00
`,
  "table-04.csv": `序号,生源地,生源人数,生源比例%
1,山西省,3,7.50
2,陕西省,2,5.00
3,安徽省,2,5.00
`,
  "table-05.csv": `序号,毕业去向,毕业生人数,所占比例%
1,签劳动合同形式就业,15,37.50
2,升学,6,15.00
3,其他录用形式就业,5,12.50
4,自主创业,4,10.00
5,应征义务兵,2,5.00
6,自由职业,1,2.50
7,未就业,7,17.50
`,
  "table-06.csv": placement("专业大类", "二类,24,17,3,4,83.33", "一类,16,10,3,3,81.25"),
  "table-07.csv": placement(
    "专业名称",
    "丙,12,8,2,2,83.33",
    "乙,12,9,1,2,83.33",
    "甲,16,10,3,3,81.25",
  ),
  "table-08.csv": placement("院（系）名称", "西系,12,8,2,2,83.33", "东系,28,19,4,5,82.14"),
  "table-09.csv": lines("自主创业,2,40.00", "签劳动合同形式就业,2,40.00", "未就业,1,20.00"),
  "table-10.csv": lines("签劳动合同形式就业,3,75.00", "升学,1,25.00"),
  "table-11.csv": lines("签劳动合同形式就业,1,50.00", "未就业,1,50.00"),
  "table-12.csv": `经济区域,省（直辖市、自治区）,就业人数,占就业总人数比例%
东部地区,北京市,3,11.11
中部地区,河南省,20,74.07
中部地区,湖北省,2,7.41
其他,未登记就业地区,2,7.41
`,
  "table-13.csv": `重大国家战略,就业人数,占就业总人数比例%
长江经济带发展,2,8.00
京津冀协同发展,3,12.00
`,
  "table-14.csv": `序号,升学高校名称,毕业生人数,所占比例%
1,第一大学,3,50.00
2,第二大学,2,33.33
`,
  "table-15.csv": `序号,未就业状态,毕业生人数,所占比例%
1,待就业,5,71.43
2,不就业拟升学,1,14.29
3,其他暂不就业,1,14.29
`,
  "statements.csv": statements(`毕业生,人数,40
男生,人数,22
女生,人数,18
女生,毕业去向落实率,83.33
男生,毕业去向落实率,81.82
外省生源毕业生,人数,7
外省生源地,个数,3
出省就业毕业生,人数,5
河南省内就业城市,流向第1位,甲州
甲州,占就业总人数比例,29.63
机关,占就业总人数比例,0.00
事业单位,占就业总人数比例,3.70
国有企业,占就业总人数比例,7.41
非国有企业,占就业总人数比例,62.96
自由职业,占就业总人数比例,3.70
其他,占就业总人数比例,22.22
就业行业,流向第1位,制造业
就业行业,流向第2位,教育
制造业,占就业总人数比例,37.04
教育,占就业总人数比例,22.22
自主创业毕业生,省内创业人数,3
自主创业毕业生,省外创业人数,1
创业行业,流向第1位,教育
教育,创业人数,2
升学毕业生,国内升学人数,6
升学毕业生,出国（境）深造人数,0
河南省内升学高校,个数,3
`),
};

/** The text of `statements.csv`, from lines of 对象,指标,数值. */
function statements(text: string): string {
  const rows = text.trim().split("\n").map((row, i) => `${i + 1},一,${row},,claim`);
  return ["编号,位置,对象,指标,数值,单位,性质", ...rows, ""].join("\n");
}

function placement(name: string, ...rows: string[]): string {
  const header =
    `序号,${name},生源人数,毕业去向落实人数·就业,毕业去向落实人数·升学,未就业人数,毕业去向落实率%`;
  return [header, ...rows.map((row, i) => `${i + 1},${row}`), ""].join("\n");
}

function lines(...rows: string[]): string {
  const header = "序号,毕业去向,毕业生人数,所占比例%";
  return [header, ...rows.map((row, i) => `${i + 1},${row}`), ""].join("\n");
}

/** Writes the made-up report with some files changed, and hands its folder to `use`. */
async function edition(
  changes: Record<string, string>,
  use: (folder: string) => Promise<void>,
): Promise<void> {
  const temp = Deno.makeTempDirSync();
  const folder = join(temp, "edition");
  try {
    Deno.mkdirSync(join(folder, "published"), { recursive: true });
    for (const [name, content] of Object.entries({ ...FILES, ...changes })) {
      const printed = name.startsWith("table-") || name === "statements.csv";
      Deno.writeTextFileSync(join(folder, printed ? "published" : "", name), content);
    }
    await use(folder);
  } finally {
    Deno.removeSync(temp, { recursive: true });
  }
}

const dictionaries = readDictionaries();

Deno.test("another school's small report is rebuilt with every margin and every printed order", async () => {
  await edition({}, async (folder) => {
    assertEquals(missed(await rebuild(folder, dictionaries)), []);
    const graduates = readGraduates(folder, dictionaries);
    assertEquals(graduates.size, 40);
    assertEquals([...new Set(graduates.column("专业"))], ["甲", "丙", "乙"]);
    assertEquals(graduates.filter((row) => row.就业城市 === "甲州").size, 8);
  });
});

Deno.test("a margin that cannot be met is reported, with what print says and what the records give", async () => {
  const men = FILES["statements.csv"]?.replace(
    "男生,毕业去向落实率,81.82",
    "男生,毕业去向落实率,90.91",
  );
  await edition({ "statements.csv": men ?? "" }, async (folder) => {
    assertEquals(missed(await rebuild(folder, dictionaries)), [
      { place: "正文", item: "男生·毕业去向落实率", printed: "90.91", counted: "81.82" },
    ]);
  });
});

Deno.test("print that contradicts itself is refused and leaves the old records alone", async () => {
  const table = FILES["table-05.csv"]?.replace("自主创业,4", "自主创业,5");
  await edition({ "table-05.csv": table ?? "", "graduates.csv": "old" }, async (folder) => {
    await assertRejects(() => rebuild(folder, dictionaries), RangeError, "相互矛盾");
    assertEquals(Deno.readTextFileSync(join(folder, "graduates.csv")), "old");
  });
});

Deno.test("a number that print does not give is named", async () => {
  const statements = FILES["statements.csv"]?.replace(/.*女生,人数,18.*\n/, "");
  await edition({ "statements.csv": statements ?? "" }, async (folder) => {
    await assertRejects(() => rebuild(folder, dictionaries), DataError, "对象“女生”、指标“人数”");
  });
});

Deno.test("a school's own records are never overwritten", async () => {
  const own = FILES["edition.json"]?.replace("reconstructed", "register");
  await edition({ "edition.json": own ?? "", "graduates.csv": "own" }, async (folder) => {
    await assertRejects(() => rebuild(folder, dictionaries), Error, "不予覆盖");
    assertEquals(Deno.readTextFileSync(join(folder, "graduates.csv")), "own");
  });
});
