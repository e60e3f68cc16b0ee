/** What stands below the exhibits of a survey: whose answers they are, and how to read them. */
import { type Codebook, type Question, questionOf } from "../edition/questionnaire.ts";
import type { Choice } from "../measures/choice.ts";
import { isSmall, SMALL_BASE } from "../measures/confidence.ts";
import type { Base } from "./exhibit.ts";

/** What a response is counted in. */
export const UNIT = "份";

export const NO_ANSWER = "没有可用的答案";

/** The responses that a figure's shares are of: those who answered, or were asked if none did. */
export function baseOf(
  codebook: Codebook,
  { question, asked, base }: Pick<Choice, "question" | "asked" | "base">,
): Base {
  return { label: audienceName(codebook, question), count: base === 0 ? asked : base, unit: UNIT };
}

/** Who was asked, as the codebook's routing says it. */
function audienceName(codebook: Codebook, { routing }: Question): string {
  if (routing.length === 0) return "有效答卷";
  const conditions = routing.map(({ code, wanted, options }) =>
    `${questionOf(codebook, code).item}${wanted ? "为" : "不为"}“${options.join("”或“")}”`
  );
  return `${conditions.join("、")}的答卷`;
}

/** What a reader must know before trusting the shares. */
export function cautions({ asked, base }: Pick<Choice, "asked" | "base">): string[] {
  if (base === 0) return [];
  return [
    asked > base ? `另有 ${asked - base} ${UNIT}应答而未答，不计入` : "",
    isSmall(base) ? `答卷少于 ${SMALL_BASE} ${UNIT}，比例仅供参考` : "",
  ];
}

/** A note of several sentences; empty ones are left out. */
export function sentences(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").map((part) => `${part}。`).join("");
}
