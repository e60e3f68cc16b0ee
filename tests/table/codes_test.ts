import { assertEquals, assertThrows } from "@std/assert";
import * as aq from "arquero";
import fc from "fast-check";
import { Coded, perCombination } from "lib/table/codes.ts";
import { rowsAt } from "lib/table/column.ts";
import { Frame, op, pure } from "lib/table/frame.ts";
import { isPure } from "lib/table/pure.ts";
import { crosstab } from "lib/measures/crosstab.ts";
import { placement } from "lib/measures/placement.ts";
import { tally } from "lib/measures/tally.ts";

interface Row {
  readonly 系: string | null;
  readonly 性别: string;
  readonly 去向大类: "就业" | "升学" | "未就业";
  readonly 年: number | null;
}

const NAMES = ["系", "性别", "去向大类", "年"] as const;

const row = fc.record<Row>({
  系: fc.constantFrom("护理系", "医学系", "", "null", null),
  性别: fc.constantFrom("男", "女"),
  去向大类: fc.constantFrom("就业", "升学", "未就业"),
  年: fc.option(fc.integer({ min: 0, max: 300 })),
});

/** Enough rows that codes are worth their while, and values that no row has. */
const rows = fc.array(row, { maxLength: 400, size: "max" });

/** Rows on codes; the values include one that no row has. */
function coded(all: readonly Row[]): Frame<Row> {
  const columns = NAMES.map((name) => {
    const column = Coded.of([...all.map((one) => one[name]), "没有人", ...all.map(() => null)]);
    return [name, column?.take(rowsAt(all.map((_, at) => at)))] as const;
  });
  return Frame.fromColumns(Object.fromEntries(columns) as never, [...NAMES]);
}

/** The same rows without codes. */
const plain = (all: readonly Row[]) => Frame.fromRows(all, [...NAMES]);
/** The same rows as Arquero itself has them. */
const arquero = (all: readonly Row[]) =>
  aq.table(Object.fromEntries(NAMES.map((name) => [name, all.map((one) => one[name])])), [
    ...NAMES,
  ]);

const told = (frame: { rows(): object[] }) =>
  frame.rows().map((one) => Object.entries(one).map(([name, value]) => `${name}=${value}`));

Deno.test("counts by codes are those that Arquero gives", () => {
  fc.assert(fc.property(rows, fc.subarray([...NAMES], { minLength: 1 }), (all, by) => {
    const expected = arquero(all).groupby(...by).count({ as: "人数" }).objects();
    assertEquals(coded(all).count(by, "人数").rows(), expected as never);
    assertEquals(coded(all).groupby(...by).count({ as: "人数" }).rows(), expected as never);
    assertEquals(plain(all).count(by, "人数").rows(), expected as never);
  }));
});

Deno.test("measures over codes say what they say over plain rows, whatever was filtered before", () => {
  const large = (one: Row) => one.年 !== null && one.年 > 100;
  const filters: readonly ((frame: Frame<Row>) => Frame<Row>)[] = [
    (frame) => frame,
    (frame) => frame.filter((one) => one.系 === "护理系"),
    (frame) => frame.filter((one) => ["护理系", null].includes(one.系) && one.性别 !== "男"),
    (frame) => frame.filter(pure(large)).filter((one) => Boolean(one.系)),
    (frame) => frame.orderby("年").filter((one) => one.去向大类 !== "升学").slice(1),
    (frame) => frame.derive({ 系: pure((one) => one.系 === "" ? null : one.系) }),
  ];
  fc.assert(fc.property(rows, fc.constantFrom(...filters), (all, filter) => {
    const [fast, slow] = [coded(all), plain(all)].map(filter);
    if (fast === undefined || slow === undefined) throw new Error("Two frames");
    assertEquals(fast.rows(), slow.rows());
    assertEquals(told(tally(fast, "系", "n")), told(tally(slow, "系", "n")));
    assertEquals(told(placement(fast, "系", "性别")), told(placement(slow, "系", "性别")));
    const crossed = { by: ["系"], across: "性别", levels: ["男", "女"], total: "n" } as const;
    assertEquals(told(crosstab(fast, crossed)), told(crosstab(slow, crossed)));
  }));
});

Deno.test("a function gives each row what it gives when it runs for every row", () => {
  const functions: readonly ((one: Row) => unknown)[] = [
    (one) => one.系,
    (one) => one.性别 === "男" ? one.系 : one.年,
    (one) => one.系 !== null && one.系.length > 1 && one.年,
    (one) => `${one.系}${one.性别}${one.去向大类}${one.年}`,
    (one) => [one.性别].includes("女") ? undefined : "男",
    () => 1,
  ];
  fc.assert(fc.property(rows, fc.constantFrom(...functions), (all, fn) => {
    const frame = coded(all);
    const expected = all.map((one) => fn(one) ?? null);
    assertEquals(frame.derive({ x: pure(fn) }).column("x"), expected);
    assertEquals(plain(all).derive({ x: pure(fn) }).column("x"), expected);
    assertEquals(
      frame.filter(pure(fn)).rows(),
      all.filter((one) => fn(one)),
    );
  }));
});

Deno.test("a pure function runs once for each combination that it reads, and not for others", () => {
  const column = Coded.of(Array.from({ length: 1_000 }, (_, at) => ["甲", "乙", null][at % 2]));
  let runs = 0;
  const found = perCombination((one) => {
    runs++;
    return (one as { 系: string }).系.length;
  }, new Map([["系", column ?? []]]));
  assertEquals([runs, [...found ?? []].length], [2, 1_000]);
});

Deno.test("of millions of rows that pass, another column has what it had in each", () => {
  const length = 5_000_000;
  const every = (n: number) => new Uint8Array(length).map((_, at) => at % n);
  const tens = new Coded([..."0123456789"], every(10), length);
  const sevens = new Coded([..."abcdefg"], every(7), length);
  const kept = tens.where((value) => value !== "0");
  const { codes } = sevens.take(kept);
  const expected = sevens.codes.filter((_, at) => at % 10 !== 0);
  assertEquals([kept.length, codes.length], [expected.length, expected.length]);
  assertEquals(codes.findIndex((code, at) => code !== expected[at]), -1);
  assertEquals(Array.from(kept.positions).findIndex((row, at) => codes[at] !== row % 7), -1);
});

Deno.test("a function that remembers, counts rows or asks for an op still runs for every row", () => {
  const frame = Frame.fromRows(
    Array.from({ length: 600 }, (_, at) => ({ 系: at % 2 === 0 ? "护理系" : "医学系" })),
    ["系"],
  ).filter((one) => one.系 !== "");
  const seen = new Set<string>();
  const first = (one: { readonly 系: string }) => !seen.has(one.系) && Boolean(seen.add(one.系));
  assertEquals(frame.filter(first).column("系"), ["护理系", "医学系"]);
  assertEquals(frame.derive({ 位: (_, at) => at }).column("位").at(-1), 599);
  assertEquals(frame.derive({ 数: () => op.count() }).column("数").at(-1), 600);
  assertEquals(frame.derive({ 数: () => Math.random() < 2 }).column("数").at(-1), true);
});

Deno.test("only a function made of comparisons is taken for pure without a promise", () => {
  const [name, list] = ["系", new Set(["甲"])];
  const seen: readonly ((one: Record<string, string>, at?: unknown) => unknown)[] = [
    (one) => one.系 === "甲",
    (one) => one["系"] !== "甲" && !list.has(String(one[name])),
    (one) => (["甲", "乙"].includes(one.系 ?? "") ? 1 : -1),
    (行) => 行.系 === "甲",
  ];
  const unseen: readonly ((one: Record<string, string>, at?: unknown) => unknown)[] = [
    (one) => list.add(one.系 ?? ""),
    (one, at) => one.系 === at,
    (one) => Math.random() < 0.5 && one.系,
    (one) => op.count() > 1 && one.系,
    (one) => {
      return one.系 === "甲";
    },
    (one) => (one.系 = "甲"),
    ({ 系 }) => 系 === "甲",
    function (one) {
      return one.系 === "甲";
    },
  ];
  assertEquals(seen.map((fn) => isPure(fn as never)), seen.map(() => true));
  assertEquals(unseen.map((fn) => isPure(fn as never)), unseen.map(() => false));
});

Deno.test("a misspelt column is refused by a function over codes too", () => {
  const frame = coded(Array.from({ length: 300 }, () => ({
    系: null,
    性别: "男",
    去向大类: "就业",
    年: null,
  })));
  assertThrows(
    () => frame.filter((one) => (one as unknown as Record<string, string>)["院系"] === "甲"),
    TypeError,
    "没有“院系”列；现有：系、性别、去向大类、年",
  );
});

Deno.test("codes take as many bytes as there are values, and none is lost where they widen", () => {
  for (const many of [200, 300, 70_000]) {
    const values = Array.from({ length: many }, (_, at) => `值${at}`);
    const column = Coded.of([...values, ...values]);
    assertEquals(column?.codes.BYTES_PER_ELEMENT, many === 200 ? 1 : many === 300 ? 2 : 4);
    assertEquals([...column ?? []], [...values, ...values]);
    const lengths = perCombination(
      (one) => (one as { 值: string }).值 + "。",
      new Map([["值", column ?? []]]),
    );
    if (lengths !== undefined) assertEquals(lengths.at(many + 7), "值7。");
  }
});

Deno.test("objects that are equal without being the same are grouped as Arquero groups them", () => {
  const dates = [1, 2, 1].map((time) => ({ 日: new Date(time) }));
  assertEquals(Coded.of(dates.map(({ 日 }) => 日)), undefined);
  assertEquals(Frame.fromRows(dates, ["日"]).count(["日"], "n").column("n"), [2, 1]);
});

/** Verbs that take a column's values in ways of their own, Arquero's as much as the house's. */
const VERBS: Readonly<Record<string, (frame: Frame<Row>) => unknown>> = {
  array: (frame) => frame.array("系"),
  assign: (frame) => frame.select("系").assign(frame.select("年")).rows(),
  concat: (frame) => frame.concat(frame).rows(),
  dedupe: (frame) => frame.dedupe("系", "性别").rows(),
  expression: (frame) => frame.filter("d => d.系 === '护理系' && d.年 > 9").rows(),
  fold: (frame) => frame.fold(["系", "性别"]).rows(),
  get: (frame) => [frame.get("系", 1), frame.getter("年")(0), [...frame.values("性别")]],
  groupby: (frame) =>
    frame.groupby("系").rollup({ 年: op.max("年"), n: op.distinct("性别") }).rows(),
  impute: (frame) => frame.impute({ 系: () => "未知" }).rows(),
  iterator: (frame) => [...frame],
  join: (frame) => frame.join(frame.select("系").dedupe(), "系").rows(),
  lookup: (frame) => frame.select("系").lookup(frame.dedupe("系"), "系").rows(),
  object: (frame) => frame.size === 0 ? null : frame.object(frame.size - 1),
  orderby: (frame) => frame.orderby("系", "年").derive({ 次: (_, at) => at }).unorder().rows(),
  pivot: (frame) => frame.groupby("系").pivot("性别", { 年: op.sum("年") }).rows(),
  relocate: (frame) => frame.relocate("年", { before: "系" }).rows(),
  rename: (frame) => frame.rename({ 系: "院系" }).rows(),
  semijoin: (frame) => frame.semijoin(frame.filter((one) => one.年 === 1), "系").rows(),
  slice: (frame) => frame.groupby("系").slice(0, 1).rows(),
  toArrowIPC: (frame) => aq.fromArrow(frame.toArrowIPC()).objects(),
  toCSV: (frame) => frame.toCSV(),
  toHTML: (frame) => frame.toHTML(),
  toJSON: (frame) => frame.toJSON(),
  toMarkdown: (frame) => frame.toMarkdown(),
  union: (frame) => frame.union(frame.slice(1)).rows(),
  unroll: (frame) => frame.derive({ 字: (one) => [...one.系 ?? ""] }).unroll("字").rows(),
};

for (const [name, verb] of Object.entries(VERBS)) {
  Deno.test(`${name} gives over codes what it gives over plain rows`, () => {
    fc.assert(
      fc.property(rows, (all) => {
        assertEquals(verb(coded(all)), verb(plain(all)));
      }),
      { numRuns: 15 },
    );
  });
}
