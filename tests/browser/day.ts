/**
 * The analyst's day at the desk, in a real browser: run all, look up a column, slip, interrupt,
 * save, export, come back. It needs a browser that is installed and is left out where none is.
 */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { installedBrowser, startBrowser } from "../browser.ts";
import { copyWorkspace, Desk, ERROR, startLab } from "./desk.ts";

const browser = installedBrowser();

Deno.test({
  name: "an analyst's day in JupyterLab leaves the workspace as it was",
  ignore: browser === undefined,
  async fn(test) {
    using copy = copyWorkspace();
    await using lab = await startLab(copy.folder, browser ?? "");
    const running = await startBrowser(browser ?? "");
    const context = await running.newContext({ viewport: { width: 1400, height: 1000 } });
    context.setDefaultTimeout(20_000);
    const elsewhere: string[] = [];
    context.on("request", (request) => {
      const url = request.url();
      if (/^https?:/.test(url) && !url.startsWith(lab.address)) elsewhere.push(url);
    });
    try {
      const desk = await Desk.open(context, lab, "01-employment");

      await test.step("opening changes nothing", async () => {
        await desk.clean();
      });

      await test.step("all cells run, and every one of them without an error", async () => {
        await desk.runAll();
        const page = desk.page;
        assert(await page.locator(".jp-OutputArea-output figure.exhibit").count() >= 10);
        assert(await page.locator(".jp-OutputArea-output svg").count() >= 2);
        assertEquals(await page.locator(ERROR).count(), 0);
      });

      await test.step("saving after a run leaves the file as it was", async () => {
        await desk.save();
        assertEquals(copy.changes(), []);
      });

      await test.step("HTML exported as the dialog has it shows drawings and asks nobody", async () => {
        const path = join(copy.folder, ".cache", "exported.html");
        Deno.mkdirSync(join(copy.folder, ".cache"), { recursive: true });
        const html = await desk.export("HTML");
        Deno.writeFileSync(path, html);
        assertMatch(new TextDecoder().decode(html), /<html lang="zh"/);
        const page = await context.newPage();
        await page.goto(pathToFileURL(path).href);
        assert(await page.locator("figure.exhibit table").count() >= 10);
        assert(await page.locator("figure.exhibit svg").count() >= 2);
        for (const bar of await page.locator("figure.exhibit svg rect").all()) {
          assert((await bar.boundingBox())?.width);
        }
        const text = await page.locator("body").innerText();
        assertEquals(/<(svg|figure|table|td|div|style)\b/.exec(text), null);
        assertEquals(/:where\(\.plot/.exec(text), null);
        assertEquals(await page.locator("script").count(), 0);
        await page.close();
      });

      await test.step("PDF is printed", async () => {
        const pdf = await desk.export("PDF");
        assertEquals(new TextDecoder().decode(pdf.subarray(0, 5)), "%PDF-");
        assert(pdf.length > 50_000);
      });

      await test.step("a cell of one's own shows what it computes", async () => {
        await desk.add("const 我的 = 41;\nawait show(我的 + 1);");
        await desk.run();
        assertEquals((await desk.shown(1)).text, "42");
      });

      await test.step("a table that ends a cell shows itself; one of persons only its columns", async () => {
        await desk.add('tally(graduates, "性别", "人数")');
        await desk.run();
        assertMatch((await desk.shown(1)).text, /^性别\s+人数\s+[男女]\s+\d+/);
        await desk.add('graduates.filter((one) => one.性别 === "女").select("院系", "生源城市")');
        await desk.run();
        assertMatch((await desk.shown(1)).text, /不逐行显示[^]*生源城市\s+文字$/);
        await desk.removeLast();
        await desk.removeLast();
      });

      await test.step("columns complete", async () => {
        await desk.add('tally(graduates, "生源');
        await desk.page.keyboard.press("Tab");
        const offered = desk.page.locator(".jp-Completer-item");
        await offered.first().waitFor();
        assertEquals(await offered.locator(".jp-Completer-match").allInnerTexts(), [
          "生源地",
          "生源城市",
        ]);
        await desk.page.keyboard.press("Escape");
        await desk.page.keyboard.press("Escape");
        await desk.removeLast();
      });

      await test.step("a full-width semicolon is shown where it is, and stops the run", async () => {
        await desk.add("const 我的门槛 = 90；");
        await desk.add('await show("不该出现");');
        await desk.runAll();
        const [slip, after] = [await desk.shown(2), await desk.shown(1)];
        assertStringIncludes(slip.text, "“；”");
        assertStringIncludes(slip.text, "U+FF1B");
        assertEquals(after, { prompt: "[ ]:", text: "" });
        await desk.removeLast();
        await desk.removeLast();
      });

      await test.step("an interrupt ends a wait, and what was computed stays", async () => {
        await desk.add("await new Promise((done) => setTimeout(done, 600_000));");
        await desk.run({ wait: false });
        await desk.choose("内核", "中断内核");
        await desk.idle();
        assertStringIncludes((await desk.shown(1)).text, "已中断");
        await desk.removeLast();
        await desk.add("await show(我的);");
        await desk.run();
        assertEquals((await desk.shown(1)).text, "41");
        await desk.removeLast();
      });

      await test.step("what the analyst added is kept, and only that", async () => {
        await desk.save();
        assertEquals(copy.changes(), [" M notebooks/01-employment.ipynb"]);
        const saved = Deno.readTextFileSync(join(copy.folder, "notebooks", "01-employment.ipynb"));
        assertStringIncludes(saved, "const 我的 = 41;");
        assertEquals(/"(output_type|data)":/.exec(saved), null);
        await desk.removeLast();
        await desk.save();
        assertEquals(copy.changes(), []);
      });

      await test.step("the closing check tells what was compared last, also from a chapter opened anew", async () => {
        const said = async (source: string) => {
          await desk.add(source);
          await desk.run();
          const { text } = await desk.shown(1);
          await desk.removeLast();
          return text;
        };
        const closing = 'await show(openReport().chapter("01-employment").check());';
        const before = await said(closing);
        assertMatch(before, /与公布数据一致（\d+ 项）/);
        await said("await show(text`试算 ${{ 人数: 1 }}。`);");
        assertStringIncludes(await said(closing), "与公布数据有 1 项不同");
        await said("await show(text`试算 ${{ 人数: total }}。`);");
        assertEquals(await said(closing), before);
        await desk.save();
        assertEquals(copy.changes(), []);
      });

      await test.step("the scratch notebook answers its ten questions", async () => {
        await desk.page.close();
        const scratch = await Desk.open(context, lab, "scratch");
        await scratch.runAll();
        assertEquals(await scratch.page.locator(ERROR).count(), 0);
        const kept = scratch.page.waitForEvent("download");
        await scratch.page.getByRole("link", { name: "下载 自己的分类.csv" }).click();
        const file = await (await kept).path();
        assertMatch(Deno.readTextFileSync(file), /^\uFEFF?类别,人数,比例%\r\n.+,\d+,[\d.]+\r\n/);
        await scratch.save();
        assertEquals(copy.changes(), []);
        await scratch.page.close();
      });

      await test.step("coming back changes nothing either", async () => {
        const again = await Desk.open(context, lab, "01-employment");
        await again.clean();
        assertEquals(copy.changes(), []);
      });

      assertEquals(elsewhere, []);
    } finally {
      await running.close();
    }
  },
});
