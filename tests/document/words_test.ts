import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { openSection } from "lib/document/section.ts";
import type { Slot } from "lib/document/words.ts";
import { change } from "lib/measures/change.ts";
import { ratio } from "lib/measures/ratio.ts";
import { Bound } from "lib/table/bound.ts";
import { setting, shownStatements, textOf } from "./setting.ts";

const section = openSection(setting(), "毕业生", () => {});
const { text, phrase } = section;
const said = (shown: ReturnType<typeof text>) => textOf(shown);

Deno.test("a number says its measure in place, its unit follows from type and name", () => {
  const shown = text`共 ${{ 人数: 4 }}、${{ 个数: 2 }}系，落实率 ${{ 落实率: ratio(3, 4) }}。`;
  assertEquals(said(shown), "共 4 人、2 个系，落实率 75.00%。");
  assertEquals(
    shownStatements(shown).map(({ key, value, unit, of }) => [key, value, unit, of]),
    [
      ["毕业生·人数", 4, "人", null],
      ["毕业生·个数", 2, "个", null],
      ["毕业生·落实率", "75.00", "%", [3, 4]],
    ],
  );
});

Deno.test("a number of somebody else says whose it is, and a unit may be said", () => {
  const shown = text`女生 ${{ 女生: { 人数: 3 } }}，有 ${{ 岗位: { 数量: ["2.4", "万个"] } }}。`;
  assertEquals(said(shown), "女生 3 人，有 2.4 万个。");
  assertEquals(shownStatements(shown).map(({ subject }) => subject), ["女生", "岗位"]);
});

Deno.test("labels and thresholds stand as they are, phrases are joined", () => {
  const parts = [phrase`甲系 ${{ 甲系: { 人数: 1 } }}`, phrase`乙系 ${{ 乙系: { 人数: 2 } }}`];
  assertEquals(
    said(text`高于 ${90}% 的${"系"}有${parts}。`),
    "高于 90% 的系有甲系 1 人、乙系 2 人。",
  );
});

Deno.test("a clause with an empty slot is left out with its punctuation", () => {
  const none = { 人数: null };
  assertEquals(
    said(text`甲 ${{ 人数: 1 }}，乙 ${none}，丙 ${{ 丙: { 人数: 3 } }}。`),
    "甲 1 人，丙 3 人。",
  );
  assertEquals(said(text`甲 ${{ 人数: 1 }}，乙 ${none}。`), "甲 1 人。");
  assertEquals(said(text`甲 ${{ 人数: 1 }}（其中乙 ${none}），丙。`), "甲 1 人，丙。");
});

Deno.test("what leans on a clause goes with it", () => {
  const shown = text`甲 ${{ 人数: 1 }}，乙 ${{ 人数: null }}，占 ${{ 比例: ratio(1, 2) }}，丙 ${{
    丙: { 人数: 1 },
  }}。`;
  assertEquals(said(shown), "甲 1 人，丙 1 人。");
});

Deno.test("a part without its first clause, or with no number left, is not said", () => {
  assertEquals(
    said(text`甲 ${{ 人数: null }}，乙 ${{ 人数: 2 }}；丙 ${{ 人数: 3 }}。`),
    "丙 3 人。",
  );
  assertEquals(said(text`与上年相比，人数增加 ${{ 人数: null }}。`), "");
  assertEquals(text`与上年相比，人数增加 ${{ 人数: null }}。`.blocks, []);
});

Deno.test("what introduces nothing is not said", () => {
  assertEquals(said(text`较多的是：${[]}。甲 ${{ 人数: 1 }}。`), "甲 1 人。");
  assertEquals(said(text`全校独有的专业：${""}。`), "");
});

Deno.test("a share of nobody is not known", () => {
  assertEquals(said(text`落实率 ${{ 落实率: ratio(0, 0) }}。`), "");
  assertEquals(said(text`落实率 ${{ 落实率: ratio(0, 3) }}。`), "落实率 0.00%。");
});

Deno.test("a bound is said in words, in the unit of what it bounds", () => {
  const bound = new Bound(">", "6500");
  assertEquals(said(text`人数 ${{ 人数: bound }}。`), "人数超过 6500 人。");
  assertEquals(
    said(text`落实率 ${{ 落实率: [new Bound("≥", "84"), "%"] }}。`),
    "落实率不低于 84%。",
  );
  assertEquals(said(text`女生 ${{ 女生: { 人数: bound } }}。`), "女生超过 6500 人。");
});

Deno.test("a change is said once: both its words, or that there is none", () => {
  const spoken = (now: number, before: number | null) => {
    const found = change(now, before);
    const [more, rise] = [{ 人数: found?.人数 }, { 幅度: found?.幅度 }];
    return said(
      text`人数比上届${found?.增减} ${more}，${found?.升降} ${rise}；人数与上届${found?.持平}。`,
    );
  };
  assertEquals(spoken(90, 100), "人数比上届减少 10 人，下降 10.00%。");
  assertEquals(spoken(100, 100), "人数与上届持平。");
  assertEquals(spoken(100, null), "");
  assertEquals(spoken(5, 0), "人数比上届增加 5 人。");
});

Deno.test("a phrase is said whole or not at all", () => {
  const parts = [phrase`“${{ 第1位: null }}”（${{ 比例: ratio(1, 2) }}）`, phrase`乙`];
  assertEquals(said(text`首先是${parts}。`), "首先是乙。");
});

Deno.test("a long sentence may run over several lines, whose breaks are no part of it", () => {
  assertEquals(
    said(text`
      毕业生共 ${{ 人数: 4 }}，
      其中${"医学系"}最多。`),
    "毕业生共 4 人，其中医学系最多。",
  );
});

Deno.test("a digit typed into prose is refused, in either width", () => {
  assertThrows(() => text`共 4 人。`, TypeError, "Cannot type a number");
  assertThrows(() => text`共 ${4} 人，占８成。`, TypeError, "占８成");
});

Deno.test("two numbers in one slot are refused", () => {
  assertThrows(() => text`共 ${{ 人数: 1, 个数: 2 }}。`, TypeError, "slot of its own");
});

Deno.test("another exhibit is named by the number that it has", () => {
  const labels = new Map([["专业落实情况", { number: 7, label: "表 7" }]]);
  const numbered = openSection(setting({ labels }), "毕业生", () => {});
  assertEquals(said(numbered.text`详见${numbered.see("专业落实情况")}。`), "详见表 7。");
  assertEquals(said(text`详见${section.see("专业落实情况")}。`), "详见“专业落实情况”。");
});

Deno.test("whatever is unknown, a sentence has no empty slot, no doubled and no leading stop", () => {
  const slot = fc.oneof(
    fc.constant<Slot>({ 人数: null }),
    fc.constant<Slot>({ 人数: 3 }),
    fc.constant<Slot>({ 比例: ratio(0, 0) }),
    fc.constant<Slot>({ 比例: ratio(1, 3) }),
    fc.constant<Slot>(""),
    fc.constant<Slot>([]),
    fc.constant<Slot>([phrase`甲`, phrase`${{ 人数: null }}`]),
  );
  const stop = fc.constantFrom("，", "；", "。", "：", "（", "）", "，占 ", "，其中", "。共 ");
  fc.assert(
    fc.property(fc.array(fc.tuple(stop, slot), { maxLength: 8 }), slot, (parts, first) => {
      const strings = ["话 ", ...parts.map(([mark]) => `${mark}话 `), "。"];
      const frozen = Object.assign(strings, { raw: strings }) as unknown as TemplateStringsArray;
      const words = said(text(frozen, first, ...parts.map(([, one]) => one), ""));
      for (
        const wrong of [/^[，；：。]/, /[，；：。][，；：。]/, /（）/, /未知|undefined|null|NaN|—/]
      ) {
        if (wrong.test(words.replace(/（[^）]*$/, ""))) throw new Error(`${wrong} in ${words}`);
      }
    }),
    { numRuns: 500 },
  );
});
