import { assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";

const CONFIG = fileURLToPath(new URL("../../deno.json", import.meta.url));

/** Runs a test file of its own; says how it ended and what it printed. */
async function run(test: string, ...args: string[]) {
  const { success, stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["test", "-A", "--no-check", "--config", CONFIG, test, ...args],
    env: { NO_COLOR: "1" },
    stderr: "null",
  }).output();
  return { success, said: new TextDecoder().decode(stdout) };
}

Deno.test("a value is held against its snapshot, which --update writes in the tests' order", async () => {
  const folder = await Deno.makeTempDir();
  const test = `${folder}/made_test.ts`;
  const write = (value: string, last = `"x"`) =>
    Deno.writeTextFile(
      test,
      `import { assertSnapshot } from "@std/testing/snapshot";
      Deno.test("b", async (t) => {
        await assertSnapshot(t, ${value});
        await t.step("within", (t) => assertSnapshot(t, "\`\${1}\`"));
      });
      Deno.test("a", async (t) => await assertSnapshot(t, ${last}));
      `,
    );
  try {
    await write("{ k: [1], 专业: 2 }");
    const missing = await run(test);
    assertEquals([missing.success, missing.said.includes("Missing snapshot file.")], [false, true]);
    assertEquals((await run(test, "--", "--update")).success, true);
    assertEquals(
      await Deno.readTextFile(`${folder}/__snapshots__/made_test.ts.snap`),
      "export const snapshot = {};\n" +
        '\nsnapshot[`b 1`] = `\n{\n  "专业": 2,\n  k: [\n    1,\n  ],\n}\n`;\n' +
        '\nsnapshot[`b > within 1`] = `"\\`\\${1}\\`"`;\n' +
        '\nsnapshot[`a 1`] = `"x"`;\n',
    );
    assertEquals((await run(test)).success, true);
    await write("{ k: [2], 专业: 2 }");
    const changed = await run(test);
    assertEquals(changed.success, false);
    for (const line of ["Snapshot does not match:", "-       2,\\n", "+       1,\\n", "1 passed"]) {
      assertEquals(changed.said.includes(line), true, line);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
