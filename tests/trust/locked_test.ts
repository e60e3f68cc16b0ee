import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { root } from "lib/workspace.ts";

/** A folder with the workspace's settings and lock, in which one module imports a package. */
function locked(change: (lock: string) => string): string {
  const folder = Deno.makeTempDirSync();
  const settings = JSON.parse(Deno.readTextFileSync(join(root(), "deno.json")));
  const { imports, lock, unstable } = settings;
  assertEquals(lock.frozen, true);
  const { fflate } = imports;
  Deno.writeTextFileSync(
    join(folder, "deno.json"),
    JSON.stringify({ imports: { fflate }, lock, unstable }),
  );
  const full = JSON.parse(Deno.readTextFileSync(join(root(), "deno.lock")));
  const own = (name: string) => name.includes("fflate@") && !name.includes("fast");
  const only = (all: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => own(name)));
  const kept = { version: full.version, specifiers: only(full.specifiers), npm: only(full.npm) };
  const text = JSON.stringify({ ...kept, workspace: { dependencies: [fflate] } }, null, 2);
  Deno.writeTextFileSync(join(folder, "deno.lock"), change(text) + "\n");
  Deno.writeTextFileSync(join(folder, "x.ts"), 'import "fflate";\nconsole.log("ran");\n');
  return folder;
}

async function run(folder: string) {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "x.ts"],
    cwd: folder,
    env: { NO_COLOR: "1" },
  }).output();
  const [out = "", err = ""] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  const lock = Deno.readTextFileSync(join(folder, "deno.lock"));
  Deno.removeSync(folder, { recursive: true });
  return { success, out, err, lock };
}

Deno.test("a package that the lock does not hold is not run, and the lock stays as it is", async () => {
  const sound = await run(locked((text) => text));
  assertEquals([sound.success, sound.out], [true, "ran\n"], sound.err);
  const lacking = locked((text) =>
    JSON.stringify({ ...JSON.parse(text), specifiers: {}, npm: {} })
  );
  const before = Deno.readTextFileSync(join(lacking, "deno.lock"));
  const { success, out, err, lock } = await run(lacking);
  assert(!success);
  assertEquals([out, lock], ["", before]);
  assertStringIncludes(err, "lockfile is out of date");
});
