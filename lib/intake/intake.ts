/** Real exports in, a trustworthy edition out: the steps in their order. */
import { existsSync } from "node:fs";
import { join as path } from "node:path";
import { readEdition } from "../edition/settings.ts";
import { type Acceptance, INTAKE } from "../edition/acceptances.ts";
import { readDictionaries } from "../edition/dictionaries.ts";
import { earlierEditions } from "../edition/earlier.ts";
import { openRecords } from "../edition/records.ts";
import { editionFolder } from "../workspace.ts";
import type { Subject } from "./check.ts";
import { CHECKS } from "./checks/all.ts";
import { readHeaders } from "./columns.ts";
import { draftEdition } from "./edition_draft.ts";
import { type Finding, Findings, FURTHER } from "./findings.ts";
import { derive } from "./graduates.ts";
import { join, KEYS } from "./join.ts";
import { hasher, keyPath, readKey } from "./key.ts";
import { type Memory, memoryText, readMemory } from "./memory.ts";
import { MASK, Persons } from "./personal.ts";
import { withoutNames } from "./names.ts";
import { withMajorGroups } from "./major_groups.ts";
import { preflightCsv, preflightPage, type Told } from "./preflight_page.ts";
import { openSheets } from "../table/sheets/sheets.ts";
import { readSource, type Source, strangersOf } from "./source.ts";
import { takeSurveys } from "./survey/take.ts";
import { translate, UNKNOWN_OPTIONAL, UNKNOWN_REQUIRED } from "./values.ts";
import { type Files, workshop, writeEdition, writeGraduates } from "./write.ts";

/** What an analyst asks for. */
export interface Request {
  readonly year: number;
  /** Registers, rosters and lists; none where only surveys are taken in. */
  readonly files: readonly string[];
  /** The graduates' and the employers' answers. */
  readonly survey?: string;
  readonly employers?: string;
  readonly accepted: readonly Acceptance[];
}

/** What came of it. */
export interface Outcome extends Told {
  /** Where the edition or, if nothing was written, the list of findings is. */
  readonly folder: string;
  readonly written: boolean;
  /** How many graduates there are. */
  readonly graduates: number;
  /** Required columns that no file has, and the headers that might be one of them. */
  readonly questions: { readonly columns: readonly string[]; readonly headers: readonly string[] };
}

/**
 * Takes files in. Unless a check fails that was not accepted, `data/<year>/` gets graduates.csv,
 * the surveys, preflight.html and preflight.csv, intake.json and, where there is none, a draft of
 * edition.json; what else is there stays. Otherwise `data/` is untouched, and the list of findings and
 * a draft of intake.json with the open questions are left beside it.
 *
 * @param progress called now and then with how many rows of a file have been read
 * @throws {DataError} if a file cannot be read at all, or the edition would be unreadable
 */
export async function intake(
  request: Request,
  progress: (file: string, rows: number) => void = () => {},
): Promise<Outcome> {
  const { year } = request;
  const folder = editionFolder(year);
  const beside = workshop(year);
  const memory = readMemory(year, path(beside, INTAKE));
  const persons = new Persons(year);
  const findings = new Findings(persons);
  const hash = hasher(readKey(keyPath()));
  const reading = { headers: readHeaders(memory.columns), hash, persons, findings, year, progress };

  const read: Source[] = [];
  for (const file of request.files) {
    for (const sheet of openSheets(file)) {
      const source = await readSource(sheet, reading);
      if (source !== undefined) read.push(source);
    }
  }
  const sources = withRegister(read);
  reportUnknownSheets(sources, findings);

  const dictionaries = readDictionaries(folder);
  const named = withoutNames(
    join(
      sources.map((source) => ({
        ...source,
        rows: translate(source.rows, dictionaries, memory.values, findings),
      })),
      findings,
    ),
    persons,
    findings,
  );
  const { rows: translated, note } = withMajorGroups(named, year);
  const { graduates, universities } = derive(translated, dictionaries);
  const files = new Map<string, string | ((path: string) => void)>();
  const draft = existsSync(path(folder, "edition.json"))
    ? undefined
    : draftEdition(year, translated);
  if (draft !== undefined) {
    files.set("edition.json", draft.text);
  }
  if (request.files.length > 0) {
    const school = draft?.school ?? readEdition(folder).school;
    const subject: Subject = {
      year,
      sources,
      translated,
      graduates,
      dictionaries,
      ...pastOf(year, school),
    };
    for (const { name, find } of CHECKS) {
      find(subject, (one) => findings.add({ check: name, ...one }));
    }
    files.set("graduates.csv", writeGraduates(graduates));
    const list = universitiesCsv(universities);
    if (list !== undefined && !existsSync(path(folder, "universities.csv"))) {
      files.set("universities.csv", list);
    }
  }
  for (const one of draft?.doubts ?? []) findings.add({ check: "版次设置", ...one });
  const surveys = await takeSurveys(request, folder, { persons, findings, progress });
  for (const [name, text] of surveys.files) files.set(name, text);

  const list = accepted(findings.list(), request.accepted);
  const told: Told = {
    year,
    files: [
      ...sources.map(({ file, kind, container, rows }) =>
        `${file}：${kind}，${rows.size} 行（${container}）`
      ),
      ...surveys.lines,
    ],
    notes: [
      ...sources.flatMap((source) =>
        [
          ...(source.kind === "认不出" ? ["不是毕业生的表，没有用"] : source.notes),
          ...strangersOf(source).map((one) => `没有用到的列：${persons.shown(one)}`),
        ].map((note) => `${source.file}：${note}`)
      ),
      ...(note === undefined ? [] : [note]),
      ...surveys.notes,
    ],
    findings: list,
  };
  const questions = {
    columns: list.filter(({ check }) => check === "缺少的列").map(({ column }) => column),
    headers: [...new Set(sources.flatMap(strangersOf))].map((one) => persons.shown(one)),
  };
  const written = list.every(({ level }) => level !== "fail");
  const remembered: Memory = {
    ...memory,
    accepted: [
      ...memory.accepted.filter(({ check }) =>
        request.accepted.every((one) => one.check !== check)
      ),
      ...request.accepted,
    ],
    files: sources.length === 0
      ? memory.files
      : sources.map(({ file, kind, rows }) => ({ file, kind, rows: rows.size })),
  };
  if (written) {
    await writeEdition(
      year,
      new Map([...files, ...listsOf(told), [INTAKE, memoryText(remembered)]]),
    );
    if (existsSync(beside)) Deno.removeSync(beside, { recursive: true });
  } else leave(beside, told, memory, questions);
  return {
    ...told,
    folder: written ? folder : beside,
    written,
    graduates: graduates.size,
    questions,
  };
}

/**
 * Sheets that are of no use. Beside a register one without keys (填表说明) is passed over with a word in
 * the log; where there is nothing else, it is what went wrong.
 */
function reportUnknownSheets(sources: readonly Source[], findings: Findings): void {
  const alone = sources.every(({ kind }) => kind === "认不出");
  for (const { file, kind, has } of sources) {
    if (kind !== "认不出" || (!alone && KEYS.every((key) => !has.has(key)))) continue;
    findings.add({
      check: "看不出的表",
      level: alone ? "fail" : "warn",
      file,
      column: "",
      value: "",
      advice: "看不出是什么表（没有学号、身份证号或考生号，或没有可用的列），没有用；" +
        "问卷请用 --survey 或 --employers 指明",
    });
  }
}

/** A table without destinations is the register where there is no other: 毕业去向 is what it lacks. */
function withRegister(sources: readonly Source[]): readonly Source[] {
  if (sources.some(({ kind }) => kind === "就业登记")) return sources;
  const largest = sources.filter(({ kind }) => kind === "花名册")
    .toSorted((a, b) => b.rows.size - a.rows.size)[0];
  return sources.map((one) => (one === largest ? { ...one, kind: "就业登记" as const } : one));
}

/** The newest earlier edition of the same school that has records. */
function pastOf(year: number, school: string): Pick<Subject, "past"> {
  const last = earlierEditions({ school, year }).find(({ hasRecords }) => hasRecords);
  if (last === undefined) return {};
  return { past: { year: last.year, graduates: openRecords(last.folder).graduates } };
}

/** What no reason can make good: the report could not be made, or would count wrong. */
const NEVER = new Set([
  "缺少的列",
  "必填的空格",
  "重复的学号",
  "编号被 Excel 改坏",
  UNKNOWN_REQUIRED,
]);

/** Findings of accepted checks stop nothing, but stay in the list with the reason. */
function accepted(
  findings: readonly Finding[],
  reasons: readonly Acceptance[],
): readonly Finding[] {
  const because = new Map(reasons.map((one) => [one.check, one.because]));
  return findings.map((one) => {
    const reason = because.get(one.check);
    return reason === undefined || one.level !== "fail" || NEVER.has(one.check)
      ? one
      : { ...one, level: "warn" as const, advice: `${one.advice}（已接受：${reason}）` };
  });
}

function listsOf(told: Told): Files {
  return new Map([
    ["preflight.html", preflightPage(told)],
    ["preflight.csv", preflightCsv(told.findings)],
  ]);
}

function universitiesCsv(universities: ReadonlyMap<string, string>): string | undefined {
  if (universities.size === 0) return undefined;
  const lines = [...universities].map((pair) => pair.map(quoted).join(","));
  return ["升学院校,省份", ...lines, ""].join("\n");
}

function quoted(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Leaves the findings and the open questions beside the data. */
function leave(beside: string, told: Told, memory: Memory, questions: Outcome["questions"]): void {
  Deno.mkdirSync(beside, { recursive: true });
  for (const [name, text] of listsOf(told)) {
    if (typeof text === "string") Deno.writeTextFileSync(path(beside, name), text);
  }
  const values: Record<string, Record<string, string>> = {};
  for (const [column, known] of Object.entries(memory.values)) values[column] = { ...known };
  for (const { check, column, value, level } of told.findings) {
    const open = check === UNKNOWN_REQUIRED || check === UNKNOWN_OPTIONAL;
    if (!open || level !== "fail" || [MASK, FURTHER, ""].includes(value)) continue;
    (values[column] ??= {})[value] ??= "";
  }
  const columns = { ...memory.columns };
  if (questions.columns.length > 0) {
    for (const header of questions.headers) {
      columns[header] ??= "";
    }
  }
  const draft = { columns, values };
  Deno.writeTextFileSync(path(beside, INTAKE), JSON.stringify(draft, null, 2) + "\n");
}
