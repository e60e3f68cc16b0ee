/** Two editions side by side, told to an analyst: what matters first, and no more than a screen or two. */
import {
  byStep,
  type Difference,
  FEWEST,
  headline,
  isFirmShare,
  isRate,
  type Moved,
  type Only,
} from "./difference.ts";
import type { Made } from "./document.ts";
import type { Cell } from "./exhibit.ts";
import { widthOf } from "./terminal_width.ts";

/** An edition with its year. */
export interface Side {
  readonly year: number;
  readonly made: Made;
}

/** At most so many lines of one kind, and so many names in a line. */
const LINES = 8;
const RATES = 5;
const NAMES = 6;

/** What changed from one edition to another, a line a thing. */
export function differenceLines(before: Side, after: Side, found: Difference): string[] {
  const rates = found.moved.filter((one) => isRate(one));
  const thinRates = rates.filter((one) => !isFirmShare(one));
  const others = found.moved.filter((one) =>
    one.unit === "%" && !isRate(one) && !repeats(one, rates)
  );
  const years = [`${before.year} 年`, `${after.year} 年`] as const;
  const part = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ["", title, ...lines];
  return [
    ...part("要点", headlineLines(before, after)),
    ...[...Map.groupBy(firm(rates), ({ exhibit }) => exhibit).values()].flatMap((of) =>
      part(rateTitle(of), movedLines(byStep(of), years, RATES))
    ),
    ...(thinRates.length === 0
      ? []
      : [`另有 ${thinRates.length} 处落实率的人数不足 ${FEWEST}，只列入全部清单`]),
    ...part("新列入与不再列入的项目", onlyLines(found)),
    ...part(
      `其他比例变动（基数两届都不少于 ${FEWEST}），从大到小`,
      movedLines(byStep(distinct(firm(others))), years, LINES),
    ),
    ...part("只在一届有的图表", exhibitLines(found, years)),
    "",
    closing(found),
  ];
}

function firm(moved: readonly Moved[]): Moved[] {
  return moved.filter((one) => isFirmShare(one));
}

/** The same share of the same, told in an exhibit and again in another, or in prose by another name. */
function repeats(one: Moved, others: readonly Moved[]): boolean {
  return others.some((other) =>
    other.before === one.before && other.after === one.after &&
    (other.row === one.row || (one.exhibit === null && String(other.bases) === String(one.bases)))
  );
}

function distinct(moved: readonly Moved[]): Moved[] {
  return moved.filter((one, i) => !repeats(one, moved.slice(0, i)));
}

function headlineLines(before: Side, after: Side): string[] {
  const rows = headline(before.made, after.made).map((one) => [
    one.column === "人数" || one.row !== "毕业生" ? `${one.row}${one.column}` : one.column,
    one.before === undefined ? "没有" : shown(one.before),
    one.after === undefined ? "没有" : shown(one.after),
    one.before === undefined || one.after === undefined ? "" : stepWords(one.by, one.unit),
  ]);
  if (rows.length === 0) return [];
  return aligned([["", `${before.year} 年`, `${after.year} 年`, "变动"], ...rows]);
}

function rateTitle(of: readonly Moved[]): string {
  const up = of.filter(({ by }) => !by?.startsWith("-")).length;
  return `${of[0]?.title}：落实率升 ${up} 处、降 ${
    of.length - up
  } 处（两届都不少于 ${FEWEST} 人的），从变动大的起`;
}

function movedLines(
  moved: readonly Moved[],
  years: readonly [string, string],
  most: number,
): string[] {
  if (moved.length === 0) return [];
  const one = new Set(moved.map(({ exhibit }) => exhibit)).size === 1;
  const rows = moved.slice(0, most).map((each) => [
    one ? each.row : [each.exhibit ?? "正文", each.row, each.column].join("·"),
    shown(each.before),
    shown(each.after),
    stepWords(each.by, each.unit),
    ...(each.bases[0] === null ? [] : [`基数 ${each.bases[0]} → ${each.bases[1]}`]),
  ]);
  return [...aligned([["", ...years, "变动"], ...rows]), ...more(moved.length, most)];
}

function onlyLines({ came, went }: Difference): string[] {
  // A trend's years come and go by nature.
  const rows = (of: readonly Only[]) =>
    Map.groupBy(
      of.filter(({ row }) => row !== null && !/^\d{4}$/.test(row)),
      ({ exhibit }) => exhibit,
    );
  const [is, was] = [rows(came), rows(went)];
  // The same majors come and go in each table of majors: such tables share a line.
  const texts = new Map<string, string[]>();
  for (const exhibit of new Set([...is.keys(), ...was.keys()])) {
    const text = [
      namesOf("新列入", is.get(exhibit) ?? []),
      namesOf("不再列入", was.get(exhibit) ?? []),
    ].filter((one) => one !== "").join("；");
    texts.set(text, [...texts.get(text) ?? [], exhibit]);
  }
  const lines = [...texts].map(([text, exhibits]) => `  ${exhibits.join("、")}：${text}`);
  return [...lines.slice(0, LINES), ...more(lines.length, LINES)];
}

function namesOf(what: string, of: readonly Only[]): string {
  if (of.length === 0) return "";
  const names = of.slice(0, NAMES).map(({ row }) => row).join("、");
  return of.length > NAMES ? `${what} ${names} 等 ${of.length} 项` : `${what} ${names}`;
}

function exhibitLines(
  { came, went }: Difference,
  [before, after]: readonly [string, string],
): string[] {
  const whole = (year: string, of: readonly Only[]) => {
    const names = of.filter(({ row }) => row === null).map(({ exhibit }) => exhibit);
    if (names.length === 0) return [];
    const rest = names.length > LINES ? ` 等 ${names.length} 个` : "";
    return [`  只有 ${year}有：${names.slice(0, LINES).join("、")}${rest}`];
  };
  return [...whole(after, came), ...whole(before, went)];
}

function closing({ compared, moved, added, vanished }: Difference): string {
  return `两届都有的 ${compared} 个数里 ${moved.length} 个不同；` +
    `新有 ${added.length} 个，不再有 ${vanished.length} 个。全部清单用 --csv 文件 或 --json。`;
}

function more(count: number, shown: number): string[] {
  return count > shown ? [`  另有 ${count - shown} 处`] : [];
}

/** A value as a reader is shown it; what is not known has none. */
function shown(value: Cell): string {
  return value === null ? "不详" : String(value);
}

function stepWords(by: string | null, unit: string): string {
  if (by === null) return "";
  if (Number(by) === 0) return "不变";
  const size = by.replace(/^-/, "");
  const up = size === by;
  if (unit === "%") return `${up ? "上升" : "下降"} ${size} 个百分点`;
  return `${up ? "增加" : "减少"} ${size}${unit === "" ? "" : ` ${unit}`}`;
}

/** Columns side by side: the first to the left, numbers to the right, words to the left again. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = [0, 1, 2].map((i) => Math.max(...rows.map((row) => widthOf(row[i] ?? ""))));
  return rows.map((row) => {
    const cells = row.map((cell, i) => {
      const space = " ".repeat(Math.max(0, (widths[i] ?? 0) - widthOf(cell)));
      return i === 0 ? cell + space : space + cell;
    });
    return `  ${cells.join("  ")}`.trimEnd();
  });
}

/** Every value that is different, as rows of a table for a spreadsheet. */
export function differenceRows({ moved, added, vanished }: Difference): string[][] {
  const text = (value: Cell | undefined) => value === undefined || value === null ? "" : `${value}`;
  const row = (what: string, one: Partial<Moved>, [before, after]: [string, string]) => [
    what,
    one.exhibit ?? "正文",
    one.row ?? "",
    one.column ?? "",
    before,
    after,
    one.by ?? "",
    one.unit === "%" && one.by ? "个百分点" : one.unit ?? "",
    ...[0, 1].map((i) => text(one.bases?.[i])),
  ];
  return [
    ["类别", "图表", "项目", "指标", "前", "后", "变动", "单位", "前基数", "后基数"],
    ...moved.map((one) => row("变动", one, [text(one.before), text(one.after)])),
    ...added.map(({ value, ...one }) => row("新有", one, ["", text(value)])),
    ...vanished.map(({ value, ...one }) => row("不再有", one, [text(value), ""])),
  ];
}
