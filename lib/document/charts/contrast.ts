/** How well two colours can be told apart, as WCAG 2.2 measures it. */

/**
 * The contrast ratio of two colours, from 1 (the same) to 21 (black on white): text needs 4.5, what
 * else one must see to understand needs 3. https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 *
 * @param a as `#2f5d8a`, and `b` alike
 * @throws {RangeError} if one is not written so
 */
export function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The one of some colours that stands out most on a ground. */
export function legibleOn(ground: string, colours: readonly [string, ...string[]]): string {
  return colours.reduce((best, one) => contrast(one, ground) > contrast(best, ground) ? one : best);
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [, ...channels] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour) ?? [];
  if (channels.length < 3) throw new RangeError(`Cannot see "${colour}": not of the form #rrggbb`);
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const part = parseInt(channel, 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
