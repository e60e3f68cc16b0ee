/** `deno task outdated`: which of the pinned packages, and whether Deno, have newer versions. */
import { command } from "./command_line.ts";
import { DENO, runTask } from "./run_task.ts";

const OUTDATED = command({
  name: "outdated",
  does: "问 npm 和 PyPI：锁定的软件包和 Deno 有没有更新的版本。只说，什么也不改。",
  options: {},
  codes: "0 问到了（不论有没有更新的），1 有没问到的，2 参数不对",
});

await runTask(OUTDATED, async () => {
  const { root } = await import("../workspace.ts");
  const { newerOnNpm, newerOnPyPI, registryOf } = await import("../publish/outdated.ts");
  const { versions } = await import("../publish/freeze.ts");
  const { setUp, thisMachine } = await import("../publish/jupyter/setup.ts");

  const machine = thisMachine(root(), (line) => console.log(line));
  const jupyter = await setUp(machine);
  const answers = await Promise.all([
    newerOnNpm({ ...versions(), deno: DENO }, await registryOf(machine)),
    newerOnPyPI(machine, jupyter),
  ]);
  for (const { registry, newer, silent } of answers) {
    if (silent.length > 0) {
      console.log(`${registry}：没有问到 ${silent.join("、")}。请检查网络或镜像的设置后再问。`);
    } else if (newer.length === 0) console.log(`${registry}：都是最新的`);
    for (const { name, has, latest } of newer) {
      console.log(`${registry}：${name} ${has}，最新 ${latest}`);
    }
  }
  console.log(
    "要换的：npm 改 deno.json 后运行 deno install --frozen=false；Jupyter 照 requirements.txt 开头所写；" +
      "Deno 改 lib/tasks/run_task.ts、README.md 和 .ci/run；都要跑完 deno task test。",
  );
  return answers.some(({ silent }) => silent.length > 0) ? 1 : 0;
});
