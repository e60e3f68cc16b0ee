import { assertEquals, assertStringIncludes } from "@std/assert";
import { pageFaults } from "lib/publish/html/page.ts";
import { openPages } from "lib/publish/preview/pages.ts";

const PAGE = '<!doctype html>\n<html lang="zh-CN">\n<body>\n<p>一</p>\n</body>\n</html>\n';
const ask = (path: string, host = "127.0.0.1:8000") => new Request(`http://${host}${path}`);

/** Reads what a listener is told, one message a call. */
function listening(response: Response): () => Promise<unknown> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  return async () => {
    const { value = "" } = await reader?.read() ?? {};
    return JSON.parse(value.replace(/^data: /, ""));
  };
}

Deno.test("a page is handed out with a listener, which the page itself does not have", async () => {
  const pages = openPages();
  pages.replace(new Map([["index.html", PAGE], ["01-x.html", PAGE.replace("一", "二")]]));
  const html = await pages.handle(ask("/")).text();
  assertStringIncludes(html, "<p>一</p>");
  assertStringIncludes(html, "EventSource");
  assertEquals([pageFaults(PAGE), pageFaults(html).length > 0], [[], true]);
  assertStringIncludes(await pages.handle(ask("/01-x.html")).text(), "<p>二</p>");
});

Deno.test("what is no page is not there, and other computers' names are refused", async () => {
  const pages = openPages();
  pages.replace(new Map([["index.html", PAGE]]));
  const missing = pages.handle(ask("/report.pdf"));
  assertEquals(missing.status, 404);
  assertStringIncludes(await missing.text(), "deno task report");
  assertEquals(pages.handle(ask("/../deno.json")).status, 404);
  assertEquals(pages.handle(ask("/", "elsewhere.example:8000")).status, 403);
  assertEquals(pages.handle(ask("/changes", "elsewhere.example:8000")).status, 403);
});

Deno.test("open pages are told of what takes their place and of what went wrong", async () => {
  const pages = openPages();
  pages.replace(new Map([["index.html", PAGE]]));
  const [one, other] = [1, 2].map(() => listening(pages.handle(ask("/changes"))));
  const told = async () => [await one?.(), await other?.()];
  pages.replace(new Map([["index.html", PAGE.replace("一", "三")]]));
  assertEquals(await told(), ["", ""]);
  assertStringIncludes(await pages.handle(ask("/")).text(), "<p>三</p>");
  pages.complain("第 [2] 个代码单元出错：\n“门槛”</script>");
  assertEquals(await told(), Array(2).fill("第 [2] 个代码单元出错：\n“门槛”</script>"));
  // Whoever comes later sees the last good page, and why it is not the newest.
  assertStringIncludes(await pages.handle(ask("/")).text(), "<p>三</p>");
  const late = listening(pages.handle(ask("/changes")));
  assertStringIncludes(String(await late()), "门槛");
});
