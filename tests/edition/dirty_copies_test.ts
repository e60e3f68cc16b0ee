/**
 * Dirty copies of the graduates of 2023: each is read with every graduate as he stands, or refused.
 *
 * Three things no reader can tell, since what is left is a sound file. A file cut off at the end of a
 * line is a shorter cohort: the line that a task begins with says how many graduates were read of how
 * many lines, for a person to notice. A file cut off within the last cell of a row ends without a line
 * end, and the same line says so; to refuse it would refuse every sound file that ends so. Rows in
 * another order are the same graduates. Nor can a reader tell one plausible name from another: a cell
 * of free text that was typed over is read as it stands. So is a line end that was moved by a few
 * characters, from the 学号 of a row into the name that ends the row before: such a row has a name
 * that its destination should not have, which preflight doubts.
 */
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { join } from "node:path";
import { readDictionaries } from "lib/edition/dictionaries.ts";
import { type Graduate, graduatesOf } from "lib/edition/graduates.ts";
import { readSheet } from "lib/table/csv.ts";
import { DataError } from "lib/table/faults.ts";
import { root } from "lib/workspace.ts";

/** Some seventy graduates from all over the cohort, small enough to be read thousands of times. */
const CLEAN = Deno.readTextFileSync(join(root(), "data", "2023", "graduates.csv")).trimEnd()
  .split("\n").filter((_, i) => i % 80 === 0);

const dictionaries = readDictionaries();
const FOLDER = Deno.makeTempDirSync();
const PATH = join(FOLDER, "graduates.csv");

function read(content: Uint8Array) {
  Deno.writeFileSync(PATH, content);
  const sheet = readSheet(PATH);
  return { sheet, graduates: graduatesOf(sheet, dictionaries).rows() };
}

const known = new Map(
  read(bytes(text(CLEAN))).graduates.map((one) => [one.学号, JSON.stringify(one)]),
);

function bytes(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

function text(lines: readonly string[]): string {
  return lines.map((line) => line + "\n").join("");
}

/** A way to spoil a file; where it strikes is a share of the file's length. */
interface Dirt {
  readonly kind: string;
  readonly spoil: (content: string) => string;
}

/** Evenly spread: a random double is mostly nought, and would strike the header alone. */
const share = fc.noBias(fc.nat(999_999)).map((millionths) => millionths / 1_000_000);

function dirt(kind: string, spoil: fc.Arbitrary<(content: string) => string>): fc.Arbitrary<Dirt> {
  return spoil.map((one) => ({ kind, spoil: one }));
}

function insert(content: string, where: number, what: string): string {
  const at = Math.floor(where * (content.length + 1));
  return content.slice(0, at) + what + content.slice(at);
}

/** The edge of a cell near a place, where a quote does most harm. */
function edge(content: string, where: number): number {
  const edges = [...content.matchAll(/(?<=^|[,\r\n])|(?=[,\r\n]|$)/g)].map(({ index }) => index);
  return (edges[Math.floor(where * edges.length)] ?? 0) / (content.length + 1);
}

function onLines(change: (lines: string[]) => string[]): (content: string) => string {
  return (content) => text(change(content.replace(/\n$/, "").split("\n")));
}

/** No more than three quotes: four in a row are a cell that holds one, and rightly read. */
const quotes = fc.array(fc.tuple(share, fc.boolean()), { minLength: 1, maxLength: 3 }).map(
  (some) => (content: string) =>
    some.reduce(
      (sofar, [where, atEdge]) => insert(sofar, atEdge ? edge(sofar, where) : where, '"'),
      content,
    ),
);

/** The worst that two quotes can do: the rows between two cells of a column become one sound row. */
const swallowed = fc.tuple(share, share, share).map(([a, b, c]) =>
  onLines((lines) => {
    const [from = 0, to = 0] = [a, b].map((one) => Math.floor(one * lines.length)).sort((x, y) =>
      x - y
    );
    const column = Math.floor(c * (lines[0]?.split(",").length ?? 1));
    const quote = (line: string, change: (cell: string) => string) =>
      line.split(",").map((cell, i) => i === column ? change(cell) : cell).join(",");
    return lines.map((line, i) => i === from ? quote(line, (cell) => `"${cell}`) : line)
      .map((line, i) => i === to ? quote(line, (cell) => `${cell}"`) : line);
  })
);

const STRANGE = [
  "\0",
  "\x1b",
  "\x7f",
  "\t",
  "\u00AD",
  "\u200B",
  "\u202E",
  "\u2028",
  "\uFEFF",
  "⼥",
];

const anyDirt: fc.Arbitrary<Dirt> = fc.oneof(
  dirt("quotes", quotes),
  dirt("swallowed rows", swallowed),
  dirt(
    "line ends",
    fc.array(fc.constantFrom("\n", "\r\n", "\r"), { minLength: 1, maxLength: 5 }).map((ends) => {
      let i = 0;
      return (content) => content.replace(/\n/g, () => ends[i++ % ends.length] ?? "\n");
    }),
  ),
  dirt(
    "a stray line end",
    fc.tuple(share, fc.constantFrom("\n", "\r", "\r\n", "\n\n,,,\n")).map(
      ([where, end]) => (content) => insert(content, where, end),
    ),
  ),
  dirt(
    "a strange character",
    fc.tuple(share, fc.constantFrom(...STRANGE)).map(([where, one]) => (content) =>
      insert(content, where, one)
    ),
  ),
  dirt(
    "swapped rows",
    fc.tuple(share, share).map(([a, b]) =>
      onLines((lines) => {
        const [i, j] = [Math.floor(a * lines.length), Math.floor(b * lines.length)];
        return lines.map((line, k) => lines[k === i ? j : k === j ? i : k] ?? line);
      })
    ),
  ),
  dirt(
    "joined rows",
    fc.tuple(share, fc.constantFrom("", ",", " ", '"')).map(([where, glue]) => (content) => {
      const at = content.indexOf("\n", Math.floor(where * content.length));
      return at < 0 ? content : content.slice(0, at) + glue + content.slice(at + 1);
    }),
  ),
  dirt(
    "a doubled block",
    fc.tuple(share, share).map(([a, b]) =>
      onLines((lines) => {
        const [from, to] = [a, b].map((one) => Math.floor(one * lines.length)).sort((x, y) =>
          x - y
        );
        const block = lines.slice(from, (to ?? 0) + 1);
        return lines.toSpliced((to ?? 0) + 1, 0, ...block);
      })
    ),
  ),
);

/** Whether a line end may have been taken out and another put in beside it. */
function isMoved(dirts: readonly Dirt[]): boolean {
  return ["a stray line end", "joined rows"].every((kind) =>
    dirts.some((one) => one.kind === kind)
  );
}

/** One to three kinds of dirt, and at last perhaps the end cut off, be it in the middle of a character. */
const dirty = fc.tuple(
  fc.uniqueArray(anyDirt, { minLength: 1, maxLength: 3, selector: ({ kind }) => kind })
    .filter((dirts) => !isMoved(dirts)),
  fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: share }),
);

Deno.test("of a dirty copy every graduate is read as he stands, or a fault names the place", () => {
  const seen = { read: 0, refused: 0 };
  fc.assert(
    fc.property(dirty, ([dirts, kept]) => {
      const whole = bytes(dirts.reduce((content, { spoil }) => spoil(content), text(CLEAN)));
      const content = whole.subarray(0, Math.floor(kept * whole.length));
      const isCut = content.length < whole.length;
      try {
        const { sheet, graduates } = read(content);
        seen.read++;
        assertAsTheyStand(graduates, isCut && !sheet.ended);
        assertEquals(graduates.length + 1 + sheet.blank, sheet.lines, "rows of lines are said");
        if (!isCut) assertEquals(graduates.length, known.size, "none fewer");
      } catch (error) {
        if (!(error instanceof DataError)) throw error;
        seen.refused++;
        assertTellsThePlace(error, content);
      }
    }),
    { numRuns: 3000 },
  );
  assert(seen.read > 100 && seen.refused > 1000, `both happen: ${JSON.stringify(seen)}`);
  Deno.removeSync(FOLDER, { recursive: true });
});

/** Each is one of the known, once; of a file that was cut off, the last may lack its last cell. */
function assertAsTheyStand(graduates: readonly Graduate[], lastMayBeCut: boolean): void {
  assertEquals(new Set(graduates.map((one) => one.学号)).size, graduates.length, "none more");
  graduates.forEach((one, i) => {
    const stands = known.get(one.学号);
    const isLast = lastMayBeCut && i === graduates.length - 1;
    if (stands === undefined || !isLast) {
      return assertEquals(JSON.stringify(one), stands, "nobody new, none changed");
    }
    assertEquals({ ...one, 升学院校: "" }, { ...JSON.parse(stands), 升学院校: "" });
  });
}

function assertTellsThePlace({ faults, message }: DataError, content: Uint8Array): void {
  const most = content.filter((byte) => byte === 10 || byte === 13).length + 1;
  for (const { row, expected } of faults) {
    assert(/\p{Script=Han}/u.test(expected));
    if (row === undefined) assert(/空的|只有表头/.test(expected), expected);
    else assert(row >= 1 && row <= most, `${row} of ${most}`);
  }
  assert(!/(?!\n)[\p{Cc}\p{Cf}]/u.test(message), "a terminal can show it");
  for (const id of known.keys()) assert(!message.includes(id), "and it names nobody");
}
