/** Another year's questionnaires, with real options and real answers: chapters 4 and 6 unchanged. */
import { assert, assertEquals } from "@std/assert";
import { parse, stringify } from "@std/csv";
import { join } from "node:path";
import { readCodebook } from "lib/edition/codebook.ts";
import { RESPONSE_ID } from "lib/edition/questionnaire.ts";
import { isAsked, JOINER } from "lib/edition/routing.ts";
import { ratio } from "lib/measures/ratio.ts";
import { type Random, seeded } from "lib/twin/random.ts";
import { editionJson, graduatesCsv } from "../small_edition.ts";
import { temporaryData } from "../temporary_data.ts";
import { root } from "lib/workspace.ts";
import { exhibitOf, runChapter } from "./run_chapter.ts";

const RESPONSES = 400;
const GROUPS = ["待就业", "签劳动合同形式就业", "国内升学"];

type Row = Record<string, string>;

/** The codebook of the year whose figures are numbered, with all options named by themselves. */
function codebookOf(name: string): Row[] {
  const text = Deno.readTextFileSync(join(root(), "data", "2023", `${name}.codebook.csv`));
  return parse(text, { skipFirstRow: true }).map((row) => ({
    ...row,
    选项: (row["选项"] ?? "")
      .replace("报告未列出", "新选项甲┋新选项乙")
      .replace("有过变动（次数报告未列出）", "变动过一次┋变动过几次"),
    适用对象: (row["适用对象"] ?? "").replace("=有过变动（次数报告未列出）", "≠没有变动"),
  }));
}

/** Answers at random by the codebook's own routing; now and then a question is skipped. */
function answersOf(codebook: string, prefix: string, random: Random): Row[] {
  const { questions } = readCodebook(codebook);
  return Array.from({ length: RESPONSES }, (_, i) => {
    const answers: Record<string, string | null> = {};
    for (const { code, routing, kind, options } of questions) {
      const asked = isAsked(routing, answers) && (code === "G01" || random() > 0.04);
      const chosen = kind === "多选"
        ? options.filter(() => random() < 0.4)
        : [options[Math.floor(random() * options.length)] ?? ""];
      answers[code] = asked && chosen.length > 0 ? chosen.join(JOINER) : null;
    }
    const cells = Object.fromEntries(questions.map(({ code }) => [code, answers[code] ?? ""]));
    return { [RESPONSE_ID]: `${prefix}${i + 1}`, ...cells };
  });
}

/** A data folder with an edition that has nothing but graduates and the two surveys. */
function otherYear() {
  const random = seeded(2031);
  const data = temporaryData({
    "2031/edition.json": editionJson(),
    "2031/graduates.csv": graduatesCsv(
      ...Array.from({ length: 900 }, (_, i) => ({ 毕业去向: GROUPS[i % 3] ?? "" })),
    ),
  });
  const answers = new Map<string, Row[]>();
  for (const name of ["graduate-survey", "employer-survey"]) {
    const write = (file: string, rows: readonly Row[]) => {
      const path = join(data.folder, "2031", file);
      Deno.writeTextFileSync(path, stringify(rows, { columns: Object.keys(rows[0] ?? {}) }));
      return path;
    };
    const rows = answersOf(write(`${name}.codebook.csv`, codebookOf(name)), name, random);
    write(`${name}.csv`, rows);
    answers.set(name, rows);
  }
  return { data, answers };
}

Deno.test("another year's answers are drawn in full, and counted as a plain loop counts them", async () => {
  const { data, answers } = otherYear();
  using folder = data;
  const run = (notebook: string) => runChapter(notebook, { year: 2031, data: folder.folder });
  const made = {
    exhibits: [...(await run("04-surveys")).exhibits, ...(await run("06-feedback")).exhibits],
    statements: [],
  };
  assertEquals(made.exhibits.length, 34);
  for (const { title, rows, base, coverage } of made.exhibits) {
    assertEquals(coverage, "derived");
    assertEquals(rows.flat().filter((cell) => cell === null), [], title);
    assert((base?.count ?? 0) > 30, title);
  }

  const graduates = answers.get("graduate-survey") ?? [];
  const opportunity = graduates.map((row) => row["G02"] ?? "").filter((answer) => answer !== "");
  const counted = ["非常多", "较多", "一般", "新选项甲", "新选项乙"].map((option) => {
    const count = opportunity.filter((answer) => answer === option).length;
    return [option, count, ratio(count, opportunity.length).percent()];
  });
  const nine = exhibitOf(made, "figure", 9);
  assertEquals(nine.rows.map((row) => row.slice(0, 3)), counted);

  const advice = (answers.get("employer-survey") ?? []).map((row) => row["E19"] ?? "")
    .filter((answer) => answer !== "");
  const most = exhibitOf(made, "figure", 42);
  assertEquals(most.base?.count, advice.length);
  for (const [option = "", count] of most.rows) {
    const found = advice.filter((answer) => answer.split(JOINER).includes(String(option)));
    assertEquals(count, found.length, String(option));
  }

  const scores = ["很满意", "较满意", "基本满意", "2 分", "很不满意"];
  const parents = graduates.map((row) => row["G25"] ?? "").filter((answer) => answer !== "");
  const satisfied = parents.filter((answer) => scores.indexOf(answer) < 3).length;
  const { rows: [row = []], columns } = exhibitOf(made, "figure", 25);
  assertEquals(row[columns.indexOf("满意度%")], ratio(satisfied, parents.length).percent());
  const total = parents.reduce((sum, answer) => sum + 5 - scores.indexOf(answer), 0);
  const mean = Number(row[columns.indexOf("均值")]);
  assert(Math.abs(mean - total / parents.length) <= 0.005 + 1e-9);
});
