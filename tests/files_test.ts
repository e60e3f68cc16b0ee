import { assertEquals, assertMatch, assertRejects } from "@std/assert";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { LOCK, replaceFolder, workFolder, writeIfChanged } from "lib/files.ts";
import { root, shownPath } from "lib/workspace.ts";
import { inTemp } from "./in_temp.ts";

const names = (folder: string) =>
  [...Deno.readDirSync(folder)].map(({ name }) => name).filter((name) => name !== LOCK).sort();

Deno.test("a replaced folder holds the new files only, and nothing is left beside it", () =>
  inTemp(async (temp) => {
    const folder = join(temp, "reports", "2023");
    await replaceFolder(folder, (fresh) => Deno.writeTextFileSync(join(fresh, "old.html"), "1"));
    await replaceFolder(folder, (fresh) => {
      assertEquals(names(folder), ["old.html"]);
      Deno.writeTextFileSync(join(fresh, "new.html"), "2");
    });
    assertEquals(names(folder), ["new.html"]);
    assertEquals(names(join(temp, "reports")), ["2023"]);
  }));

Deno.test("a folder whose replacement fails stays as it was", () =>
  inTemp(async (temp) => {
    const folder = join(temp, "2023");
    await replaceFolder(folder, (fresh) => Deno.writeTextFileSync(join(fresh, "a"), "1"));
    const half = (fresh: string) => {
      Deno.writeTextFileSync(join(fresh, "a"), "half");
      throw new Error("stop");
    };
    await assertRejects(() => replaceFolder(folder, half), Error, "stop");
    assertEquals(names(temp), ["2023"]);
    assertEquals(Deno.readTextFileSync(join(folder, "a")), "1");
  }));

Deno.test("what an interrupted replacement left does not get into the next one", () =>
  inTemp(async (temp) => {
    Deno.mkdirSync(join(temp, ".2023.new"));
    Deno.writeTextFileSync(join(temp, ".2023.new", "stale"), "");
    const told: string[] = [];
    await replaceFolder(join(temp, "2023"), () => {}, (line) => void told.push(line));
    assertEquals(names(join(temp, "2023")), []);
    assertEquals(told, [
      `上次运行中途停止，已清理留下的 ${shownPath(join(temp, ".2023.new"))}`,
    ]);
  }));

Deno.test("a folder that stepped aside for one that never came is put back, and that is told", () =>
  inTemp(async (temp) => {
    Deno.mkdirSync(join(temp, ".2023.old"));
    Deno.writeTextFileSync(join(temp, ".2023.old", "a"), "1");
    const told: string[] = [];
    const failing = replaceFolder(join(temp, "2023"), () => {
      throw new Error("stop");
    }, (line) => void told.push(line));
    await assertRejects(() => failing, Error, "stop");
    assertEquals(names(temp), ["2023"]);
    assertEquals(names(join(temp, "2023")), ["a"]);
    assertEquals(told, [`上次运行中途停止，已放回原有的 ${shownPath(join(temp, "2023"))}`]);
  }));

Deno.test("folders and files with blanks, #, % and 中文 in their names are written like others", () =>
  inTemp(async (temp) => {
    const folder = join(temp, "报告 #1 100%25", "20%24 年");
    for (const text of ["1", "2"]) {
      await replaceFolder(folder, (fresh) => writeIfChanged(join(fresh, "第 #1 页 %.html"), text));
    }
    assertEquals(names(folder), ["第 #1 页 %.html"]);
    assertEquals(Deno.readTextFileSync(join(folder, "第 #1 页 %.html")), "2");
  }));

Deno.test("many that replace one folder, or write one file, at once all come to their end", () =>
  inTemp(async (temp) => {
    const folder = join(temp, "2023");
    const marks = Array.from({ length: 30 }, (_, i) => String(i));
    await Promise.all(marks.map((mark) =>
      replaceFolder(folder, async (fresh) => {
        for (const name of ["a", "b"]) await Deno.writeTextFile(join(fresh, name), mark);
      })
    ));
    assertEquals(names(temp), ["2023"]);
    const [a, b] = names(folder).map((name) => Deno.readTextFileSync(join(folder, name)));
    assertEquals(a, b);
  }));

Deno.test("a file with the same text is not written again", () =>
  inTemp((temp) => {
    const path = join(temp, "a");
    writeIfChanged(path, "1");
    Deno.utimeSync(path, 1, 1);
    writeIfChanged(path, "1");
    assertEquals(Deno.statSync(path).mtime?.getTime(), 1000);
    writeIfChanged(path, "2");
    assertEquals(Deno.readTextFileSync(path), "2");
    return Promise.resolve();
  }));

Deno.test("a run's folder is gone after it; one of a run that was killed goes with the next, which says so", async () => {
  const runs = join(root(), ".cache", "runs");
  using _ = await workFolder(); // What others may have left is none of this test's.
  for (const name of ["killed", "killed-later"]) {
    Deno.writeTextFileSync(join(runs, `${name}.held`), "");
  }
  Deno.mkdirSync(join(runs, "killed"));
  Deno.writeTextFileSync(join(runs, "killed", "01-x.ipynb"), "{}");
  const told: string[] = [];
  const first = await workFolder((line) => void told.push(line));
  assertMatch(told.join("\n"), /^上次运行中途停止，已清理留下的 2 个临时文件夹（\.cache\/runs）$/);
  assertEquals([existsSync(first.path), existsSync(join(runs, "killed"))], [true, false]);
  // One that somebody still uses stays, this process's own too.
  using second = await workFolder((line) => void told.push(line));
  assertEquals([existsSync(first.path), told.length, first.path === second.path], [true, 1, false]);
  first[Symbol.dispose]();
  assertEquals([existsSync(first.path), existsSync(`${first.path}.held`)], [false, false]);
});

Deno.test("what a killed run left beside a file goes when the file is written again, what is being written stays", () =>
  inTemp((temp) => {
    const path = join(temp, "01-x.ipynb");
    const [old, young] = [1, 2].map(() => `${path}.${crypto.randomUUID()}.new`);
    for (const left of [old, young]) Deno.writeTextFileSync(left ?? "", "half");
    Deno.utimeSync(old ?? "", 1, 1);
    writeIfChanged(path, "whole");
    assertEquals([old, young, path].map((one) => existsSync(one ?? "")), [false, true, true]);
    return Promise.resolve();
  }));
