/** Office files are zip archives of XML; here they become the same bytes from the same report. */
import { unzipSync, type Zippable, zipSync } from "fflate";
import { escapeHtml } from "../document/html.ts";
import { dateText } from "../document/words.ts";
import type { Cover } from "./cover.ts";

/** The parts of an Office file: path → content. */
export type Parts = Readonly<Record<string, Uint8Array>>;

/** The earliest date that a zip entry can have, in local time as zip counts: the same anywhere. */
const NO_DATE = new Date(1980, 0, 1);

/** Where both Word and Excel look for title, author and dates. */
export const CORE_PROPERTIES = "docProps/core.xml";

/**
 * Title, author and dates of a file. The day of the records stands for the day of writing, so that
 * writing again changes nothing.
 *
 * @param kind what the file is, e.g. `图表数据`, after the title; empty for the report itself
 */
export function coreProperties({ school, title, asOf }: Cover, kind = ""): string {
  const text = (line: string) => escapeHtml(printable(line));
  const name = `${school}${title}${kind === "" ? "" : `：${kind}`}`;
  const date = (tag: string) =>
    `<dcterms:${tag} xsi:type="dcterms:W3CDTF">${text(asOf)}T00:00:00Z</dcterms:${tag}>`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n` +
    `<cp:coreProperties` +
    ` xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
    ` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"` +
    ` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
    `<dc:title>${text(name)}</dc:title>` +
    `<dc:subject>${text(`数据截至 ${dateText(asOf)}`)}</dc:subject>` +
    `<dc:creator>${text(school)}</dc:creator>` +
    `<cp:lastModifiedBy>${text(school)}</cp:lastModifiedBy>` +
    `${date("created")}${date("modified")}<dc:language>zh-CN</dc:language>` +
    `</cp:coreProperties>`;
}

/**
 * Packs an Office file anew with no date of its own.
 *
 * @param bytes the file as a library wrote it
 * @param change gives the parts that are to stand in it
 */
export function repack(
  bytes: Uint8Array,
  change: (parts: Parts) => Parts,
): Uint8Array<ArrayBuffer> {
  const parts: Zippable = {};
  for (const [path, part] of Object.entries(change(unzipSync(bytes)))) {
    // A picture is as small already as it can be.
    parts[path] = [part, { mtime: NO_DATE, level: path.endsWith(".png") ? 0 : 9 }];
  }
  // A copy, since the archive may be a view into a longer buffer.
  return new Uint8Array(zipSync(parts));
}

/** Text without the characters that XML cannot hold (most control characters, half surrogates). */
export function printable(text: string): string {
  // deno-lint-ignore no-control-regex
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
}
