/**
 * Functions of a row that depend on nothing but the values they read, so that one run tells of all
 * rows that have the same. A caller may promise it; of plain comparisons it shows in their text.
 */
import { type Expression, parseExpressionAt } from "acorn";
import type { Of } from "./verbs.ts";

const promised = new WeakSet<object>();

/**
 * Promises that a function always gives the same for the same values of the columns it reads: it
 * remembers nothing, asks for no op, and not for the row's position.
 */
export function pure<R, V>(fn: (row: R) => V): Of<R, V> {
  promised.add(fn);
  return fn;
}

/** Whether a function was promised to be pure, or is seen to be. */
export function isPure(fn: (row: object, second: unknown) => unknown): boolean {
  return promised.has(fn) || isComparison(fn);
}

/** Methods that tell of a text, a list or a set what it holds, and change nothing. */
const ASKING = ["includes", "has", "startsWith", "endsWith"];

/** Functions that say a value in another way. */
const SAYING = ["Boolean", "String", "Number"];

/** An arrow function of one row that gives an expression. */
const ARROW = /^\(?[\p{ID_Start}_$][\p{ID_Continue}$]*\)?\s*=>\s*(?!\{)/u;

/**
 * Whether a function is made of nothing but values, comparisons, {@link ASKING} and {@link SAYING}:
 * the equalities and memberships by which rows are chosen.
 */
function isComparison(fn: (row: object, second: unknown) => unknown): boolean {
  const text = String(fn);
  const head = ARROW.exec(text)?.[0];
  if (head === undefined) return false;
  try {
    return isPlain(parseExpressionAt(text, head.length, { ecmaVersion: "latest" }));
  } catch {
    // What stands only in a class, such as a private field, cannot be read outside of it.
    return false;
  }
}

function isPlain(node: { readonly type: string }): boolean {
  const one = node as Expression;
  switch (one.type) {
    case "Identifier":
    case "Literal":
      return true;
    case "ParenthesizedExpression":
      return isPlain(one.expression);
    case "UnaryExpression":
      return one.operator !== "delete" && isPlain(one.argument);
    case "BinaryExpression":
    case "LogicalExpression":
      return isPlain(one.left) && isPlain(one.right);
    case "ConditionalExpression":
      return [one.test, one.consequent, one.alternate].every(isPlain);
    case "ArrayExpression":
      return one.elements.every((element) => element !== null && isPlain(element));
    case "MemberExpression":
      return isPlain(one.object) && isPlain(one.property);
    case "CallExpression":
      return isHarmless(one.callee) && one.arguments.every(isPlain);
    default:
      return false;
  }
}

/** Whether what is called is one of {@link ASKING} or {@link SAYING}. */
function isHarmless(callee: { readonly type: string }): boolean {
  const one = callee as Expression;
  if (one.type === "Identifier") return SAYING.includes(one.name);
  return one.type === "MemberExpression" && !one.computed && one.property.type === "Identifier" &&
    ASKING.includes(one.property.name) && isPlain(one.object);
}
