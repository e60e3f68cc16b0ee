import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { audit } from "lib/audit/audit.ts";
import type { Finding } from "lib/audit/finding.ts";
import { type Planted, plantedReport } from "./planted.ts";

/** The same reports every time, so that the recall below is a fact and not a draw. */
const FIXED = { numRuns: 2_000, seed: 5 };

const accused = ({ verdict }: Finding) => verdict === "impossible" || verdict === "other-base";

function judged(report: readonly Planted[]) {
  const findings = audit(report.map(({ row }) => row));
  return report.flatMap((each, i) => {
    const finding = findings[i];
    return finding === undefined ? [] : [{ ...each, finding }];
  });
}

Deno.test("no consistent number is accused, with up to two wrong rows a table", () => {
  fc.assert(
    fc.property(plantedReport(2), (report) => {
      const all = judged(report);
      assertEquals(all.length, report.length);
      assertEquals(all.filter(({ wrong, finding }) => !wrong && accused(finding)), []);
    }),
    FIXED,
  );
});

Deno.test("every wrong number over a stated base is accused", () => {
  fc.assert(
    fc.property(plantedReport(2), (report) => {
      const stated = judged(report).filter(({ row }) => row.base !== null);
      assertEquals(stated.filter(({ wrong, finding }) => wrong && !accused(finding)), []);
    }),
    FIXED,
  );
});

Deno.test("a wrong base is told from a wrong number", () => {
  const all = fc.sample(plantedReport(2), FIXED).flatMap(judged);
  const verdictsOf = (slip: string) => {
    const found = all.filter((each) => each.slip === slip && each.wrong && each.row.base !== null);
    return (verdict: string) =>
      found.filter(({ finding }) => finding.verdict === verdict).length / found.length;
  };
  assert(verdictsOf("wrong base")("other-base") > 0.95);
  assert(verdictsOf("table truncated")("impossible") > 0.95);
  assert(verdictsOf("count off by one")("impossible") > 0.95);
  assert(verdictsOf("digits swapped")("impossible") > 0.95);
});

Deno.test("without a stated base, most wrong numbers of two decimals are still found", () => {
  const all = fc.sample(plantedReport(1), FIXED).flatMap(judged);
  const wrong = all.filter(({ row, wrong, slip }) =>
    row.base === null && row.printed.decimals === 2 && wrong && slip !== "table truncated"
  );
  const recall = wrong.filter(({ finding }) => accused(finding)).length / wrong.length;
  assert(recall > 0.75, `recall ${recall}`);
});
