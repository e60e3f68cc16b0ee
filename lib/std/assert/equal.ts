/**
 * Says whether two values are equal in depth: same prototypes (an object without one counts as a
 * plain one) and same contents. NaN equals NaN and 0 equals -0; a key that is undefined differs
 * from a key that is missing; sets and maps do not depend on order.
 *
 * @param a One value.
 * @param b The other.
 * @returns True if they are equal.
 * @throws {TypeError} If they are WeakMaps or WeakSets, whose contents nobody can see.
 */
export function equal(a: unknown, b: unknown): boolean {
  // Pairs under way. One met again inside itself holds as far as the rest of it does.
  const pairs = new Map<object, object>();

  const same = (a: unknown, b: unknown): boolean => {
    if (a === b || Object.is(a, b)) return true;
    if (!isObject(a) || !isObject(b)) return false;
    if (a instanceof Date && b instanceof Date) {
      return Object.is(a.getTime(), b.getTime());
    }
    if (kind(a) !== kind(b)) return false;
    if (isBytes(a) && isBytes(b)) return sameItems(a, b);
    if (isBuffer(a) && isBuffer(b)) {
      return sameItems(new Uint8Array(a), new Uint8Array(b));
    }
    if (a instanceof WeakMap) {
      throw new TypeError("Cannot compare WeakMap instances");
    }
    if (a instanceof WeakSet) {
      throw new TypeError("Cannot compare WeakSet instances");
    }
    if (a instanceof WeakRef && b instanceof WeakRef) {
      return same(a.deref(), b.deref());
    }
    if (pairs.get(a) === b) return true;
    if (Object.keys(a).length !== Object.keys(b).length) return false;
    pairs.set(a, b);
    if (a instanceof Set && b instanceof Set) return sameSets(a, b);
    if (a instanceof Map && b instanceof Map) return sameMaps(a, b);
    if (WRITTEN_WHOLE.has(kind(a))) return String(a) === String(b);
    for (const key of keysOf(a).union(keysOf(b))) {
      if (
        key in a !== key in b || !same(Reflect.get(a, key), Reflect.get(b, key))
      ) return false;
    }
    return true;
  };

  const sameSets = (a: Set<unknown>, b: Set<unknown>): boolean =>
    a.size === b.size &&
    [...a].every((x) => isObject(x) ? [...b].some((y) => same(x, y)) : b.has(x));

  const sameMaps = (
    a: Map<unknown, unknown>,
    b: Map<unknown, unknown>,
  ): boolean =>
    a.size === b.size &&
    [...a].every(([key, value]) =>
      isObject(key)
        ? [...b].some(([other, its]) => same(key, other) && same(value, its))
        : b.has(key) && same(value, b.get(key))
    );

  return same(a, b);
}

type Items = ArrayLike<number | bigint>;

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isBytes(value: object): value is object & Items {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

function isBuffer(value: object): value is ArrayBuffer | SharedArrayBuffer {
  return value instanceof ArrayBuffer || value instanceof SharedArrayBuffer;
}

function sameItems(a: Items, b: Items): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i] && !Object.is(a[i], b[i])) return false;
  }
  return true;
}

function kind(value: object): unknown {
  return Object.getPrototypeOf(value) ?? Object.prototype;
}

/** Kinds whose whole content is what they are written as. */
const WRITTEN_WHOLE = new Set<unknown>([
  RegExp.prototype,
  URL.prototype,
  URLSearchParams.prototype,
  Intl.Locale.prototype,
]);

/** The keys that make up a value: its own; for an instance of a class those of its classes too. */
function keysOf(value: object): Set<PropertyKey> {
  const plain = kind(value) === Object.prototype ||
    kind(value) === Array.prototype;
  if (plain) return new Set(Reflect.ownKeys({ ...value }));
  const keys = new Set<PropertyKey>();
  for (
    let owner = value;
    owner !== null && owner !== Object.prototype && owner !== Array.prototype;
    owner = Object.getPrototypeOf(owner)
  ) {
    for (const key of Reflect.ownKeys(owner)) keys.add(key);
  }
  return keys;
}
