/** One line a notebook that tells how far it is. */

/** Told of each step of a run. */
export interface Progress {
  step(notebook: string, done: number, total: number): void;
  finish(notebook: string, seconds: number): void;
  fail(notebook: string): void;
}

/** Where progress is written. */
export interface Screen {
  /** Whether written lines can be written again. */
  readonly rewritable: boolean;
  write(text: string): void;
}

interface State {
  done: number;
  total: number;
  ending: string;
}

const BAR = 20;

/**
 * Shows progress on a terminal (each notebook's line is rewritten as its cells run) or in a log (a
 * line when a notebook ends).
 *
 * @param names the notebooks, in the order of their lines
 */
export function showProgress(names: readonly string[], screen: Screen): Progress {
  const width = Math.max(...names.map((name) => name.length), 0);
  const states = new Map<string, State>(
    names.map((name) => [name, { done: 0, total: 0, ending: "" }]),
  );
  const line = (name: string, { done, total, ending }: State): string => {
    const filled = total === 0 ? 0 : Math.floor((BAR * done) / total);
    const bar = "█".repeat(filled) + "░".repeat(BAR - filled);
    return `  ${name.padEnd(width)}  ${bar}  ${done}/${total} 个单元${ending}`;
  };
  let drawn = false;
  const draw = () => {
    const up = drawn ? `\x1b[${names.length}A` : "";
    const text = names.map((name) => `\x1b[2K${line(name, stateOf(name))}\n`).join("");
    screen.write(up + text);
    drawn = true;
  };
  const stateOf = (name: string): State => {
    const state = states.get(name);
    if (state === undefined) throw new RangeError(`Cannot show progress: unknown notebook ${name}`);
    return state;
  };
  const update = (name: string, change: Partial<State>) => {
    const state = Object.assign(stateOf(name), change);
    if (screen.rewritable) draw();
    else if (state.ending !== "") screen.write(line(name, state) + "\n");
  };
  return {
    step: (name, done, total) => update(name, { done, total, ending: "" }),
    finish: (name, seconds) => update(name, { ending: `，完成（${seconds.toFixed(1)} 秒）` }),
    fail: (name) => update(name, { ending: "，出错" }),
  };
}

/** The terminal or log that we write to. */
export function terminal(): Screen {
  return {
    rewritable: Deno.stdout.isTerminal() && Deno.env.get("CI") === undefined,
    write: (text) => void Deno.stdout.writeSync(new TextEncoder().encode(text)),
  };
}
