/**
 * A questionnaire as a survey platform exports it: pay, hours, NPS, a 7-point matrix, a ranking, 其他
 * with text, one's own words, skips. With a codebook and no code it goes through, and plain loops
 * over the file count the same.
 */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { stringify } from "@std/csv";
import type { Block } from "lib/document/blocks.ts";
import { legendOf } from "lib/document/charts/shades.ts";
import type { Document } from "lib/document/document.ts";
import { blockText } from "lib/document/plain.ts";
import { seeded } from "lib/twin/random.ts";
import { editionJson, graduatesCsv } from "../small_edition.ts";
import { temporaryData } from "../temporary_data.ts";
import { runChapters } from "./run_chapter.ts";

const SEVEN = ["非常满意", "满意", "比较满意", "一般", "比较不满意", "不满意", "非常不满意"];
const FACTORS = ["薪酬", "地点", "发展", "稳定"];
const CHANNELS = ["校园招聘", "网络招聘", "亲友介绍", "其他【请注明】"];
const BANDS = ["3000以下", "3000-4999", "5000及以上"];

const CODEBOOK = [
  "题号,题干,题型,选项,适用对象,图号,项目,满意项,赋分,单位,图键",
  "1、去向,您的毕业去向是？,单选,就业┋升学┋未就业,,,毕业去向,,,,",
  `2、月收入,您的月收入是多少？,数值,${BANDS.join("┋")},1、去向=就业,,月收入,,,元/月,`,
  "3、工时,您每周工作多少小时？,数值,,1、去向=就业,,周工时,,,小时,",
  "4、补贴,您每月有多少补贴？,数值,,1、去向=就业,,补贴,,,元/月,",
  "5、推荐,您有多大可能向别人推荐母校？,NPS,,,,推荐母校,,,,",
  `6、教学(课程),您对课程的评价？,量表,${SEVEN.join("┋")},,,课程,,,,教学评价`,
  `6、教学(实践),您对实践的评价？,量表,${SEVEN.join("┋")},,,实践,,,,教学评价`,
  `7、看重,择业时您最看重什么？,排序,${FACTORS.join("┋")},,,择业看重,,,,`,
  `8、渠道,您通过哪些渠道求职？,多选,${CHANNELS.join("┋")},1、去向≠升学,,求职渠道,,,,`,
  "9、建议,您对母校有什么建议？,填空,,,,建议,,,,",
  "10、能力,您的能力够用吗？,量表,够用┋大致够用┋不够用,,,能力,够用┋大致够用,100┋60┋0,,",
  "11、校友,您参加过校友活动吗？,单选,参加过┋没有,,,校友活动,,,,",
].join("\n");

const CODES = CODEBOOK.split("\n").slice(1).map((line) => line.split(",")[0] ?? "");
const SECRETS = ["离家近，在东关街，", "请多办招聘会\n尤其是护理，谢谢", "我叫某某某", "A7731x"];

type Row = Record<string, string>;

/** Answers as the platform would export them. */
function exported(): Row[] {
  const random = seeded(77);
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? "";
  return Array.from({ length: 240 }, (_, i) => {
    const group = i % 10 < 6 ? "就业" : i % 10 < 9 ? "升学" : "未就业";
    const works = group === "就业";
    const order = FACTORS.toSorted(() => random() - 0.5).slice(0, 2 + Math.floor(random() * 3));
    const channels = CHANNELS.filter(() => random() < 0.5);
    return {
      序号: `A7731x${i}`,
      提交答卷时间: "2031/9/1 10:00:00",
      所用时间: "90秒",
      来源: "微信",
      来源详情: "直接访问",
      来自IP: "(隐去)",
      "1、去向": group,
      "2、月收入": !works
        ? "(跳过)"
        : i % 7 === 0
        ? "(空)"
        : i % 11 === 0
        ? `${4 + i % 3},500元`
        : String(2500 + 50 * Math.floor(random() * 80)),
      "3、工时": works ? String(35 + Math.floor(random() * 40) / 2) : "(跳过)",
      "4、补贴": works && i < 8 ? "300" : works ? "(空)" : "(跳过)",
      "5、推荐": i % 13 === 0 ? "(空)" : String(Math.floor(random() * 11)),
      "6、教学(课程)": pick(SEVEN),
      "6、教学(实践)": i % 9 === 0 ? "" : pick(SEVEN),
      "7、看重": order.join(i % 2 === 0 ? "→" : "┋"),
      "8、渠道": group === "升学"
        ? "(跳过)"
        : channels.length === 0
        ? "(空)"
        : channels.join("┋").replace("其他【请注明】", `其他【请注明】〖${pick(SECRETS)}〗`),
      "9、建议": i % 3 === 0 ? pick(SECRETS) : i % 3 === 1 ? "(空)" : "",
      "10、能力": pick(["够用", "大致够用", "不够用"]),
      "11、校友": "(空)",
    };
  });
}

const ROWS = exported();

/** The answers to a question, without those of whom there is none. */
function answers(code: string): string[] {
  const found: string[] = [];
  for (const row of ROWS) {
    const cell = row[code] ?? "";
    if (cell !== "" && cell !== "(跳过)" && cell !== "(空)") found.push(cell);
  }
  return found;
}

/** A quotient of small whole numbers to two decimals, rounded half up by hand. */
function two(count: number, base: number): string {
  const cents = Math.floor((Math.abs(count) * 200 + base) / (2 * base));
  const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
  return count < 0 && cents > 0 ? `-${text}` : text;
}

const percent = (count: number, base: number) => two(count * 100, base);

/** The type 7 quantile of a sorted list, by its textbook formula. */
function quantile(sorted: readonly number[], part: number): number {
  const h = (sorted.length - 1) * part;
  const low = sorted[Math.floor(h)] ?? 0;
  const high = sorted[Math.ceil(h)] ?? 0;
  return low + (h - Math.floor(h)) * (high - low);
}

async function report(): Promise<Document> {
  using data = temporaryData({
    "2031/edition.json": editionJson(),
    "2031/graduates.csv": graduatesCsv(
      ...Array.from({ length: 900 }, (_, i) => ({
        毕业去向: ["待就业", "签劳动合同形式就业", "国内升学"][i % 3] ?? "",
      })),
    ),
    "2031/graduate-survey.codebook.csv": CODEBOOK,
    "2031/graduate-survey.csv": stringify(ROWS, { columns: Object.keys(ROWS[0] ?? {}) }),
  });
  return await runChapters(["04-surveys", "06-feedback"], { year: 2031, data: data.folder });
}

let made: Promise<Document> | undefined;
const blocks = async (): Promise<Block[]> =>
  (await (made ??= report())).chapters.flatMap((one) => one.blocks.map(({ block }) => block));

/** The rows of an exhibit by its key, as objects. */
async function rowsOf(key: string): Promise<Record<string, unknown>[]> {
  for (const block of await blocks()) {
    if (block.kind !== "figure" && block.kind !== "table") continue;
    const { exhibit } = block;
    if (exhibit.key !== key && exhibit.key !== `graduate-survey·${key}`) continue;
    return exhibit.rows.map((row) =>
      Object.fromEntries(row.map((cell, i) => [exhibit.columns[i] ?? "", cell]))
    );
  }
  throw new Error(`${key} was not made`);
}

/** The legend of a figure by its key. */
async function legend(key: string): Promise<string> {
  const drawn = (await blocks()).flatMap((block) =>
    block.kind === "figure" && block.exhibit.key.endsWith(key) ? [block.svg] : []
  );
  assertEquals(drawn.length, 1);
  return legendOf(drawn.join("")).join();
}

async function prose(): Promise<string> {
  return (await blocks()).filter(({ kind }) => kind === "paragraph").map(blockText).join("\n");
}

Deno.test("pay: median and quartiles in the text, bands in the figure", async () => {
  const pay = answers("2、月收入").map((text) => Number(text.replace(/[,元]/g, "")));
  const sorted = pay.toSorted((a, b) => a - b);
  const [q1, median, q3] = [0.25, 0.5, 0.75].map((part) =>
    Math.floor(quantile(sorted, part) + 0.5)
  );
  assertStringIncludes(
    await prose(),
    `问到“您的月收入是多少”，填答的有 ${pay.length} 份，中位数为 ${median} 元/月，` +
      `中间的一半在 ${q1} 元/月至 ${q3} 元/月之间。`,
  );
  const bands = [0, 0, 0];
  for (const value of pay) {
    const band = value < 3000 ? 0 : value <= 4999 ? 1 : 2;
    bands[band] = (bands[band] ?? 0) + 1;
  }
  assertEquals(
    (await rowsOf("月收入")).map((row) => [row["选项"], row["答卷数"], row["比例%"]]),
    BANDS.map((band, i) => [band, bands[i], percent(bands[i] ?? 0, pay.length)]),
  );
});

Deno.test("hours: a table with the decimals of the answers; too few allowances are withheld", async () => {
  const hours = answers("3、工时").map(Number).toSorted((a, b) => a - b);
  const tenth = (value: number) => Math.floor(value * 10 + 0.5) / 10;
  assertEquals(await rowsOf("周工时"), [{
    项目: "周工时",
    答卷数: hours.length,
    下四分位数: tenth(quantile(hours, 0.25)),
    中位数: tenth(quantile(hours, 0.5)),
    上四分位数: tenth(quantile(hours, 0.75)),
    均值: two(hours.reduce((sum, value) => sum + value * 2, 0), 2 * hours.length),
  }]);
  const few = answers("4、补贴").length;
  assert(few > 0 && few < 10);
  const text = await prose();
  assertStringIncludes(text, `填答的有 ${few} 份，不足 10 份，不列出数值。`);
  assert(!text.includes("300 元"));
});

Deno.test("NPS: promoters, passives, detractors and the score", async () => {
  const likely = answers("5、推荐").map(Number);
  let [promoters, detractors, sum] = [0, 0, 0];
  for (const answer of likely) {
    if (answer >= 9) promoters += 1;
    if (answer <= 6) detractors += 1;
    sum += answer;
  }
  const base = likely.length;
  const [row] = await rowsOf("推荐母校");
  assertEquals(row?.["推荐者（9–10）%"], percent(promoters, base));
  assertEquals(row?.["中立者（7–8）%"], percent(base - promoters - detractors, base));
  assertEquals(row?.["贬损者（0–6）%"], percent(detractors, base));
  assertEquals(row?.["净推荐值"], percent(promoters - detractors, base));
  assertEquals(row?.["均值"], two(sum, base));
  assertStringIncludes(await prose(), `净推荐值为 ${percent(promoters - detractors, base)}。`);
  assertEquals(await legend("推荐母校"), "", "a score sums no labels");
  assertStringIncludes(await legend("教学评价"), "计入比例的各档到此为止");
});

Deno.test("a matrix of seven points: shares, satisfied, mean, with intervals", async () => {
  const rows = await rowsOf("教学评价");
  for (const [i, item] of ["课程", "实践"].entries()) {
    const given = answers(`6、教学(${item})`);
    const counts = SEVEN.map((label) => given.filter((answer) => answer === label).length);
    const row = rows[i] ?? {};
    assertEquals(
      SEVEN.map((label) => row[`${label}%`]),
      counts.map((count) => percent(count, given.length)),
    );
    const satisfied = (counts[0] ?? 0) + (counts[1] ?? 0) + (counts[2] ?? 0);
    assertEquals(row["满意度%"], percent(satisfied, given.length));
    let total = 0;
    for (const answer of given) total += 7 - SEVEN.indexOf(answer);
    assertEquals(row["均值"], two(total, given.length));
    const mean = total / given.length;
    const [lower, upper] = String(row["均值95%区间"]).split("–").map(Number);
    assert(lower !== undefined && upper !== undefined && lower < mean && mean < upper);
    assertStringIncludes(await prose(), `${item} ${percent(satisfied, given.length)}%`);
  }
});

Deno.test("a scale with stated scores takes its mean from them", async () => {
  const given = answers("10、能力");
  let total = 0;
  for (const answer of given) total += answer === "够用" ? 100 : answer === "大致够用" ? 60 : 0;
  const satisfied = given.filter((answer) => answer !== "不够用").length;
  const [row] = await rowsOf("能力");
  assertEquals([row?.["均值"], row?.["满意度%"]], [
    two(total, given.length),
    percent(satisfied, given.length),
  ]);
});

Deno.test("a ranking: first choices, mean ranks of those who ranked, whatever parts the ranks", async () => {
  const given = answers("7、看重").map((answer) => answer.split(/→|┋/));
  const rows = await rowsOf("择业看重");
  assertEquals(rows.length, FACTORS.length);
  for (const row of rows) {
    let [first, ranked, sum] = [0, 0, 0];
    for (const order of given) {
      for (const [i, factor] of order.entries()) {
        if (factor !== row["选项"]) continue;
        if (i === 0) first += 1;
        ranked += 1;
        sum += i + 1;
      }
    }
    assertEquals([row["答卷数"], row["首选率%"]], [first, percent(first, given.length)]);
    assertEquals([row["排入答卷数"], row["平均名次"]], [ranked, two(sum, ranked)]);
  }
  const counts = rows.map((row) => Number(row["答卷数"]));
  assertEquals(counts, counts.toSorted((a, b) => b - a));
  assertStringIncludes(await prose(), `排在首位最多的是“${rows[0]?.["选项"]}”（`);
});

Deno.test("其他 is counted, what was written behind it is not", async () => {
  const given = answers("8、渠道");
  const rows = await rowsOf("求职渠道");
  for (const row of rows) {
    const name = String(row["选项"]);
    const count = given.filter((answer) => answer.includes(name)).length;
    assertEquals([row["答卷数"], row["比例%"]], [count, percent(count, given.length)], name);
  }
});

Deno.test("one's own words are counted; a question without answers says so and draws nothing", async () => {
  const text = await prose();
  assertStringIncludes(text, `填写了文字的有 ${answers("9、建议").length} 份`);
  assertStringIncludes(text, "问到“您参加过校友活动吗”，没有收到答案。");
  const keys = (await blocks()).flatMap((block) =>
    block.kind === "figure" || block.kind === "table" ? [block.exhibit.key] : []
  );
  const silent = ["校友活动", "建议", "补贴"].map((name) => `graduate-survey·${name}`);
  assertEquals(keys.filter((key) => silent.includes(key)), []);
});

Deno.test("far from the cohort's mix, weighted shares stand beside the plain ones", async () => {
  const text = await prose();
  assertStringIncludes(text, "“就业”（答卷里占 60.00%，毕业生里占 33.33%）");
  assertStringIncludes(text, "“未就业”（答卷里占 10.00%，毕业生里占 33.33%）");
  assert(!text.includes("“升学”（答卷里占"), "升学 is 30 % of the sample: not far from 33.33 %");
  const rows = await rowsOf("按去向构成加权");
  const course = rows.find((row) => row["项目"] === "课程");
  let weighted = 0;
  for (const group of ["就业", "升学", "未就业"]) {
    const own = ROWS.filter((row) => row["1、去向"] === group);
    const satisfied = own.filter((row) => SEVEN.indexOf(row["6、教学(课程)"] ?? "") < 3);
    weighted += satisfied.length / own.length / 3;
  }
  assertEquals(course?.["加权比例%"], (weighted * 100).toFixed(2));
  assert(rows.some((row) => row["项目"] === "推荐母校的推荐者"));
  assert(rows.every((row) => !String(row["项目"]).includes("月收入")));
});

Deno.test("nothing that a respondent wrote and no number of a response is in the report", async () => {
  const all = JSON.stringify((await blocks()).map((block) => [block, blockText(block)]));
  for (const secret of [...SECRETS, "东关街", "招聘会", "某某", "微信", "(隐去)"]) {
    assert(!all.includes(secret), secret);
  }
  for (const odd of ["（未知）", "undefined", "NaN", "null%", "。。", "：。", "，。"]) {
    assert(!(await prose()).includes(odd), odd);
  }
  assert(CODES.length === 12);
});
