/** Timing by medians: on a machine that does other things too, a mean tells mostly of those. */

/** Median of some numbers; NaN of none. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = NaN, high = NaN] = [sorted[sorted.length - 1 - middle], sorted[middle]];
  return (low + high) / 2;
}

/** What a run made, and how many milliseconds it took. */
export function timed<T>(run: () => T): { readonly made: T; readonly took: number } {
  const start = performance.now();
  const made = run();
  return { made, took: performance.now() - start };
}

/** How long each of some runs took, in milliseconds, in order. */
function timesOf(run: () => unknown, runs: number): number[] {
  return Array.from({ length: runs }, () => timed(run).took);
}

/** A first run, and the median of those after it, in milliseconds. */
export interface ColdAndWarm {
  readonly cold: number;
  readonly warm: number;
}

/** Times the first run and seven more. */
export function coldAndWarm(run: () => unknown): ColdAndWarm {
  const [cold = NaN, ...warm] = timesOf(run, 8);
  return { cold, warm: median(warm) };
}

/**
 * Runs a script of this folder in a process of its own.
 *
 * @returns what it printed in its last line, as JSON, and how long the process took in seconds
 * @throws {Error} with its complaints, if it fails
 */
export async function inFreshProcess<T>(
  script: string,
): Promise<{ readonly told: T; readonly seconds: number }> {
  const start = performance.now();
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--quiet", new URL(script, import.meta.url).href],
    stderr: "piped",
  }).output();
  const seconds = (performance.now() - start) / 1000;
  if (!success) throw new Error(`${script} failed: ${new TextDecoder().decode(stderr)}`);
  const last = new TextDecoder().decode(stdout).trim().split("\n").at(-1) ?? "";
  return { told: JSON.parse(last) as T, seconds };
}
