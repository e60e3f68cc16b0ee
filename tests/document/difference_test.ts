import { assert, assertEquals } from "@std/assert";
import { difference, headline, isFirmShare } from "lib/document/difference.ts";
import { differenceLines, differenceRows } from "lib/document/difference_words.ts";
import type { Made } from "lib/document/document.ts";
import type { Cell, Exhibit } from "lib/document/exhibit.ts";
import { exhibit, statement } from "./setting.ts";

const RATES = ["序号", "专业名称", "生源人数", "未就业人数", "毕业去向落实率%"];
const rates = (...rows: Cell[][]): Exhibit =>
  exhibit({
    key: "专业落实情况",
    title: "各专业落实情况",
    columns: RATES,
    rows: rows.map((row, i) => [i + 1, ...row]),
  });
const made = (more: Partial<Made>): Made => ({ exhibits: [], statements: [], ...more });
const number = (subject: string, measure: string, value: Cell, unit = "人") =>
  statement({
    key: `${subject}·${measure}`,
    id: `${subject}·${measure}`,
    subject,
    measure,
    value,
    unit,
  });

/** Nursing fell by 5.00 points, accounting rose by 10.00, one major of 4 came and one went. */
const BEFORE = made({
  exhibits: [
    rates(["护理", 100, 10, "90.00"], ["会计", 50, 10, "80.00"], ["畜牧", 3, 0, "100.00"]),
    exhibit({ key: "旧表", title: "旧表", columns: ["系", "人数"], rows: [["甲系", 1]] }),
  ],
  statements: [
    number("毕业生", "人数", 153),
    number("毕业生", "毕业去向落实率", "86.93", "%"),
    number("专业", "人数第1位", "护理", ""),
  ],
});
const AFTER = made({
  exhibits: [
    rates(["会计", 60, 6, "90.00"], ["护理", 80, 12, "85.00"], ["酿酒", 4, 2, "50.00"]),
    exhibit({
      key: "新图",
      title: "新图",
      kind: "figure",
      columns: ["系", "人数"],
      rows: [["甲系", 2]],
    }),
  ],
  statements: [
    number("毕业生", "人数", 144),
    number("毕业生", "毕业去向落实率", "86.11", "%"),
    number("专业", "人数第1位", "护理", ""),
    number("专业", "人数第2位", "会计", ""),
  ],
});

Deno.test("rows are matched by name whatever their rank, each number moves by what a reader subtracts", () => {
  const { moved, compared } = difference(BEFORE, AFTER);
  const told = moved.map(({ row, column, before, after, by }) => [row, column, before, after, by]);
  assertEquals(told, [
    ["会计", "生源人数", 50, 60, "10"],
    ["会计", "未就业人数", 10, 6, "-4"],
    ["会计", "毕业去向落实率", "80.00", "90.00", "10.00"],
    ["护理", "生源人数", 100, 80, "-20"],
    ["护理", "未就业人数", 10, 12, "2"],
    ["护理", "毕业去向落实率", "90.00", "85.00", "-5.00"],
    ["毕业生", "人数", 153, 144, "-9"],
    ["毕业生", "毕业去向落实率", "86.93", "86.11", "-0.82"],
  ]);
  // Two majors of three numbers each, and three statements.
  assertEquals(compared, 2 * 3 + 3);
});

Deno.test("what came and what went is told: rows, whole exhibits, and every value of theirs", () => {
  const { came, went, added, vanished } = difference(BEFORE, AFTER);
  const named = (of: typeof came) => of.map(({ exhibit, row }) => [exhibit, row]);
  assertEquals(named(came), [["专业落实情况", "酿酒"], ["新图", null]]);
  assertEquals(named(went), [["专业落实情况", "畜牧"], ["旧表", null]]);
  const values = (of: typeof added) => of.map(({ row, column, value }) => [row, column, value]);
  assertEquals(values(added), [
    ["酿酒", "生源人数", 4],
    ["酿酒", "未就业人数", 2],
    ["酿酒", "毕业去向落实率", "50.00"],
    ["甲系", "人数", 2],
    ["专业", "人数第2位", "会计"],
  ]);
  assertEquals(values(vanished), [
    ["畜牧", "生源人数", 3],
    ["畜牧", "未就业人数", 0],
    ["畜牧", "毕业去向落实率", "100.00"],
    ["甲系", "人数", 1],
  ]);
});

Deno.test("an edition beside itself has no difference", () => {
  const { moved, came, went, added, vanished } = difference(AFTER, AFTER);
  assertEquals([moved, came, went, added, vanished], [[], [], [], [], []]);
});

Deno.test("where the first column does not tell rows apart the next ones help, and if none does they are counted", () => {
  const places = (...rows: Cell[][]) =>
    made({ exhibits: [exhibit({ columns: ["经济区域", "省", "人数"], rows })] });
  const rows = difference(
    places(["东部", "山东省", 5], ["东部", "北京市", 2]),
    places(["东部", "北京市", 3], ["东部", "山东省", 5]),
  ).moved.map(({ row, by }) => [row, by]);
  assertEquals(rows, [["东部·北京市", "1"]]);
  const twice = difference(places(["东部", "甲", 1], ["东部", "甲", 2]), places(["东部", "甲", 1]));
  assertEquals(twice.went.map(({ row }) => row), ["东部·甲（2）"]);
});

Deno.test("what is unknown or a bound moves by no number; it is told all the same", () => {
  const one = (value: Cell) => made({ statements: [number("毕业生", "人数", value)] });
  for (const [before, after] of [[null, 3], ["<6516", 6000], ["护理", "会计"]] as const) {
    assertEquals(difference(one(before), one(after)).moved.map(({ by }) => by), [null]);
  }
});

Deno.test("a share of few people, or of nobody knows how many, is not told in words", () => {
  const share = (bases: readonly [number | null, number | null], unit = "%") =>
    isFirmShare({
      exhibit: null,
      title: "",
      row: "",
      column: "",
      unit,
      before: "1",
      after: "2",
      by: "1",
      bases,
    });
  assertEquals(share([30, 30]), true);
  assertEquals(share([29, 300]), false);
  assertEquals(share([300, 29]), false);
  assertEquals(share([300, null]), false);
  assertEquals(share([300, 300], "人"), false);
});

Deno.test("the headline has what either edition has, and says what lacks", () => {
  assertEquals(headline(BEFORE, made({ statements: [number("毕业生", "就业人数", 7)] })), [
    { row: "毕业生", column: "人数", unit: "人", before: 153, after: undefined, by: null },
    {
      row: "毕业生",
      column: "毕业去向落实率",
      unit: "%",
      before: "86.93",
      after: undefined,
      by: null,
    },
    { row: "毕业生", column: "就业人数", unit: "人", before: undefined, after: 7, by: null },
  ]);
});

const sides = [{ year: 2023, made: BEFORE }, { year: 2024, made: AFTER }] as const;

Deno.test("in words the headline comes first, then the rates that moved most, then what came and went", () => {
  const lines = differenceLines(...sides, difference(BEFORE, AFTER));
  assertEquals(lines.map((line) => line.trim().replaceAll(/ {2,}/g, "  ")), [
    "",
    "要点",
    "2023 年  2024 年  变动",
    "毕业生人数  153  144  减少 9 人",
    "毕业去向落实率  86.93  86.11  下降 0.82 个百分点",
    "",
    "各专业落实情况：落实率升 1 处、降 1 处（两届都不少于 30 人的），从变动大的起",
    "2023 年  2024 年  变动",
    "会计  80.00  90.00  上升 10.00 个百分点  基数 50 → 60",
    "护理  90.00  85.00  下降 5.00 个百分点  基数 100 → 80",
    "",
    "新列入与不再列入的项目",
    "专业落实情况：新列入 酿酒；不再列入 畜牧",
    "",
    "只在一届有的图表",
    "只有 2024 年有：新图",
    "只有 2023 年有：旧表",
    "",
    "两届都有的 9 个数里 8 个不同；新有 5 个，不再有 4 个。全部清单用 --csv 文件 或 --json。",
  ]);
});

Deno.test("however much moved, the words are bounded and say how much more there is", () => {
  const many = (rate: (i: number) => string) =>
    made({
      exhibits: Array.from({ length: 40 }, (_, t) => ({
        ...rates(...Array.from({ length: 50 }, (_, i): Cell[] => [`专业${i}`, 100, 1, rate(i)])),
        columns: ["序号", "专业名称", "生源人数", "未就业人数", "比例%"],
        key: `表${t}`,
      })),
    });
  const [before, after] = [many(() => "10.00"), many((i) => `2${i % 10}.00`)];
  const found = difference(before, after);
  const lines = differenceLines(
    { year: 2023, made: before },
    { year: 2024, made: after },
    found,
  );
  assert(lines.length < 20);
  assertEquals(lines.filter((line) => line.includes("另有")), ["  另有 42 处"]);
  assertEquals(found.moved.length, 2000);
  assertEquals(differenceRows(found).length, 2001);
});
