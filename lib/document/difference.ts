/** Two editions side by side: what came, what went, and what moved by how much. Pure, over plain data. */
import { pointsBetween } from "../measures/points.ts";
import { decimal } from "../table/bound.ts";
import type { Made } from "./document.ts";
import type { Cell, Exhibit, Statement } from "./exhibit.ts";

/** Where a number stands: in an exhibit's row and column, or in prose as subject and measure. */
export interface Place {
  /** The exhibit's key; null in prose. */
  readonly exhibit: string | null;
  /** The exhibit's title; empty in prose. */
  readonly title: string;
  /** The row's label, or the subject. */
  readonly row: string;
  /** The column, or the measure. */
  readonly column: string;
  readonly unit: string;
}

/** A value that only one edition has. */
export interface Lone extends Place {
  readonly value: Cell;
}

/** A value that the editions have differently. */
export interface Moved extends Place {
  readonly before: Cell;
  readonly after: Cell;
  /** After less before, exactly as both are shown; null unless both are plain numbers. */
  readonly by: string | null;
  /** How many people (or answers) each is a share of, where that is known. */
  readonly bases: readonly [before: number | null, after: number | null];
}

/** An exhibit, or a row of one, that only one edition has. */
export interface Only {
  readonly exhibit: string;
  readonly title: string;
  /** The row's label; null where it is the whole exhibit. */
  readonly row: string | null;
}

/** What is different between two editions, everything in the order of the report. */
export interface Difference {
  /** How many values both have, whether or not they moved. */
  readonly compared: number;
  readonly moved: readonly Moved[];
  /** Exhibits and rows that are new, and those that are gone. */
  readonly came: readonly Only[];
  readonly went: readonly Only[];
  /** Values that are new or gone: of new rows, new columns, and in prose. */
  readonly added: readonly Lone[];
  readonly vanished: readonly Lone[];
}

/**
 * Compares two editions: exhibits by their keys, their rows by what stands in the first column of
 * names, their columns by their headers, numbers in prose by their keys.
 */
export function difference(before: Made, after: Made): Difference {
  const parts = [exhibitsBeside(before.exhibits, after.exhibits)];
  const [was, is] = [tableOf(before.statements), tableOf(after.statements)];
  parts.push(valuesBeside(was, is));
  return {
    compared: parts.reduce((sum, { compared }) => sum + compared, 0),
    moved: parts.flatMap(({ moved }) => moved),
    came: parts.flatMap(({ came }) => came),
    went: parts.flatMap(({ went }) => went),
    added: parts.flatMap(({ added }) => added),
    vanished: parts.flatMap(({ vanished }) => vanished),
  };
}

/** A value in its place. */
interface Value extends Lone {
  readonly base: number | null;
}

/** Values by what tells them apart. */
type Values = ReadonlyMap<string, Value>;

function valuesBeside(before: Values, after: Values): Difference {
  const moved: Moved[] = [];
  let compared = 0;
  for (const [name, value] of after) {
    const old = before.get(name);
    if (old === undefined) continue;
    compared++;
    if (old.value === value.value) continue;
    const { base, value: now, ...place } = value;
    moved.push({
      ...place,
      before: old.value,
      after: now,
      by: step(old.value, now),
      bases: [old.base, base],
    });
  }
  const alone = (values: Values, others: Values) =>
    [...values].filter(([name]) => !others.has(name))
      .map(([, { base: _, ...value }]): Lone => value);
  return {
    compared,
    moved,
    came: [],
    went: [],
    added: alone(after, before),
    vanished: alone(before, after),
  };
}

function step(before: Cell, after: Cell): string | null {
  const [from, to] = [String(before), String(after)];
  return decimal(from) === null || decimal(to) === null ? null : pointsBetween(to, from);
}

/** The numbers of prose; one that is said of the same in several places is told apart by them. */
function tableOf(statements: readonly Statement[]): Values {
  const values = new Map<string, Value>();
  for (const { key, place, subject, measure, unit, value, of } of statements) {
    const name = values.has(key) ? `${key} ${place}` : key;
    const base = of?.[1] ?? null;
    if (values.has(name)) continue;
    values.set(name, {
      exhibit: null,
      title: "",
      row: subject,
      column: measure,
      unit,
      value,
      base,
    });
  }
  return values;
}

function exhibitsBeside(before: readonly Exhibit[], after: readonly Exhibit[]): Difference {
  const values = { before: new Map<string, Value>(), after: new Map<string, Value>() };
  const add = (side: Map<string, Value>, { key }: Exhibit, rows: ReturnType<typeof rowsOf>) => {
    for (const [row, cells] of rows) {
      for (const cell of cells) side.set(JSON.stringify([key, row, cell.column]), cell);
    }
  };
  const [came, went]: [Only[], Only[]] = [[], []];
  for (const exhibit of after) {
    const old = before.find(({ key }) => key === exhibit.key);
    const names = namesOf(old === undefined ? [exhibit] : [old, exhibit]);
    const rows = rowsOf(exhibit, names);
    add(values.after, exhibit, rows);
    const only = (row: string | null): Only => ({
      exhibit: exhibit.key,
      title: exhibit.title,
      row,
    });
    if (old === undefined) {
      came.push(only(null));
      continue;
    }
    const oldRows = rowsOf(old, names);
    add(values.before, old, oldRows);
    came.push(...[...rows.keys()].filter((row) => !oldRows.has(row)).map(only));
    went.push(...[...oldRows.keys()].filter((row) => !rows.has(row)).map(only));
  }
  for (const exhibit of before.filter((one) => !after.some(({ key }) => key === one.key))) {
    went.push({ exhibit: exhibit.key, title: exhibit.title, row: null });
    add(values.before, exhibit, rowsOf(exhibit, namesOf([exhibit])));
  }
  return { ...valuesBeside(values.before, values.after), came, went };
}

/** The column of ranks is no row's name, and a rank moves whenever another row does. */
const RANK = "序号";

function firstColumn({ columns }: Exhibit): number {
  return columns[0] === RANK ? 1 : 0;
}

/** How many leading columns name a row: the first, or as many columns of words as tell rows apart. */
function namesOf(exhibits: readonly Exhibit[]): number {
  const distinct = (count: number) =>
    exhibits.every((exhibit) => {
      const names = exhibit.rows.map((cells) => nameOf(exhibit, cells, count));
      return new Set(names).size === names.length;
    });
  const isWords = (count: number) =>
    exhibits.every((exhibit) => {
      const at = firstColumn(exhibit) + count;
      return at < exhibit.columns.length &&
        exhibit.rows.every((cells) => typeof cells[at] === "string" && decimal(cells[at]) === null);
    });
  let count = 1;
  while (!distinct(count) && isWords(count)) count++;
  return count;
}

function nameOf(exhibit: Exhibit, cells: readonly Cell[], count: number): string {
  const first = firstColumn(exhibit);
  return cells.slice(first, first + count).join("·");
}

/** A table's values by the names of its rows; rows that no name tells apart are counted. */
function rowsOf(exhibit: Exhibit, names: number): Map<string, Value[]> {
  const { key, title, columns } = exhibit;
  const first = firstColumn(exhibit) + names;
  const people = columns.indexOf(HEADCOUNT);
  const rows = new Map<string, Value[]>();
  for (const cells of exhibit.rows) {
    const name = nameOf(exhibit, cells, names);
    let row = name;
    for (let again = 2; rows.has(row); again++) row = `${name}（${again}）`;
    const headcount = cells[people];
    const base = exhibit.base?.count ?? (typeof headcount === "number" ? headcount : null);
    rows.set(
      row,
      columns.slice(first).map((column, i) => ({
        exhibit: key,
        title,
        row,
        column: column.replace(/%$/, ""),
        unit: column.endsWith("%") ? "%" : "",
        value: cells[first + i] ?? null,
        base,
      })),
    );
  }
  return rows;
}

/** Where an exhibit names no base, each row's own headcount is what its rate is a rate of. */
const HEADCOUNT = "生源人数";

/** The numbers that a reader asks for first, in this order, as far as either edition has them. */
const HEADLINE: readonly (readonly [row: string, column: string])[] = [
  ["毕业生", "人数"],
  ["毕业生", "毕业去向落实率"],
  ["毕业生", "就业人数"],
  ["就业毕业生", "占毕业生总人数比例"],
  ["毕业生", "升学人数"],
  ["升学毕业生", "占毕业生总人数比例"],
];

/** A headline number on both sides; undefined where an edition has it not. */
export interface Headline {
  readonly row: string;
  readonly column: string;
  readonly unit: string;
  readonly before: Cell | undefined;
  readonly after: Cell | undefined;
  readonly by: string | null;
}

/** The headline numbers of two editions, moved or not. */
export function headline(before: Made, after: Made): Headline[] {
  return HEADLINE.flatMap(([row, column]) => {
    const find = ({ statements }: Made) =>
      statements.find((one) => one.subject === row && one.measure === column);
    const [was, is] = [find(before), find(after)];
    if (was === undefined && is === undefined) return [];
    const by = was === undefined || is === undefined ? null : step(was.value, is.value);
    const unit = (is ?? was)?.unit ?? "";
    return [{ row, column, unit, before: was?.value, after: is?.value, by }];
  });
}

/** Fewest people whose share is told in words: below, one person moves it by more than 3 points. */
export const FEWEST = 30;

/** Whether a share stands on enough people in both editions; one of an unknown base does not. */
export function isFirmShare({ unit, by, bases }: Moved, fewest = FEWEST): boolean {
  return unit === "%" && by !== null && bases.every((base) => base !== null && base >= fewest);
}

/** Shares from the one that moved most; those that moved alike stay in the order of the report. */
export function byStep(moved: readonly Moved[]): Moved[] {
  const size = ({ by }: Moved) => Math.abs(Number(by));
  return moved.toSorted((a, b) => size(b) - size(a));
}

/** Whether a value is a placement rate of a row's own people. */
export function isRate({ exhibit, column }: Place): boolean {
  return exhibit !== null && column === "毕业去向落实率";
}
