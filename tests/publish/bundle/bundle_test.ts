import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { unzipSync } from "fflate";
import { join } from "node:path";
import { bundle, packable } from "lib/publish/bundle/bundle.ts";
import { targetOf, TARGETS } from "lib/publish/bundle/target.ts";
import type { Machine, Ran } from "lib/publish/jupyter/setup.ts";
import { editionJson } from "../../small_edition.ts";

const TRACKED = [
  "README.md",
  "data/README.md",
  "data/2023/graduates.csv",
  "data/2031/graduates.csv",
  "reports/2031/index.html",
  "lib/gone.ts",
];

/** A workspace with a rebuilt edition and a real one, both of which git was told to keep. */
function workspace(): string {
  const root = Deno.makeTempDirSync();
  const put = (name: string, text: string) => {
    Deno.mkdirSync(join(root, name, ".."), { recursive: true });
    Deno.writeTextFileSync(join(root, name), text);
  };
  for (const name of TRACKED.slice(0, -1)) put(name, name);
  put("data/2023/edition.json", editionJson({ records: "reconstructed" }));
  put("data/2031/edition.json", editionJson());
  return root;
}

Deno.test("what may be passed on is what git keeps and exists, but for real records and their report", () => {
  const root = workspace();
  assertEquals(packable(root, TRACKED), [
    "README.md",
    "data/README.md",
    "data/2023/graduates.csv",
  ]);
  Deno.removeSync(root, { recursive: true });
});

Deno.test("every computer that npm has a Deno for is known by its own name", () => {
  assertEquals(targetOf("windows", "x86_64")?.name, "windows");
  assertEquals(targetOf("darwin", "aarch64")?.name, "macos");
  assertEquals(targetOf("darwin", "x86_64")?.name, "macos-intel");
  assertEquals(targetOf("linux", "x86_64")?.name, "linux");
  assertEquals(targetOf("linux", "aarch64")?.name, "linux-arm");
  assertEquals(targetOf("freebsd", "x86_64"), undefined);
});

/** A machine on which whatever is asked for is downloaded at once. */
function machineAt(root: string, answer: (words: string) => Ran = () => ({ ok: true, out: "" })) {
  const machine: Machine = {
    os: "linux",
    arch: "x86_64",
    root,
    deno: "/somewhere/deno",
    denoVersion: "2.9.6",
    mayInstallDebian: false,
    say: () => {},
    run: ([program], args, env = {}) => {
      const words = [program, ...args].join(" ");
      const put = (folder: string, name: string) => {
        Deno.mkdirSync(folder, { recursive: true });
        Deno.writeTextFileSync(join(folder, name), name);
      };
      const packages = (...more: string[]) => join(env.DENO_DIR ?? "", "npm", "mirror.cn", ...more);
      if (program === "git") return Promise.resolve({ ok: true, out: TRACKED.join("\0") });
      if (args[0] === "install") put(packages("docx", "1"), "index.js");
      if (args[0] === "cache") put(packages("@deno", "win32-x64", "2.9.6"), "deno.exe");
      if (args[0]?.endsWith("wheels.py")) put(JSON.parse(args[1] ?? "").folder, "zmq.whl");
      return Promise.resolve(answer(words));
    },
  };
  return machine;
}

const [WINDOWS] = TARGETS;

Deno.test("the archive has the workspace, Deno, the packages, and what starts them from a mirror's cache", async () => {
  const root = workspace();
  const archive = join(root, "x.zip");
  const jupyter = { python: ["python3"], env: {} } as const;
  assert(WINDOWS);
  const order = { target: WINDOWS, python: "3.11", deno: "2.9.6", archive };
  await bundle(machineAt(root), jupyter, order);
  const files = unzipSync(Deno.readFileSync(archive));
  assertEquals(Object.keys(files).sort(), [
    "graduate-report/README.md",
    "graduate-report/data/2023/graduates.csv",
    "graduate-report/data/README.md",
    "graduate-report/deno.cmd",
    "graduate-report/offline/deno-dir/npm/mirror.cn/docx/1/index.js",
    "graduate-report/offline/deno.exe",
    "graduate-report/offline/wheels/zmq.whl",
    "graduate-report/离线安装.txt",
  ]);
  const text = (name: string) => new TextDecoder().decode(files[`graduate-report/${name}`]);
  assertStringIncludes(text("deno.cmd"), "NPM_CONFIG_REGISTRY=https://mirror.cn/");
  assert(!/[^\r]\n/.test(text("deno.cmd")), "a line of a batch file ends in a bare line feed");
  assertEquals(text("离线安装.txt").trim().split("\n").length, 3);
  Deno.removeSync(root, { recursive: true });
});

Deno.test("what cannot be had is named, and no archive is left", async () => {
  const root = workspace();
  const archive = join(root, "x.zip");
  const jupyter = { python: ["python3"], env: {} } as const;
  assert(WINDOWS);
  const order = { target: WINDOWS, python: "3.11", deno: "2.9.6", archive };
  const machine = machineAt(
    root,
    (words) => words.includes("wheels.py") ? { ok: false, out: "no route" } : { ok: true, out: "" },
  );
  const error = await assertRejects(() => bundle(machine, jupyter, order));
  assertStringIncludes((error as Error).message, "没有取到 Jupyter 软件包：\nno route");
  assertEquals([...Deno.readDirSync(root)].filter(({ name }) => name === "x.zip"), []);
  Deno.removeSync(root, { recursive: true });
});
