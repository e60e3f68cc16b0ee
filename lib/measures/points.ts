/**
 * How many percentage points a printed percentage lies above another, exactly as their decimals say,
 * so that a reader who subtracts finds the same.
 *
 * @param high a decimal, e.g. `89.98`
 * @param low a decimal
 * @returns their difference with as many decimals, e.g. `10.46`
 */
export function pointsBetween(high: string, low: string): string {
  const decimals = Math.max(...[high, low].map((text) => text.split(".")[1]?.length ?? 0));
  const scaled = (text: string) => {
    const [whole = "", fraction = ""] = text.split(".");
    return BigInt(whole + fraction.padEnd(decimals, "0"));
  };
  const difference = scaled(high) - scaled(low);
  const digits = String(difference < 0n ? -difference : difference).padStart(decimals + 1, "0");
  const sign = difference < 0n ? "-" : "";
  const whole = digits.slice(0, digits.length - decimals);
  return `${sign}${whole}${decimals === 0 ? "" : `.${digits.slice(-decimals)}`}`;
}
