/** Telling majors apart: two of one name but of different degrees or codes are two majors. */
import { type Frame, pure, type With } from "../table/frame.ts";
import { tally } from "./tally.ts";

/** What a major is known by. */
interface Major {
  readonly 学历: string;
  readonly 专业: string;
  /** Where the records have it; may be empty. */
  readonly 专业代码?: string;
}

/**
 * Adds 专业名称, by which majors are counted and named: two graduates have the same exactly if they
 * have the same degree and the same code (where the records have one, else the same name). It is the
 * 专业 as it stands, with the degree in brackets where several degrees have a major of that name, and
 * with the code where one degree has two. A code that stands beside several names goes by the first.
 *
 * @param graduates one row a graduate, with 学历, 专业 and, where the records have it, 专业代码
 */
export function majorsApart<R extends Major>(
  graduates: Frame<R>,
): Frame<With<R, { 专业名称: string }>> {
  const columns = ["学历", "专业", "专业代码"].filter((name) => graduates.names.includes(name));
  const hasCode = columns.includes("专业代码");
  const keyOf = (one: Major) =>
    JSON.stringify([one.学历, (hasCode ? one.专业代码 : "") || one.专业]);
  const each = tally(graduates, columns as (keyof R & string)[], "人数")
    .rows() as unknown as Major[];
  // Set backwards, so that the first graduate of a major names it.
  const majors = new Map(each.map((one) => [keyOf(one), one] as const).toReversed());
  const namesakes = Map.groupBy(
    [...majors.values()],
    ({ 专业 }) => 专业,
  );
  const label = ({ 学历, 专业, 专业代码 }: Major) => {
    const others = namesakes.get(专业) ?? [];
    const alike = others.filter((other) => other.学历 === 学历);
    const marks = [
      ...(alike.length < others.length ? [学历] : []),
      ...(alike.length > 1 ? [专业代码 || "无代码"] : []),
    ];
    return marks.length === 0 ? 专业 : `${专业}（${marks.join("，")}）`;
  };
  const labels = new Map([...majors].map(([key, major]) => [key, label(major)]));
  return graduates.derive({ 专业名称: pure((one: R) => labels.get(keyOf(one)) ?? "") });
}
