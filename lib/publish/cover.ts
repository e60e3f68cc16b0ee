/** What a report says of itself before it begins, in every format. */
import type { Edition } from "../edition/settings.ts";

/** What the cover tells of the edition. */
export type Cover = Pick<Edition, "school" | "title" | "asOf" | "note" | "records" | "contact">;

/** Where the numbers come from and whom to ask, a line each; a reconstructed edition says so. */
export function provenanceOf({ records, note, contact }: Cover): string[] {
  const source = records === "reconstructed" ? "据已公布数据重构的毕业生记录" : "毕业生就业记录";
  return [
    `全部数字由${source}逐人计算`,
    ...(note === "" ? [] : [note]),
    ...(contact === "" ? [] : [`联系方式：${contact}`]),
  ];
}
