/** A browser that is installed already, for what only a browser can tell. */
import { type Browser, chromium } from "playwright-core";
import { findBrowser } from "lib/publish/browser.ts";

/** The browser's path; where there is none, says so and that its tests are left out. */
export function installedBrowser(): string | undefined {
  const browser = findBrowser();
  if (browser === undefined) {
    console.log("没有找到 Chromium、Chrome 或 Edge：略过在浏览器里进行的测试。");
  }
  return browser;
}

/** Starts a browser without anything that would reach out by itself. */
export async function startBrowser(executablePath: string): Promise<Browser> {
  return await chromium.launch({
    executablePath,
    args: [
      ...["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
      ...["--disable-component-update", "--disable-sync"],
      ...(Deno.build.os === "linux" && Deno.uid() === 0 ? ["--no-sandbox"] : []),
    ],
  });
}
