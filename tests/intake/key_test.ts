import { assert, assertEquals, assertThrows } from "@std/assert";
import { join } from "node:path";
import { hasher, keyPath, readKey } from "lib/intake/key.ts";
import { keyProblem, plainKey } from "lib/intake/keys.ts";
import { root } from "lib/workspace.ts";
import { environment } from "../temporary_data.ts";

const key = new Uint8Array(32).fill(7);

Deno.test("a number becomes the same pseudonym every year, and another under another key", () => {
  const hash = hasher(key);
  assertEquals(hash("2021000001"), hash("2021000001"));
  assert(hash("2021000001") !== hasher(new Uint8Array(32).fill(8))("2021000001"));
  assert(/^[a-z2-9]{13}$/.test(hash("2021000001")));
});

Deno.test("a hundred thousand numbers have as many pseudonyms", () => {
  const hash = hasher(key);
  const all = new Set(Array.from({ length: 100_000 }, (_, i) => hash(String(2021000000 + i))));
  assertEquals(all.size, 100_000);
});

Deno.test("the key is made once, for its owner alone, and refused inside the workspace", () => {
  const folder = Deno.makeTempDirSync();
  const path = join(folder, "deep", "key");
  assertEquals(readKey(path), readKey(path));
  if (Deno.build.os !== "windows") assertEquals((Deno.statSync(path).mode ?? 0) & 0o077, 0);
  Deno.writeTextFileSync(path, "");
  assertThrows(() => readKey(path), Error, "没有密钥");
  Deno.removeSync(folder, { recursive: true });
  const restore = environment({ REPORT_KEY: join(root(), "key") });
  assertThrows(() => keyPath(), Error, "不能放在");
  restore();
});

Deno.test("numbers are compared without spaces, prefixes and Excel's decimals", () => {
  assertEquals(["'2021 0001", '="20210001"', "20210001.0", "２０２１0001"].map(plainKey), [
    "20210001",
    "20210001",
    "20210001",
    "20210001",
  ]);
});

Deno.test("numbers that Excel ruined are known", () => {
  for (const text of ["3.70E+17", "2.02430E+11", "2E+9"]) {
    assert(keyProblem(text, "学号") !== undefined);
  }
  assert(keyProblem("370101199001011000", "身份证号") !== undefined);
  assertEquals(keyProblem("370101199001011234", "身份证号"), undefined);
  assertEquals(keyProblem("20210001", "学号"), undefined);
});
