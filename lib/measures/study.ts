import type { Frame } from "../table/frame.ts";
import type { University } from "../edition/universities.ts";
import { tally } from "./tally.ts";

/**
 * How many universities of the school's own province graduates went on to.
 *
 * @param students one row a graduate in further study in the country, with 升学院校
 * @param universities what is known of universities' provinces
 * @param home the school's province
 * @returns null where the list lacks a university that somebody went to (or there is no list): it
 *   may be at home or not, and none is not what is known
 */
export function universitiesAtHome(
  students: Frame<{ readonly 升学院校: string }>,
  universities: Frame<University>,
  home: string,
): number | null {
  const provinces = new Map(universities.rows().map((one) => [one.升学院校, one.省份]));
  const attended = tally(students, "升学院校", "人数").column("升学院校").filter((name) =>
    name !== ""
  );
  if (attended.some((name) => !provinces.has(name))) return null;
  return attended.filter((name) => provinces.get(name) === home).length;
}
