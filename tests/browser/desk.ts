/** JupyterLab in a real browser, used as an analyst uses it: by its menus and by typing. */
import { dirname, join } from "node:path";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { labStart } from "lib/publish/jupyter/lab.ts";
import { setUp, thisMachine } from "lib/publish/jupyter/setup.ts";
import { root } from "lib/workspace.ts";

/** A copy of the workspace under git, with nothing changed in it. */
export interface Copy extends Disposable {
  readonly folder: string;
  /** What git finds changed, a line a file. */
  changes(): string[];
}

/** Copies what git knows of the workspace, and what is new in it, to a temporary place. */
export function copyWorkspace(): Copy {
  const folder = Deno.makeTempDirSync({ prefix: "desk-" });
  const listed = git(root(), "ls-files", "-z", "--cached", "--others", "--exclude-standard");
  for (const path of listed.split("\0").filter((path) => path !== "")) {
    const target = join(folder, path);
    Deno.mkdirSync(dirname(target), { recursive: true });
    try {
      Deno.copyFileSync(join(root(), path), target);
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error; // Removed, and not yet committed.
    }
  }
  git(folder, "init", "--quiet");
  git(folder, "add", "--all");
  const who = ["-c", "user.name=desk", "-c", "user.email=desk@localhost"];
  git(folder, ...who, "commit", "--quiet", "--message=as it was");
  return {
    folder,
    changes: () => git(folder, "status", "--porcelain").split("\n").filter((line) => line !== ""),
    [Symbol.dispose]: () => Deno.removeSync(folder, { recursive: true }),
  };
}

function git(folder: string, ...args: readonly string[]): string {
  const { success, stdout, stderr } = new Deno.Command("git", { args: [...args], cwd: folder })
    .outputSync();
  if (!success) throw new Error(`git ${args[0]}: ${new TextDecoder().decode(stderr)}`);
  return new TextDecoder().decode(stdout);
}

/** JupyterLab, started on a folder. */
export interface Lab extends AsyncDisposable {
  readonly address: string;
  readonly token: string;
}

/** Starts JupyterLab as `deno task lab` does, on a free port. */
export async function startLab(folder: string, browser: string): Promise<Lab> {
  const jupyter = await setUp(thisMachine(root(), (line) => console.log(line)));
  const token = crypto.randomUUID();
  const { command: [program, ...args], env } = labStart(jupyter, folder, browser, [
    "--no-browser",
    "--Application.log_level=INFO", // It says there where it is to be found.
    "--ServerApp.port=0",
    `--IdentityProvider.token=${token}`,
    ...(Deno.uid() === 0 ? ["--allow-root"] : []),
  ]);
  const child = new Deno.Command(program, {
    args,
    cwd: folder,
    env: {
      ...env,
      REPORT_YEAR: "2023",
      JUPYTERLAB_WORKSPACES_DIR: join(folder, ".cache", "layouts"),
      JUPYTERLAB_SETTINGS_DIR: join(folder, ".cache", "settings"),
    },
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).spawn();
  const stop = async () => {
    child.kill();
    await child.status;
  };
  let log = "";
  const address = Promise.withResolvers<string>();
  const reading = (async () => {
    for await (const text of child.stderr.pipeThrough(new TextDecoderStream())) {
      log += text;
      const [, found] = /(http:\/\/127\.0\.0\.1:\d+)\/lab/.exec(log) ?? [];
      if (found !== undefined) address.resolve(found);
    }
    address.reject(new Error(`JupyterLab ended:\n${log}`));
  })();
  try {
    return {
      address: await address.promise,
      token,
      async [Symbol.asyncDispose]() {
        await stop();
        await reading;
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What a cell shows that failed. */
export const ERROR = "[data-mime-type='application/vnd.jupyter.error']," +
  "[data-mime-type='application/vnd.jupyter.stderr']";

/** An open notebook. */
export class Desk {
  private constructor(readonly page: Page) {}

  /** Opens a notebook and waits until its kernel is ready. */
  static async open(context: BrowserContext, lab: Lab, notebook: string): Promise<Desk> {
    const page = await context.newPage();
    await page.goto(
      // A layout of its own, so that no other notebook is open beside it.
      `${lab.address}/lab/workspaces/${crypto.randomUUID()}/tree/notebooks/${notebook}.ipynb?token=${lab.token}`,
    );
    const desk = new Desk(page);
    // Of a long notebook only the first cells are drawn.
    await page.locator(".jp-Notebook .jp-Cell").filter({ visible: true }).first().waitFor();
    await desk.idle();
    return desk;
  }

  /** Chooses from the menus, by the names that are on the screen. */
  async choose(...names: readonly string[]): Promise<void> {
    const [menu = "", ...items] = names;
    await this.page.locator(".lm-MenuBar-itemLabel").getByText(menu, { exact: true }).click();
    for (const [i, name] of items.entries()) {
      const item = this.page.locator(".lm-Menu").nth(i).locator(".lm-Menu-item")
        .filter({ has: this.page.getByText(name, { exact: true }) });
      await item.hover();
      if (i === items.length - 1) await item.click();
      else await this.page.locator(".lm-Menu").nth(i + 1).waitFor();
    }
  }

  /** Runs all cells and waits until the last is done, or one has failed. */
  async runAll(): Promise<void> {
    const before = await this.#prompts.last().innerText();
    await this.choose("运行", "运行所有单元格");
    const failures = this.page.locator(ERROR);
    await until(async () =>
      await this.#prompts.last().innerText() !== before || await failures.count() > 0
    );
    await this.idle();
  }

  /** Adds a cell below all others, with a text. */
  async add(text: string): Promise<void> {
    await this.page.locator(".jp-Notebook .jp-Cell").last().locator(".jp-InputPrompt").click();
    await this.page.keyboard.press("b");
    await this.page.keyboard.press("Enter");
    await this.page.keyboard.insertText(text);
  }

  /** Runs the cell at the cursor; waits for its end only if asked to. */
  async run({ wait = true } = {}): Promise<void> {
    const cell = this.page.locator(".jp-Notebook .jp-Cell.jp-mod-active .jp-InputPrompt");
    const before = await cell.innerText();
    await this.page.keyboard.press("Control+Enter");
    await until(async () => await cell.innerText() !== before);
    if (wait) await this.idle();
  }

  /** Removes the last cell. */
  async removeLast(): Promise<void> {
    await this.page.locator(".jp-Notebook .jp-Cell").last().locator(".jp-InputPrompt").click();
    await this.page.keyboard.press("d");
    await this.page.keyboard.press("d");
  }

  /** What the cells from the end show: the prompt and the outputs' text. */
  async shown(fromEnd: number): Promise<{ readonly prompt: string; readonly text: string }> {
    const cell = this.page.locator(".jp-Notebook .jp-Cell").nth(-fromEnd);
    const outputs = await cell.locator(".jp-OutputArea-output").allInnerTexts();
    return {
      prompt: await cell.locator(".jp-InputPrompt").innerText(),
      text: outputs.join("\n").trim(),
    };
  }

  /** Saves, and waits until that is done. */
  async save(): Promise<void> {
    await this.choose("文件", "保存 Notebook");
    await this.clean();
  }

  /** Waits until there is nothing to save; fails where there is for long. */
  async clean(): Promise<void> {
    await this.page.locator(".lm-TabBar-tab.jp-mod-dirty").waitFor({ state: "detached" });
  }

  /** Exports with the settings that the dialog has; returns the file. */
  async export(format: string): Promise<Uint8Array> {
    const context = this.page.context();
    const asked = context.waitForEvent("request", (one) => one.url().includes("/nbconvert/"));
    await this.choose("文件", "保存并导出笔记本为", format);
    const dialog = this.page.locator(".jp-Dialog");
    if (format === "HTML") await dialog.getByRole("button", { name: "确认" }).click();
    const headers = { referer: this.page.url() };
    const response = await context.request.get((await asked).url(), { headers, timeout: 90_000 });
    if (!response.ok()) throw new Error(`${format}: ${response.status()} ${await response.text()}`);
    return await response.body();
  }

  /** Waits until nothing runs, nor is about to. */
  async idle(): Promise<void> {
    await this.page.locator("#jp-main-statusbar").getByText("Deno | 空闲").waitFor();
    await this.#running.first().waitFor({ state: "detached" });
  }

  get #prompts(): Locator {
    return this.page.locator(".jp-Notebook .jp-InputPrompt");
  }

  get #running(): Locator {
    return this.#prompts.filter({ hasText: "[*]" });
  }
}

/** Asks again and again, for half a minute at most. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 600; i++) {
    if (await holds()) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("It did not come about in half a minute");
}
