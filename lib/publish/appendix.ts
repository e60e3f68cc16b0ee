/** What a reader must know of the data and of an earlier print, as the report's last chapter. */
import type { Block, ChapterBlocks } from "../document/blocks.ts";
import type { Edition } from "../edition/settings.ts";

/** What an appendix tells: what print had wrong, and what stands although a check of it failed. */
export type Explained = Pick<Edition, "errata" | "accepted">;

/** The appendix; none where there is nothing to tell. */
export function appendix({ errata, accepted }: Explained): ChapterBlocks[] {
  if (errata.length === 0 && accepted.length === 0) return [];
  const title = "附录 勘误与说明";
  const wrong = errata.map(({ 图表, 项目, 公布值, 重算值, 原因, 处理 }) => [
    `${项目 === "" ? 图表 : `${图表} ${项目}`}：印作 ${公布值}` +
    `${重算值 === "" ? "" : `，重算为 ${重算值}`}。${原因}${处理 === "" ? "" : `（${处理}）`}`,
  ]);
  const stands = accepted.map(({ check, because }) => [`${check}：${because}`]);
  const blocks: Block[] = [
    { kind: "heading", level: 1, text: title, place: title },
    ...(wrong.length === 0 ? [] : [{ kind: "list", items: wrong } as const]),
    ...(stands.length === 0 ? [] : [
      { kind: "paragraph", words: ["以下核对没有通过，经学校说明理由，数据照用："] } as const,
      { kind: "list", items: stands } as const,
    ]),
  ];
  const placed = blocks.map((block) => ({ block, cell: null, analyst: false }));
  return [{ notebook: "appendix", title, blocks: placed }];
}
