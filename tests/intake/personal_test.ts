import { assertEquals } from "@std/assert";
import { MASK, personalKind, Persons } from "lib/intake/personal.ts";

Deno.test("what tells of a person is known by its pattern, wherever it stands", () => {
  assertEquals(personalKind("某商行13800001234"), "手机号码");
  assertEquals(personalKind("138 0000 1234"), "手机号码");
  assertEquals(personalKind("11010119900307123X"), "身份证号");
  assertEquals(personalKind("a.b@example.com"), "电子邮箱");
  assertEquals(personalKind("6222021234567890123"), "银行卡号");
  assertEquals(personalKind("0635-8334567"), "电话号码");
  assertEquals(personalKind("微信:abc_12345"), "社交账号");
  assertEquals(personalKind("东昌路12号楼3单元"), "住址");
});

Deno.test("names of employers and majors are not personal", () => {
  for (
    const text of ["第101医院", "中铁十四局集团有限公司", "护理（2021级）", "371502", "365集团"]
  ) {
    assertEquals([text, personalKind(text)], [text, undefined]);
  }
});

Deno.test("a message repeats no name that the files have, and no long number", () => {
  const persons = new Persons(2025);
  persons.remember("王小明");
  assertEquals(persons.shown("王小明"), MASK);
  assertEquals(persons.shown("王小明商行"), MASK);
  assertEquals(persons.shown("202101010001"), MASK);
  assertEquals(persons.shown("灵活就业"), "灵活就业");
});

Deno.test("a long text may be somebody's own words and is cut", () => {
  assertEquals(new Persons(2025).shown("我".repeat(50)), "我".repeat(40) + "……");
});

Deno.test("a birthday is masked, a day of study is not, whether or not it exists", () => {
  const persons = new Persons(2025);
  assertEquals(["20030214", "2003-02-14"].map((text) => persons.shown(text)), [MASK, MASK]);
  assertEquals(["20250231", "202507"].map((text) => persons.shown(text)), ["20250231", "202507"]);
});
