/** A browser of the Chrome family that is installed already: it prints, and tests drive it. */
import { existsSync } from "node:fs";
import { join } from "node:path";

/** The names under which systems have such a browser on their search path. */
const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
  "microsoft-edge-stable",
];

/** Where it is where it is on no search path. */
const PLACES: Partial<Record<typeof Deno.build.os, readonly string[]>> = {
  windows: [
    "Google/Chrome/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
    "Chromium/Application/chrome.exe",
  ],
  darwin: ["Google Chrome", "Microsoft Edge", "Chromium"]
    .map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
};

/** Names a browser that is in no usual place. */
const NAMED = "REPORT_BROWSER";

/** What to say where the report cannot be printed. */
export const NO_BROWSER =
  "没有找到 Edge、Chrome 或 Chromium 浏览器，所以没有写 report.pdf：装好其中之一再运行一次即可" +
  `（装在别处的，用环境变量 ${NAMED} 写明它的完整路径）。`;

/**
 * The first browser found, as a path; undefined where there is none. One that `REPORT_BROWSER` names
 * is taken before all others, and nothing in its place.
 *
 * @param os the system
 * @param get reads a variable of the environment
 * @param exists tells whether there is such a file
 */
export function findBrowser(
  os: typeof Deno.build.os = Deno.build.os,
  get: (name: string) => string | undefined = (name) => Deno.env.get(name),
  exists: (path: string) => boolean = existsSync,
): string | undefined {
  const named = get(NAMED) ?? "";
  if (named !== "") return exists(named) ? named : undefined;
  const places = PLACES[os] ?? [];
  const candidates = os === "windows"
    ? ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => {
      const folder = get(name);
      return folder === undefined ? [] : places.map((place) => join(folder, place));
    })
    : [
      ...places,
      ...(get("PATH") ?? "").split(":").flatMap((folder) =>
        NAMES.map((name) => join(folder, name))
      ),
    ];
  return candidates.find(exists);
}
