/** Bitmaps as one piece of a store. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Bitmaps } from "./picture.ts";

/** Bitmaps as an archive: for each a file with the SVG that it shows, and one with itself. */
export function packed(bitmaps: Bitmaps["known"]): Uint8Array<ArrayBuffer> {
  const files = [...bitmaps].flatMap((
    [svg, png],
    i,
  ) => [[`${i}.svg`, strToU8(svg)], [`${i}.png`, png]]);
  return new Uint8Array(zipSync(Object.fromEntries(files), { level: 0 }));
}

/** Bitmaps from an archive; none where there is no archive. */
export function unpacked(archive: Uint8Array | undefined): Map<string, Uint8Array<ArrayBuffer>> {
  const files = archive === undefined ? {} : unzipSync(archive);
  return new Map(
    Object.entries(files).flatMap(([name, content]) => {
      const png = files[name.replace(/svg$/, "png")];
      return name.endsWith(".svg") && png !== undefined
        ? [[strFromU8(content), new Uint8Array(png)]]
        : [];
    }),
  );
}
