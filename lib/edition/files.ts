/** The files that an edition may do without: what each brings to a report, and what goes with it. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readCoverage } from "./coverage.ts";
import { readDictionaries } from "./dictionaries.ts";
import { readErrata } from "./errata.ts";
import { readExhibitKeys } from "./exhibit_keys.ts";
import { GRADUATES } from "./graduates.ts";
import { readHistory } from "./history.ts";
import { readInitiatives } from "./initiatives.ts";
import { readProfile } from "./profile.ts";
import { readProvincialMajors } from "./provincial_majors.ts";
import { readFacts } from "./published.ts";
import { SETTINGS } from "./settings.ts";
import { readSurvey } from "./survey.ts";
import { readText, textNames } from "./text.ts";
import { readUniversities } from "./universities.ts";

/** A file, or a folder, that an edition may have. */
export interface OptionalFile {
  /** Its name in the edition's folder; a folder's ends in a slash. */
  readonly name: string;
  /** Another file that must come with it; empty where none. */
  readonly beside?: string;
  /** What it brings to which part of a report, in plain Chinese. */
  readonly brings: string;
  /** What a report does without it, in one sentence. */
  readonly without: string;
  /**
   * Reads it where it is there.
   *
   * @throws {DataError} with every fault of it
   */
  read(folder: string): unknown;
}

/** The files without which there is no edition. */
export const REQUIRED_FILES = [SETTINGS, GRADUATES] as const;

/** All other files, in the order of the report. */
export const OPTIONAL_FILES: readonly OptionalFile[] = [
  {
    name: "profile.csv",
    brings: "编写说明：学校概况",
    without: "编写说明里没有学校概况。",
    read: readProfile,
  },
  {
    name: "provincial-majors.csv",
    brings: "第一章：各专业占全省同专业的比例",
    without: "专业分布表没有与全省的比较。",
    read: readProvincialMajors,
  },
  {
    name: "universities.csv",
    brings: "第二章：升学院校在哪个省",
    without: "不说升学去了省内多少所高校。",
    read: readUniversities,
  },
  {
    name: "history.csv",
    brings: "第一、三章：往届的人数、落实率、升学率",
    without: "只与 data/ 里有毕业生记录的本校往届相比；一届也没有，就没有趋势一章。",
    read: readHistory,
  },
  {
    name: "graduate-survey.csv",
    beside: "graduate-survey.codebook.csv",
    brings: "第四、六章：毕业生调查",
    without: "没有毕业生调查的各节。",
    read: (folder) => readSurvey(folder, "graduate-survey"),
  },
  {
    name: "employer-survey.csv",
    beside: "employer-survey.codebook.csv",
    brings: "第四、六章：用人单位调查",
    without: "没有用人单位调查的各节；两份问卷都没有，就没有第四章。",
    read: (folder) => readSurvey(folder, "employer-survey"),
  },
  {
    name: "initiatives.csv",
    brings: "第五章和六（三）：就业工作的举措",
    without: "没有第五章。",
    read: readInitiatives,
  },
  {
    name: "coverage.csv",
    brings: "各章：哪些数只是推算",
    without: "所有的数都当作确知。",
    read: (folder) => readCoverage(folder, readExhibitKeys(folder)),
  },
  {
    name: "errata.csv",
    brings: "附录：印刷版的勘误与存疑",
    without: "与印刷版不同的数得不到说明，核对不通过。",
    read: (folder) => readErrata(folder, readExhibitKeys(folder)),
  },
  {
    name: "published/",
    brings: "各章的核对记号和第七章：与印刷版对照",
    without: "没有可对照的数，略去第七章。",
    read: (folder) => readFacts(join(folder, "published")),
  },
  {
    name: "text/",
    brings: "各章：学校自己写的文字",
    without: "只有算出来的内容，没有学校自己的话。",
    read: (folder) => textNames(folder).map((name) => readText(folder, name)),
  },
  {
    name: "dictionaries/",
    brings: "各章：本版次自己的代码表",
    without: "用各版次共用的代码表。",
    read: readDictionaries,
  },
];

/** The optional files that an edition has. */
export function presentFiles(folder: string): OptionalFile[] {
  return OPTIONAL_FILES.filter(({ name }) => existsSync(join(folder, name)));
}

/** The optional files that an edition does without. */
export function absentFiles(folder: string): OptionalFile[] {
  return OPTIONAL_FILES.filter(({ name }) => !existsSync(join(folder, name)));
}
