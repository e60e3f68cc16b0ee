/** Chapters that somebody has changed: what they compute may differ from what was published. */
import { join } from "node:path";
import { chapterNames } from "./chapters.ts";

/**
 * A sentence that names the chapters that are not as git has them, with what to do; none where all are,
 * or where there is no git.
 *
 * @param root the workspace
 */
export async function editedLines(root: string): Promise<string[]> {
  const paths = chapterNames(join(root, "notebooks")).map((name) => `notebooks/${name}.ipynb`);
  const edited = await changedInGit(root, paths);
  return edited.length === 0 ? [] : [
    `提醒：${edited.join("、")} 改过，算出的数可能因此与公布的不同。` +
    `试过了要恢复：git restore ${
      edited.join(" ")
    }；门槛、名次取几个要长久改的，写进 edition.json。`,
  ];
}

async function changedInGit(root: string, paths: readonly string[]): Promise<string[]> {
  try {
    const { success, stdout } = await new Deno.Command("git", {
      args: ["diff", "--relative", "--name-only", "-z", "HEAD", "--", ...paths],
      cwd: root,
      stdin: "null",
      stderr: "null",
    }).output();
    return success
      ? new TextDecoder().decode(stdout).split("\0").filter((path) => path !== "")
      : [];
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}
