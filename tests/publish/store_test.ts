import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { decoded, encoded, openStore, recalledOrMade } from "lib/publish/store.ts";
import { inTemp } from "../in_temp.ts";

/** In a folder that is not there yet. */
const inStore = (test: (folder: string) => void | Promise<void>) =>
  inTemp((folder) => test(join(folder, "made")));

const recalled = (folder: string, of: string) => {
  const content = openStore(folder).recall("piece", of);
  return content && decoded(content);
};

Deno.test("a piece is recalled as long as it would be made of the same", () =>
  inStore((folder) => {
    assertEquals(recalled(folder, "one"), undefined);
    openStore(folder).keep("piece", "one", encoded({ 人数: 3 }));
    assertEquals(recalled(folder, "one"), { 人数: 3 });
    assertEquals(recalled(folder, "other"), undefined);
    openStore(folder).keep("piece", "other", encoded({ 人数: 4 }));
    assertEquals([recalled(folder, "one"), recalled(folder, "other")], [undefined, { 人数: 4 }]);
    assertEquals([...Deno.readDirSync(folder)].map(({ name }) => name), ["piece"]);
  }));

Deno.test("a piece that was cut off or changed anywhere is none", () =>
  inStore((folder) => {
    openStore(folder).keep("piece", "one", encoded("十二个字的一段很长的话。"));
    const file = join(folder, "piece");
    const whole = Deno.readFileSync(file);
    for (let length = 0; length < whole.length; length++) {
      Deno.writeFileSync(file, whole.subarray(0, length));
      assertEquals(recalled(folder, "one"), undefined, `${length} bytes`);
    }
    for (let at = 0; at < whole.length; at++) {
      Deno.writeFileSync(file, whole.with(at, (whole[at] ?? 0) ^ 1));
      assertEquals(recalled(folder, "one"), undefined, `byte ${at}`);
    }
    Deno.writeFileSync(file, whole);
    assertEquals(recalled(folder, "one"), "十二个字的一段很长的话。");
  }));

Deno.test("a fresh store recalls nothing and keeps what is made", () =>
  inStore(async (folder) => {
    let times = 0;
    const make = () => Promise.resolve(encoded(++times));
    const made = async (fresh: boolean) =>
      decoded(await recalledOrMade(openStore(folder, fresh), "piece", "one", make));
    assertEquals([await made(false), await made(false)], [1, 1]);
    assertEquals([await made(true), await made(false)], [2, 2]);
  }));

Deno.test("what cannot be made is not kept", () =>
  inStore(async (folder) => {
    const failing = recalledOrMade(
      openStore(folder),
      "piece",
      "one",
      () => Promise.reject(new Error("没有做成")),
    );
    assertEquals(await failing.catch(({ message }) => message), "没有做成");
    assertEquals(recalled(folder, "one"), undefined);
  }));
