import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { areSame, bytesOf, COMMA, compare, hashOf, signFrom } from "lib/table/bytes.ts";

/** Bytes that are often alike, and often one of those that end a cell. */
const few = fc.uint8Array({ max: 3, maxLength: 20 }).map((bytes) =>
  bytes.map((byte) => [COMMA, 0x2d, 0x0a, 0xff][byte] ?? 0)
);

/** Some bytes among others, and where they begin. */
const among = (bytes: Uint8Array, before: Uint8Array) => ({
  bytes: bytesOf(Uint8Array.of(...before, ...bytes, 9)),
  start: before.length,
});

Deno.test("bytes are compared as texts are, wherever they stand", () => {
  fc.assert(fc.property(few, few, few, few, (one, other, before, beforeOther) => {
    const [a, b] = [among(one, before), among(other, beforeOther)];
    const signs = [...one, 256].findIndex((byte, at) => byte !== [...other, 257][at]);
    const expected = Math.sign((one[signs] ?? -1) - (other[signs] ?? -1));
    const [end, otherEnd] = [a.start + one.length, b.start + other.length];
    assertEquals(Math.sign(compare(a.bytes, a.start, end, b.bytes, b.start, otherEnd)), expected);
    const shared = Math.min(one.length, other.length);
    const same = [...one].slice(0, shared).every((byte, at) => byte === other[at]);
    assertEquals(areSame(a.bytes, a.start, b.bytes, b.start, shared), same);
    if (same && one.length === other.length) {
      assertEquals(hashOf(a.bytes, a.start, end), hashOf(b.bytes, b.start, otherEnd));
    }
  }));
});

Deno.test("the first byte that may end a cell is found", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(40), (bytes, from) => {
      const start = Math.min(from, bytes.length);
      const found = bytes.findIndex((byte, at) => at >= start && byte <= COMMA);
      assertEquals(
        signFrom(bytesOf(bytes), start, bytes.length),
        found < 0 ? bytes.length : found,
      );
    }),
    { numRuns: 2_000 },
  );
});
