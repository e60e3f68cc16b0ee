/** Several files about the same graduates, joined by student, identity or examination number. */
import type { Findings } from "./findings.ts";
import { cell, concat, type Rows, UNREAD, whereOf, withColumns } from "./rows.ts";
import type { Source } from "./source.ts";

/** What tells that two rows are about one person, the surest first. */
export const KEYS = ["学号", "身份证号", "考生号"] as const;

/** Columns in which two files should agree. */
const COMPARED = new Set(
  "性别 民族 学历 院系 专业 专业大类 学科门类 生源地 困难类别 毕业去向".split(" "),
);

/**
 * Joins all sheets, whose rows have been translated. Registers follow one another; a roster fills what they leave empty; a list of
 * honours or hardship marks those who stand on it. What does not join is reported.
 */
export function join(sources: readonly Source[], findings: Findings): Rows {
  const of = (...kinds: Source["kind"][]) => sources.filter(({ kind }) => kinds.includes(kind));
  let rows = concat(of("就业登记").map((one) => one.rows));
  for (const source of of("花名册", "荣誉名单", "困难名单")) rows = joined(rows, source, findings);
  const rosters = of("花名册");
  if (rosters.length > 0) reportAbsent(rows, rosters, findings);
  return rows;
}

/** Whether a key's cell tells who a row is about. */
export function isKey(hash: string): boolean {
  return hash !== "" && hash !== UNREAD;
}

/** For each key, where in the rows it stands. */
function index(rows: Rows): ReadonlyMap<string, number> {
  const at = new Map<string, number>();
  for (const key of KEYS) {
    rows.columns.get(key)?.forEach((hash, i) => {
      if (isKey(hash) && !at.has(key + hash)) at.set(key + hash, i);
    });
  }
  return at;
}

function find(at: ReadonlyMap<string, number>, rows: Rows, i: number): number | undefined {
  for (const key of KEYS) {
    const hash = cell(rows, key, i);
    const found = isKey(hash) ? at.get(key + hash) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

function joined(rows: Rows, source: Source, findings: Findings): Rows {
  const at = index(rows);
  const marks = marksOf(source, findings);
  const added = new Map<string, string[]>();
  const column = (name: string) => {
    const known = added.get(name) ??
      [...rows.columns.get(name) ?? new Array<string>(rows.size).fill("")];
    added.set(name, known);
    return known;
  };
  for (const [name, , rest] of marks) {
    const cells = column(name);
    if (rest !== "") cells.forEach((text, i) => text === "" && (cells[i] = rest));
  }
  for (let i = 0; i < source.rows.size; i++) {
    const target = find(at, source.rows, i);
    if (target === undefined) {
      findings.add({
        check: "合并不上的行",
        level: source.kind === "花名册" ? "fail" : "warn",
        ...whereOf(source.rows, i),
        column: "",
        value: "",
        advice: source.kind === "花名册"
          ? "花名册里有、就业登记里没有；请补齐登记表（没有去向的登记为待就业），否则落实率的基数会少人"
          : `${source.kind}里的人在就业登记里找不到，没有标上；请核对学号`,
      });
      continue;
    }
    for (const name of source.rows.columns.keys()) {
      const text = cell(source.rows, name, i);
      if (text === "" || KEYS.some((key) => key === name)) continue;
      const cells = column(name);
      const honour = name === "荣誉" && source.kind === "荣誉名单";
      const own = cells[target] ?? "";
      if (own === "") cells[target] = text;
      else if (honour) {
        if (!own.split("┋").includes(text)) cells[target] = `${own}┋${text}`;
      } else if (own !== text && COMPARED.has(name) && ![own, text].includes(UNREAD)) {
        const list = source.kind === "困难名单" && name === "困难类别";
        if (list) cells[target] = text;
        findings.add({
          check: "文件之间不一致",
          level: "warn",
          ...whereOf(source.rows, i),
          column: name,
          value: `${own}／${text}`,
          advice: `就业登记写作前者，这份表写作后者；现按${list ? "后" : "前"}者，请核实`,
        });
      }
    }
    for (const [name, value] of marks) column(name)[target] = value;
  }
  return withColumns(rows, added);
}

/** What standing on a list means: column, value, and the value of those who do not stand on it. */
type Mark = readonly [column: string, value: string, rest: string];

function marksOf({ kind, file, title, has }: Source, findings: Findings): Mark[] {
  const words = `${file} ${title}`;
  if (kind === "荣誉名单") {
    if (has.has("省级优秀毕业生") || has.has("荣誉")) return [];
    if (/省级|省优|全省/.test(words)) return [["省级优秀毕业生", "是", "否"]];
    return [["荣誉", /校级|校优/.test(words) ? "校级优秀毕业生" : "优秀毕业生", ""]];
  }
  if (kind !== "困难名单" || has.has("困难类别") || has.has("特困家庭")) return [];
  if (/特困|特别困难/.test(words)) return [["特困家庭", "是", "否"]];
  const category = /残疾/.test(words)
    ? "残疾"
    : /就业困难/.test(words)
    ? "就业困难"
    : /家庭|经济|贫困/.test(words)
    ? "家庭困难"
    : undefined;
  if (category !== undefined) return [["困难类别", category, "非困难生"]];
  findings.add({
    check: "看不出的表",
    level: "fail",
    file,
    column: "",
    value: "",
    advice:
      "看不出是哪一类困难的名单；请加一列“困难类别”，或把文件名写成“家庭困难名单”“特困家庭名单”等",
  });
  return [];
}

function reportAbsent(rows: Rows, rosters: readonly Source[], findings: Findings): void {
  const known = new Set<string>();
  for (const { rows: roster } of rosters) {
    for (const key of KEYS) {
      for (const hash of roster.columns.get(key) ?? []) if (isKey(hash)) known.add(key + hash);
    }
  }
  for (let i = 0; i < rows.size; i++) {
    if (KEYS.some((key) => known.has(key + cell(rows, key, i)))) continue;
    findings.add({
      check: "合并不上的行",
      level: "fail",
      ...whereOf(rows, i),
      column: "",
      value: "",
      advice: "就业登记里有、花名册里没有；请核实是否本届毕业生（结业、延期、退学的不计入）",
    });
  }
}
