/** A survey's rebuilt responses as a file. */
import { join } from "node:path";
import { stringify } from "@std/csv";
import { readCodebook } from "../edition/codebook.ts";
import { type Codebook, RESPONSE_ID } from "../edition/questionnaire.ts";
import { readEdition } from "../edition/settings.ts";
import { readResponses, type Response } from "../edition/survey.ts";
import { supplementFolder } from "../files.ts";
import { seeded } from "./random.ts";
import { rebuildResponses } from "./survey.ts";
import { readSurveyMargins } from "./survey_margins.ts";
import { type Recounted, recountResponses } from "./survey_recount.ts";

/**
 * Rebuilds `<name>.csv` of an edition from `<name>.codebook.csv`, `<name>.margins.csv` and
 * `published/`, reads it as any responses are read, and counts it afresh. After an error the old
 * file is as it was.
 *
 * @param folder the edition's folder
 * @param name e.g. `graduate-survey`
 * @returns every printed number beside what the responses give
 * @throws {Error} if the edition's records are a school's own, which must not be overwritten
 * @throws {DataError | RangeError} if a file cannot be read or print contradicts itself
 */
export async function rebuildSurvey(folder: string, name: string): Promise<Recounted[]> {
  const edition = readEdition(folder);
  if (edition.records !== "reconstructed") {
    throw new Error(
      `${edition.year} 版的 edition.json 未注明 "records": "reconstructed"，其答卷不是重构数据，不予覆盖`,
    );
  }
  const codebook = readCodebook(join(folder, `${name}.codebook.csv`));
  const margins = readSurveyMargins(folder, name, codebook);
  const responses = rebuildResponses(codebook, margins, seeded(edition.year));
  let lines: Recounted[] = [];
  await supplementFolder(folder, (fresh) => {
    const path = join(fresh, `${name}.csv`);
    Deno.writeTextFileSync(path, csv(responses, codebook));
    readResponses(path, codebook);
    lines = recountResponses(fresh, name, codebook, margins);
  });
  return lines;
}

/** Lines end in a bare line feed, so that a rebuilt file is the same on every system. */
function csv(responses: readonly Response[], { questions }: Codebook): string {
  const columns = [RESPONSE_ID, ...questions.map(({ code }) => code)];
  return stringify(responses, { columns }).replaceAll("\r\n", "\n");
}
