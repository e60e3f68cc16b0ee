/** What makes a chapter run anew: every byte that it could be made of, and nothing else. */
import { assertEquals } from "@std/assert";
import { dirname, join } from "node:path";
import { groundOf, runnerOf } from "lib/publish/ground.ts";
import { cellsOrigin } from "lib/publish/jupyter/reuse.ts";
import { workspace } from "../trust/workspace.ts";

const YEAR = 2031;
const NOTEBOOK = "notebooks/00-conventions.ipynb";

/** What the chapter of a workspace is made of, before and after a file is written. */
function originsAround(file: string, change: (text: string) => string): [string, string] {
  using own = workspace();
  const before = Deno.cwd();
  Deno.chdir(own.folder);
  try {
    const origin = () => groundOf(YEAR) + cellsOrigin("notebooks", "00-conventions", runnerOf());
    const first = origin();
    const path = join(own.folder, file);
    Deno.mkdirSync(dirname(path), { recursive: true });
    let text = "";
    try {
      text = Deno.readTextFileSync(path);
    } catch {
      // A file that is new.
    }
    Deno.writeTextFileSync(path, change(text));
    return [first, origin()];
  } finally {
    Deno.chdir(before);
  }
}

const one = (text: string) => text.replace(/[a-z]/, (letter) => letter === "x" ? "y" : "x");

for (
  const [what, file, change] of [
    ["a byte of the records", `data/${YEAR}/graduates.csv`, (text: string) => `${text}\n`],
    ["a letter of the settings", `data/${YEAR}/edition.json`, one],
    ["a text of the college's", `data/${YEAR}/text/前言.md`, () => "一段话。\n"],
    ["a published fact", `data/${YEAR}/published/statements.csv`, () => "编号\n"],
    ["an earlier edition", "data/2030/history.csv", () => "届\n"],
    ["a code list", "data/dictionaries/destinations.csv", (text: string) => `${text}\n`],
    ["a letter of the code", "lib/measures/tally.ts", one],
    ["a style sheet", "lib/publish/html/style.css", one],
    ["a library's version", "deno.lock", one],
    ["Jupyter's version", "requirements.txt", one],
    ["a file beside the notebooks", "notebooks/helper.ts", () => "export {};\n"],
    ["a letter of its cells", NOTEBOOK, (text: string) => text.replace("编写说明", "编写的说明")],
  ] as const
) {
  Deno.test(`${what} makes a chapter run anew`, () => {
    const [before, after] = originsAround(file, change);
    assertEquals(before === after, false);
  });
}

for (
  const [what, file, change] of [
    ["a later edition", "data/2032/edition.json", () => "{}"],
    [
      "what a run leaves in its notebook",
      NOTEBOOK,
      (text: string) => JSON.stringify({ ...JSON.parse(text), extra: 1 }),
    ],
    ["another notebook", "notebooks/09-x.ipynb", () => '{"cells":[]}'],
    ["a test", "tests/x_test.ts", () => "1;"],
  ] as const
) {
  Deno.test(`${what} lets a chapter's run stand`, () => {
    const [before, after] = originsAround(file, change);
    assertEquals(before, after);
  });
}
