import {
  assert,
  assertAlmostEquals,
  assertEquals,
  AssertionError,
  assertMatch,
  assertNotEquals,
  assertRejects,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
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
  assert(error instanceof Error);
  assertEquals([error.name, error.message, error.cause], ["AssertionError", "why", 1]);
});

Deno.test("assert", () => {
  assert("a");
  same(complaint(() => assert(0)), "");
  same(complaint(() => assert("", "is empty")), "is empty");
});

Deno.test("assertEquals shows the difference line by line", () => {
  assertEquals({ a: [1, { b: NaN }] }, { a: [1, { b: NaN }] });
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

Deno.test("assertStringIncludes, assertMatch", () => {
  assertStringIncludes("就业率 94%", "94%");
  assertMatch("abc", /b/);
  same(
    complaint(() => assertStringIncludes("abc", "d")),
    'Expected actual: "abc" to contain: "d".',
  );
  same(complaint(() => assertMatch("abc", /d/)), 'Expected actual: "abc" to match: "/d/".');
});

Deno.test("assertThrows", () => {
  const thrown = new RangeError("too far");
  const throws = () => {
    throw thrown;
  };
  assert(assertThrows(throws) === thrown);
  assert(assertThrows(throws, RangeError, "far") === thrown);
  assert(assertThrows(throws, Error) === thrown);
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
  const red = () => {
    throw new Error("\x1b[31mred\x1b[39m herring");
  };
  assertThrows(red, Error, "red herring");
});

Deno.test("assertRejects", async () => {
  const says = async (assertion: () => Promise<unknown>) => {
    const [result] = await Promise.allSettled([assertion()]);
    return complaint(() => {
      if (result?.status === "rejected") throw result.reason;
    });
  };
  const error = new RangeError("too far");
  assert(await assertRejects(() => Promise.reject(error)) === error);
  assert(await assertRejects(() => Promise.reject(error), RangeError, "far") === error);
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

Deno.test("assertions narrow types", () => {
  const row: Record<string, string> | null = Math.random() < 2 ? { a: "1" } : null;
  assert(row);
  const value: string | undefined = row["a"];
  assert(value !== undefined);
  const text: string = value;
  const error: RangeError = assertThrows(() => {
    throw new RangeError("x");
  }, RangeError);
  assertEquals([text, error.message], ["1", "x"]);
});
