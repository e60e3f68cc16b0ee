import { type Comparison, NOT_PROOFREAD } from "./compare.ts";

/**
 * A comparison in plain Chinese, a line a thing: the counts, each difference, what was not
 * compared with anything and why, each erratum, each stale row of the ledger.
 */
export function summary({ facts, agree, differ, unchecked, errata, stale }: Comparison): string[] {
  if (facts === 0) return ["这个版次没有已公布的数据（published/），无可对照。"];
  return [
    `与已公布的 ${facts} 项数据对照：一致 ${agree}，不同 ${differ.length}，` +
    `勘误 ${errata.length}，未涉及 ${unchecked.length}`,
    ...differ.map(({ id, place, published, computed }) =>
      `  ✗ ${id}（${place}）：公布 ${published}，重算 ${computed}`
    ),
    ...Map.groupBy(unchecked, ({ why }) => why).entries().map(([why, of]) =>
      `  ✗ ${of[0]?.id}${of.length > 1 ? ` 等 ${of.length} 项` : ""}：${why}${
        why === NOT_PROOFREAD ? "；与印刷版对过的，请删去那一行“校对”列的“草稿”" : ""
      }`
    ),
    ...errata.map(({ id, place, published, computed, why }) =>
      `  · 勘误 ${id}（${place}）：公布 ${published}，重算 ${computed}。${why}`
    ),
    ...stale.map(({ 图表, 项目 }) =>
      `  ✗ 勘误表 errata.csv 中“${图表} ${项目}”一行已不适用，请改正或删去`
    ),
  ];
}
