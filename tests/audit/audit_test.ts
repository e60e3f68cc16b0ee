import { assertEquals, assertStringIncludes } from "@std/assert";
import { audit } from "lib/audit/audit.ts";
import { readPrinted, writeUnits } from "lib/audit/printed.ts";
import { roundedUnits, type Rounding } from "lib/audit/rounding.ts";
import type { AuditRow } from "lib/audit/rows.ts";

/** A row as a line of the CSV file has it. */
function row(table: string, count: number | null, base: number | null, text: string): AuditRow {
  const printed = readPrinted(text);
  if (printed === null) throw new Error(`unreadable ${text}`);
  return { table, item: `${count ?? "空"}/${text}`, count, base, printed, text };
}

/** A right row: the count over `base`, printed over a base that may be another. */
function right(
  count: number,
  base: number,
  stated: number | null = base,
  rounding: Rounding = "half-up",
) {
  return row("表", count, stated, writeUnits(roundedUnits(count, base, 2, rounding), 2));
}

const verdicts = (rows: readonly AuditRow[]) => audit(rows).map(({ verdict }) => verdict);

Deno.test("a table that is right over its stated base is consistent throughout", () => {
  const rows = [500, 300, 150, 47].map((count) => right(count, 997));
  assertEquals(verdicts(rows), ["consistent", "consistent", "consistent", "consistent"]);
  assertEquals(audit(rows)[0], {
    table: "表",
    item: "500/50.15",
    count: 500,
    base: 997,
    printed: "50.15",
    verdict: "consistent",
    expected: "50.15",
    bases: [997],
    why: "500÷997 四舍五入即 50.15%。",
  });
});

Deno.test("one count off by one is accused alone, with the count that would be right", () => {
  const rows = [right(500, 997), right(300, 997), row("表", 151, 997, "15.05"), right(47, 997)];
  const findings = audit(rows);
  assertEquals(findings.map(({ verdict }) => verdict), [
    "consistent",
    "consistent",
    "impossible",
    "consistent",
  ]);
  assertEquals(findings[2]?.expected, "15.15");
  assertStringIncludes(findings[2]?.why ?? "", "150");
});

Deno.test("swapped digits are told from the value that should stand there", () => {
  const [, finding] = audit([right(500, 997), row("表", 300, 997, "30.90")]);
  assertEquals([finding?.verdict, finding?.expected], ["impossible", "30.09"]);
  assertStringIncludes(finding?.why ?? "", "对调");
});

Deno.test("a single truncated value is accused as truncated", () => {
  // 2/3 is 66.666… %
  const [, finding] = audit([right(1, 3), row("表", 2, 3, "66.66")]);
  assertEquals([finding?.verdict, finding?.expected], ["impossible", "66.67"]);
  assertStringIncludes(finding?.why ?? "", "截尾");
});

Deno.test("a table that only truncation explains says so, and accuses only what rounding changes", () => {
  const rows = [500, 300, 150, 47].map((count) => right(count, 997, 997, "truncate"));
  const findings = audit(rows);
  // 50.150…, 30.090…, 15.045…, 4.714…: the first, second and last are the same both ways.
  const clean = rows.map(({ count, printed }) =>
    roundedUnits(count ?? 0, 997, 2, "half-up") === printed.units
  );
  assertEquals(findings.map(({ verdict }) => verdict === "consistent"), clean);

  const thirds = [right(2, 3, 3, "truncate"), right(1, 6, 6, "truncate"), right(1, 4)];
  for (const { verdict, why } of audit(thirds).slice(0, 2)) {
    assertEquals(verdict, "impossible");
    assertStringIncludes(why, "全表若按截尾");
  }
});

Deno.test("a table over another base is told so on every row, with the excluded group named", () => {
  const other = [300, 200, 90, 31].map((count) => right(count, 940, 997));
  const group = { ...right(57, 997), table: "另一表", item: "未登记" };
  const findings = audit([...other, group]);
  assertEquals(findings.map(({ verdict }) => verdict), [
    ...other.map(() => "other-base"),
    "consistent",
  ]);
  assertEquals(findings[0]?.bases, [940]);
  assertStringIncludes(findings[0]?.why ?? "", "940 = 997 − 57（另一表 未登记）");
});

Deno.test("a table over another base may have one wrong number besides", () => {
  const rows = [300, 200, 90, 311].map((count) => right(count, 940, 997));
  assertEquals(verdicts([...rows, row("表", 40, 997, "9.99")]), [
    ...rows.map(() => "other-base"),
    "impossible",
  ]);
});

Deno.test("percentages without counts betray another base if there are enough of them", () => {
  const texts = [31, 17, 19, 71].map((count) => right(count, 109).text);
  const findings = audit(texts.map((text) => row("表", null, 615, text)));
  assertEquals(findings.map(({ verdict }) => verdict), texts.map(() => "other-base"));
  assertEquals(findings[0]?.bases[0], 109);
});

Deno.test("a value that no count gives over its base is impossible, with its neighbours", () => {
  const [finding] = audit([row("图", null, 19, "89.48")]);
  assertEquals([finding?.verdict, finding?.expected, finding?.bases], ["impossible", "89.47", []]);
  assertStringIncludes(finding?.why ?? "", "17 人为 89.47%、18 人为 94.74%");
});

Deno.test("a total that adds rounded parts is impossible although every part is right", () => {
  const rows = [right(1, 3), right(1, 3), right(1, 3), row("表", 3, 3, "99.99")];
  const findings = audit(rows);
  assertEquals(findings.map(({ verdict }) => verdict), [
    "consistent",
    "consistent",
    "consistent",
    "impossible",
  ]);
  assertStringIncludes(findings[3]?.why ?? "", "33.33%+33.33%+33.33%");
});

Deno.test("without a base, counts that only one base explains are consistent over it", () => {
  const rows = [500, 300, 150, 47].map((count) => right(count, 997, null));
  assertEquals(verdicts(rows), rows.map(() => "consistent"));
  assertEquals(audit(rows)[0]?.bases, [997]);
});

Deno.test("without a base, several that fit are listed and nothing is decided", () => {
  const [finding] = audit([right(7, 997, null)]);
  assertEquals(finding?.verdict, "undetermined");
  assertEquals(finding?.bases.length, 15);
  assertEquals(finding?.bases.includes(997), true);
});

Deno.test("without a base, counts that add up to one of the bases settle it", () => {
  const rows = [40, 30, 20, 13].map((count) => right(count, 103, null));
  assertEquals(audit(rows)[0]?.bases, [103]);
  assertEquals(verdicts(rows), rows.map(() => "consistent"));
});

Deno.test("without a base, one number against a clear majority is accused", () => {
  const rows = [500, 300, 250, 150].map((count) => right(count, 997, null));
  const findings = audit([...rows, row("表", 223, null, "22.73")]);
  assertEquals(findings.map(({ verdict }) => verdict), [
    ...rows.map(() => "consistent"),
    "impossible",
  ]);
  assertEquals(findings[4]?.expected, "22.37");
});

Deno.test("without a base, two numbers that disagree accuse nobody", () => {
  assertEquals(verdicts([right(500, 997, null), right(300, 990, null)]), [
    "undetermined",
    "undetermined",
  ]);
});

Deno.test("no base whatever makes nobody three per cent", () => {
  const [finding] = audit([row("表", 0, null, "3.00")]);
  assertEquals([finding?.verdict, finding?.expected], ["impossible", null]);
});

Deno.test("without count and base, the number of possible bases has no end", () => {
  const [finding] = audit([row("表", null, null, "12.5")]);
  assertEquals([finding?.verdict, finding?.bases.slice(0, 3)], ["undetermined", [8, 16, 24]]);
  assertStringIncludes(finding?.why ?? "", "及以上任何数");
});

Deno.test("a bound on an unnamed base can settle it", () => {
  const texts = [31, 17, 53, 71].map((count) => right(count, 109).text);
  const rows = texts.map((text) => ({ ...row("图", null, null, text), baseAtMost: 200 }));
  assertEquals(audit(rows)[0]?.bases, [109]);
  assertEquals(verdicts(rows), texts.map(() => "consistent"));
});

Deno.test("a base that stands in the first row only holds for the rows that agree with it", () => {
  const rows = [right(500, 997), ...[300, 150, 47].map((count) => right(count, 997, null))];
  assertEquals(verdicts(rows), rows.map(() => "consistent"));
  assertEquals(audit(rows)[3]?.bases, [997]);
});

Deno.test("mixed decimals in one table are each held to their own precision", () => {
  const rows = [row("表", 1, 3, "33"), row("表", 1, 3, "33.3"), row("表", 1, 3, "33.33")];
  assertEquals(verdicts(rows), ["consistent", "consistent", "consistent"]);
  assertEquals(verdicts([row("表", 1, 3, "33.4")]), ["impossible"]);
});

Deno.test("a ratio above 100 % is held to its arithmetic", () => {
  assertEquals(verdicts([row("表", 125, 100, "125.00")]), ["consistent"]);
  assertEquals(verdicts([row("表", 125, 100, "126.00")]), ["impossible"]);
});

Deno.test("a declared rounding other than half up is the one that is tested", () => {
  assertEquals(audit([row("表", 2, 3, "66.66")], "truncate")[0]?.verdict, "consistent");
  assertEquals(audit([row("表", 2, 3, "66.67")], "truncate")[0]?.verdict, "impossible");
});

Deno.test("findings stand in the order of the rows, tables mixed or not", () => {
  const rows = [right(1, 3), { ...right(1, 4), table: "乙" }, right(2, 3)];
  assertEquals(audit(rows).map(({ item }) => item), rows.map(({ item }) => item));
});
