import { join } from "node:path";

/** A new folder, in one of its own, with what the twin of an edition starts from. The caller removes both. */
export function copied(folder: string): string {
  const copy = join(Deno.makeTempDirSync(), "edition");
  Deno.mkdirSync(copy);
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
