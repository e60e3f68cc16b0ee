/** The workspace's own Jupyter kernel: this very Deno, set so that notebooks come out the same. */
import { join } from "node:path";
import { writeIfChanged } from "../files.ts";

/**
 * The kernel's name. It is the one that Deno itself registers, so that a notebook opens with ours
 * here and with the reader's own elsewhere.
 */
export const KERNEL = "deno";

/** The content of `kernel.json`. */
export function kernelSpec(deno: string): Record<string, unknown> {
  return {
    argv: [deno, "jupyter", "--kernel", "--conn", "{connection_file}"],
    display_name: "Deno（就业质量报告）",
    // Colour codes and the machine's time zone would make outputs differ between machines.
    env: { NO_COLOR: "1", TZ: "Asia/Shanghai" },
    // By signal, Deno would end instead of stopping the cell.
    interrupt_mode: "message",
    language: "typescript",
  };
}

/**
 * Registers the kernel in a folder of Jupyter's (`share/jupyter`), anew when Deno has moved.
 *
 * @param folder a folder that Jupyter is told of by `JUPYTER_PATH`
 */
export function registerKernel(folder: string, deno: string): void {
  const place = join(folder, "kernels", KERNEL);
  Deno.mkdirSync(place, { recursive: true });
  writeIfChanged(join(place, "kernel.json"), JSON.stringify(kernelSpec(deno), null, 1) + "\n");
}
