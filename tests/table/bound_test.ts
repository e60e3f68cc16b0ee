import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { Bound, compareExactly, decimal, holds, parseBound } from "lib/table/bound.ts";

/** A decimal as text, and how many of its last unit it is. */
const DECIMALS = fc.tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.nat(25))
  .map(([units, places]) => {
    const digits = String(units < 0n ? -units : units).padStart(places + 1, "0");
    const point = digits.length - places;
    const text = places === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
    return { text: units < 0n ? `-${text}` : text, units, places };
  });
const RELATIONS = fc.constantFrom("=", "≠", "<", "≤", ">", "≥");

/** What a text is read as. */
const read = (text: string) => {
  const bound = parseBound(text);
  return bound && [bound.relation, bound.limit, bound.side, bound.closed];
};

Deno.test("a number or a bound is read as it is written", () => {
  assertEquals(read("84.70"), ["=", "84.70", "at", true]);
  assertEquals(read("≥84"), ["≥", "84", "above", true]);
  assertEquals(read(">6500"), [">", "6500", "above", false]);
  assertEquals(read("≤0.5"), ["≤", "0.5", "below", true]);
  assertEquals(read("<-8"), ["<", "-8", "below", false]);
  assertEquals(read("≠100"), ["≠", "100", "beside", false]);
});

Deno.test("what is neither is nothing, never a number near it", () => {
  for (
    const text of [
      "",
      "≥",
      "约9",
      "9%",
      "≥ 84",
      "=84",
      ">=84",
      "84.",
      ".5",
      "1e3",
      "+1",
      "--1",
      "１",
      "1\n",
      "84,70",
      "≥≥84",
      "0x10",
      "NaN",
    ]
  ) assertEquals(read(text), null, text);
  assertThrows(() => new Bound("≥", "84%"), RangeError, "84%");
});

Deno.test("a bound prints as it was read", () => {
  fc.assert(fc.property(RELATIONS, DECIMALS, (relation, { text }) => {
    const bound = new Bound(relation, text);
    assertEquals(parseBound(String(bound)), bound);
    assertEquals(JSON.stringify({ bound }), `{"bound":"${bound}"}`);
  }));
});

Deno.test("decimals are compared exactly, however long", () => {
  fc.assert(fc.property(DECIMALS, DECIMALS, (a, b) => {
    const [left, right] = [decimal(a.text), decimal(b.text)];
    assert(left !== null && right !== null);
    const difference = a.units * 10n ** BigInt(b.places) - b.units * 10n ** BigInt(a.places);
    assertEquals(compareExactly(left, right), difference < 0n ? -1 : difference > 0n ? 1 : 0);
  }));
});

Deno.test("a bound admits what its sign says, and its opposite all else", () => {
  const opposite = { "=": "≠", "≠": "=", "<": "≥", "≥": "<", ">": "≤", "≤": ">" } as const;
  const numbers = fc.oneof(
    DECIMALS.map(({ text }) => text),
    fc.constantFrom("84", "84.0", "83.99"),
  );
  fc.assert(fc.property(RELATIONS, numbers, numbers, (relation, limit, text) => {
    const number = decimal(text);
    assert(number !== null);
    const admits = (one: typeof relation) => new Bound(one, limit).admits(number);
    assertEquals(admits(relation), !admits(opposite[relation]));
    assertEquals(admits("≥"), admits(">") || admits("="));
    assertEquals(admits("≤"), admits("<") || admits("="));
  }));
});

Deno.test("a relation holds by the sign of a difference, of whatever size", () => {
  const signs = (relation: Parameters<typeof holds>[0]) =>
    [-7, -1, 0, 1, 7].map((difference) => Number(holds(relation, difference))).join("");
  assertEquals(["<", "≤", "=", "≥", ">", "≠"].map((one) => signs(one as "<")), [
    "11000",
    "11100",
    "00100",
    "00111",
    "00011",
    "11011",
  ]);
});
