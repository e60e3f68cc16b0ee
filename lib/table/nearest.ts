/** What somebody meant who wrote something else: named only where it is beyond reasonable doubt. */
import { distance } from "fastest-levenshtein";
import { plain } from "./characters.ts";

/** Words that turn a meaning: 非国有企业 is no 国有企业, 拟创业 no 自主创业, 蒙古 no 内蒙古. */
const TURNING = /[非不未无没待拟暂拒否内外]/g;

/** Endings that say what kind of name a name is, not which: 山西省 is as far from 山东省 as can be. */
const ENDING = /(?<=.)(?:特别行政区|自治区|省|市|族)$/;

/**
 * The value that a text most likely means, or undefined where none is near or several are.
 *
 * A spelling is the same as the text if nothing but width, punctuation or a last 省, 市, 族 … differs.
 * Failing that it is near if
 * - at most one character in three differs, endings apart; or
 * - it is a value that holds the text as a whole, or its characters in order while it is no more
 *   than twice as long (国企 is 国有企业, 劳动合同 is 签劳动合同形式就业); or
 * - the text so holds the value (湖北省武汉市 is 湖北省),
 *
 * and if neither has a word that turns the meaning and the other lacks.
 *
 * Where values fall into groups that must not be mixed up, one character in five may differ (自主择业
 * is one from 自主创业 and another outcome), a longer text means nothing shorter (准备升学 is no 升学),
 * and where near spellings belong to different groups nothing is named, whatever is nearest.
 *
 * @param spellings ways to write a value → the value, e.g. 新疆 → 新疆维吾尔自治区; the value itself
 *   is one
 * @param groupOf what a wrong suggestion must never change, e.g. the outcome of a destination
 */
export function nearest<V extends string>(
  text: string,
  spellings: Iterable<readonly [spelling: string, value: V]>,
  groupOf?: (value: V) => string,
): V | undefined {
  const cell = letters(text);
  if (cell === "") return undefined;
  const known = [...spellings].map(([spelling, value]) => ({
    spelling: letters(spelling),
    value,
    isValue: spelling === value,
  }));
  const same = only(known.filter(({ spelling }) => stem(spelling) === stem(cell)));
  if (same !== undefined) return same;

  const grouped = groupOf !== undefined;
  const near = known.filter(({ spelling, isValue }) =>
    isSlip(cell, spelling, grouped ? 5 : 3) ||
    isValue && (shortens(cell, spelling) || lengthens(cell, spelling))
  );
  const groups = new Set(near.map(({ value }) => groupOf?.(value)));
  if (groups.size > 1) return undefined;
  return only(
    near.filter(({ spelling }) =>
      turns(spelling) === turns(cell) && !(grouped && lengthens(cell, spelling))
    ),
  );
}

/**
 * Like {@link nearest} for a list whose values are written in one way only, as half a sentence: it
 * names the value that is meant, or says nothing.
 */
export function nearestWords(text: string, values: readonly string[]): string {
  const near = nearest(text, values.map((value) => [value, value]));
  return near === undefined ? "" : `，最接近的是“${near}”`;
}

/** The value of all of them, if it is one. */
function only<V>(some: readonly { readonly value: V }[]): V | undefined {
  const values = new Set(some.map(({ value }) => value));
  return values.size === 1 ? some[0]?.value : undefined;
}

/** A text without punctuation, spaces and invisible characters. */
function letters(text: string): string {
  return plain(text).replace(/[\s\p{P}\p{S}]/gu, "").toLowerCase();
}

function stem(text: string): string {
  return text.replace(ENDING, "");
}

function turns(text: string): string {
  return (text.match(TURNING) ?? []).sort().join("");
}

function isSlip(cell: string, spelling: string, perEdit: number): boolean {
  const [one, other] = [stem(cell), stem(spelling)];
  const allowed = Math.floor(Math.min(one.length, other.length) / perEdit);
  return Math.abs(one.length - other.length) <= allowed && distance(one, other) <= allowed;
}

function shortens(cell: string, value: string): boolean {
  return cell.length > 1 && cell.length < value.length &&
    (value.includes(cell) || 2 * cell.length >= value.length && holds(value, cell));
}

function lengthens(cell: string, value: string): boolean {
  return value.length < cell.length && 2 * value.length >= cell.length && holds(cell, value);
}

/** Whether a text holds the characters of another in their order. */
function holds(long: string, short: string): boolean {
  let at = 0;
  for (const character of long) if (character === short[at]) at++;
  return at >= short.length;
}
