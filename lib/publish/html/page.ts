/** What all pages share: they need nothing else, no script, no font, no picture from elsewhere. */
import { escapeHtml } from "../../document/html.ts";
import type { Exhibit, Statement } from "../../document/exhibit.ts";
import style from "./style.css" with { type: "text" };

/** A whole page around a body. */
export function page(title: string, kind: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>
${style}</style>
</head>
<body class="${kind}">
${distinctRegions(body)}
</body>
</html>
`;
}

/** Numbers the regions that would share a name, so that a list of them tells them apart. */
function distinctRegions(html: string): string {
  const seen = new Map<string, number>();
  return html.replace(/role="region" aria-label="([^"]*)/g, (region, name: string) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? region : `${region}（${times}）`;
  });
}

/** The id of an exhibit or a computed number on a page, whatever its key is made of. */
export function anchorOf(of: Exhibit | Statement): string {
  const id = "rows" in of ? `${of.kind}-${of.key}` : `n-${of.id}`;
  return id.replace(/\s+/g, "_").replace(
    // What ends an attribute, means something in an address, or is not seen.
    /["'`<>&=%#\\]|\p{C}/gu,
    (character) => `~${character.codePointAt(0)?.toString(16)}`,
  );
}

/** Gives each exhibit and number its id once, where it first stands on a page. */
export function ids(): (of: Exhibit | Statement) => string | null {
  const taken = new Set<string>();
  return (of) => {
    const id = anchorOf(of);
    if (taken.has(id)) return null;
    taken.add(id);
    return id;
  };
}

/** The id of a code cell on its chapter's page. */
export function cellAnchor(cell: number): string {
  return `cell-${cell}`;
}

/** A start tag: its name and its attributes, whose values may hold a `>`. */
const TAG = /<([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g;
const ATTRIBUTE = /([^\s"'=<>/]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;
/** Elements that run, load or send something. */
const ACTIVE = /^(script|iframe|frame|object|embed|applet|base|form|foreignobject)$/i;

/**
 * What keeps a page from standing alone, in Chinese, one sentence each: references to elsewhere,
 * scripts, an id that occurs twice, a link to an id that does not exist. Text may say anything.
 */
export function pageFaults(html: string): string[] {
  const tags = [...html.matchAll(TAG)].map(([, name = "", inside = ""]) => ({
    name,
    attributes: [...inside.matchAll(ATTRIBUTE)].map(([, attribute = "", ...values]) => ({
      attribute: attribute.toLowerCase(),
      value: values.find((value) => value !== undefined) ?? "",
    })),
  }));
  const attributes = tags.flatMap((tag) => tag.attributes);
  const valuesOf = (...names: readonly string[]) =>
    attributes.filter(({ attribute }) => names.includes(attribute)).map(({ value }) => value);
  const outside = valuesOf("src", "href", "xlink:href", "action", "srcset").filter((target) =>
    !/^(#|data:image\/|[\w-]+\.html(#.*)?$|tables\.xlsx$|report\.(docx|pdf)$)/.test(target)
  );
  const styles = [...html.matchAll(/<style\b[^>]*>([^]*?)<\/style>/gi)].map(([, css = ""]) => css);
  const imported = [...styles, ...valuesOf("style")].flatMap((css) =>
    [...css.matchAll(/(?:@import\b|\burl\(\s*["']?(?!#|data:))[^;)]*/g)].map(([text]) => text)
  );
  const active = tags.some(({ name }) => ACTIVE.test(name)) ||
    attributes.some(({ attribute }) => attribute.startsWith("on"));
  const ids = valuesOf("id");
  const known = new Set(ids);
  const twice = ids.filter((id) => known.has(id) ? !known.delete(id) : true);
  const present = new Set(ids);
  const links = valuesOf("href").flatMap((target) =>
    target.startsWith("#") ? [target.slice(1)] : []
  );
  return [
    ...[...outside, ...imported].map((target) => `引用了页面以外的内容：${target}`),
    ...(active ? ["含有脚本"] : []),
    ...twice.map((id) => `编号 ${id} 出现了两次`),
    ...links.filter((id) => !present.has(id)).map((id) => `链接 #${id} 没有去处`),
  ];
}
