/** The one import of a notebook: an edition, the measures, the charts and `show`. */
export { openReport } from "./report.ts";
export { show } from "./document/show.ts";
export { csv } from "./document/csv.ts";
export { desc, Frame, op, pure, rolling } from "./table/frame.ts";
export { quantity, readInitiatives } from "./edition/initiatives.ts";
export { readUniversities } from "./edition/universities.ts";
export { exactCount } from "./edition/history.ts";
export { readProvincialMajors } from "./edition/provincial_majors.ts";
export { readText, textNames } from "./edition/text.ts";
export { readProfile } from "./edition/profile.ts";
export { DECIMALS, ratio } from "./measures/ratio.ts";
export { tally } from "./measures/tally.ts";
export { distribution } from "./measures/distribution.ts";
export { placement } from "./measures/placement.ts";
export {
  destinationLeaves,
  destinationLines,
  unplacedStates,
  withRole,
} from "./measures/destinations.ts";
export { placementForms, ruleOf } from "./measures/forms.ts";
export { isDomesticStudy, isGrassRoots } from "./edition/roles.ts";
export { byEmployer } from "./measures/employers.ts";
export { degreesOf, placementByDegree } from "./measures/degrees.ts";
export { majorsApart } from "./measures/majors.ts";
export { having, told } from "./measures/told.ts";
export { whereabouts, whereaboutsOf } from "./measures/whereabouts.ts";
export { FEWEST_PAID, pay, payBy } from "./measures/pay.ts";
export { specialGroups } from "./edition/groups.ts";
export { listed, membersOf } from "./measures/members.ts";
export { universitiesAtHome } from "./measures/study.ts";
export { change } from "./measures/change.ts";
export { besideLast } from "./measures/last_year.ts";
export { baseNamed } from "./measures/bases.ts";
export { workingInAreas } from "./measures/areas.ts";
export { course, floor } from "./measures/series.ts";
export { foremost, inOrder, topAndRest, topmost } from "./measures/ranking.ts";
export { tileMap } from "./document/charts/tiles.ts";
export { trend } from "./document/charts/trend.ts";
export { bars } from "./document/charts/bars.ts";
export { spans } from "./document/charts/spans.ts";
export { drawing, listing } from "./document/section.ts";
export { byPlace } from "./document/headings.ts";
export { untold } from "./document/prose.ts";
export { ranks } from "./document/ranks.ts";
export { readSurvey, readSurveys } from "./edition/survey.ts";
export { choiceOf, scaleOf, scalesOf } from "./measures/answers.ts";
export { combined, sumOfShares } from "./measures/choice.ts";
export { meanInterval } from "./measures/confidence.ts";
export { precision } from "./measures/precision.ts";
export { comparable, responseRate } from "./measures/poststratify.ts";
export { leadingShare, satisfiedShare, weightedShares } from "./measures/weighted.ts";
export {
  figureOf,
  mainShares,
  multipleIn,
  partsOf,
  scalesIn,
  sentenceOf,
  unplaced,
} from "./document/questionnaire.ts";
export { overviewOf } from "./document/survey_overview.ts";
export { weightedOf } from "./document/survey_mix.ts";
export { choiceFigure, scaleFigure } from "./document/survey_figures.ts";
export { leaders, opinions, satisfactions, scores } from "./document/survey_words.ts";
