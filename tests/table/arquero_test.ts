/** Frames against Arquero itself: what its documentation says holds, whatever the rows. */
import * as aq from "arquero";
import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { desc, Frame, op, rolling } from "lib/table/frame.ts";

interface Row {
  readonly 系: string;
  readonly 年: number;
  readonly 分: number | null;
}

const NAMES = ["系", "年", "分"] as const;
const rowsOf = fc.array(
  fc.record({
    系: fc.constantFrom("甲", "乙", "丙"),
    年: fc.integer({ min: 2021, max: 2023 }),
    分: fc.option(fc.integer({ min: 0, max: 9 })),
  }),
  { maxLength: 20 },
);
const frameOf = (rows: readonly Row[]) => Frame.fromRows(rows, [...NAMES]);
const tableOf = (rows: readonly Row[]) =>
  aq.table(
    Object.fromEntries(NAMES.map((name) => [name, rows.map((row) => row[name])])),
    [...NAMES],
  );

/** Rows as Arquero gives them, with null for what it leaves undefined. */
const known = (table: aq.ColumnTable) =>
  table.objects().map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? null]))
  );

/** Each verb with ordinary functions over variables, and as Arquero's own expressions put it. */
const limit = 4;
const VERBS: Record<
  string,
  [(frame: Frame<Row>) => { rows(): object[] }, (table: aq.ColumnTable) => aq.ColumnTable]
> = {
  filter: [(f) => f.filter((d) => Number(d.分) > limit), (t) => t.filter("d => d.分 > 4")],
  "filter by an op": [
    (f) => f.groupby("系").filter((d) => d.年 === op.max(d.年) && limit > 3),
    (t) => t.groupby("系").filter("d => d.年 === op.max(d.年)"),
  ],
  derive: [
    (f) => f.derive({ 双: (d) => Number(d.分) * 2 + limit }),
    (t) => t.derive({ 双: "d => d.分 * 2 + 4" }),
  ],
  "derive by ops": [
    (f) => f.groupby("系").derive({ 差: (d) => d.年 - op.mean(d.年), n: () => op.count() }),
    (t) => t.groupby("系").derive({ 差: "d => d.年 - op.mean(d.年)", n: "() => op.count()" }),
  ],
  rollup: [
    (f) =>
      f.groupby("系").rollup({ 和: (d) => op.sum(d.分), 比: (d) => op.sum(d.年) / op.count() }),
    (t) =>
      t.groupby("系").rollup({ 和: "d => op.sum(d.分)", 比: "d => op.sum(d.年) / op.count()" }),
  ],
  "rollup by names": [
    (f) => f.groupby("系", "年").rollup({ n: op.count(), 均: op.mean("分"), 大: op.max("分") }),
    (t) =>
      t.groupby("系", "年").rollup({ n: aq.op.count(), 均: aq.op.mean("分"), 大: aq.op.max("分") }),
  ],
  "rollup of all": [
    (f) => f.rollup({ 四分位: (d) => op.quantile(d.分, 0.75), 种: (d) => op.distinct(d.系) }),
    (t) => t.rollup({ 四分位: "d => op.quantile(d.分, 0.75)", 种: "d => op.distinct(d.系)" }),
  ],
  "groups that lose rows": [
    (f) => f.groupby("系").filter((d) => d.年 > 2021).rollup({ n: op.count() }),
    (t) => t.groupby("系").filter("d => d.年 > 2021").rollup({ n: aq.op.count() }),
  ],
  "groups that are sorted": [
    (f) =>
      f.groupby("系").orderby("年").filter((d) => d.年 > 2021).rollup({ 列: op.array_agg("年") }),
    (t) =>
      t.groupby("系").filter("d => d.年 > 2021").orderby("年").rollup({
        列: "d => op.array_agg(d.年)",
      }),
  ],
  "groupby by a function": [
    (f) => f.groupby({ 晚: (d) => d.年 > 2021 + limit - 3 }).count(),
    (t) => t.groupby({ 晚: "d => d.年 > 2022" }).count(),
  ],
  orderby: [
    (f) => f.orderby("系", desc((d) => d.分), (d) => -d.年),
    (t) => t.orderby("系", aq.desc("分"), ((d: Row) => -d.年) as never),
  ],
  "a window": [
    (f) =>
      f.groupby("系").orderby("年").derive({
        名次: () => op.rank(),
        前: (d) => op.lag(d.年, 1, limit),
        号: op.row_number(),
      }),
    (t) =>
      t.groupby("系").orderby("年").derive({
        名次: "() => op.rank()",
        前: "d => op.lag(d.年, 1, 4)",
        号: aq.op.row_number(),
      }),
  ],
  "a rolling window": [
    (f) => f.derive({ 滚: rolling((d) => op.sum(d.年) - limit, [-1, 0]) }),
    (t) => t.derive({ 滚: aq.rolling("d => op.sum(d.年) - 4", [-1, 0]) }),
  ],
  "pivot by names": [
    (f) => f.groupby("系", "年").count().groupby("系").pivot("年", "count"),
    (t) => t.groupby("系", "年").count().groupby("系").pivot("年", "count"),
  ],
  "pivot by functions": [
    (f) => f.groupby("系").pivot({ k: (d) => `y${d.年}` }, { 和: (d) => op.sum(d.年 * limit) }),
    (t) => t.groupby("系").pivot({ k: "d => `y${d.年}`" }, { 和: "d => op.sum(d.年 * 4)" }),
  ],
  "pivot without groups": [
    (f) => f.pivot("系", { n: op.count(), 和: (d) => op.sum(d.年) }),
    (t) => t.pivot("系", { n: aq.op.count(), 和: "d => op.sum(d.年)" }),
  ],
  fold: [
    (f) => f.fold(["年", "分"], { as: ["项", "值"] }),
    (t) => t.fold(["年", "分"], { as: ["项", "值"] }),
  ],
  "fold by a function": [
    (f) => f.fold([{ 双: (d) => d.年 * 2 }, "分"]),
    (t) => t.fold([{ 双: "d => d.年 * 2" }, "分"]),
  ],
  unroll: [
    (f) => f.derive({ 字: (d) => [d.系, d.年] }).unroll("字"),
    (t) => t.derive({ 字: "d => [d.系, d.年]" }).unroll("字"),
  ],
  spread: [
    (f) => f.spread({ 对: (d) => [d.系, d.年] }, { as: ["左", "右"] }),
    (t) => t.spread({ 对: "d => [d.系, d.年]" }, { as: ["左", "右"] }),
  ],
  impute: [(f) => f.impute({ 分: () => limit - 5 }), (t) => t.impute({ 分: "() => -1" })],
  "impute by an op": [
    (f) => f.groupby("系").impute({ 分: (d) => op.max(d.年) }),
    (t) => t.groupby("系").impute({ 分: "d => op.max(d.年)" }),
  ],
  "impute what is missing": [
    (f) => f.groupby("系").impute({ 分: () => 0 }, { expand: "年" }),
    (t) => t.groupby("系").impute({ 分: "() => 0" }, { expand: "年" }),
  ],
  dedupe: [(f) => f.dedupe("系", "年"), (t) => t.dedupe("系", "年")],
  "dedupe all": [(f) => f.dedupe(), (t) => t.dedupe()],
  "slice of groups": [(f) => f.groupby("系").slice(0, 2), (t) => t.groupby("系").slice(0, 2)],
  "slice from behind": [(f) => f.slice(-2), (t) => t.slice(-2)],
  "select by helpers": [
    (f) => f.select(aq.not("年")),
    (t) => t.select(aq.not("年")),
  ],
  "select and rename": [
    (f) => f.select({ 系: "院系" }, "分"),
    (t) => t.select({ 系: "院系" }, "分"),
  ],
  relocate: [
    (f) => f.relocate("分", { before: "系" }),
    (t) => t.relocate("分", { before: "系" }),
  ],
  unorder: [
    (f) => f.orderby("年").derive({ 双: (d) => d.年 * 2 }).unorder(),
    (t) => t.orderby("年").derive({ 双: "d => d.年 * 2" }).unorder(),
  ],
  "unorder after a filter": [
    (f) => f.orderby("年").filter((d) => d.系 !== "甲").orderby(desc("分")).unorder(),
    (t) => t.filter("d => d.系 !== '甲'"),
  ],
  union: [(f) => f.union(f.slice(0, 1)), (t) => t.union(t.slice(0, 1))],
  assign: [
    (f) => f.select("系").assign(f.select("年")),
    (t) => t.select("系").assign(t.select("年")),
  ],
};

for (const [verb, [ours, arquero]] of Object.entries(VERBS)) {
  Deno.test(`${verb} gives what Arquero gives`, () => {
    fc.assert(fc.property(rowsOf, (rows) => {
      assertEquals(ours(frameOf(rows)).rows(), known(arquero(tableOf(rows))));
    }));
  });
}

const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).sort();

for (const verb of ["join", "join_left", "join_right", "join_full"] as const) {
  Deno.test(`${verb} gives the rows that Arquero gives`, () => {
    fc.assert(fc.property(rowsOf, rowsOf, (left, right) => {
      for (
        const on of ["系", ["系", "系"], ["分", "年"], [["系", "分"], ["系", "分"]], undefined]
      ) {
        const made = frameOf(left)[verb as "join"](frameOf(right), on as "系");
        const expected = tableOf(left)[verb](tableOf(right), on as "系");
        assertEquals(made.names, expected.columnNames(), String(on));
        assertEquals(sorted(made.rows()), sorted(known(expected)), String(on));
      }
    }));
  });
}

Deno.test("semijoin and antijoin keep the rows that Arquero keeps", () => {
  fc.assert(fc.property(rowsOf, rowsOf, (left, right) => {
    const other = frameOf(right).filter((d) => d.年 !== 2022);
    const theirs = tableOf(right).filter("d => d.年 !== 2022");
    for (const verb of ["semijoin", "antijoin"] as const) {
      assertEquals(
        frameOf(left)[verb](other, [["系", "分"], ["系", "分"]]).rows(),
        known(tableOf(left)[verb](theirs, [["系", "分"], ["系", "分"]])),
      );
      assertEquals(
        frameOf(left)[verb](other, (a, b) => a.年 === b.年).rows(),
        known(tableOf(left)[verb](theirs, ((a: Row, b: Row) => a.年 === b.年) as never)),
      );
    }
  }));
});

Deno.test("a join's values may be chosen, named and computed from both rows", () => {
  const left = Frame.fromRows([{ k: 1, a: "x" }, { k: 2, a: "y" }], ["k", "a"]);
  const right = Frame.fromRows([{ k: 1, b: 5 }], ["k", "b"]);
  const bonus = 10;
  assertEquals(
    left.join_left(right, "k", ["a", { 五: (r) => r.b + bonus }, { 和: (l, r) => l.k + r.b }])
      .rows(),
    [{ a: "x", 五: 15, 和: 6 }, { a: "y", 五: null, 和: 2 }],
  );
  assertEquals(left.join(right, "k", { 和: (l, r) => `${l.a}${r.b}` }).rows(), [{ 和: "x5" }]);
  assertEquals(left.cross(right).names, ["k_1", "a", "k_2", "b"]);
  assertEquals(left.cross(right, ["k", "b"]).size, 2);
});

Deno.test("a joined table stands in the left table's order", () => {
  const left = Frame.fromRows([{ k: 3 }, { k: 1 }, { k: 2 }], ["k"]);
  const right = Frame.fromRows([1, 2, 3, 1, 9].map((k, i) => ({ k, i })), ["k", "i"]);
  assertEquals(left.join(right, "k").column("i"), [2, 0, 3, 1]);
});

Deno.test("functions use JavaScript's own methods, which Arquero would misread", () => {
  const frame = Frame.fromRows([{ s: "本科" }, { s: "专科" }], ["s"]);
  assertEquals(frame.filter((d) => d.s.includes("本")).size, 1);
  assertEquals(frame.rollup({ n: (d) => op.sum(Number(d.s.slice(1) === "科")) }).only().n, 2);
  assertEquals(frame.filter((d) => op.endswith(d.s, "科")).size, 2);
});

Deno.test("Arquero's own op, escape and params do in a function what they say", () => {
  const frame = frameOf([{ 系: "甲", 年: 2021, 分: 1 }, { 系: "甲", 年: 2022, 分: 3 }]);
  assertEquals(frame.rollup({ 均: (d) => Number(aq.op.mean(d.分)) + 1 }).only().均, 3);
  const table = frame as unknown as aq.ColumnTable;
  assertEquals(table.derive({ x: aq.escape((d: Row) => d.年 + 1) }).array("x"), [2022, 2023]);
  assertEquals(
    table.params({ 界: 2 }).filter(((d: Row, $: { 界: number }) => Number(d.分) > $.界) as never)
      .array("分"),
    [3],
  );
  assertEquals(aq.agg(table, aq.op.max("分")), 3);
});

Deno.test("frames are Arquero tables, and every verb gives a frame", () => {
  const frame = frameOf([{ 系: "甲", 年: 2021, 分: 1 }]);
  for (
    const made of [
      frame,
      frame.filter(() => true),
      frame.groupby("系").rollup(),
      frame.concat(frame),
      frame.fold("年"),
      frame.join(frame, "系"),
      frame.concat(frame.slice(0, 0)),
      frame.groupby("系").pivot("年", "分"),
      (frame as unknown as aq.ColumnTable).reify(),
    ]
  ) {
    assertEquals([made instanceof Frame, made instanceof aq.ColumnTable], [true, true]);
    assertEquals(Object.getPrototypeOf(made) === Object.getPrototypeOf(frame), true);
  }
  assertEquals(frame.numRows(), 1);
  assertEquals(frame.objects(), frame.rows());
  assertEquals(frame.array("系"), ["甲"]);
  assertEquals([...frame], frame.rows());
  assertEquals(frame.get("年", 0), 2021);
});

Deno.test("a count after a filter and a sort counts the rows that are left", () => {
  const rows = [1, 2, 3, 4].map((分) => ({ 系: "甲", 年: 2021, 分 }));
  const some = frameOf(rows).filter((d) => Number(d.分) > 2).orderby("分");
  assertEquals(some.count().only().count, 2);
  assertEquals(some.rollup({ n: () => op.count() }).only().n, 2);
});

Deno.test("a rollup of no rows knows their number, and nothing else", () => {
  const none = frameOf([]);
  assertEquals(none.rollup({ n: () => op.count(), 均: (d) => op.mean(d.分) }).rows(), [
    { n: 0, 均: null },
  ]);
  assertEquals(none.groupby("系").rollup({ n: () => op.count() }).rows(), []);
});

Deno.test("a rollup refuses what differs within a group, whatever the order of its words", () => {
  const frame = frameOf([{ 系: "甲", 年: 2021, 分: 1 }, { 系: "甲", 年: 2022, 分: 3 }]);
  const grouped = frame.groupby("系");
  assertThrows(() => grouped.rollup({ x: (d) => d.年 }), TypeError, "“x”在同一组的各行里不是");
  assertThrows(() => grouped.rollup({ x: (d) => d.年 - op.min(d.年) }), TypeError, "“x”");
  assertThrows(() => grouped.rollup({ x: (d) => op.min(d.年) - d.年 }), TypeError, "“x”");
  assertEquals(grouped.rollup({ x: (d) => `${d.系}${op.max(d.年)}` }).only().x, "甲2022");
});

Deno.test("an op that only some rows ask for is refused, for it would leave the others out", () => {
  const frame = frameOf([
    { 系: "甲", 年: 2021, 分: null },
    { 系: "甲", 年: 2022, 分: 3 },
    { 系: "乙", 年: 2022, 分: 5 },
  ]);
  const told = "op.mean(…) 要对每一行都求";
  assertThrows(
    () => frame.derive({ x: (d) => (d.分 === null ? null : d.分 - Number(op.mean(d.分))) }),
    TypeError,
    told,
  );
  assertThrows(
    () => frame.derive({ x: (d) => (d.分 === null ? op.mean(d.分) : d.分) }),
    TypeError,
    told,
  );
  const made = frame.derive({
    x: (d) => {
      const mean = op.mean(d.分);
      return d.分 === null || mean === null ? null : d.分 - mean;
    },
  });
  assertEquals(made.column("x"), [null, -1, 1]);
});

Deno.test("functions run once a row where they ask for no op", () => {
  let runs = 0;
  frameOf([{ 系: "甲", 年: 2021, 分: 1 }, { 系: "乙", 年: 2022, 分: 3 }]).derive({
    x: () => ++runs,
  });
  assertEquals(runs, 2);
});

Deno.test("an error in a function is the analyst's to see, also behind an op", () => {
  const frame = frameOf([{ 系: "甲", 年: 2021, 分: 1 }]);
  const fail = (): number => {
    throw new Error("坏了");
  };
  assertThrows(() => frame.rollup({ x: () => op.count() + fail() }), Error, "坏了");
  assertThrows(() => frame.rollup({ x: () => fail() + op.count() }), Error, "坏了");
});

Deno.test("a function may use other tables, and ops of its own there", () => {
  const frame = frameOf([{ 系: "甲", 年: 2021, 分: 1 }, { 系: "乙", 年: 2022, 分: 3 }]);
  const made = frame.rollup({
    x: (d) =>
      op.sum(d.分) === null ? 0 : frame.rollup({ m: (e) => op.max(e.年) }).only().m + op.min(d.年),
  });
  assertEquals(made.only().x, 2022 + 2021);
  // An op by a name would be the outer function's, so that it is no column here.
  assertThrows(() => frame.derive({ x: () => frame.rollup({ m: op.mean("分") }).size }), TypeError);
});

Deno.test("pivot refuses rows whose key is unknown, which it would lose", () => {
  const frame = frameOf([{ 系: "甲", 年: 2021, 分: null }, { 系: "甲", 年: 2022, 分: 3 }]);
  assertThrows(() => frame.pivot("分", "年"), RangeError, "pivot 会丢掉 1 行：它们的“分”未知");
});

Deno.test("a sample is of the size asked for, from each group", () => {
  const rows = Array.from({ length: 10 }, (_, i) => ({ 系: i < 4 ? "甲" : "乙", 年: i, 分: 1 }));
  const frame = frameOf(rows);
  assertEquals(frame.sample(3).size, 3);
  assertEquals(frame.groupby("系").sample(2).count().column("count"), [2, 2]);
  const half = frame.groupby("系").sample(() => op.count() / 2, { shuffle: false });
  assertEquals(half.ungroup().count(["系"], "n").column("n"), [2, 3]);
  const heavy = frame.sample(4, { weight: (d) => Number(d.系 === "甲") });
  assertEquals(heavy.names, [...NAMES]);
  assertEquals(heavy.filter((d) => d.系 === "甲").size, 4);
});

Deno.test("a helper's misspelt name is refused: it would leave the column in", () => {
  const frame = frameOf([]);
  assertThrows(() => frame.select(aq.not("糸")), TypeError, "没有“糸”列；现有：系、年、分");
  assertThrows(() => frame.select(aq.range("系", "份")), TypeError, "没有“份”列");
  assertThrows(() => frame.select({ 糸: "院系" } as never), TypeError, "没有“糸”列");
  assertThrows(() => frame.dedupe("糸" as never), TypeError, "没有“糸”列");
  assertThrows(() => frame.fold("糸" as never), TypeError, "没有“糸”列");
  assertThrows(() => frame.unroll("糸" as never), TypeError, "没有“糸”列");
  assertThrows(() => frame.spread("糸" as never), TypeError, "没有“糸”列");
  assertThrows(() => frame.impute({ 糸: () => 0 } as never), TypeError, "没有“糸”列");
  assertThrows(() => frame.relocate("糸" as never, { before: "系" }), TypeError, "没有“糸”列");
  assertThrows(() => frame.relocate("分", { before: "糸" as never }), TypeError, "没有“糸”列");
  assertThrows(() => frame.sample(1, { weight: "糸" as never }), TypeError, "没有“糸”列");
  assertThrows(() => frame.array("糸" as never), TypeError, "没有“糸”列");
  assertThrows(() => frame.get("糸" as never), TypeError, "没有“糸”列");
});
