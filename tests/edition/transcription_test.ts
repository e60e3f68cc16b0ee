/**
 * That the 2023 report was transcribed without a slip: its tables and sentences are many views of
 * the same counts, so a wrong digit breaks a sum, a share, an order or an agreement somewhere.
 * Expected numbers come from the transcription itself; only the counts of facts are typed here.
 */
import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { readRecords } from "lib/table/csv.ts";
import { ratio } from "lib/measures/ratio.ts";
import { readFacts } from "lib/edition/published.ts";
import { root } from "lib/workspace.ts";

const facts = readFacts(join(root(), "data", "2023", "published"));

/** A column of a table. */
function column(table: number, name: string): string[] {
  const found = facts.tables.find(({ number }) => number === table);
  assert(found !== undefined, `no table ${table}`);
  const place = found.columns.indexOf(name);
  assert(place >= 0, `table ${table} has no column ${name}: ${found.columns}`);
  return found.rows.map((cells) => cells[place] ?? "");
}

function numbers(table: number, name: string): number[] {
  return column(table, name).map((text) => {
    assert(/^\d+$/.test(text), `table ${table}, ${name}: ${text}`);
    return Number(text);
  });
}

/** A table's first column of names with its counts. */
function counts(table: number, name: string, count: string): Map<string, number> {
  const values = numbers(table, count);
  return new Map(column(table, name).map((key, i) => [key, values[i] ?? NaN]));
}

/** What is printed at a place about a subject. */
function printed(place: string, subject: string, measure: string): string {
  const found = facts.statements.find((fact) =>
    fact.place === place && fact.subject === subject && fact.measure === measure
  );
  assert(found !== undefined, `no fact ${place} / ${subject} / ${measure}`);
  return found.value;
}

const number = (place: string, subject: string, measure: string) =>
  Number(printed(place, subject, measure));

function sum(values: Iterable<number>): number {
  return [...values].reduce((total, value) => total + value, 0);
}

function descends(values: readonly number[]): boolean {
  return values.every((value, i) => i === 0 || value <= (values[i - 1] ?? NaN));
}

/** The only count whose share of a base (below 10 000) is printed so. */
function countBehind(percent: string, base: number): number {
  const near = Math.round(Number(percent) * base / 100);
  const found = [near - 1, near, near + 1].filter((n) => ratio(n, base).percent() === percent);
  assertEquals(found.length, 1, `${percent} % of ${base}: ${found}`);
  return found[0] ?? NaN;
}

const cohort = number("一（一）", "毕业生", "人数");
const employed = number("一（三）", "毕业生", "就业人数");
const studying = number("一（三）", "毕业生", "升学人数");
const placed = number("一（三）", "毕业生", "落实毕业去向人数");
const unplaced = number("二（三）", "未就业毕业生", "人数");

const EMPLOYED = "毕业去向落实人数·就业";
const STUDYING = "毕业去向落实人数·升学";
const SPECIAL = [
  { table: 9, place: "一（四）1", who: "特困家庭毕业生" },
  { table: 10, place: "一（四）2", who: "省级优秀毕业生" },
  { table: 11, place: "一（四）3", who: "少数民族毕业生" },
] as const;

Deno.test("all fifteen tables are there", () => {
  assertEquals(
    facts.tables.map(({ number }) => number),
    Array.from({ length: 15 }, (_, i) => i + 1),
  );
});

Deno.test("each place has as many facts as were counted in the report", () => {
  const tally: Record<string, number> = {};
  for (const { place } of facts.statements) tally[place] = (tally[place] ?? 0) + 1;
  assertEquals(tally, {
    "学校简介": 11,
    "编写说明 二": 2,
    "编写说明 四（二）": 5,
    "编写说明 四（三）": 2,
    "编写说明 四（五）": 1,
    "一（一）": 6,
    "一（一）1": 3,
    "一（一）2": 3,
    "一（一）3": 3,
    "一（一）4": 9,
    "一（二）": 3,
    "一（三）": 6,
    "一（三）1": 1,
    "一（三）2": 5,
    "一（三）3": 3,
    "一（四）1": 5,
    "一（四）2": 5,
    "一（四）3": 5,
    "二（一）": 2,
    "二（一）1": 16,
    "二（一）2": 6,
    "二（一）3": 10,
    "二（一）4（1）": 3,
    "二（一）4（2）": 5,
    "二（一）5": 9,
    "二（二）": 5,
    "二（三）": 5,
    "三（一）": 2,
    "三（二）": 3,
    "四（一）": 1,
    "四（一）1": 9,
    "四（一）2": 5,
    "四（一）3": 3,
    "四（一）4": 7,
    "四（一）5": 3,
    "四（一）6": 5,
    "四（一）7": 5,
    "四（一）8": 14,
    "四（一）9": 1,
    "四（二）": 1,
    "四（二）1": 8,
    "四（二）2": 6,
    "四（二）3": 8,
    "五（一）": 2,
    "五（二）": 4,
    "五（三）": 3,
    "五（四）": 9,
    "五（七）": 5,
    "五（八）": 2,
    "五（九）": 17,
    "六（一）": 1,
    "六（一）1": 5,
    "六（一）2": 1,
    "六（一）3": 8,
    "六（二）1": 2,
    "六（二）2": 6,
    "六（二）3": 7,
    "六（三）": 7,
  });
});

Deno.test("an id begins with its place's chapter and numbers run on", () => {
  const next = new Map<string, number>();
  for (const { id, place } of facts.statements) {
    const chapter = String("一二三四五六".indexOf(place.charAt(0)) + 1);
    const sequence = (next.get(chapter) ?? 0) + 1;
    next.set(chapter, sequence);
    assertEquals(id, `${chapter}-${String(sequence).padStart(3, "0")}`);
  }
});

Deno.test("ranks are 1 to n", () => {
  for (const { number, columns, rows } of facts.tables) {
    if (columns[0] !== "序号") continue;
    assertEquals(numbers(number, "序号"), rows.map((_, i) => i + 1), `table ${number}`);
  }
});

Deno.test("the cohort is the same everywhere", () => {
  assertEquals(sum(numbers(1, "生源人数")), cohort);
  assertEquals(sum(numbers(2, "本校生源人数")), cohort);
  assertEquals(sum(numbers(3, "生源人数")), cohort);
  assertEquals(sum(numbers(5, "毕业生人数")), cohort);
  assertEquals(number("一（一）", "男生", "人数") + number("一（一）", "女生", "人数"), cohort);
  assertEquals(
    number("一（一）4", "山东籍毕业生", "人数") + number("一（一）4", "外省生源毕业生", "人数"),
    cohort,
  );
  assertEquals(employed + studying + unplaced, cohort);
});

Deno.test("tables have as many rows as the sentences say", () => {
  assertEquals(column(1, "专业大类").length, number("一（一）1", "专业大类", "个数"));
  assertEquals(column(2, "专业名称").length, number("一（一）2", "专业", "个数"));
  assertEquals(column(3, "院（系）名称").length, number("一（一）3", "院（系）", "个数"));
  assertEquals(column(4, "生源地").length, number("一（一）4", "外省生源地", "个数"));
});

Deno.test("table 4 sums to the graduates from other provinces", () => {
  assertEquals(sum(numbers(4, "生源人数")), number("一（一）4", "外省生源毕业生", "人数"));
});

Deno.test("table 5 splits into employed, in further study and unplaced", () => {
  const destinations = counts(5, "毕业去向", "毕业生人数");
  assertEquals(destinations.get("升学"), studying);
  assertEquals(destinations.get("未就业"), unplaced);
  assertEquals(destinations.get("自主创业"), number("二（一）5", "自主创业毕业生", "人数"));
  assertEquals(employed + studying, placed);
  assertEquals(number("二（一）", "就业毕业生", "人数"), employed);
  assertEquals(number("二（二）", "升学毕业生", "人数"), studying);
});

Deno.test("tables 6 to 8 add up across and down", () => {
  for (const table of [6, 7, 8]) {
    const [all, jobs, studies, none] = ["生源人数", EMPLOYED, STUDYING, "未就业人数"]
      .map((name) => numbers(table, name));
    assert(all && jobs && studies && none);
    assertEquals(jobs.map((n, i) => n + (studies[i] ?? NaN) + (none[i] ?? NaN)), all, `${table}`);
    assertEquals([all, jobs, studies, none].map(sum), [cohort, employed, studying, unplaced]);
  }
});

Deno.test("tables 1, 2, 3 and 6, 7, 8 have the same headcounts", () => {
  const pairs = [
    [1, 6, "专业大类", "生源人数"],
    [2, 7, "专业名称", "本校生源人数"],
    [3, 8, "院（系）名称", "生源人数"],
  ] as const;
  for (const [first, second, name, count] of pairs) {
    assertEquals(counts(first, name, count), counts(second, name, "生源人数"));
  }
});

Deno.test("tables 9 to 11 agree with their sentences", () => {
  for (const { table, place, who } of SPECIAL) {
    const destinations = counts(table, "毕业去向", "毕业生人数");
    const study = destinations.get("升学") ?? NaN;
    const none = destinations.get("未就业") ?? NaN;
    const all = sum(destinations.values());
    assertEquals(all, number(place, who, "人数"));
    assertEquals(study, number(place, who, "升学人数"));
    assertEquals(all - study - none, number(place, who, "就业人数"));
    assertEquals(all - none, number(place, who, "落实毕业去向人数"));
  }
});

Deno.test("table 12 sums to the employed, and its regions to what the sentences say", () => {
  const jobs = numbers(12, "就业人数");
  const regions = new Map<string, number>();
  column(12, "经济区域").forEach((region, i) =>
    regions.set(region, (regions.get(region) ?? 0) + (jobs[i] ?? NaN))
  );
  assertEquals(sum(jobs), employed);
  for (const region of ["中部地区", "西部地区", "东北地区"]) {
    assertEquals(regions.get(region), number("二（一）4（1）", region, "就业人数"));
  }
  const home = counts(12, "省（直辖市、自治区）", "就业人数").get("山东省") ?? NaN;
  assertEquals(home, number("二（一）1", "省内就业毕业生", "人数"));
  assertEquals(
    sum([...regions].filter(([region]) => region !== "其他").map(([, n]) => n)) - home,
    number("二（一）1", "出省就业毕业生", "人数"),
  );
});

Deno.test("table 13 follows from table 12 through the strategy areas, and the sentence from it", () => {
  const jobs = counts(12, "省（直辖市、自治区）", "就业人数");
  const file = join(root(), "data", "dictionaries", "strategy-areas.csv");
  const areas = new Map<string, number>();
  for (const { 战略区域, 省份 } of readRecords(file, ["战略区域", "省份"])) {
    areas.set(战略区域, (areas.get(战略区域) ?? 0) + (jobs.get(省份) ?? 0));
  }
  assertEquals(counts(13, "重大国家战略", "就业人数"), areas);
  for (const [area, n] of areas) assertEquals(number("二（一）4（2）", area, "就业人数"), n);
});

Deno.test("table 14 is a part of those in further study at home", () => {
  const [home, abroad] = ["国内升学人数", "出国（境）深造人数"]
    .map((measure) => number("二（二）", "升学毕业生", measure));
  assert(home !== undefined && abroad !== undefined);
  assertEquals(home + abroad, studying);
  assert(sum(numbers(14, "毕业生人数")) < home);
});

Deno.test("table 15 sums to the unplaced and agrees with its sentence", () => {
  const states = counts(15, "未就业状态", "毕业生人数");
  assertEquals(sum(states.values()), unplaced);
  for (const [state, n] of states) {
    assertEquals(number("二（三）", "未就业毕业生", `${state}人数`), n);
  }
});

Deno.test("entrepreneurs split by place", () => {
  const [all, inside, outside] = ["人数", "省内创业人数", "省外创业人数"]
    .map((measure) => number("二（一）5", "自主创业毕业生", measure));
  assertEquals((inside ?? NaN) + (outside ?? NaN), all);
});

Deno.test("rows descend: by headcount, by placement rate, the unplaced last", () => {
  const byCount = [[1, "生源人数"], [2, "本校生源人数"], [3, "生源人数"], [4, "生源人数"], [
    14,
    "毕业生人数",
  ]] as const;
  for (const [table, name] of byCount) assert(descends(numbers(table, name)), `table ${table}`);
  for (const table of [6, 7, 8]) {
    assert(descends(column(table, "毕业去向落实率%").map(Number)), `table ${table}`);
  }
  for (const table of [5, ...SPECIAL.map((group) => group.table)]) {
    assertEquals(column(table, "毕业去向").at(-1), "未就业");
    assert(descends(numbers(table, "毕业生人数").slice(0, -1)), `table ${table}`);
  }
  const jobs = numbers(12, "就业人数");
  for (const region of new Set(column(12, "经济区域"))) {
    const inside = column(12, "经济区域").flatMap((name, i) =>
      name === region ? [jobs[i] ?? NaN] : []
    );
    assert(descends(inside), region);
  }
});

Deno.test("percentages of tables are half-up over their obvious base", () => {
  const shares = [
    [1, "生源人数", "生源比例%", cohort],
    [2, "本校生源人数", "占本校生源比%", cohort],
    [3, "生源人数", "生源比例%", cohort],
    [4, "生源人数", "生源比例%", cohort],
    [5, "毕业生人数", "所占比例%", cohort],
    ...SPECIAL.map(({ table, place, who }) =>
      [table, "毕业生人数", "所占比例%", number(place, who, "人数")] as const
    ),
    [12, "就业人数", "占就业总人数比例%", employed],
    [15, "毕业生人数", "所占比例%", unplaced],
  ] as const;
  for (const [table, count, share, base] of shares) {
    const expected = numbers(table, count).map((n) => ratio(n, base).percent() ?? "");
    assertEquals(column(table, share), expected, `table ${table}`);
  }
  for (const table of [6, 7, 8]) {
    const all = numbers(table, "生源人数");
    const none = numbers(table, "未就业人数");
    const rates = all.map((n, i) => ratio(n - (none[i] ?? NaN), n).percent() ?? "");
    assertEquals(column(table, "毕业去向落实率%"), rates, `table ${table}`);
  }
});

Deno.test("table 2's shares of the province are shares of some whole number", () => {
  const shares = column(2, "占全省同专业生源比%");
  numbers(2, "本校生源人数").forEach((n, i) => {
    const share = shares[i] ?? "";
    // The province's total lies where the share is within half a unit of its last digit.
    const [least, most] = [Number(share) + 0.005, Number(share) - 0.005]
      .map((percent) => Math.round(100 * n / percent));
    assert(least !== undefined && most !== undefined);
    const fits = (total: number) => total >= n && ratio(n, total).percent() === share;
    const totals = Array.from({ length: most - least + 3 }, (_, k) => least - 1 + k);
    assert(totals.some(fits), `row ${i + 1}: ${share}`);
  });
});

/** The bases up to the cohort's order of size that explain every percentage of a table. */
function basesOf(table: number, count: string, share: string): number[] {
  const ns = numbers(table, count);
  const shares = column(table, share);
  return Array.from({ length: 8000 }, (_, i) => i + 1)
    .filter((base) => ns.every((n, i) => ratio(n, base).percent() === shares[i]));
}

Deno.test("table 13 is not over the employed, but over those whose place of work is known", () => {
  const bases = basesOf(13, "就业人数", "占就业总人数比例%");
  const unknown = counts(12, "省（直辖市、自治区）", "就业人数").get("未登记就业地区") ?? NaN;
  assert(!bases.includes(employed));
  assert(bases.includes(employed - unknown), `${bases}`);
});

Deno.test("table 14 is not over those in further study at home, but over one other base", () => {
  const bases = basesOf(14, "毕业生人数", "所占比例%");
  assertEquals(bases.length, 1, `${bases}`);
  assert(!bases.includes(number("二（二）", "升学毕业生", "国内升学人数")));
});

Deno.test("percentages of sentences are half-up of the counts beside them", () => {
  const share = (count: number, base: number) => ratio(count, base).percent();
  const fewer = number("一（一）", "毕业生", "同比减少人数");
  assertEquals(printed("一（一）", "毕业生", "同比下降"), share(fewer, cohort + fewer));
  assertEquals(printed("一（三）", "毕业生", "毕业去向落实率"), share(placed, cohort));
  const groups = [
    ["一（一）4", "山东籍毕业生", "占毕业生总人数比例", cohort],
    ["一（一）4", "外省生源毕业生", "占毕业生总人数比例", cohort],
    ["二（一）", "就业毕业生", "占毕业生总人数比例", cohort],
    ["二（二）", "升学毕业生", "占毕业生总人数比例", cohort],
    ["二（三）", "未就业毕业生", "占毕业生总人数比例", cohort],
    ["二（一）1", "省内就业毕业生", "占就业总人数比例", employed],
    ["二（一）1", "出省就业毕业生", "占就业总人数比例", employed],
  ] as const;
  for (const [place, who, measure, base] of groups) {
    assertEquals(printed(place, who, measure), share(number(place, who, "人数"), base), who);
  }
  for (const { place, who } of SPECIAL) {
    assertEquals(
      printed(place, who, "毕业去向落实率"),
      share(number(place, who, "落实毕业去向人数"), number(place, who, "人数")),
    );
  }
});

Deno.test("men and women placed sum to the placed", () => {
  const behind = ["男生", "女生"].map((who) =>
    countBehind(printed("一（三）", who, "毕业去向落实率"), number("一（一）", who, "人数"))
  );
  assertEquals(sum(behind), placed);
});

Deno.test("employer natures sum to the employed", () => {
  const shares = facts.statements.filter(({ place }) => place === "二（一）2");
  assertEquals(sum(shares.map(({ value }) => countBehind(value, employed))), employed);
});

Deno.test("shares in chapter 2 are whole graduates of the employed", () => {
  for (const { measure, value } of facts.statements) {
    if (measure === "占就业总人数比例") countBehind(value, employed);
  }
});

Deno.test("numbers that sentences repeat are those of the tables", () => {
  const share = (table: number, name: string, column_: string, row: string) =>
    column(table, column_)[column(table, name).indexOf(row)];
  const repeated = [
    [
      "一（一）1",
      "医药卫生大类",
      "占毕业生总人数比例",
      share(1, "专业大类", "生源比例%", "医药卫生大类"),
    ],
    ["一（一）3", "护理系", "人数", share(3, "院（系）名称", "生源人数", "护理系")],
    [
      "一（三）3",
      "建筑工程系",
      "毕业去向落实率",
      share(8, "院（系）名称", "毕业去向落实率%", "建筑工程系"),
    ],
    ...([["北京", "北京市"], ["浙江", "浙江省"], ["江苏", "江苏省"]] as const).map((
      [short, full],
    ) =>
      [
        "二（一）1",
        short,
        "占就业总人数比例",
        share(12, "省（直辖市、自治区）", "占就业总人数比例%", full),
      ] as const
    ),
  ] as const;
  for (const [place, subject, measure, expected] of repeated) {
    assertEquals(printed(place, subject, measure), expected, subject);
  }
});

Deno.test("ranks in sentences are the first rows of the tables", () => {
  const lists = [
    ["一（一）1", "专业大类", "人数", column(1, "专业大类")],
    ["一（一）2", "专业", "人数", column(2, "专业名称")],
    ["一（一）3", "院（系）", "人数", column(3, "院（系）名称")],
    ["一（一）4", "外省生源地", "人数", column(4, "生源地")],
    ["一（二）", "毕业去向", "人数", column(5, "毕业去向")],
    ["一（三）2", "专业", "毕业去向落实率", column(7, "专业名称")],
    ["一（三）3", "院（系）", "毕业去向落实率", column(8, "院（系）名称")],
    ["二（一）1", "省外就业省份", "流向", column(12, "省（直辖市、自治区）").slice(1)],
  ] as const;
  for (const [place, subject, stem, rows] of lists) {
    const ranks = facts.statements.filter((fact) =>
      fact.place === place && fact.subject === subject && fact.measure.startsWith(`${stem}第`)
    );
    assert(ranks.length > 0, `${place} ${subject}`);
    ranks.forEach(({ measure, value }, i) => {
      assertEquals(measure, `${stem}第${i + 1}位`);
      assert(rows[i]?.startsWith(value), `${place} ${measure}: ${value}, ${rows[i]}`);
    });
  }
});

Deno.test("ranked shares in sentences descend", () => {
  for (const place of new Set(facts.statements.map((fact) => fact.place))) {
    const here = facts.statements.filter((fact) => fact.place === place);
    for (const { subject } of here.filter(({ measure }) => /第1位$/.test(measure))) {
      const shares = here.flatMap(({ subject: whose, measure, value }) => {
        const rank = whose === subject && /^(流向|比例)第\d+位$/.test(measure);
        const shown = here.find((fact) =>
          rank && /比例$|创业人数$/.test(fact.measure) &&
          (fact.subject === value || fact.subject === subject && fact.measure === `“${value}”比例`)
        );
        assert(!rank || shown !== undefined, `${place} ${subject} ${value} has no share`);
        return shown === undefined ? [] : [Number(shown.value)];
      });
      assert(descends(shares), `${place} ${subject}: ${shares}`);
    }
  }
});

Deno.test("claims with a threshold count the rows of their tables", () => {
  const tables: Record<string, number> = { "一（三）1": 6, "一（三）2": 7, "一（三）3": 8 };
  let seen = 0;
  for (const { place, measure, value } of facts.statements) {
    const [, verb, threshold] = /^毕业去向落实率(超过|达)(\d+)%的个数$/.exec(measure) ?? [];
    if (threshold === undefined) continue;
    const rates = column(tables[place] ?? NaN, "毕业去向落实率%").map(Number);
    const beyond = rates.filter((rate) =>
      verb === "超过" ? rate > Number(threshold) : rate >= Number(threshold)
    );
    assertEquals(beyond.length, Number(value), `${place} ${measure}`);
    seen += 1;
  }
  assertEquals(seen, 4);
});
