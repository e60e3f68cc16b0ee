import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { join } from "node:path";
import { chosenYear, dataFolder, editionFolder, editions, root, shownPath } from "lib/workspace.ts";
import { environment, temporaryData } from "./temporary_data.ts";

/** Runs a check with another working directory. */
function within(folder: string, check: () => void): void {
  const before = Deno.cwd();
  Deno.chdir(folder);
  try {
    check();
  } finally {
    Deno.chdir(before);
  }
}

const YEARS = { "2029/x": "", "2031/x": "", "2030/x": "", "backup/x": "", "20311/x": "" };

Deno.test("the root is found from a notebook's folder as from the root itself", () => {
  const here = root();
  assertEquals(Deno.statSync(join(here, "deno.json")).isFile, true);
  within(join(here, "notebooks"), () => assertEquals(root(), here));
});

Deno.test("outside a workspace there is no root, and the error says where it looked", () => {
  using data = temporaryData();
  within(data.folder, () => assertThrows(() => root(), Error, "找不到工作区"));
});

Deno.test("the data are in the workspace, or where REPORT_DATA says", () => {
  const { folder, [Symbol.dispose]: end } = temporaryData();
  assertEquals(dataFolder(), folder);
  end();
  const restore = environment({ REPORT_DATA: undefined });
  assertEquals(dataFolder(), join(root(), "data"));
  restore();
  const back = environment({ REPORT_DATA: "elsewhere" });
  assertEquals(dataFolder(), join(root(), "elsewhere"));
  back();
});

Deno.test("editions are folders named by a year, oldest first", () => {
  using data = temporaryData(YEARS);
  assertEquals(editions(), [2029, 2030, 2031]);
  assertEquals(editionFolder(2030), join(data.folder, "2030"));
});

Deno.test("without a data folder there are no editions", () => {
  const restore = environment({ REPORT_DATA: "no/such/folder" });
  assertEquals(editions(), []);
  restore();
});

Deno.test("the year is the one asked for, else REPORT_YEAR, else the newest", () => {
  using _ = temporaryData(YEARS);
  assertEquals(chosenYear(), 2031);
  Deno.env.set("REPORT_YEAR", "2029");
  assertEquals(chosenYear(), 2029);
  assertEquals(chosenYear(2030), 2030);
  Deno.env.set("REPORT_YEAR", "");
  assertEquals(chosenYear(), 2031);
});

Deno.test("a year that is not on disk is refused with those that are", () => {
  using _ = temporaryData(YEARS);
  const { message } = assertThrows(() => chosenYear(2028), Error);
  assertStringIncludes(message, "没有 2028 年的版次");
  assertStringIncludes(message, "现有版次：2029、2030、2031");
  Deno.env.set("REPORT_YEAR", "去年");
  assertThrows(() => chosenYear(), Error, "没有 去年 年的版次");
});

Deno.test("without any edition the error says so", () => {
  using _ = temporaryData();
  assertThrows(() => chosenYear(), Error, "还没有任何版次");
});

Deno.test("a path is shown from the root, one outside it whole", () => {
  assertEquals(shownPath(join(root(), "data", "2023", "graduates.csv")), "data/2023/graduates.csv");
  const beside = root() + "-copy/data/x.csv";
  assertEquals(shownPath(beside), beside.replaceAll("\\", "/"));
});

Deno.test("an edition that a killed run left beside its place is not passed over in silence", () => {
  using data = temporaryData({ "2030/x": "", "2031/.published.old/x": "", ".2029.old/x": "" });
  assertEquals(data.folder, dataFolder());
  assertThrows(() => chosenYear(2029), Error, ".2029.old 改名为 2029");
  assertThrows(() => chosenYear(), Error, "2031/.published.old 改名为 published");
  assertEquals(chosenYear(2030), 2030);
});
