/** Which Python to use. */

/** A command with its first arguments, e.g. `["py", "-3"]`. */
export type Command = readonly [string, ...string[]];

/** What is known of an installed Python. */
export interface Python {
  readonly command: Command;
  /** e.g. `[3, 11]` */
  readonly version: readonly [number, number];
  /** Versions of its Jupyter packages, where it has them. */
  readonly nbclient: string | null;
  readonly nbconvert: string | null;
}

/** Runs a command and returns what it printed, or undefined if it could not run or failed. */
export type Run = (command: Command, args: readonly string[]) => Promise<string | undefined>;

/** The oldest Python, and the oldest Jupyter packages, that the pinned set and our script support. */
export const OLDEST = { python: "3.9", nbclient: "0.7", nbconvert: "6.5" } as const;

/**
 * The commands under which a system may have Python, best first. Debian's own is asked for by its
 * path too, because its packages are there even if another Python comes first.
 */
export function pythonCommands(os: typeof Deno.build.os): readonly Command[] {
  if (os === "windows") return [["py", "-3"], ["python"], ["python3"]];
  return [["python3"], ["python"], ["/usr/bin/python3"]];
}

/** Prints what {@link Python} holds, one value a line; it must run on any Python 3. */
const PROBE = `
import sys
print("%d.%d" % sys.version_info[:2])
for name in ("nbclient", "nbconvert"):
    try:
        from importlib.metadata import version
        print(version(name))
    except Exception:
        print("-")
`;

/** Asks every candidate what it is; those that do not answer are left out. */
export async function findPythons(commands: readonly Command[], run: Run): Promise<Python[]> {
  const answers = await Promise.all(commands.map((command) => run(command, ["-c", PROBE])));
  return answers.flatMap((answer, i) => {
    const command = commands[i];
    const [version, nbclient, nbconvert] = answer?.trim().split(/\s+/) ?? [];
    const [, major, minor] = /^(\d+)\.(\d+)$/.exec(version ?? "") ?? [];
    if (command === undefined || major === undefined || minor === undefined) return [];
    return [{
      command,
      version: [Number(major), Number(minor)],
      nbclient: nbclient === undefined || nbclient === "-" ? null : nbclient,
      nbconvert: nbconvert === undefined || nbconvert === "-" ? null : nbconvert,
    }];
  });
}

/** The first Python that can make the workspace's own environment. */
export function pythonForVenv(pythons: readonly Python[]): Python | undefined {
  return pythons.find(({ version }) => atLeast(version.join("."), OLDEST.python));
}

/** The first Python whose installed Jupyter is new enough to be used as it is. */
export function pythonWithJupyter(pythons: readonly Python[]): Python | undefined {
  return pythons.find(({ version, nbclient, nbconvert }) =>
    atLeast(version.join("."), OLDEST.python) &&
    nbclient !== null && atLeast(nbclient, OLDEST.nbclient) &&
    nbconvert !== null && atLeast(nbconvert, OLDEST.nbconvert)
  );
}

/** Whether a dotted version is not older than another. */
export function atLeast(version: string, oldest: string): boolean {
  const [left, right] = [version, oldest].map((text) => text.split(".").map((n) => parseInt(n)));
  for (const [i, wanted] of (right ?? []).entries()) {
    const found = left?.[i] ?? 0;
    if (found !== wanted) return found > wanted;
  }
  return true;
}
