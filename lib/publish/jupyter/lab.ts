/** JupyterLab as this workspace starts it. */
import { join } from "node:path";
import { writeIfChanged } from "../../files.ts";
import type { Command } from "./python.ts";
import type { Jupyter } from "./setup.ts";

/** A command with what it needs in its environment. */
export interface Start {
  readonly command: Command;
  readonly env: Readonly<Record<string, string>>;
}

/** What leads Jupyter to our settings, for it and for us. */
const SETTINGS = join(import.meta.dirname ?? "", "lab");

/**
 * The command that starts JupyterLab on a workspace: in Chinese, on the chapters, with our kernel,
 * keeping no outputs in what it saves.
 *
 * @param root the workspace
 * @param browser a browser that can print, if there is one
 * @param args JupyterLab's own further arguments
 */
export function labStart(
  { python, env }: Jupyter,
  root: string,
  browser: string | undefined,
  args: readonly string[],
): Start {
  styleExhibits(join(env.JUPYTER_CONFIG_DIR ?? "", "custom"));
  return {
    command: [
      ...python,
      ...["-m", "jupyterlab", `--ServerApp.root_dir=${root}`],
      `--FileContentsManager.preferred_dir=${join(root, "notebooks")}`,
      ...args,
    ],
    env: {
      ...env,
      JUPYTER_CONFIG_PATH: SETTINGS,
      // Jupyter reads its settings twice and warns that the second time replaces the first.
      PYTHONWARNINGS: "ignore::UserWarning",
      ...(browser === undefined ? {} : { REPORT_BROWSER: browser }),
    },
  };
}

/** JupyterLab looks for a style sheet of one's own in this folder only. */
function styleExhibits(folder: string): void {
  const sheet = join(SETTINGS, "templates", "exported", "exhibits.css");
  Deno.mkdirSync(folder, { recursive: true });
  writeIfChanged(join(folder, "custom.css"), Deno.readTextFileSync(sheet));
}
