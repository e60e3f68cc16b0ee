/** `deno task bundle [--for windows] [--python 3.11]`: packs the workspace for a computer without a network. */
import { TARGETS } from "../publish/bundle/target.ts";
import { command } from "./command_line.ts";
import { DENO, runTask } from "./run_task.ts";

const NAMES = TARGETS.map(({ name }) => name);

const BUNDLE = command({
  name: "bundle",
  does:
    "把工作区连同 Deno、npm 软件包、Jupyter 软件包装成一个压缩文件，拷到完全没有网络的电脑上用。\n" +
    "装进去的是 git 所管的文件，不含真实数据（只含注明 reconstructed 的版次）。",
  options: {
    for: {
      value: "系统",
      does: `给哪一种电脑：${NAMES.join("、")}；不写则与这台相同`,
      read: (text: string) => {
        const value = TARGETS.find(({ name }) => name === text);
        return value === undefined ? { expected: `应为${NAMES.join("、")}之一` } : { value };
      },
    },
    python: {
      value: "版本",
      does: "那台电脑上 Python 的版本，如 3.11；不写则与这里的相同",
      read: (text: string) =>
        /^3\.(9|1\d)$/.test(text) ? { value: text } : { expected: "应为 3.9 或更新，如 3.11" },
    },
  },
});

await runTask(BUNDLE, async ({ for: wanted, python }) => {
  const { join } = await import("node:path");
  const { root, shownPath } = await import("../workspace.ts");
  const { bundle } = await import("../publish/bundle/bundle.ts");
  const { targetOf } = await import("../publish/bundle/target.ts");
  const { setUp, SetupError, thisMachine } = await import("../publish/jupyter/setup.ts");

  const machine = thisMachine(root(), (line) => console.log(line));
  const target = wanted ?? targetOf(machine.os, machine.arch);
  if (target === undefined) throw new SetupError("这一种电脑没有现成的 Deno，不能打包。");
  const jupyter = await setUp(machine);
  const { out } = await machine.run(jupyter.python, [
    "-c",
    "import sys; print('%d.%d' % sys.version_info[:2])",
  ]);
  const archive = join(root(), `graduate-report-${target.name}.zip`);
  const order = { target, python: python ?? out.trim(), deno: DENO, archive };
  const { bytes, sha256, parts } = await bundle(machine, jupyter, order);
  const megabytes = (count: number) => `${(count / 1e6).toFixed(1)} MB`;
  const inside = Object.entries(parts).map(([name, size]) => `${name} ${megabytes(size)}`);
  console.log(`已写入 ${shownPath(archive)}（${megabytes(bytes)}；解开后：${inside.join("，")}）`);
  console.log(`SHA-256：${sha256}`);
  console.log("解开后照其中的 离线安装.txt 做。");
  return 0;
});
