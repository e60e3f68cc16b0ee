import { assert, assertEquals } from "@std/assert";
import { killWriters } from "./editions.ts";
import { killReplacing, replaceAtOnce } from "./killed.ts";

Deno.test("a report is whole whenever a run is killed, and the next run leaves nothing of it", async () => {
  const { mended } = await killReplacing(16);
  assert(mended > 0, "no kill hit a replacement: the test sees nothing");
});

Deno.test("runs at once on one edition neither fail nor mix", async () => {
  assertEquals(await replaceAtOnce(3, 60), 180);
});

Deno.test("an edition is whole whenever a command that writes it is killed, and the next run says what it put right", async () => {
  const { killed, mended, tasks } = await killWriters(2);
  assertEquals(killed, 2 * tasks.length);
  assert(mended > 0, "no kill hit the writing: the test sees nothing");
});
