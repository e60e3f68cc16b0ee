/**
 * A report that is watched while it is written, from the first save to the last; where a browser is
 * installed, a page that is open in it follows.
 */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { installedBrowser, startBrowser } from "../browser.ts";
import { workspace } from "../trust/workspace.ts";

/** Longest that anything may take on a busy machine, in milliseconds. */
const PATIENCE = 60_000;

/** What a process says, to be waited for. */
function heard(child: Deno.ChildProcess) {
  let said = "";
  let awaited = () => {};
  const ended = (async () => {
    for await (const text of child.stdout.pipeThrough(new TextDecoderStream())) {
      said += text;
      awaited();
    }
  })();
  return {
    /** Waits for a pattern in what was said since the last one. */
    async wait(pattern: RegExp): Promise<string> {
      const { promise, resolve } = Promise.withResolvers<void>();
      const found = () => pattern.exec(said);
      awaited = () => found() && resolve();
      awaited();
      const timer = setTimeout(resolve, PATIENCE);
      await promise;
      clearTimeout(timer);
      const [text] = found() ?? [];
      assert(text !== undefined, `${pattern} was not said: ${said}`);
      said = "";
      return text;
    },
    ended,
  };
}

Deno.test("a watched report follows what is saved, and writes nothing", async (test) => {
  using own = workspace(["00-conventions", "01-employment"]);
  const edit = (file: string, from: string, to: string) => {
    const path = join(own.folder, file);
    const text = Deno.readTextFileSync(path);
    assertStringIncludes(text, from);
    Deno.writeTextFileSync(path, text.replace(from, to));
  };
  const child = own.start("report", ["--watch"]);
  const out = heard(child);
  const complaints = new Response(child.stderr).text();
  const installed = installedBrowser();
  const browser = installed === undefined ? undefined : await startBrowser(installed);
  const open = await browser?.newPage();
  try {
    const address = (await out.wait(/http:\/\/127\.0\.0\.1:\d+\/(?=[^]*页面已更新)/)).trim();
    const pageNow = async (name = "") => await (await fetch(address + name)).text();
    /** Whether the page that is open shows a text, without anybody's asking for it. */
    const shows = async (text: string) => {
      await open?.getByText(text).first().waitFor({ timeout: PATIENCE });
    };
    assertStringIncludes(await pageNow(), "示例学院");
    await open?.goto(address);

    await test.step("the settings", async () => {
      edit("data/2031/edition.json", "示例学院", "新的学院");
      await out.wait(/已重算 00-conventions、01-employment/);
      assertStringIncludes(await pageNow(), "新的学院");
      await shows("新的学院");
    });

    await test.step("a notebook, alone", async () => {
      edit("notebooks/01-employment.ipynb", "# 一、", "# 一、新的");
      assertEquals(await out.wait(/已重算 [^，]*/), "已重算 01-employment");
      assertStringIncludes(await pageNow("01-employment.html"), "一、新的");
      await shows("一、新的");
    });

    await test.step("the code", async () => {
      edit("lib/publish/html/page.ts", '<meta charset="utf-8">', '<meta charset="utf-8"><!--新-->');
      await out.wait(/页面已更新/);
      assertStringIncludes(await pageNow(), "<!--新-->");
    });

    await test.step("a cell that fails is told on the page, which stays", async () => {
      edit(
        "notebooks/01-employment.ipynb",
        "const chapter",
        "throw new Error('没做好'); const chapter",
      );
      await out.wait(/没做好/);
      assertStringIncludes(await pageNow(), "新的学院");
      await shows("没做好");
    });

    await test.step("a cell without end gives way to the next save", async () => {
      const failing = "throw new Error('没做好');";
      edit("notebooks/01-employment.ipynb", failing, "while (true);");
      await new Promise((done) => setTimeout(done, 1000));
      edit("notebooks/01-employment.ipynb", "while (true);", "");
      await out.wait(/页面已更新/);
    });

    await test.step("wrong data", async () => {
      edit("data/2031/graduates.csv", "自主创业", "自主创月");
      await out.wait(/自主创月/);
      await shows("自主创月");
      edit("data/2031/graduates.csv", "自主创月", "自主创业");
      await out.wait(/页面已更新/);
    });

    assertEquals(own.reports(), []);
  } finally {
    await browser?.close();
    child.kill("SIGKILL");
    await child.status;
    await out.ended;
    assertEquals(await complaints, "");
  }
});
