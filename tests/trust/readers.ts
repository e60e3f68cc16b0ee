/** Random files for every reader of an edition: each ends in a value or in faults told in Chinese. */
import fc from "fast-check";
import { DataError } from "lib/table/faults.ts";
import { lookUp } from "lib/document/lookup.ts";
import { textBlocks } from "lib/document/prose.ts";
import { readCodebook } from "lib/edition/codebook.ts";
import { parseConditions } from "lib/edition/conditions.ts";
import { readFacts } from "lib/edition/published.ts";
import { openRecords } from "lib/edition/records.ts";
import { parseRouting } from "lib/edition/routing.ts";
import { parseSentence } from "lib/edition/sentence_form.ts";
import { readEdition } from "lib/edition/settings.ts";
import { readSurvey } from "lib/edition/survey.ts";
import { readText } from "lib/edition/text.ts";
import { editionFolder } from "lib/workspace.ts";
import { join } from "node:path";
import { editionJson, GRADUATES_HEADER, graduatesCsv } from "../small_edition.ts";
import { temporaryData } from "../temporary_data.ts";
import { HARM } from "./harmful.ts";

/** Pieces that the readers' languages are made of, and what may break them. */
const PIECES = [
  ...HARM,
  ...'{ } ｛ ｝ { : ： ┋ = ≠ ∈ ∉ ∋ ； ; , " \n \r\n · . / # | 图 表 图1 表01 题号 单选 多选 量表 数值 NPS 排序 填空'
    .split(" "),
  ..."前2 各项 率 均值 G01 G02 甲 乙 ≥84 84.70 exact bound claim 一（一） \u0000 \u001b[2J \u202e \ufeff \ud800"
    .split(" "),
  "",
  " ",
  "'",
  "9".repeat(400),
];

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
  fc.string({ unit: "binary", maxLength: 12 }),
);
const text = fc.array(piece, { maxLength: 8 }).map((parts) => parts.join(""));

/** A CSV file with about the right header, and cells that are anything. */
function sheet(columns: readonly string[]): fc.Arbitrary<string> {
  const header = fc.oneof(
    { weight: 6, arbitrary: fc.constant(columns) },
    fc.shuffledSubarray([...columns]),
    fc.array(text, { maxLength: 4 }),
  );
  const cell = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom("甲", "乙", "甲┋乙", "单选", "量表", "G01", "图1", "1", ""),
    },
    text,
  );
  return fc.tuple(
    header,
    fc.array(fc.array(cell, { maxLength: columns.length + 1 }), { maxLength: 6 }),
  )
    .map(([names, rows]) =>
      [names, ...rows.map((row) => [...row, ...names.slice(row.length).map(() => "")])]
        .map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(",")).join("\n")
    );
}

const json = fc.oneof(
  fc.json(),
  text,
  fc.dictionary(
    fc.constantFrom(
      ..."school asOf homeProvince title bases words groups thresholds top cohorts numbering disclosure __proto__ constructor"
        .split(" "),
    ),
    fc.oneof(fc.jsonValue(), text, fc.constantFrom("2031-08-31", "山东省", 3)),
  ).map((entries) => editionJson(entries)),
);

const CODEBOOK = "题号,题干,题型,选项,适用对象,图号,项目,章节,图键,图题,句子,赋分,单位,满意项"
  .split(",");
const STATEMENTS = "编号,位置,对象,指标,数值,单位,性质".split(",");
const GOOD_CODEBOOK =
  "题号,题干,题型,选项,适用对象,图号\nG01,去向？,单选,甲┋乙,,\nG02,收入？,数值,,G01=甲,\n";

/** What each reader is given, and how it is called; a language's reader answers with `expected`. */
const READERS: Readonly<
  Record<string, { readonly given: fc.Arbitrary<string>; read(given: string): unknown }>
> = {
  "edition.json": {
    given: json,
    read: (given) => inEdition({ "edition.json": given }, readEdition),
  },
  "graduates.csv": {
    given: sheet(GRADUATES_HEADER.split(",")),
    read: (given) => inEdition({ "graduates.csv": given }, openRecords),
  },
  "codebook.csv": {
    given: sheet(CODEBOOK),
    read: (given) =>
      inEdition(
        { "s.codebook.csv": given },
        (folder) => readCodebook(join(folder, "s.codebook.csv")),
      ),
  },
  "survey.csv": {
    given: sheet(["问卷编号", "G01", "G02"]),
    read: (given) =>
      inEdition(
        { "s.codebook.csv": GOOD_CODEBOOK, "s.csv": given },
        (folder) => readSurvey(folder, "s"),
      ),
  },
  "statements.csv": {
    given: sheet(STATEMENTS),
    read: (given) =>
      inEdition(
        { "published/statements.csv": given },
        (folder) => readFacts(join(folder, "published")),
      ),
  },
  "table-01.csv": {
    given: sheet(["专业", "人数"]),
    read: (given) =>
      inEdition(
        { "published/table-01.csv": given },
        (folder) => readFacts(join(folder, "published")),
      ),
  },
  "text.md": {
    given: text,
    read: (given) => {
      const told = inEdition({ "text/a.md": given }, (folder) => readText(folder, "a"));
      for (const block of told === null ? [] : textBlocks(told)) {
        if (block.kind !== "paragraph") continue;
        for (const word of block.words) {
          if (typeof word === "object" && "ask" in word) {
            lookUp(word, { exhibits: [], statements: [] });
          }
        }
      }
    },
  },
  routing: {
    given: text,
    read: (given) => inChinese(parseRouting(given, [{ code: "G01", options: ["甲", "乙"] }])),
  },
  conditions: {
    given: text,
    read: (given) => inChinese(parseConditions(given, (written) => written, "甲=一")),
  },
  sentence: { given: text, read: (given) => inChinese(parseSentence(given)) },
};

function inEdition<T>(files: Readonly<Record<string, string>>, read: (folder: string) => T): T {
  using _ = temporaryData(Object.fromEntries(
    Object.entries({ "edition.json": editionJson(), "graduates.csv": graduatesCsv({}), ...files })
      .map(([name, content]) => [`2031/${name}`, content]),
  ));
  return read(editionFolder(2031));
}

const isChinese = (message: string) => /\p{Script=Han}/u.test(message);

/** @throws {Error} if a refusal is not told in Chinese */
function inChinese(result: object): void {
  if (!("expected" in result)) return;
  const told = [result.expected].flat();
  if (!told.every((one) => typeof one === "string" && isChinese(one))) {
    throw new Error(`Not told in Chinese: ${told.join()}`);
  }
}

/**
 * Gives every reader random input.
 *
 * @param runs how many inputs a reader that needs no file gets; the others get a tenth
 * @returns how many inputs there were, and how many were refused in Chinese by file readers
 * @throws {Error} with the smallest input that a reader answers with anything but a value or a DataError
 */
export function fuzzReaders(runs: number): { readonly inputs: number; readonly refused: number } {
  let [inputs, refused] = [0, 0];
  for (const [name, { given, read }] of Object.entries(READERS)) {
    const numRuns = /\./.test(name) ? Math.ceil(runs / 10) : runs;
    fc.assert(
      fc.property(given, (input) => {
        inputs++;
        try {
          read(input);
        } catch (error) {
          if (!(error instanceof DataError)) throw error;
          refused++;
          // deno-lint-ignore no-control-regex
          if (/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/.test(error.message)) {
            throw new Error(`${name}: a fault's message commands the terminal`, { cause: error });
          }
          if (!error.faults.every(({ expected }) => isChinese(expected))) {
            throw new Error(`${name}: a fault is not told in Chinese`, { cause: error });
          }
        }
      }),
      { numRuns },
    );
  }
  return { inputs, refused };
}
