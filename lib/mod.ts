/** The one import of a notebook: an edition, the measures, the charts and `show`. */
export { openReport } from "./report.ts";
export { show } from "./exhibits/show.ts";
export { desc, Frame } from "./frames/frame.ts";
export { readUniversities } from "./frames/universities.ts";
export { exactCount } from "./frames/history.ts";
export { readProvincialMajors } from "./frames/provincial_majors.ts";
export { readProfile } from "./frames/profile.ts";
export { DECIMALS, ratio } from "./measures/ratio.ts";
export { headcount, tally } from "./measures/tally.ts";
export { placement } from "./measures/placement.ts";
export { destinationLines } from "./measures/destinations.ts";
export { change } from "./measures/change.ts";
export { baseNamed } from "./measures/bases.ts";
export { workingInAreas } from "./measures/areas.ts";
export { inOrder, topAndRest } from "./measures/ranking.ts";
export { tileMap } from "./charts/tiles.ts";
export { trend } from "./charts/trend.ts";
export { bars } from "./charts/bars.ts";
