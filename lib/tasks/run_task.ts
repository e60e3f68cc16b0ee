/** What all tasks share: Deno's version, the command line, errors as an analyst can read them. */
import {
  type Asked,
  type Command,
  helpOf,
  type Options,
  parse,
  UsageError,
  wantsHelp,
} from "./command_line.ts";

/** The Deno with which all tests passed; the README's commands name it. */
export const DENO = "2.9.6";

/** The oldest Deno whose kernel reports a failing cell as failed. */
const OLDEST_DENO = [2, 9] as const;

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
    `请运行 deno upgrade ${DENO}；若用 npx 运行，请把命令中的 deno 写成 deno@${DENO}。`;
}

/** What an analyst is told who runs another Deno than {@link DENO}; undefined for the same. */
export function anotherDeno(version: string): string | undefined {
  return version === DENO ? undefined : (
    `提醒：现在用的是 Deno ${version}，全部测试用的是 ${DENO}；` +
    `结果若有异样，请改用 npx --yes deno@${DENO} task …`
  );
}

/**
 * Runs a task and ends the process: code 2 for wrong arguments, 1 for what else goes wrong.
 *
 * @param command what the task understands of its arguments
 * @param task given what was asked for; returns the exit code; loads what it needs when it is called
 */
export async function runTask<O extends Options>(
  command: Command<O>,
  task: (asked: Asked<O>) => Promise<number>,
): Promise<never> {
  const old = denoTooOld(Deno.version.deno);
  if (old !== undefined) {
    console.error(old);
    Deno.exit(1);
  }
  if (wantsHelp(Deno.args)) {
    console.log(helpOf(command));
    Deno.exit(0);
  }
  try {
    const asked = parse(command, Deno.args);
    const other = anotherDeno(Deno.version.deno);
    if (other !== undefined) console.error(other);
    Deno.exit(await task(asked));
  } catch (error) {
    console.error(messageFor(error));
    Deno.exit(error instanceof UsageError ? 2 : 1);
  }
}

/** What the system refused, by its code, and what an analyst can do about it. */
const REFUSALS: Readonly<Record<string, string>> = {
  EACCES:
    "没有权限读写这个文件或文件夹，或它正被别的程序占用；请关闭打开它的程序，检查权限后重新运行。",
  EPERM:
    "没有权限读写这个文件或文件夹，或它正被别的程序占用；请关闭打开它的程序，检查权限后重新运行。",
  EBUSY: "文件或文件夹正被别的程序占用；请关闭打开它的程序后重新运行。",
  ENOTEMPTY: "文件夹正被别的程序占用；请关闭打开它的程序后重新运行。",
  EROFS: "这里只能读不能写；请把工作区放到可以写的磁盘上再运行。",
  ENOSPC: "磁盘已满；请腾出空间后重新运行。",
  ENAMETOOLONG: "文件名或路径太长；请把工作区移到更短的路径下，或把文件名改短。",
  EMFILE: "打开的文件太多；请关闭一些程序后重新运行。",
};

/** An error as it is shown: in Chinese it is for the analyst, whole; else it is a bug, with its trace. */
export function messageFor(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // A system's message is English, whatever the language of the path that it names.
  const refusal = "code" in error ? REFUSALS[String(error.code)] : undefined;
  if (refusal !== undefined) return `${refusal}\n（${error.message}）`;
  return /\p{Script=Han}/u.test(error.message) ? error.message : error.stack ?? error.message;
}
