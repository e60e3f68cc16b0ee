import { assertEquals } from "@std/assert";
import { openSection } from "lib/document/section.ts";
import { weightedOf } from "lib/document/survey_mix.ts";
import { sampleMix } from "lib/measures/poststratify.ts";
import { Frame } from "lib/table/frame.ts";
import type { Question } from "lib/edition/questionnaire.ts";
import { CANTEEN } from "../canteen.ts";
import { setting, shownExhibit, textOf } from "./setting.ts";

const section = openSection(setting(), "", () => {});

/** The canteen's survey beside people who eat at these canteens. */
function compared(people: readonly string[], more: Partial<Question> = {}) {
  const questions = CANTEEN.codebook.questions.map((one) =>
    one.code === "C1" ? one : { ...one, ...more }
  );
  const survey = { name: "食堂调查", ...CANTEEN, codebook: { ...CANTEEN.codebook, questions } };
  const [group] = questions;
  if (group === undefined) throw new Error("The canteen has questions");
  const all = Frame.fromColumns({ 食堂: people });
  return { survey, group, mix: sampleMix(CANTEEN.responses, group, all, "食堂") };
}

const REGISTER = { records: "register" } as const;

Deno.test("where the mix is far from everybody's, why and how far is said and estimates stand beside", () => {
  const shown = weightedOf(section, REGISTER, compared(["北苑", "北苑", "不去", "不去"]));
  assertEquals(
    textOf({ blocks: shown.blocks.filter(({ kind }) => kind === "paragraph") }),
    "食堂调查的答卷与全体毕业生的去向构成相差超过 5 个百分点的有“南苑”（答卷里占 20.00%，毕业生里占 0.00%）、" +
      "“北苑”（答卷里占 60.00%，毕业生里占 50.00%）、“不去”（答卷里占 20.00%，毕业生里占 50.00%）。\n" +
      "把答卷按全体毕业生的去向构成加权，与原来的比例并列，见“按去向构成加权”。",
  );
  const { rows, note } = shownExhibit(shown);
  // All at 北苑: two of three like the taste, where three of all four who eat do.
  assertEquals(rows[1]?.slice(0, 4), ["味道", 4, "75.00", "66.67"]);
  assertEquals(note?.includes("少于 30 份"), true);
});

Deno.test("where a group hardly answered, nothing is weighted and that is said", () => {
  const shown = weightedOf(section, REGISTER, compared(["南苑", "南苑"]));
  assertEquals(
    textOf(shown).split("\n")[1],
    "各题都有一类去向的答卷不足 2 份，不能按去向构成加权。",
  );
});

Deno.test("nothing is shown of a mix that is near, of rebuilt records, or without questions to weight", () => {
  const near = ["南苑", "北苑", "北苑", "北苑", "不去"];
  assertEquals(weightedOf(section, REGISTER, compared(near)).blocks, []);
  const far = compared(["北苑", "不去"]);
  assertEquals(weightedOf(section, { records: "reconstructed" }, far).blocks, []);
  assertEquals(weightedOf(section, REGISTER, null).blocks, []);
  const untold = compared(["北苑", "不去"], { section: ["不列"] });
  assertEquals(weightedOf(section, REGISTER, untold).blocks, []);
});
