import { assert, assertEquals } from "@std/assert";
import { readAnswer, WRITTEN } from "lib/edition/answer.ts";
import { LIKELIHOODS } from "lib/edition/questionnaire.ts";
import { NOT_ASKED } from "lib/edition/routing.ts";
import { question } from "../question.ts";

const SEVERAL = question({
  code: "Q1",
  kind: "多选",
  options: ["薪资", "地点", "其他企业", "其他【请注明】"],
});
const ONE = question({ code: "Q2", kind: "单选", options: ["骑车", "步行", "其他"] });
const PAY = question({ code: "Q3", kind: "数值", unit: "元/月" });
const LIKELY = question({ code: "Q4", kind: "NPS", options: LIKELIHOODS });
const ORDER = question({ code: "Q5", kind: "排序", options: ["薪资", "地点", "其他"] });
const WORDS = question({ code: "Q6", kind: "填空" });

Deno.test("a skip is no question, an empty mark no answer, whatever the kind", () => {
  for (const one of [SEVERAL, ONE, PAY, LIKELY, ORDER, WORDS]) {
    assertEquals(
      ["(跳过)", "（跳过）", "(空)", "（空）", ""].map((cell) => readAnswer(cell, one).answer),
      [
        NOT_ASKED,
        NOT_ASKED,
        null,
        null,
        null,
      ],
    );
  }
});

Deno.test("其他 is counted under its option without what was written behind it", () => {
  const read = (cell: string) => readAnswer(cell, SEVERAL);
  for (
    const cell of [
      "薪资┋其他【请注明】〖离家近〗",
      "薪资┋其他〖离家近〗",
      "薪资┋其他【请注明】〖离家近┋有食堂〗",
      "薪资┋其他：离家近",
      "薪资┋其它:离家近",
      "薪资┋其他，离家近",
      "薪资┋其他（离家近）",
      "薪资┋其他【请注明】",
    ]
  ) {
    assertEquals(read(cell), {
      answer: "薪资┋其他【请注明】",
      wrong: [],
      shown: "薪资┋其他【请注明】",
    });
  }
  assertEquals(read("其他企业┋地点〖近〗").answer, "其他企业┋地点");
});

Deno.test("an answer that is no option is told only where it is a slip of one", () => {
  const slip = readAnswer("骑自行车", ONE);
  assertEquals(slip.shown, "骑自行车");
  assert(slip.wrong[0]?.startsWith("没有选项“骑自行车”，最接近的是“骑车”"));
  for (const cell of ["因为我家里有困难", "其他离家近", "其他家", "骑车┋我妈妈病了"]) {
    const { wrong, shown } = readAnswer(cell, ONE);
    assertEquals(shown, undefined, cell);
    assert(wrong.length > 0 && wrong.every((one) => !one.includes(cell.slice(-3))), cell);
  }
});

Deno.test("a number may carry separators, full width and its unit; anything else is not repeated", () => {
  const read = (cell: string) => readAnswer(cell, PAY);
  assertEquals(
    ["4500", "4,500", "４５００元", "4500.5 元/月", "0"].map((cell) => read(cell).answer),
    ["4500", "4500", "4500", "4500.5", "0"],
  );
  for (const cell of ["面议", "3000-4000", "-5", "5k", "1e5"]) {
    const { wrong, shown } = read(cell);
    assertEquals([wrong, shown], [["应为不小于零的数（元/月），没有作答的留空"], undefined], cell);
  }
});

Deno.test("a likelihood is a whole number from 0 to 10", () => {
  assertEquals(["0", "10", "9分"].map((cell) => readAnswer(cell, LIKELY).answer), ["0", "10", "9"]);
  for (const cell of ["11", "7.5", "很可能"]) {
    assertEquals(readAnswer(cell, LIKELY).wrong.length, 1, cell);
  }
});

Deno.test("a ranking is read whatever parts its ranks; an option has one rank", () => {
  for (const cell of ["地点┋薪资", "地点→薪资", "地点 → 薪资"]) {
    assertEquals(readAnswer(cell, ORDER).answer, "地点┋薪资");
  }
  assertEquals(readAnswer("其他〖近〗→薪资", ORDER).answer, "其他┋薪资");
  assert(readAnswer("地点→地点", ORDER).wrong[0]?.startsWith("“地点”选了两次"));
});

Deno.test("of one's own words nothing is kept but that there are some", () => {
  assertEquals(readAnswer("请多办\n招聘会", WORDS), { answer: WRITTEN, wrong: [] });
});
