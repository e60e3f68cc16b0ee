import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { quoteSheet, sheetNames } from "lib/publish/excel/sheet_names.ts";

Deno.test("a short name stays as it is", () => {
  assertEquals(sheetNames(["目录", "表3 各院（系）情况"]), ["目录", "表3 各院（系）情况"]);
});

Deno.test("a long name is cut, and told apart from its like", () => {
  const long = "表1 " + "用人单位对本校毕业生就业有关服务的满意度".repeat(2);
  const [first = "", second = ""] = sheetNames([long, long]);
  assertEquals([first.length, second.length], [31, 31]);
  assertEquals(second.slice(-4), " (2)");
});

Deno.test("names that differ only in capitals are told apart", () => {
  assertEquals(sheetNames(["TOP", "top", "Top"]), ["TOP", "top (2)", "Top (3)"]);
});

Deno.test("Excel takes every name, whatever was wanted", () => {
  const wanted = fc.array(fc.string({ unit: "binary", maxLength: 50 }), { maxLength: 8 });
  fc.assert(fc.property(wanted, (texts) => {
    const names = sheetNames(texts);
    assertEquals(new Set(names.map((name) => name.toLowerCase())).size, texts.length);
    for (const name of names) {
      assert(name.length > 0 && name.length <= 31, name);
      assert(!/[[\]:\\/?*\p{Cc}\p{Cs}]/u.test(name), name);
      assert(!/^'|'$/.test(name), name);
      assert(name.toLowerCase() !== "history");
    }
  }));
});

Deno.test("an apostrophe in a reference is doubled", () => {
  assertEquals(quoteSheet("学生's 表"), "'学生''s 表'");
});
