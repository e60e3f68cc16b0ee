import { assertEquals } from "@std/assert";
import { named, plain, strangeIn, visible } from "lib/table/characters.ts";

Deno.test("a character is named by its number and its name or kind", () => {
  const names = {
    "\u200B": "U+200B 零宽空格",
    "\u00AD": "U+00AD 软连字符",
    "\0": "U+0000 空字符",
    "\x1b": "U+001B 控制字符",
    "\u{E0041}": "U+E0041 看不见的字符",
    "\u2F25": "U+2F25 与汉字“女”形似的字符",
    "\uF90A": "U+F90A 与汉字“金”形似的字符",
    "\u2ED8": "U+2ED8 部首字符“⻘”，不是汉字",
  };
  for (const [character, name] of Object.entries(names)) assertEquals(named(character), name);
});

Deno.test("what is strange in a cell: what hides or passes for another, but not width or a line break", () => {
  for (
    const one of [
      "\0",
      "\t",
      "\x7f",
      "\u00AD",
      "\u200D",
      "\u202D",
      "\u2028",
      "\uFEFF",
      "\u3164",
      "⼭",
    ]
  ) {
    assertEquals(strangeIn(`𠮷${one}`)?.place, 2, named(one));
  }
  assertEquals(
    strangeIn("护理（中外合作）１２ a\u00A0b\u3000·\n\uFFFD\uFA0E㐂\u{20BB7}"),
    undefined,
  );
});

Deno.test("free text may hold what emoji are made of, but no control character", () => {
  assertEquals(strangeIn("很好👍🏽，👨‍👩‍👧\n再来❤️", { prose: true }), undefined);
  assertEquals(strangeIn("很\x1b好", { prose: true })?.name, "U+001B 控制字符");
});

Deno.test("texts that look the same are compared as the same", () => {
  assertEquals(plain("２０３１\u200B００１"), "2031001");
  assertEquals(plain("⼭东\u00AD省"), "山东省");
  assertEquals(plain("出国（境）深造"), plain("出国(境)深造"));
});

Deno.test("a terminal is shown the numbers of what would hide or move", () => {
  assertEquals(visible("女\u200B\x1b[2J"), "女⟨U+200B⟩⟨U+001B⟩[2J");
});
