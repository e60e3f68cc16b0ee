/** The tasks of deno.json as a user runs them, with the rights that they have there. */
import { join } from "node:path";
import { root } from "lib/workspace.ts";

const { tasks } = JSON.parse(Deno.readTextFileSync(join(root(), "deno.json"))) as {
  readonly tasks: Readonly<Record<string, string>>;
};

/** Names of the tasks that are a file of `lib/tasks/`. */
export const TASKS: readonly string[] = Object.keys(tasks).filter((name) =>
  /lib\/tasks\/\w+\.ts$/.test(tasks[name] ?? "")
);

/** The arguments that Deno gets for a task; its file by its whole path, so that any folder will do. */
export function taskArgs(name: string): string[] {
  const [program, ...args] = (tasks[name] ?? "").split(" ");
  const file = args.at(-1);
  if (program !== "deno" || file === undefined) throw new Error(`${name} is no task of Deno's`);
  return args;
}

/** This process's environment but for what says which edition is meant, which other tests may set. */
export function plainEnvironment(): Record<string, string> {
  const { REPORT_DATA: _, REPORT_YEAR: __, ...env } = Deno.env.toObject();
  return env;
}
