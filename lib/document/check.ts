/** How what was made compares with print, as a quiet mark. */
import type { Erratum } from "../edition/settings.ts";
import { compare, exhibitName, factsAbout } from "./compare.ts";
import type { Facts } from "../edition/published.ts";
import type { Made } from "./exhibit.ts";
import { escapeHtml } from "./html.ts";

/**
 * A line that says how many published facts agree; each that differs, and each erratum that
 * concerns what was made, is named. Empty where print says nothing of it.
 */
export function checkHtml(
  made: Made,
  { facts, errata }: { readonly facts: Facts; readonly errata: readonly Erratum[] },
): string {
  const about = factsAbout(made, facts);
  const ids = new Set(about.statements.map(({ id }) => id));
  const names = new Set(made.exhibits.map(exhibitName));
  const ledger = errata.filter(({ 图表, 编号 }) =>
    编号 === "" || 编号.startsWith(`${图表}·`) ? names.has(图表) : ids.has(编号)
  );
  const { agree, differ, stale } = compare(made, about, ledger);
  const wrong = [
    ...differ.map(({ id, published, computed }) => `${id}：公布 ${published}，重算 ${computed}`),
    ...stale.map(({ 图表, 项目 }) => `勘误表中“${图表} ${项目}”一行已不适用`),
  ];
  const notes = ledger.filter((row) => !stale.includes(row)).map(({ 公布值, 重算值, 原因 }) =>
    重算值 === ""
      ? `存疑（印作${quoted(公布值)}）：${原因}`
      : `勘误：印作${quoted(公布值)}，应为${quoted(重算值)}：${原因}`
  );
  const mark = wrong.length > 0
    ? `<p class="check differ">✗ 与公布数据有 ${wrong.length} 项不同：${list(wrong)}</p>`
    : agree > 0
    ? `<p class="check">✓ 与公布数据一致（${agree} 项）</p>`
    : "";
  return mark + (notes.length > 0 ? `<p class="erratum">${list(notes)}</p>` : "");
}

/** A number as it is, a text in quotation marks. */
function quoted(text: string): string {
  return /^[<>≤≥]?[\d.]+$/.test(text) ? ` ${text}` : `“${text}”`;
}

function list(lines: readonly string[]): string {
  return lines.map(escapeHtml).join("；");
}
