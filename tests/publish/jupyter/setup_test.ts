import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  atLeast,
  type Command,
  findPythons,
  type Python,
  pythonCommands,
  pythonForVenv,
  pythonWithJupyter,
} from "lib/publish/jupyter/python.ts";
import {
  adviceFor,
  type Machine,
  type Ran,
  setUp,
  SetupError,
  stepsFor,
  venvPython,
} from "lib/publish/jupyter/setup.ts";
import { inTemp } from "../../in_temp.ts";

const bare: Python = { command: ["python3"], version: [3, 11], nbclient: null, nbconvert: null };
const debian: Python = {
  command: ["/usr/bin/python3"],
  version: [3, 11],
  nbclient: "0.7.2",
  nbconvert: "6.5.3",
};

Deno.test("versions compare by number, not by text", () => {
  assert(atLeast("3.11", "3.9"));
  assert(atLeast("7.0", "6.5"));
  assert(atLeast("3.9", "3.9"));
  assert(atLeast("6.5.3", "6.5"));
  assert(!atLeast("0.6.8", "0.7"));
  assert(!atLeast("3.8.20", "3.9"));
});

Deno.test("Windows asks its launcher first, other systems python3", () => {
  assertEquals(pythonCommands("windows")[0], ["py", "-3"]);
  assertEquals(pythonCommands("darwin")[0], ["python3"]);
});

Deno.test("a Python is known by its answer; one that does not answer is left out", async () => {
  const answers: Record<string, string> = {
    "py": "3.12\n-\n-\n",
    "python": "Python was not found",
    "python3": "3.11\n0.7.2\n6.5.3\n",
  };
  const run = ([program]: Command) => Promise.resolve(answers[program]);
  assertEquals(await findPythons([["py", "-3"], ["python"], ["python3"], ["none"]], run), [
    { command: ["py", "-3"], version: [3, 12], nbclient: null, nbconvert: null },
    { command: ["python3"], version: [3, 11], nbclient: "0.7.2", nbconvert: "6.5.3" },
  ]);
});

Deno.test("a Python that is too old serves for nothing, an old Jupyter not as it is", () => {
  const old: Python = { ...debian, version: [3, 8] };
  assertEquals(pythonForVenv([old, bare]), bare);
  assertEquals(pythonWithJupyter([old, bare, { ...debian, nbconvert: "6.4.5" }]), undefined);
  assertEquals(pythonWithJupyter([bare, debian]), debian);
});

Deno.test("our own Jupyter comes first, then an installed one, then Debian's package", () => {
  const kinds = (pythons: Python[], may: boolean) => stepsFor(pythons, may).map(({ kind }) => kind);
  assertEquals(kinds([bare, debian], true), ["venv", "installed"]);
  assertEquals(kinds([bare], true), ["venv", "debian"]);
  assertEquals(kinds([bare], false), ["venv"]);
  assertEquals(kinds([], false), []);
});

Deno.test("advice names what to install and why nothing worked", () => {
  const windows = adviceFor("windows", ["建立 .venv 失败：no network"]);
  assertStringIncludes(windows, "no network");
  assertStringIncludes(windows, "winget install");
  assertEquals(windows.includes("apt-get"), false);
  assertStringIncludes(adviceFor("linux", []), "apt-get install jupyter-nbconvert");
  assertStringIncludes(adviceFor("linux", []), "3.9");
});

/** A machine in a temporary folder whose commands are answered by `answer`. */
function machineIn(root: string, answer: (words: string) => Ran | undefined) {
  const ran: string[] = [];
  const said: string[] = [];
  const machine: Machine = {
    os: "linux",
    arch: "x86_64",
    root,
    deno: "/somewhere/deno",
    denoVersion: "2.9.6",
    mayInstallDebian: false,
    say: (line) => void said.push(line),
    run: (command, args) => {
      const words = [...command, ...args].join(" ");
      ran.push(words);
      const { ok, out } = answer(words) ?? { ok: false, out: "no such command" };
      if (ok && / -m venv /.test(words)) {
        const python = venvPython(root, "linux");
        Deno.mkdirSync(dirname(python), { recursive: true });
        Deno.writeTextFileSync(python, "");
      }
      return Promise.resolve({ ok, out });
    },
  };
  return { machine, ran, said };
}

const fine = { ok: true, out: "" };
const everythingWorks = (words: string): Ran =>
  words.startsWith("python3 -c") ? { ok: true, out: "3.11\n-\n-\n" } : fine;

Deno.test("a second set-up runs nothing and says nothing", () =>
  inTemp(async (root) => {
    const first = machineIn(root, everythingWorks);
    const jupyter = await setUp(first.machine);
    assertEquals(jupyter.python, [venvPython(root, "linux")]);
    assert(first.ran.some((words) => words.includes("--require-hashes")));
    const second = machineIn(root, () => undefined);
    assertEquals(await setUp(second.machine), jupyter);
    assertEquals([second.ran, second.said], [[], []]);
  }));

Deno.test("the kernel is this Deno's, and is registered anew when Deno has moved", () =>
  inTemp(async (root) => {
    const { machine } = machineIn(root, everythingWorks);
    const { env } = await setUp(machine);
    const path = join(env["JUPYTER_PATH"] ?? "", "kernels", "deno", "kernel.json");
    const read = () => JSON.parse(Deno.readTextFileSync(path));
    assertEquals(read().argv[0], venvPython(root, "linux"));
    assertEquals(read().argv.slice(2), ["/somewhere/deno", "{connection_file}"]);
    assertEquals(read().interrupt_mode, "message");
    assertEquals(read().env.TZ, "Asia/Shanghai");
    await setUp({ ...machine, deno: "/elsewhere/deno" });
    assertEquals(read().argv[2], "/elsewhere/deno");
  }));

Deno.test("an environment that was never finished is made again from nothing", () =>
  inTemp(async (root) => {
    const python = venvPython(root, "linux");
    Deno.mkdirSync(dirname(python), { recursive: true });
    Deno.writeTextFileSync(python, "");
    Deno.writeTextFileSync(join(root, ".venv", "half"), "");
    const { machine, ran } = machineIn(root, everythingWorks);
    await setUp(machine);
    assert(ran.some((words) => words.includes("-m venv")));
    assertEquals(existsSync(join(root, ".venv", "half")), false);
  }));

Deno.test("changed requirements are installed anew", () =>
  inTemp(async (root) => {
    await setUp(machineIn(root, everythingWorks).machine);
    Deno.writeTextFileSync(join(root, "requirements.txt"), "nbclient==9");
    const { machine, ran } = machineIn(root, everythingWorks);
    await setUp(machine);
    assert(ran.some((words) => words.includes("pip install")));
  }));

Deno.test("where packages cannot be had, an installed Jupyter is used, and remembered", () =>
  inTemp(async (root) => {
    const answer = (words: string): Ran | undefined => {
      if (words.startsWith("/usr/bin/python3 -c")) return { ok: true, out: "3.11\n0.7.2\n6.5.3\n" };
      if (words.includes("pip install")) return { ok: false, out: "Connection refused" };
      return everythingWorks(words);
    };
    const { machine, said } = machineIn(root, answer);
    const jupyter = await setUp(machine);
    assertEquals(jupyter.python, ["/usr/bin/python3"]);
    assertStringIncludes(said.join("\n"), "已安装的 Jupyter");
    const second = machineIn(root, () => undefined);
    assertEquals(await setUp(second.machine), jupyter);
    assertEquals(second.ran, []);
  }));

Deno.test("as root on Debian the package is installed, and that is said", () =>
  inTemp(async (root) => {
    let installed = false;
    const { machine, said, ran } = machineIn(root, (words) => {
      if (words.startsWith("deno") || words.startsWith("/somewhere/deno")) return fine;
      if (words.startsWith("apt-get install")) {
        installed = true;
        return fine;
      }
      if (words.startsWith("/usr/bin/python3 -c")) {
        return { ok: true, out: installed ? "3.11\n0.7.2\n6.5.3\n" : "3.11\n-\n-\n" };
      }
      return { ok: false, out: "ensurepip is not available" };
    });
    const jupyter = await setUp({ ...machine, mayInstallDebian: true });
    assertEquals(jupyter.python, ["/usr/bin/python3"]);
    assertStringIncludes(said.join("\n"), "jupyter-nbconvert");
    assertEquals(ran.includes("apt-get update"), false);
  }));

Deno.test("where nothing serves, the error says what failed and what to install", () =>
  inTemp(async (root) => {
    const { machine } = machineIn(root, (words) => {
      if (words.startsWith("/somewhere/deno")) return fine;
      if (words.startsWith("python3 -c")) return { ok: true, out: "3.11\n-\n-\n" };
      return { ok: false, out: "ERROR: no route to host" };
    });
    const error = await assertRejects(() => setUp(machine), SetupError);
    assertStringIncludes(error.message, "no route to host");
    assertStringIncludes(error.message, "请做以下任意一件事");
    assertEquals(existsSync(join(root, ".venv", "ready")), false);
  }));

Deno.test("npm packages that cannot be downloaded stop the run with the reason", () =>
  inTemp(async (root) => {
    const { machine } = machineIn(
      root,
      (words) =>
        words.startsWith("/somewhere/deno")
          ? { ok: false, out: "dns error" }
          : everythingWorks(words),
    );
    const error = await assertRejects(() => setUp(machine), SetupError);
    assertStringIncludes(error.message, "dns error");
  }));
