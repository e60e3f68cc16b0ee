import { assertEquals, assertThrows } from "@std/assert";
import { type Column, stringify } from "@std/csv";
import { stringify as stringifyOfSubpath } from "@std/csv/stringify";

Deno.test("stringify ends each line with CRLF", () => {
  assertEquals(stringify([["a", 1], ["b", 2]]), "a,1\r\nb,2\r\n");
  assertEquals(stringifyOfSubpath([["a"]]), "a\r\n");
});

Deno.test("stringify: nothing", () => {
  assertEquals(stringify([]), "");
  assertEquals(stringify([], { bom: true }), "\ufeff");
  assertEquals(stringify([], { columns: ["a", "b"] }), "a,b\r\n");
});

Deno.test("stringify quotes separators, quotes and line feeds, and nothing else", () => {
  assertEquals(
    stringify([["a,b", 'say "no"', "two\nlines", " kept ", "a;b", "护理", "lone\rCR"]]),
    '"a,b","say ""no""","two\nlines", kept ,a;b,护理,lone\rCR\r\n',
  );
  assertEquals(stringify([["a,b", "a;b"]], { separator: ";" }), 'a,b;"a;b"\r\n');
});

Deno.test("stringify: what is no string", () => {
  assertEquals(
    stringify([[null, undefined, 0, false, 12n, NaN, { a: 1 }, [1, 2]]]),
    ',,0,false,12,NaN,"{""a"":1}","[1,2]"\r\n',
  );
});

Deno.test("stringify begins with a byte-order mark if asked to", () => {
  assertEquals(stringify([["a"]], { bom: true }), "\ufeffa\r\n");
});

Deno.test("stringify: objects by columns", () => {
  const rows = [{ name: "张", major: { code: "01" } }, { name: "李" }];
  const columns: Column[] = [
    "name",
    { prop: ["major", "code"], header: "专业,代码" },
    ["major", "code"],
  ];
  // Where the path breaks off, the value it came to is written: here undefined.
  assertEquals(stringify(rows, { columns }), 'name,"专业,代码",code\r\n张,01,01\r\n李,,\r\n');
  assertEquals(stringify(rows, { columns: ["name"], headers: false }), "张\r\n李\r\n");
});

Deno.test("stringify: arrays by columns", () => {
  assertEquals(stringify([["a", "b", "c"]], { columns: [2, 0] }), "2,0\r\nc,a\r\n");
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

Deno.test("stringify refuses a separator that quotes or ends lines", () => {
  for (const separator of ['"', "\r\n"]) {
    assertThrows(
      () => stringify([["a"]], { separator }),
      TypeError,
      "Separator cannot include the following strings:",
    );
  }
});
