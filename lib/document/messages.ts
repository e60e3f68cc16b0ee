/**
 * What an exhibit says in one sentence, for a heading above its official title. A rule speaks only
 * where its sentence cannot be false: not of ties, of small groups, of what is only bounded, nor of
 * differences that a sample of this size brings about by chance. Every number is in the exhibit's own
 * rows or a sum of them.
 */
import { ratio } from "../measures/ratio.ts";
import { compareExactly, decimal } from "../table/bound.ts";
import type { Cell, Exhibit } from "./exhibit.ts";

/** Of fewer than so many nothing is said. */
const FEWEST = 30;

/** By how many percentage points a group must hold the rate down before that is worth a word. */
const NOTICEABLE = 1;

/** Names of what gathers several things, or is of unknown kind: no one thing can be the largest. */
const GATHERED = /其他|未列出|未登记|未知/;

/** A sentence on what an exhibit shows; null where no rule has one. */
export function messageOf(exhibit: Exhibit): string | null {
  if (exhibit.coverage === "bounded" || exhibit.rows.length < 2) return null;
  return rules.reduce<string | null>((said, rule) => said ?? rule(exhibit), null);
}

type Rule = (exhibit: Exhibit) => string | null;

/**
 * Which groups hold the placement rate down: the one, or the two, in which more than half of the
 * unplaced are, if their own rates lie below that of all together and the others' noticeably above.
 */
const holdsDown: Rule = (exhibit) => {
  const rows = placementRows(exhibit);
  if (rows === null || rows.length < 3) return null;
  const sum = (of: (row: PlacementRow) => number) =>
    rows.reduce((total, row) => total + of(row), 0);
  const [all, unplaced] = [sum((row) => row.size), sum((row) => row.unplaced)];
  if (unplaced < FEWEST) return null;
  const byUnplaced = rows.toSorted((a, b) => b.unplaced - a.unplaced);
  for (const most of [1, 2].filter((most) => 2 * most < rows.length)) {
    const groups = byUnplaced.slice(0, most);
    const own = groups.reduce((total, row) => total + row.unplaced, 0);
    const alike = groups.at(-1)?.unplaced === byUnplaced[most]?.unplaced;
    // A group lies below all together where it has more than its part of the unplaced.
    const below = groups.every((row) => row.unplaced * all > unplaced * row.size);
    const others = all - groups.reduce((total, row) => total + row.size, 0);
    // 100 × (unplaced / all − their unplaced / others) without a division.
    const points = 100 * (unplaced * others - (unplaced - own) * all);
    const noticeable = points >= NOTICEABLE * all * others;
    if (2 * own > unplaced && !alike && below && noticeable) {
      const names = groups.map(({ name }) => name).join("、");
      return `${names}拉低了落实率：表中未就业的 ${unplaced} 人里，${
        most === 1 ? "它占" : "两者共"
      } ${own} 人（${ratio(own, unplaced)}%）`;
    }
  }
  return null;
};

interface PlacementRow {
  readonly name: string;
  readonly size: number;
  readonly unplaced: number;
}

/** The rows of a table of placement; null for another, or where a number in it is not known. */
function placementRows(exhibit: Exhibit): PlacementRow[] | null {
  const names = namesOf(exhibit);
  const [size, unplaced, employed, studying] = ["生源人数", "未就业人数", "就业", "升学"]
    .map((name) =>
      countsOf(exhibit, exhibit.columns.findIndex((one) => one.split("·").at(-1) === name))
    );
  if (!names || !size || !unplaced || !employed || !studying) return null;
  const rows = names.map((name, i) => ({
    name,
    size: size[i] ?? 0,
    unplaced: unplaced[i] ?? 0,
    placed: (employed[i] ?? 0) + (studying[i] ?? 0),
  }));
  return rows.every((row) => row.placed + row.unplaced === row.size) ? rows : null;
}

/** Which of two rates is the higher, or which of several are the highest and the lowest. */
const extremes: Rule = (exhibit) => {
  const names = namesOf(exhibit);
  const at = rateColumn(exhibit);
  if (names === null || at < 0) return null;
  const measure = exhibit.columns[at]?.replace(/%$/, "") ?? "";
  const sizes = countsOf(
    exhibit,
    exhibit.columns.findIndex((one) => /^(生源人数|答卷数)$/.test(one)),
  );
  const rates = exhibit.rows.map((row) => decimal(String(row[at] ?? "")));
  if (sizes === null) return null;
  const rows = rates.flatMap((rate, i) =>
    rate === null ? [] : [{
      rate,
      name: names[i] ?? "",
      text: `${exhibit.rows[i]?.[at]}%`,
      size: sizes[i] ?? 0,
      interval: intervalOf(exhibit, i),
    }]
  ).toSorted((a, b) => compareExactly(b.rate, a.rate));
  const [first, second] = rows;
  const [beforeLast, last] = rows.slice(-2);
  if (rows.length < names.length || !first || !second || !beforeLast || !last) return null;
  const apart = compareExactly(first.rate, second.rate) > 0 &&
    compareExactly(beforeLast.rate, last.rate) > 0;
  if (!apart || first.size < FEWEST || last.size < FEWEST) return null;
  if (isSample(exhibit) && !liesAbove(first.interval, last.interval)) return null;
  return rows.length === 2
    ? `${measure}：${first.name}（${first.text}）高于${last.name}（${last.text}）`
    : `${measure}最高的是${first.name}（${first.text}），最低的是${last.name}（${last.text}）`;
};

/** Where a rate stands that is no share of the exhibit's base: of each row's own group. */
function rateColumn({ columns }: Exhibit): number {
  return columns.findIndex((name) => /(落实率|满意度|合计|度)%$/.test(name));
}

/** What most are: the row with more than any other, of a known base. */
const largest: Rule = (exhibit) => {
  const { base, columns, rows } = exhibit;
  const names = namesOf(exhibit);
  const at = columns.findIndex((name) => /(人数|答卷数)$/.test(name));
  const counts = countsOf(exhibit, at);
  if (base === null || base.count < FEWEST || names === null || counts === null) return null;
  const order = counts.map((count, i) => ({ count, i })).toSorted((a, b) => b.count - a.count);
  const [first, second] = order;
  if (first === undefined || second === undefined || first.count === second.count) return null;
  const name = names[first.i] ?? "";
  const share = ratio(first.count, base.count).percent();
  // The share that the exhibit prints has to be the count's of the base.
  if (GATHERED.test(name) || rows[first.i]?.[at + 1] !== share) return null;
  const unit = base.unit ?? "人";
  if (!isSample(exhibit)) return `${name}最多：${first.count} ${unit}，占${base.label}的 ${share}%`;
  if (!liesAbove(intervalOf(exhibit, first.i), intervalOf(exhibit, second.i))) return null;
  return `选“${name}”的最多：${first.count} ${unit}，占 ${share}%`;
};

/** How the last cohort compares with the one before, where both are known exactly. */
const change: Rule = ({ columns: [year, what = ""], rows, title }) => {
  if (year !== "届") return null;
  const [before, last] = rows.slice(-2);
  const [from, to] = [before, last].map((row) => decimal(String(row?.[1] ?? "")));
  if (!from || !to || Number(last?.[0]) !== Number(before?.[0]) + 1) return null;
  const sign = compareExactly(to, from);
  if (typeof before?.[1] === "number" && typeof last?.[1] === "number") {
    const difference = Math.abs(last[1] - before[1]);
    const how = sign > 0 ? `多 ${difference} 人` : `少 ${difference} 人`;
    return sign === 0
      ? `${last[0]} 届人数与上一届相同`
      : `${last[0]} 届 ${last[1]} 人，比上一届${how}`;
  }
  // Of two rates that print alike the exact ones may still differ.
  if (sign === 0 || !title.includes("单位：%")) return null;
  const relation = sign > 0 ? "高于" : "低于";
  return `${last?.[0]} 届${what} ${last?.[1]}%，${relation} ${before?.[0]} 届的 ${before?.[1]}%`;
};

const rules: readonly Rule[] = [holdsDown, extremes, change, largest];

/** What the rows are called: by the first column of words that tells them apart; null without one. */
function namesOf({ columns, rows }: Exhibit): string[] | null {
  for (const [i, column] of columns.entries()) {
    const names = rows.map((row) => String(row[i]));
    const words = rows.every((row) => typeof row[i] === "string" && decimal(row[i]) === null);
    if (words && new Set(names).size === rows.length) {
      return column === "性别" ? names.map((name) => `${name}生`) : names;
    }
  }
  return null;
}

/** A column of counts; null where there is none, or one of them is not known. */
function countsOf({ rows }: Exhibit, at: number): number[] | null {
  const isCount = (cell: Cell | undefined) => typeof cell === "number" && Number.isInteger(cell);
  return at >= 0 && rows.every((row) => isCount(row[at]))
    ? rows.map((row) => Number(row[at]))
    : null;
}

/** Whether an exhibit's shares are of those who answered, which stand for all. */
function isSample({ base }: Exhibit): boolean {
  return base?.unit === "份";
}

/** Whether a row's interval is all above another's. */
function liesAbove(one: Interval | null, other: Interval | null): boolean {
  return one !== null && other !== null && one[0] > other[1];
}

type Interval = readonly [low: number, high: number];

/** A row's interval, written `53.95%–61.73%`. */
function intervalOf({ columns, rows }: Exhibit, row: number): Interval | null {
  const text = String(rows[row]?.[columns.indexOf("95%区间")] ?? "");
  const [, low, high] = /^([\d.]+)%–([\d.]+)%$/.exec(text) ?? [];
  return low === undefined || high === undefined ? null : [Number(low), Number(high)];
}
