import { assertEquals } from "../assert/mod.ts";

/**
 * How two values differ, as `assertEquals` tells it, without its first sentence.
 *
 * @param actual What is.
 * @param expected What should be.
 * @returns The lines; empty if the values are equal.
 */
export function difference(actual: unknown, expected: unknown): string {
  try {
    assertEquals(actual, expected);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message.slice(error.message.indexOf("\n") + 1) : "";
  }
}
