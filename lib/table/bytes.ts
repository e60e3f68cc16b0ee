/** Loops over the bytes of texts, four at a time where they can be. */

/** Bytes, and the same as numbers of four. */
export interface Bytes {
  readonly each: Uint8Array;
  readonly four: DataView;
}

export function bytesOf(each: Uint8Array): Bytes {
  return { each, four: new DataView(each.buffer, each.byteOffset, each.byteLength) };
}

/** The hash of some bytes, by which a text is found among others. */
export function hashOf({ each, four }: Bytes, start: number, end: number): number {
  let hash = end - start;
  let at = start;
  const last = end - 4;
  if (last < start) {
    for (; at < end; at++) hash = mixed(hash, each[at] ?? 0);
    return spread(hash);
  }
  for (; at < last; at += 4) hash = mixed(hash, four.getInt32(at, true));
  // Some of the last four may have been looked at already.
  return spread(mixed(hash, four.getInt32(last, true)));
}

/** A hash whose high bits tell in the low ones too, which is where a table looks. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}

/** A hash that also depends on a further number; the factor is odd, so that no bit of it is lost. */
function mixed(hash: number, further: number): number {
  const product = Math.imul(hash ^ further, 0x9e3779b1);
  return product ^ (product >>> 13);
}

/** Whether as many bytes are the same in two places. */
export function areSame(
  one: Bytes,
  start: number,
  other: Bytes,
  otherStart: number,
  length: number,
): boolean {
  let at = 0;
  if (length < 4) {
    while (at < length && one.each[start + at] === other.each[otherStart + at]) at++;
    return at === length;
  }
  const last = length - 4;
  while (at < last && areFour(one, start + at, other, otherStart + at)) at += 4;
  return at >= last && areFour(one, start + last, other, otherStart + last);
}

function areFour({ four }: Bytes, at: number, other: Bytes, otherAt: number): boolean {
  return four.getInt32(at, true) === other.four.getInt32(otherAt, true);
}

/** How bytes compare with others: more than 0 where they come behind them, 0 if they are the same. */
export function compare(
  one: Bytes,
  start: number,
  end: number,
  other: Bytes,
  otherStart: number,
  otherEnd: number,
): number {
  const shared = Math.min(end - start, otherEnd - otherStart);
  let at = 0;
  while (at + 4 <= shared && areFour(one, start + at, other, otherStart + at)) at += 4;
  for (; at < shared; at++) {
    const difference = (one.each[start + at] ?? 0) - (other.each[otherStart + at] ?? 0);
    if (difference !== 0) return difference;
  }
  return (end - start) - (otherEnd - otherStart);
}

/** The comma, the largest of the bytes that may end a cell. */
export const COMMA = 0x2c;

/** The first place from `at` on with a byte that is no larger than a comma, or else `end`. */
export function signFrom({ each, four }: Bytes, at: number, end: number): number {
  while (at + 4 <= end && !hasSign(four.getInt32(at, true))) at += 4;
  while (at < end && (each[at] ?? 0) > COMMA) at++;
  return at;
}

/**
 * Whether one of four bytes is no larger than a comma. What is larger than that by one is taken from
 * all four together: a byte that was smaller has its highest bit then, though it had not before.
 */
function hasSign(four: number): boolean {
  return ((four - 0x2d2d2d2d) & ~four & 0x80808080) !== 0;
}
