import { assertEquals, assertMatch } from "@std/assert";
import { findBrowser, NO_BROWSER } from "lib/publish/pdf/browser.ts";

const machine = (
  os: typeof Deno.build.os,
  variables: Readonly<Record<string, string>>,
  ...files: readonly RegExp[]
) => ({
  os,
  env: (name: string) => variables[name],
  exists: (path: string) => files.some((file) => file.test(path)),
});

Deno.test("Windows prints with Edge, which is always there", () => {
  const variables = { "ProgramFiles(x86)": "C:/Program Files (x86)", ProgramFiles: "C:/Programme" };
  const found = findBrowser(machine("windows", variables, /msedge\.exe$/, /chrome\.exe$/));
  assertMatch(found ?? "", /^C:.Program Files \(x86\).Microsoft.Edge.Application.msedge\.exe$/);
});

Deno.test("a Mac prints with Chrome before Edge, wherever its applications are", () => {
  const found = findBrowser(machine("darwin", { HOME: "/Users/a" }, /^\/Users.*Edge$/, /Chrome$/));
  assertEquals(found, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
  const edge = findBrowser(machine("darwin", { HOME: "/Users/a" }, /^\/Users.*Edge$/));
  assertMatch(edge ?? "", /^\/Users\/a\/Applications\/Microsoft Edge\.app/);
});

Deno.test("Linux prints with what is on the path", () => {
  const variables = { PATH: "/usr/local/bin:/usr/bin" };
  const found = findBrowser(machine("linux", variables, /^\/usr\/bin\/google-chrome$/));
  assertEquals(found, "/usr/bin/google-chrome");
});

Deno.test("a browser that is named goes before all others, and is not replaced where it is gone", () => {
  const variables = { PATH: "/usr/bin", REPORT_BROWSER: "/opt/mine" };
  assertEquals(findBrowser(machine("linux", variables, /mine$/, /chromium$/)), "/opt/mine");
  assertEquals(findBrowser(machine("linux", variables, /chromium$/)), null);
});

Deno.test("where there is no browser it is said what to do", () => {
  assertEquals(findBrowser(machine("linux", { PATH: "/usr/bin" })), null);
  assertMatch(NO_BROWSER, /Edge、Chrome 或 Chromium/);
});
