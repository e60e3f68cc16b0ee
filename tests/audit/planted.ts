/** Made-up reports in which some numbers are wrong, and it is known which. */
import fc from "fast-check";
import { writeUnits } from "lib/audit/printed.ts";
import { roundedUnits } from "lib/audit/rounding.ts";
import type { AuditRow } from "lib/audit/rows.ts";
import { transposed } from "lib/audit/slips.ts";

/** What was done to a row, or to all rows of its table. */
export type Slip =
  | "count off by one"
  | "digits swapped"
  | "truncated"
  | "table truncated"
  | "wrong base";

/** A row with the truth about it. */
export interface Planted {
  readonly row: AuditRow;
  readonly slip: Slip | null;
  /** Whether its count over its (true, or stated) base does not print as it stands. */
  readonly wrong: boolean;
}

const SINGLE: readonly Slip[] = ["count off by one", "digits swapped", "truncated"];

/** A table as it should be. */
interface Sound {
  readonly base: number;
  readonly counts: readonly number[];
  readonly decimals: number;
  readonly stated: boolean;
}

const sound: fc.Arbitrary<Sound> = fc.integer({ min: 30, max: 9_000 }).chain((base) =>
  fc.record({
    base: fc.constant(base),
    counts: fc.oneof(open(base), closed(base)),
    decimals: fc.constantFrom(2, 2, 2, 1, 0),
    stated: fc.boolean(),
  })
);

/** Counts that have nothing to do with one another. */
function open(base: number): fc.Arbitrary<number[]> {
  return fc.array(fc.integer({ min: 1, max: base }), { minLength: 3, maxLength: 14 });
}

/** Counts that make up the base. */
function closed(base: number): fc.Arbitrary<number[]> {
  return fc.uniqueArray(fc.integer({ min: 1, max: base - 1 }), { minLength: 2, maxLength: 13 })
    .map((cuts) => {
      const ends = [...cuts.sort((a, b) => a - b), base];
      return ends.map((end, i) => end - (ends[i - 1] ?? 0)).sort((a, b) => b - a);
    });
}

/** A report of one to four tables, in each of which at most `slips` single rows are wrong. */
export function plantedReport(slips: number): fc.Arbitrary<Planted[]> {
  const single = fc.array(
    fc.record({ at: fc.nat(13), slip: fc.constantFrom(...SINGLE) }),
    { maxLength: slips },
  );
  const table = fc.record({
    sound,
    single,
    whole: fc.constantFrom<Slip | null>(null, null, null, "table truncated", "wrong base"),
    other: fc.integer({ min: 30, max: 9_000 }),
  });
  return fc.array(table, { minLength: 1, maxLength: 4 }).map((tables) =>
    tables.flatMap(({ sound, single, whole, other }, i) => {
      const name = `表${i + 1}`;
      if (whole === "wrong base" && sound.stated) return wholly(name, sound, other, whole);
      if (whole === "table truncated") return wholly(name, sound, sound.base, whole);
      return sound.counts.map((count, at) =>
        plant(name, sound, count, single.find((each) => each.at === at)?.slip ?? null)
      );
    })
  );
}

function wholly(table: string, sound: Sound, stated: number, slip: Slip): Planted[] {
  return sound.counts.map((count) => {
    const rounding = slip === "table truncated" ? "truncate" : "half-up";
    const units = roundedUnits(count, sound.base, sound.decimals, rounding);
    return planted(table, { ...sound, base: stated }, count, units, slip);
  });
}

function plant(table: string, sound: Sound, count: number, slip: Slip | null): Planted {
  const right = roundedUnits(count, sound.base, sound.decimals, "half-up");
  switch (slip) {
    case null:
    case "wrong base":
    case "table truncated":
      return planted(table, sound, count, right, null);
    case "count off by one":
      return planted(table, sound, count + 1, right, slip);
    case "digits swapped":
      return planted(table, sound, count, transposed(right)[0] ?? right, slip);
    case "truncated": {
      const units = roundedUnits(count, sound.base, sound.decimals, "truncate");
      return planted(table, sound, count, units, slip);
    }
  }
}

/** The row as printed; whether it is wrong is worked out anew, for many a slip changes nothing. */
function planted(
  table: string,
  { base, decimals, stated }: Sound,
  count: number,
  units: number,
  slip: Slip | null,
): Planted {
  const text = writeUnits(units, decimals);
  const row = {
    table,
    item: String(count),
    count,
    base: stated ? base : null,
    printed: { units, decimals },
    text,
  };
  return { row, slip, wrong: roundedUnits(count, base, decimals, "half-up") !== units };
}
