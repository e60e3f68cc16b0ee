/** A questionnaire that no edition has goes through with nothing but its codebook. */
import { assertEquals } from "@std/assert";
import { stringify } from "@std/csv";
import { join } from "node:path";
import { questionOf, questionsOf } from "lib/edition/questionnaire.ts";
import { readSurvey } from "lib/edition/survey.ts";
import { type Choice, multipleChoice, singleChoice } from "lib/measures/choice.ts";
import { scale } from "lib/measures/scale.ts";
import { type Random, seeded } from "lib/twin/random.ts";

const RESPONSES = 3000;
const CANTEENS = ["南苑, 一楼", "北苑“清真”", "都不去"];
const DISHES = ["面条", "米饭", "饺子", "火锅"];
const TASTE = ["很香", "较香", "还行", "偏淡", "难吃"];
const PRICE = ["很值", "较值", "还行", "偏贵", "太贵"];

const CODEBOOK = [
  { 题号: "C1", 题干: "您常去哪里？", 题型: "单选", 选项: CANTEENS, 适用对象: "", 图号: "图1" },
  {
    题号: "C2",
    题干: "您爱吃什么？",
    题型: "多选",
    选项: DISHES,
    适用对象: "C1≠都不去",
    图号: "图2",
  },
  { 题号: "C3", 题干: "味道？", 题型: "量表", 选项: TASTE, 适用对象: "C2∈饺子┋火锅", 图号: "图3" },
  {
    题号: "C4",
    题干: "价格？",
    题型: "量表",
    选项: PRICE,
    适用对象: `C1=${CANTEENS[0]}；C2∈饺子┋火锅`,
    图号: "图3",
  },
].map((row) => ({ ...row, 选项: row.选项.join("┋") }));

interface Diner {
  readonly canteen: string;
  readonly dishes: readonly string[];
  readonly taste: string;
  readonly price: string;
}

/** Someone who answers at random, and skips a question now and then. */
function diner(random: Random): Diner {
  const one = (options: readonly string[]) => options[Math.floor(random() * options.length)] ?? "";
  const skips = () => random() < 0.05;
  const canteen = skips() ? "" : one(CANTEENS);
  const eats = canteen !== "" && canteen !== "都不去" && !skips();
  const dishes = eats ? DISHES.filter(() => random() < 0.4) : [];
  const hot = dishes.includes("饺子") || dishes.includes("火锅");
  return {
    canteen,
    dishes,
    taste: hot && !skips() ? one(TASTE) : "",
    price: hot && canteen === CANTEENS[0] && !skips() ? one(PRICE) : "",
  };
}

/** The survey as files, read by the house. */
function surveyOf(diners: readonly Diner[]) {
  const folder = Deno.makeTempDirSync();
  const write = (name: string, rows: readonly Record<string, string>[]) => {
    const columns = Object.keys(rows[0] ?? {});
    Deno.writeTextFileSync(join(folder, name), stringify(rows, { columns }));
  };
  try {
    write("canteen.codebook.csv", CODEBOOK);
    write(
      "canteen.csv",
      diners.map(({ canteen, dishes, taste, price }, i) => ({
        问卷编号: `第${i}份`,
        C1: canteen,
        C2: dishes.join("┋"),
        C3: taste,
        C4: price,
      })),
    );
    return readSurvey(folder, "canteen");
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

Deno.test("3,000 responses to a new questionnaire count as a plain loop counts them", () => {
  const random = seeded(20310831);
  const diners = Array.from({ length: RESPONSES }, () => diner(random));
  const { codebook, responses } = surveyOf(diners);
  const of = (code: string) => questionOf(codebook, code);
  const number = (test: (diner: Diner) => boolean) => {
    let found = 0;
    for (const one of diners) if (test(one)) found++;
    return found;
  };
  const expect = (choice: Choice, asked: number, base: number, counts: readonly number[]) => {
    assertEquals([choice.asked, choice.base], [asked, base]);
    assertEquals(choice.rows.column("人数"), counts);
    assertEquals(choice.rows.column("比例").map(({ base }) => base), counts.map(() => base));
  };
  assertEquals(responses.size, RESPONSES);

  expect(
    singleChoice(responses, of("C1")),
    RESPONSES,
    number(({ canteen }) => canteen !== ""),
    CANTEENS.map((name) => number(({ canteen }) => canteen === name)),
  );
  expect(
    multipleChoice(responses, of("C2")),
    number(({ canteen }) => canteen === CANTEENS[0] || canteen === CANTEENS[1]),
    number(({ dishes }) => dishes.length > 0),
    DISHES.map((dish) => number(({ dishes }) => dishes.includes(dish))),
  );

  const hot = ({ dishes }: Diner) => dishes.includes("饺子") || dishes.includes("火锅");
  const taste = scale(responses, of("C3"));
  const tasted = number((one) => one.taste !== "");
  const score = (one: Diner) => (one.taste === "" ? 0 : 5 - TASTE.indexOf(one.taste));
  assertEquals([taste.asked, taste.base], [number(hot), tasted]);
  assertEquals(
    taste.rows.column("人数"),
    TASTE.map((label) => number((one) => one.taste === label)),
  );
  assertEquals(taste.satisfied.count, number((one) => score(one) >= 3));
  assertEquals(taste.total, diners.reduce((sum, one) => sum + score(one), 0));

  const price = scale(responses, of("C4"));
  assertEquals(price.asked, number((one) => hot(one) && one.canteen === CANTEENS[0]));
  assertEquals(
    price.rows.column("人数"),
    PRICE.map((label) => number((one) => one.price === label)),
  );
  assertEquals(
    questionsOf(codebook, "图3").map((one) => [one.item, scale(responses, one).base]),
    [["味道？", tasted], ["价格？", price.base]],
  );
});
