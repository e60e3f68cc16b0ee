/** How what was made compares with print, as quiet remarks. */
import { parseBound } from "../table/bound.ts";
import { type Block, exhibitOf, type Note, statementsOf } from "./blocks.ts";
import { compare, factsAbout, isAbout, NOT_PROOFREAD, type Printed } from "./compare.ts";

/**
 * Remarks on blocks: how many published facts agree; each that differs, and each erratum that
 * concerns what was made, is named. None where print says nothing of it.
 */
export function checkNotes(blocks: readonly Block[], printed: Printed): Note[] {
  const made = {
    exhibits: blocks.flatMap((block) => exhibitOf(block) ?? []),
    statements: blocks.flatMap(statementsOf),
  };
  const facts = factsAbout(made, printed.facts);
  const ledger = printed.errata.filter((row) => isAbout(row, made, facts));
  const { agree, differ, unchecked, stale } = compare(made, facts, ledger);
  const wrong = [
    ...differ.map(({ id, published, computed }) => `${id}：公布 ${published}，重算 ${computed}`),
    ...stale.map(({ 图表, 项目 }) => `勘误表中“${图表} ${项目}”一行已不适用`),
  ];
  const notes = ledger.filter((row) => !stale.includes(row)).map(({ 公布值, 重算值, 原因 }) =>
    重算值 === ""
      ? `存疑（印作${quoted(公布值)}）：${原因}`
      : `勘误：印作${quoted(公布值)}，应为${quoted(重算值)}：${原因}`
  );
  return [
    ...(wrong.length > 0
      ? [note("differ", `✗ 与公布数据有 ${wrong.length} 项不同：${wrong.join("；")}`)]
      : agree > 0
      ? [note("agree", `✓ 与公布数据一致（${agree} 项）`)]
      : []),
    ...(unchecked.length > 0
      ? [note("erratum", `公布数据有 ${unchecked.length} 项是${NOT_PROOFREAD}`)]
      : []),
    ...(notes.length > 0 ? [note("erratum", notes.join("；"))] : []),
  ];
}

/** The remarks that close a chapter; one where print says nothing at all of it. */
export function closingNotes(blocks: readonly Block[], printed: Printed): Note[] {
  const notes = checkNotes(blocks, printed);
  return notes.length > 0 ? notes : [note("remark", "本版次没有可对照的公布数据")];
}

function note(tone: Note["tone"], text: string): Note {
  return { kind: "note", tone, text };
}

/** A number as it is, a text in quotation marks. */
function quoted(text: string): string {
  return parseBound(text) !== null ? ` ${text}` : `“${text}”`;
}
