/** A preview that follows what is written: the pages are made anew whenever a file is saved. */
import { existsSync } from "node:fs";
import { join, sep } from "node:path";
import { dataFolder, root } from "../../workspace.ts";
import { rights } from "../jupyter/rehearsal.ts";
import { openPages } from "./pages.ts";
import type { Answer, Asked } from "./preview_worker.ts";

/** What is quiet for this many milliseconds has been saved: an editor writes a file in several steps. */
const QUIET = 60;

/**
 * Serves a preview on this computer and makes it anew whenever a notebook, the data or the code
 * changes. Nothing is saved.
 *
 * @param say told the address, then what was made or went wrong, a line or several of Chinese each
 * @returns never, unless `signal` ends it
 */
export async function watchReport(
  asked: Asked,
  say: (text: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const pages = openPages();
  const server = Deno.serve({
    hostname: "127.0.0.1",
    port: 0,
    onListen: ({ port }) => say(`预览：http://127.0.0.1:${port}/`),
    signal,
  }, pages.handle);

  const code = [join(root(), "lib"), join(root(), "deno.json")];
  const isCode = (path: string) => code.some((one) => path === one || path.startsWith(one + sep));
  let [maker, isBusy, isOutdated] = [newMaker(), false, false];
  const make = async () => {
    // What is being made would be outdated, and may have no end: a loop that was just mended.
    if (isBusy || isOutdated) {
      maker.end();
      maker = newMaker();
    }
    [isBusy, isOutdated] = [true, false];
    const started = performance.now();
    const answer = await maker.make(asked);
    if (answer === undefined) return;
    isBusy = false;
    if ("error" in answer) {
      pages.complain(answer.error);
      return say(answer.error);
    }
    pages.replace(answer.pages);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const ran = answer.ran.length === 0 ? "没有要重算的章" : `已重算 ${answer.ran.join("、")}`;
    say(`${ran}，页面已更新（${seconds} 秒）`);
  };
  const places = [...code, join(root(), "notebooks"), dataFolder()].filter((one) =>
    existsSync(one)
  );
  // What programs keep for themselves, beside what is written, begins with a dot.
  const isOwn = (path: string) =>
    places.some((place) => path.startsWith(place) && !/[\\/]\./.test(path.slice(place.length)));
  const watcher = Deno.watchFs(places);
  signal.addEventListener("abort", () => watcher.close(), { once: true });
  make();
  let timer: ReturnType<typeof setTimeout> | undefined;
  for await (const { kind, paths } of watcher) {
    if (kind === "access" || !paths.some(isOwn)) continue;
    isOutdated ||= paths.some(isCode);
    clearTimeout(timer);
    timer = setTimeout(make, QUIET);
  }
  clearTimeout(timer);
  maker.end();
  await server.finished;
}

/** A thread that makes previews with the code as it is now. */
function newMaker() {
  const module = new URL("preview_worker.ts", import.meta.url);
  const worker = new Worker(module, { type: "module", deno: { permissions: rights() } });
  let settle = (_: Answer | undefined) => {};
  worker.onmessage = ({ data }: MessageEvent<Answer>) => settle(data);
  worker.onerror = (event) => {
    event.preventDefault();
    settle({ error: event.message });
  };
  return {
    /** Makes one; undefined if it is ended before. */
    make: (asked: Asked): Promise<Answer | undefined> => {
      const { promise, resolve } = Promise.withResolvers<Answer | undefined>();
      settle = resolve;
      worker.postMessage(asked);
      return promise;
    },
    end: () => {
      settle(undefined);
      worker.terminate();
    },
  };
}
