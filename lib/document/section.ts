/** A section of a chapter: makes its numbered tables and figures and its sentences. */
import type { CoverageRow, Erratum } from "../edition/settings.ts";
import type { Frame } from "../table/frame.ts";
import { Ratio } from "../measures/ratio.ts";
import { exhibitName, factKey, isSameFact } from "./compare.ts";
import type { Facts } from "../edition/published.ts";
import type { Base, Exhibit, Made, Statement } from "./exhibit.ts";
import { checkHtml } from "./check.ts";
import { captionOf, escapeHtml, figureHtml, tableHtml, toCell } from "./html.ts";
import { knowledge, type Known } from "./known.ts";
import type { Showable } from "./show.ts";

/** What a section needs to know of the report that it belongs to. */
export interface Setting {
  /** File stem of the notebook. */
  readonly notebook: string;
  /** The chapter's title, e.g. `一、毕业生就业基本情况`. */
  readonly chapter: string;
  readonly facts: Facts;
  readonly coverage: readonly CoverageRow[];
  readonly errata: readonly Erratum[];
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

/** A table can count its rows. */
export interface TableSpec<R extends object> extends ExhibitSpec<R> {
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

/** A computed number, or a label as it is. */
export type Word = Statement | string | number;

/** What may stand in `${}` of a paragraph: a word, or a list of phrases made of words. */
export type Part = Word | readonly (readonly Word[])[];

/** Makes what one section of the report shows. */
export interface Section {
  /** A numbered table. */
  table<R extends object>(number: number, spec: TableSpec<R>): Showable;
  /** A numbered figure; one that is not known in full is made from what is known of it. */
  figure<R extends object>(
    number: number,
    spec: FigureSpec<R> | ((known: Known) => FigureSpec<R>),
  ): Showable;
  /** What is known of a figure. */
  known(figure: number): Known;
  /**
   * A computed number (or label) for a sentence: of whom, what, the value. A share's unit is %.
   */
  value(
    subject: string,
    measure: string,
    value: number | string | null | Ratio,
    unit?: string,
  ): Statement;
  /**
   * A paragraph. Its numbers come as {@link Section.value}; labels and an editor's thresholds may
   * stand in `${}` as they are, and so may a list of phrases, which are joined by 、. A line break
   * and the spaces around it are not part of the text, so a long sentence may run over several lines.
   *
   * @throws {TypeError} if a digit is typed into the text, where no year's records could change it
   */
  text(words: TemplateStringsArray, ...parts: readonly Part[]): Showable;
  /**
   * Computed numbers as a list.
   *
   * @param by a line for each `subject`, with its measures, or a line for each `measure`
   */
  list(by: "subject" | "measure", values: readonly Statement[]): Showable;
}

/**
 * Opens a section of a chapter.
 *
 * @param place the section's number as the published facts name it, e.g. `一（三）2`
 * @param remember is told of everything made
 */
export function openSection(
  setting: Setting,
  place: string,
  remember: (made: Made) => void,
): Section {
  const { facts, coverage } = setting;

  const exhibit = <R extends object>(
    kind: Exhibit["kind"],
    number: number,
    { title, rows, base, note, ranked = false }: TableSpec<R>,
  ): Exhibit => ({
    kind,
    number,
    title,
    chapter: setting.chapter,
    section: place,
    notebook: setting.notebook,
    columns: ranked ? ["序号", ...rows.names] : rows.names,
    rows: rows.rows().map((row, i) => {
      const cells = Object.values(row).map(toCell);
      return ranked ? [i + 1, ...cells] : cells;
    }),
    base: base ?? null,
    coverage: knownOf(kind, number)(),
    note: note ?? null,
  });

  const knownOf = (kind: Exhibit["kind"], number: number): Known =>
    knowledge(coverage, exhibitName({ kind, number }));

  const showable = (made: Made, html: string, text: string): Showable => {
    remember(made);
    return { html: html + checkHtml(made, setting), text, made };
  };

  return {
    table(number, spec) {
      const made = exhibit("table", number, spec);
      return showable({ exhibits: [made], statements: [] }, tableHtml(made), plain(made));
    },

    figure(number, spec) {
      const { draw, seen, ...shown } = typeof spec === "function"
        ? spec(knownOf("figure", number))
        : spec;
      const made = exhibit("figure", number, shown);
      const html = figureHtml(made, draw(shown.rows), seen);
      return showable({ exhibits: [made], statements: [] }, html, plain(made));
    },

    known: (figure) => knownOf("figure", figure),

    value(subject, measure, value, unit = value instanceof Ratio ? "%" : "") {
      const key = { place, subject, measure };
      const fact = facts.statements.find((one) => isSameFact(one, key));
      return {
        id: fact?.id ?? factKey(key),
        ...key,
        value: toCell(value),
        unit,
        coverage: fact === undefined ? "derived" : fact.kind === "bound" ? "bounded" : "published",
      };
    },

    text(words, ...parts) {
      const lines = words.map((word) => word.replace(/[ \t]*\r?\n\s*/g, ""));
      const digit = lines.find((word) => /[0-9０-９]/.test(word));
      if (digit !== undefined) {
        throw new TypeError(
          `Cannot type a number into prose ("${digit}"): compute it, pass value()`,
        );
      }
      const spoken = lines.flatMap((word, i): Word[] => {
        const part = parts[i] ?? "";
        return [word, ...(Array.isArray(part) ? joined(part) : [part as Word])];
      });
      const statements = spoken.filter((word) => typeof word === "object");
      const html = `<p class="statement">${wordsHtml(spoken)}</p>`;
      return showable({ exhibits: [], statements }, html, wordsText(spoken));
    },

    list(by, values) {
      const lines: Word[][] = by === "measure"
        ? values.map((one) => [`${one.measure}：`, one])
        : [...Map.groupBy(values, ({ subject }) => subject)].map(([subject, own]) => [
          `${subject}：`,
          ...joined(own.map((one) => [`${one.measure} `, one])),
        ]);
      const items = lines.map((line) => `<li>${wordsHtml(line)}</li>`).join("");
      const html = `<ul class="statement">${items}</ul>`;
      return showable({ exhibits: [], statements: values }, html, lines.map(wordsText).join("\n"));
    },
  };
}

/** The words of a list of phrases, with 、 between phrases. */
function joined(phrases: readonly (readonly Word[])[]): Word[] {
  return phrases.flatMap((phrase, i) => (i === 0 ? phrase : ["、", ...phrase]));
}

/** Words as HTML, computed ones set off. */
function wordsHtml(words: readonly Word[]): string {
  return words.map((word) =>
    typeof word === "object"
      ? `<b class="value">${escapeHtml(say(word))}</b>`
      : escapeHtml(String(word))
  ).join("");
}

function wordsText(words: readonly Word[]): string {
  return words.map((word) => (typeof word === "object" ? say(word) : word)).join("");
}

function say({ value, unit }: Statement): string {
  if (value === null) return "（未知）";
  if (unit === "") return String(value);
  return unit === "%" ? `${value}%` : `${value} ${unit}`;
}

/** The caption and the rows as text, for readers whose tools show no HTML. */
function plain(exhibit: Exhibit): string {
  const rows = [exhibit.columns, ...exhibit.rows].map((row) =>
    row.map((cell) => cell ?? "—").join("\t")
  );
  return [captionOf(exhibit), ...rows].join("\n");
}
