import { parseHTML } from "linkedom";

/** An element of a parsed page, as far as tests look at one. */
export interface Part {
  readonly textContent: string;
  readonly tagName: string;
  readonly parentElement: Part | null;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): Iterable<Part>;
}

/** The elements of an HTML fragment that a selector finds, in order. */
export function partsOf(html: string, selector: string): Part[] {
  const { document } = parseHTML(`<html><body>${html}</body></html>`) as unknown as {
    readonly document: Part;
  };
  return [...document.querySelectorAll(selector)];
}

/** Their texts. */
export function textsOf(html: string, selector: string): string[] {
  return partsOf(html, selector).map((part) => part.textContent);
}

/** Their values of an attribute. */
export function attributesOf(html: string, selector: string, name: string): (string | null)[] {
  return partsOf(html, selector).map((part) => part.getAttribute(name));
}
