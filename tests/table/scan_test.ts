import { assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { QuoteError, rowsOf, withLineFeeds } from "lib/table/rows.ts";
import { PLAIN, Scanner } from "lib/table/scan.ts";
import { Dictionary, EncodingError, Texts } from "lib/table/texts.ts";

/** A file that gives a few bytes at a time. */
function fileOf(bytes: Uint8Array, most = Infinity) {
  let at = 0;
  return {
    readSync(into: Uint8Array): number | null {
      const part = bytes.subarray(at, at + Math.min(into.length, most));
      into.set(part);
      at += part.length;
      return part.length === 0 ? null : part.length;
    },
  };
}

/** The rows as the scanner reads them into two dictionaries, and what stops it. */
function scanned(bytes: Uint8Array, part: number, most: number) {
  const dictionaries = [0, 1].map(() => new Dictionary((text) => text !== text.trim()));
  const scanner = new Scanner(fileOf(bytes, most), part);
  const codes = new Uint32Array(2);
  const rows: { number: number; cells: readonly (string | number)[]; plain: boolean }[] = [];
  try {
    for (;;) {
      const row = scanner.next(dictionaries, codes);
      if (row === undefined) break;
      rows.push(
        row === PLAIN
          ? { number: scanner.number, cells: [...codes], plain: true }
          : { number: row.number, cells: row.cells, plain: false },
      );
    }
  } catch (error) {
    if (!(error instanceof QuoteError)) throw error;
    return { rows: told(), stopped: [error.row, error.expected] };
  }
  return { rows: told(), stopped: undefined, breaks: scanner.breaks, ended: scanner.ended };

  function told() {
    const texts = dictionaries.map((one) => [...one.done()]);
    return rows.map(({ number, cells, plain }) => ({
      number,
      cells: plain
        ? cells.map((code, i) => texts[i]?.[Number(code)])
        : cells.map((cell) => withoutSpaces(String(cell))),
    }));
  }
}

/** Spaces and tabs around a cell are no matter, and plain rows come without them. */
const withoutSpaces = (cell: string) => cell.replace(/^[ \t]+|[ \t]+$/g, "");

/** The rows as they are where the whole text is at hand. */
function expected(text: string) {
  const rows: { number: number; cells: readonly string[] }[] = [];
  const feeds = withLineFeeds(text);
  try {
    for (const { number, cells } of rowsOf(feeds)) {
      rows.push({ number, cells: cells.map(withoutSpaces) });
    }
  } catch (error) {
    if (!(error instanceof QuoteError)) throw error;
    return { rows, stopped: [error.row, error.expected] };
  }
  const ended = feeds === "" || feeds.endsWith("\n");
  return { rows, stopped: undefined, breaks: feeds.split("\n").length - 1, ended };
}

const piece = fc.constantFrom(
  ...[",", ",", ",", "\n", "\n", "\r\n", "\r", '"', '""', '"甲"', '"乙,1"', '" 丙 "', '"丁\n"'],
  ...["男", "护理系", "1", " ", "\t", "　", "（", "\uFEFF", "𠮷"],
);

Deno.test("rows are the same however few bytes of the file are held at a time", () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 60 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 12 }),
      (pieces, part, most) => {
        const text = pieces.join("");
        const found = scanned(new TextEncoder().encode(text), part, most);
        assertEquals(found, expected(text) as never);
      },
    ),
    { numRuns: 2_000 },
  );
});

Deno.test("bytes that are no UTF-8 are refused wherever they stand, also in half a character", () => {
  const text = "甲,乙\n丙,丁\n";
  const bytes = new TextEncoder().encode(text);
  for (const [at, byte] of bytes.entries()) {
    if (byte < 0x80) continue;
    for (const wrong of [0xff, 0x2f, byte ^ 0x40]) {
      const spoilt = bytes.with(at, wrong);
      assertThrows(() => scanned(spoilt, 4, 3), EncodingError, undefined, `${at} ${wrong}`);
    }
  }
});

Deno.test("a dictionary gives equal texts one number, whatever their number and kind", () => {
  const texts = fc.array(
    fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("甲", "乙", "")),
  );
  fc.assert(fc.property(texts, (all) => {
    const dictionary = new Dictionary(() => false);
    const codes = all.map((text) => dictionary.codeOf(text.toWellFormed()));
    const distinct = [...new Set(all.map((text) => text.toWellFormed()))];
    assertEquals(codes, all.map((text) => distinct.indexOf(text.toWellFormed())));
    assertEquals([...dictionary.done()], distinct);
  }));
});

Deno.test("a text is not taken for a longer one that begins with it", () => {
  const texts = Array.from({ length: 1_000 }, (_, at) => "学".repeat(1_000 - at));
  const dictionary = new Dictionary(() => false);
  assertEquals(texts.map((text) => dictionary.codeOf(text)), [...texts.keys()]);
});

Deno.test("many texts stay bytes, and know whether all of them look different", () => {
  const many = Array.from({ length: 70_000 }, (_, at) => `学号${at}`);
  const read = (texts: readonly string[]) => {
    const dictionary = new Dictionary(() => false);
    for (const text of texts) dictionary.codeOf(text);
    return dictionary.done();
  };
  const plain = read(many);
  if (!(plain instanceof Texts)) throw new Error("Expected texts that stay bytes");
  assertEquals([plain.plain, plain.length, plain.at(69_999)], [true, 70_000, "学号69999"]);
  assertEquals([plain.at(70_000), plain.at(-1)], [undefined, undefined]);
  const wide = read([...many, "学号１"]);
  assertEquals(wide instanceof Texts && wide.plain, false);
});
