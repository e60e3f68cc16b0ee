import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "lib/workspace.ts";
import { taskArgs, TASKS } from "../task.ts";
import { anotherDeno, DENO, denoTooOld, messageFor } from "lib/tasks/run_task.ts";

Deno.test("a Deno older than 2.9.0 is refused in words, a newer one is not", () => {
  assertEquals(denoTooOld("2.9.0"), undefined);
  assertEquals(denoTooOld("2.10.1"), undefined);
  assertEquals(denoTooOld("3.0.0-rc.1"), undefined);
  assertStringIncludes(denoTooOld("2.8.9") ?? "", "2.8.9");
  assert(denoTooOld("1.46.3"));
});

Deno.test("another Deno than the one that all tests passed with is told of in one sentence", () => {
  assertEquals(anotherDeno(DENO), undefined);
  assertMatch(anotherDeno("2.99.0") ?? "", /^提醒：现在用的是 Deno 2\.99\.0，[^\n]*deno@\d/);
});

Deno.test("the README's commands and CI's name the Deno that all tests passed with", () => {
  const readme = ["README.md", "CONTRIBUTING.md"]
    .map((name) => Deno.readTextFileSync(join(root(), name))).join("\n");
  const named = [...readme.matchAll(/npx --yes deno(\S*)/g)].map(([, version]) => version);
  assert(named.length > 3);
  assertEquals(new Set(named), new Set(["", `@${DENO}`]));
  const [, test = ""] = /^(npx --yes deno@\S+ task test)\b/m.exec(readme) ?? [];
  assertStringIncludes(Deno.readTextFileSync(join(root(), ".ci", "run")), `NO_COLOR=1 ${test} <`);
});

Deno.test("an analyst sees a Chinese message alone, a programmer the trace of a bug", () => {
  assertEquals(messageFor(new Error("没有 2031 年的版次")), "没有 2031 年的版次");
  assertStringIncludes(messageFor(new Error("Cannot do it")), "run_task_test.ts");
});

/** What `act` throws. */
function errorOf(act: () => void): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error("Expected an error: nothing was thrown");
}

Deno.test("what the system refuses is told in plain Chinese, whatever the path is called", () => {
  const named = (code: string) =>
    Object.assign(new Error("x (os error 32): rename '/家/2024'"), { code });
  assertMatch(messageFor(named("EBUSY")), /^文件或文件夹正被别的程序占用；[^]*家/);
  assertMatch(messageFor(named("EACCES")), /^没有权限/);
  assertMatch(messageFor(named("EROFS")), /^这里只能读不能写/);
  const long = join(Deno.cwd(), "长".repeat(300));
  assertMatch(messageFor(errorOf(() => Deno.mkdirSync(long))), /^文件名或路径太长/);
});

Deno.test({
  name: "a full disk and a folder that cannot be written are told as such",
  ignore: Deno.build.os !== "linux",
  fn: async () => {
    // A process of its own, since a test may not touch what belongs to the system.
    const lib = pathToFileURL(join(root(), "lib"));
    const code = `
      const { messageFor } = await import("${lib}/tasks/run_task.ts");
      const { replaceFolder } = await import("${lib}/files.ts");
      const told = (error) => console.log(messageFor(error));
      await Deno.writeTextFile("/dev/full", "x").catch(told);
      await replaceFolder("/sys/2024", () => {}).catch(told);`;
    const args = ["eval", code];
    const { stdout } = await new Deno.Command(Deno.execPath(), { args, cwd: root() }).output();
    // Of /sys not even root may make a folder.
    assertMatch(new TextDecoder().decode(stdout), /^磁盘已满[^]*\n没有权限读写/);
  },
});

async function run(name: string, ...args: readonly string[]) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...taskArgs(name), ...args],
    cwd: root(),
    env: { NO_COLOR: "1" },
  }).output();
  const [out = "", err = ""] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  return { code, out, err };
}

Deno.test("no task has all rights, and but for those that ask registries none has the network", () => {
  for (const name of TASKS) {
    const rights = taskArgs(name).filter((arg) => arg.startsWith("-"));
    assert(!rights.some((right) => /^(-A|--allow-all|--allow-ffi)/.test(right)), name);
    // A page that is watched is served to this computer alone.
    const net = rights.filter((right) => /^(-N|--allow-net)/.test(right))
      .filter((right) => right !== "-N=127.0.0.1");
    assertEquals(net.length > 0, name === "outdated", name);
  }
});

Deno.test("every task tells how it is called", async () => {
  for (const name of TASKS) {
    const { code, out, err } = await run(name, "--help");
    assertEquals([code, err], [0, ""], name);
    assertMatch(out, new RegExp(`^用法：deno task ${name}( |\n)[^]+--help[^]+退出码：`), name);
  }
});

Deno.test("every task refuses an argument that it does not know, before it does anything", async () => {
  for (const name of TASKS.filter((name) => name !== "lab")) {
    const { code, out, err } = await run(name, "--yaer", "2031");
    assertEquals([code, out], [2, ""], name);
    assertStringIncludes(err, "不认识的参数 --yaer");
  }
});
