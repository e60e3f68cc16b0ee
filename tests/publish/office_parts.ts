/** Office files, opened for tests. */
import { strFromU8, unzipSync } from "fflate";
import { DOMParser } from "linkedom";

/** An element of an XML part, as far as tests look. */
export interface Element {
  readonly textContent: string;
  readonly parentElement: Element | null;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<Element>;
  getElementsByTagName(name: string): Iterable<Element>;
}

/** The texts of an Office file's parts by path; pictures are left out. */
export function partsOf(bytes: Uint8Array): Map<string, string> {
  const parts = Object.entries(unzipSync(bytes));
  return new Map(
    parts.filter(([path]) => /\.(xml|rels|svg)$/.test(path))
      .map(([path, part]) => [path, strFromU8(part)]),
  );
}

/** A part, read as XML. @throws {Error} if there is no such part */
export function readPart(parts: ReadonlyMap<string, string>, path: string): Element {
  const text = parts.get(path);
  if (text === undefined) throw new Error(`No part ${path} among ${[...parts.keys()].join(" ")}`);
  return new DOMParser().parseFromString(text, "text/xml") as unknown as Element;
}

/** The elements of a part that have a name. */
export function elementsOf(part: Element, name: string): Element[] {
  return [...part.getElementsByTagName(name)];
}

/** Why a part is no well-formed XML, judged by its tags; empty where it is. */
export function xmlFaults(xml: string): string[] {
  const faults: string[] = [];
  // deno-lint-ignore no-control-regex
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(xml)) faults.push("control character");
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(xml)) faults.push("bare ampersand");
  const open: string[] = [];
  for (const [tag, close, name = "", self] of xml.matchAll(TAG)) {
    if (self === "/") continue;
    if (close !== "/") open.push(name);
    else if (open.pop() !== name) return [...faults, `unexpected ${tag}`];
  }
  return open.length > 0 ? [...faults, `not closed: ${open.join(" ")}`] : faults;
}

const TAG = /<(\/?)([\w:.-]+)(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>/g;

/** The dates of a zip archive's entries, year to minute, e.g. `1980-1-1-0-0`. */
export function datesOf(bytes: Uint8Array): Set<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const dates = new Set<string>();
  for (let at = 0; at + 16 <= bytes.length; at++) {
    // The head of an entry in the archive's list of contents.
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const [time, date] = [view.getUint16(at + 12, true), view.getUint16(at + 14, true)];
    const parts = [(date >> 9) + 1980, (date >> 5) & 15, date & 31, time >> 11, (time >> 5) & 63];
    dates.add(parts.join("-"));
  }
  return dates;
}
