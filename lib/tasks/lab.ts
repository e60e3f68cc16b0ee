/** `deno task lab [ARGS…]`: opens JupyterLab on this workspace; arguments are JupyterLab's own. */
import { command } from "./command_line.ts";
import { runTask } from "./run_task.ts";

const LAB = command({
  name: "lab",
  does: "打开 JupyterLab，在浏览器里看和改笔记本。",
  options: {},
  handsTo: "JupyterLab",
  codes: "JupyterLab 的退出码；没有打开时 1",
});

await runTask(LAB, async ({ operands: args }) => {
  const { root } = await import("../workspace.ts");
  const { setUp, SetupError, thisMachine } = await import("../publish/jupyter/setup.ts");

  const machine = thisMachine(root(), (line) => console.log(line));
  const { python: [program, ...first], env } = await setUp(machine);
  const has = await machine.run([program, ...first], ["-c", "import jupyterlab"]);
  if (!has.ok) {
    throw new SetupError(
      `${[program, ...first].join(" ")} 没有 JupyterLab。请接通能访问 PyPI（或其镜像）的网络，` +
        "删除 .cache/jupyter 后重新运行；也可以用 VS Code 打开 notebooks/ 中的笔记本。",
    );
  }
  const { code } = await new Deno.Command(program, {
    args: [...first, "-m", "jupyterlab", `--ServerApp.root_dir=${root()}`, ...args],
    env: { ...env },
    cwd: root(),
  }).spawn().status;
  return code;
});
