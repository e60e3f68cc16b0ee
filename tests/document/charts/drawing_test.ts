import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import * as Plot from "@observablehq/plot";
import { draw, WIDTH } from "lib/document/charts/drawing.ts";
import { attributesOf } from "../../page.ts";

const svg = draw({ marks: [Plot.barX([1, 2, 3])] });

Deno.test("a drawing is one inline SVG that scales, with a font that has Chinese", () => {
  assert(svg.startsWith("<svg "));
  assertStringIncludes(svg, 'xmlns="http://www.w3.org/2000/svg"');
  assertEquals(attributesOf(svg, "svg", "viewBox")[0]?.split(" ")[2], String(WIDTH));
  assertStringIncludes(attributesOf(svg, "svg", "style")[0] ?? "", "Noto Sans CJK SC");
});

Deno.test("a drawing has no script and loads nothing", () => {
  assertEquals(/<script|href=|url\(/.test(svg), false);
});

Deno.test("a warning of Plot is an error, for no reader may meet its mark", () => {
  const { warn } = console;
  console.warn = () => {}; // Plot says it there too.
  try {
    const texts = ["1", "2", "3"].map((year) => ({ year, n: 1 }));
    assertThrows(() => draw({ marks: [Plot.dot(texts, { x: "year", y: "n" })] }), Error, "warned");
  } finally {
    console.warn = warn;
  }
});
