import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import type { Cell, Exhibit } from "lib/document/exhibit.ts";
import { messageOf } from "lib/document/messages.ts";
import { ratio } from "lib/measures/ratio.ts";
import { exhibit } from "./setting.ts";

const share = (count: number, base: number) => String(ratio(count, base));

/** A table of shares of a base, by name and count. */
function sizes(rows: readonly (readonly [string, number | null])[], base: number, more = {}) {
  return exhibit({
    columns: ["序号", "系", "人数", "比例%"],
    rows: rows.map(([name, count], i) => [
      i + 1,
      name,
      count,
      count === null ? null : share(count, base),
    ]),
    base: { label: "毕业生总人数", count: base },
    ...more,
  });
}

/** A table of placement, by name, size and how many are unplaced. */
function placements(...rows: readonly (readonly [name: string, size: number, unplaced: number])[]) {
  return exhibit({
    columns: ["系", "生源人数", "落实人数·就业", "落实人数·升学", "未就业人数", "毕业去向落实率%"],
    rows: rows.map(([name, size, unplaced]) => [
      name,
      size,
      size - unplaced - 1,
      1,
      unplaced,
      share(size - unplaced, size),
    ]),
    base: null,
  });
}

/** A figure of a choice question, by option, count and interval. */
function answers(rows: readonly (readonly [string, number | null, string | null])[], base: number) {
  return exhibit({
    kind: "figure",
    columns: ["选项", "答卷数", "比例%", "95%区间"],
    rows: rows.map(([option, count, interval]) => [
      option,
      count,
      count === null ? null : share(count, base),
      interval,
    ]),
    base: { label: "有效答卷", count: base, unit: "份" },
  });
}

/** A figure of a battery, by item, rate and interval. */
function battery(...rows: readonly (readonly [string, string | null, string | null])[]) {
  return exhibit({
    kind: "figure",
    columns: ["项目", "答卷数", "满意度%", "95%区间"],
    rows: rows.map(([item, rate, interval]) => [item, 100, rate, interval]),
    base: { label: "有效答卷", count: 100, unit: "份" },
  });
}

function years(title: string, measure: string, ...rows: Cell[][]): Exhibit {
  return exhibit({ kind: "figure", title, columns: ["届", measure], rows, base: null });
}

Deno.test("the largest part is named with its count and its share", () => {
  assertEquals(
    messageOf(sizes([["甲系", 60], ["乙系", 30], ["其他", 10]], 100)),
    "甲系最多：60 人，占毕业生总人数的 60.00%",
  );
});

Deno.test("of two or more that are equally large none is named", () => {
  assertEquals(messageOf(sizes([["甲系", 40], ["乙系", 40], ["丙系", 20]], 100)), null);
  assertEquals(messageOf(sizes([["甲系", 50], ["乙系", 50]], 100)), null);
});

Deno.test("nothing is said of a few, of one row, of what is unknown or only bounded", () => {
  assertEquals(messageOf(sizes([["甲系", 20], ["乙系", 9]], 29)), null);
  assertEquals(messageOf(sizes([["甲系", 20], ["乙系", 10]], 30)) === null, false);
  assertEquals(messageOf(sizes([["甲系", 100]], 100)), null);
  assertEquals(messageOf(sizes([["甲系", 60], ["乙系", null]], 100)), null);
  assertEquals(messageOf(sizes([["甲系", 60], ["乙系", 40]], 100, { coverage: "bounded" })), null);
  assertEquals(messageOf(sizes([], 100)), null);
});

Deno.test("what gathers several things is never named as the largest", () => {
  for (const name of ["其他行业", "省内其他城市", "报告未列出", "未登记就业地区"]) {
    assertEquals(messageOf(sizes([["甲", 30], [name, 60], ["乙", 10]], 100)), null, name);
  }
});

Deno.test("a share that is not the count's of the base is not told", () => {
  const wrong = sizes([["甲系", 60], ["乙系", 40]], 100, {
    base: { label: "毕业生总人数", count: 200 },
  });
  assertEquals(messageOf(wrong), null);
});

Deno.test("rows whose names do not tell them apart are named by the next column, or not at all", () => {
  const two = (second: [string, string]) =>
    exhibit({
      columns: ["区域", "省份", "人数", "比例%"],
      rows: second.map((name, i) => ["东部", name, 60 - 20 * i, share(60 - 20 * i, 100)]),
      base: { label: "就业总人数", count: 100 },
    });
  assertEquals(messageOf(two(["山东", "北京"])), "山东最多：60 人，占就业总人数的 60.00%");
  assertEquals(messageOf(two(["山东", "山东"])), null);
});

Deno.test("an answer is the most given one only where chance does not explain it", () => {
  const options = (second: string) =>
    answers(
      [["甲", 60, "50.20%–69.06%"], ["乙", 40, second], ["报告未列出", 20, "1.00%–2.00%"]],
      120,
    );
  assertEquals(messageOf(options("30.94%–49.80%")), "选“甲”的最多：60 份，占 50.00%");
  assertEquals(messageOf(options("30.94%–50.20%")), null);
  assertEquals(messageOf(answers([["甲", 60, null], ["乙", 40, null]], 100)), null);
});

Deno.test("where an option's number is not known, it may be the largest", () => {
  const row = ["报告未列出", null, null] as const;
  assertEquals(messageOf(answers([["甲", 60, "50%–70%"], ["乙", 10, "5%–15%"], row], 100)), null);
});

Deno.test("the group in which most of the unplaced are holds the rate down", () => {
  assertEquals(
    messageOf(placements(["甲系", 400, 120], ["乙系", 300, 20], ["丙系", 300, 10])),
    "甲系拉低了落实率：表中未就业的 150 人里，它占 120 人（80.00%）",
  );
});

Deno.test("two groups hold it down together, if a third has fewer unplaced", () => {
  const rows = (third: number) =>
    placements(
      ["甲系", 200, 60],
      ["乙系", 200, 50],
      ["丙系", 300, third],
      ["丁系", 300, 10],
      ["戊系", 300, 5],
    );
  assertEquals(
    messageOf(rows(30)),
    "甲系、乙系拉低了落实率：表中未就业的 155 人里，两者共 110 人（70.97%）",
  );
  assert(!messageOf(rows(50))?.includes("拉低"));
});

Deno.test("a group that has most of the unplaced because it is large holds nothing down", () => {
  const message = messageOf(placements(["甲系", 900, 90], ["乙系", 50, 6], ["丙系", 50, 4]));
  assertEquals(message, "毕业去向落实率最高的是丙系（92.00%），最低的是乙系（88.00%）");
});

Deno.test("a difference that nobody would notice is not said to hold the rate down", () => {
  const message = messageOf(placements(["甲系", 600, 62], ["乙系", 300, 29], ["丙系", 100, 10]));
  assertEquals(message?.includes("拉低"), false);
});

Deno.test("few unplaced, parts that do not add up and all alike give no message", () => {
  assert(
    !messageOf(placements(["甲系", 90, 20], ["乙系", 90, 1], ["丙系", 90, 0]))?.includes("拉低"),
  );
  const odd = placements(["甲系", 400, 120], ["乙系", 300, 20], ["丙系", 300, 10]);
  const rows = odd.rows.map((row, i) => (i === 0 ? [...row.slice(0, 2), 0, ...row.slice(3)] : row));
  assert(!messageOf({ ...odd, rows })?.includes("拉低"));
  assertEquals(
    messageOf(placements(["甲系", 100, 20], ["乙系", 100, 20], ["丙系", 100, 20])),
    null,
  );
});

Deno.test("the highest and the lowest rate are named, unless a group is small or one ties", () => {
  const rates = (size: number, unplaced: number) =>
    messageOf(placements(["甲系", 100, 10], ["乙系", 100, 12], ["丙系", size, unplaced]));
  assertEquals(rates(100, 14), "毕业去向落实率最高的是甲系（90.00%），最低的是丙系（86.00%）");
  assertEquals(rates(10, 5), null);
  assertEquals(rates(100, 12), null);
  assertEquals(rates(100, 10), null);
});

Deno.test("of two rates the higher is named; of two alike none", () => {
  const sexes = (women: number) =>
    exhibit({
      kind: "figure",
      columns: ["性别", "生源人数", "落实人数", "毕业去向落实率%"],
      rows: [["男", 100, 90, "90.00"], ["女", 100, women, share(women, 100)]],
      base: null,
    });
  assertEquals(messageOf(sexes(80)), "毕业去向落实率：男生（90.00%）高于女生（80.00%）");
  assertEquals(messageOf(sexes(95)), "毕业去向落实率：女生（95.00%）高于男生（90.00%）");
  assertEquals(messageOf(sexes(90)), null);
});

Deno.test("items of a battery differ only where chance does not explain it, and all are known", () => {
  const high = ["环境", "95.00", "89%–98%"] as const;
  assertEquals(
    messageOf(battery(high, ["同事", "90.00", "82%–94%"], ["薪资", "70.00", "60%–78%"])),
    "满意度最高的是环境（95.00%），最低的是薪资（70.00%）",
  );
  assertEquals(messageOf(battery(high, ["薪资", "92.00", "85%–96%"])), null);
  assertEquals(messageOf(battery(high, ["薪资", "≥69", null])), null);
  assertEquals(messageOf(battery(high, ["同事", null, null], ["薪资", "70.00", "60%–78%"])), null);
});

Deno.test("a cohort is compared with the one before, if both are known exactly", () => {
  const people = (...rows: Cell[][]) => messageOf(years("人数（单位：人）", "毕业生人数", ...rows));
  assertEquals(people([2022, 6516], [2023, 5809]), "2023 届 5809 人，比上一届少 707 人");
  assertEquals(people([2022, 5809], [2023, 6516]), "2023 届 6516 人，比上一届多 707 人");
  assertEquals(people([2022, 5809], [2023, 5809]), "2023 届人数与上一届相同");
  assertEquals(people([2022, "<6516"], [2023, 5809]), null);
  assertEquals(people([2021, 6516], [2023, 5809]), null);
  const rates = (...rows: Cell[][]) => messageOf(years("升学率（单位：%）", "升学率", ...rows));
  assertEquals(
    rates([2022, "8.00"], [2023, "7.01"]),
    "2023 届升学率 7.01%，低于 2022 届的 8.00%",
  );
  assertEquals(rates([2022, "7.01"], [2023, "7.01"]), null);
  assertEquals(rates([2022, ">7.01"], [2023, "7.01"]), null);
});

Deno.test("whatever the numbers: who is called the largest is larger than every other", () => {
  const counts = fc.array(fc.nat(60), { minLength: 2, maxLength: 6 });
  fc.assert(fc.property(counts, (some) => {
    const base = some.reduce((sum, one) => sum + one, 0);
    const message = messageOf(sizes(some.map((count, i) => [`第${i}系`, count]), base));
    const most = Math.max(...some);
    const alone = some.filter((count) => count === most).length === 1;
    assertEquals(message !== null, alone && base >= 30);
    if (message !== null) assert(message.startsWith(`第${some.indexOf(most)}系最多：${most} 人`));
  }));
});

Deno.test("whatever the numbers: without those who hold the rate down it is higher", () => {
  const group = fc.tuple(fc.integer({ min: 2, max: 300 }), fc.nat(100));
  fc.assert(fc.property(fc.array(group, { minLength: 3, maxLength: 7 }), (some) => {
    const rows = some.map(([size, part], i) =>
      [`第${i}系`, size, Math.floor((size - 1) * part / 100)] as const
    );
    const message = messageOf(placements(...rows));
    if (message === null || !message.includes("拉低")) return;
    const named = rows.filter(([name]) => (message.split("拉低")[0] ?? "").includes(name));
    const others = rows.filter((row) => !named.includes(row));
    const rate = (of: typeof rows) =>
      of.reduce((sum, [, , unplaced]) => sum + unplaced, 0) /
      of.reduce((sum, [, size]) => sum + size, 0);
    assert(rate(others) < rate(rows));
    for (const row of named) assert(rate([row]) > rate(rows));
  }));
});
