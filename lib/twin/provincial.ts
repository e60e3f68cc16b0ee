/** Headcounts of a whole province's majors, as far as print lets one tell them. */
import { openPrint } from "./print.ts";
import { basesFor } from "./quota.ts";

/** A major and a headcount of the province that gives the printed share. */
export interface ProvincialMajor {
  readonly 专业: string;
  readonly 全省人数: number;
  /** How many whole numbers would give the printed share. */
  readonly choices: number;
}

/**
 * For each major of 表2 the province's headcount: of all whole numbers that give the printed share,
 * the one nearest to the middle.
 *
 * @throws {DataError} if 表2 cannot be read
 * @throws {RangeError} if no whole number gives a printed share
 */
export function provincialMajors(folder: string): ProvincialMajor[] {
  const columns = ["专业名称", "本校生源人数", "占全省同专业生源比%"] as const;
  return openPrint(folder).table(2, columns).map((row) => {
    const share = row["占全省同专业生源比%"];
    const { least, most } = basesFor(Number(row.本校生源人数), share);
    if (least > most) throw new RangeError(`表2“${row.专业名称}”：没有全省人数能得出 ${share}%`);
    return {
      专业: row.专业名称,
      全省人数: Math.floor((least + most) / 2),
      choices: most - least + 1,
    };
  });
}
