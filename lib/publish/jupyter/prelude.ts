/**
 * What our kernel runs before the first cell: an interrupt ends waiting, nothing waits for an answer
 * from a terminal that is not there, and completion knows the columns of tables.
 */
import { columnsAt } from "./completion.ts";
import { Waits } from "./waits.ts";

const waits = new Waits(globalThis.Promise);
globalThis.Promise = waits.Promise;

for (const name of ["prompt", "confirm", "alert"] as const) {
  globalThis[name] = () => {
    throw new Error(`笔记本里不能用 ${name}()：请把要输入的内容写成单元里的一个常量。`);
  };
}

class Interrupted extends Error {
  override readonly name = "已中断";
  override readonly stack = "已中断：这一格已停下，先前运行过的内容都还在。";

  constructor() {
    super("这一格已停下，先前运行过的内容都还在。");
  }
}

/** Called by the kernel's relay, which shows what is displayed here to nobody. */
async function completeColumns(
  code: string,
  position: number,
  valueOf: (name: string) => unknown,
): Promise<void> {
  const found = columnsAt(code, position, valueOf);
  if (found === undefined) return;
  await Deno.jupyter.broadcast("display_data", {
    data: { "application/json": found },
    metadata: {},
    transient: {},
  });
}
Object.assign(globalThis, { [Symbol.for("completeColumns")]: completeColumns });

/** The relay writes a line for each interrupt; the end of its writing is its own end. */
async function listen(): Promise<void> {
  const written = Deno.stdin.readable.getReader();
  while (!(await written.read()).done) {
    waits.end(new Interrupted());
  }
  Deno.exit();
}
listen();
