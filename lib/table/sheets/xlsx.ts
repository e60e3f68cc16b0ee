/**
 * .xlsx workbooks, read as a stream. SheetJS, which reads the other kinds of workbook, holds every cell
 * and needs a sheet's XML as one string, which past half a gigabyte the engine cannot make; and
 * takes far longer. What a cell's text is, is told by the same rule for all.
 */
import { SSF, utils } from "@e965/xlsx";
import { basename } from "node:path";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import { broken, type Row, type Sheet } from "./sheets.ts";
import { textOf } from "./workbook.ts";
import { type Part, partsOf, streamOfPart, textOfPart } from "./zip.ts";

/** How many rows are handed on at a time. */
const PORTION = 2000;

/** Whether a zip file is a workbook of XML parts; one of OpenDocument or of binary parts is not. */
export function isXlsx(path: string): boolean {
  return partsOf(path).some(({ name }) => name === "xl/workbook.xml");
}

/** The sheets of an .xlsx file. */
export function xlsxSheets(path: string): readonly Sheet[] {
  const parts = new Map(partsOf(path).map((part) => [part.name, part]));
  const text = (name: string) => {
    const part = parts.get(name);
    return part === undefined ? "" : textOfPart(path, part);
  };
  const targets = new Map(
    tagsOf(text("xl/_rels/workbook.xml.rels"), "Relationship")
      .map((one) => [one["Id"] ?? "", (one["Target"] ?? "").replace(/^\/?(xl\/)?/, "xl/")]),
  );
  const formats = formatsOf(text("xl/styles.xml"));
  const sheets = tagsOf(text("xl/workbook.xml"), "sheet");
  const strings = once(() => stringsOf(path, parts.get("xl/sharedStrings.xml")));
  return sheets.flatMap((one): Sheet[] => {
    const part = parts.get(targets.get(one["r:id"] ?? "") ?? "");
    if (part === undefined) return [];
    const hiddenRows: number[] = [];
    const hiddenColumns: number[] = [];
    const merged = once(() => mergedIn(path, part));
    return [{
      file: basename(path),
      name: sheets.length > 1 ? one["name"] ?? "" : "",
      container: ".xlsx 工作簿",
      rows: async function* () {
        hiddenRows.length = 0;
        hiddenColumns.length = 0;
        const reader = new SheetReader(await strings(), formats, hiddenRows, hiddenColumns);
        try {
          yield* filled(reader.rows(streamOfPart(path, part)), await merged());
        } catch (error) {
          throw broken(basename(path), error);
        }
      },
      hiddenRows,
      hiddenColumns,
      hidden: (one["state"] ?? "visible") !== "visible",
    }];
  });
}

/** A function's result, made when it is first asked for. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => made ??= make();
}

/** The attributes of all tags of a name. */
function tagsOf(xml: string, name: string): Record<string, string>[] {
  const found: Record<string, string>[] = [];
  const parser = new SaxesParser();
  parser.on("opentag", (tag) => {
    if (local(tag.name) === name) found.push({ ...tag.attributes } as Record<string, string>);
  });
  if (xml !== "") parser.write(xml).close();
  return found;
}

/** A tag's name without its prefix. */
function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** The number format of each cell style. */
function formatsOf(xml: string): string[] {
  const own = new Map(tagsOf(xml, "numFmt").map((one) => [one["numFmtId"], one["formatCode"]]));
  const usual: Readonly<Record<string, string>> = SSF.get_table();
  const inside = /<(?:\w+:)?cellXfs[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? "";
  return tagsOf(inside, "xf").map(({ numFmtId = "0" }) =>
    own.get(numFmtId) ?? usual[numFmtId] ?? "General"
  );
}

/** The texts that cells refer to; a text of several runs is joined, its phonetic guide left out. */
async function stringsOf(path: string, part: Part | undefined): Promise<string[]> {
  const strings: string[] = [];
  if (part === undefined) return strings;
  let text = "";
  let inText = false;
  let guide = false;
  const parser = new SaxesParser();
  parser.on("opentag", (tag) => {
    const name = local(tag.name);
    if (name === "si") text = "";
    if (name === "rPh") guide = true;
    inText = name === "t" && !guide;
  });
  parser.on("text", (piece) => {
    if (inText) text += piece;
  });
  parser.on("closetag", (tag) => {
    const name = local(tag.name);
    if (name === "t") inText = false;
    if (name === "rPh") guide = false;
    if (name === "si") strings.push(text);
  });
  for await (const piece of streamOfPart(path, part)) parser.write(piece);
  parser.close();
  return strings;
}

interface Range {
  readonly s: { readonly r: number; readonly c: number };
  readonly e: { readonly r: number; readonly c: number };
}

/** The merged ranges, which a sheet lists behind its cells. */
async function mergedIn(path: string, part: Part): Promise<Range[]> {
  let tail = "";
  let ended = false;
  for await (const piece of streamOfPart(path, part)) {
    tail = ended ? tail + piece : tail.slice(-20) + piece;
    const end = ended ? -1 : tail.search(/<\/(?:\w+:)?sheetData>/);
    if (end >= 0) {
      ended = true;
      tail = tail.slice(end);
    }
  }
  return [...tail.matchAll(/<(?:\w+:)?mergeCell\s[^>]*ref="([^"]+)"/g)]
    .map(([, ref = ""]) => utils.decode_range(ref));
}

/** Rows in which merged ranges have their text in every cell. */
async function* filled(
  portions: AsyncIterable<readonly Row[]>,
  merged: readonly Range[],
): AsyncIterable<readonly Row[]> {
  if (merged.length === 0) return yield* portions;
  const texts = new Map<Range, string>();
  for await (const portion of portions) {
    yield portion.map(({ number, cells }) => {
      const own = [...cells];
      for (const range of merged) {
        const { s, e } = range;
        if (number - 1 < s.r || number - 1 > e.r) continue;
        if (number - 1 === s.r) texts.set(range, cells[s.c] ?? "");
        for (let c = s.c; c <= e.c; c++) own[c] = texts.get(range) ?? "";
      }
      return { number, cells: own.map((text) => text ?? "") };
    });
  }
}

class SheetReader {
  #rows: Row[] = [];
  #cells: string[] = [];
  #number = 0;
  #column = -1;
  #type = "n";
  #style = 0;
  #value = "";
  #inValue = false;

  constructor(
    private readonly strings: readonly string[],
    private readonly formats: readonly string[],
    private readonly hiddenRows: number[],
    private readonly hiddenColumns: number[],
  ) {}

  async *rows(xml: AsyncIterable<string>): AsyncIterable<readonly Row[]> {
    const parser = new SaxesParser();
    parser.on("opentag", (tag) => this.#open(local(tag.name), tag));
    parser.on("text", (text) => {
      if (this.#inValue) this.#value += text;
    });
    parser.on("closetag", (tag) => this.#close(local(tag.name)));
    for await (const piece of xml) {
      parser.write(piece);
      if (this.#rows.length >= PORTION) {
        yield this.#rows;
        this.#rows = [];
      }
    }
    parser.close();
    if (this.#rows.length > 0) yield this.#rows;
  }

  #open(name: string, { attributes }: SaxesTagPlain): void {
    if (name === "row") {
      this.#number = Number(attributes["r"] ?? this.#number + 1);
      this.#cells = [];
      this.#column = -1;
      if (isTrue(attributes["hidden"])) this.hiddenRows.push(this.#number);
    } else if (name === "c") {
      const ref = attributes["r"];
      this.#column = ref === undefined ? this.#column + 1 : utils.decode_cell(ref).c;
      this.#type = attributes["t"] ?? "n";
      this.#style = Number(attributes["s"] ?? 0);
      this.#value = "";
    } else if (name === "v" || name === "t") this.#inValue = true;
    else if (name === "col" && isTrue(attributes["hidden"])) {
      const [from, to] = [Number(attributes["min"]), Number(attributes["max"])];
      // A hidden rest of the sheet runs to column 16384 and says nothing of the table.
      for (let c = from; c <= Math.min(to, from + 255); c++) this.hiddenColumns.push(c - 1);
    }
  }

  #close(name: string): void {
    if (name === "v" || name === "t") this.#inValue = false;
    else if (name === "c") {
      while (this.#cells.length < this.#column) this.#cells.push("");
      this.#cells[this.#column] = this.#text();
    } else if (name === "row") this.#rows.push({ number: this.#number, cells: this.#cells });
  }

  #text(): string {
    const value = this.#value;
    switch (this.#type) {
      case "s":
        return this.strings[Number(value)] ?? "";
      case "str":
      case "inlineStr":
      case "d":
        return value;
      case "b":
        return value === "1" ? "true" : "false";
      case "e":
        return value;
      default: {
        if (value === "") return "";
        const z = this.formats[this.#style] ?? "General";
        const v = Number(value);
        return textOf({ t: "n", v, z, ...(/^0+$/.test(z) ? { w: SSF.format(z, v) } : {}) });
      }
    }
  }
}

function isTrue(attribute: string | undefined): boolean {
  return attribute === "1" || attribute === "true";
}
