import { assertEquals } from "@std/assert";
import { columnsAt } from "lib/publish/jupyter/completion.ts";
import { Frame } from "lib/table/frame.ts";

const graduates = Frame.fromRows([], ["院系", "专业", "专业大类", "生源地"]);
const values: Record<string, unknown> = { graduates, total: 5809 };

/** What is offered where `|` stands. */
function offered(text: string): readonly string[] | undefined {
  const position = [...text].indexOf("|");
  return columnsAt(text.replace("|", ""), position, (name) => values[name])?.matches;
}

Deno.test("inside a string of a statement about a table its columns are offered", () => {
  assertEquals(offered('tally(graduates, "|'), ["院系", "专业", "专业大类", "生源地"]);
  assertEquals(offered('tally(graduates, "院系", "专|'), ["专业", "专业大类"]);
  assertEquals(offered("graduates.orderby(desc('生|'))"), ["生源地"]);
});

Deno.test("after the dot of a row its columns are offered, after the dot of a table none", () => {
  assertEquals(offered("graduates.filter((one) => one.专业|"), ["专业", "专业大类"]);
  assertEquals(offered("graduates.derive({ 甲: (one) => one.院|"), ["院系"]);
  assertEquals(offered("graduates.|"), undefined);
  assertEquals(offered("graduates.filter((one) => other.专|"), undefined);
});

Deno.test("a column that the statement makes is offered too", () => {
  assertEquals(offered('tally(graduates, "院系", "生源人数")\n  .orderby(desc("生|'), [
    "生源地",
    "生源人数",
  ]);
});

Deno.test("only the statement at the cursor counts, and only a string that is open", () => {
  assertEquals(offered('tally(graduates, "院系");\nconst title = "专|'), undefined);
  assertEquals(offered('tally(graduates, "院系")|'), undefined);
  assertEquals(offered('const words = total + "|'), undefined);
});

Deno.test("positions count characters, also those outside the basic plane", () => {
  const found = columnsAt('/* 𠮷 */ tally(graduates, "院', 27, (name) => values[name]);
  assertEquals([found?.cursor_start, found?.cursor_end], [26, 27]);
});
