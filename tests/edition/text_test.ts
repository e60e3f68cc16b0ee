import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { readText, textNames } from "lib/edition/text.ts";
import { faultsOf, temporaryData } from "../temporary_data.ts";

Deno.test("a text has its first line as its title where that is one", () => {
  using data = temporaryData({
    "2031/text/五（一）.md": "# 校地合作\n\n一段话。\n",
    "2031/text/学校简介.md": "没有标题。\n# 不是第一行\n",
  });
  const folder = join(data.folder, "2031");
  assertEquals(textNames(folder), ["五（一）", "学校简介"]);
  const titled = readText(folder, "五（一）");
  assertEquals([titled?.title, titled?.markdown.trim()], ["校地合作", "一段话。"]);
  assertEquals(readText(folder, "学校简介")?.title, null);
});

Deno.test("an edition without texts has none, which is no fault", () => {
  using data = temporaryData();
  assertEquals(textNames(data.folder), []);
  assertEquals(readText(data.folder, "学校简介"), null);
});

Deno.test("a text that is not UTF-8 is refused", () => {
  using data = temporaryData({ "2031/text/甲.md": new Uint8Array([0xd6, 0xd0, 0xce, 0xc4]) });
  assertEquals(faultsOf(() => readText(join(data.folder, "2031"), "甲")), ["甲.md:- - -"]);
});
