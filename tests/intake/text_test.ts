import { assertEquals } from "@std/assert";
import { clean, isExcelError, loose } from "lib/intake/text.ts";

Deno.test("what the eye does not see goes, and the log can say so", () => {
  for (const seen of ["女\u200B", "\uFEFF女", "女\u001F", "\u202D女\u202C", "女\u00AD"]) {
    assertEquals(clean(seen).text, "女");
  }
  assertEquals(clean("女\u200B").changes, ["去掉不可见字符（U+200B 零宽空格）"]);
});

Deno.test("radicals and compatibility characters become the characters they look like", () => {
  assertEquals(clean("⼭东省").text, "山东省");
  assertEquals(clean("⻘海省").text, "青海省");
  assertEquals(clean("⻄藏⾃治区"), { text: "西藏自治区", changes: ["换成常用字形"] });
});

Deno.test("full-width digits and letters become half-width, Chinese punctuation stays", () => {
  assertEquals(clean("２０２１级Ａ班").text, "2021级A班");
  assertEquals(clean("农、林、牧、渔业").changes, []);
  assertEquals(clean("出国（境）深造").changes, []);
});

Deno.test("brackets among Chinese are full-width, those among letters stay", () => {
  assertEquals(clean("护理(中外合作)").text, "护理（中外合作）");
  assertEquals(clean("C(1)").text, "C(1)");
});

Deno.test("spaces between Chinese characters go, others become one", () => {
  assertEquals(clean(" 护理\u00A0系\u3000").text, "护理系");
  assertEquals(clean("New  York").text, "New York");
  assertEquals(clean("汉\n语").text, "汉语");
});

Deno.test("what tells Excel to leave digits alone is taken off", () => {
  assertEquals(clean("'0123"), { text: "0123", changes: ["去掉 Excel 前缀"] });
  assertEquals(clean('="0123"').text, "0123");
  assertEquals(clean("男 "), { text: "男", changes: ["去掉多余空格"] });
});

Deno.test("a cell that is plain is left as it is", () => {
  assertEquals(clean("签就业协议形式就业"), { text: "签就业协议形式就业", changes: [] });
});

Deno.test("spellings that differ in width, case and punctuation are alike", () => {
  assertEquals(loose("出国/出境"), loose("出国、出境"));
  assertEquals(loose("高职(专科)"), loose("高职（专科）"));
  assertEquals(loose("待就业—求职中") === loose("待就业"), false);
});

Deno.test("a formula that failed is no value", () => {
  assertEquals(["#N/A", "#REF!", "#1"].map(isExcelError), [true, true, false]);
});
