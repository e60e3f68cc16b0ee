/** Student, identity and examination numbers: how they are made comparable, and how Excel ruins them. */
import { clean } from "./text.ts";

/** A number as it is compared: without spaces, prefixes and a decimal that Excel added, X in capitals. */
export function plainKey(raw: string): string {
  return clean(raw).text.replace(/\s/g, "").replace(/^(\d+)\.0+$/, "$1").toUpperCase();
}

/** What ruined a number and what to do, or undefined if it is whole. */
export function keyProblem(key: string, kind: string): string | undefined {
  const again = "请把原系统的导出重新打开：在 Excel 里用“数据→从文本/CSV”导入，把这一列设为“文本”";
  if (/^\d(\.\d+)?E\+?\d+$/.test(key)) {
    return `变成了科学计数法，后面的数字已经丢失，改列格式也找不回来。${again}`;
  }
  if (kind === "身份证号" && /^\d{15}000$/.test(key)) {
    return `末三位都成了 0，是被 Excel 当作数字、丢了位数。${again}`;
  }
  return undefined;
}
