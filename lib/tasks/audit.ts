/**
 * `deno task audit FILE.csv [--json]`: audits a report's printed percentages.
 * Exit code 0 whatever is found, 2 for input that cannot be read.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { DataError } from "../table/faults.ts";
import { audit } from "../audit/audit.ts";
import { linesOf } from "../audit/lines.ts";
import { readAuditRows } from "../audit/rows.ts";
import { ROUNDINGS } from "../audit/rounding.ts";

const USAGE = `用法：deno task audit 文件.csv [--json] [--rounding ${ROUNDINGS.join("|")}]
文件为 UTF-8 的 CSV，列为 表,项目,人数,基数,百分比；人数、基数可以留空。`;

function main(args: readonly string[]): number {
  const asked = readArguments(args);
  if (asked === null) {
    console.error(USAGE);
    return 2;
  }
  try {
    const rows = readAuditRows(asked.file);
    const findings = audit(rows, asked.rounding);
    console.log(
      asked.json ? JSON.stringify(findings, null, 2) : linesOf(rows, findings).join("\n"),
    );
    return 0;
  } catch (error) {
    if (error instanceof DataError) console.error(error.message);
    else if (isUnreadable(error)) console.error(`无法读取 ${asked.file}：${error.message}`);
    else throw error;
    return 2;
  }
}

/** A folder, a file without permission and the like: the system's own refusal to read. */
function isUnreadable(error: unknown): error is Error {
  return error instanceof Error && "code" in error && typeof error.code === "string";
}

/** What was asked for, or null if the command line makes no sense. */
function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: "boolean" }, rounding: { type: "string" } },
    });
    const [file, ...more] = positionals;
    const rounding = ROUNDINGS.find((each) => each === (values.rounding ?? "half-up"));
    if (file === undefined || more.length > 0 || rounding === undefined) return null;
    return { file: whereAsked(file), json: values.json === true, rounding };
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** A task runs at the workspace's root, but a path is meant from where the command was typed. */
function whereAsked(file: string): string {
  const typed = resolve(Deno.env.get("INIT_CWD") ?? Deno.cwd(), file);
  return existsSync(typed) ? typed : resolve(file);
}

if (import.meta.main) Deno.exit(main(Deno.args));
