/** The browser of this computer, which prints: Edge on every Windows, else Chrome or Chromium. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** What to say where no browser is found. */
export const NO_BROWSER =
  "没有找到 Edge、Chrome 或 Chromium 浏览器，所以没有写 report.pdf；装好其中之一后再运行即可" +
  "（装在别处的，用环境变量 REPORT_BROWSER 写明它的完整路径）。";

const WINDOWS = [
  ["Microsoft", "Edge", "Application", "msedge.exe"],
  ["Google", "Chrome", "Application", "chrome.exe"],
  ["Chromium", "Application", "chrome.exe"],
] as const;

const MAC = ["Google Chrome", "Microsoft Edge", "Chromium"];

const COMMANDS = [
  "chromium",
  "google-chrome-stable",
  "google-chrome",
  "chromium-browser",
  "microsoft-edge-stable",
  "microsoft-edge",
] as const;

/** What finding a browser depends on. */
export interface Machine {
  readonly os: typeof Deno.build.os;
  readonly env: (name: string) => string | undefined;
  readonly exists: (path: string) => boolean;
}

const HERE: Machine = {
  os: Deno.build.os,
  env: (name) => Deno.env.get(name),
  exists: existsSync,
};

/**
 * The path of a browser that prints; `REPORT_BROWSER` names one that is not in its usual place.
 *
 * @returns null where there is none
 */
export function findBrowser({ os, env, exists }: Machine = HERE): string | null {
  const named = env("REPORT_BROWSER");
  const paths = named === undefined || named === "" ? usualPlaces(os, env) : [named];
  return paths.find(exists) ?? null;
}

function usualPlaces(os: Machine["os"], env: Machine["env"]): string[] {
  if (os === "windows") {
    const roots = ["ProgramFiles(x86)", "ProgramFiles", "LocalAppData"]
      .flatMap((name) => env(name) ?? []);
    return WINDOWS.flatMap((path) => roots.map((root) => join(root, ...path)));
  }
  const folders = (env("PATH") ?? "").split(delimiter).filter((folder) => folder !== "");
  const commands = COMMANDS.flatMap((name) => folders.map((folder) => join(folder, name)));
  if (os !== "darwin") return commands;
  const homes = ["/", ...(env("HOME") === undefined ? [] : [env("HOME") ?? ""])];
  const apps = MAC.flatMap((name) =>
    homes.map((home) => join(home, "Applications", `${name}.app`, "Contents", "MacOS", name))
  );
  return [...apps, ...commands];
}
