/** The checks of graduates' records, in the order in which they are made. */
import type { Check } from "../check.ts";
import { blanks } from "./blanks.ts";
import { concentration } from "./concentration.ts";
import { dates } from "./dates.ts";
import { drift } from "./drift.ts";
import { duplicates } from "./duplicates.ts";
import { evidence } from "./evidence.ts";
import { groupsOfMajors } from "./groups_of_majors.ts";
import { impossiblePairs } from "./impossible_pairs.ts";
import { missingColumns } from "./missing_columns.ts";
import { nearNames } from "./near_names.ts";

export const CHECKS: readonly Check[] = [
  missingColumns,
  blanks,
  duplicates,
  impossiblePairs,
  dates,
  groupsOfMajors,
  nearNames,
  evidence,
  concentration,
  drift,
];
