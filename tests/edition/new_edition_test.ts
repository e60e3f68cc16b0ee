import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { costs, editionFiles } from "lib/edition/new_edition.ts";
import { absentFiles, OPTIONAL_FILES } from "lib/edition/files.ts";
import { preflight } from "lib/edition/preflight.ts";
import { editionFolder, root } from "lib/workspace.ts";
import { dataErrorOf, temporaryData } from "../temporary_data.ts";

const model = join(root(), "data", "2023");

/** A new edition of 2031 on disk, some of its files written anew. */
function written(change: (files: Map<string, string>) => void) {
  const files = editionFiles({ year: 2031, model });
  change(files);
  return temporaryData(
    Object.fromEntries([...files].map(([name, text]) => [`2031/${name}`, text])),
  );
}

/** The settings that are written for 2031, after another edition. */
function settings(wanted: { readonly model?: string; readonly school?: string } = {}) {
  return JSON.parse(editionFiles({ year: 2031, model, ...wanted }).get("edition.json") ?? "");
}

Deno.test("a new edition invents nothing and asks for what it lacks at once", () => {
  assertEquals(settings(), {
    year: 2031,
    school: "",
    asOf: "",
    homeProvince: "",
    records: "register",
  });
  using _ = written(() => {});
  const asked = dataErrorOf(() => preflight(2031)).faults.map(({ file }) => file.split("/").at(-1));
  assertEquals(new Set(asked), new Set(["edition.json", "graduates.csv"]));
  assertEquals(asked.length, 4);
});

Deno.test("a college's next edition takes over its name and province, another's does not", () => {
  const before = {
    school: "甲学院",
    title: "年度报告",
    homeProvince: "山东省",
    records: "register",
  };
  using data = temporaryData({ "2030/edition.json": JSON.stringify({ year: 2030, ...before }) });
  const own = join(data.folder, "2030");
  const { school, title, homeProvince } = settings({ model: own });
  assertEquals([school, title, homeProvince], ["甲学院", "年度报告", "山东省"]);
  const other = settings({ model: own, school: "乙学院" });
  assertEquals([other.school, other.title, other.homeProvince], ["乙学院", undefined, ""]);
});

Deno.test("filled in, a new edition is one", () => {
  using _ = written((files) => {
    const filled = { school: "甲学院", asOf: "2031-08-31", homeProvince: "山东省" };
    files.set("edition.json", JSON.stringify({ ...settings(), ...filled }));
    files.set(
      "graduates.csv",
      `${files.get("graduates.csv")}2031001,女,专科,护理系,护理,山东省,待就业\n`,
    );
  });
  preflight(2031);
  assertEquals(absentFiles(editionFolder(2031)).length, OPTIONAL_FILES.length);
});

Deno.test("each pattern is the table that is read, once it is where it belongs", () => {
  for (const [path, text] of editionFiles({ year: 2031, model })) {
    const name = /^templates\/(.*)$/.exec(path)?.[1];
    if (name === undefined || name.endsWith(".codebook.csv")) continue;
    const before = Deno.readTextFileSync(join(model, name)).split("\n")[0];
    assertEquals(text, `${before}\n`);
  }
});

Deno.test("every file that one may do without is named with its cost", () => {
  const said = costs();
  assertEquals(said.length, OPTIONAL_FILES.length);
  for (const [i, { name, without }] of OPTIONAL_FILES.entries()) {
    assert(said[i]?.startsWith(name) && said[i]?.endsWith(without));
  }
});
