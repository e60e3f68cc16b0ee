/** Bands that a codebook sorts numbers into: `3000 以下`, `3000–4999`, `5000 及以上`. */

/** A band: its label and the last number that it holds. */
export interface Band {
  readonly label: string;
  readonly to: number;
  /** Whether it holds {@link to} itself. */
  readonly closed: boolean;
}

const NUMBER = String.raw`(\d+(?:\.\d+)?)`;
const BELOW = new RegExp(`^(?:(?:小于|低于|不足|不到|<)${NUMBER}|${NUMBER}以下)$`);
const UP_TO = new RegExp(`^(?:(?:不超过|不高于|≤)${NUMBER}|${NUMBER}及以下)$`);
const BETWEEN = new RegExp(`^${NUMBER}(?:[-–—~～至到]+)${NUMBER}$`);
const ABOVE = new RegExp(
  `^(?:(?:大于|高于|超过|不低于|不少于|≥|>)${NUMBER}|${NUMBER}(?:及?以上))$`,
);

/**
 * Reads bands from low to high. Together they must hold every number, so that no answer falls
 * between them: the first is open below (or begins at 0), the last above. A number that two bands
 * touch belongs to the lower.
 *
 * @param unit a unit that the labels may carry, e.g. `元/月`
 * @returns the bands, or in plain Chinese what is wrong with them
 */
export function parseBands(
  labels: readonly string[],
  unit = "",
): { readonly value: readonly Band[] } | { readonly expected: string } {
  const bands: Band[] = [];
  let before = 0;
  for (const [i, label] of labels.entries()) {
    const text = bare(label, unit);
    const [first, last] = [i === 0, i === labels.length - 1];
    const [, from, to] = BETWEEN.exec(text) ?? [];
    const open = first ? BELOW.exec(text) ?? UP_TO.exec(text) : ABOVE.exec(text);
    const edge = Number(open?.[1] ?? open?.[2]);
    if (from !== undefined && to !== undefined && !last) {
      if ((first && Number(from) !== 0) || Number(from) < before || Number(to) < Number(from)) {
        return { expected: `“${label}”没有接着前一段；各段从低到高，第一段写“…以下”或从零开始` };
      }
      before = Number(to);
      bands.push({ label, to: before, closed: true });
    } else if (first && Number.isFinite(edge) && labels.length > 1) {
      before = edge;
      bands.push({ label, to: edge, closed: UP_TO.test(text) });
    } else if (last && !first && edge >= before) {
      bands.push({ label, to: Infinity, closed: true });
    } else {
      return {
        expected:
          `“${label}”不是分段；应从低到高写成 3000以下、3000-4999、5000及以上 这样，首尾不封口`,
      };
    }
  }
  return { value: bands };
}

/** The label of the band that holds a number. */
export function bandOf(bands: readonly Band[], value: number): string {
  return bands.find(({ to, closed }) => value < to || (closed && value === to))?.label ?? "";
}

/** A label without spaces, separators of thousands and its unit. */
function bare(label: string, unit: string): string {
  const text = label.normalize("NFKC").replace(/[\s,]/g, "");
  const units = [unit, unit.split("/")[0] ?? ""].map((one) => one.normalize("NFKC"));
  return units.reduce((rest, one) => (one === "" ? rest : rest.replaceAll(one, "")), text);
}
