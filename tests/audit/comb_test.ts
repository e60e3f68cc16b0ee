import { assertEquals, assertThrows } from "@std/assert";
import { comb } from "lib/audit/comb.ts";
import { WIDTH } from "lib/document/charts/drawing.ts";
import { partsOf } from "../page.ts";
import { drawnTexts, labelsOf } from "../document/charts/drawn.ts";

const svg = comb({ printed: "98.65", base: 221 });
const drawings = (drawn: string) => partsOf(drawn, "svg").length;

Deno.test("the teeth around the printed value stand with their counts and percentages", () => {
  const [overview = ""] = svg.split("</svg>");
  assertEquals(labelsOf(overview), [
    "印作 98.65%",
    ...["217 人", "218 人", "219 人"],
    ...["98.19%", "98.64%", "99.10%"],
  ]);
});

Deno.test("a tooth too close to be told apart is magnified, with the stretch that it misses", () => {
  assertEquals(drawings(svg), 2);
  assertEquals(labelsOf(svg).slice(-3), ["98.645–98.655 印作 98.65%", "218 人", "98.6425…%"]);
});

Deno.test("a value far from every tooth needs no second drawing", () => {
  assertEquals(drawings(comb({ printed: "98.9", base: 221 })), 1);
});

Deno.test("nothing is clipped and no two labels overlap, over small bases and large", () => {
  for (
    const [printed, base] of [["98.65", 221], ["50.1", 3], ["99.99", 12], ["0.03", 4_513], [
      "33.335",
      5_809,
    ], ["7", 9]] as const
  ) {
    const drawn = comb({ printed, base });
    for (const one of drawn.split("</svg>").slice(0, -1)) {
      const texts = drawnTexts(`${one}</svg>`);
      assertEquals(texts.filter(({ left, right }) => left < 0 || right > WIDTH), [], printed);
      // Counts and percentages stand in two lines, each from left to right.
      const lines = Map.groupBy(texts, ({ text }) => text.includes("印") ? "top" : text.at(-1));
      for (const line of lines.values()) {
        const overlaps = line.filter(({ left }, i) => left < (line[i - 1]?.right ?? -Infinity));
        assertEquals(overlaps, [], `${printed} of ${base}`);
      }
    }
  }
});

Deno.test("no tooth is below nought, and what is no percentage is refused", () => {
  const labels = labelsOf(comb({ printed: "0.1", base: 7 }));
  assertEquals(labels.filter((label) => label.startsWith("-")), []);
  assertThrows(() => comb({ printed: "many", base: 7 }), RangeError, '"many" is no percentage');
});
