/** `deno task new --year Y [--school 校名]`: begins an edition. */
import { command, UsageError, usageOf, YEAR } from "./command_line.ts";
import { runTask } from "./run_task.ts";

const NEW = command({
  name: "new",
  does: "建立一个新版次的文件夹：写好表头的必需文件，其余文件的样子，并说明缺了各文件报告会怎样。",
  options: {
    year: { ...YEAR, does: "哪一年的版次" },
    school: {
      value: "校名",
      does: "学校全称；不写则与最新的真实版次相同，没有则空着",
      read: (text: string) => ({ value: text.trim() }),
    },
  },
});

await runTask(NEW, async ({ year, school }) => {
  if (year === undefined) throw new UsageError(`要写明哪一年\n用法：${usageOf(NEW)}`);
  const { existsSync } = await import("node:fs");
  const { join } = await import("node:path");
  const { dataFolder, editionFolder, editions, root, setVariable, shownPath } = await import(
    "../workspace.ts"
  );
  const { mendEditions } = await import("../edition/mend.ts");
  const { costs, editionFiles, TEMPLATES } = await import("../edition/new_edition.ts");
  const { replaceFolder } = await import("../files.ts");

  Deno.mkdirSync(dataFolder(), { recursive: true });
  await mendEditions((line) => console.log(line));
  const newest = editions().at(-1);
  const model = newest === undefined ? join(root(), "data", "2023") : editionFolder(newest);
  const folder = editionFolder(year);
  if (existsSync(folder)) {
    throw new Error(`${shownPath(folder)} 已经存在，没有改动；要重新建立，请先把它移走`);
  }
  const files = editionFiles({ year, model, ...(school ? { school } : {}) });
  await replaceFolder(folder, (fresh) => {
    Deno.mkdirSync(join(fresh, TEMPLATES));
    for (const [name, text] of files) Deno.writeTextFileSync(join(fresh, name), text);
  });
  const inside = (name: string) => shownPath(join(folder, name));
  const lines = [
    `已建立 ${shownPath(folder)}/`,
    `  ${inside("edition.json")}：请填好空着的各项`,
    `  ${inside("graduates.csv")}：一人一行，表头是必需的七列；其余各列见 data/README.md`,
    `可以没有的文件，样子在 ${inside(TEMPLATES)}/，要用的移到上一级再填：`,
    ...costs().map((line) => `  ${line}`),
    ...(Deno.env.get("REPORT_DATA") ? [] : [
      `记录含个人信息，不会进入 git（.gitignore）。要放在别处，就把 ${
        shownPath(dataFolder())
      }/${year} 整个移过去，再说明在哪个文件夹里（代码表仍用工作区的）：`,
      ...setVariable("REPORT_DATA", "D:\\就业", "/home/我/就业").map((line) => `  ${line}`),
    ]),
    `填好以后：deno task report --year ${year}`,
  ];
  console.log(lines.join("\n"));
  return 0;
});
