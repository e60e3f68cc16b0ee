/** What all tasks share: Deno's version, errors as an analyst can read them, exit codes. */

/** The oldest Deno whose kernel reports a failing cell as failed. */
const OLDEST_DENO = [2, 9] as const;

/** A task called with arguments that it does not know. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * What an analyst is told whose Deno is too old, or undefined if it will do. It is asked before
 * anything else is loaded, since an old Deno might not even be able to load it.
 *
 * @param version e.g. `2.9.6`
 */
export function denoTooOld(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_DENO;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return undefined;
  return `Deno 版本太旧：现为 ${version}，需要 ${OLDEST_DENO.join(".")}.0 或更新。\n` +
    "请运行 deno upgrade；若用 npx 运行，请把命令中的 deno 写成 deno@latest。";
}

/**
 * Runs a task and ends the process: code 2 for wrong arguments, 1 for what else goes wrong.
 *
 * @param task given the arguments; returns the exit code; loads what it needs when it is called
 */
export async function runTask(task: (args: readonly string[]) => Promise<number>): Promise<never> {
  const old = denoTooOld(Deno.version.deno);
  if (old !== undefined) {
    console.error(old);
    Deno.exit(1);
  }
  try {
    Deno.exit(await task(Deno.args));
  } catch (error) {
    console.error(messageFor(error));
    Deno.exit(error instanceof UsageError ? 2 : 1);
  }
}

/** An error as it is shown: in Chinese it is for the analyst, whole; else it is a bug, with its trace. */
export function messageFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (/\p{Script=Han}/u.test(error.message)) return error.message;
  if (error instanceof Deno.errors.PermissionDenied || error instanceof Deno.errors.Busy) {
    return `文件或文件夹正被占用，或没有写入权限；请关闭打开它的程序后重新运行。\n（${error.message}）`;
  }
  return error.stack ?? error.message;
}

/**
 * The year that `--year` asks for; undefined where it is not given.
 *
 * @param usage how the task is called, for the message
 * @throws {UsageError} for any other argument, or a year that is none
 */
export function yearFrom(args: readonly string[], usage: string): number | undefined {
  const words = args.flatMap((arg) => arg.startsWith("--year=") ? ["--year", arg.slice(7)] : [arg]);
  if (words.length === 0) return undefined;
  const [flag, value = "", ...rest] = words;
  if (flag !== "--year" || rest.length > 0) {
    throw new UsageError(`不认识的参数：${args.join(" ")}\n用法：${usage}`);
  }
  if (!/^\d{4}$/.test(value)) {
    throw new UsageError(`--year 后应为四位年份，现为“${value}”\n用法：${usage}`);
  }
  return Number(value);
}
