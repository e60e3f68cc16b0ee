/** Disks that are full or cannot be written, clocks and time zones; of Linux, in a name space of its own. */
import { join } from "node:path";
import { root } from "lib/workspace.ts";
import { plainEnvironment, taskArgs } from "../task.ts";

/** Whether this machine lets a process have mounts of its own. */
export function mayMount(): boolean {
  if (Deno.build.os !== "linux") return false;
  try {
    return new Deno.Command("unshare", {
      args: ["-rm", "sh", "-c", "mount -t tmpfs none /mnt"],
      stderr: "null",
    }).outputSync().success;
  } catch {
    return false;
  }
}

/** What a command on a disk of its own came to. */
export interface OnDisk {
  readonly code: number;
  readonly said: string;
  /** What `diff -r` tells of the folder after the command and before it. */
  readonly changed: string;
}

/**
 * Runs a task while a folder that it writes to is a disk of its own.
 *
 * @param folder holds what is on the disk at first; it is not touched itself
 * @param spare kilobytes that are free on the disk; `null` for a disk that cannot be written
 * @param cwd where the task runs
 */
export async function onDisk(
  task: readonly string[],
  { folder, spare, cwd = root(), env = {} }: {
    readonly folder: string;
    readonly spare: number | null;
    readonly cwd?: string;
    readonly env?: Readonly<Record<string, string>>;
  },
): Promise<OnDisk> {
  const before = Deno.makeTempDirSync();
  const [name = "", ...args] = task;
  const script = `
    cp -a "$FOLDER/." "$BEFORE"
    mount -t tmpfs -o size=40m none "$FOLDER"
    cp -a "$BEFORE/." "$FOLDER"
    if [ -n "$SPARE" ]; then
      cat /dev/zero > "$FOLDER/.full" 2>/dev/null
      truncate -s "-\${SPARE}K" "$FOLDER/.full"
    else
      mount -o remount,ro "$FOLDER"
    fi
    "$@"; code=$?
    echo "---"; diff -r -x .lock -x .full "$BEFORE" "$FOLDER"
    exit $code`;
  try {
    const { code, stdout, stderr } = await new Deno.Command("unshare", {
      args: ["-rm", "sh", "-c", script, "sh", Deno.execPath(), ...taskArgs(name), ...args],
      cwd,
      clearEnv: true,
      env: {
        ...plainEnvironment(),
        ...env,
        NO_COLOR: "1",
        FOLDER: folder,
        BEFORE: before,
        SPARE: spare === null ? "" : String(spare),
      },
    }).output();
    const [out = "", err = ""] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
    const [said = "", changed = ""] = out.split("---\n");
    return { code, said: said + err, changed };
  } finally {
    Deno.removeSync(before, { recursive: true });
  }
}

/** A module that, loaded before a task, lets its process live in another year. */
export function otherClock(folder: string): string {
  const path = join(folder, "clock.ts");
  Deno.writeTextFileSync(
    path,
    `const { now } = Date;
const shift = 9 * 365.25 * 86_400_000;
globalThis.Date = new Proxy(Date, {
  construct: (target, args, own) =>
    Reflect.construct(target, args.length === 0 ? [now() + shift] : args, own),
  get: (target, name) => name === "now" ? () => now() + shift : Reflect.get(target, name),
});
`,
  );
  return path;
}
