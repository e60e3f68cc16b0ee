import { assertEquals } from "@std/assert";
import { abstractOf, keyFigures, withAbstract } from "lib/document/abstract.ts";
import type { Block, ChapterBlocks } from "lib/document/blocks.ts";
import { blockText } from "lib/document/plain.ts";
import { exhibit, statement } from "./setting.ts";

const about = { year: 2031, asOf: "2031-08-05" };
const number = (subject: string, measure: string, value: number | string, unit: string) =>
  statement({
    id: `${subject}·${measure}`,
    key: `${subject}·${measure}`,
    subject,
    measure,
    value,
    unit,
  });

/** A chapter that computed some numbers and shows some tables. */
function chapter(numbers: readonly ReturnType<typeof number>[], tables: readonly Block[] = []) {
  const blocks = [{ kind: "paragraph", words: numbers } as const, ...tables];
  return [{
    notebook: "01",
    title: "一",
    blocks: blocks.map((block) => ({ block, cell: 1, analyst: false })),
  }] satisfies ChapterBlocks[];
}

const said = (chapters: ChapterBlocks[]) =>
  (abstractOf(chapters, about)?.blocks ?? []).map(({ block }) => blockText(block));

const people = number("毕业生", "人数", 400, "人");
const rates = (...rows: [string, number, number, string][]): Block => ({
  kind: "table",
  exhibit: exhibit({
    key: "院系落实情况",
    columns: ["序号", "院（系）名称", "生源人数", "未就业人数", "毕业去向落实率%"],
    rows: rows.map((row, i) => [i + 1, ...row]),
  }),
});

Deno.test("an abstract says what is known, and of the rest nothing", () => {
  assertEquals(said(chapter([people])), [
    "摘要",
    "2031 届毕业生 400 人。数据截至 2031 年 8 月 5 日。",
  ]);
  assertEquals(
    said(chapter([people, number("毕业生", "同比减少人数", 7, "人")]))[1],
    "2031 届毕业生 400 人，比上一届减少 7 人。数据截至 2031 年 8 月 5 日。",
  );
  assertEquals(abstractOf(chapter([]), about), null);
});

Deno.test("rates far apart are told with their distance; small groups are no contrast", () => {
  const lines = said(chapter([people], [
    rates(["甲系", 100, 4, "96.00"], ["乙系", 90, 9, "90.00"], ["丙系", 200, 50, "75.00"], [
      "丁系",
      3,
      0,
      "100.00",
    ]),
  ]));
  assertEquals(
    lines.at(-1),
    "甲系的毕业去向落实率为 96.00%，在人数不少于 30 人的 3 个院（系）中最高，比最低的丙系（75.00%）高 21.00 个百分点。",
  );
  const near = said(
    chapter([people], [rates(["甲系", 100, 4, "96.00"], ["乙系", 90, 4, "95.00"])]),
  );
  assertEquals(near.length, 2);
});

Deno.test("departments are called by the school's own word", () => {
  const [table] = [
    rates(["甲院", 100, 4, "96.00"], ["乙院", 90, 9, "90.00"], ["丙院", 80, 30, "62.50"]),
  ];
  if (table?.kind !== "table") throw new Error("no table");
  const columns = table.exhibit.columns.map((one) => one === "院（系）名称" ? "学院名称" : one);
  const named: Block = { ...table, exhibit: { ...table.exhibit, columns } };
  assertEquals(
    said(chapter([people], [named])).at(-1),
    "甲院的毕业去向落实率为 96.00%，在 3 个学院中最高，比最低的丙院（62.50%）高 33.50 个百分点。",
  );
});

Deno.test("the group that most of the unplaced are of is named, where there is one", () => {
  const table = (a: number, b: number): Block => ({
    kind: "table",
    exhibit: exhibit({
      key: "专业大类落实情况",
      columns: ["序号", "专业大类", "未就业人数"],
      rows: [[1, "甲类", a], [2, "乙类", b]],
    }),
  });
  assertEquals(
    said(chapter([people], [table(75, 25)])).at(-1),
    "未就业的 100 人中，75 人属于甲类，占 75.00%。",
  );
  assertEquals(
    said(chapter([people], [table(49, 51)])).at(-1),
    "未就业的 100 人中，51 人属于乙类，占 51.00%。",
  );
  assertEquals(said(chapter([people], [table(10, 5)])).length, 2);
});

Deno.test("key figures are those that are known, each with its base", () => {
  const rate = { ...number("毕业生", "毕业去向落实率", "75.00", "%"), of: [300, 400] as const };
  const made = { exhibits: [], statements: [people, rate] };
  assertEquals(
    keyFigures(made).map(({ label, statement, remark }) => [label, statement.value, remark]),
    [
      ["毕业生人数", 400, ""],
      ["毕业去向落实率", "75.00", "300 人 ÷ 400 人"],
    ],
  );
});

Deno.test("a report without numbers has no abstract", () => {
  const document = { chapters: chapter([]), labels: new Map() };
  assertEquals(withAbstract(document, about), document);
});
