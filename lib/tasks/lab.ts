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
  const { findBrowser } = await import("../publish/browser.ts");
  const { labStart } = await import("../publish/jupyter/lab.ts");
  const { setUp, SetupError, thisMachine } = await import("../publish/jupyter/setup.ts");

  const machine = thisMachine(root(), (line) => console.log(line));
  const jupyter = await setUp(machine);
  const has = await machine.run(jupyter.python, ["-c", "import jupyterlab"]);
  if (!has.ok) {
    throw new SetupError(
      `${jupyter.python.join(" ")} 没有 JupyterLab。请接通能访问 PyPI（或其镜像）的网络，` +
        "删除 .cache/jupyter 后重新运行；也可以把环境变量 JUPYTER_PATH 设为 " +
        `${jupyter.env.JUPYTER_PATH}，再用 VS Code 打开 notebooks/ 中的笔记本。`,
    );
  }
  const { command: [program, ...first], env } = labStart(jupyter, root(), findBrowser(), args);
  console.log("JupyterLab 在浏览器里打开；用完后回到这里，按两次 Ctrl+C 关掉。");
  const { code } = await new Deno.Command(program, { args: first, env: { ...env }, cwd: root() })
    .spawn().status;
  return code;
});
