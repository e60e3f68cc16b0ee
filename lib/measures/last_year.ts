import type { Frame } from "../table/frame.ts";
import { pointsBetween } from "./points.ts";
import { Ratio } from "./ratio.ts";

/** What a share was last year, and by how many percentage points it has changed since. */
export interface BesideLast {
  readonly "与上一届相比·上届%": Ratio | null;
  /** As the printed percentages have it, so that a reader who subtracts finds the same. */
  readonly "与上一届相比·增减百分点": string | null;
}

/**
 * Sets last year's shares beside this year's, row by row. What had no row last year has none to be
 * compared with: it may not have been there, or under another name.
 *
 * @param rows this year's
 * @param before last year's; without them `rows` are returned as they are
 * @param by the column that names the rows, in both; without one the only row is meant
 * @param share the column of shares, in both
 * @throws {RangeError} if last year several rows had the same name
 */
export function besideLast<R extends object>(
  rows: Frame<R>,
  before: Frame<object> | null,
  { by, share }: { readonly by?: keyof R & string; readonly share: keyof R & string },
): Frame<R & Partial<BesideLast>> {
  if (before === null) return rows as never;
  const last = before.rows() as Readonly<Record<string, unknown>>[];
  const names = last.map((row) => by === undefined ? "" : String(row[by]));
  if (new Set(names).size < names.length) throw new RangeError("Last year's rows share a name");
  const of = (row: Readonly<Record<string, unknown>>): Ratio | null => {
    const found = last[names.indexOf(by === undefined ? "" : String(row[by]))]?.[share];
    return found instanceof Ratio ? found : null;
  };
  return (rows as unknown as Frame<Record<string, unknown>>).derive({
    "与上一届相比·上届%": of,
    "与上一届相比·增减百分点": (row) => points(row[share], of(row)),
  }) as never;
}

function points(now: unknown, before: Ratio | null): string | null {
  const [high, low] = [now instanceof Ratio ? now.percent() : null, before?.percent() ?? null];
  return high === null || low === null ? null : pointsBetween(high, low);
}
