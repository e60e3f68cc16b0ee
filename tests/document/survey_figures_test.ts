import { assert, assertEquals, assertThrows } from "@std/assert";
import type { Coverage } from "lib/document/exhibit.ts";
import { knowledge, type Known } from "lib/document/known.ts";
import { type FigureSpec, openSection } from "lib/document/section.ts";
import { choiceFigure, scaleFigure } from "lib/document/survey_figures.ts";
import { choiceOf, scaleOf, scalesOf } from "lib/measures/answers.ts";
import { CANTEEN } from "../canteen.ts";
import { attributesOf, partsOf, textsOf } from "../page.ts";
import { htmlOf, setting, shownExhibit } from "./setting.ts";

/** Knows everything but what is said otherwise. */
function known(items: Readonly<Record<string, Coverage>> = {}): Known {
  return knowledge(
    Object.entries(items).map(([项目, 依据]) => ({ 图表: "图1", 项目, 依据, 说明: "" })),
    "图1",
  );
}

/** The rows of a figure as an exhibit carries them, and its HTML. */
function made<R extends object>(spec: (known: Known) => FigureSpec<R>, coverage = {}) {
  const rows = Object.entries<Coverage>(coverage)
    .map(([项目, 依据]) => ({ 图表: "图1", 项目, 依据, 说明: "" }));
  const section = openSection(setting({ coverage: rows }), "毕业生", () => {});
  const figure = section.figure("图1", spec);
  return { html: htmlOf(figure), exhibit: shownExhibit(figure) };
}

Deno.test("a choice figure ranks its options and tells question, base and kind", () => {
  const { exhibit, html } = made(
    choiceFigure(CANTEEN, choiceOf(CANTEEN, "图2"), { title: "爱吃" }),
  );
  assertEquals(exhibit.columns, ["选项", "答卷数", "比例%", "95%区间"]);
  assertEquals(exhibit.rows.map((row) => row.slice(0, 3)), [
    ["饺子", 3, "75.00"],
    ["饭", 2, "50.00"],
    ["面", 1, "25.00"],
  ]);
  assertEquals(exhibit.base, { label: "食堂不为“不去”的答卷", count: 4, unit: "份" });
  assert(exhibit.note?.includes("“C2？”（多选）"));
  assert(exhibit.note?.includes("不必等于百分之百"));
  assert(exhibit.note?.includes("少于 30 份"));
  assertEquals(attributesOf(html, ".drawing", "aria-label"), [
    "图. 爱吃。饺子：答卷数 3，比例 75.00%；饭：答卷数 2，比例 50.00%；面：答卷数 1，比例 25.00%。",
  ]);
});

Deno.test("options with an order of their own keep it", () => {
  const choice = choiceOf(CANTEEN, "图1");
  const names = (ordered: boolean) =>
    choiceFigure(CANTEEN, choice, { title: "去哪", ordered })(known()).rows.column("选项");
  assertEquals(names(true), ["南苑", "北苑", "不去"]);
  assertEquals(names(false), ["北苑", "南苑", "不去"]);
});

Deno.test("an option that is only a sum is hatched with its number, a bounded one has none", () => {
  const figure = choiceFigure(CANTEEN, choiceOf(CANTEEN, "图1"), { title: "去哪", ordered: true });
  const { exhibit, html } = made(figure, { "": "partial", 北苑: "partial", 不去: "bounded" });
  assertEquals(exhibit.rows.map((row) => row.slice(1, 3)), [
    [1, "20.00"],
    [3, "60.00"],
    [null, null],
  ]);
  assertEquals(partsOf(html, ".hatched rect").length, 1);
  assertEquals(textsOf(html, "p.note").at(-1), "图例：公布时没有逐项列出");
});

Deno.test("a scale figure known in full shows every label, the rate, its interval and the mean", () => {
  const { exhibit, html } = made(scaleFigure(CANTEEN, [scaleOf(CANTEEN, "图3")], {
    title: "味道",
    measure: "好评率",
  }));
  assertEquals(exhibit.columns, [
    "项目",
    "答卷数",
    "很香%",
    "较香%",
    "还行%",
    "偏淡%",
    "难吃%",
    "好评率%",
    "95%区间",
    "均值",
    "均值95%区间",
  ]);
  assertEquals(exhibit.rows, [
    [
      "味道",
      4,
      "25.00",
      "25.00",
      "25.00",
      "25.00",
      "0.00",
      "75.00",
      "30.06%–95.44%",
      "3.50",
      "1.45–5.00",
    ],
  ]);
  assert(exhibit.note?.includes("好评率为“很香”“较香”“还行”三档比例之和"));
  assertEquals(partsOf(html, ".hatched, .hollow"), []);
});

Deno.test("of a figure known in part a scale tells its rate, and neither labels nor mean", () => {
  const { exhibit, html } = made(
    scaleFigure(CANTEEN, [scaleOf(CANTEEN, "图3")], { title: "味道" }),
    { "": "partial", 满意度: "published", 很香: "bounded" },
  );
  const [[, , ...cells] = []] = exhibit.rows;
  assertEquals(cells, [null, null, null, null, null, "75.00", "30.06%–95.44%", null]);
  assert(exhibit.note?.includes("没有公布"));
  // One rate is a line of words; the overview of all draws it.
  assertEquals(textsOf(html, ".known"), ["味道：满意度 75.00%，95%区间 30.06%–95.44%。"]);
  assertEquals(partsOf(html, "svg"), []);
});

Deno.test("of several scales known in part each rate is drawn, the rest hatched", () => {
  const figure = scaleFigure(CANTEEN, scalesOf(CANTEEN, "图4"), { title: "汤和价格" });
  const { html } = made(figure, { "": "partial", 汤: "published", 价格: "published" });
  assertEquals(partsOf(html, ".hatched rect").length, 2);
});

Deno.test("of a bounded item the whole percentage that it reaches is told, and nothing more", () => {
  const { exhibit, html } = made(
    scaleFigure(CANTEEN, scalesOf(CANTEEN, "图4"), { title: "汤和价格" }),
    { "": "bounded", 汤: "published", 价格: "bounded" },
  );
  const at = (name: string) => exhibit.columns.indexOf(name);
  assertEquals(exhibit.rows.map((row) => [row[0], row[at("满意度%")], row[at("95%区间")]]), [
    ["汤", "75.00", "30.06%–95.44%"],
    ["价格", "≥33", null],
  ]);
  assertEquals(partsOf(html, ".hollow rect").length, 1);
  assert(textsOf(html, "p.note").at(-1)?.includes("只给出下限"));
});

Deno.test("a battery whose labels differ names them by their scores, and says that bases differ", () => {
  const { rows, note, base } = scaleFigure(CANTEEN, scalesOf(CANTEEN, "图4"), {
    title: "汤和价格",
    measure: "前三档合计",
  })(known());
  assertEquals(rows.names.slice(2, 7), ["5 分%", "4 分%", "3 分%", "2 分%", "1 分%"]);
  assert(note?.includes("“C4？”等 2 题"));
  assert(note?.includes("“很香”“较香”“还行”；“很值”“较值”“还行”"));
  assert(note?.includes("各题答卷数不同"));
  assertEquals(base?.count, 4);
});

Deno.test("a question that nobody answered shows no number", () => {
  const silent = {
    ...CANTEEN,
    responses: CANTEEN.responses.derive({ C2: () => null, C3: () => null }),
  };
  const choice = made(choiceFigure(silent, choiceOf(silent, "图2"), { title: "爱吃" }));
  assertEquals(choice.exhibit.rows.flatMap((row) => row.slice(1)).filter((x) => x !== null), []);
  const scale = made(scaleFigure(silent, [scaleOf(silent, "图3")], { title: "味道" }));
  assertEquals(scale.exhibit.rows[0]?.slice(2).filter((cell) => cell !== null), []);
  assertEquals(scale.exhibit.base?.count, 4);
  assert(scale.exhibit.note?.includes("没有可用的答案"));
});

Deno.test("who was asked and did not answer is said", () => {
  const [, price] = scalesOf(CANTEEN, "图4");
  assert(price !== undefined);
  const { note } = scaleFigure(CANTEEN, [price], { title: "价格" })(known());
  assert(note?.includes("另有 1 份应答而未答"));
});

Deno.test("a figure of no scale is refused", () => {
  assertThrows(() => scaleFigure(CANTEEN, [], { title: "无" }), RangeError, "no scale");
});
