/** `edition.json`: what one year's report is about, and what a school has its own way. */
import { closest, distance } from "fastest-levenshtein";
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { safeParse } from "valibot";
import { strangeIn } from "../table/characters.ts";
import { DataError, type Fault, gather, throwIfAny } from "../table/faults.ts";
import { shownPath } from "../workspace.ts";
import { type Acceptance, readAcceptances } from "./acceptances.ts";
import type { BaseName } from "./bases.ts";
import { type CoverageRow, readCoverage } from "./coverage.ts";
import { readDictionaries } from "./dictionaries.ts";
import { type Erratum, readErrata } from "./errata.ts";
import { type ExhibitKeys, keyOf, readExhibitKeys } from "./exhibit_keys.ts";
import type { Group } from "./groups.ts";
import { schemaOf, type Written } from "./settings_schema.ts";

/** The file of an edition that holds its settings. */
export const SETTINGS = "edition.json";

/** The entries that must be written. */
const REQUIRED = { school: undefined, asOf: undefined, homeProvince: undefined };

/** What one year's report is about and the choices that a year can make differently. */
export interface Edition {
  /** The year that the edition's folder is named after. */
  readonly year: number;
  readonly school: string;
  /** With its year, which `edition.json` leaves out. */
  readonly title: string;
  /** The day on which the records were drawn, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** The province whose graduates and jobs count as 省内, by its full name. */
  readonly homeProvince: string;
  /** `reconstructed` where the records were rebuilt from a published report. */
  readonly records: "register" | "reconstructed";
  /** What a reader should know of the edition as a whole; empty where nothing. */
  readonly note: string;
  /** Which base an exhibit's shares use where that is a choice: exhibit's key → name of the base. */
  readonly bases: Readonly<Record<string, BaseName>>;
  /** What the school calls a thing, by what a column or a chapter calls it. */
  readonly words: Readonly<Written["words"]>;
  /** The special groups of graduates, in the order of the report. */
  readonly groups: readonly Group[];
  /** Placement rates that a sentence asks who exceeds, in per cent. */
  readonly thresholds: Readonly<Written["thresholds"]>;
  /** How many places a sentence names, or a figure shows by themselves. */
  readonly top: Readonly<Written["top"]>;
  /** How many years a trend shows, this one included. */
  readonly cohorts: number;
  /** Whether exhibits are numbered through the report or anew in each chapter. */
  readonly numbering: "continuous" | "by chapter";
  /** Groups of fewer graduates than this are to be withheld; none is yet, see `doubtsAbout`. */
  readonly disclosure: number;
  /** Whom to ask about the report; empty where nobody is named. */
  readonly contact: string;
  /** How firmly an exhibit (项目 empty) or one of its rows is known. */
  readonly coverage: readonly CoverageRow[];
  /** Where print is known to be wrong or in doubt. */
  readonly errata: readonly Erratum[];
  /** What stands although a check of the records failed when they were taken in. */
  readonly accepted: readonly Acceptance[];
}

/**
 * Reads `edition.json` and, where they are, `coverage.csv`, `errata.csv` and `intake.json`.
 *
 * `school`, `asOf` and `homeProvince` must be there; the rest has defaults, so that a new year's
 * file can be three lines long. The year is the folder's name, so that a copied folder is another
 * year's edition; `year` counts only where the folder is not named after one.
 *
 * @throws {DataError} with all faults of the four files: what is missing, of another type, not
 *   known or not possible
 */
export function readEdition(folder: string): Edition {
  const faults: Fault[] = [];
  const keys = gather(faults, () => readExhibitKeys(folder)) ?? new Map<string, string>();
  const settings = gather(faults, () => readSettings(folder, keys));
  const coverage = gather(faults, () => readCoverage(folder, keys)) ?? [];
  const errata = gather(faults, () => readErrata(folder, keys)) ?? [];
  const accepted = gather(faults, () => readAcceptances(folder)) ?? [];
  throwIfAny(faults);
  if (settings === undefined) throw new Error("Settings without a fault are read");
  return { ...settings, coverage, errata, accepted };
}

/**
 * What is possible in `edition.json` but will not do what it seems to say: what a copied folder still
 * says of the year that it was copied from.
 *
 * @returns a line of Chinese each; none where all is well
 */
export function doubtsAbout(folder: string, { year, asOf }: Edition): string[] {
  const path = join(folder, SETTINGS);
  const file = shownPath(path);
  const { year: written = year } = parseObject(path, file);
  return [
    ...(written === year ? [] : [
      `${file} 的 year 写着 ${written}，而文件夹是 ${year} 年的：以文件夹为准，这一项可以删去`,
    ]),
    ...(Number(asOf.slice(0, 4)) >= year ? [] : [
      `${file} 的 asOf 是 ${asOf}，早于 ${year} 年：是否忘了改`,
    ]),
  ];
}

/**
 * Whose edition a folder is; null where it has no `edition.json` or none that names a school.
 *
 * @throws {DataError} if the file is no JSON object
 */
export function schoolOf(folder: string): string | null {
  const path = join(folder, SETTINGS);
  if (!existsSync(path)) return null;
  const { school } = parseObject(path, shownPath(path));
  return typeof school === "string" && school.trim() !== "" ? school : null;
}

/** Reads `edition.json` alone. */
function readSettings(
  folder: string,
  keys: ExhibitKeys,
): Omit<Edition, "coverage" | "errata" | "accepted"> {
  const path = join(folder, SETTINGS);
  const file = shownPath(path);
  const json = parseObject(path, file);
  const faults: Fault[] = [];
  const dictionaries = gather(faults, () => readDictionaries(folder)) ?? null;
  const year = /^\d{4}$/.test(basename(folder)) ? Number(basename(folder)) : null;
  const schema = schemaOf({ year, keys, dictionaries });

  // What must be there is looked for even where it is not, so that it says itself what is expected.
  const required = { ...(year === null ? { year: undefined } : {}), ...REQUIRED };
  const result = safeParse(schema, { ...required, ...json }, { abortPipeEarly: true });
  for (const { path: steps = [], input, message } of result.issues ?? []) {
    const column = entryAt(steps.map(({ key }) => key));
    const found = input === undefined ? {} : { found: shownValue(input) };
    faults.push({ file, column, ...found, expected: message });
  }
  for (const { steps, expected } of strangers(schema, json)) {
    faults.push({ file, column: entryAt(steps), expected });
  }
  for (const { steps, expected } of hidden(json)) {
    faults.push({ file, column: entryAt(steps), expected });
  }
  throwIfAny(faults);
  if (!result.success) throw new Error("A file without a fault is read");
  const { title, bases, ...rest } = result.output;
  const own = year ?? rest.year;
  return {
    ...rest,
    year: own,
    title: `${own} 届${title}`,
    bases: Object.fromEntries(
      Object.entries(bases).map(([name, base]) => [keyOf(name, keys), base]),
    ),
  };
}

/** What an entry is called in a fault: `groups 第 2 个 test`. */
function entryAt(steps: readonly unknown[]): string {
  return steps.map((step) => typeof step === "number" ? `第 ${step + 1} 个` : String(step)).join(
    " ",
  );
}

function shownValue(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** What of a schema says which entries there are. */
interface Shape {
  readonly kind: "schema";
  readonly wrapped?: Shape;
  readonly item?: Shape;
  readonly entries?: Readonly<Record<string, Shape>>;
}

/** The entries that a schema does not know: a misspelt one would silently not count. */
function strangers(
  { wrapped, item, entries }: Shape,
  given: unknown,
  before: readonly unknown[] = [],
): { readonly steps: readonly unknown[]; readonly expected: string }[] {
  if (wrapped !== undefined) return strangers(wrapped, given, before);
  if (item !== undefined && Array.isArray(given)) {
    return given.flatMap((one, i) => strangers(item, one, [...before, i]));
  }
  if (entries === undefined || !isObject(given)) return [];
  return Object.entries(given).flatMap(([name, value]) => {
    const steps = [...before, name];
    const entry = Object.hasOwn(entries, name) ? entries[name] : undefined;
    if (entry !== undefined) return strangers(entry, value, steps);
    const known = Object.keys(entries);
    const near = closest(name, known);
    return distance(name, near) <= name.length / 2
      ? [{ steps, expected: `没有这一项，应写作“${near}”` }]
      : [{ steps, expected: `没有这一项；可用：${known.join("、")}` }];
  });
}

/** The texts that hold characters which hide, mislead or command a terminal. */
function hidden(
  given: unknown,
  before: readonly unknown[] = [],
): { readonly steps: readonly unknown[]; readonly expected: string }[] {
  if (typeof given === "string") {
    const strange = strangeIn(given, { prose: true });
    if (strange === undefined) return [];
    return [{
      steps: before,
      expected: `第 ${strange.place} 个字符是 ${strange.name}，请删去或改正`,
    }];
  }
  if (typeof given !== "object" || given === null) return [];
  const parts = Array.isArray(given) ? given.entries() : Object.entries(given);
  return [...parts].flatMap(([step, value]) => hidden(value, [...before, step]));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parseObject(path: string, file: string): Readonly<Record<string, unknown>> {
  let content: string;
  try {
    content = Deno.readTextFileSync(path);
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new DataError([{ file, expected: "找不到这个文件；每个版次都要有一个" }]);
  }
  try {
    const json: unknown = JSON.parse(content.replace(/^\uFEFF/, ""));
    if (isObject(json)) return json;
  } catch {
    // Reported below, like JSON that is no object.
  }
  throw new DataError([{
    file,
    expected: "不是规范的 JSON 对象（常见原因：多了或少了逗号、引号）",
  }]);
}
