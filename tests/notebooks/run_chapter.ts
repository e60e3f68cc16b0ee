import { join } from "node:path";
import type { Exhibit, Made, Statement } from "lib/exhibits/exhibit.ts";
import { runInProcess } from "lib/publishing/in_process.ts";
import { root } from "lib/workspace.ts";
import { environment } from "../temporary_data.ts";

/**
 * What a notebook's own cells make of an edition.
 *
 * @param notebook file stem of the notebook
 * @param data a data folder other than the workspace's own
 */
export async function runChapter(
  notebook: string,
  { year = 2023, data }: { readonly year?: number; readonly data?: string } = {},
): Promise<Made> {
  const restore = environment({ REPORT_YEAR: String(year), REPORT_DATA: data });
  try {
    const shown = await runInProcess(join(root(), "notebooks", `${notebook}.ipynb`));
    return {
      exhibits: shown.flatMap(({ made }) => made.exhibits),
      statements: shown.flatMap(({ made }) => made.statements),
    };
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
