import { join } from "node:path";
import type { Exhibit, Made, Statement } from "lib/document/exhibit.ts";
import { runInProcess, type Shown } from "lib/publish/jupyter/in_process.ts";
import { root } from "lib/workspace.ts";
import { environment } from "../temporary_data.ts";

/** Which edition a notebook runs on. */
interface Choice {
  readonly year?: number;
  /** A data folder other than the workspace's own. */
  readonly data?: string;
}

/**
 * What a notebook's own cells make of an edition.
 *
 * @param notebook file stem of the notebook
 */
export async function runChapter(notebook: string, choice: Choice = {}): Promise<Made> {
  const shown = await showChapter(notebook, choice);
  return {
    exhibits: shown.flatMap(({ made }) => made.exhibits),
    statements: shown.flatMap(({ made }) => made.statements),
  };
}

/** What a notebook's own cells show of an edition, in order. */
export async function showChapter(
  notebook: string,
  { year = 2023, data }: Choice = {},
): Promise<Shown[]> {
  const restore = environment({ REPORT_YEAR: String(year), REPORT_DATA: data });
  try {
    return await runInProcess(join(root(), "notebooks", `${notebook}.ipynb`));
  } finally {
    restore();
  }
}

/** The exhibit of a kind and number. @throws {Error} if it was not made */
export function exhibitOf({ exhibits }: Made, kind: Exhibit["kind"], number: number): Exhibit {
  const found = exhibits.find((one) => one.kind === kind && one.number === number);
  if (found === undefined) throw new Error(`No ${kind} ${number} was made`);
  return found;
}

/** The statement with an id. @throws {Error} if it was not made */
export function statementOf({ statements }: Made, id: string): Statement {
  const found = statements.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No statement ${id} was made`);
  return found;
}
