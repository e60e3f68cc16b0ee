/**
 * The pages in a real browser: of the edition of 2023, of which much is not known, and of one of which
 * all is. Left out where no browser is installed.
 */
import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { root } from "lib/workspace.ts";
import { installedBrowser, startBrowser } from "../browser.ts";
import { fullPages } from "./full_edition.ts";

const PHONE = 390;
const NARROWEST = 320;
const DESKTOP = 1280;
const inPage = Deno.readTextFileSync(join(root(), "tests", "browser", "in_page.js"));
const installed = installedBrowser();

/** A page's address, and everything that went wrong while it was open. */
interface Visit {
  readonly page: Page;
  readonly wrong: string[];
}

/** Opens a page, unfolded, with what looks at it; listens to what it asks for and complains of. */
async function visit(
  browser: Browser,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: DESKTOP, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  const address = pathToFileURL(path).href;
  const wrong: string[] = [];
  page.on("request", (request) => {
    if (request.url() !== address) wrong.push(`asks for ${request.url()}`);
  });
  page.on("console", (message) => wrong.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => wrong.push(error.message));
  await page.goto(address);
  await page.evaluate(inPage);
  await page.evaluate("house.open()");
  return { page, wrong };
}

/** What a function of `in_page.js` finds. */
async function found(page: Page, call: string): Promise<string[]> {
  return await page.evaluate(`house.${call}`) as string[];
}

/** The pages of a folder, by name. */
function pagesIn(folder: string): string[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => name)
    .filter((name) => name.endsWith(".html")).toSorted();
}

for (const edition of ["2023, of which much is not known", "a university, of which all is known"]) {
  Deno.test({
    name: `the pages of ${edition}, in a browser`,
    ignore: installed === undefined,
    async fn(test) {
      const folder = await folderOf(edition);
      const names = pagesIn(folder);
      assert(names.includes("index.html") && names.length > 5);
      const browser = await startBrowser(installed ?? "");
      try {
        await test.step("axe finds nothing, no page is wider than its window, no figure's text small or struck", async () => {
          await Promise.all(names.map(async (name) => {
            const { page, wrong } = await visit(browser, join(folder, name));
            for (const width of [NARROWEST, PHONE, DESKTOP]) {
              await page.setViewportSize({ width, height: 900 });
              for (const call of ["sideways()", "hidden()", "texts()"]) {
                assertEquals(await found(page, call), [], `${name}, ${width} wide: ${call}`);
              }
            }
            await page.evaluate(axe.source);
            assertEquals(await found(page, "axe()"), [], name);
            assertEquals(wrong, [], name);
            await page.context().close();
          }));
        });

        await test.step("in the dark all text is read", async () => {
          for (const name of ["index.html", "01-employment.html"]) {
            const dark = { colorScheme: "dark" } as const;
            const { page } = await visit(browser, join(folder, name), dark);
            await page.evaluate(axe.source);
            const call = `axe(["color-contrast", "color-contrast-enhanced"])`;
            assertEquals(await found(page, call), [], name);
            await page.context().close();
          }
        });

        await test.step("on paper every exhibit and all contents are there", async () => {
          const { page } = await visit(browser, join(folder, "index.html"));
          await page.reload();
          await page.evaluate(inPage);
          await page.emulateMedia({ media: "print" });
          assertEquals(await found(page, "hidden()"), []);
          const entries = page.locator("nav.contents a");
          assert(await entries.count() > 20);
          for (const entry of await entries.all()) assert(await entry.isVisible());
          const pdf = await page.pdf({ printBackground: false });
          assertEquals(new TextDecoder().decode(pdf.subarray(0, 5)), "%PDF-");
          await page.context().close();
        });

        await test.step("a keyboard comes past the contents at once", async () => {
          for (const name of ["index.html", "01-employment.html"]) {
            const { page } = await visit(browser, join(folder, name));
            await page.keyboard.press("Tab");
            const focused = page.locator("a.skip:focus");
            assertEquals(await focused.count(), 1, name);
            const box = await focused.boundingBox();
            assert(box !== null && box.x >= 0 && box.y >= 0, name);
            await page.context().close();
          }
        });

        await test.step("a number explains itself to keys alone, and paper does not show it", async () => {
          const { page } = await visit(browser, join(folder, "annotated.html"));
          const number = page.locator("button.value").first();
          await number.focus();
          await page.keyboard.press("Enter");
          const why = page.locator("[popover]:popover-open");
          assertEquals(await why.count(), 1);
          await page.keyboard.press("Tab");
          assert(await why.locator("a:focus").count() === 1);
          await page.keyboard.press("Escape");
          assertEquals(await why.count(), 0);
          await number.press("Enter");
          await page.emulateMedia({ media: "print" });
          assertEquals(await page.locator(".why:visible").count(), 0);
          await page.context().close();
        });

        await test.step("links to other pages land", () => {
          const texts = new Map(
            names.map((name) => [name, Deno.readTextFileSync(join(folder, name))]),
          );
          for (const [name, html] of texts) {
            for (
              const [, target = "", id] of html.matchAll(/href="([\w-]+\.html)(?:#([^"]*))?"/g)
            ) {
              assert(texts.has(target), `${name} leads to ${target}`);
              if (id === undefined) continue;
              assert(
                texts.get(target)?.includes(` id="${id}"`),
                `${name} leads to ${target}#${id}`,
              );
            }
          }
        });
      } finally {
        await browser.close();
      }
    },
  });
}

/** Where an edition's pages are. */
async function folderOf(edition: string): Promise<string> {
  if (edition.startsWith("2023")) return join(root(), "reports", "2023");
  const folder = Deno.makeTempDirSync();
  for (const [name, html] of await fullPages()) Deno.writeTextFileSync(join(folder, name), html);
  return folder;
}
