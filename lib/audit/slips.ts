/** Slips of the pen that turn one number into another. */

/** The numbers that two neighbouring digits changing places would give, each once, itself excluded. */
export function transposed(value: number): number[] {
  const digits = String(value);
  const swaps = Array.from(
    { length: digits.length - 1 },
    (_, i) => Number(digits.slice(0, i) + digits[i + 1] + digits[i] + digits.slice(i + 2)),
  );
  return [...new Set(swaps)].filter((each) => each !== value);
}

/** Whether two numbers of as many digits differ in exactly one of them. */
export function isOneDigitOff(a: number, b: number): boolean {
  const [left, right] = [String(a), String(b)];
  if (left.length !== right.length) return false;
  return [...left].filter((digit, i) => digit !== right[i]).length === 1;
}
