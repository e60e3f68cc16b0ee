/**
 * Sentences that say what is known and nothing else. In a sentence's slots numbers are named where
 * they stand: `{ 人数: 5809 }` is a number of the sentence's subject, `{ 女生: { 人数: 2934 } }` one of
 * somebody else. A clause with a slot that is empty is left out, with its punctuation.
 */
import { Ratio } from "../measures/ratio.ts";
import { Bound } from "../table/bound.ts";
import { isLookup, isStatement, type Reference, type Word } from "./blocks.ts";
import { toCell } from "./cell.ts";
import type { Cell, Statement } from "./exhibit.ts";

/** A value that a sentence can say, alone or with its unit. */
export type Said = number | string | Ratio | Bound | null | undefined;

/** A measure and its value: `{ 人数: 5809 }`, or with a unit that its name does not tell: `[3, "万个"]`. */
export interface Named {
  readonly [measure: string]: Said | readonly [value: Said, unit: string];
}

/** Of whom, and what: `{ 女生: { 人数: 2934 } }`. */
export interface Subjects {
  readonly [subject: string]: Named;
}

/** Words that belong together, or null where one of them is not known. */
export interface Phrase {
  readonly words: readonly Word[] | null;
}

/** What may stand in `${}`: a label or threshold as it is, named numbers, phrases, an exhibit. */
export type Slot =
  | string
  | number
  | null
  | undefined
  | Named
  | Subjects
  | Phrase
  | Reference
  | readonly Phrase[];

/** Makes a computed number out of its name and its value. */
export type Naming = (
  subject: string,
  measure: string,
  value: Cell,
  unit: string,
  of: readonly [number, number] | null,
) => Word;

/**
 * A phrase: its text and its numbers; nothing of it is said where a slot is empty.
 *
 * @throws {TypeError} if a digit is typed into the text, where no year's records could change it
 */
export function phrase(
  strings: readonly string[],
  slots: readonly Slot[],
  subject: string,
  name: Naming,
): Phrase {
  const words: Word[] = [];
  for (const [i, text] of strings.entries()) {
    words.push(line(text));
    if (i >= slots.length) continue;
    const filled = fill(slots[i], subject, name);
    if (filled === null) return { words: null };
    words.push(...filled);
  }
  return { words: merged(words) };
}

/**
 * A sentence (or several). It is made of parts, parted by ；, and a part of clauses, parted by ，and ：.
 * A clause with an empty slot is left out, and so are those after it that lean on it (占…, 其中…). A
 * part is left out whole where its first clause is, where no clause that has a slot remains, and
 * where nothing remains of what a ： introduces. A bracket with an empty slot is left out alone. A
 * line break and the spaces around it are not part of the text, so that a long sentence may run over
 * several lines.
 *
 * @param subject of whom a number speaks that does not say so itself
 * @returns no words where nothing of the sentence is known
 * @throws {TypeError} if a digit is typed into the text, where no year's records could change it
 */
export function sentence(
  strings: readonly string[],
  slots: readonly Slot[],
  subject: string,
  name: Naming,
): Word[] {
  const pieces = strings.flatMap((text, i): Piece[] => {
    const parts = line(text).split(/([，；：。！？（）])/u).map((part, k): Piece =>
      k % 2 === 1 ? { stop: part } : { words: part === "" ? [] : [part], slot: false }
    );
    if (i >= slots.length) return parts;
    return [...parts, { words: fill(slots[i], subject, name), slot: true }];
  });
  const sentences = split(clausesOf(pieces), /[。！？]/);
  return merged(sentences.flatMap((clauses) => {
    const parts = split(clauses, /；/).map(known).filter((part) => part.length > 0);
    const end = clauses.at(-1)?.stop ?? "";
    return parts.flatMap((part, p) =>
      part.flatMap(({ words, stop }, i) => {
        const closing = p === parts.length - 1 ? end : "；";
        return [...(words ?? []), i === part.length - 1 ? closing : stop];
      })
    );
  }));
}

/** A stop, or words between stops; null where they are not known. */
type Piece =
  | { readonly stop: string }
  | { readonly words: readonly Word[] | null; readonly slot: boolean };

/** A clause with the stop that follows it; no words where they are not known. */
interface Clause {
  readonly words: readonly Word[] | null;
  /** Whether something computed stands in it. */
  readonly slot: boolean;
  readonly stop: string;
}

/** Gathers pieces into clauses; what stands in brackets is part of its clause. */
function clausesOf(pieces: readonly Piece[]): Clause[] {
  const clauses: Clause[] = [];
  let open: Omit<Clause, "stop"> = { words: [], slot: false };
  let outer: Omit<Clause, "stop"> | null = null;
  const add = (words: readonly Word[] | null, slot: boolean) => {
    const whole = words === null || open.words === null ? null : [...open.words, ...words];
    open = { words: whole, slot: open.slot || slot };
  };
  for (const piece of pieces) {
    if ("words" in piece) add(piece.words, piece.slot);
    else if (piece.stop === "（" && outer === null) {
      outer = open;
      open = { words: [], slot: false };
    } else if (piece.stop === "）" && outer !== null) {
      const { words, slot } = open;
      open = outer;
      outer = null;
      if (words !== null && words.length > 0) add(["（", ...words, "）"], slot);
    } else if (outer !== null) add([piece.stop], false);
    else {
      clauses.push({ ...open, stop: piece.stop });
      open = { words: [], slot: false };
    }
  }
  if (open.words === null || open.words.length > 0) clauses.push({ ...open, stop: "" });
  return clauses;
}

/** Cuts clauses into runs, each ending with a stop that `at` matches. */
function split(clauses: readonly Clause[], at: RegExp): Clause[][] {
  const runs: Clause[][] = [[]];
  for (const clause of clauses) {
    runs.at(-1)?.push(clause);
    if (at.test(clause.stop)) runs.push([]);
  }
  return runs.filter((run) => run.length > 0);
}

/** Clauses that say something of the clause before them, and nothing without it. */
const LEANING = /^\s*(占|为|约|即|比|较|其|分别|依次|共|合计|仅)/;

/** The clauses of a part that are known and can stand. */
function known(part: readonly Clause[]): Clause[] {
  const kept: Clause[] = [];
  let gap = false;
  for (const clause of part) {
    const [start] = clause.words ?? [];
    const leans: boolean = gap && typeof start === "string" && LEANING.test(start);
    gap = clause.words === null || clause.words.length === 0 || leans;
    if (!gap) kept.push(clause);
    else if (kept.length === 0) return [];
  }
  while (kept.at(-1)?.stop === "：" && kept.length < part.length) kept.pop();
  const lost = part.some(({ slot }) => slot) && !kept.some(({ slot }) => slot);
  return lost ? [] : kept;
}

/** A slot's words; null where nothing of it is known. */
function fill(slot: Slot, subject: string, name: Naming): readonly Word[] | null {
  if (slot === null || slot === undefined || slot === "") return null;
  if (typeof slot === "string") return [slot];
  if (typeof slot === "number") return [String(slot)];
  if (isPhrases(slot)) {
    const told = slot.flatMap(({ words }) => words === null || words.length === 0 ? [] : [words]);
    if (told.length === 0) return null;
    return told.flatMap((words, i) => (i === 0 ? words : ["、", ...words]));
  }
  if (isPhrase(slot)) return slot.words;
  if (isReference(slot)) return [slot];
  return number(slot, subject, name);
}

function number(slot: Named | Subjects, subject: string, name: Naming): readonly Word[] | null {
  const [entry, ...more] = Object.entries(slot);
  if (entry === undefined || more.length > 0) {
    throw new TypeError("Cannot say several numbers in one slot: give each a slot of its own");
  }
  const [key, value] = entry;
  if (isNamed(value)) return number(value, key, name);
  const [said, unit] = Array.isArray(value) ? value : [value, undefined];
  const cell = toCell(said);
  if (cell === null || cell === "") return null;
  const of = said instanceof Ratio ? [said.count, said.base] as const : null;
  return [name(subject, key, cell, unit ?? unitOf(key, said), of)];
}

/** What a number is counted in, as its type and its name tell it. */
export function unitOf(measure: string, value: unknown): string {
  if (value instanceof Ratio) return "%";
  if (typeof value !== "number" && !(value instanceof Bound)) return "";
  if (/人数$/.test(measure)) return "人";
  if (/个数$|省份数$/.test(measure)) return "个";
  if (/份数$|问卷$|答卷$/.test(measure)) return "份";
  return "";
}

function isNamed(value: unknown): value is Named {
  return typeof value === "object" && value !== null && !Array.isArray(value) &&
    !(value instanceof Ratio) && !(value instanceof Bound);
}

function isPhrases(slot: Slot): slot is readonly Phrase[] {
  return Array.isArray(slot);
}

function isPhrase(slot: object): slot is Phrase {
  return "words" in slot && (slot.words === null || Array.isArray(slot.words));
}

function isReference(slot: object): slot is Reference {
  return "see" in slot && typeof slot.see === "string";
}

/** Text without its line breaks. @throws {TypeError} if a digit is typed into it */
function line(text: string): string {
  const whole = text.replace(/[ \t]*\r?\n\s*/g, "");
  if (!/[0-9０-９]/.test(whole)) return whole;
  throw new TypeError(
    `Cannot type a number into prose ("${whole}"): compute it, name it in a slot`,
  );
}

/** Whether a number is said in words at first. */
function startsInChinese(word: Exclude<Word, string>): boolean {
  return isStatement(word) && /^\p{Script=Han}/u.test(sayWord(word));
}

/** Neighbouring texts as one. */
function merged(words: readonly Word[]): Word[] {
  const all: Word[] = [];
  for (const word of words) {
    const last = all.at(-1);
    if (word === "") continue;
    if (typeof last === "string" && (typeof word === "string" || startsInChinese(word))) {
      // 届 不到 6516 人: only a number stands off from the character before it.
      all[all.length - 1] = typeof word === "string" ? last + word : last.trimEnd();
    }
    if (typeof word !== "string" || typeof last !== "string") all.push(word);
  }
  return all;
}

/** A word as text. */
export function sayWord(word: Word): string {
  if (typeof word === "string") return word;
  if (isLookup(word)) return `【${word.ask.join(".")}】`;
  if (!isStatement(word)) return word.label;
  return word.said ?? sayNumber(word);
}

/** A computed number with its unit, whatever stands for it in its sentence. */
export function sayNumber({ value, unit }: Pick<Statement, "value" | "unit">): string {
  const said = dateText(String(value));
  if (unit === "" || said !== String(value)) return said;
  const [, relation = "", number = ""] = /^([<>≤≥]?)(.*)$/.exec(said) ?? [];
  const amount = unit === "%" ? `${number}%` : `${number} ${unit}`;
  return relation === "" ? amount : `${RELATIONS[relation]} ${amount}`;
}

/** What is only bounded, in words: a sentence has no signs. */
const RELATIONS: Readonly<Record<string, string>> = {
  "<": "不到",
  ">": "超过",
  "≤": "不超过",
  "≥": "不低于",
};

/** A date as it is read: `2023-08-31` is 2023 年 8 月 31 日, `2000-10` is 2000 年 10 月; other text stays. */
export function dateText(text: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text) ?? [];
  if (year === undefined) return text;
  return `${year} 年 ${Number(month)} 月${day === undefined ? "" : ` ${Number(day)} 日`}`;
}
