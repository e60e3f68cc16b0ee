import { assert, assertEquals } from "@std/assert";
import { existsSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { dictionaryFiles, readDictionaries } from "lib/edition/dictionaries.ts";
import { type Graduate, GRADUATES, readGraduates } from "lib/edition/graduates.ts";
import { snapshot } from "lib/edition/snapshot.ts";
import { graduatesCsv } from "../small_edition.ts";
import { temporaryData } from "../temporary_data.ts";

/** Two graduates, of whom one has told her pay. */
const WITH_PAY = graduatesCsv({}, {}).trim().split("\n")
  .map((line, at) => `${line},${["月收入", "5200", ""][at]}\n`).join("");

/** An edition's folder, of which every register is large enough to be kept. */
function edition(csv: string = WITH_PAY) {
  const data = temporaryData({ [GRADUATES]: csv });
  let reads = 0;
  const open = (least = 0) => {
    const before = reads;
    const read = () => {
      reads++;
      return { frame: readGraduates(data.folder, readDictionaries(data.folder)), told: "两行" };
    };
    const { frame, told } = snapshot<Graduate>(
      join(data.folder, GRADUATES),
      dictionaryFiles(data.folder),
      read,
      least,
    );
    return { rows: frame.rows(), told, wasRead: reads > before };
  };
  const kept = join(data.folder, ".cache", "graduates");
  return { ...data, [Symbol.dispose]: () => data[Symbol.dispose](), open, kept };
}

Deno.test("what was read is the same when it is opened again, and is not read again", () => {
  using one = edition();
  const first = one.open();
  const second = one.open();
  assertEquals([first.wasRead, second.wasRead], [true, false]);
  assertEquals({ ...second, wasRead: true }, first);
  assertEquals(second.rows.map(({ 月收入 }) => 月收入), [5200, null]);
});

Deno.test("a changed byte of the register or of a code list is noticed, whatever the clock says", () => {
  using one = edition();
  one.open();
  for (
    const path of [join(one.folder, GRADUATES), join(one.folder, "dictionaries", "degrees.csv")]
  ) {
    const { mtime, atime } = Deno.statSync(path);
    const bytes = Deno.readFileSync(path);
    // The last byte that is no line's end: a digit or a letter of a cell, or a comma.
    const at = bytes.findLastIndex((byte) => byte !== 0x0a && byte !== 0x0d && byte < 0x80);
    Deno.writeFileSync(path, bytes.with(at, 0x20));
    Deno.utimeSync(path, atime ?? 0, mtime ?? 0);
    let noticed = true;
    try {
      noticed = one.open().wasRead;
    } catch {
      // It was read, and found wrong.
    }
    assert(noticed, path);
    Deno.writeFileSync(path, bytes);
    one.open();
  }
  assertEquals(one.open().wasRead, false);
});

Deno.test("what is damaged, cut off or of another make is read anew", () => {
  using one = edition();
  const { rows } = one.open();
  const good = Deno.readFileSync(one.kept);
  const damage = fc.oneof(
    fc.nat({ max: good.length - 1 }).map((at) => good.with(at, (good[at] ?? 0) ^ 1)),
    fc.nat({ max: good.length - 1 }).map((length) => good.slice(0, length)),
    fc.uint8Array({ maxLength: 300 }),
    fc.constant(new Uint8Array([...good, 0])),
  );
  fc.assert(
    fc.property(damage, (bytes) => {
      Deno.writeFileSync(one.kept, bytes);
      const again = one.open();
      assertEquals(again, { rows, told: "两行", wasRead: true });
      assertEquals(one.open().wasRead, false);
    }),
    { numRuns: 40 },
  );
});

Deno.test({
  name: "rows of persons are kept for nobody else to read, and nothing is left beside them",
  ignore: Deno.build.os === "windows",
  fn: () => {
    using one = edition();
    one.open();
    const modes = [one.kept, join(one.folder, ".cache")].map((path) =>
      Deno.statSync(path).mode ?? 0
    );
    assertEquals(modes.map((mode) => mode & 0o777), [0o600, 0o700]);
    const names = [...Deno.readDirSync(join(one.folder, ".cache"))].map(({ name }) => name);
    assertEquals(names, ["graduates"]);
  },
});

Deno.test("a register of ordinary size is not kept; where nothing can be kept, it is read", () => {
  using one = edition();
  assertEquals([one.open(2 ** 20).wasRead, existsSync(one.kept)], [true, false]);
  Deno.writeTextFileSync(join(one.folder, ".cache"), "no folder");
  assertEquals([one.open().wasRead, one.open().wasRead], [true, true]);
});

Deno.test("identifiers that stay bytes come back as they are", () => {
  const [header = "", row = ""] = graduatesCsv({}).trim().split("\n");
  const rest = row.slice(row.indexOf(","));
  const many = Array.from({ length: 66_000 }, (_, at) => `学号${at}${rest}`);
  using one = edition([header, ...many, ""].join("\n"));
  const first = one.open();
  assertEquals(one.open(), { ...first, wasRead: false });
  assertEquals(first.rows.at(-1)?.学号, "学号65999");
});
