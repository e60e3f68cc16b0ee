/** A drawing as Word takes it: SVG that stands alone, and a bitmap for programs that draw no SVG. */
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import wasm from "@resvg/resvg-wasm/index_bg.wasm" with { type: "bytes" };
import { DOMParser } from "linkedom";
import { COLOURS, FONT_SIZE } from "../../document/charts/drawing.ts";
import type { FontFamily } from "./fonts.ts";

/** A picture for a document; its size in pixels as it was designed. */
export interface Picture {
  readonly svg: string;
  readonly png: Uint8Array<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
}

/** Bitmaps by the SVG that they show, as they are kept from one report to the next. */
export interface Bitmaps {
  readonly known: ReadonlyMap<string, Picture["png"]>;
  /** Given those that were used, known or new. */
  readonly used: Map<string, Picture["png"]>;
}

/** Pixels of the bitmap for one of the design: sharp on paper. */
const SCALE = 2;

/** What drawings are set in where a program knows it; a bitmap has the font of this computer. */
const FAMILY = "Microsoft YaHei, PingFang SC, Noto Sans CJK SC, sans-serif";

/**
 * Opens a maker of pictures, one for each drawing of a figure.
 *
 * @param font sets the texts of the bitmaps; without one they have no texts, and only the SVG is whole
 * @param bitmaps those made with this font before, which need not be made again
 */
export async function openPictures(
  font: FontFamily | null,
  { known, used }: Bitmaps = { known: new Map(), used: new Map() },
): Promise<(drawings: string) => Picture[]> {
  await loaded();
  let fonts: Uint8Array[] | undefined;
  const name = font?.name ?? "sans-serif";
  const draw = (svg: string) => {
    fonts ??= (font?.files ?? []).map((file) => Deno.readFileSync(file));
    // Every file is copied and read anew for every picture.
    const fontBuffers = svg.includes(`font-weight="bold"`) ? fonts : fonts.slice(0, 1);
    const drawn = new Resvg(svg.replaceAll(FAMILY, name), {
      font: { fontBuffers, defaultFontFamily: name, sansSerifFamily: name },
      fitTo: { mode: "zoom", value: SCALE },
      background: COLOURS.paper,
    });
    const image = drawn.render();
    const png = new Uint8Array(image.asPng());
    image.free();
    drawn.free();
    return png;
  };
  return (drawings) =>
    standalone(drawings).map((drawing) => {
      const png = known.get(drawing.svg) ?? used.get(drawing.svg) ?? draw(drawing.svg);
      used.set(drawing.svg, png);
      return { ...drawing, png };
    });
}

let loading: Promise<void> | undefined;

/** The renderer can be loaded only once in a process. */
function loaded(): Promise<void> {
  return loading ??= initWasm(wasm);
}

/**
 * Inline drawings as files of their own. Word knows neither style sheets nor lengths in em nor the
 * colour of the text around a drawing.
 *
 * @param inline one `<svg>` or several below one another
 */
export function standalone(inline: string): Omit<Picture, "png">[] {
  const document = new DOMParser().parseFromString(`<g>${inline}</g>`, "image/svg+xml");
  return [...document.documentElement.children].filter(({ tagName }) => tagName === "svg")
    .map((root) => {
      const [width = 0, height = 0] = ["width", "height"]
        .map((name) => Number(root.getAttribute(name)));
      root.setAttribute("font-family", FAMILY);
      root.setAttribute("font-size", String(FONT_SIZE));
      for (const style of [...root.querySelectorAll("style")]) style.remove();
      for (const element of [root, ...root.querySelectorAll("*")]) simplify(element);
      return { svg: root.toString(), width, height };
    });
}

/** An element, as far as drawings are made simpler. */
interface Attributed {
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
}

function simplify(element: Attributed): void {
  for (const name of ["style", "class", "aria-label", "aria-hidden"]) element.removeAttribute(name);
  for (const { name, value } of [...element.attributes]) {
    const em = /^(-?[\d.]+)em$/.exec(value);
    if (em !== null) {
      element.setAttribute(name, String(Math.round(Number(em[1]) * FONT_SIZE * 1000) / 1000));
    } else if (value === "currentColor") element.setAttribute(name, COLOURS.text);
  }
}
