/**
 * The small language in which an analyst says who is meant: conditions on a name, `甲=一`, several
 * of them joined by `；`, all of which must hold. `routing.ts` asks them of earlier answers,
 * `groups.ts` of graduates' columns; each says there what its operators mean.
 */

/** A condition as it is written. */
export interface Written {
  readonly name: string;
  readonly operator: Operator;
  /** What stands after the operator. */
  readonly operand: string;
  /** The whole condition, to name it in a fault. */
  readonly text: string;
}

export type Operator = "=" | "≠" | "∈" | "∉" | "∋";

/** The signs for each operator. */
const SIGNS: Readonly<Record<string, Operator>> = {
  "=": "=",
  "＝": "=",
  "≠": "≠",
  "!=": "≠",
  "∈": "∈",
  "∉": "∉",
  "∋": "∋",
};

/** Whether an operator asks that something be so, and not that it be otherwise. */
export function isWanted(operator: Operator): boolean {
  return operator !== "≠" && operator !== "∉";
}

/**
 * Reads conditions; an empty text has none.
 *
 * @param meaning gives a condition its meaning, or says in plain Chinese what is wrong with it
 * @param example how conditions should be written, for one that is none
 * @returns the conditions, or what is wrong with them, one by one
 */
export function parseConditions<C extends object>(
  text: string,
  meaning: (written: Written) => C | string,
  example: string,
): { readonly value: readonly C[] } | { readonly expected: readonly string[] } {
  const parsed = text.split(/[；;]/).map((part) => part.trim()).filter((part) => part !== "")
    .map((part) => {
      const [, name = "", sign = "", operand = ""] = /^(.*?)\s*(!=|[=＝≠∈∉∋])\s*(.*)$/.exec(part) ??
        [];
      const operator = SIGNS[sign];
      return operator === undefined
        ? `“${part}”应写成 ${example}，几个条件之间用“；”隔开`
        : meaning({ name, operator, operand, text: part });
    });
  const wrong = parsed.filter((one) => typeof one === "string");
  if (wrong.length > 0) return { expected: wrong };
  return { value: parsed.filter((one) => typeof one !== "string") };
}
