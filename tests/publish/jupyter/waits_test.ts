import { assert, assertEquals, assertRejects } from "@std/assert";
import { Waits } from "lib/publish/jupyter/waits.ts";

Deno.test("what is awaited fails with the reason given, however it was made", async () => {
  const waits = new Waits(Promise);
  const pending = [
    new waits.Promise(() => {}),
    waits.Promise.withResolvers().promise,
    waits.Promise.all([new Promise(() => {})]),
    (async () => await new waits.Promise(() => {}))(),
  ];
  const results = pending.map((promise) => assertRejects(() => promise, RangeError, "stop"));
  waits.end(new RangeError("stop"));
  await Promise.all(results);
});

Deno.test("what is settled stays so, and a promise made later is not touched", async () => {
  const waits = new Waits(Promise);
  const kept = waits.Promise.resolve(1);
  const failed = new waits.Promise((_, reject) => reject(new Error("own")));
  failed.catch(() => {});
  waits.end(new Error("stop"));
  assertEquals(await kept, 1);
  await assertRejects(() => failed, Error, "own");
  assertEquals(await new waits.Promise((done) => done(2)), 2);
});

Deno.test("the promises are the original's, and a class may extend the stand-in", async () => {
  const waits = new Waits(Promise);
  class Own extends waits.Promise<number> {}
  const own = new Own((done) => done(3));
  assert(own instanceof Own && own instanceof Promise && own instanceof waits.Promise);
  assertEquals(await own, 3);
  assert(Object.getPrototypeOf(new waits.Promise(() => {})) === Promise.prototype);
});
