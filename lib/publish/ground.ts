/** What a report stands on, as hashes: when one of them changes, what was made of it is made anew. */
import { dataFolder, editions, root } from "../workspace.ts";
import { filesIn, hashesOf, hashOf } from "./hashes.ts";

/** What runs cells and carries what they show, whatever they compute. */
export function runnerOf(): string {
  const names = ["requirements.txt", "lib/publish/jupyter"].flatMap((name) =>
    filesIn(root(), name)
  );
  return hashOf(JSON.stringify([Deno.version, Deno.build.target, hashesOf(root(), names)]));
}

/** All code that makes a report, and what runs it. */
export function codeOf(): string {
  const files = ["lib", "deno.json", "deno.lock", "requirements.txt"];
  // A notebook may import a file that lies beside it; notebooks themselves count one by one.
  const beside = filesIn(root(), "notebooks").filter((name) => !name.endsWith(".ipynb"));
  const names = [...files.flatMap((name) => filesIn(root(), name)), ...beside];
  return hashOf(JSON.stringify([Deno.version, Deno.build.target, hashesOf(root(), names)]));
}

/**
 * What every chapter of a year's report is made of besides its own notebook: the code, the edition,
 * the code lists, and the editions before it, which trends look back on. It asks no reader which of
 * these files it reads: a byte more or less in any of them is a change.
 */
export function groundOf(year: number): string {
  const data = dataFolder();
  const years = editions().filter((one) => one <= year).map(String);
  const names = ["dictionaries", ...years].flatMap((name) => filesIn(data, name));
  const shared = filesIn(root(), "data/dictionaries");
  const files = [hashesOf(data, names), hashesOf(root(), shared)];
  return hashOf(JSON.stringify([codeOf(), year, data, files]));
}
