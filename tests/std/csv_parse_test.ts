import { assertEquals, assertThrows } from "@std/assert";
import { parse, stringify } from "@std/csv";
import { parse as oracle } from "csv-parse/sync";
import fc from "fast-check";

/** Texts and the records they hold. */
const readings: Record<string, [text: string, rows: string[][]]> = {
  "one line": ["a,b,c\n", [["a", "b", "c"]]],
  "no end of line": ["a,b,c", [["a", "b", "c"]]],
  "CRLF": ["a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]],
  "LF and CRLF mixed": ["a\r\nb\nc\r\n", [["a"], ["b"], ["c"]]],
  "a CR alone ends no line": ["a,b\rc,d\r\n", [["a", "b\rc", "d"]]],
  "a CR at the very end is dropped": ["a,b\r", [["a", "b"]]],
  "of two CRs at the very end one is kept": ["a\r\r", [["a\r"]]],
  "CR before CRLF": ["a\r\r\nb\r\n", [["a\r"], ["b"]]],
  "nothing": ["", []],
  "a byte-order mark alone": ["\ufeff", []],
  "a byte-order mark": ["\ufeffa,b\n", [["a", "b"]]],
  "a byte-order mark before a quote": ['\ufeff"a",b\n', [["a", "b"]]],
  "a byte-order mark elsewhere": ["a,\ufeffb\n", [["a", "\ufeffb"]]],
  "blank lines": ["\n\r\na,b\n\nc,d\n\n\n", [["a", "b"], ["c", "d"]]],
  "a line of spaces is no blank line": ["a\n  \nb", [["a"], ["  "], ["b"]]],
  "empty fields": [",,\n,x,\n", [["", "", ""], ["", "x", ""]]],
  "ragged rows": ["a,b,c\nd\ne,f\n", [["a", "b", "c"], ["d"], ["e", "f"]]],
  "spaces are kept": [" a , b\n", [[" a ", " b"]]],
  "quoted fields": ['"a","b,c"\n', [["a", "b,c"]]],
  "empty quoted field": ['"",""\n', [["", ""]]],
  "doubled quotes": ['"a ""b"" c",""""\n', [['a "b" c', '"']]],
  "LF within quotes": ['"a\nb",c\n', [["a\nb", "c"]]],
  "CRLF within quotes becomes LF": ['"a\r\nb",c\r\n', [["a\nb", "c"]]],
  "blank lines within quotes": ['"\n\n",x', [["\n\n", "x"]]],
  "Chinese": ["学号,专业\n001,护理\n", [["学号", "专业"], ["001", "护理"]]],
};

for (const [name, [text, rows]] of Object.entries(readings)) {
  Deno.test(`parse: ${name}`, () => assertEquals(parse(text), rows));
}

Deno.test("parse: separators", () => {
  assertEquals(parse("a\tb\n", { separator: "\t" }), [["a", "b"]]);
  assertEquals(parse('"a;b";c;d,e\n', { separator: ";" }), [["a;b", "c", "d,e"]]);
  assertEquals(parse('a::"b::c"::d', { separator: "::" }), [["a", "b::c", "d"]]);
  for (const separator of ['"', "\n", "\r"]) {
    assertThrows(() => parse("a", { separator }), Error, "Cannot parse input: invalid delimiter");
  }
});

/** Texts that cannot be read, and the message that says so. */
const faults: Record<string, [text: string, message: string]> = {
  "a quote within a plain field": [
    'a "word",b',
    'Syntax error on line 1; parse error on line 1, column 3: bare " in non-quoted-field',
  ],
  "a quote at the end of a plain field": [
    'a,b\n"c",d"\n',
    'Syntax error on line 2; parse error on line 2, column 6: bare " in non-quoted-field',
  ],
  "columns count characters": [
    '学号,🐱"',
    'Syntax error on line 1; parse error on line 1, column 5: bare " in non-quoted-field',
  ],
  "text after a closing quote": [
    '"a "word","b"',
    'Syntax error on line 1; parse error on line 1, column 4: extraneous or missing " in quoted-field',
  ],
  "text after a closing quote on a later line of the record": [
    'a,"b\nc"d,e',
    'Syntax error on line 1; parse error on line 2, column 2: extraneous or missing " in quoted-field',
  ],
  "a CR after a closing quote": [
    '"field"\r\r',
    'Syntax error on line 1; parse error on line 1, column 7: extraneous or missing " in quoted-field',
  ],
  "a quote that is never closed": [
    'a,b\n"d\n\n,e',
    'Syntax error on line 2; parse error on line 4, column 1: extraneous or missing " in quoted-field',
  ],
  "a quote and nothing more": [
    '"',
    'Syntax error on line 1; parse error on line 1, column 2: extraneous or missing " in quoted-field',
  ],
  "blank lines are counted": [
    'a\n\n\nb"\n',
    'Syntax error on line 4; parse error on line 4, column 2: bare " in non-quoted-field',
  ],
};

for (const [name, [text, message]] of Object.entries(faults)) {
  Deno.test(`parse refuses ${name}`, () => {
    const error = assertThrows(() => parse(text), SyntaxError);
    assertEquals(error.message, message);
  });
}

Deno.test("parse: the first row as keys", () => {
  const rows: Record<string, string>[] = parse("\ufeffa,b\r\n1,2\r\n\r\n3,\r\n", {
    skipFirstRow: true,
  });
  assertEquals(rows, [{ a: "1", b: "2" }, { a: "3", b: "" }]);
  assertEquals(parse("a,b\n", { skipFirstRow: true }), []);
});

Deno.test("parse refuses a row that has more or fewer fields than there are keys", () => {
  const long = assertThrows(() => parse("a,b\n1,2\n3,4,5\n", { skipFirstRow: true }), Error);
  assertEquals(
    long.message,
    "Syntax error on line 3: The record has 3 fields, but the header has 2 fields",
  );
  const short = assertThrows(() => parse("a,b\n1\n", { skipFirstRow: true }), Error);
  assertEquals(
    short.message,
    "Syntax error on line 2: The record has 1 fields, but the header has 2 fields",
  );
});

Deno.test("parse refuses to take keys from nothing", () => {
  assertThrows(
    () => parse("\n\n", { skipFirstRow: true }),
    TypeError,
    "Cannot parse input: headers must be defined",
  );
});

// A row that is one empty field is a blank line, which no reader can know from none.
const field = fc.string({ unit: fc.constantFrom("a", "护", ",", '"', "\n", " ", "🐱", "\t") });
const table = fc.array(
  fc.array(field, { minLength: 1, maxLength: 4 }).filter((row) => row.join() !== ""),
);

Deno.test("parse reads what stringify writes", () => {
  fc.assert(fc.property(table, (rows) => assertEquals(parse(stringify(rows)), rows)));
});

Deno.test("parse agrees with csv-parse on any text that csv-parse can read", () => {
  const text = fc.string({
    unit: fc.constantFrom("a", "b", ",", ",", '"', "\n", "\r\n", " "),
    maxLength: 24,
  });
  fc.assert(fc.property(text, (text) => {
    let expected: string[][];
    try {
      expected = oracle(text.replaceAll("\r\n", "\n"), {
        record_delimiter: "\n",
        relax_column_count: true,
        skip_empty_lines: true,
      });
    } catch {
      assertThrows(() => parse(text), SyntaxError);
      return;
    }
    assertEquals(parse(text), expected);
  }));
});
