/** Puts a report together: chapters of placed blocks, with numbers that follow from the order. */
import type { Fact, Facts } from "../edition/published.ts";
import { type Fault, throwIfAny } from "../table/faults.ts";
import {
  type Block,
  type ChapterBlocks,
  exhibitOf,
  isLookup,
  isStatement,
  type Placed,
  statementsOf,
  type Word,
} from "./blocks.ts";
import { isSameFact } from "./compare.ts";
import { type Disclosure, withhold, withoutMarks } from "./disclosure.ts";
import type { Exhibit, Statement } from "./exhibit.ts";
import { blocksOfCells, numberHeadings } from "./headings.ts";
import { lookUp } from "./lookup.ts";
import { type Labels, numberExhibits, type Numbering } from "./numbering.ts";

/** A cell of a notebook that has been run: prose, or code with the blocks that it showed. */
export type SourceCell =
  | { readonly prose: readonly Block[]; readonly analyst: boolean }
  | { readonly code: number; readonly blocks: readonly Block[]; readonly analyst: boolean };

/** A notebook that has been run. */
export interface Source {
  /** File stem. */
  readonly notebook: string;
  readonly cells: readonly SourceCell[];
  /** Whether the signed report leaves the chapter out. */
  readonly auditor?: boolean;
}

/** The report as one value. */
export interface Document {
  readonly chapters: readonly ChapterBlocks[];
  readonly labels: Labels;
}

/** Everything that a report shows: its exhibits and the computed numbers of its prose. */
export interface Made {
  readonly exhibits: readonly Exhibit[];
  readonly statements: readonly Statement[];
}

/**
 * Puts notebooks that have been run together. Headings are numbered by their place, and so are
 * exhibits; a section that shows nothing is left to analysts with its heading and its prose; every
 * number learns its section, its cell and the published fact that it answers to.
 *
 * @param sources in the order of the report
 */
export function assemble(
  sources: readonly Source[],
  { facts, numbering = "continuous", disclosure = null }: {
    readonly facts: Facts;
    readonly numbering?: Numbering;
    /** Whom the report tells apart, where small groups are withheld. */
    readonly disclosure?: Disclosure | null;
  },
): Document {
  const placed = numberHeadings(
    sources.map(({ notebook, cells, auditor = false }) => ({
      notebook,
      blocks: blocksOfCells(cells),
      auditor,
    })),
  );
  const labels = numberExhibits(
    placed.map(({ blocks }) => blocks.flatMap(({ block }) => exhibitOf(block) ?? [])),
    numbering,
  );
  const seen = new Set<string>();
  const chapters = placed.map((chapter) => {
    let place = "";
    const blocks = chapter.blocks.map(({ block, cell, analyst }): Placed => {
      if (block.kind === "heading") place = block.place;
      const told = settled(block, { facts, labels, place, cell, chapter: chapter.title });
      const exhibit = exhibitOf(told);
      // What is shown again, to look at it once more, stands in the report where it stood first.
      const again = exhibit !== null && seen.has(exhibit.key);
      if (exhibit !== null) seen.add(exhibit.key);
      return { block: told, cell, analyst: analyst || again };
    });
    return { ...chapter, blocks };
  });
  const told = disclosure === null ? chapters : withhold(chapters, disclosure);
  const whole = answered(told.map(withoutBases));
  return {
    labels,
    chapters: disclosure === null ? whole : withoutMarks(whole, disclosure.fewest),
  };
}

/** A chapter without what only the putting together asks for. */
function withoutBases(chapter: ChapterBlocks): ChapterBlocks {
  const bare = (block: Block): Block => {
    switch (block.kind) {
      case "table":
      case "figure": {
        const { bases: _, ...exhibit } = block.exhibit;
        return { ...block, exhibit };
      }
      case "listing": {
        const { bases: _, ...listing } = block;
        return listing;
      }
      case "sketch": {
        if (block.listing === null) return block;
        const { bases: _, ...listing } = block.listing;
        return { ...block, listing };
      }
      default:
        return block;
    }
  };
  return {
    ...chapter,
    blocks: chapter.blocks.map((placed) => ({ ...placed, block: bare(placed.block) })),
  };
}

/**
 * Chapters with every number in place that a text asks for.
 *
 * @throws {DataError} with each placeholder that names nothing, and the nearest that there is
 */
function answered(chapters: readonly ChapterBlocks[]): ChapterBlocks[] {
  const made = madeOf({ chapters });
  const faults: Fault[] = [];
  const find = (word: Word): Word => {
    if (!isLookup(word)) return word;
    const found = lookUp(word, made);
    if ("value" in found) return found;
    faults.push({ file: word.file, found: `{${word.ask.join(".")}}`, expected: found.expected });
    return word;
  };
  const told = chapters.map((chapter) => ({
    ...chapter,
    blocks: chapter.blocks.map((placed): Placed => {
      const { block } = placed;
      if (block.kind === "paragraph") {
        return { ...placed, block: { ...block, words: block.words.map(find) } };
      }
      if (block.kind !== "list") return placed;
      return { ...placed, block: { ...block, items: block.items.map((item) => item.map(find)) } };
    }),
  }));
  throwIfAny(faults);
  return told;
}

/** The exhibits and numbers of a report, each once, in reading order; analysts' numbers count too. */
export function madeOf({ chapters }: Pick<Document, "chapters">): Made {
  const exhibits = new Map<string, Exhibit>();
  const statements = new Map<string, Statement>();
  for (const { block } of chapters.flatMap(({ blocks }) => blocks)) {
    const exhibit = exhibitOf(block);
    if (exhibit !== null && !exhibits.has(exhibit.key)) exhibits.set(exhibit.key, exhibit);
    for (const statement of statementsOf(block)) {
      if (!statements.has(statement.id)) statements.set(statement.id, statement);
    }
  }
  return { exhibits: [...exhibits.values()], statements: [...statements.values()] };
}

/** The signed report: what is not for analysts alone, without remarks on the comparison with print. */
export function signed({ chapters }: Pick<Document, "chapters">): ChapterBlocks[] {
  return chapters.filter(({ auditor }) => auditor !== true).map((chapter) => ({
    ...chapter,
    blocks: chapter.blocks.filter(({ block, analyst }) =>
      !analyst && (block.kind !== "note" || block.tone === "remark")
    ),
  })).filter(({ blocks }) => blocks.some(({ block }) => block.kind !== "heading"));
}

interface Settling {
  readonly facts: Facts;
  readonly labels: Labels;
  readonly place: string;
  readonly cell: number | null;
  readonly chapter: string;
}

/** A block with what only its place in the report can tell. */
function settled(block: Block, how: Settling): Block {
  switch (block.kind) {
    case "paragraph":
      return { ...block, words: block.words.map((word) => settledWord(word, how)) };
    case "list":
      return {
        ...block,
        items: block.items.map((words) => words.map((word) => settledWord(word, how))),
      };
    case "table":
    case "figure": {
      const { exhibit } = block;
      const label = how.labels.get(exhibit.key);
      const { chapter, place: section } = how;
      return { ...block, exhibit: { ...exhibit, ...label, chapter, section } };
    }
    default:
      return block;
  }
}

function settledWord(word: Word, { facts, labels, place, cell, chapter }: Settling): Word {
  if (typeof word === "string" || isLookup(word)) return word;
  if (!isStatement(word)) return { ...word, label: labels.get(word.see)?.label ?? word.label };
  const placed = { ...word, place, cell, chapter };
  const fact = factOf(placed, facts);
  return { ...placed, id: fact?.id ?? word.key };
}

function factOf(statement: Statement, facts: Facts): Fact | undefined {
  return facts.statements.find((fact) => isSameFact(statement, fact, facts));
}
