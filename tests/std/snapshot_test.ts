import { assert, assertEquals, AssertionError, assertRejects } from "@std/assert";
import { fileURLToPath } from "node:url";
import { assertSnapshot, createAssertSnapshot, serialize } from "@std/testing/snapshot";

const rows = { 专业: "护理", counts: [3, 1, 2], note: "`${quoted}` \\ text" };

Deno.test("a value is what its snapshot says", async (t) => {
  await assertSnapshot(t, rows);
  await assertSnapshot(t, 1);
  await t.step("within a step", (t) => assertSnapshot(t, "text", { serializer: String }));
});

Deno.test("a value that has changed is refused, with the difference", async (t) => {
  const options = { mode: "assert", name: "known", path: "testdata/known.snap" } as const;
  await assertSnapshot(t, rows, options);
  await assertRejects(
    () => assertSnapshot(t, { ...rows, counts: [3, 1, 9] }, options),
    AssertionError,
    "Snapshot does not match:\n",
  );
});

Deno.test("a snapshot that is missing is refused", async (t) => {
  const mode = "assert";
  await assertRejects(
    () => assertSnapshot(t, 1, { mode, name: "unheard of" }),
    AssertionError,
    "Missing snapshot: unheard of 1",
  );
  await assertRejects(
    () => assertSnapshot(t, 1, { mode, path: "__snapshots__/nowhere.snap" }),
    AssertionError,
    "Missing snapshot file.",
  );
  const own = createAssertSnapshot({ mode, name: "unheard of", msg: "in my own words" });
  await assertRejects(() => own(t, 1), AssertionError, "in my own words");
});

Deno.test("values are written whole, with their keys in order", () => {
  assertEquals(
    serialize({ b: 1, a: [new Set([1])] }),
    "{\n  a: [\n    Set(1) {\n      1,\n    },\n  ],\n  b: 1,\n}",
  );
});

Deno.test("--update writes the file, in the order of the tests", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const test = `${folder}/made_test.ts`;
    const body = (value: string) =>
      `import { assertSnapshot } from "@std/testing/snapshot";\n` +
      `Deno.test("b", async (t) => { await assertSnapshot(t, ${value}); });\n` +
      `Deno.test("a", async (t) => { await assertSnapshot(t, "x"); });\n`;
    const run = async (...args: string[]) => {
      const config = fileURLToPath(new URL("../../deno.json", import.meta.url));
      const { success } = await new Deno.Command(Deno.execPath(), {
        args: ["test", "-A", "--no-check", "--config", config, test, ...args],
        stdout: "null",
        stderr: "null",
      }).output();
      return success;
    };
    await Deno.writeTextFile(test, body("{ k: [1] }"));
    assertEquals(await run(), false);
    assert(await run("--", "--update"));
    assertEquals(
      await Deno.readTextFile(`${folder}/__snapshots__/made_test.ts.snap`),
      'export const snapshot = {};\n\nsnapshot[`b 1`] = `\n{\n  k: [\n    1,\n  ],\n}\n`;\n\nsnapshot[`a 1`] = `"x"`;\n',
    );
    assert(await run());
    await Deno.writeTextFile(test, body("{ k: [2] }"));
    assertEquals(await run(), false);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
