import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { questionOf, UNLISTED } from "lib/edition/questionnaire.ts";
import { readRecords } from "lib/table/csv.ts";
import { isAsked, splitAnswer } from "lib/edition/routing.ts";
import { readSurvey } from "lib/edition/survey.ts";
import { combined, leading, multipleChoice, singleChoice } from "lib/measures/choice.ts";
import { ratio } from "lib/measures/ratio.ts";
import { scale } from "lib/measures/scale.ts";
import { type Fact, readFacts } from "lib/edition/published.ts";
import { rebuildSurvey } from "lib/twin/survey_files.ts";
import { onlyChecked, readSurveyMargins, type SurveyMargin } from "lib/twin/survey_margins.ts";
import { describeRecount, type Recounted } from "lib/twin/survey_recount.ts";
import { editionFolder } from "lib/workspace.ts";

const FOLDER = editionFolder(2023);
const NAMES = ["graduate-survey", "employer-survey"];
const SURVEYS = NAMES.map((name) => {
  const survey = readSurvey(FOLDER, name);
  return { ...survey, ...readSurveyMargins(FOLDER, name, survey.codebook) };
});
const FACTS = readFacts(join(FOLDER, "published")).statements
  .filter(({ place }) => /^(四|六（[一二]）)/.test(place));

/** What the house's measures give for a margin. */
function computed({ responses }: typeof SURVEYS[number], { question, options }: SurveyMargin) {
  if (question.kind === "量表") return scale(responses, question).satisfied;
  if (question.kind === "单选") return combined(singleChoice(responses, question), options);
  const { rows, base } = multipleChoice(responses, question);
  const counts = rows.filter(({ 选项 }) => options.includes(选项)).column("人数");
  return ratio(counts.reduce((sum, count) => sum + count, 0), base);
}

Deno.test("every printed number of the surveys is held by a question", () => {
  const held = new Set(
    SURVEYS.flatMap(({ size, margins }) => [size.id, ...margins.map(({ fact }) => fact?.id)]),
  );
  const printed = FACTS.filter(({ kind, unit }) => kind !== "claim" && unit !== "分");
  assertEquals(printed.filter(({ id }) => !held.has(id)), []);
  assertEquals(printed.length, 77);
});

Deno.test("every printed percentage comes out of the responses, 图38 as its ledger row says", () => {
  const differing = SURVEYS.flatMap((survey) =>
    survey.margins.filter(({ fact }) => fact?.kind === "exact").map((margin) => ({
      figure: margin.question.figure,
      published: margin.fact?.value,
      computed: computed(survey, margin).percent(),
    }))
  ).filter(({ published, computed }) => published !== computed);
  const ledger = readRecords(join(FOLDER, "errata.csv"), ["图表", "公布值", "重算值"])
    .filter(({ 图表, 公布值 }) => 图表 === "图38" && /^\d/.test(公布值));
  assertEquals(
    differing,
    ledger.map((row) => ({ figure: row.图表, published: row.公布值, computed: row.重算值 })),
  );
});

Deno.test("every printed bound is respected", () => {
  const bounds = SURVEYS.flatMap((survey) =>
    survey.margins.flatMap((margin) =>
      margin.fact?.kind === "bound" ? [[computed(survey, margin), margin.fact.value] as const] : []
    )
  );
  for (const [share, bound] of bounds) {
    if (bound.startsWith("≠")) assert(share.percent() !== "100.00");
    else assert(share.reaches(bound.slice(1)), `${share} ${bound}`);
  }
  assertEquals(bounds.length, 27);
});

Deno.test("the numbers of responses are those printed", () => {
  for (const { responses, size } of SURVEYS) assertEquals(String(responses.size), size.value);
});

Deno.test("every printed rank is that of the responses, ties in the questionnaire's order", () => {
  const ranks = FACTS.filter(({ measure }) => measure.startsWith("比例第"));
  const subjects = Map.groupBy(ranks, ({ place, subject }) => `${place}${subject}`);
  for (const facts of subjects.values()) {
    const labels = facts.map(({ value }) => value);
    const survey = SURVEYS.find(({ margins }) => margins.some(about(facts)));
    const question = survey?.margins.find(about(facts))?.question;
    assert(survey !== undefined && question !== undefined, labels.join());
    const count = question.kind === "多选" ? multipleChoice : singleChoice;
    const { rows } = count(survey.responses, question);
    assertEquals(leading(rows, labels.length).column("选项"), labels);
  }
  assertEquals(subjects.size, 11);
});

/** Whether a margin's fact stands where these do and speaks of the same. */
function about([first]: readonly Fact[]) {
  return ({ fact }: SurveyMargin) =>
    fact !== null && fact.place === first?.place && fact.subject === first.subject;
}

Deno.test("every response answers exactly what it was asked, except what nothing is printed of", () => {
  for (const { codebook, responses, margins } of SURVEYS) {
    const known = new Set(margins.map(({ question }) => question.code));
    for (const { code, kind, routing } of codebook.questions) {
      for (const response of responses.rows()) {
        const answer = response[code] ?? null;
        assertEquals(answer !== null, known.has(code) && isAsked(routing, response));
        if (kind !== "多选") assertEquals(splitAnswer(answer ?? "").length, 1);
      }
    }
    const unknown = codebook.questions.filter(({ code }) => !known.has(code));
    assert(unknown.every(({ figure }) => figure === "图35"));
    if (unknown.length > 0) {
      assert(unknown.every((one) => scale(responses, one).satisfied.percent() === null));
    }
  }
});

Deno.test("options that print does not list never lead a ranking", () => {
  for (const { codebook } of SURVEYS) {
    for (const { options } of codebook.questions) {
      assert(!options.slice(0, -1).includes(UNLISTED));
    }
  }
});

Deno.test("the sizes of the three groups are the only ones that explain all percentages", () => {
  const [graduates] = SURVEYS;
  assert(graduates !== undefined);
  const { codebook, margins, size } = graduates;
  const groups = questionOf(codebook, "G01").options;
  /** Percentages over a base that is a union of groups, by the groups it unites. */
  const over = Map.groupBy(
    margins.filter((one) => one.fact?.kind === "exact" && !onlyChecked(one)),
    ({ question }) => groups.filter((group) => isAsked(question.routing, { G01: group })).join(),
  );
  const total = Number(size.value);
  const fits = (names: string[], base: number) =>
    (over.get(names.join()) ?? []).every(({ fact }) => {
      const near = Math.round(Number(fact?.value) * base / 100);
      return [near - 1, near, near + 1].some((k) => ratio(k, base).percent() === fact?.value);
    });
  const [employed = "", study = "", unplaced = ""] = groups;
  const solutions: number[][] = [];
  for (let a = 1; a < total; a++) {
    if (!fits([employed], a)) continue;
    for (let b = 1; a + b < total; b++) {
      const c = total - a - b;
      if (fits([study], b) && fits([unplaced], c) && fits([employed, unplaced], a + c)) {
        solutions.push([a, b, c]);
      }
    }
  }
  const inferred = margins.filter(({ fact }) => fact === null).map(({ count }) => count ?? 0);
  assertEquals(solutions, [inferred]);
});

/** Runs with a copy of what a survey is rebuilt from. */
async function inCopy(work: (folder: string) => Promise<void>): Promise<void> {
  const temp = Deno.makeTempDirSync();
  const folder = join(temp, "edition");
  try {
    Deno.mkdirSync(join(folder, "published"), { recursive: true });
    const files = [
      "edition.json",
      "published/statements.csv",
      ...NAMES.flatMap((name) => [`${name}.codebook.csv`, `${name}.margins.csv`]),
    ];
    for (const file of files) Deno.copyFileSync(join(FOLDER, file), join(folder, file));
    await work(folder);
  } finally {
    Deno.removeSync(temp, { recursive: true });
  }
}

Deno.test("rebuildSurvey() gives the committed files to the byte and leaves nothing else", async () => {
  await inCopy(async (folder) => {
    for (const name of NAMES) {
      await rebuildSurvey(folder, name);
      assertEquals(
        Deno.readTextFileSync(join(folder, `${name}.csv`)),
        Deno.readTextFileSync(join(FOLDER, `${name}.csv`)),
      );
    }
    assertEquals([...Deno.readDirSync(folder)].filter(({ name }) => name.startsWith(".")), []);
  });
});

Deno.test("rebuildSurvey() recounts every margin and names what cannot be", async () => {
  await inCopy(async (folder) => {
    const lines: Recounted[] = [];
    for (const name of NAMES) lines.push(...await rebuildSurvey(folder, name));
    assertEquals(lines.length, SURVEYS.reduce((sum, { margins }) => sum + margins.length + 1, 0));
    const wrong = lines.filter((line) => !line.agrees);
    assertEquals(wrong.map(({ figure }) => figure), ["图38"]);
    const said = describeRecount("问卷", lines, ["图38"]);
    assertStringIncludes(said, `问卷：核对 ${lines.length} 项，相符 ${lines.length - 1} 项`);
    assertEquals(
      said.split("\n").filter((line) => line.includes("✗") || line.includes("见勘误")).length,
      1,
    );
  });
});

Deno.test("rebuildSurvey() does not touch a school's own responses", async () => {
  await inCopy(async (folder) => {
    const path = join(folder, "edition.json");
    const edition = JSON.parse(Deno.readTextFileSync(path));
    Deno.writeTextFileSync(path, JSON.stringify({ ...edition, records: "register" }));
    await assertRejects(() => rebuildSurvey(folder, "graduate-survey"), Error, "不予覆盖");
  });
});

Deno.test("coverage.csv says of every figure and every option or item how firmly it is known", () => {
  const rows = readRecords(join(FOLDER, "coverage.csv"), ["图表", "项目"]);
  for (const { codebook } of SURVEYS) {
    const figures = Map.groupBy(codebook.questions, ({ figure }) => figure);
    figures.delete("");
    for (const [figure, questions] of figures) {
      const [first] = questions;
      const items = questions.length > 1
        ? questions.map(({ item }) => item)
        : [...(first?.kind === "量表" ? ["满意度"] : []), ...(first?.options ?? [])];
      const said = rows.filter((row) => row.图表 === figure).map((row) => row.项目);
      assertEquals(said.toSorted(), ["", ...items].toSorted(), figure);
    }
  }
});
