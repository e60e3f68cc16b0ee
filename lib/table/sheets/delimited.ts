/** Text files with one record a line: commas, tabs or semicolons, in any encoding met in China. */
import { parse } from "csv-parse";
import { basename } from "node:path";
import { Readable } from "node:stream";
import type { Row, Sheet } from "./sheets.ts";
import { refusal } from "./sheets.ts";

/** How many rows are handed on at a time. */
const PORTION = 2000;

/** A text file as a sheet; it is read as a stream. */
export function delimitedSheet(path: string, head: Uint8Array): Sheet {
  const file = basename(path);
  const encoding = encodingOf(path, head);
  const separator = separatorOf(new TextDecoder(encoding).decode(head));
  if (separator === undefined) throw refusal(file, "看不出是表格：没有逗号、制表符或分号分开的列");
  return {
    file,
    name: "",
    container: `${separator === "\t" ? "制表符分隔的文本" : "CSV"}（${NAMES[encoding]}）`,
    rows: () => rowsOf(path, file, encoding, separator),
    hiddenRows: [],
    hiddenColumns: [],
    hidden: false,
  };
}

type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";
const NAMES: Readonly<Record<Encoding, string>> = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16",
  "gb18030": "GBK",
};

/**
 * The encoding of a text: a byte-order mark tells, or zero bytes beside ASCII, or that all of it is
 * valid UTF-8; else it is GBK, whose superset GB18030 is used.
 */
export function encodingOf(path: string, head: Uint8Array): Encoding {
  const [a, b] = head;
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  const zeros = (odd: 0 | 1) => head.filter((byte, i) => byte === 0 && i % 2 === odd).length;
  if (zeros(1) > head.length / 20) return "utf-16le";
  if (zeros(0) > head.length / 20) return "utf-16be";
  return isUtf8(path) ? "utf-8" : "gb18030";
}

function isUtf8(path: string): boolean {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for (const part of portions(path)) decoder.decode(part, { stream: true });
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** A file's bytes, a megabyte at a time. */
function* portions(path: string): Iterable<Uint8Array> {
  using opened = Deno.openSync(path, { read: true });
  for (;;) {
    const part = new Uint8Array(1 << 20);
    const length = opened.readSync(part);
    if (length === null) return;
    yield part.subarray(0, length);
  }
}

function* texts(path: string, encoding: Encoding): Iterable<string> {
  const decoder = new TextDecoder(encoding);
  for (const part of portions(path)) yield decoder.decode(part, { stream: true });
  yield decoder.decode();
}

/** The sign that parts columns in most of the first lines; undefined where none does. */
function separatorOf(text: string): string | undefined {
  const lines = text.split(/\r\n|\n|\r/).slice(0, 20);
  const counts = [",", "\t", ";"].map((sign) => ({
    sign,
    count: lines.reduce((sum, line) => sum + line.split(sign).length - 1, 0),
  }));
  const best = counts.toSorted((a, b) => b.count - a.count)[0];
  return best === undefined || best.count === 0 ? undefined : best.sign;
}

async function* rowsOf(
  path: string,
  file: string,
  encoding: Encoding,
  separator: string,
): AsyncIterable<readonly Row[]> {
  const parser = Readable.from(texts(path, encoding)).pipe(parse({
    delimiter: separator,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
  }));
  let portion: Row[] = [];
  let number = 0;
  try {
    // A blank line is a record too, and a quoted line break none, so records count as rows do.
    for await (const cells of parser as AsyncIterable<string[]>) {
      number += 1;
      portion.push({ number, cells });
      if (portion.length === PORTION) {
        yield portion;
        portion = [];
      }
    }
  } catch {
    throw refusal(file, `不是规范的 CSV（引号没有成对？），第 ${number + 1} 行附近`);
  }
  if (portion.length > 0) yield portion;
}
