/**
 * Median and quartiles by linear interpolation between order statistics (type 7 of R. J. Hyndman &
 * Y. Fan, "Sample quantiles in statistical packages", The American Statistician 50, 1996, which
 * spreadsheets use too).
 */

/** The first quartile, the median and the third quartile. */
export interface Quartiles {
  readonly 下四分位数: number;
  readonly 中位数: number;
  readonly 上四分位数: number;
}

/**
 * The quartiles of some numbers, which are taken to two decimals.
 *
 * @param values at least one
 * @param decimals how many decimals the quartiles have, rounded half up: 0, 1 or 2
 * @throws {RangeError} if there is no number
 */
export function quartiles(values: readonly number[], decimals = 0): Quartiles {
  if (values.length === 0) throw new RangeError("Cannot take quartiles of no number");
  // In whole hundredths, so that a half is a half.
  const sorted = values.map((value) => Math.round(value * 100)).sort((a, b) => a - b);
  const step = 10 ** (2 - decimals);
  const quartile = (quarter: 1 | 2 | 3) => {
    const place = (sorted.length - 1) * quarter;
    const below = Math.floor(place / 4);
    const part = place % 4;
    const low = sorted[below] ?? 0;
    const high = sorted[below + 1] ?? low;
    const fourfold = low * (4 - part) + high * part;
    return Math.floor((fourfold + 2 * step) / (4 * step)) / 10 ** decimals;
  };
  return { 下四分位数: quartile(1), 中位数: quartile(2), 上四分位数: quartile(3) };
}
