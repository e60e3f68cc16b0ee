import { join } from "node:path";

/** A new folder with what the twin of an edition starts from. The caller removes it. */
export function copied(folder: string): string {
  const copy = Deno.makeTempDirSync();
  for (const name of ["edition.json", "coverage.csv", "majors.csv", "tendencies.csv"]) {
    Deno.copyFileSync(join(folder, name), join(copy, name));
  }
  Deno.mkdirSync(join(copy, "published"));
  for (const { name, isFile } of Deno.readDirSync(join(folder, "published"))) {
    if (isFile) {
      Deno.copyFileSync(join(folder, "published", name), join(copy, "published", name));
    }
  }
  return copy;
}
