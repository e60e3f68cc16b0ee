import { assertEquals, assertThrows, equal } from "@std/assert";

class Point {
  constructor(readonly x: number, readonly y: number) {}
}

class Secret {
  #value: number;
  constructor(value: number) {
    this.#value = value;
  }
  get value() {
    return this.#value;
  }
}

function circle(name: string) {
  const node: { name: string; self?: unknown } = { name };
  node.self = node;
  return node;
}

const key = Symbol("key");
const shared = () => {};

/** Pairs that are equal, in either order. */
const alike: Record<string, [unknown, unknown]> = {
  "NaN": [NaN, NaN],
  "0 and -0": [0, -0],
  "strings": ["护理", "护理"],
  "bigints": [10n, 10n],
  "null": [null, null],
  "one and the same function": [shared, shared],
  "arrays": [[1, [2, [NaN]]], [1, [2, [NaN]]]],
  "objects with keys in another order": [{ a: 1, b: { c: 2 } }, { b: { c: 2 }, a: 1 }],
  "objects with an undefined key": [{ a: undefined }, { a: undefined }],
  "symbol keys": [{ [key]: 1 }, { [key]: 1 }],
  "a plain object and one without a prototype": [
    { a: 1 },
    Object.assign(Object.create(null), { a: 1 }),
  ],
  "dates": [new Date(2023, 8, 1), new Date(2023, 8, 1)],
  "invalid dates": [new Date(NaN), new Date(NaN)],
  "patterns": [/a+/g, /a+/g],
  "URLs": [new URL("https://a.example/x"), new URL("https://a.example/x")],
  "sets in another order": [new Set([1, 2]), new Set([2, 1])],
  "sets of objects": [new Set([{ a: 1 }, { b: 2 }]), new Set([{ b: 2 }, { a: 1 }])],
  "maps in another order": [new Map([["a", 1], ["b", 2]]), new Map([["b", 2], ["a", 1]])],
  "maps of maps": [new Map([["a", new Map([[1, [2]]])]]), new Map([["a", new Map([[1, [2]]])]])],
  "maps keyed by objects": [new Map([[{ a: 1 }, "x"]]), new Map([[{ a: 1 }, "x"]])],
  "typed arrays": [new Uint8Array([1, 2]), new Uint8Array([1, 2])],
  "NaN in typed arrays": [new Float64Array([NaN, 0]), new Float64Array([NaN, -0])],
  "buffers": [new Uint8Array([1, 2]).buffer, new Uint8Array([1, 2]).buffer],
  "instances of a class": [new Point(1, 2), new Point(1, 2)],
  "instances by what their getters say": [new Secret(1), new Secret(1)],
  "circles": [circle("a"), circle("a")],
};

/** Pairs that are not, in either order. */
const unlike: Record<string, [unknown, unknown]> = {
  "a number and its string": [1, "1"],
  "a number and a bigint": [1, 1n],
  "null and undefined": [null, undefined],
  "null and an object": [null, {}],
  "two functions": [() => {}, () => {}],
  "arrays of other lengths": [[1, 2], [1, 2, 3]],
  "arrays in another order": [[1, 2], [2, 1]],
  "an array and an object": [[], {}],
  "a missing key and an undefined one": [{}, { a: undefined }],
  "other keys that are both undefined": [{ a: undefined, b: 1 }, { c: undefined, b: 1 }],
  "an extra key deep within": [{ a: [{ b: 1 }] }, { a: [{ b: 1, c: 2 }] }],
  "symbol keys": [{ [key]: 1 }, { [key]: 2 }],
  "dates": [new Date(0), new Date(1)],
  "a date and an invalid one": [new Date(0), new Date(NaN)],
  "patterns with other flags": [/a/, /a/g],
  "URLs": [new URL("https://a.example/x"), new URL("https://a.example/y")],
  "sets": [new Set([1, 2]), new Set([1, 3])],
  "sets of other sizes": [new Set([1]), new Set([1, 2])],
  "sets of objects": [new Set([{ a: 1 }]), new Set([{ a: 2 }])],
  "maps by value": [new Map([["a", 1]]), new Map([["a", 2]])],
  "maps by key": [new Map([["a", undefined]]), new Map([["b", undefined]])],
  "a set and a map": [new Set(), new Map()],
  "typed arrays": [new Uint8Array([1, 2]), new Uint8Array([1, 3])],
  "typed arrays of other kinds": [new Uint8Array([1]), new Int8Array([1])],
  "an array and a typed array": [[1], new Uint8Array([1])],
  "an instance and a plain object": [new Point(1, 2), { x: 1, y: 2 }],
  "instances of a class": [new Point(1, 2), new Point(1, 3)],
  "instances by what their getters say": [new Secret(1), new Secret(2)],
  "circles": [circle("a"), circle("b")],
};

for (const [name, [a, b]] of Object.entries(alike)) {
  Deno.test(`equal: ${name}`, () => {
    assertEquals(equal(a, b), true);
    assertEquals(equal(b, a), true);
    assertEquals(equal({ in: [a] }, { in: [b] }), true);
  });
}

for (const [name, [a, b]] of Object.entries(unlike)) {
  Deno.test(`not equal: ${name}`, () => {
    assertEquals(equal(a, b), false);
    assertEquals(equal(b, a), false);
    assertEquals(equal({ in: [a] }, { in: [b] }), false);
  });
}

Deno.test("equal refuses what nobody can look into", () => {
  const map = assertThrows(() => equal(new WeakMap(), new WeakMap()), TypeError);
  assertEquals(map.message, "Cannot compare WeakMap instances");
  const set = assertThrows(() => equal(new WeakSet(), new WeakSet()), TypeError);
  assertEquals(set.message, "Cannot compare WeakSet instances");
});
