/**
 * What our kernel runs before the first cell: cells may read and show, but neither write nor run nor
 * send; an interrupt ends waiting, no cell waits for an answer from a terminal that is not there or
 * ends the kernel, and completion knows the columns of tables.
 */
import { columnsAt } from "./completion.ts";
import { reasonUnawaited } from "./failure.ts";
import { forbid } from "./forbidden.ts";
import { Waits } from "./waits.ts";

const waits = new Waits(globalThis.Promise);
globalThis.Promise = waits.Promise;

// Deno starts its kernel with all rights. What is given up here nobody can take back: to ask for it
// takes a terminal, and a kernel has none.
for (const name of ["write", "run", "net", "ffi", "import"] as const) {
  Deno.permissions.revokeSync({ name });
}

const { exit } = Deno;
forbid();

class Interrupted extends Error {
  override readonly name = "已中断";
  override readonly stack = "已中断：这一格已停下，先前运行过的内容都还在。";

  constructor() {
    super("这一格已停下，先前运行过的内容都还在。");
  }
}

/** Deno passes over what fails and nobody awaits; here it is shown where it happens. */
function tell(event: Event, thrown: unknown): void {
  event.preventDefault();
  const evalue = reasonUnawaited(thrown);
  const traceback = [`没有等待：${evalue}`];
  void Deno.jupyter.broadcast("error", { ename: "没有等待", evalue, traceback });
}
globalThis.addEventListener("unhandledrejection", (event) => tell(event, event.reason));
globalThis.addEventListener("error", (event) => tell(event, event.error));

/** Tells the relay something, after all that cells have put out before. */
const { broadcast } = Deno.jupyter;
function say(kind: string, value: unknown): Promise<void> {
  return broadcast("display_data", { data: { [kind]: value }, metadata: {}, transient: {} });
}

/** Called by the kernel's relay, which shows what is displayed here to nobody. */
async function completeColumns(
  code: string,
  position: number,
  valueOf: (name: string) => unknown,
): Promise<void> {
  await say("application/json", columnsAt(code, position, valueOf) ?? null);
}
Object.assign(globalThis, { [Symbol.for("completeColumns")]: completeColumns });

/** The relay writes a byte for each wish; the end of its writing is its own end. */
async function listen(): Promise<void> {
  for await (const wishes of Deno.stdin.readable) {
    for (const wish of new TextDecoder().decode(wishes)) {
      if (wish === "i") waits.end(new Interrupted());
      if (wish === "d") void say("application/x-drained", null);
    }
  }
  exit();
}
listen();
