import {
  assert,
  assertAlmostEquals,
  assertArrayIncludes,
  assertEquals,
  assertExists,
  assertFalse,
  assertGreater,
  assertGreaterOrEqual,
  assertInstanceOf,
  AssertionError,
  assertIsError,
  assertLess,
  assertLessOrEqual,
  assertMatch,
  assertNotEquals,
  assertNotInstanceOf,
  assertNotMatch,
  assertNotStrictEquals,
  assertObjectMatch,
  assertRejects,
  assertStrictEquals,
  assertStringIncludes,
  assertThrows,
  fail,
  unimplemented,
  unreachable,
} from "@std/assert";
import { assertEquals as assertEqualsOfSubpath } from "@std/assert/equals";
import { stripVTControlCharacters } from "node:util";

/** What an assertion says that does not hold. None of the assertions under test is trusted here. */
function complaint(assertion: () => unknown): string {
  try {
    assertion();
  } catch (error) {
    if (!(error instanceof AssertionError)) throw error;
    return stripVTControlCharacters(error.message);
  }
  throw new Error("the assertion held");
}

function same(actual: string, expected: string): void {
  if (actual !== expected) throw new Error(`${JSON.stringify(actual)} is not as expected`);
}

function has(message: string, ...lines: string[]): void {
  const found = message.split("\n");
  for (const line of lines) {
    if (!found.includes(line)) throw new Error(`no line ${JSON.stringify(line)} in\n${message}`);
  }
}

Deno.test("AssertionError is an error with a name and a cause", () => {
  const error = new AssertionError("why", { cause: 1 });
  assertInstanceOf(error, Error);
  assertEquals([error.name, error.message, error.cause], ["AssertionError", "why", 1]);
});

Deno.test("assert, assertFalse, assertExists", () => {
  assert("a");
  assertFalse(0);
  assertExists(0);
  same(complaint(() => assert(0)), "");
  same(complaint(() => assert("", "is empty")), "is empty");
  same(complaint(() => assertFalse("a", "is not")), "is not");
  same(
    complaint(() => assertExists(null)),
    'Expected actual: "null" to not be null or undefined.',
  );
  same(
    complaint(() => assertExists(undefined, "the row")),
    'Expected actual: "undefined" to not be null or undefined: the row',
  );
});

Deno.test("assertEquals shows the difference line by line", () => {
  assertEquals({ a: [1, { b: NaN }] }, { a: [1, { b: NaN }] });
  assertEqualsOfSubpath([1], [1]);
  const message = complaint(() => assertEquals({ b: [1, 2], a: "x" }, { a: "x", b: [1, 3] }));
  same(
    message,
    [
      "Values are not equal.",
      "",
      "",
      "    [Diff] Actual / Expected",
      "",
      "",
      "    {",
      '      a: "x",',
      "      b: [",
      "        1,",
      "-       2,",
      "+       3,",
      "      ],",
      "    }",
      "",
    ].join("\n"),
  );
});

Deno.test("assertEquals adds the caller's words", () => {
  has(complaint(() => assertEquals(1, 2, "of table 3")), "Values are not equal: of table 3");
});

Deno.test("assertEquals tells a number from its string, and shows what looks the same", () => {
  has(complaint(() => assertEquals<unknown>(1, "1")), "-   1", '+   "1"');
});

Deno.test("assertEquals shows strings line by line, invisible characters written out", () => {
  const message = complaint(() => assertEquals("same\na\tb", "same\na b"));
  has(message, "    same\\n", "-   a\\tb", "+   a b");
});

Deno.test("assertEquals shows sets, maps and dates", () => {
  has(complaint(() => assertEquals(new Set([1]), new Set([2]))), "-     1,", "+     2,");
  has(
    complaint(() => assertEquals(new Map([["a", 1]]), new Map([["a", 2]]))),
    '-     "a" => 1,',
    '+     "a" => 2,',
  );
  has(
    complaint(() => assertEquals(new Date(0), new Date(1))),
    "-   1970-01-01T00:00:00.000Z",
    "+   1970-01-01T00:00:00.001Z",
  );
});

Deno.test("assertNotEquals", () => {
  assertNotEquals<unknown>({ a: 1 }, { a: "1" });
  same(complaint(() => assertNotEquals(1, 1)), "Expected actual: 1 not to be: 1.");
  same(
    complaint(() => assertNotEquals("a", "a", "why")),
    'Expected actual: "a" not to be: "a": why',
  );
});

Deno.test("assertStrictEquals and assertNotStrictEquals", () => {
  const one = { a: 1 };
  assertStrictEquals(one, one);
  assertStrictEquals(NaN, NaN);
  assertNotStrictEquals(0, -0);
  assertNotStrictEquals([], []);
  has(
    complaint(() => assertStrictEquals({ a: 1 }, { a: 1 })),
    "Values have the same structure but are not reference-equal.",
    "    {",
    "      a: 1,",
  );
  has(
    complaint(() => assertStrictEquals(1, 2, "why")),
    "Values are not strictly equal: why",
    "-   1",
    "+   2",
  );
  same(
    complaint(() => assertNotStrictEquals(1, 1)),
    'Expected "actual" to not be strictly equal to: 1.\n',
  );
});

Deno.test("comparisons", () => {
  assertGreater(2, 1);
  assertGreaterOrEqual(1, 1);
  assertLess("a", "b");
  assertLessOrEqual(1n, 1n);
  same(complaint(() => assertGreater(1, 1)), "Expect 1 > 1");
  same(complaint(() => assertGreaterOrEqual(0, 1)), "Expect 0 >= 1");
  same(complaint(() => assertLess("b", "a")), 'Expect "b" < "a"');
  same(complaint(() => assertLessOrEqual(2, 1, "too many")), "too many");
  same(complaint(() => assertGreater(NaN, 1)), "Expect NaN > 1");
});

Deno.test("assertAlmostEquals", () => {
  assertAlmostEquals(0.1 + 0.2, 0.3);
  assertAlmostEquals(10, 11, 1);
  assertAlmostEquals(Infinity, Infinity);
  same(
    complaint(() => assertAlmostEquals(1, 2)),
    'Expected actual: "1" to be close to "2": delta "1" is greater than "2e-7".',
  );
  same(
    complaint(() => assertAlmostEquals(1, 2, 0.5, "why")),
    'Expected actual: "1" to be close to "2": delta "1" is greater than "5e-1": why',
  );
});

Deno.test("assertStringIncludes, assertMatch, assertNotMatch", () => {
  assertStringIncludes("就业率 94%", "94%");
  assertMatch("abc", /b/);
  assertNotMatch("abc", /d/);
  same(
    complaint(() => assertStringIncludes("abc", "d")),
    'Expected actual: "abc" to contain: "d".',
  );
  same(complaint(() => assertMatch("abc", /d/)), 'Expected actual: "abc" to match: "/d/".');
  same(
    complaint(() => assertNotMatch("abc", /b/, "why")),
    'Expected actual: "abc" to not match: "/b/": why',
  );
});

Deno.test("assertArrayIncludes compares in depth and names what is missing", () => {
  assertArrayIncludes([{ a: 1 }, { b: [NaN] }, { c: 3 }], [{ b: [NaN] }, { a: 1 }]);
  assertArrayIncludes(new Uint8Array([1, 2]), [2]);
  const message = complaint(() => assertArrayIncludes([1, 2], [2, 3]));
  same(
    message,
    'Expected actual: "[\n  1,\n  2,\n]" to include: "[\n  2,\n  3,\n]".\nmissing: [\n  3,\n]',
  );
});

Deno.test("assertObjectMatch looks at what is expected only", () => {
  class Row {
    constructor(readonly a: number, readonly b: object) {}
  }
  assertObjectMatch({ a: 1, b: { c: 2, d: 3 } }, { b: { d: 3 } });
  assertObjectMatch(new Row(1, { c: 2 }), { b: { c: 2 } });
  assertObjectMatch({ list: [{ a: 1, b: 2 }, { a: 3 }] }, { list: [{ a: 1 }, { a: 3 }] });
  assertObjectMatch({ map: new Map([["a", 1], ["b", 2]]) }, { map: new Map([["a", 1]]) });
  assertObjectMatch({ set: new Set([1, 2]) }, { set: new Set([2]) });
  has(
    complaint(() => assertObjectMatch({ a: 1, b: 2 }, { b: 3 })),
    "Values are not equal.",
    "-     b: 2,",
    "+     b: 3,",
  );
  has(complaint(() => assertObjectMatch({ c: 1 }, { d: 2 })), "-     c: 1,", "+     d: 2,");
  complaint(() => assertObjectMatch({ a: 1 }, { a: 1, b: 2 }));
  complaint(() => assertObjectMatch({ list: [1] }, { list: [1, 2] }));
  complaint(() => assertObjectMatch({ pattern: /a/ }, { pattern: /b/ }));
});

Deno.test("assertInstanceOf and assertNotInstanceOf", () => {
  assertInstanceOf(new TypeError(), Error);
  assertNotInstanceOf(new Date(), Error);
  const says = (value: unknown) => complaint(() => assertInstanceOf(value, Date));
  same(says(null), 'Expected object to be an instance of "Date" but was "null".');
  same(says("a"), 'Expected object to be an instance of "Date" but was "string".');
  same(says([]), 'Expected object to be an instance of "Date" but was "Array".');
  same(
    says(() => {}),
    'Expected object to be an instance of "Date" but was not an instanced object.',
  );
  complaint(() => assertNotInstanceOf(new Date(), Date));
});

Deno.test("assertIsError", () => {
  assertIsError(new RangeError("too far"), RangeError, "far");
  assertIsError(new Error("row 12"), Error, /row \d+/);
  assertIsError(new Error("\x1b[31mred\x1b[39m herring"), Error, "red herring");
  same(complaint(() => assertIsError("a")), 'Expected "error" to be an Error object.');
  same(
    complaint(() => assertIsError(new Error(), RangeError)),
    'Expected error to be instance of "RangeError", but was "Error".',
  );
  same(
    complaint(() => assertIsError(new Error("a"), Error, "b", "why")),
    'Expected error message to include "b", but got "a": why',
  );
  same(
    complaint(() => assertIsError(new Error("a"), Error, /b/)),
    'Expected error message to include /b/, but got "a".',
  );
});

Deno.test("assertThrows", () => {
  const thrown = new RangeError("too far");
  const throws = () => {
    throw thrown;
  };
  assertStrictEquals(assertThrows(throws), thrown);
  assertStrictEquals(assertThrows(throws, RangeError, "far"), thrown);
  assertStrictEquals(assertThrows(throws, Error), thrown);
  same(complaint(() => assertThrows(() => 1)), "Expected function to throw.");
  same(complaint(() => assertThrows(() => 1, "why")), "Expected function to throw: why");
  same(
    complaint(() => assertThrows(() => 1, Error, "far", "why")),
    "Expected function to throw: why",
  );
  same(
    complaint(() => assertThrows(throws, SyntaxError)),
    'Expected error to be instance of "SyntaxError", but was "RangeError".',
  );
  same(
    complaint(() => assertThrows(throws, RangeError, "near")),
    'Expected error message to include "near", but got "too far".',
  );
  same(
    complaint(() =>
      assertThrows(() => {
        throw "text";
      }, Error)
    ),
    "A non-Error object was thrown.",
  );
});

Deno.test("assertRejects", async () => {
  const says = async (assertion: () => Promise<unknown>) => {
    const [result] = await Promise.allSettled([assertion()]);
    return complaint(() => {
      if (result?.status === "rejected") throw result.reason;
    });
  };
  const error = new RangeError("too far");
  assertStrictEquals(await assertRejects(() => Promise.reject(error)), error);
  assertStrictEquals(await assertRejects(() => Promise.reject(error), RangeError, "far"), error);
  same(
    await says(() => assertRejects(() => Promise.resolve(1), "why")),
    "Expected function to reject: why",
  );
  same(
    await says(() =>
      assertRejects(() => {
        throw error;
      })
    ),
    "Function throws when expected to reject.",
  );
  same(
    await says(() => assertRejects(() => Promise.reject(error), SyntaxError)),
    'Expected error to be instance of "SyntaxError", but was "RangeError".',
  );
  same(
    await says(() => assertRejects(() => Promise.reject("text"), Error)),
    "A non-Error object was rejected.",
  );
});

Deno.test("fail, unimplemented, unreachable", () => {
  same(complaint(() => fail()), "Failed assertion.");
  same(complaint(() => fail("why")), "Failed assertion: why");
  same(complaint(() => unimplemented()), "Unimplemented.");
  same(complaint(() => unreachable("here")), "Unreachable: here");
});

Deno.test("assertions narrow types", () => {
  const row: Record<string, string> | null = Math.random() < 2 ? { a: "1" } : null;
  assertExists(row);
  const value: string | undefined = row["a"];
  assert(value !== undefined);
  const text: string = value;
  const error: unknown = new RangeError("x");
  assertInstanceOf(error, RangeError);
  const message: string = error.message;
  assertEquals([text, message], ["1", "x"]);
});
