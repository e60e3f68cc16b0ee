import { plainName } from "../../edition/near_duplicates.ts";
import type { Check } from "../check.ts";

/** The columns whose names are the school's own. */
const OWN = ["院系", "专业大类", "学科门类", "专业", "单位名称", "升学院校"];

/** Names that are probably one, in several spellings, and would be counted apart. */
export const nearNames: Check = {
  name: "疑似同名",
  find({ graduates: { columns, file, row } }, report) {
    for (const column of OWN) {
      const counts = new Map<string, { count: number; first: number }>();
      columns.get(column)?.forEach((name, i) => {
        const known = counts.get(name);
        if (known === undefined) counts.set(name, { count: 1, first: i });
        else known.count += 1;
      });
      counts.delete("");
      const alike = Map.groupBy(counts.keys(), (name) => bare(name, column));
      for (const names of alike.values()) {
        if (names.length < 2) continue;
        const [most, ...others] = names.toSorted((a, b) =>
          (counts.get(b)?.count ?? 0) - (counts.get(a)?.count ?? 0)
        );
        for (const name of others) {
          const { first = 0 } = counts.get(name) ?? {};
          report({
            level: "warn",
            file: file[first] ?? "",
            row: row[first] ?? 0,
            column,
            value: name,
            advice: `与“${most}”（${counts.get(most ?? "")?.count} 处）可能是同一个，现在分开计；` +
              `若是，请统一写法，或在 intake.json 的 values 里写明`,
          });
        }
      }
    }
  },
};

/** A name without what does not part two things of its column. */
function bare(name: string, column: string): string {
  const plain = plainName(name).replace(/[、，,.．·\-—_/]/g, "");
  return column === "专业" ? plain.replace(/(?<=..)专业$/, "") : plain;
}
