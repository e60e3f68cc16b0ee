/** How many lines of a failing cell are shown: enough to recognise it. */
const LINES = 6;

/** A cell that did not run; its message is for the analyst. */
export class CellFailure extends Error {
  override readonly name = "CellFailure";

  /**
   * @param notebook file stem of the notebook
   * @param cell number of the code cell, from 1; 0 if none had begun
   * @param source the cell's text
   * @param reason what went wrong, shown whole
   */
  constructor(
    readonly notebook: string,
    readonly cell: number,
    readonly source: string,
    readonly reason: string,
  ) {
    const place = cell === 0 ? "未能开始运行" : `第 [${cell}] 个代码单元出错`;
    const lines = source.trimEnd().split("\n");
    const shown = lines.slice(0, LINES).map((line) => `    │ ${line}`);
    if (lines.length > LINES) shown.push("    │ ……");
    super(
      [
        `✗ notebooks/${notebook}.ipynb ${place}：`,
        ...(source.trim() === "" ? [] : shown),
        ...reason.split("\n").map((line) => `  ${line}`),
      ].join("\n"),
    );
  }
}

/**
 * What went wrong in a cell, from what the kernel answers.
 *
 * @param kind `error` (the cell threw), `timeout`, `dead` (the kernel ended) or
 *   `start` (the kernel did not start)
 * @param ename the error's class
 * @param evalue its message; for `timeout` the seconds
 */
export function reasonOf(kind: string, ename: string, evalue: string): string {
  switch (kind) {
    case "timeout":
      return `运行超过 ${evalue} 秒，已停止。请检查是否有死循环。`;
    case "dead":
      return "内核意外退出（可能内存不足）。请重新运行；若仍如此，请减少一次处理的数据。";
    case "start":
      return `内核未能启动（${evalue}）。\n` +
        "请检查安全软件是否拦截了本机 127.0.0.1 的连接，然后重新运行。";
    default: {
      // The kernel answers "Error: text" or only "text", by version; an analyst needs the text.
      const text = evalue.replace(/^(Uncaught\s+)?(\(in promise\)\s+)?/, "");
      const plain = text.replace(/\n\s+at\s[\s\S]*$/, "").replace(/^(\w*Error):\s*/, "");
      return saidBy(plain) ?? `没有错误信息（${ename || "未知错误"}）。${ADVICE}`;
    }
  }
}

/** What went wrong in a cell, from whatever it threw. */
export function reasonThrown(thrown: unknown): string {
  if (thrown instanceof Error) {
    return saidBy(thrown.message) ?? `没有错误信息（${thrown.name}）。${ADVICE}`;
  }
  return saidBy(String(thrown)) ?? `抛出的不是错误，没有说明原因。${ADVICE}`;
}

/** What went wrong in something that no cell awaits. */
export function reasonUnawaited(thrown: unknown): string {
  return `有一步没有写 await，它失败了：${reasonThrown(thrown)}`;
}

const ADVICE = '请写 throw new Error("原因")。';

/** A message, unless it says nothing. */
function saidBy(message: string): string | undefined {
  const text = message.trim();
  const [, right = "", what] = /Requires (\w+) access to (.+), run again/.exec(text) ?? [];
  if (what !== undefined) return `笔记本里不能${RIGHTS[right] ?? right}（${what}）：${READ_ONLY}`;
  return /^(null|undefined|\[object \w+\])?$/.test(text) ? undefined : message;
}

/** What a cell is not allowed, by Deno's name. */
const RIGHTS: Readonly<Record<string, string>> = {
  write: "写文件",
  run: "运行别的程序",
  net: "使用网络",
  import: "从网上引入代码",
};

const READ_ONLY =
  "它只读数据、显示结果。要留下结果，用 JupyterLab 的“保存并导出”或报告的 tables.xlsx。";
