/** A line that tells how far reading has come; on standard error, so that it never mixes with results. */

/** A progress line. */
export interface Meter {
  readonly tell: (file: string, rows: number) => void;
  /** Clears the line. */
  readonly end: () => void;
}

/** How often the line changes, in milliseconds. */
const EVERY = 500;

/** A progress line on a terminal; elsewhere a line each hundred thousand rows. */
export function meter(): Meter {
  const terminal = Deno.stderr.isTerminal();
  const write = (text: string) => void Deno.stderr.writeSync(new TextEncoder().encode(text));
  let last = performance.now();
  let told = 0;
  return {
    tell(file, rows) {
      if (rows < told) told = 0;
      if (terminal && performance.now() - last > EVERY) {
        last = performance.now();
        write(`\r正在读 ${file}：${rows} 行\u001b[K`);
      } else if (!terminal && rows - told >= 100_000) {
        told = rows;
        write(`正在读 ${file}：${rows} 行\n`);
      }
    },
    end() {
      if (terminal) write("\r\u001b[K");
    },
  };
}
