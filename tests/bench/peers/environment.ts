/** The Python environment with the peers, made where it is missing. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { readIfThere } from "lib/files.ts";
import { atLeast, findPythons, pythonCommands } from "lib/publish/jupyter/python.ts";
import type { Machine } from "lib/publish/jupyter/setup.ts";

/** The oldest Python that the pinned peers support. */
const OLDEST = "3.11";

/**
 * The Python that has the peers; they are installed into `.cache/bench/venv` for each state of
 * `requirements.txt`, by their hashes.
 *
 * @param machine where to install them; it says what takes long
 * @throws {Error} that says in a line why they cannot be had
 */
export async function peersPython(machine: Machine): Promise<string> {
  const folder = join(machine.root, ".cache", "bench", "venv");
  const requirements = join(import.meta.dirname ?? "", "requirements.txt");
  const wanted = Deno.readTextFileSync(requirements);
  const python = machine.os === "windows"
    ? join(folder, "Scripts", "python.exe")
    : join(folder, "bin", "python");
  // Written last: an environment without it was never finished.
  const stamp = join(folder, "installed.txt");
  if (readIfThere(stamp) === wanted && existsSync(python)) return python;

  const found = await findPythons(pythonCommands(machine.os), async (command, args) => {
    const { ok, out } = await machine.run(command, args);
    return ok ? out : undefined;
  });
  const own = found.find(({ version }) => atLeast(version.join("."), OLDEST));
  if (own === undefined) {
    throw new Error(`The peers need Python ${OLDEST} or newer, and there is none here`);
  }
  machine.say("Installing pandas, polars, DuckDB and matplotlib into .cache/bench/venv (once) ...");
  if (existsSync(folder)) Deno.removeSync(folder, { recursive: true });
  Deno.mkdirSync(dirname(folder), { recursive: true });
  const steps = [
    [own.command, ["-m", "venv", folder]],
    [[python], [
      ...["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"],
      ...["--retries", "1", "--no-deps", "--no-compile", "--only-binary", ":all:"],
      ...["--require-hashes", "--requirement", requirements],
    ]],
  ] as const;
  for (const [command, args] of steps) {
    const { ok, out } = await machine.run(command, args);
    if (ok) continue;
    if (existsSync(folder)) Deno.removeSync(folder, { recursive: true });
    const why = out.trim().split("\n").at(-1) ?? "";
    throw new Error(`The peers cannot be installed; is PyPI within reach? (${why})`);
  }
  Deno.writeTextFileSync(stamp, wanted);
  return python;
}
