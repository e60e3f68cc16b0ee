import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { emWidth, wrap } from "lib/document/charts/text.ts";

Deno.test("a full-width character is one em, any other less", () => {
  assertEquals(emWidth("山东省"), 3);
  assertEquals(emWidth("“一带一路”"), 6);
  assertEquals(emWidth("，（）、％"), 5);
  assertEquals(emWidth("𠮷林"), 2);
  assertEquals(emWidth("").toFixed(1), "0.0");
  assertEquals(emWidth("a1%").toFixed(1), "1.8");
});

Deno.test("text that fits stays on one line", () => {
  assertEquals(wrap("信息传输", 4), ["信息传输"]);
  assertEquals(wrap("", 4), [""]);
});

Deno.test("longer text breaks where a line is full", () => {
  assertEquals(wrap("信息传输软件业", 4), ["信息传输", "软件业"]);
});

Deno.test("closing punctuation stays at the end of its line", () => {
  assertEquals(wrap("信息传输、软件业", 4), ["信息传输、", "软件业"]);
  assertEquals(wrap("出国（境）深造", 4), ["出国（境）", "深造"]);
});

Deno.test("lines are about equally wide, so that no line is left with a character or two", () => {
  assertEquals(wrap("信息传输、软件和信息技术服务业", 13), ["信息传输、软件和", "信息技术服务业"]);
});

Deno.test("words and numbers are not torn", () => {
  assertEquals(wrap("占比84.70%以上的office软件", 6), ["占比84.70%", "以上的", "office软件"]);
  assertEquals(wrap("abcdefghijkl", 3), ["abcdefghijkl"]);
});

Deno.test("no character is lost; only an untorn word or a stop makes a line wider than allowed", () => {
  const characters = fc.constantFrom(..."山东省就业率“”（）、，。Aa1%· -");
  const text = fc.array(characters, { maxLength: 60 }).map((all) => all.join(""));
  fc.assert(fc.property(text, fc.integer({ min: 2, max: 20 }), (all, most) => {
    const lines = wrap(all, most);
    assertEquals(lines.join(""), all);
    for (const line of lines) {
      const bare = line.replace(/[，。、；：）”！？]+$/, "");
      const untorn = bare.length <= 1 || /^[A-Za-z0-9.%]+$/.test(bare);
      assert(untorn || emWidth(bare) <= most + 1e-9, `${line} in ${most}`);
    }
  }));
});
