import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { findBrowser } from "lib/publish/browser.ts";

Deno.test("a browser is found where each system has it, and none where there is none", () => {
  const has = (...paths: string[]) => (path: string) => paths.includes(path);
  const get = (variables: Record<string, string>) => (name: string) => variables[name];
  assertEquals(
    findBrowser("linux", get({ PATH: "/bin:/usr/bin" }), has("/usr/bin/google-chrome")),
    "/usr/bin/google-chrome",
  );
  const edge = join("C:\\Program Files (x86)", "Microsoft/Edge/Application/msedge.exe");
  assertEquals(
    findBrowser("windows", get({ "PROGRAMFILES(X86)": "C:\\Program Files (x86)" }), has(edge)),
    edge,
  );
  const chrome = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  assertEquals(findBrowser("darwin", get({}), has(chrome)), chrome);
  assertEquals(findBrowser("linux", get({ PATH: "/bin" }), has()), undefined);
});

Deno.test("a browser that is named goes before all others, and nothing takes its place", () => {
  const get = (name: string) => ({ PATH: "/bin", REPORT_BROWSER: "/opt/mine" })[name];
  const has = (...paths: string[]) => (path: string) => paths.includes(path);
  assertEquals(findBrowser("linux", get, has("/bin/chromium", "/opt/mine")), "/opt/mine");
  assertEquals(findBrowser("linux", get, has("/bin/chromium")), undefined);
});
