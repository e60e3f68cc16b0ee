/** One sheet read: what it is, its rows by meaning, and what was done to its cells. */
import type { Headers, Meaning } from "./columns.ts";
import { type Day, dayOf } from "./dates.ts";
import type { Findings } from "./findings.ts";
import { findHeader, type Header } from "./header.ts";
import type { Hasher } from "./key.ts";
import { keyProblem, plainKey } from "./keys.ts";
import { personalKind, type Persons } from "./personal.ts";
import type { Row, Sheet } from "../table/sheets/sheets.ts";
import { type Rows, UNREAD } from "./rows.ts";
import { clean } from "./text.ts";

/** What a sheet is for. */
export type Kind = "就业登记" | "花名册" | "荣誉名单" | "困难名单" | "问卷" | "认不出";

/** A sheet that has been read. */
export interface Source {
  /** The file's name, with the sheet's where there are several. */
  readonly file: string;
  readonly container: string;
  readonly kind: Kind;
  readonly title: string;
  readonly rows: Rows;
  /** The meanings that its columns have, as {@link columnOf} names them. */
  readonly has: ReadonlySet<string>;
  /** Headers that nobody has told the meaning of. */
  readonly strangers: readonly string[];
  /** What was done while reading, for the log. */
  readonly notes: readonly string[];
}

/** What reading needs besides the sheet. */
export interface Reading {
  readonly headers: Headers;
  readonly hash: Hasher;
  readonly persons: Persons;
  readonly findings: Findings;
  /** The edition's year, in whose summer one graduates where a row does not say. */
  readonly year: number;
  /** Called now and then with how many rows have been read. */
  readonly progress: (file: string, rows: number) => void;
}

/**
 * Headers of a table of graduates that nobody has told the meaning of. In any other sheet what looks
 * like a header may be somebody's row, so none is told.
 */
export function strangersOf({ kind, strangers }: Source): readonly string[] {
  return kind === "认不出" ? [] : strangers;
}

/** What a sheet is called in messages. */
export function nameOf({ file, name }: Pick<Sheet, "file" | "name">): string {
  return name === "" ? file : `${file}〔${name}〕`;
}

/** What a column is called among {@link Rows}. */
export function columnOf({ 含义, 用途 }: Meaning): string {
  return 用途.endsWith("代码") ? `${含义}代码` : 含义;
}

/** Columns of free text, where a person's things may have strayed. */
const FREE = new Set(
  "院系 专业 专业大类 学科门类 第二学位 单位名称 升学院校 荣誉 职位类别 学校 留学国家".split(" "),
);

/** The first cell of a row that sums up, and of a note below a table. */
const TOTAL = /^(合\s*计|总\s*计|共\s*计|小\s*计|汇\s*总|总\s*数|总人数)/;
const NOTE = /^(注|备注|说明|填表人|制表|审核|负责人|单位负责人|填报|联系电话|日期)\s*[:：]?/;

/**
 * Reads a sheet of graduates. Columns that tell of persons are forgotten row by row; of keys only the
 * keyed hash is kept.
 *
 * @returns undefined if nothing in the sheet is filled
 */
export async function readSource(sheet: Sheet, reading: Reading): Promise<Source | undefined> {
  const file = nameOf(sheet);
  const header = findHeader(await beginning(sheet), reading.headers);
  if (header === undefined) return undefined;
  const reader = new Reader(file, header, reading);
  let read = 0;
  for await (const portion of sheet.rows()) {
    for (const row of portion) if (row.number > header.lastRow) reader.take(row);
    read += portion.length;
    reading.progress(file, read);
  }
  const rows = reader.rows();
  tellHidden(sheet, header, file, reading.findings);
  const has = new Set(
    header.meanings.flatMap((one) => (one === undefined ? [] : [columnOf(one)])),
  );
  return {
    file,
    container: sheet.container,
    kind: kindOf(has, `${file} ${header.title}`),
    title: header.title,
    rows,
    has,
    strangers: header.names.filter((name, i) => name !== "" && header.meanings[i] === undefined),
    notes: [
      ...(sheet.hidden ? ["工作表是隐藏的，也读了"] : []),
      ...(header.title === "" ? [] : ["表头上方的标题行没有当作数据"]),
      ...reader.notes(),
    ],
  };
}

async function beginning(sheet: Sheet): Promise<readonly Row[]> {
  for await (const portion of sheet.rows()) return portion;
  return [];
}

/** A sheet's kind from its columns, and where these do not tell, from its name and title. */
function kindOf(has: ReadonlySet<string>, words: string): Kind {
  const keyed = ["学号", "身份证号", "考生号"].some((key) => has.has(key));
  if (has.has("毕业去向") || has.has("毕业去向代码")) return "就业登记";
  if (!keyed) return "认不出";
  if (has.has("荣誉") || has.has("省级优秀毕业生") || /优秀|荣誉|获奖|表彰/.test(words)) {
    return "荣誉名单";
  }
  if (has.has("困难类别") || has.has("特困家庭") || /困难|特困|贫困|资助/.test(words)) {
    return "困难名单";
  }
  return has.has("院系") || has.has("专业") ? "花名册" : "认不出";
}

function tellHidden(sheet: Sheet, header: Header, file: string, findings: Findings): void {
  const place = { check: "隐藏的行列", level: "warn", file } as const;
  for (const row of sheet.hiddenRows) {
    if (row <= header.lastRow) continue;
    const advice = "这些行在表里是隐藏的（如筛选过），也计入了；不该算的请在原表里删去";
    findings.add({ ...place, column: "", value: "", row, advice });
  }
  for (const i of sheet.hiddenColumns) {
    const meaning = header.meanings[i];
    if (meaning === undefined || ["个人", "不用"].includes(meaning.用途)) continue;
    const advice = "这一列在表里是隐藏的，也读了；不该用的请在原表里删去";
    findings.add({ ...place, column: header.names[i] ?? "", value: "", advice });
  }
}

/** What is known of one distinct text of a column. */
interface Known {
  readonly text: string;
  readonly changes: readonly string[];
  readonly personal: string | undefined;
}

class Reader {
  readonly #columns = new Map<string, string[]>();
  readonly #numbers: number[] = [];
  readonly #known = new Map<string, Known>();
  readonly #changes = new Map<string, number>();
  readonly #left: { total: number[]; note: number[]; header: number[] } = {
    total: [],
    note: [],
    header: [],
  };
  /** Keys come first, since a row's other cells are searched for them. */
  readonly #places: readonly { readonly at: number; readonly meaning: Meaning; name: string }[];
  readonly #names: readonly number[];
  readonly #hasId: boolean;

  constructor(
    private readonly file: string,
    private readonly header: Header,
    private readonly reading: Reading,
  ) {
    this.#places = header.meanings.flatMap((meaning, at) =>
      meaning === undefined || meaning.用途 === "不用" || meaning.用途 === "个人"
        ? []
        : [{ at, meaning, name: columnOf(meaning) }]
    ).toSorted((a, b) => Number(b.meaning.用途 === "键") - Number(a.meaning.用途 === "键"));
    for (const { name, meaning } of this.#places) {
      if (meaning.用途 !== "生日") this.#columns.set(name, []);
    }
    this.#names = header.meanings.flatMap((meaning, at) =>
      meaning?.用途 === "个人" && /姓名|人|家长/.test(meaning.含义 + header.names[at]) ? [at] : []
    );
    this.#hasId = this.#columns.has("学号");
    this.#columns.set("生日疑点", []);
  }

  /** Takes one row, unless it is blank, a total, a note or the header once more. */
  take({ number, cells }: Row): void {
    const filled = cells.filter((cell) => cell.trim() !== "");
    const first = filled[0]?.trim();
    if (first === undefined) return;
    if (TOTAL.test(first)) return void this.#left.total.push(number);
    if (filled.length <= 3 && NOTE.test(first)) return void this.#left.note.push(number);
    if (
      filled.length > 1 && this.header.names.every((name, i) => name === (cells[i] ?? "").trim())
    ) {
      return void this.#left.header.push(number);
    }
    const names = this.#names.map((at) => clean(cells[at] ?? "").text);
    for (const name of names) this.reading.persons.remember(name);
    const values = new Map<string, string>();
    const own = [...names];
    let birth: Day | undefined;
    for (const { at, meaning, name } of this.#places) {
      const raw = cells[at] ?? "";
      if (meaning.用途 === "键") {
        const key = plainKey(raw);
        if (key.length > 5) own.push(key);
        if (meaning.含义 === "身份证号") birth ??= dayOf(key.slice(6, 14));
        values.set(name, this.#keyed(name, key, number));
      } else if (meaning.用途 === "生日") birth = dayOf(clean(raw).text) ?? birth;
      else if ((values.get(name) ?? "") === "") {
        values.set(name, this.#text(raw, name, own, number));
      }
    }
    values.set("生日疑点", this.#birthDoubt(birth, values.get("毕业时间") ?? ""));
    for (const [name, column] of this.#columns) column.push(values.get(name) ?? "");
    this.#numbers.push(number);
  }

  rows(): Rows {
    const size = this.#numbers.length;
    return {
      size,
      file: new Array<string>(size).fill(this.file),
      row: this.#numbers,
      columns: this.#columns,
    };
  }

  notes(): string[] {
    const { total, note, header } = this.#left;
    const rows = (numbers: readonly number[]) => numbers.slice(0, 5).join("、");
    return [
      ...(total.length > 0 ? [`第 ${rows(total)} 行是合计，没有计入`] : []),
      ...(note.length > 0 ? [`第 ${rows(note)} 行是表下的说明，没有计入`] : []),
      ...(header.length > 0 ? [`第 ${rows(header)} 行又是表头，没有计入`] : []),
      ...[...this.#changes].map(([what, count]) => `${what} ${count} 处`),
    ];
  }

  #keyed(name: string, key: string, row: number): string {
    if (key === "") return "";
    const advice = keyProblem(key, name);
    if (advice === undefined) return this.reading.hash(key);
    const level = name === "学号" || !this.#hasId ? "fail" : "warn";
    this.reading.findings.add({
      check: "编号被 Excel 改坏",
      level,
      file: this.file,
      column: name,
      value: "",
      row,
      advice,
    });
    return UNREAD;
  }

  #text(raw: string, column: string, own: readonly string[], row: number): string {
    if (raw === "") return "";
    const id = `${column}\u0000${raw}`;
    let known = this.#known.get(id);
    if (known === undefined) {
      known = { ...clean(raw), personal: FREE.has(column) ? personalKind(raw) : undefined };
      // Cells that are nearly all different (dates, pay) would only fill the memory.
      if (this.#known.size < 200_000) this.#known.set(id, known);
    }
    for (const change of known.changes) {
      const what = `${column}：${change}`;
      this.#changes.set(what, (this.#changes.get(what) ?? 0) + 1);
    }
    const { text } = known;
    if (!FREE.has(column)) return text;
    const whose = own.some((one) => one.length > 1 && text.includes(one)) ? "本人的姓名或编号" : "";
    const personal = known.personal ?? whose;
    if (personal === "") return text;
    this.reading.findings.add({
      check: "个人信息",
      // A department that has to be emptied leaves a hole where there may be none.
      level: column === "院系" || column === "专业" ? "fail" : "warn",
      file: this.file,
      column,
      value: "",
      row,
      advice: `填有${personal}，这些格已清空，不写入数据`,
    });
    return UNREAD;
  }

  #birthDoubt(birth: Day | undefined, graduation: string): string {
    if (birth === undefined) return "";
    const year = dayOf(graduation)?.year ?? this.reading.year;
    if (year - birth.year < 0) return "出生在毕业之后";
    return year - birth.year < 15 ? "毕业时不满 15 岁" : "";
  }
}
