/** The arithmetic audit of printed percentages: every number gets a verdict with its evidence. */
import { explains, type Finding } from "./finding.ts";
import type { Rounding } from "./rounding.ts";
import type { AuditRow } from "./rows.ts";
import { judgeStated, roundingOfTable } from "./stated.ts";
import { judgeUnstated } from "./unstated.ts";

/**
 * Judges printed percentages from print alone. Rows of a table are judged together, in the light of
 * all others; see `stated.ts` and `unstated.ts` for the order in which explanations are tried.
 *
 * @param rounding the rounding that the report declares
 * @returns one finding a row, in the order of the rows
 */
export function audit(rows: readonly AuditRow[], rounding: Rounding = "half-up"): Finding[] {
  const findings = new Map<AuditRow, Finding>();
  for (const family of Map.groupBy(rows, (row) => row.family ?? row.table).values()) {
    const tableRounding = roundingOfTable(family, rounding);
    const byBase = Map.groupBy(family, (row) => baseInForce(row, family, rounding));
    for (const [base, group] of byBase) {
      const judged = base === null
        ? judgeUnstated({ rows: group, rounding })
        : judgeStated({ base, rows: group, family, all: rows, rounding, tableRounding });
      for (const [row, finding] of judged) findings.set(row, finding);
    }
  }
  return rows.flatMap((row) => findings.get(row) ?? []);
}

/**
 * The base that a row is measured against: its own, or the only one that its table states, as in a
 * table whose base stands in the first row alone. The latter is taken only if most of the rows
 * without a base agree with it.
 */
function baseInForce(
  row: AuditRow,
  family: readonly AuditRow[],
  rounding: Rounding,
): number | null {
  if (row.base !== null) return row.base;
  const stated = new Set(family.flatMap(({ base }) => base ?? []));
  const [base] = stated;
  if (base === undefined || stated.size > 1) return null;
  const silent = family.filter((each) => each.base === null);
  const agreeing = silent.filter((each) => explains(base, each, rounding));
  return 2 * agreeing.length > silent.length ? base : null;
}
