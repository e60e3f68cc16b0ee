import { assertEquals } from "@std/assert";
import { showProgress } from "lib/publish/jupyter/progress.ts";

function record(rewritable: boolean) {
  const written: string[] = [];
  return { written, screen: { rewritable, write: (text: string) => void written.push(text) } };
}

Deno.test("a log gets one line when a notebook ends", () => {
  const { written, screen } = record(false);
  const progress = showProgress(["a", "bbb"], screen);
  progress.step("a", 0, 2);
  progress.step("a", 2, 2);
  progress.finish("a", 1.26);
  progress.step("bbb", 1, 4);
  progress.fail("bbb");
  assertEquals(written, [
    `  a    ${"█".repeat(20)}  2/2 个单元，完成（1.3 秒）\n`,
    `  bbb  ${"█".repeat(5)}${"░".repeat(15)}  1/4 个单元，出错\n`,
  ]);
});

Deno.test("a terminal's lines are rewritten in their place", () => {
  const { written, screen } = record(true);
  const progress = showProgress(["a", "b"], screen);
  progress.step("b", 1, 2);
  progress.step("a", 1, 1);
  assertEquals(written.length, 2);
  assertEquals(written[0]?.startsWith("\x1b[2K  a"), true);
  assertEquals(written[1]?.startsWith("\x1b[2A\x1b[2K  a"), true);
});
