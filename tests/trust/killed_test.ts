import { assert, assertEquals } from "@std/assert";
import { killReplacing, replaceAtOnce } from "./killed.ts";

Deno.test("a report is whole whenever a run is killed, and the next run leaves nothing of it", async () => {
  const { mended } = await killReplacing(16);
  assert(mended > 0, "no kill hit a replacement: the test sees nothing");
});

Deno.test("runs at once on one edition neither fail nor mix", async () => {
  assertEquals(await replaceAtOnce(3, 60), 180);
});
