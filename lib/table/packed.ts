/** Frames of columns on codes as bytes, so that what was read once need not be read from text again. */
import type { ColumnTable } from "arquero";
import { Coded, type Codes } from "./codes.ts";
import type { Column } from "./column.ts";
import { Frame } from "./frame.ts";
import { Texts } from "./texts.ts";

/** What bytes need to be a frame again; it goes through JSON unchanged. */
export interface Packing {
  readonly columns: readonly PackedColumn[];
}

interface PackedColumn {
  readonly name: string;
  /** The values, or how many there are where they stand among the bytes. */
  readonly values: readonly unknown[] | { readonly count: number; readonly plain: boolean };
  /** How many bytes a code takes; 0 where each row has a value of its own. */
  readonly width: number;
  readonly length: number;
}

/** Every part begins where numbers of any width may begin. */
const STEP = 8;

/**
 * A frame as bytes.
 *
 * @returns null where a column holds objects
 */
export function pack(frame: Frame<object>): [Packing, Uint8Array[]] | null {
  const table = frame as unknown as ColumnTable;
  const columns: PackedColumn[] = [];
  const parts: Uint8Array[] = [];
  for (const name of frame.names) {
    const column = Coded.of(table.data()[name] as Column);
    if (column === undefined) return null;
    const { values, length } = column;
    if (values instanceof Texts) parts.push(bytesOf(values.bounds), bytesOf(values.bytes));
    const codes = column.isKey ? new Uint8Array() : column.codes;
    parts.push(bytesOf(codes));
    columns.push({
      name,
      values: values instanceof Texts ? { count: values.length, plain: values.plain } : [...values],
      width: column.isKey ? 0 : codes.BYTES_PER_ELEMENT,
      length,
    });
  }
  return [{ columns }, parts.flatMap((part) => [part, new Uint8Array(-part.length & (STEP - 1))])];
}

/** A frame out of the bytes that {@link pack} gave, which it goes on to use. */
export function unpack<R extends object>({ columns }: Packing, bytes: Uint8Array): Frame<R> {
  let at = bytes.byteOffset;
  const next = <T>(type: NumberArray<T>, length: number): T => {
    const part = new type(bytes.buffer, at, length);
    at += Math.ceil(length * type.BYTES_PER_ELEMENT / STEP) * STEP;
    return part;
  };
  const made = columns.map(({ name, values, width, length }): [string, Column] => {
    let texts: Column = [];
    if ("count" in values) {
      const bounds = next(Uint32Array, values.count + 1);
      texts = new Texts(next(Uint8Array, bounds[values.count] ?? 0), bounds, values.plain);
    } else texts = [...values];
    const codes: Codes | null = width === 0
      ? null
      : width === 1
      ? next(Uint8Array, length)
      : width === 2
      ? next(Uint16Array, length)
      : next(Uint32Array, length);
    return [name, new Coded(texts, codes, length)];
  });
  const names = made.map(([name]) => name);
  return Frame.fromColumns(Object.fromEntries(made) as never, names as never);
}

interface NumberArray<T> {
  new (buffer: ArrayBufferLike, at: number, length: number): T;
  readonly BYTES_PER_ELEMENT: number;
}

function bytesOf({ buffer, byteOffset, byteLength }: Codes): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
