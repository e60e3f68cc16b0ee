import { assert, assertEquals } from "@std/assert";
import { intervals } from "lib/document/charts/intervals.ts";
import type { Coverage } from "lib/document/exhibit.ts";
import { partsOf as partsOfChapter } from "lib/document/questionnaire.ts";
import { openSection } from "lib/document/section.ts";
import { overviewOf } from "lib/document/survey_overview.ts";
import { CANTEEN } from "../canteen.ts";
import { attributesOf } from "../page.ts";
import { clipped, labelsOf } from "./charts/drawn.ts";
import { htmlOf, setting } from "./setting.ts";

const SCALES = ["C3", "C4", "C5"];

/** The canteen's three scales, each with a figure of its own, as far as they are known. */
function overview(coverage: Readonly<Record<string, Coverage>>, scales = SCALES) {
  const questions = CANTEEN.codebook.questions.map((one) => ({
    ...one,
    section: scales.includes(one.code) ? ["四", "评价"] : ["不列"],
    key: one.code,
  }));
  const survey = { name: "食堂调查", ...CANTEEN, codebook: { ...CANTEEN.codebook, questions } };
  const rows = Object.entries(coverage)
    .map(([图表, 依据]) => ({ 图表, 项目: "满意度", 依据, 说明: "" }));
  const section = openSection(setting({ coverage: rows }), "", () => {});
  const told = partsOfChapter([survey], "四").flatMap(({ told }) => told);
  return overviewOf(section, [survey], told);
}

Deno.test("the rates of all scales stand together with their intervals and means", () => {
  const html = htmlOf(overview({}));
  const [alt = ""] = attributesOf(html, ".drawing", "aria-label");
  assert(alt?.startsWith("味道 75.00%（30.06%–95.44%）；"), String(alt));
  assert(html.includes("均值"));
});

Deno.test("what is only bounded, or too little, is not in it", () => {
  assertEquals(overview({ C4: "bounded" }).blocks, []);
  assertEquals(overview({}, ["C3", "C4"]).blocks, []);
});

Deno.test("the scale begins at the tenth below the lowest interval and says so", () => {
  const svg = intervals(
    [{
      name: "某项很长的名称写在这里",
      text: "97.34%　均值 4.21",
      share: 0.97,
      low: 0.83,
      high: 0.99,
    }],
    0.83,
  );
  assertEquals(labelsOf(svg).filter((text) => /^\d+%$/.test(text)), ["80%", "100%"]);
  assertEquals(clipped(svg), []);
});
