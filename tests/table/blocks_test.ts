import { assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  Counts,
  Grouping,
  Joint,
  passingOf,
  roomFor,
  rowsThatPass,
  type Sized,
} from "lib/table/blocks.ts";

/** Sizes for every width of numbers; two of the larger make more combinations than are told by place. */
const SIZES = [1, 3, 200, 256, 257, 3_000, 70_000];

/** A column of so many rows; few of its numbers occur often. */
const column = (length: number): fc.Arbitrary<Sized> =>
  fc.constantFrom(...SIZES).chain((size) =>
    fc.array(fc.nat(Math.min(size, 9)).map((one) => (one * 7_919) % size), {
      minLength: length,
      maxLength: length,
    }).map((numbers) => {
      const room = roomFor(size, length);
      room.set(numbers);
      return { numbers: room, size };
    })
  );

/** Columns of one length, which goes past the ends of several blocks or just reaches one. */
const columns = fc.constantFrom(0, 1, 700, 1_023, 1_024, 1_025, 2_500)
  .chain((length) => fc.array(column(length), { minLength: 1, maxLength: 4 })) as fc.Arbitrary<
    [Sized, ...Sized[]]
  >;

/** What each row has, as one text. */
const told = (all: readonly Sized[]) =>
  Array.from(all[0]?.numbers ?? [], (_, at) => all.map(({ numbers }) => numbers[at]).join(" "));

Deno.test("combinations are counted and grouped in order of first appearance", () => {
  fc.assert(fc.property(columns, (all) => {
    const rows = told(all);
    const distinct = [...new Set(rows)];
    const counts = new Counts(new Joint(...all));
    const grouping = new Grouping(new Joint(...all));
    const first = distinct.map((one) => rows.indexOf(one));
    assertEquals(counts.numbers.map((number) => counts.firstOf(number)), first);
    assertEquals(grouping.rows, first);
    const places = new Map(distinct.map((one, place) => [one, place]));
    assertEquals([...grouping.keys], rows.map((one) => places.get(one)));
    const expected = new Map<string, number>();
    for (const row of rows) expected.set(row, (expected.get(row) ?? 0) + 1);
    assertEquals(counts.numbers.map((number) => counts.of(number)), [...expected.values()]);
  }));
});

Deno.test("rows that pass are told by their positions, and by what another column has there", () => {
  fc.assert(fc.property(columns, fc.nat(2), ([by, ...others], rest) => {
    const passes = Uint8Array.from({ length: by.size }, (_, number) => number % 3 === rest ? 1 : 0);
    const expected = [...by.numbers.keys()].filter((at) => (by.numbers[at] ?? 0) % 3 === rest);
    assertEquals([...rowsThatPass(by, passes, expected.length)], expected);
    for (const other of [by, ...others]) {
      const kept = passingOf(other, by, passes, roomFor(other.size, expected.length));
      assertEquals([...kept], expected.map((at) => other.numbers[at]));
    }
  }));
});
