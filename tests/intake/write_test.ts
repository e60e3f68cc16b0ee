import { assertEquals, assertRejects } from "@std/assert";
import { join } from "node:path";
import { DataError } from "lib/table/faults.ts";
import { mendFolder } from "lib/files.ts";
import { workshop, writeEdition } from "lib/intake/write.ts";
import { editionJson, graduatesCsv } from "../small_edition.ts";
import { desk, filesUnder } from "./taken.ts";

const EDITION = { "edition.json": editionJson({ year: 2025 }), "graduates.csv": graduatesCsv({}) };

Deno.test("what was prepared takes the folder's place, with what else was there", async () => {
  await using own = desk({}, { "2025/text/a.md": "学校自己的话", "2025/graduates.csv": "旧的" });
  await writeEdition(2025, new Map(Object.entries(EDITION)));
  assertEquals(own.read("graduates.csv"), EDITION["graduates.csv"]);
  assertEquals(own.read("text/a.md"), "学校自己的话");
  assertEquals(filesUnder(workshop(2025)).size, 0);
});

Deno.test("an edition that could not be read is not written", async () => {
  await using own = desk({}, { "2025/graduates.csv": "旧的" });
  const before = filesUnder(own.data);
  const wrong = new Map(Object.entries({ ...EDITION, "graduates.csv": "学号\n1\n" }));
  await assertRejects(() => writeEdition(2025, wrong), DataError);
  assertEquals(filesUnder(own.data), before);
});

Deno.test("a writer that fails half-way leaves the data as they were", async () => {
  await using own = desk({}, { "2025/graduates.csv": "旧的" });
  const before = filesUnder(own.data);
  const failing = new Map([["graduates.csv", (path: string) => {
    Deno.writeTextFileSync(path, "一半");
    throw new Error("disk full");
  }]]);
  await assertRejects(() => writeEdition(2025, failing), Error, "disk full");
  assertEquals(filesUnder(own.data), before);
});

Deno.test("an edition that was moved aside when the machine stopped is put back", async () => {
  await using own = desk({}, { "2025/graduates.csv": "旧的" });
  Deno.renameSync(join(own.data, "2025"), join(own.data, ".2025.old"));
  const told: string[] = [];
  await mendFolder(join(own.data, "2025"), (line) => void told.push(line));
  assertEquals(told.length, 1);
  assertEquals(own.read("graduates.csv"), "旧的");
});
