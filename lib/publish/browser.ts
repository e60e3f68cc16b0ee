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

/**
 * The first browser found, as a path; undefined where there is none.
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
