import { assert, assertEquals, assertThrows } from "@std/assert";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { DataError } from "lib/table/faults.ts";
import { root } from "lib/workspace.ts";
import { recover, workshop, writeEdition } from "lib/intake/write.ts";
import { editionJson, graduatesCsv } from "../small_edition.ts";
import { desk, filesUnder, register } from "./taken.ts";

const EDITION = { "edition.json": editionJson({ year: 2025 }), "graduates.csv": graduatesCsv({}) };

Deno.test("what was prepared takes the folder's place, with what else was there", async () => {
  await using own = desk({}, { "2025/text/a.md": "学校自己的话", "2025/graduates.csv": "旧的" });
  writeEdition(2025, new Map(Object.entries(EDITION)));
  assertEquals(own.read("graduates.csv"), EDITION["graduates.csv"]);
  assertEquals(own.read("text/a.md"), "学校自己的话");
  assertEquals(filesUnder(workshop(2025)).size, 0);
});

Deno.test("an edition that could not be read is not written", async () => {
  await using own = desk({}, { "2025/graduates.csv": "旧的" });
  const before = filesUnder(own.data);
  const wrong = new Map(Object.entries({ ...EDITION, "graduates.csv": "学号\n1\n" }));
  assertThrows(() => writeEdition(2025, wrong), DataError);
  assertEquals(filesUnder(own.data), before);
});

Deno.test("a writer that fails half-way leaves the data as they were", async () => {
  await using own = desk({}, { "2025/graduates.csv": "旧的" });
  const before = filesUnder(own.data);
  const failing = new Map([["graduates.csv", (path: string) => {
    Deno.writeTextFileSync(path, "一半");
    throw new Error("disk full");
  }]]);
  assertThrows(() => writeEdition(2025, failing), Error, "disk full");
  assertEquals(filesUnder(own.data), before);
});

Deno.test("an edition that was moved aside when the machine stopped is put back", async () => {
  await using own = desk({}, { "2025/graduates.csv": "旧的" });
  Deno.mkdirSync(workshop(2025), { recursive: true });
  Deno.renameSync(join(own.data, "2025"), join(workshop(2025), "old"));
  recover(2025);
  assertEquals(own.read("graduates.csv"), "旧的");
});

Deno.test("an intake that is killed leaves the data as they were", async () => {
  const many = register(...Array.from({ length: 30_000 }, () => ({})));
  await using own = desk({ "登记表.csv": many }, { "2025/graduates.csv": "旧的" });
  const before = filesUnder(own.data);
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      join(root(), "lib/tasks/intake.ts"),
      "--year",
      "2025",
      own.path("登记表.csv"),
    ],
    cwd: root(),
    stdout: "null",
    stderr: "null",
  }).spawn();
  // As soon as it has begun to prepare the edition, it is stopped.
  const begun = join(workshop(2025), "new", "2025");
  const ended = { yes: false };
  child.status.then(() => ended.yes = true);
  while (!existsSync(begun) && !ended.yes) await new Promise((go) => setTimeout(go, 2));
  assert(!ended.yes, "the intake ended before it could be stopped");
  child.kill("SIGKILL");
  await child.status;
  assertEquals(filesUnder(own.data), before);
});
