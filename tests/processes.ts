/** What runs on this machine, as Linux tells of it. */

/** The command lines of processes that name a folder. */
export function processesOf(folder: string): string[] {
  // A test may not read /proc itself, whatever its permissions to read are.
  const { stdout } = new Deno.Command("/bin/sh", {
    args: ["-c", 'for one in /proc/[0-9]*/cmdline; do tr "\\0" " " < $one; echo; done'],
    stderr: "null",
  }).outputSync();
  return new TextDecoder().decode(stdout).split("\n").filter((line) => line.includes(folder));
}
