import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { desc, Frame, ofPersons, op } from "lib/table/frame.ts";
import { ratio } from "lib/measures/ratio.ts";

/** Whether two types are one and the same, so that `any` equals only itself. */
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends (<T>() => T extends B ? 1 : 2) ? true
  : false;
function assertType<T extends true>(same: T): void {
  assertEquals(same, true);
}

interface Person {
  readonly 姓: string;
  readonly 系: string;
  readonly 分: number;
}

const people = Frame.fromRows<Person>([
  { 姓: "赵", 系: "医学系", 分: 80 },
  { 姓: "钱", 系: "护理系", 分: 90 },
  { 姓: "孙", 系: "医学系", 分: 90 },
  { 姓: "李", 系: "护理系", 分: 70 },
], ["姓", "系", "分"]);

const nobody = Frame.fromRows<Person>([], ["姓", "系", "分"]);

Deno.test("a frame of columns and a frame of rows are the same", () => {
  const columns = Frame.fromColumns<{ 姓: string; 分: number }>({ 姓: ["赵", "钱"], 分: [80, 90] });
  assertEquals(columns.rows(), [{ 姓: "赵", 分: 80 }, { 姓: "钱", 分: 90 }]);
  assertEquals(columns.names, ["姓", "分"]);
  assertEquals(columns.size, 2);
});

Deno.test("columns of different length make no frame", () => {
  assertThrows(() => Frame.fromColumns({ 姓: ["赵"], 分: [80, 90] }), RangeError, "1,2");
});

Deno.test("more rows than Arquero prints are all there", () => {
  const many = Frame.fromRows(Array.from({ length: 250 }, (_, i) => ({ i })), ["i"]);
  assertEquals(many.rows().length, 250);
  assertEquals(many.column("i").at(-1), 249);
});

Deno.test("filter keeps the rows that pass, in their order", () => {
  assertEquals(people.filter((one) => one.分 > 75).column("姓"), ["赵", "钱", "孙"]);
  assertEquals(people.filter((one) => one.分 > 100).rows(), []);
  assertEquals(people.filter((one) => one.系.includes("护")).column("姓"), ["钱", "李"]);
});

Deno.test("a filtered frame forgets the rows it dropped", () => {
  const nurses = people.filter((one) => one.系 === "护理系");
  assertEquals(nurses.size, 2);
  assertEquals(nurses.column("分"), [90, 70]);
  assertEquals(nurses.count(["系"], "人数").rows(), [{ 系: "护理系", 人数: 2 }]);
});

Deno.test("derive adds a column, replaces one of the same name and tells the row's position", () => {
  assertEquals(
    people.slice(0, 2).derive({ 分: (one) => one.分 + 1, 位: (_, i) => i }).rows(),
    [{ 姓: "赵", 系: "医学系", 分: 81, 位: 0 }, { 姓: "钱", 系: "护理系", 分: 91, 位: 1 }],
  );
});

Deno.test("select takes columns in the order asked for", () => {
  assertEquals(people.select("分", "姓").names, ["分", "姓"]);
});

Deno.test("rename changes names and leaves places and values", () => {
  const renamed = people.rename({ 分: "得分" });
  assertEquals(renamed.names, ["姓", "系", "得分"]);
  assertEquals(renamed.column("得分"), [80, 90, 90, 70]);
});

Deno.test("orderby leaves equal rows in the records' own order, up and down", () => {
  assertEquals(people.orderby("分").column("姓"), ["李", "赵", "钱", "孙"]);
  assertEquals(people.orderby(desc("分")).column("姓"), ["钱", "孙", "赵", "李"]);
  assertEquals(people.orderby("系", desc("分")).column("姓"), ["孙", "赵", "钱", "李"]);
});

Deno.test("orderby is a stable sort, whatever the values", () => {
  const row = fc.record({
    key: fc.integer({ min: 0, max: 3 }),
    other: fc.integer({ max: 1, min: 0 }),
  });
  fc.assert(fc.property(fc.array(row), (rows) => {
    const numbered = rows.map((one, at) => ({ ...one, at }));
    const frame = Frame.fromRows(numbered, ["key", "other", "at"]);
    assertEquals(
      frame.orderby(desc("key"), "other").column("at"),
      numbered.toSorted((a, b) => b.key - a.key || a.other - b.other).map(({ at }) => at),
    );
  }));
});

Deno.test("an unknown value counts as the least", () => {
  const scores = Frame.fromRows<{ 分: number | null }>([{ 分: 2 }, { 分: null }, { 分: 3 }], [
    "分",
  ]);
  assertEquals(scores.orderby(desc("分")).column("分"), [3, 2, null]);
  assertEquals(scores.orderby("分").column("分"), [null, 2, 3]);
});

Deno.test("a share of nobody stands last, and does not spoil the order of the others", () => {
  const shares = [ratio(1, 2), ratio(0, 0), ratio(2, 3), ratio(0, 5)].map((率) => ({ 率 }));
  assertEquals(
    Frame.fromRows(shares, ["率"]).orderby(desc("率")).column("率").map(String),
    ["66.67", "50.00", "0.00", "—"],
  );
});

Deno.test("slice takes rows by position, and no more than there are", () => {
  assertEquals(people.slice(1, 3).column("姓"), ["钱", "孙"]);
  assertEquals(people.slice(3).column("姓"), ["李"]);
  assertEquals(people.slice(0, 99).size, 4);
  assertEquals(people.orderby("分").slice(0, 1).only().姓, "李");
});

Deno.test("concat puts another frame's rows behind", () => {
  assertEquals(people.slice(3).concat(people.slice(0, 1)).column("姓"), ["李", "赵"]);
  assertEquals(people.concat(nobody).size, 4);
});

Deno.test("count gives each combination once, in order of first appearance", () => {
  assertEquals(people.count(["系"], "人数").rows(), [
    { 系: "医学系", 人数: 2 },
    { 系: "护理系", 人数: 2 },
  ]);
  assertEquals(people.count([], "人数").rows(), [{ 人数: 4 }]);
});

Deno.test("count keeps null as a value of its own", () => {
  const rows = [{ 城: null }, { 城: "聊城市" }, { 城: null }];
  assertEquals(Frame.fromRows<{ 城: string | null }>(rows, ["城"]).count(["城"], "n").rows(), [
    { 城: null, n: 2 },
    { 城: "聊城市", n: 1 },
  ]);
});

Deno.test("lookup adds what another frame says, null where it says nothing", () => {
  const phones = Frame.fromRows([{ 系: "护理系", 电话: 12 }, { 系: "商学系", 电话: 13 }], [
    "系",
    "电话",
  ]);
  assertEquals(people.lookup(phones, "系").select("姓", "电话").rows(), [
    { 姓: "赵", 电话: null },
    { 姓: "钱", 电话: 12 },
    { 姓: "孙", 电话: null },
    { 姓: "李", 电话: 12 },
  ]);
});

Deno.test("lookup refuses a key that stands twice, which would multiply rows", () => {
  const twice = Frame.fromRows([{ 系: "护理系", 电话: 1 }, { 系: "护理系", 电话: 2 }], [
    "系",
    "电话",
  ]);
  assertThrows(() => people.lookup(twice, "系"), RangeError, "护理系");
});

Deno.test("what is unknown matches nothing, however often it stands there", () => {
  const key = (k: number | null) => ({ k });
  const other = Frame.fromRows(
    [null, NaN, 1, NaN, null].map((k, i) => ({ k, 位: i })),
    ["k", "位"],
  );
  const asked = Frame.fromRows([1, null, NaN, 2].map(key), ["k"]);
  assertEquals(asked.lookup(other, "k").column("位"), [2, null, null, null]);
  assertEquals(asked.join(other, "k").size, 1);
  assertEquals(asked.antijoin(other, "k").size, 3);
});

Deno.test("dates are looked up by the day that they are", () => {
  const day = (text: string) => new Date(text);
  const days = Frame.fromRows([{ 日: day("2023-06-30"), 周: 5 }], ["日", "周"]);
  const asked = Frame.fromRows([{ 日: day("2023-06-30") }, { 日: day("") }], ["日"]);
  assertEquals(asked.lookup(days, "日").column("周"), [5, null]);
  assertThrows(() => asked.lookup(days.concat(days), "日"), RangeError, "stands twice");
});

Deno.test("a number and its text are different keys", () => {
  const texts = Frame.fromRows([{ k: "1", 位: 1 }], ["k", "位"]);
  const numbers = Frame.fromRows<{ k: string | number }>([{ k: 1 }, { k: "1" }], ["k"]);
  assertEquals(numbers.lookup(texts, "k" as never).column("位" as never), [null, 1] as never);
});

Deno.test("lookup by two columns, or by a key of another name, takes the columns asked for", () => {
  const pay = Frame.fromRows([
    { 系: "医学系", 分: 80, 级: 1, 档: "a" },
    { 系: "护理系", 分: 90, 级: 2, 档: "b" },
  ], ["系", "分", "级", "档"]);
  assertEquals(
    people.lookup(pay, [["系", "分"], ["系", "分"]], "级").column("级"),
    [1, 2, null, null],
  );
  const leaders = Frame.fromRows([{ 院: "医学系", 主任: "周" }], ["院", "主任"]);
  assertEquals(people.lookup(leaders, ["系", "院"]).column("主任"), ["周", null, "周", null]);
});

Deno.test("a long table is looked up in time", () => {
  const long = Frame.fromRows(Array.from({ length: 40_000 }, (_, k) => ({ k, v: -k })), ["k", "v"]);
  assertEquals(long.select("k").lookup(long, "k").column("v").at(-1), -39_999);
});

Deno.test("columns stand in the order given, also where their names look like numbers", () => {
  const names = ["国家", "2000", "1999"] as const;
  const frame = Frame.fromRows([{ 国家: "甲", 1999: 1, 2000: 2 }], [...names] as never[]);
  for (
    const made of [
      frame,
      frame.filter(() => true),
      frame.orderby("国家"),
      frame.derive({ 国家: () => "乙" }),
      frame.concat(frame),
      frame.join_left(frame.select("国家"), "国家"),
    ]
  ) assertEquals(made.names, [...names]);
  const columns = { 国家: ["甲"], 1999: [1], 2000: [2] };
  assertEquals(Frame.fromColumns(columns, [...names] as never[]).names, [...names]);
  assertEquals(frame.derive({ 列: (row) => Object.keys(row) }).column("列"), [[...names]]);
  const years = Frame.fromRows([{ 年: 2000, n: 1 }, { 年: 1999, n: 2 }], ["年", "n"]);
  assertEquals(years.pivot("年", "n", { sort: false }).names, ["2000", "1999"]);
});

Deno.test("a row that a function keeps stays that row", () => {
  const kept = people.derive({ 行: (one) => one }).column("行");
  assertEquals(kept.map((one) => one.姓), ["赵", "钱", "孙", "李"]);
  assertEquals(kept, people.rows());
  assertEquals(JSON.stringify(kept[1]), JSON.stringify({ 姓: "钱", 系: "护理系", 分: 90 }));
  assertEquals({ ...kept[2] }, { 姓: "孙", 系: "医学系", 分: 90 });
  assertEquals(["分" in (kept[0] ?? {}), "分数" in (kept[0] ?? {})], [true, false]);
  const aside: Person[] = [];
  people.filter((one) => aside.push(one) > 0);
  assertEquals(aside.map((one) => one.分), [80, 90, 90, 70]);
});

Deno.test("a row cannot be written to, nor a frame through its columns", () => {
  assertThrows(() => people.filter((one) => Boolean((one as { 分: number }).分 = 0)), TypeError);
  people.column("分").sort();
  people.array("分").reverse();
  assertEquals(people.column("分"), [80, 90, 90, 70]);
});

Deno.test("a value that is undefined is null", () => {
  const frame = Frame.fromRows<{ a?: number }>([{}, { a: 1 }], ["a"]);
  assertEquals(frame.column("a"), [null, 1] as never);
  assertEquals(frame.derive({ b: () => undefined }).column("b"), [null, null] as never);
  assertEquals(frame.count(["a"], "n").size, 2);
});

Deno.test("the type checker knows what verbs make", () => {
  assertType<Same<ReturnType<typeof people.rows>, Person[]>>(true);
  const rolled = people.groupby("系").rollup({ 均: (one) => op.mean(one.分), n: () => op.count() });
  assertType<Same<ReturnType<typeof rolled.rows>, { 系: string; 均: number; n: number }[]>>(
    true,
  );
  const named = people.groupby("系").rollup({ 均: op.mean("分") }).column("均");
  assertType<Same<typeof named, (number | null)[]>>(true);
  const joined = people.join_left(rolled, "系").only;
  assertType<
    Same<
      ReturnType<typeof joined>,
      { 姓: string; 系: string; 分: number; 均: number | null; n: number | null }
    >
  >(true);
  const folded = people.fold(["姓", "系"], { as: ["项", "值"] }).only;
  assertType<Same<ReturnType<typeof folded>, { 分: number; 项: "姓" | "系"; 值: string }>>(true);
  const loose = people.groupby("系").pivot("姓", "分").only;
  assertType<Same<ReturnType<typeof loose>["赵"], unknown>>(true);
  assertType<Same<ReturnType<typeof loose>["系"], string>>(true);
  const byFunction = people.groupby({ 高: (one) => one.分 > 80 }).count().only;
  assertType<Same<ReturnType<typeof byFunction>, { 高: boolean; count: number }>>(true);
});

Deno.test("only gives the one row, and refuses none or several", () => {
  assertEquals(people.slice(0, 1).only().姓, "赵");
  assertThrows(() => nobody.only(), RangeError, "there are 0");
  assertThrows(() => people.only(), RangeError, "there are 4");
});

Deno.test("an empty frame passes every verb and keeps its columns", () => {
  assertEquals(nobody.size, 0);
  assertEquals(nobody.column("姓"), []);
  assertEquals(nobody.filter(() => true).names, ["姓", "系", "分"]);
  assertEquals(nobody.derive({ 位: (_, i) => i }).names, ["姓", "系", "分", "位"]);
  assertEquals(nobody.select("分").names, ["分"]);
  assertEquals(nobody.orderby(desc("分")).rows(), []);
  assertEquals(nobody.slice(0, 3).rows(), []);
  assertEquals(nobody.count(["系"], "人数").names, ["系", "人数"]);
  assertEquals(nobody.count(["系"], "人数").rows(), []);
  assertEquals(nobody.select("姓").lookup(people, "姓").rows(), []);
  assertEquals(
    people.lookup(nobody.select("系", "分").rename({ 分: "电话" }), "系").column("电话"),
    [
      null,
      null,
      null,
      null,
    ],
  );
});

Deno.test("a misspelt column stops the type checker and a running cell, which lists the columns", () => {
  const listed = "没有“分数”列；现有：姓、系、分";
  const misspelt: Record<string, () => unknown> = {
    // @ts-expect-error: there is no such column
    filter: () => people.filter((one) => one.分数 > 1),
    // @ts-expect-error: there is no such column
    derive: () => people.derive({ 再: (one) => one.分数 }),
    // @ts-expect-error: there is no such column
    select: () => people.select("姓", "分数"),
    // @ts-expect-error: there is no such column
    rename: () => people.rename({ 分数: "得分" }),
    // @ts-expect-error: there is no such column
    orderby: () => people.orderby("分数"),
    // @ts-expect-error: there is no such column
    "orderby down": () => people.orderby(desc("分数")),
    // @ts-expect-error: there is no such column
    count: () => people.count(["分数"], "人数"),
    // @ts-expect-error: there is no such column
    column: () => people.column("分数"),
    // @ts-expect-error: there is no such column
    lookup: () => people.lookup(people, "分数"),
  };
  for (const [verb, run] of Object.entries(misspelt)) {
    const error = assertThrows(run, TypeError);
    assertEquals(error.message, listed, verb);
  }
});

Deno.test("lookup and concat name the column that the other frame lacks", () => {
  const other = Frame.fromRows([{ 院: "护理系" }], ["院"]);
  // @ts-expect-error: the other frame has no 系
  assertThrows(() => people.lookup(other, "系"), TypeError, "没有“系”列；现有：院");
  // @ts-expect-error: the other frame has other columns
  assertThrows(() => people.concat(other), TypeError, "没有“姓”列；现有：院");
});

Deno.test("rename() and lookup() refuse a name that another column has", () => {
  const frame = Frame.fromColumns({ a: ["x"], b: [1] });
  assertThrows(() => frame.rename({ a: "b" }), TypeError, "“b”列已经有了");
  const other = Frame.fromColumns({ a: ["x"], b: [2] });
  assertThrows(() => frame.lookup(other, "a"), TypeError, "“b”列已经有了");
  assertEquals(frame.rename({ a: "b", b: "a" }).rows(), [{ b: "x", a: 1 }]);
});

Deno.test("rows of persons stay rows of persons whatever is done to them, until they are rolled up", () => {
  const marked = ofPersons(people);
  const schools = Frame.fromRows([{ 系: "医学系", 楼: "甲" }, { 系: "护理系", 楼: "乙" }], [
    "系",
    "楼",
  ]);
  const still: Readonly<Record<string, Frame<object>>> = {
    itself: marked,
    filter: marked.filter((one) => one.分 > 70),
    filtered_by_text: marked.filter("d => d.分 > 70"),
    semijoin: marked.semijoin(schools, "系"),
    antijoin: marked.antijoin(schools.slice(0, 1), "系"),
    orderby: marked.orderby(desc("分")),
    unorder: marked.orderby("分").unorder(),
    slice: marked.slice(0, 1),
    slice_of_groups: marked.groupby("系").slice(0, 1),
    sample: marked.sample(2),
    dedupe: marked.dedupe("系"),
    derive: marked.derive({ 半: (one) => one.分 / 2 }),
    derive_only: marked.derive({ 半: (one) => one.分 / 2 }, { drop: true }),
    select: marked.select("系", "分"),
    rename: marked.rename({ 姓: "谁" }),
    relocate: marked.relocate("分", { before: "姓" }),
    impute: marked.impute({ 分: () => 0 }),
    assign: marked.assign({ 号: [1, 2, 3, 4] }),
    assigned_to_others: people.assign(marked),
    grouped: marked.groupby("系"),
    ungrouped: marked.groupby("系").ungroup(),
    fold: marked.fold(["姓", "系"]),
    spread: marked.derive({ 两: (one) => [one.姓, one.系] }).spread("两"),
    unroll: marked.derive({ 两: (one) => [one.姓, one.系] }).unroll("两"),
    lookup: marked.lookup(schools, "系"),
    looked_up: people.select("姓").lookup(marked, "姓", "分"),
    join: marked.join(schools, "系"),
    joined: schools.join(marked, "系"),
    join_left: schools.join_left(marked, "系"),
    join_right: schools.join_right(marked, "系"),
    join_full: schools.join_full(marked, "系"),
    join_of_values: schools.join(marked, "系", { 谁: (_, one) => one.姓 }),
    cross: schools.cross(marked.select("姓")),
    concat: people.concat(marked),
    union: people.union(marked),
    intersect: marked.intersect(people),
    except: marked.except(people.slice(0, 1)),
  };
  const lost = Object.entries(still).filter(([, frame]) => !frame.ofPersons).map(([name]) => name);
  assertEquals(lost, []);

  const rolledUp: Readonly<Record<string, Frame<object>>> = {
    rollup: marked.rollup({ 分: op.mean("分") }),
    rollup_of_groups: marked.groupby("系").rollup({ 分: (one) => op.mean(one.分) }),
    count: marked.count(["系"], "人数"),
    pivot: marked.groupby("系").pivot("姓", { 分: op.sum("分") }),
    then_sorted: marked.count(["系"], "人数").orderby(desc("人数")).slice(0, 1),
    others: schools,
    unmarked: people,
  };
  const kept = Object.entries(rolledUp).filter(([, frame]) => frame.ofPersons).map(([name]) =>
    name
  );
  assertEquals(kept, []);
});
