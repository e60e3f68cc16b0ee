import { assertEquals, assertThrows } from "@std/assert";
import { join } from "node:path";
import { kept } from "lib/edition/kept.ts";

function withFiles(run: (first: string, second: string) => void): void {
  const folder = Deno.makeTempDirSync();
  const [first, second] = [join(folder, "一.csv"), join(folder, "二.csv")];
  try {
    Deno.writeTextFileSync(first, "甲\n");
    Deno.writeTextFileSync(second, "乙\n");
    run(first, second);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

/** A keeper of texts that counts how often it reads. */
function reader() {
  const keep = kept<string>();
  let times = 0;
  return {
    times: () => times,
    read: (...files: readonly string[]) =>
      keep(files, () => {
        times++;
        return files.map((file) => Deno.readTextFileSync(file)).join("");
      }),
  };
}

Deno.test("what has not changed is read once, and each group of files for itself", () =>
  withFiles((first, second) => {
    const { read, times } = reader();
    assertEquals([read(first, second), read(first, second), times()], ["甲\n乙\n", "甲\n乙\n", 1]);
    assertEquals([read(first), read(first, second), times()], ["甲\n", "甲\n乙\n", 2]);
  }));

Deno.test("a file that grew, or was written again at another time, is read again", () =>
  withFiles((first, second) => {
    const { read, times } = reader();
    read(first, second);
    Deno.writeTextFileSync(second, "乙丙\n");
    assertEquals([read(first, second), times()], ["甲\n乙丙\n", 2]);
    Deno.writeTextFileSync(first, "丁\n");
    Deno.utimeSync(first, new Date(), new Date(2020, 1, 1));
    assertEquals([read(first, second), times()], ["丁\n乙丙\n", 3]);
  }));

Deno.test("a failure is not kept, and a file that appears is read", () =>
  withFiles((first, second) => {
    const { read, times } = reader();
    Deno.removeSync(first);
    assertThrows(() => read(first, second), Deno.errors.NotFound);
    assertThrows(() => read(first, second), Deno.errors.NotFound);
    Deno.writeTextFileSync(first, "甲\n");
    assertEquals([read(first, second), times()], ["甲\n乙\n", 3]);
  }));

Deno.test("two keepers keep apart", () =>
  withFiles((first) => {
    const [one, other] = [reader(), reader()];
    one.read(first);
    assertEquals([other.read(first), other.times()], ["甲\n", 1]);
  }));
