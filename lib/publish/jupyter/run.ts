/** Runs notebooks through Jupyter and follows their progress. */
import { join } from "node:path";
import { CellFailure, reasonOf } from "./failure.ts";
import { KERNEL } from "./kernel.ts";
import type { Progress } from "./progress.ts";
import { type Jupyter, SetupError } from "./setup.ts";

/** What to run. */
export interface RunRequest {
  readonly jupyter: Jupyter;
  /** The folder of the notebooks, in which their kernels work. */
  readonly folder: string;
  /** File stems of the notebooks. */
  readonly names: readonly string[];
  /** The edition, which notebooks find in `REPORT_YEAR`. */
  readonly year: number;
  /** Where `<name>.ipynb` is written, with its outputs. */
  readonly out: string;
  readonly progress: Progress;
  /** Nothing is told of the run before this is settled. */
  readonly told?: Promise<unknown>;
  /** Seconds that a cell may take. */
  readonly timeout?: number;
  /** Ends the run and its kernels. */
  readonly signal?: AbortSignal;
}

/** How long the stages of a run took, in seconds; each ends with its slowest notebook. */
export interface RunTimes {
  /** Starting the kernels. */
  readonly kernels: number;
  /** Running the cells, from there on. */
  readonly cells: number;
}

interface Event {
  readonly notebook?: string;
  readonly done?: number;
  readonly total?: number;
  readonly started?: true;
  readonly finished?: number;
  readonly missing?: string;
  readonly failed?: {
    readonly cell: number;
    readonly source: string;
    readonly kind: string;
    readonly ename: string;
    readonly evalue: string;
  };
}

/**
 * Runs every cell of the notebooks, each notebook in a fresh kernel, all at the same time.
 *
 * @throws {CellFailure} if a cell fails, for the first notebook where one does
 * @throws {SetupError} if Jupyter turns out not to work
 */
export async function runNotebooks(request: RunRequest): Promise<RunTimes> {
  const { jupyter, folder, names, year, out, progress, told, timeout = 300, signal } = request;
  const seconds = stopwatch();
  const [program, ...first] = jupyter.python;
  const child = new Deno.Command(program, {
    args: [...first, join(import.meta.dirname ?? "", "run_notebooks.py")],
    env: {
      ...environment(),
      ...jupyter.env,
      REPORT_YEAR: String(year),
    },
    clearEnv: true,
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();

  // The child reads to the end of its input: closing it is how a run is ended.
  const input = child.stdin.getWriter();
  const message = { notebooks: names, folder, out, kernel: KERNEL, timeout };
  const end = () => void input.close().catch(() => {});
  signal?.addEventListener("abort", end, { once: true });
  const complaints = new Response(child.stderr).text();

  const failures: CellFailure[] = [];
  let [kernels, cells] = [0, 0];
  let missing: string | undefined;
  await input.write(new TextEncoder().encode(JSON.stringify(message) + "\n")).catch(() => {});
  await told?.catch(() => {});
  for await (const line of lines(child.stdout)) {
    const event = parseEvent(line);
    if (event?.missing !== undefined) missing = event.missing;
    if (event?.notebook === undefined) continue;
    const { notebook, started, done, total, finished, failed } = event;
    if (started) kernels = seconds();
    if (done !== undefined && total !== undefined) {
      progress.step(notebook, done, total);
      if (done === total) cells = seconds();
    }
    if (finished !== undefined) progress.finish(notebook, finished);
    if (failed) {
      progress.fail(notebook);
      const reason = reasonOf(failed.kind, failed.ename, failed.evalue);
      failures.push(new CellFailure(notebook, failed.cell, failed.source, reason));
    }
  }
  const { code } = await child.status;
  signal?.removeEventListener("abort", end);
  if (signal?.aborted !== true) end();
  signal?.throwIfAborted();
  if (missing !== undefined) throw new SetupError(brokenAdvice(`缺少 Python 软件包 ${missing}`));
  const [failure] = failures;
  if (failure) throw failure;
  if (code !== 0) {
    throw new SetupError(brokenAdvice((await complaints).trim().split("\n").slice(-5).join("\n")));
  }
  return { kernels, cells: cells - kernels };
}

/** Tells the seconds since it was made. */
function stopwatch(): () => number {
  const start = performance.now();
  return () => (performance.now() - start) / 1000;
}

/** Ours, without what would keep Python from keeping its compiled modules. */
function environment(): Record<string, string> {
  const { PYTHONDONTWRITEBYTECODE: _, ...rest } = Deno.env.toObject();
  return rest;
}

async function* lines(stream: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  let rest = "";
  const decoder = new TextDecoder();
  for await (const bytes of stream) {
    const parts = (rest + decoder.decode(bytes, { stream: true })).split("\n");
    rest = parts.pop() ?? "";
    yield* parts;
  }
  if (rest !== "") yield rest;
}

/** A line that is no event is something that a kernel printed; it is nobody's. */
function parseEvent(line: string): Event | undefined {
  try {
    const json: unknown = JSON.parse(line);
    return typeof json === "object" && json !== null ? json : undefined;
  } catch {
    return undefined;
  }
}

function brokenAdvice(reason: string): string {
  return `Jupyter 不能运行：${reason}\n` +
    "请删除 .venv 和 .cache 两个文件夹后重新运行，它们会重新生成。";
}
