/** The nearest entry of a code list, or none: a hint that is followed may not change an outcome. */
import { distance } from "fastest-levenshtein";

/** Characters that turn a meaning round: 拟创业 is not near 自主创业, nor 不就业拟升学 near 升学. */
const TURNS = /[待拟不未暂非无没否免准再]/g;

/**
 * The one entry that a text most likely misspells.
 *
 * Near is: the text leaves out less than half of the entry's characters and adds none (签劳动合同就业),
 * or one character in five differs (签劳动合同形势就业). Neither may lack or add a character that turns
 * the meaning round, and entries that are equally near must agree in what `outcome` says of them.
 *
 * @param outcome what following the hint must not decide by chance; by default the entry itself
 */
export function nearest(
  text: string,
  entries: readonly string[],
  outcome: (entry: string) => string = (entry) => entry,
): string | undefined {
  const near = entries.filter((entry) => isNear(text, entry));
  if (near.length === 0) return undefined;
  const closest = near.toSorted((a, b) => distance(text, a) - distance(text, b));
  return new Set(near.map(outcome)).size === 1 ? closest[0] : undefined;
}

function isNear(text: string, entry: string): boolean {
  if (turns(text) !== turns(entry)) return false;
  const apart = distance(text, entry);
  const abridged = isWithin(text, entry) && text.length * 2 > entry.length && text.length > 1;
  return abridged || apart * 5 <= Math.max(text.length, entry.length);
}

function turns(text: string): string {
  return (text.match(TURNS) ?? []).join("");
}

/** Whether a text's characters stand in the entry in the same order. */
function isWithin(text: string, entry: string): boolean {
  let at = 0;
  for (const character of entry) if (character === text[at]) at++;
  return at === text.length;
}
