import { causesAmong } from "../../edition/contradictions.ts";
import type { Graduate } from "../../edition/graduates.ts";
import type { Check } from "../check.ts";
import { cell, type Rows, whereOf } from "../rows.ts";

/** Cells of one graduate that cannot all be right. What may change a rate stops the intake. */
export const impossiblePairs: Check = {
  name: "自相矛盾的行",
  find({ graduates, translated, dictionaries }, report) {
    // A university may stand as the employer, so that a file without 升学院校 can still lack one.
    const asked = (name: string) =>
      translated.columns.has(name) || (name === "升学院校" && translated.columns.has("单位名称"));
    const names = [...graduates.columns.keys()].filter(asked);
    const causes = causesAmong(names, dictionaries);
    const inland = new Set(
      dictionaries.regions.filter(({ 角色 }) => 角色 === "省区" || 角色 === "直辖市").column(
        "省份",
      ),
    );
    const { destinations } = dictionaries;
    const known = new Map(destinations.rows().map((one) => [one.毕业去向, one]));
    for (let i = 0; i < graduates.size; i++) {
      const destination = known.get(cell(graduates, "毕业去向", i));
      if (destination === undefined) continue;
      const one = view(graduates, names, i, destination);
      for (const { 情形, 列, test } of causes) {
        if (!test(one)) continue;
        report({
          level: destination.去向大类 === "未就业" ? "fail" : "warn",
          ...whereOf(graduates, i),
          column: "毕业去向",
          value: destination.毕业去向,
          advice: `${情形}；请核实这些行的“毕业去向”与“${
            列.filter((name) => names.includes(name)).join("”“")
          }”`,
        });
      }
      // The place of a university has left the row by then, so it is asked of what was translated.
      const province = cell(translated, "就业省份", i);
      if (destination.角色 === "出国深造" && inland.has(province)) {
        report({
          level: "warn",
          ...whereOf(graduates, i),
          column: "毕业去向",
          value: destination.毕业去向,
          advice: `出国（境）深造，所在地却是${province}；请核实`,
        });
      }
      doubtOfBirth(graduates, i, report);
    }
  },
};

/** A row as the causes look at it. */
function view(
  rows: Rows,
  names: readonly string[],
  i: number,
  { 去向大类, 角色 }: { readonly 去向大类: string; readonly 角色: string },
): Graduate {
  const cells = Object.fromEntries(names.map((name) => [name, cell(rows, name, i)]));
  return { ...cells, 去向大类, 去向角色: 角色 } as unknown as Graduate;
}

function doubtOfBirth(rows: Rows, i: number, report: Parameters<Check["find"]>[1]): void {
  const doubt = cell(rows, "生日疑点", i);
  if (doubt === "") return;
  const advice = "出生日期（或身份证号里的生日）与毕业时间矛盾，请核实这些行是否错行、填错";
  report({ level: "fail", ...whereOf(rows, i), column: "出生日期", value: doubt, advice });
}
