/** The parts of a zip file (which an .xlsx is), each read by itself and as a stream. */
import { Readable } from "node:stream";
import { createInflateRaw, inflateRawSync } from "node:zlib";

/** A part, as the zip's directory lists it. */
export interface Part {
  readonly name: string;
  /** Whether it is deflated, or stored as it is. */
  readonly deflated: boolean;
  /** Bytes in the zip and unpacked. */
  readonly packed: number;
  readonly size: number;
  /** Where its own header begins. */
  readonly offset: number;
}

/** What the directory of a zip begins each entry with, and what it ends in. */
const ENTRY = 0x02014b50;
const END = 0x06054b50;

/**
 * The parts of a zip file, by the directory at its end.
 *
 * @throws {RangeError} if there is no such directory
 */
export function partsOf(path: string): Part[] {
  using file = Deno.openSync(path, { read: true });
  const size = file.statSync().size;
  // The end record is 22 bytes and may have a comment of up to 65,535 behind it.
  const tail = bytesOf(file, Math.max(0, size - 65_557), size);
  const view = new DataView(tail.buffer);
  let end = tail.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== END) end--;
  if (end < 0) throw new RangeError("No directory of a zip file");
  const length = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  const directory = bytesOf(file, start, start + length);
  return entriesOf(directory);
}

function entriesOf(directory: Uint8Array): Part[] {
  const view = new DataView(directory.buffer);
  const parts: Part[] = [];
  for (let at = 0; at + 46 <= directory.length && view.getUint32(at, true) === ENTRY;) {
    const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const end = at + 46 + (name ?? 0);
    const [packed = 0, size = 0, offset = 0] = wide(
      view,
      [20, 24, 42].map((place) => view.getUint32(at + place, true)),
      end,
      end + (extra ?? 0),
    );
    parts.push({
      name: new TextDecoder().decode(directory.subarray(at + 46, end)),
      deflated: view.getUint16(at + 10, true) === 8,
      packed,
      size,
      offset,
    });
    at = end + (extra ?? 0) + (comment ?? 0);
  }
  return parts;
}

/** Sizes past 4 GB stand in an extra field, in the order size, packed size, offset. */
function wide(view: DataView, sizes: number[], from: number, to: number): number[] {
  const full = 0xffffffff;
  if (!sizes.includes(full)) return sizes;
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let place = at + 4;
    const next = () => {
      const value = Number(view.getBigUint64(place, true));
      place += 8;
      return value;
    };
    const [packed = 0, size = 0, offset = 0] = sizes;
    const whole = size === full ? next() : size;
    const small = packed === full ? next() : packed;
    return [small, whole, offset === full ? next() : offset];
  }
  return sizes;
}

/** A part's text, for parts that are small. */
export function textOfPart(path: string, part: Part): string {
  using file = Deno.openSync(path, { read: true });
  const start = dataOf(file, part);
  const packed = bytesOf(file, start, start + part.packed);
  return new TextDecoder().decode(part.deflated ? inflateRawSync(packed) : packed);
}

/** A part's text piece by piece. */
export async function* streamOfPart(path: string, part: Part): AsyncIterable<string> {
  const decoder = new TextDecoder();
  const packed = Readable.from(portions(path, part));
  const plain = part.deflated ? packed.pipe(createInflateRaw()) : packed;
  for await (const bytes of plain as AsyncIterable<Uint8Array>) {
    yield decoder.decode(bytes, { stream: true });
  }
  yield decoder.decode();
}

function* portions(path: string, part: Part): Iterable<Uint8Array> {
  using file = Deno.openSync(path, { read: true });
  const start = dataOf(file, part);
  for (let from = 0; from < part.packed; from += 1 << 20) {
    yield bytesOf(file, start + from, start + Math.min(part.packed, from + (1 << 20)));
  }
}

/** Where a part's data begin: behind its own header, whose extra field may differ in length. */
function dataOf(file: Deno.FsFile, { offset }: Part): number {
  const view = new DataView(bytesOf(file, offset, offset + 30).buffer);
  return offset + 30 + view.getUint16(26, true) + view.getUint16(28, true);
}

function bytesOf(file: Deno.FsFile, from: number, to: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(to - from);
  file.seekSync(from, Deno.SeekMode.Start);
  for (let at = 0; at < bytes.length;) {
    const read = file.readSync(bytes.subarray(at));
    if (read === null) throw new RangeError("The zip file ends too early");
    at += read;
  }
  return bytes;
}
