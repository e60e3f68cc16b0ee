import { assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { replaceFolder, writeIfChanged } from "lib/publish/files.ts";

async function inTemp(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = Deno.makeTempDirSync();
  try {
    await test(folder);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

const names = (folder: string) => [...Deno.readDirSync(folder)].map(({ name }) => name).sort();

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
    await replaceFolder(join(temp, "2023"), () => {});
    assertEquals(names(join(temp, "2023")), []);
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
