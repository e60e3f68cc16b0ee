import { assertEquals, assertThrows } from "@std/assert";
import { stringify } from "@std/csv";

Deno.test("stringify ends each line with CRLF", () => {
  assertEquals(stringify([["a", 1], ["b", 2]]), "a,1\r\nb,2\r\n");
});

Deno.test("stringify: nothing", () => {
  assertEquals(stringify([]), "");
  assertEquals(stringify([], { columns: ["a", "b"] }), "a,b\r\n");
});

Deno.test("stringify quotes separators, quotes and line feeds, and nothing else", () => {
  assertEquals(
    stringify([["a,b", 'say "no"', "two\nlines", " kept ", "a;b", "护理", "lone\rCR"]]),
    '"a,b","say ""no""","two\nlines", kept ,a;b,护理,lone\rCR\r\n',
  );
});

Deno.test("stringify: what is no string", () => {
  assertEquals(
    stringify([[null, undefined, 0, false, 12n, NaN, { a: 1 }, [1, 2]]]),
    ',,0,false,12,NaN,"{""a"":1}","[1,2]"\r\n',
  );
});

Deno.test("stringify: objects by columns", () => {
  const rows = [{ 姓: "张", 专业: "01,02", 年: 2 }, { 姓: "李" }];
  assertEquals(stringify(rows, { columns: ["专业", "姓"] }), '专业,姓\r\n"01,02",张\r\n,李\r\n');
});

Deno.test("stringify refuses objects without columns, and keys into arrays", () => {
  assertThrows(
    () => stringify([{ a: 1 }]),
    TypeError,
    "No property accessor function was provided for object",
  );
  assertThrows(
    () => stringify([["a"]], { columns: ["length"] }),
    TypeError,
    'Property accessor is not of type "number"',
  );
});
