/** Editions that a run which was killed has left half-way. */
import { join } from "node:path";
import { mendFolder } from "../files.ts";
import { dataFolder, editionFolder } from "../workspace.ts";

/**
 * Puts right what runs that were killed while they wrote editions have left in the data folder.
 *
 * @param tell hears, in a line of Chinese each, what is put right
 */
export async function mendEditions(tell: (line: string) => void): Promise<void> {
  const names = [...Deno.readDirSync(dataFolder())].map(({ name }) => name);
  const years = new Set(
    names.flatMap((name) => /^\.?(\d{4})(?:\.(?:new|old))?$/.exec(name)?.[1] ?? []),
  );
  for (const year of [...years].map(Number)) {
    await mendFolder(editionFolder(year), tell);
    await mendFolder(join(editionFolder(year), "published"), tell);
  }
}
