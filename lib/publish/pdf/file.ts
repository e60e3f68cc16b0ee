/** PDF files: where things stand in them, and what they say of themselves. */
import {
  ParseSpeeds,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRef,
} from "@cantoo/pdf-lib";
import { Buffer } from "node:buffer";

/** What a file says of itself. */
export interface Properties {
  readonly title: string;
  readonly author: string;
  /** The day that stands for the day of writing, `YYYY-MM-DD`. */
  readonly date: string;
  /** How many pages come before page 1: a cover, then pages in roman numerals. */
  readonly before: number;
}

/** A file as a browser printed it. */
export function openFile(bytes: Uint8Array): Promise<PDFDocument> {
  // Nobody waits for a turn meanwhile, as the library supposes.
  return PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
}

/** On which page each id stands that a link leads to, counted from 1. */
export function pagesOf(file: PDFDocument): Map<string, number> {
  const numbers = new Map(file.getPages().map(({ ref }, i) => [ref.tag, i + 1]));
  const places = file.catalog.lookupMaybe(PDFName.of("Dests"), PDFDict);
  const pages = new Map<string, number>();
  for (const [name, place] of places?.entries() ?? []) {
    const target = file.context.lookup(place);
    const page = target instanceof PDFArray ? target.get(0) : undefined;
    const number = page instanceof PDFRef ? numbers.get(page.tag) : undefined;
    if (number !== undefined) pages.set(decodeName(name), number);
  }
  return pages;
}

/**
 * Gives a file that a browser printed its title, author and day, and page labels as they are
 * printed, so that printing again gives the same bytes and a reader's page box shows the pages'
 * own numbers.
 */
export async function settle(
  file: PDFDocument,
  { title, author, date, before }: Properties,
): Promise<Uint8Array<ArrayBuffer>> {
  const day = new Date(`${date}T00:00:00Z`);
  file.setTitle(title, { showInWindowTitleBar: true });
  file.setAuthor(author);
  file.setCreator(author);
  file.setCreationDate(day);
  file.setModificationDate(day);
  const { context, catalog } = file;
  catalog.set(PDFName.of("Lang"), PDFHexString.fromText("zh-CN"));
  catalog.set(PDFName.of("PageMode"), PDFName.of("UseOutlines"));
  const labels = [
    ...(before > 0 ? [0, context.obj({ P: PDFHexString.fromText("封面") })] : []),
    ...(before > 1 ? [1, context.obj({ S: "R" })] : []),
    before,
    context.obj({ S: "D" }),
  ];
  catalog.set(PDFName.of("PageLabels"), context.obj({ Nums: labels }));
  const saved = await file.save({
    useObjectStreams: false,
    updateFieldAppearances: false,
    objectsPerTick: Infinity,
  });
  return countedAnew(saved);
}

/**
 * A file whose parts are numbered from 1: a browser counts on from whatever it showed before. The
 * names keep their length and order, so everything stays where it is.
 */
function countedAnew(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const text = Buffer.from(bytes).toString("latin1");
  const first = Math.min(...[...text.matchAll(PART)].map(([, number]) => Number(number)));
  const counted = text.replace(
    PART,
    (_, number: string) =>
      `(node${String(Number(number) - first + 1).padStart(number.length, "0")})`,
  );
  return new Uint8Array(Buffer.from(counted, "latin1"));
}

/** The name of a part of the tagged text. */
const PART = /\(node(\d{8})\)/g;

/** A name as text: its bytes are UTF-8. */
function decodeName(name: PDFName): string {
  return new TextDecoder().decode(name.asBytes());
}
