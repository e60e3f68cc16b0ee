/** What a task understands of its command line, as a table: parsing, refusals and help read it. */
import { closest, distance } from "fastest-levenshtein";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { widthOf } from "../document/terminal_width.ts";

/** A task called with arguments that it does not know. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** An option that is there or not, e.g. `--json`. */
export interface Flag {
  readonly does: string;
}

/** An option with a value, e.g. `--year 2023`. */
export interface Valued<T> extends Flag {
  /** What stands for its value in the help. */
  readonly value: string;
  /** Reads the value, or says in Chinese what it should have been. */
  read(text: string): { readonly value: T } | { readonly expected: string };
}

/** An option that may be given several times. */
export interface Repeated<T> extends Valued<T> {
  readonly many: true;
}

export type Options = Readonly<Record<string, Flag | Valued<unknown> | Repeated<unknown>>>;

/** What a task is called and what it understands. */
export interface Command<O extends Options = Options> {
  /** As in `deno task name`. */
  readonly name: string;
  /** What it does, in a sentence or two of Chinese. */
  readonly does: string;
  readonly options: O;
  /** What may be given besides options, e.g. files; nothing where there is none. */
  readonly operands?: {
    readonly name: string;
    readonly does: string;
    readonly least: number;
    readonly most: number;
  };
  /** Where every argument but `--help` is handed on to another program as it is: which. */
  readonly handsTo?: string;
  /** What the exit codes mean, where 0 is not simply success and 1 not simply a failure. */
  readonly codes?: string;
}

/** What was asked for. */
export type Asked<O extends Options> =
  & {
    readonly [K in keyof O]: O[K] extends Repeated<infer T> ? readonly T[]
      : O[K] extends Valued<infer T> ? T | undefined
      : boolean;
  }
  & { readonly operands: readonly string[] };

/** A command whose options keep their types. */
export function command<const O extends Options>(written: Command<O>): Command<O> {
  return written;
}

/** `--year 2023`: the edition to work on. */
export const YEAR = {
  value: "年份",
  does: "哪一年的版次；不写则取环境变量 REPORT_YEAR，再不然取最新的一年",
  read: (text: string) =>
    /^\d{4}$/.test(text) ? { value: Number(text) } : { expected: "应为四位年份，如 2023" },
} as const satisfies Valued<number>;

/** Whether the help is asked for, which is never wrong. */
export function wantsHelp(args: readonly string[]): boolean {
  return args.includes("--help") || args.includes("-h");
}

/** How a command is called, in one line. */
export function usageOf({ name, options, operands, handsTo }: Command): string {
  const words = Object.entries(options).map(([option, one]) => {
    const many = "many" in one ? " …" : "";
    return `[${spelt(option, one)}${many}]`;
  });
  const things = operands === undefined ? [] : [
    operands.least === 0 ? `[${operands.name}]` : operands.name,
    ...(operands.most > 1 ? ["…"] : []),
  ];
  const rest = handsTo === undefined ? [] : [`[${handsTo} 的参数 …]`];
  return ["deno task", name, ...things, ...words, ...rest].join(" ");
}

/** What `--help` prints. */
export function helpOf(asked: Command): string {
  const { does, options, operands, codes = "0 成功，1 有错误或不符，2 参数不对" } = asked;
  const lines: readonly (readonly [string, string])[] = [
    ...(operands === undefined ? [] : [[operands.name, operands.does] as const]),
    ...Object.entries(options).map(([name, one]) => [spelt(name, one), one.does] as const),
    ["--help", "显示这份说明"],
  ];
  const width = Math.max(...lines.map(([word]) => widthOf(word)));
  return [
    `用法：${usageOf(asked)}`,
    "",
    does,
    "",
    ...lines.map(([word, does]) => `  ${word}${" ".repeat(width - widthOf(word))}  ${does}`),
    "",
    `退出码：${codes}`,
  ].join("\n");
}

/**
 * Reads a command line.
 *
 * @throws {UsageError} in Chinese, with all that is wrong and how the command is called
 */
export function parse<O extends Options>(asked: Command<O>, args: readonly string[]): Asked<O> {
  const { options, operands: wanted, handsTo } = asked;
  if (handsTo !== undefined) return { operands: args } as Asked<O>;
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      Object.entries(options).map((
        [name, one],
      ) => [name, { type: "value" in one ? "string" : "boolean" }]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const problems: string[] = [];
  const operands: string[] = [];
  const found = new Map<string, unknown[]>();
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    const result = option === undefined
      ? stranger(token.rawName, Object.keys(options))
      : valueOf(token.rawName, option, token.value);
    if ("expected" in result) problems.push(result.expected);
    else found.set(token.name, [...found.get(token.name) ?? [], result.value]);
  }
  for (const [name, values] of found) {
    const option = options[name];
    if (values.length > 1 && option !== undefined && !("many" in option)) {
      problems.push(`--${name} 写了 ${values.length} 次`);
    }
  }
  problems.push(...operandProblems(operands, wanted));
  if (problems.length > 0) {
    throw new UsageError(
      [...problems, `用法：${usageOf(asked)}`, `详见 deno task ${asked.name} --help`].join("\n"),
    );
  }
  const values = Object.entries(options).map(([name, one]) => {
    const given = found.get(name) ?? [];
    return [name, "many" in one ? given : "value" in one ? given[0] : given.length > 0];
  });
  return { ...Object.fromEntries(values), operands } as Asked<O>;
}

type Result = { readonly value: unknown } | { readonly expected: string };

function stranger(written: string, names: readonly string[]): Result {
  const known = [...names, "help"].map((name) => `--${name}`);
  const near = closest(written, known);
  return {
    expected: distance(written, near) <= 2
      ? `不认识的参数 ${written}，是否应为 ${near}`
      : `不认识的参数 ${written}`,
  };
}

function valueOf(
  written: string,
  option: Options[string],
  text: string | undefined,
): Result {
  if (!("value" in option)) {
    return text === undefined ? { value: true } : { expected: `${written} 不带值` };
  }
  if (text === undefined || text === "" || text.startsWith("--")) {
    return { expected: `${written} 后应写${option.value}` };
  }
  const result = option.read(text);
  return "value" in result
    ? result
    : { expected: `${written} 后${result.expected}，现为“${text}”` };
}

function operandProblems(operands: readonly string[], wanted: Command["operands"]): string[] {
  const { least, most, name } = wanted ?? { least: 0, most: 0, name: "" };
  if (operands.length < least) return [`应写明${name}`];
  return operands.slice(most).map((one) => `多出来的参数“${one}”`);
}

function spelt(name: string, option: Options[string]): string {
  return "value" in option ? `--${name} ${option.value}` : `--${name}`;
}

/** A task runs at the workspace's root, but a path is meant from where the command was typed. */
export function whereTyped(file: string): string {
  const typed = resolve(Deno.env.get("INIT_CWD") ?? Deno.cwd(), file);
  return existsSync(typed) ? typed : resolve(file);
}
