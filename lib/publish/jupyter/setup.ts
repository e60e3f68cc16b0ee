/** What a run needs, made ready where it is missing: npm packages, Jupyter, our kernel. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readIfThere, writeIfChanged } from "../../files.ts";
import { OFFLINE, WHEELS } from "../offline.ts";
import { registerKernel } from "./kernel.ts";
import {
  type Command,
  findPythons,
  OLDEST,
  type Python,
  pythonCommands,
  pythonForVenv,
  pythonWithJupyter,
} from "./python.ts";

/** A Jupyter that is ready to run notebooks on this workspace's kernel. */
export interface Jupyter {
  /** The Python that has it. */
  readonly python: Command;
  /** What its processes need in their environment, besides ours. */
  readonly env: Readonly<Record<string, string>>;
}

/** What set-up needs of the machine, so that a test can stand in for one. */
export interface Machine {
  readonly os: typeof Deno.build.os;
  readonly arch: string;
  /** The workspace's root. */
  readonly root: string;
  /** Deno itself. */
  readonly deno: string;
  readonly denoVersion: string;
  /** Whether packages of a Debian system may be installed. */
  readonly mayInstallDebian: boolean;
  /** Tells the analyst what is going on. */
  say(line: string): void;
  /** Runs a command to its end, with more in its environment. */
  run(
    command: Command,
    args: readonly string[],
    env?: Readonly<Record<string, string>>,
  ): Promise<Ran>;
}

/** How a command ended, and what it printed. */
export interface Ran {
  readonly ok: boolean;
  readonly out: string;
}

/** Set-up that cannot go on; its message tells the analyst what to install. */
export class SetupError extends Error {
  override readonly name = "SetupError";
}

/** A way to get Jupyter, to be tried in order. */
export type Step =
  | { readonly kind: "venv"; readonly python: Python }
  | { readonly kind: "installed"; readonly python: Python }
  | { readonly kind: "debian" };

/**
 * The ways to get Jupyter on a machine, best first: the workspace's own pinned one, one that is
 * installed, and Debian's package where we may install it.
 */
export function stepsFor(pythons: readonly Python[], mayInstallDebian: boolean): Step[] {
  const own = pythonForVenv(pythons);
  const installed = pythonWithJupyter(pythons);
  return [
    ...(own ? [{ kind: "venv", python: own } as const] : []),
    ...(installed ? [{ kind: "installed", python: installed } as const] : []),
    ...(mayInstallDebian && !installed ? [{ kind: "debian" } as const] : []),
  ];
}

/**
 * Makes everything ready. What is ready already is left alone, without touching the network.
 *
 * @throws {SetupError} if something is missing that we cannot get, saying what to install
 */
export async function setUp(machine: Machine): Promise<Jupyter> {
  const [, jupyter] = await Promise.all([cachePackages(machine), prepareJupyter(machine)]);
  return jupyter;
}

/** Downloads the npm packages that the workspace imports, once for each state of `deno.lock`. */
async function cachePackages(machine: Machine): Promise<void> {
  const { root, deno, denoVersion } = machine;
  const home = ["DENO_DIR", "XDG_CACHE_HOME", "HOME", "LOCALAPPDATA"].map((name) =>
    Deno.env.get(name) ?? ""
  );
  const files = ["deno.json", "deno.lock"].map((name) => readIfThere(join(root, name)) ?? "");
  const state = await hash([...files, denoVersion, ...home]);
  const stamp = join(root, ".cache", "packages");
  if (readIfThere(stamp) === state) return;
  machine.say("准备：下载 npm 软件包（仅首次需要）……");
  const { ok, out } = await machine.run([deno], ["install", "--quiet"]);
  if (!ok && /lockfile is out of date/.test(out)) {
    throw new SetupError(
      "deno.lock 与 deno.json 对不上：软件包有增减。核对过 deno.json 之后，请运行 " +
        "deno install --frozen=false，再重新运行。",
    );
  }
  if (!ok) {
    throw new SetupError(
      `下载 npm 软件包失败。请检查网络或 npm 镜像的设置后重新运行。\n${tail(out)}`,
    );
  }
  Deno.mkdirSync(join(root, ".cache"), { recursive: true });
  writeIfChanged(stamp, state);
}

async function prepareJupyter(machine: Machine): Promise<Jupyter> {
  const { root, os, arch } = machine;
  const state = await hash([readIfThere(join(root, "requirements.txt")) ?? "", os, arch]);
  const own = venvPython(root, os);
  // The stamp is written last: an environment without it was never finished.
  if (readIfThere(join(root, VENV_STAMP)) === state && existsSync(own)) {
    return useOwn(machine, own);
  }
  const chosen = readIfThere(join(root, INSTALLED))?.trim().split("\n");
  if (chosen && isCommand(chosen)) return useInstalled(machine, chosen);

  const reasons: string[] = [];
  for (const step of stepsFor(await pythonsOf(machine), machine.mayInstallDebian)) {
    const result = await take(step, machine, own, state);
    if (typeof result !== "string") return result;
    reasons.push(result);
  }
  throw new SetupError(adviceFor(os, reasons));
}

const VENV = ".venv";
const VENV_STAMP = join(VENV, "ready");
/** Names the installed Python that is used instead of our own environment. */
const INSTALLED = join(".cache", "jupyter", "python");

/** Takes one step: the Jupyter it gave, or why it gave none. */
async function take(
  step: Step,
  machine: Machine,
  own: string,
  state: string,
): Promise<Jupyter | string> {
  const { root } = machine;
  switch (step.kind) {
    case "venv": {
      const failure = await makeVenv(machine, step.python, own);
      if (failure !== undefined) {
        machine.say("      未能在 .venv 安装 Jupyter，改用其他办法。");
        return failure;
      }
      Deno.writeTextFileSync(join(root, VENV_STAMP), state);
      return useOwn(machine, own);
    }
    case "debian": {
      machine.say("准备：以管理员身份安装 Debian 软件包 jupyter-nbconvert……");
      const install = ["install", "--yes", "--no-install-recommends", "jupyter-nbconvert"];
      let ran = await machine.run(["apt-get"], install);
      if (!ran.ok) {
        await machine.run(["apt-get"], ["update"]);
        ran = await machine.run(["apt-get"], install);
      }
      const python = pythonWithJupyter(await pythonsOf(machine));
      if (python) return rememberInstalled(machine, python);
      return `apt-get install jupyter-nbconvert：${tail(ran.out)}`;
    }
    case "installed":
      return rememberInstalled(machine, step.python);
  }
}

/** Makes `.venv` anew; says why if it cannot. */
async function makeVenv(
  machine: Machine,
  { command, version }: Python,
  own: string,
): Promise<string | undefined> {
  const { root } = machine;
  machine.say(
    `准备：用 Python ${version.join(".")} 在 .venv 安装 Jupyter（仅首次需要，约一两分钟）……`,
  );
  const folder = join(root, VENV);
  if (existsSync(folder)) Deno.removeSync(folder, { recursive: true });
  const wheels = join(root, OFFLINE, WHEELS);
  const made = await machine.run(command, ["-m", "venv", folder]);
  if (!made.ok) return `建立 .venv 失败：${tail(made.out)}`;
  const installed = await machine.run([own], [
    ...["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"],
    // The list is complete and its hashes are known: nothing to resolve, nothing to build. What is
    // used is compiled when it is first used, which spares half a minute here.
    ...["--retries", "2", "--no-deps", "--no-compile", "--only-binary", ":all:"],
    ...["--require-hashes", "--requirement", join(root, "requirements.txt")],
    // A workspace that was packed brings them along.
    ...(existsSync(wheels) ? ["--no-index", "--find-links", wheels] : []),
  ]);
  if (!installed.ok) return `安装 Jupyter 软件包失败：${tail(installed.out)}`;
  const works = await machine.run([own], ["-c", "import nbclient, nbconvert.exporters.html"]);
  return works.ok ? undefined : `安装好的 Jupyter 不能运行：${tail(works.out)}`;
}

function useOwn(machine: Machine, python: string): Jupyter {
  return ready(machine, [python], join(machine.root, VENV, "share", "jupyter"));
}

function useInstalled(machine: Machine, python: Command): Jupyter {
  return ready(machine, python, join(machine.root, ".cache", "jupyter", "share"));
}

function rememberInstalled(machine: Machine, { command, nbconvert }: Python): Jupyter {
  machine.say(`准备：使用已安装的 Jupyter（${command.join(" ")}，nbconvert ${nbconvert}）。`);
  const jupyter = useInstalled(machine, command);
  writeIfChanged(join(machine.root, INSTALLED), command.join("\n") + "\n");
  return jupyter;
}

function ready(machine: Machine, python: Command, share: string): Jupyter {
  registerKernel(share, python, machine.deno);
  return {
    python,
    env: {
      JUPYTER_PATH: share,
      // Somebody's own settings of Jupyter are not to change a report.
      JUPYTER_CONFIG_DIR: join(machine.root, ".cache", "jupyter", "config"),
      PYTHONUTF8: "1",
    },
  };
}

function pythonsOf(machine: Machine): Promise<Python[]> {
  return findPythons(pythonCommands(machine.os), async (command, args) => {
    const { ok, out } = await machine.run(command, args);
    return ok ? out : undefined;
  });
}

/** The Python of the workspace's own environment. */
export function venvPython(root: string, os: typeof Deno.build.os): string {
  return os === "windows"
    ? join(root, VENV, "Scripts", "python.exe")
    : join(root, VENV, "bin", "python");
}

/** What an analyst can do where nothing worked. */
export function adviceFor(os: typeof Deno.build.os, reasons: readonly string[]): string {
  const python = os === "windows"
    ? "安装 Python 3.11（可从应用商店安装，或运行 winget install Python.Python.3.11）"
    : os === "darwin"
    ? "安装 Python 3.11（例如 brew install python@3.11）"
    : "安装 Python 及其 venv（例如 sudo apt-get install python3 python3-venv）";
  const installed = os === "linux"
    ? "安装系统自带的 Jupyter：sudo apt-get install jupyter-nbconvert"
    : "在已有的 Python 中安装 Jupyter：python -m pip install nbclient nbconvert";
  const [first] = reasons;
  return [
    first === undefined
      ? `没有找到 Python ${OLDEST.python} 或更新的版本，无法准备 Jupyter。`
      : "无法准备 Jupyter：",
    ...reasons.map((reason) => `  · ${reason}`),
    "请做以下任意一件事，然后重新运行：",
    ...(first === undefined ? [] : ["  · 接通能访问 PyPI（或其镜像）的网络"]),
    `  · ${python}，并接通网络`,
    `  · ${installed}（nbclient ≥ ${OLDEST.nbclient}，nbconvert ≥ ${OLDEST.nbconvert}）`,
  ].join("\n");
}

/** The machine that we are on. */
export function thisMachine(root: string, say: (line: string) => void): Machine {
  const { os, arch } = Deno.build;
  return {
    os,
    arch,
    root,
    deno: Deno.execPath(),
    denoVersion: Deno.version.deno,
    mayInstallDebian: os === "linux" && Deno.uid() === 0 && existsSync("/etc/debian_version"),
    say,
    async run([program, ...first], args, env = {}) {
      try {
        const { success, stdout, stderr } = await new Deno.Command(program, {
          args: [...first, ...args],
          cwd: root,
          env: { DEBIAN_FRONTEND: "noninteractive", NO_COLOR: "1", PYTHONUTF8: "1", ...env },
          stdin: "null",
          stdout: "piped",
          stderr: "piped",
        }).output();
        const decoder = new TextDecoder();
        const out = decoder.decode(stdout);
        return { ok: success, out: success ? out : out + decoder.decode(stderr) };
      } catch (error) {
        return { ok: false, out: error instanceof Error ? error.message : String(error) };
      }
    },
  };
}

function isCommand(words: readonly string[]): words is Command {
  return words.length > 0;
}

/** The last lines of what a command printed: where it says what went wrong. */
function tail(out: string): string {
  const lines = out.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  return lines.slice(-3).join("\n    ");
}

async function hash(texts: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode(texts.join("\0"));
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
}
