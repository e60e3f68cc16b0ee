import { assertEquals } from "@std/assert";
import { join } from "node:path";
import type { Made } from "lib/document/document.ts";
import { readEdition } from "lib/edition/settings.ts";
import { compare } from "lib/document/compare.ts";
import { readFacts } from "lib/edition/published.ts";
import { root } from "lib/workspace.ts";
import { printedNumber, runChapter } from "./run_chapter.ts";

/** The folder of the edition whose printed report is transcribed. */
const FOLDER = join(root(), "data", "2023");

/** What a chapter answers for. */
interface Duty {
  readonly tables: readonly number[];
  /** The first characters of the ids of its statements, e.g. `1-`. */
  readonly statements: string;
}

/**
 * Registers the tests of a chapter against print: one a table and one a section, so that a failure
 * says by its name where the chapter parts from the report. What the ledger of errata explains is
 * no failure.
 *
 * @param notebook file stem of the notebook
 * @returns what the chapter made, for further tests; it is run once
 */
export function testAgreement(notebook: string, { tables, statements }: Duty): () => Promise<Made> {
  const facts = readFacts(join(FOLDER, "published"));
  const { errata: ledger } = readEdition(FOLDER);
  let run: Promise<Made> | undefined;
  const made = () => run ??= runChapter(notebook);
  const check = async (about: Partial<typeof facts>) => {
    const printed = { tables: [], statements: [], ...about };
    const { facts: count, agree, differ, unchecked, errata } = compare(
      await made(),
      printed,
      ledger,
    );
    const right = agree + errata.length;
    assertEquals({ right, differ, unchecked }, { right: count, differ: [], unchecked: [] });
  };

  for (const number of tables) {
    Deno.test(`${notebook}: 表${number} is as printed`, async () => {
      const printed = facts.tables.filter((table) => table.number === number);
      assertEquals(printed.length, 1, "the printed table is transcribed");
      await check({ tables: printed });
    });
  }
  const own = facts.statements.filter(({ id }) => id.startsWith(statements));
  for (const place of new Set(own.map((fact) => fact.place))) {
    Deno.test(`${notebook}: the numbers of ${place} are as printed`, async () => {
      await check({ statements: own.filter((fact) => fact.place === place) });
    });
  }
  Deno.test(`${notebook}: it makes its tables and no others, and names no statement twice`, async () => {
    const { exhibits, statements } = await made();
    const numbers = exhibits.filter(({ kind }) => kind === "table").map(printedNumber);
    assertEquals(numbers, [...tables]);
    const ids = statements.map(({ id }) => id);
    assertEquals(ids.filter((id, i) => ids.indexOf(id) !== i), []);
  });
  return made;
}
