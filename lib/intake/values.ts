/** Rows as exported to rows of the edition's own values; what is not known is told, never guessed. */
import type { Dictionaries } from "../edition/dictionaries.ts";
import type { Findings, Place as Where } from "./findings.ts";
import { type Answers, type CodeList, codeLists, positionNames } from "./lists.ts";
import { type Place, readGazetteer } from "./places.ts";
import { cell, isFilled, type Rows, UNREAD, whereOf, withColumns } from "./rows.ts";
import { isExcelError } from "./text.ts";

/** Columns whose unknown values may be left empty when an analyst accepts that. */
const MAY_BE_EMPTY = new Set(["单位性质", "单位行业", "困难类别", "师范生", "残疾"]);

/** The check that reports values outside the code lists, where they may be left empty or may not. */
export const UNKNOWN_OPTIONAL = "选填列的取值";
export const UNKNOWN_REQUIRED = "取值不在代码表";

/** What stands for nothing. */
const NOTHING = /^(无|暂无|空|不详|未知|没有|—+|-+|\/+|\\+|null|none|n\/a|nan)$/i;

/** Columns of free text in which {@link NOTHING} means an empty cell. */
const OPTIONAL_TEXT = [
  "专业代码",
  "第二学位",
  "荣誉",
  "单位名称",
  "职位类别",
  "升学院校",
  "留学国家",
];

/**
 * Translates every coded column and every place; what cannot be is reported and becomes
 * {@link UNREAD}. What analysts have told
 * of a column of free text replaces what stands there.
 *
 * @param answers what analysts have told of values
 */
export function translate(
  rows: Rows,
  dictionaries: Dictionaries,
  answers: Answers,
  findings: Findings,
): Rows {
  const out = new Map<string, readonly string[]>(rows.columns);
  blankExcelErrors(rows, out, findings);
  const clean = { ...rows, columns: out };
  for (const [column, list] of codeLists(dictionaries, answers)) {
    if (!clean.columns.has(column) && !clean.columns.has(`${column}代码`)) continue;
    out.set(column, coded(clean, column, list, findings));
    out.delete(`${column}代码`);
  }
  for (const [column, told] of Object.entries(answers)) {
    const texts = out.get(column);
    if (texts !== undefined) out.set(column, texts.map((text) => told[text] ?? text));
  }
  for (const column of OPTIONAL_TEXT) {
    const texts = out.get(column);
    if (texts !== undefined) out.set(column, texts.map((one) => (NOTHING.test(one) ? "" : one)));
  }
  const positions = positionNames();
  const position = positioned(clean, positions);
  if (position !== undefined) out.set("职位类别", position);
  out.delete("职位类别代码");
  const pay = out.get("月收入");
  if (pay !== undefined) out.set("月收入", paid(clean, pay, findings));
  return withColumns({ ...clean, columns: out }, placed(clean, dictionaries, answers, findings));
}

function blankExcelErrors(rows: Rows, out: Map<string, readonly string[]>, findings: Findings) {
  for (const [column, texts] of rows.columns) {
    if (!texts.some(isExcelError)) continue;
    out.set(
      column,
      texts.map((text, i) => {
        if (!isExcelError(text)) return text;
        const advice = "这一格的公式出错了；请在原表里改正公式或填上值";
        const place = { check: "公式出错", level: "fail", column, value: text, advice } as const;
        findings.add({ ...place, ...whereOf(rows, i) });
        return UNREAD;
      }),
    );
  }
}

function coded(rows: Rows, column: string, list: CodeList, findings: Findings): string[] {
  const codes = `${column}代码`;
  const judged = new Map<string, Judged>();
  return Array.from({ length: rows.size }, (_, i) => {
    const name = cell(rows, column, i);
    const code = cell(rows, codes, i);
    const id = `${name}\u0000${code}`;
    let result = judged.get(id);
    if (result === undefined) judged.set(id, result = judge(column, name, code, list));
    if (result.fault !== undefined) findings.add({ ...result.fault, ...whereOf(rows, i) });
    return result.value;
  });
}

interface Judged {
  readonly value: string;
  readonly fault?: Omit<Where, "file" | "row">;
}

function judge(column: string, name: string, code: string, list: CodeList): Judged {
  const byName = list.find(name);
  const byCode = code === "" ? undefined : list.find(code);
  const value = byName ?? byCode;
  if (value !== undefined) {
    if (byName === undefined || byCode === undefined || !list.differ(byName, byCode)) {
      return { value };
    }
    const fault = {
      check: "代码与名称不符",
      level: column === "毕业去向" ? "fail" : "warn",
      column,
      value: `${name}（代码 ${code}）`,
      advice: `代码 ${code} 是“${byCode}”；先按名称读，请核实哪个对`,
    } as const;
    return { value, fault };
  }
  const text = name || code;
  if (text === UNREAD) return { value: UNREAD };
  const optional = MAY_BE_EMPTY.has(column);
  if (text === "" || (optional && NOTHING.test(text))) return { value: "" };
  return {
    value: UNREAD,
    fault: {
      check: optional ? UNKNOWN_OPTIONAL : UNKNOWN_REQUIRED,
      level: "fail",
      column,
      value: text,
      stray: true,
      advice: list.advice(text),
    },
  };
}

function positioned(rows: Rows, names: ReadonlyMap<string, string>): string[] | undefined {
  if (!isFilled(rows, "职位类别") && !isFilled(rows, "职位类别代码")) return undefined;
  return Array.from({ length: rows.size }, (_, i) => {
    const text = cell(rows, "职位类别", i) || cell(rows, "职位类别代码", i);
    return NOTHING.test(text) ? "" : names.get(text) ?? text;
  });
}

/** Pay in 元 a month, as the contract wants it. */
function paid(rows: Rows, texts: readonly string[], findings: Findings): string[] {
  return texts.map((text, i) => {
    const plain = text.replace(/[,，\s]|元(\/月|每月)?$|^[¥￥]/g, "");
    if (plain === "" || NOTHING.test(plain)) return "";
    if (/^\d+(\.\d+)?$/.test(plain) || plain === UNREAD) return plain;
    const advice = "应为每月的元数，如 5200；接受后这些格留空，不计入";
    findings.add({
      check: UNKNOWN_OPTIONAL,
      level: "fail",
      column: "月收入",
      value: text,
      stray: true,
      advice,
      ...whereOf(rows, i),
    });
    return "";
  });
}

/** Where columns of a place come from: names whole, names in parts, codes; and where they go. */
const PLACES = [
  { whole: "生源地", parts: ["生源省份", "生源城市", "生源区县"], to: ["生源地", "生源城市"] },
  { whole: "就业地", parts: ["就业省份", "就业城市"], to: ["就业省份", "就业城市"] },
] as const;

function placed(
  rows: Rows,
  dictionaries: Dictionaries,
  answers: Answers,
  findings: Findings,
): [string, string[]][] {
  const gazetteer = readGazetteer(dictionaries);
  return PLACES.flatMap(({ whole, parts, to: [province, town] }): [string, string[]][] => {
    const codes = `${whole}代码`;
    const sources = [whole, codes, ...parts];
    if (!sources.some((column) => rows.columns.has(column))) return [];
    const required = whole === "生源地";
    const told = { ...answers[whole], ...answers[province] };
    const known = new Map<string, Place | undefined>();
    const read = (text: string) => {
      if (!known.has(text)) known.set(text, gazetteer(told[text] ?? text));
      return known.get(text);
    };
    const provinces: string[] = [];
    const cities: string[] = [];
    for (let i = 0; i < rows.size; i++) {
      const texts = [
        cell(rows, whole, i),
        parts.map((part) => cell(rows, part, i)).join(""),
        cell(rows, codes, i),
      ].filter((text) => text !== "" && text !== UNREAD && !NOTHING.test(text));
      const found = texts.flatMap((text) => read(text) ?? []);
      // The province is that of the first column that tells one; others may only add its city.
      const [place] = found;
      const city = found.find((one) => one.province === place?.province && one.city !== "");
      const [text] = texts;
      provinces.push(place?.province ?? (texts.length === 0 ? "" : UNREAD));
      cities.push(city?.city ?? "");
      if (text === undefined) continue;
      const fault = { column: cell(rows, whole, i) === "" ? province : whole, value: text };
      if (place === undefined) {
        findings.add({
          check: required ? UNKNOWN_REQUIRED : UNKNOWN_OPTIONAL,
          level: "fail",
          stray: true,
          ...fault,
          ...whereOf(rows, i),
          advice: "认不出是哪个省份；应为省级行政区，后面可带市、县，境外的写国家名或“境外”",
        });
      } else if (place.vague && city === undefined) {
        findings.add({
          check: "地名只认出省份",
          level: "warn",
          ...fault,
          ...whereOf(rows, i),
          advice: `只认出${place.province}，城市留空`,
        });
      } else {
        const other = found.find((one) => one.province !== place.province);
        if (other === undefined) continue;
        findings.add({
          check: "代码与名称不符",
          level: "warn",
          ...fault,
          ...whereOf(rows, i),
          advice: `名称、代码或城市指的不是一个省份（${place.province}、${other.province}），` +
            `按${place.province}读，请核实`,
        });
      }
    }
    return [[province, provinces], [town, cities]];
  });
}
