/** What starts a packed workspace: it finds everything beside itself and asks no network. */
import { DENO_DIR, OFFLINE } from "../offline.ts";
import type { Target } from "./target.ts";

/** Files by name, as they go into the root of a packed workspace. */
export function starters(
  { program }: Target,
  { python, registry, deno }: {
    /** Version of Python that the packed wheels are for, e.g. `3.11`. */
    readonly python: string;
    /** The npm registry that packages were fetched from: Deno looks for them under its name. */
    readonly registry: string;
    /** Version of Deno. */
    readonly deno: string;
  },
): Map<string, string> {
  const windows = program.endsWith(".exe");
  const command = windows ? ".\\deno" : "./deno";
  const note = [
    `1. 这台电脑要有 Python ${python}（64 位）；不要 Node，不要网络。`,
    `2. 在本文件夹打开终端，运行 ${command} task report。第一次安装 Jupyter，一两分钟；以后十几秒。`,
    `3. 其余都照 README.md，把其中的 npx --yes deno@${deno} 换成 ${command}；真实数据没有装进来，请另外拷到 data/。`,
  ];
  const lines = (text: readonly string[]) =>
    text.join(windows ? "\r\n" : "\n") + (windows ? "\r\n" : "\n");
  const start = windows
    ? [
      "@echo off",
      `set "DENO_DIR=%~dp0${OFFLINE}\\${DENO_DIR}"`,
      `set "NPM_CONFIG_REGISTRY=${registry}"`,
      `"%~dp0${OFFLINE}\\${program}" %*`,
    ]
    : [
      "#!/bin/sh",
      `here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)`,
      `export DENO_DIR="$here/${OFFLINE}/${DENO_DIR}" NPM_CONFIG_REGISTRY="${registry}"`,
      `exec "$here/${OFFLINE}/${program}" "$@"`,
    ];
  return new Map([
    // A byte-order mark, so that any Windows editor shows Chinese.
    ["离线安装.txt", (windows ? "\uFEFF" : "") + lines(note)],
    [windows ? "deno.cmd" : "deno", lines(start)],
  ]);
}
