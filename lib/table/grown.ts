/** Numbers that grow as they are gathered. */

/**
 * The same numbers with half as much room again, or with as much as is needed. The old ones cannot be
 * used any more: their room is given back at once.
 */
export function grown<T extends Uint8Array | Uint16Array | Uint32Array>(old: T, least: number): T {
  const length = Math.max(least, Math.ceil(old.length * 1.5));
  const buffer = (old.buffer as ArrayBuffer).transfer(length * old.BYTES_PER_ELEMENT);
  return new (old.constructor as new (buffer: ArrayBuffer) => T)(buffer);
}
