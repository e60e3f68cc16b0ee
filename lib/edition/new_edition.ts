/** A new year's edition: its folder, the two files it cannot do without, and patterns for the rest. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { OPTIONAL_FILES } from "./files.ts";
import { GRADUATES, REQUIRED_COLUMNS } from "./graduates.ts";
import { SETTINGS } from "./settings.ts";

/** Where patterns of the files that an edition may do without are put; it is not read. */
export const TEMPLATES = "templates";

/** What is known of a new edition; what is not known is left for an analyst to fill in. */
export interface NewEdition {
  readonly year: number;
  readonly school?: string;
  /** The folder of another edition, after which patterns are made. */
  readonly model: string;
}

/**
 * What a new edition's folder holds. Nothing is invented: a setting that is not known is empty, and a
 * report is refused until it is filled in.
 *
 * @returns the files' texts by their paths in the folder
 */
export function editionFiles(wanted: NewEdition): Map<string, string> {
  return new Map([
    [SETTINGS, JSON.stringify(newSettings(wanted), null, 2) + "\n"],
    [GRADUATES, REQUIRED_COLUMNS.join(",") + "\n"],
    ...templates(wanted.model).map(([name, text]) => [`${TEMPLATES}/${name}`, text] as const),
  ]);
}

/**
 * Of a college whose own records the model has, name, title and province stay; a model that was
 * rebuilt from print may be of any college.
 */
function newSettings({ year, school, model }: NewEdition): Record<string, unknown> {
  const before = JSON.parse(Deno.readTextFileSync(join(model, SETTINGS)));
  const same = before.records === "register" && (school === undefined || school === before.school);
  return {
    year,
    school: school ?? (same ? before.school : ""),
    ...(same && before.title !== undefined ? { title: before.title } : {}),
    asOf: "",
    homeProvince: same ? before.homeProvince : "",
    records: "register",
  };
}

/** The header of each table that the model has; a questionnaire is the same until it is changed. */
function templates(model: string): (readonly [name: string, text: string])[] {
  const textOf = (name: string | undefined) =>
    name?.endsWith(".csv") && existsSync(join(model, name))
      ? [[name, Deno.readTextFileSync(join(model, name))] as const]
      : [];
  return OPTIONAL_FILES.flatMap(({ name, beside }) => [
    ...textOf(name).map(([name, text]) => [name, `${text.split(/\r?\n/)[0]}\n`] as const),
    ...textOf(beside),
  ]);
}

/** What an edition may do without, and what each file that it does without costs. */
export function costs(): string[] {
  return OPTIONAL_FILES.map(({ name, beside, brings, without }) => {
    const both = beside === undefined ? name : `${name}（连同 ${beside}）`;
    return `${both}  ${brings}。若缺：${without}`;
  });
}
