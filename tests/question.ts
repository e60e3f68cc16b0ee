import type { Question } from "lib/edition/questionnaire.ts";

/** A question of a codebook that says no more of it than what is given. */
export function question(more: Partial<Question> & Pick<Question, "code">): Question {
  const item = more.item ?? `${more.code}？`;
  return {
    text: `${more.code}？`,
    kind: "单选",
    options: [],
    scores: more.kind === "量表" ? (more.options ?? []).map((_, i, all) => all.length - i) : [],
    unit: "",
    routing: [],
    figure: "",
    item,
    section: [],
    key: "",
    title: "",
    sentence: [],
    subject: item,
    measure: "满意度",
    ordered: false,
    satisfied: more.options?.slice(0, 3) ?? [],
    ...more,
  };
}
