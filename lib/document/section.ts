/** A section of a chapter: makes its sentences, its numbered tables and figures. */
import type { CoverageRow } from "../edition/coverage.ts";
import type { Erratum } from "../edition/errata.ts";
import type { Facts } from "../edition/published.ts";
import { Frame } from "../table/frame.ts";
import { type Block, type Heading, isStatement, type Listing, type Reference } from "./blocks.ts";
import type { Text } from "../edition/text.ts";
import { toCell } from "./cell.ts";
import { checkNotes } from "./check.ts";
import type { Base, Exhibit, Statement } from "./exhibit.ts";
import { knowledge, type Known } from "./known.ts";
import { type Labels, provisionalLabel } from "./numbering.ts";
import { requireNoPersons } from "./persons.ts";
import { textBlocks } from "./prose.ts";
import { type Adding, sumsOf } from "./sums.ts";
import { type Phrase, phrase, sentence, type Slot } from "./words.ts";

/** What a section needs to know of the report that it belongs to. */
export interface Setting {
  /** File stem of the notebook. */
  readonly notebook: string;
  readonly facts: Facts;
  readonly coverage: readonly CoverageRow[];
  readonly errata: readonly Erratum[];
  /** The numbers that exhibits had when the report was last put together. */
  readonly labels: Labels;
}

/** Something ready to be displayed: blocks of the report. */
export interface Showable {
  readonly blocks: readonly Block[];
}

/** What a table or a figure is made of. */
export interface ExhibitSpec<R extends object> {
  readonly title: string;
  /** The rows as they are to stand; the columns' names are the headers. */
  readonly rows: Frame<R>;
  /** What the shares are shares of. */
  readonly base?: Base;
  readonly note?: string;
}

/** A table can count its rows, and add them up. */
export interface TableSpec<R extends object> extends ExhibitSpec<R>, Adding {
  /** Whether a first column 序号 numbers the rows. */
  readonly ranked?: boolean;
}

/** A figure is drawn from its own rows. */
export interface FigureSpec<R extends object> extends ExhibitSpec<R> {
  /** Draws the rows as inline SVG. */
  readonly draw: (rows: Frame<R>) => string;
  /** The columns that the drawing shows, which its text alternative tells; all unless said. */
  readonly seen?: readonly string[];
}

/** Makes what one section of the report shows. What has no rows or no known words shows nothing. */
export interface Section {
  /** A numbered table, named by a key that stays when its number moves. */
  table<R extends object>(key: string, spec: TableSpec<R>): Showable;
  /** A numbered figure; one that is not known in full is made from what is known of it. */
  figure<R extends object>(
    key: string,
    spec: FigureSpec<R> | ((known: Known) => FigureSpec<R>),
  ): Showable;
  /** What is known of a figure. */
  known(key: string): Known;
  /** A paragraph: see {@link sentence} for what may stand in its slots and what is left out. */
  text(strings: readonly string[], ...slots: readonly Slot[]): Showable;
  /** Words for a slot of a paragraph or a line of a list; nothing where a slot of theirs is empty. */
  phrase(strings: readonly string[], ...slots: readonly Slot[]): Phrase;
  /** The college's own text with its placeholders; what `numbers` names is said at once. */
  prose(text: Text | null, numbers?: readonly Phrase[]): Showable;
  /** A list, a line a phrase. */
  list(items: readonly Phrase[]): Showable;
  /**
   * A heading that the records decide on, below the notebook's own.
   *
   * @param place number of the section where the data give it, e.g. `五（七）`
   */
  heading(level: Heading["level"], text: string, place?: string): Showable;
  /** Another exhibit by its key, for a slot: `见${s.see("专业落实情况")}`. */
  see(key: string): Reference;
  /** The same section, speaking of somebody else. */
  about(subject: string): Section;
}

/**
 * Opens a section of a chapter.
 *
 * @param subject of whom its sentences speak where a number does not say so itself
 * @param remember is told of everything made
 */
export function openSection(
  setting: Setting,
  subject: string,
  remember: (blocks: readonly Block[]) => void,
): Section {
  const { facts, coverage, labels, notebook } = setting;

  const exhibit = <R extends object>(
    kind: Exhibit["kind"],
    key: string,
    { title, rows, base, note, ranked = false, total, subtotals }: TableSpec<R>,
  ): Exhibit => {
    const sums = sumsOf(rows as unknown as Frame<object>, {
      ...(total === undefined ? {} : { total }),
      ...(subtotals === undefined ? {} : { subtotals }),
    }).map(({ after, cells }) => ({ after, cells: ranked ? ["", ...cells] : cells }));
    return {
      kind,
      key,
      number: labels.get(key)?.number ?? null,
      label: labels.get(key)?.label ?? provisionalLabel(kind),
      title,
      chapter: "",
      section: "",
      notebook,
      columns: ranked ? ["序号", ...rows.names] : rows.names,
      rows: cellsOf(rows).map((cells, i) => (ranked ? [i + 1, ...cells] : cells)),
      ...(sums.length > 0 ? { sums } : {}),
      base: base ?? null,
      coverage: knowledge(coverage, key)(),
      note: note ?? null,
    };
  };

  const statement = (
    about: string,
    measure: string,
    value: Statement["value"],
    unit: string,
    of: Statement["of"],
  ): Statement => {
    const key = `${about}·${measure}`;
    const fact = facts.statements.find((one) => one.subject === about && one.measure === measure);
    return {
      id: fact?.id ?? key,
      key,
      place: "",
      subject: about,
      measure,
      value,
      unit,
      coverage: fact === undefined ? "derived" : fact.kind === "bound" ? "bounded" : "published",
      of,
      chapter: "",
      notebook,
      cell: null,
    };
  };

  const showable = (...blocks: readonly Block[]): Showable => {
    remember(blocks);
    return { blocks: [...blocks, ...checkNotes(blocks, setting)] };
  };

  return {
    table(key, spec) {
      requireExhibit(key, spec, 'table("键", { title: "题名", rows: 表 })');
      if (spec.rows.size === 0) return { blocks: [] };
      return showable({ kind: "table", exhibit: exhibit("table", key, spec) });
    },

    figure(key, spec) {
      const whole = typeof spec === "function" ? spec(knowledge(coverage, key)) : spec;
      requireExhibit(key, whole, FIGURE);
      const { draw, seen, ...shown } = whole;
      if (typeof draw !== "function") throw new TypeError(`应写成 ${FIGURE}；现在没有 draw`);
      if (shown.rows.size === 0) return { blocks: [] };
      const made = exhibit("figure", key, shown);
      const svg = draw(shown.rows);
      return showable({ kind: "figure", exhibit: made, svg, seen: seen ?? made.columns });
    },

    known: (key) => knowledge(coverage, key),

    text(strings, ...slots) {
      const words = sentence(strings, slots, subject, statement);
      return words.length === 0 ? { blocks: [] } : showable({ kind: "paragraph", words });
    },

    phrase: (strings, ...slots) => phrase(strings, slots, subject, statement),

    list(items) {
      const told = items.flatMap(({ words }) => (words === null ? [] : [words]));
      return told.length === 0 ? { blocks: [] } : showable({ kind: "list", items: told });
    },

    prose(text, numbers = []) {
      if (text === null) return { blocks: [] };
      const said = numbers.flatMap(({ words }) => words ?? []).filter(isStatement);
      const known = new Map(said.map((one) => [one.key, one]));
      return showable(...textBlocks(text, known));
    },

    heading: (level, text, place = "") => showable({ kind: "heading", level, text, place }),

    see: (key) => ({ see: key, label: labels.get(key)?.label ?? `“${key}”` }),

    about: (other) => openSection(setting, other, remember),
  };
}

const FIGURE = 'figure("键", { title: "题名", rows: 表, draw: (rows) => bars(rows, …) })';

/** @throws {TypeError} in Chinese, for what a cell has not written as an exhibit */
function requireExhibit(key: unknown, spec: unknown, form: string): void {
  const { rows } = Object(spec) as { readonly rows?: unknown };
  if (typeof key === "string" && key !== "" && rows instanceof Frame) return;
  const wrong = rows instanceof Frame ? "键应是一个名字" : "rows 应是一个表";
  throw new TypeError(`应写成 ${form}；${wrong}`);
}

/** Rows without a number, which explain and count as no exhibit. */
export function listing(rows: Frame<object>, caption: string): Showable {
  return { blocks: rows.size === 0 ? [] : [listingOf(rows, caption)] };
}

/**
 * A drawing without a number.
 *
 * @param svg inline `<svg>`, one or several below one another
 * @param caption what it shows, below it
 * @param alt what one sees in it, for those who do not see it
 * @param rows the rows behind it, as a table that one can open
 */
export function drawing(
  svg: string,
  { caption, alt, rows }: {
    readonly caption: string;
    readonly alt: string;
    readonly rows?: Frame<object>;
  },
): Showable {
  const behind = rows === undefined ? null : listingOf(rows, caption);
  return { blocks: [{ kind: "sketch", caption, svg, alt, listing: behind }] };
}

/** A frame's rows as a listing. */
export function listingOf(rows: Frame<object>, caption: string): Listing {
  return { kind: "listing", caption, columns: rows.names, rows: cellsOf(rows) };
}

/**
 * The cells in the columns' own order, which an object's keys need not keep.
 *
 * @throws {TypeError} in Chinese, for rows of persons, which no page may show
 */
function cellsOf<R extends object>(rows: Frame<R>) {
  requireNoPersons(rows);
  const names = rows.names as (keyof R & string)[];
  return rows.rows().map((row) => names.map((name) => toCell(row[name])));
}
