/** What a survey would say with the graduates' own mix, told to readers where the mixes are far apart. */
import { UNTOLD } from "../edition/codebook.ts";
import type { Edition } from "../edition/settings.ts";
import type { NamedSurvey } from "../edition/survey.ts";
import { multipleChoice, singleChoice } from "../measures/choice.ts";
import { isSmall, SMALL_BASE } from "../measures/confidence.ts";
import { nps } from "../measures/nps.ts";
import { type Comparable, FAR_POINTS, farGroups, groupsAsked } from "../measures/poststratify.ts";
import { scale } from "../measures/scale.ts";
import {
  leadingShare,
  promotersShare,
  satisfiedShare,
  type Share,
  weightedShares,
} from "../measures/weighted.ts";
import { Frame } from "../table/frame.ts";
import type { Section, Showable } from "./section.ts";
import { sentences, UNIT } from "./survey_notes.ts";

const KEY = "按去向构成加权";

/**
 * Weighted estimates beside the plain shares, and why: nothing where no group's part of the sample is
 * further from its part of all graduates than {@link FAR_POINTS}, and nothing of records that were
 * rebuilt from a report, in which outcome and answers do not belong together.
 *
 * @param compared from {@link comparable}; null where no survey can be compared
 */
export function weightedOf(
  section: Section,
  edition: Pick<Edition, "records">,
  compared: Comparable<NamedSurvey> | null,
): Showable {
  if (compared === null || edition.records === "reconstructed") return { blocks: [] };
  const { survey, group, mix } = compared;
  const far = farGroups(mix).rows();
  if (far.length === 0) return { blocks: [] };

  const shares = sharesOf(compared);
  if (shares.length === 0) return { blocks: [] };

  const about = section.about(survey.name);
  const apart = far.map(({ 组别, 样本比例, 总体比例 }) =>
    about.phrase`“${组别}”（答卷里占 ${{ [`答卷中${组别}比例`]: 样本比例 }}，毕业生里占 ${{
      [`毕业生中${组别}比例`]: 总体比例,
    }}）`
  );
  const why = about
    .text`${survey.name}的答卷与全体毕业生的去向构成相差超过 ${FAR_POINTS} 个百分点的有${apart}。`;

  const weighted = weightedShares(survey.responses, shares, { group, mix }).rows();
  const cells = weighted.flatMap(({ 项目, 加权比例, ...row }, i) =>
    加权比例 === null ? [] : [{
      项目,
      答卷数: shares[i]?.share.base ?? 0,
      "比例%": row["比例%"],
      "加权比例%": 加权比例.replace("%", ""),
      "加权95%区间": row["加权95%区间"],
    }]
  );
  if (cells.length === 0) {
    const unable = about.text`各题都有一类去向的答卷不足 ${2} ${UNIT}，不能按去向构成加权。`;
    return { blocks: [...why.blocks, ...unable.blocks] };
  }
  const what = about.text`把答卷按全体毕业生的去向构成加权，与原来的比例并列，见${
    section.see(KEY)
  }。`;
  const table = section.table(KEY, {
    title: "按毕业生去向构成加权的调查结果",
    rows: Frame.fromRows(cells, ["项目", "答卷数", "比例%", "加权比例%", "加权95%区间"]),
    base: { label: "有效答卷", count: survey.responses.size, unit: UNIT },
    note: sentences(
      "加权就是让每一类去向的答卷所占的份量等于这一类毕业生在全体中的份量；只问一类毕业生的题不必加权",
      cells.length < shares.length ? `有一类去向的答卷不足两${UNIT}的题不能加权，没有列出` : "",
      cells.some(({ 答卷数 }) => isSmall(答卷数))
        ? `答卷少于 ${SMALL_BASE} ${UNIT}的，比例仅供参考`
        : "",
    ),
  });
  return { blocks: [...why.blocks, ...what.blocks, ...table.blocks] };
}

/** The main share of each question that was put to several groups, whoever answered it how. */
function sharesOf({ survey, group }: Comparable<NamedSurvey>): Share[] {
  const { responses, codebook } = survey;
  const several = codebook.questions.filter((question) =>
    question !== group && question.section[0] !== UNTOLD &&
    question.routing.every(({ code }) => code === group.code) &&
    groupsAsked(question, group).length > 1
  );
  return several.flatMap((question): Share[] => {
    switch (question.kind) {
      case "单选":
        return [leadingShare(singleChoice(responses, question))];
      case "多选":
        return [leadingShare(multipleChoice(responses, question))];
      case "量表":
        return [satisfiedShare(scale(responses, question))];
      case "NPS":
        return [promotersShare(nps(responses, question))];
      default:
        return [];
    }
  }).filter(({ share }) => share.base > 0);
}
