/**
 * Numbers as files and print write them, exactly (`84.70`) or by a bound (`≥84`, `<6516`), and their
 * comparison without rounding: a decimal is a quotient of whole numbers, never a floating-point one.
 */

/** How a number stands to a limit. */
export type Relation = "=" | "≠" | "<" | "≤" | ">" | "≥";

/** Where a number lies by what is known of it: at a limit, above it, below it, or on either side. */
export type Side = "at" | "above" | "below" | "beside";

/** A quotient of whole numbers; the divisor is positive. */
export type Fraction = readonly [dividend: bigint, divisor: bigint];

/** Which signs of (number − limit) a relation allows. */
const ALLOWED: Readonly<Record<Relation, readonly number[]>> = {
  "=": [0],
  "≠": [-1, 1],
  "<": [-1],
  "≤": [-1, 0],
  ">": [1],
  "≥": [0, 1],
};

const SIDES: Readonly<Record<Relation, Side>> = {
  "=": "at",
  "≠": "beside",
  "<": "below",
  "≤": "below",
  ">": "above",
  "≥": "above",
};

/** Whether a number stands in a relation to a limit, given the sign of their difference. */
export function holds(relation: Relation, sign: number): boolean {
  return ALLOWED[relation].includes(Math.sign(sign));
}

/** The sign of a − b. */
export function compareExactly(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const [left, right] = [a[0] * b[1], b[0] * a[1]];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The number that a plain decimal such as `84.70` or `-3` is; null where a text is none. */
export function decimal(text: string): Fraction | null {
  const match = /^(-?\d+)(?:\.(\d+))?$/.exec(text);
  if (match === null) return null;
  const [, whole = "", fraction = ""] = match;
  return [BigInt(whole + fraction), 10n ** BigInt(fraction.length)];
}

/** What is known of a number: itself, or a limit that it lies above, below or beside. */
export class Bound {
  readonly relation: Relation;
  /** The number or the limit as it is written, e.g. `84.70`. */
  readonly limit: string;
  /** The same, to calculate with. */
  readonly exact: Fraction;

  /**
   * @param limit a plain decimal
   * @throws {RangeError} if it is none
   */
  constructor(relation: Relation, limit: string) {
    const exact = decimal(limit);
    if (exact === null) throw new RangeError(`Cannot bound a number by "${limit}": no decimal`);
    this.relation = relation;
    this.limit = limit;
    this.exact = exact;
  }

  get side(): Side {
    return SIDES[this.relation];
  }

  /** Whether a number may lie on the limit itself. */
  get closed(): boolean {
    return holds(this.relation, 0);
  }

  /** Whether a number is what this says, or may be it. */
  admits(number: Fraction): boolean {
    return holds(this.relation, compareExactly(number, this.exact));
  }

  /** As it is written: `84.70`, `≥84`. */
  toString(): string {
    return `${this.relation === "=" ? "" : this.relation}${this.limit}`;
  }

  toJSON(): string {
    return this.toString();
  }
}

/** Reads `84.70`, `≥84`, `<6516` or `≠100`; null where a text is neither a number nor a bound. */
export function parseBound(text: string): Bound | null {
  const [first = ""] = text;
  const [relation, limit]: [Relation, string] = isRelation(first)
    ? [first, text.slice(1)]
    : ["=", text];
  return decimal(limit) === null ? null : new Bound(relation, limit);
}

function isRelation(sign: string): sign is Exclude<Relation, "="> {
  return sign !== "=" && Object.hasOwn(ALLOWED, sign);
}
