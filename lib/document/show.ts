/** The one way in which a cell displays something. */
import { Frame } from "../table/frame.ts";
import { type Made, MADE_MIME } from "./exhibit.ts";
import { frameHtml } from "./html.ts";

/** Something ready to be displayed: its HTML, its plain text and what it adds to the report. */
export interface Showable {
  readonly html: string;
  readonly text: string;
  readonly made: Made;
}

/** What a notebook's output holds: one entry a format. */
export type MimeBundle = Readonly<Record<string, unknown>>;

/**
 * How long a cell waits after displaying. The Deno kernel reports a cell as done before its output
 * queue is drained, and Jupyter drops what comes later; one turn of the timer lets it drain.
 */
const DRAIN_MS = 5;

let captured: MimeBundle[] | undefined;

/**
 * Displays an exhibit, a paragraph or a frame (its first rows) and waits until Jupyter has it.
 * Always `await` it, and let a cell display in no other way. Outside Jupyter it displays nothing.
 */
export async function show(item: Showable | Frame<object>): Promise<void> {
  const bundle = toBundle(item);
  if (captured) captured.push(bundle);
  if (!inJupyter()) return;
  await Deno.jupyter.display(bundle as Record<string, string>, { raw: true });
  await new Promise((resolve) => setTimeout(resolve, DRAIN_MS));
}

/**
 * Collects what is shown while `run` runs, in order. Runs must not overlap.
 *
 * @throws {Error} if another capture is going on
 */
export async function capture(run: () => Promise<void>): Promise<MimeBundle[]> {
  if (captured) throw new Error("Cannot capture: another capture is going on");
  const bundles: MimeBundle[] = captured = [];
  try {
    await run();
    return bundles;
  } finally {
    captured = undefined;
  }
}

function toBundle(item: Showable | Frame<object>): MimeBundle {
  if (item instanceof Frame) {
    return {
      "text/html": frameHtml(item),
      "text/plain": `${item.size} 行：${item.names.join("、")}`,
    };
  }
  const { html, text, made } = item;
  const empty = made.exhibits.length + made.statements.length === 0;
  return { "text/html": html, "text/plain": text, ...(empty ? {} : { [MADE_MIME]: made }) };
}

function inJupyter(): boolean {
  try {
    return typeof Deno.jupyter.display === "function";
  } catch {
    return false; // Deno.jupyter throws where there is no kernel.
  }
}
