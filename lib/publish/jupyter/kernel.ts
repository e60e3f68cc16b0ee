/** The workspace's own Jupyter kernel: this very Deno behind a relay that says what Deno does not. */
import { join } from "node:path";
import { writeIfChanged } from "../../files.ts";
import type { Command } from "./python.ts";

/**
 * The kernel's name. It is the one that Deno itself registers, so that a notebook opens with ours
 * here and with the reader's own elsewhere.
 */
export const KERNEL = "deno";

/** The content of `kernel.json`. */
export function kernelSpec(python: Command, deno: string): Record<string, unknown> {
  const relay = join(import.meta.dirname ?? "", "kernel.py");
  return {
    argv: [...python, relay, deno, "{connection_file}"],
    // As committed notebooks have it: another name would be written into every notebook opened.
    display_name: "Deno",
    // Colour codes and the machine's time zone would make outputs differ between machines.
    env: { NO_COLOR: "1", TZ: "Asia/Shanghai", PYTHONUTF8: "1", DENO_NO_PROMPT: "1" },
    interrupt_mode: "message",
    language: "typescript",
  };
}

/**
 * Registers the kernel in a folder of Jupyter's (`share/jupyter`), anew when Deno has moved.
 *
 * @param folder a folder that Jupyter is told of by `JUPYTER_PATH`
 * @param python one that has pyzmq, as all of Jupyter's have
 */
export function registerKernel(folder: string, python: Command, deno: string): void {
  const place = join(folder, "kernels", KERNEL);
  Deno.mkdirSync(place, { recursive: true });
  const spec = JSON.stringify(kernelSpec(python, deno), null, 1) + "\n";
  writeIfChanged(join(place, "kernel.json"), spec);
}
