import { assertEquals } from "./equality.ts";

/**
 * Asserts that an object has whatever another has, in depth; what it has beyond that is of no
 * matter, nor of which class the objects are.
 *
 * @throws {AssertionError} With the difference, if it has not.
 */
export function assertObjectMatch(
  actual: object,
  expected: Record<PropertyKey, unknown>,
  msg?: string,
): void {
  assertEquals(part(actual, expected), part(expected, expected), msg);
}

/** What a value has of a pattern. */
function part(value: object, pattern: object): unknown {
  // A value met again under the same pattern is left as it is, or a circle would never end.
  const met = new Map<object, object>();

  const of = (value: unknown, pattern: unknown): unknown => {
    if (!isObject(value) || !isObject(pattern) || value instanceof RegExp) {
      return value;
    }
    if (met.get(value) === pattern) return value;
    met.set(value, pattern);
    if (Array.isArray(value) && Array.isArray(pattern)) {
      return value.slice(0, pattern.length).map((item, index) => of(item, pattern[index]));
    }
    if (value instanceof Set && pattern instanceof Set) {
      return value.intersection(pattern);
    }
    if (value instanceof Map && pattern instanceof Map) {
      return new Map(
        [...value].filter(([key]) => pattern.has(key))
          .map(([key, item]) => [key, of(item, pattern.get(key))]),
      );
    }
    const keys = Reflect.ownKeys(value);
    const shared = keys.filter((key) => Object.hasOwn(pattern, key));
    // Where they have no key in common, the message is to show what was found instead.
    const found = shared.length === 0 && Reflect.ownKeys(pattern).length > 0
      ? keys.map((key) => [key, Reflect.get(value, key)])
      : shared.map((key) => [key, of(Reflect.get(value, key), Reflect.get(pattern, key))]);
    return Object.fromEntries(found);
  };
  return of(value, pattern);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
