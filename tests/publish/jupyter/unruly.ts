/** Notebooks whose second cell does what no cell should. */
import { join } from "node:path";
import { canonicalText } from "lib/publish/jupyter/notebook.ts";
import { root } from "lib/workspace.ts";

/** A notebook and what is to be said of its second cell. */
export interface Unruly {
  readonly does: string;
  readonly cells: readonly string[];
  readonly reason: string;
  /** Whether Jupyter has a way of its own with it, so that it must be tried there too. */
  readonly jupyter?: true;
}

const FIRST = 'import { show } from "lib/mod.ts";';
const WAIT = "await new Promise((done) => setTimeout(done, 20));\nconst late = 1;";

export const UNRULY: readonly Unruly[] = [
  { does: "a cell that throws a text", cells: [FIRST, 'throw "没有数据";'], reason: "没有数据" },
  {
    does: "a cell that throws nothing",
    cells: [FIRST, "throw undefined;"],
    reason: '请写 throw new Error("原因")',
  },
  {
    does: "a cell that ends the program",
    cells: [FIRST, "const end = Deno.exit(0);"],
    jupyter: true,
    reason: "笔记本里不能用 Deno.exit()",
  },
  {
    does: "a cell that asks somebody",
    cells: [FIRST, 'const answer = confirm("继续？");'],
    reason: "笔记本里不能用 confirm()",
  },
  {
    does: "a cell that does not await what fails",
    cells: [FIRST, `void Promise.reject(new Error("晚了"));\n${WAIT}`, "const next = 1;"],
    jupyter: true,
    reason: "有一步没有写 await，它失败了：晚了",
  },
  {
    does: "a cell whose timer fails",
    cells: [FIRST, `setTimeout(() => { throw new Error("晚了"); });\n${WAIT}`, "const next = 1;"],
    jupyter: true,
    reason: "有一步没有写 await，它失败了：晚了",
  },
  {
    does: "a cell that shows 9 MB",
    cells: [FIRST, 'await show("x".repeat(9_000_000));'],
    jupyter: true,
    reason: "一次要显示的内容太多",
  },
];

/** Makes notebook `trial` of code cells, in a folder of the workspace so that `lib/` is found. */
export async function withNotebook<T>(
  cells: readonly string[],
  use: (folder: string) => Promise<T>,
): Promise<T> {
  const cache = join(root(), ".cache");
  Deno.mkdirSync(cache, { recursive: true });
  const folder = Deno.makeTempDirSync({ dir: cache });
  const text = canonicalText({ cells: cells.map((source) => ({ cell_type: "code", source })) });
  Deno.writeTextFileSync(join(folder, "trial.ipynb"), text);
  try {
    return await use(folder);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}
