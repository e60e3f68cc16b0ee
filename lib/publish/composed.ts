/** A report put together, from notebooks that were run wherever. */
import { join } from "node:path";
import { withAbstract } from "../document/abstract.ts";
import { compare, type Comparison } from "../document/compare.ts";
import { assemble, type Document, madeOf, type Source } from "../document/document.ts";
import type { Disclosure } from "../document/disclosure.ts";
import { specialGroups } from "../edition/groups.ts";
import { type Facts, readFacts } from "../edition/published.ts";
import { openRecords } from "../edition/records.ts";
import { type Edition, readEdition } from "../edition/settings.ts";
import { majorsApart } from "../measures/majors.ts";
import { editionFolder, root } from "../workspace.ts";
import { type Chapters, chaptersOf } from "./jupyter/chapters.ts";
import { runInProcess } from "./jupyter/in_process.ts";

/** A report, and how it compares with print. */
export interface Composed {
  readonly document: Document;
  readonly comparison: Comparison;
}

/** The report of an edition from its notebooks, which have been run, in the order of the report. */
export function compose(edition: Edition, facts: Facts, sources: readonly Source[]): Composed {
  const { numbering, errata } = edition;
  const disclosure = disclosureOf(edition);
  const document = withAbstract(assemble(sources, { facts, numbering, disclosure }), edition);
  return { document, comparison: compare(madeOf(document), facts, errata) };
}

/** Whom an edition does not tell of; null where it tells of everybody. */
function disclosureOf({ year, disclosure: fewest, groups }: Edition): Disclosure | null {
  if (fewest === 0) return null;
  const records = openRecords(editionFolder(year)).graduates;
  const places = new Map(records.column("学号").map((id, i) => [id, i]));
  const named = specialGroups(records, groups).map(({ name, members }) =>
    [name, new Set(members.column("学号").flatMap((id) => places.get(id) ?? []))] as const
  );
  return { fewest, graduates: majorsApart(records), named: new Map(named) };
}

/** An edition that was computed, with what it was computed from. */
export interface Calculated extends Composed {
  readonly edition: Edition;
  readonly facts: Facts;
  readonly sources: readonly Source[];
  readonly chapters: Chapters;
}

/**
 * Computes an edition without Jupyter and without writing anything. Runs must not overlap.
 *
 * @throws {DataError} if the edition or its published facts cannot be read
 * @throws {CellFailure} if a cell fails
 */
export async function calculate(year: number): Promise<Calculated> {
  const before = Deno.env.get("REPORT_YEAR");
  Deno.env.set("REPORT_YEAR", String(year));
  try {
    const edition = readEdition(editionFolder(year));
    const facts = readFacts(join(editionFolder(year), "published"));
    const folder = join(root(), "notebooks");
    const chapters = chaptersOf(folder, year);
    const sources: Source[] = [];
    for (const name of chapters.names) {
      sources.push(await runInProcess(join(folder, `${name}.ipynb`)));
    }
    return { edition, facts, sources, chapters, ...compose(edition, facts, sources) };
  } finally {
    if (before === undefined) Deno.env.delete("REPORT_YEAR");
    else Deno.env.set("REPORT_YEAR", before);
  }
}
