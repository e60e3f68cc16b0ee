import { assertEquals, assertStringIncludes } from "@std/assert";
import { decode } from "lib/table/container.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

/** A text in UTF-16. */
function wide(text: string, { big = false, mark = false } = {}): Uint8Array {
  const units = [...(mark ? "\uFEFF" : ""), ...text].map((one) => one.charCodeAt(0));
  return new Uint8Array(
    units.flatMap((unit) => big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8]),
  );
}

const expectedOf = (content: Uint8Array) => {
  const decoded = decode(content);
  return "expected" in decoded ? decoded.expected : "";
};

Deno.test("UTF-8 is read with or without a mark, with line feeds for whatever ends its lines", () => {
  assertEquals(decode(bytes("\uFEFF学号\r\n1\r2\n")), { text: "学号\n1\n2\n" });
});

Deno.test("a workbook, a web page and a packed file are called what they are, with the way out", () => {
  const kinds: readonly [Uint8Array, string][] = [
    [new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0]), "xlsx"],
    [new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), "xls"],
    [new Uint8Array([0x1f, 0x8b, 8, 0]), "gzip"],
    [bytes("%PDF-1.7"), "PDF"],
    [bytes('\uFEFF\n<html xmlns:o="urn">\n<table>'), "HTML"],
    [bytes('<?xml version="1.0"?><Workbook>'), "XML"],
    [wide("<table><tr><td>学号", { mark: true }), "HTML"],
  ];
  for (const [content, name] of kinds) {
    assertStringIncludes(expectedOf(content), name);
    assertStringIncludes(expectedOf(content), "另存为“CSV UTF-8");
  }
});

Deno.test("UTF-16 is called so, of either order, with or without a mark", () => {
  const text = "学号,性别,毕业去向\n2031001,男,待就业\n";
  for (const big of [false, true]) {
    for (const mark of [false, true]) {
      assertStringIncludes(expectedOf(wide(text, { big, mark })), "UTF-16", `${big} ${mark}`);
    }
  }
  assertStringIncludes(expectedOf(wide("id\tsex\n1\tm\n")), "UTF-16");
});

Deno.test("UTF-8 with a NUL in a cell stays UTF-8, for the reader to place the NUL", () => {
  for (const text of ["\0\n", "学号\n1\0\n", "a,b\n\0,1\n", "a,b\n1,\0\n", "学号,性别\n1,\0男\n"]) {
    assertEquals(decode(bytes(text)), { text });
  }
});

Deno.test("GBK is shown by its beginning, even where its bytes are UTF-8 by chance", () => {
  const gbk = new Uint8Array([0xd1, 0xa7, 0xba, 0xc5, 0x2c, 0xd0, 0xd4, 0xb1, 0xf0, 0x0d, 0x0a]);
  assertStringIncludes(expectedOf(gbk), "按 GBK 读，开头是“学号,性别”");
});
