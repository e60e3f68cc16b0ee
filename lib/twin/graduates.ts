/** The twin of the graduates: records that nobody is behind and that agree with every printed margin. */
import type { Dictionaries } from "../edition/dictionaries.ts";
import { type Deal, dealer, drawn } from "./deal.ts";
import { type Draft, draft, type DraftColumn } from "./draft.ts";
import { FOUNDERS, type Margins } from "./margins.ts";
import { ordered, putTiesInOrder } from "./order.ts";
import { apportion, minus, type Quota, total } from "./quota.ts";
import { type Random, seeded, shuffled } from "./random.ts";
import type { Tendencies } from "./tendencies.ts";

/** A major's place in the catalogue: `majors.csv` of an edition. */
export interface Major {
  readonly 专业: string;
  readonly 专业大类: string;
  readonly 院系: string;
  readonly 学历: string;
}

/** What the twin works from. */
export interface Sources {
  readonly margins: Margins;
  /** Every major, once. */
  readonly catalogue: readonly Major[];
  readonly tendencies: Tendencies;
  readonly dictionaries: Dictionaries;
  readonly homeProvince: string;
  readonly year: number;
}

/** A university of the rebuilt records; the province is empty where print does not tell it. */
export interface University {
  readonly 升学院校: string;
  readonly 省份: string;
}

/** Soldiers serve in the army: not a likelihood but what the words mean. */
const SOLDIERS = { destination: "应征义务兵", industry: "军队" } as const;

/** The majority; all others are 少数民族. */
const MAJORITY = "汉族";

interface Work extends Sources {
  readonly drafts: readonly Draft[];
  readonly deal: Deal;
  readonly random: Random;
}

/**
 * Rebuilds the records of an edition. The same sources give the same records in the same order.
 *
 * @returns the records, ordered so that a stable sort gives the printed order of ties, and the
 *   universities that occur in them
 * @throws {RangeError} if the printed margins contradict each other
 */
export function rebuildGraduates(
  sources: Sources,
): { readonly graduates: readonly Draft[]; readonly universities: readonly University[] } {
  const random = seeded(sources.year);
  const drafts = enrol(sources, random);
  const work: Work = { ...sources, drafts, random, deal: dealer(sources.tendencies, random) };
  drafts.forEach((draft, i) => {
    draft.学号 = `重构${sources.year}${String(i + 1).padStart(String(drafts.length).length, "0")}`;
  });
  giveSex(work);
  giveDestinations(work);
  giveGroups(work);
  giveOrigins(work);
  givePlaces(work);
  giveIndustries(work);
  giveNatures(work);
  return { graduates: drafts, universities: giveUniversities(work) };
}

/** One draft a graduate, major by major, the three outcomes of a major mixed. */
function enrol({ margins, catalogue }: Sources, random: Random): Draft[] {
  const known = new Map(catalogue.map((major) => [major.专业, major]));
  const members = (column: "专业" | "专业大类" | "院系", name: string) =>
    catalogue.filter((major) => major[column] === name).map((major) => major.专业);
  // A tied pair of groups is in order when every major of the first precedes those of the second.
  const chains = margins.ties.flatMap(({ column, names }) =>
    names.slice(1).flatMap((name, i) =>
      members(column, names[i] ?? "").flatMap((a) => members(column, name).map((b) => [a, b]))
    )
  );
  const departments = [...new Set(margins.majors.map(({ 专业 }) => known.get(专业)?.院系))];
  const preferred = departments.flatMap((department) =>
    margins.majors.filter(({ 专业 }) => known.get(专业)?.院系 === department)
  );
  return ordered(preferred.map(({ 专业 }) => 专业), chains).flatMap((name) => {
    const major = known.get(name);
    if (major === undefined) throw new RangeError(`majors.csv 中没有专业“${name}”`);
    const margin = margins.majors.find(({ 专业 }) => 专业 === name);
    const outcomes = (["就业", "升学", "未就业"] as const)
      .flatMap((outcome) => Array<string>(margin?.[outcome] ?? 0).fill(outcome));
    return shuffled(outcomes, random).map((去向大类) => draft({ ...major, 去向大类 }));
  });
}

function giveSex({ drafts, margins: { women }, deal }: Work): void {
  const [unplaced, placed] = split(drafts, (draft) => draft.去向大类 !== "未就业");
  const both = (some: readonly Draft[], count: number) =>
    deal(some, "性别", new Map([["女", count], ["男", some.length - count]]));
  both(placed, women.placed);
  both(unplaced, women.all - women.placed);
}

/** First the line of 表5, then the leaf below it: as printed, else evenly. */
function giveDestinations(work: Work): void {
  const { drafts, margins, deal, dictionaries: { destinations } } = work;
  for (const outcome of new Set(destinations.column("去向大类"))) {
    const names = new Set(
      destinations.filter((row) => row.去向大类 === outcome).column("统计类别"),
    );
    const lines = new Map([...margins.lines].filter(([line]) => names.has(line)));
    deal(drafts.filter((draft) => draft.去向大类 === outcome), "统计类别", lines);
  }
  for (const line of margins.lines.keys()) {
    const some = drafts.filter((draft) => draft.统计类别 === line);
    // A report of whole lines says nothing of the finer leaves that only a three-digit code has.
    const leaves = destinations.filter((row) => row.统计类别 === line && Boolean(row.代码))
      .column("毕业去向");
    const printed = [margins.study, margins.unplaced].find((quota) =>
      leaves.some((l) => quota.has(l))
    );
    const even = new Map(leaves.map((leaf) => [leaf, 1]));
    deal(some, "毕业去向", printed ?? apportion(some.length, even));
  }
}

function giveGroups(work: Work): void {
  for (const { column, lines } of work.margins.groups) {
    const chosen = new Set(chooseGroup(work, lines));
    if (column === "民族") giveNationalities(work, [...chosen]);
    else for (const draft of work.drafts) draft[column] = chosen.has(draft) ? "是" : "否";
  }
}

/**
 * Members of a group by line. Lines with equal headcounts must first appear in printed order, so
 * each of them takes its first member as early as it can after the first member of the one before;
 * where the records leave no room for that, the headcount goes before the order.
 */
function chooseGroup({ drafts, random }: Work, lines: Quota): Draft[] {
  const some = [...lines].filter(([, count]) => count > 0);
  return [...Map.groupBy(some, ([, count]) => count).values()].flatMap((tied) => {
    let begin = 0;
    return tied.flatMap(([line, count]) => {
      const all = drafts.filter((draft) => draft.统计类别 === line);
      const later = drafts.filter((draft, i) => i >= begin && draft.统计类别 === line);
      const [first, ...rest] = later.length >= count ? later : all;
      if (tied.length === 1 || first === undefined) return drawn(all, count, random);
      begin = drafts.indexOf(first) + 1;
      return [first, ...drawn(rest, count - 1, random)];
    });
  });
}

function giveNationalities({ drafts, deal, tendencies, dictionaries }: Work, some: Draft[]): void {
  for (const draft of drafts) draft.民族 = MAJORITY;
  const likely = tendencies.candidates("民族");
  const all = dictionaries.ethnicGroups.column("民族").filter((name) => name !== MAJORITY);
  const weights = likely.size > 0 ? likely : new Map(all.map((name) => [name, 1]));
  deal(some, "民族", apportion(some.length, weights));
}

function giveOrigins(work: Work): void {
  const { drafts, margins: { origins }, deal, homeProvince } = work;
  const home = drafts.length - total(origins);
  deal(drafts, "生源地", new Map([[homeProvince, home], ...origins]));
  putTiesInOrder(drafts, "生源地", origins);
  const locals = drafts.filter((draft) => draft.生源地 === homeProvince);
  deal(locals, "生源城市", unprinted(work, "生源城市", locals.length, new Map()));
}

/** Provinces of work, entrepreneurs apart, as print counts them apart; then cities at home. */
function givePlaces(work: Work): void {
  const { drafts, margins: { provinces, cities, founders }, deal, homeProvince } = work;
  const inCountry = new Set(
    work.dictionaries.regions.filter((row) => row.经济区域 !== "").column("省份"),
  );
  const elsewhere = new Map(
    [...provinces].filter(([name]) => inCountry.has(name) && name !== homeProvince),
  );
  const employed = drafts.filter((draft) => draft.去向大类 === "就业");
  const [others, own] = split(employed, (draft) => draft.统计类别 === FOUNDERS);
  const theirs = new Map([
    [homeProvince, founders.home],
    ...apportion(founders.elsewhere, elsewhere, (name) => elsewhere.get(name) ?? 0),
  ]);
  deal(own, "就业省份", theirs);
  deal(others, "就业省份", minus(provinces, theirs));
  putTiesInOrder(employed, "就业省份", elsewhere);

  const locals = employed.filter((draft) => draft.就业省份 === homeProvince);
  const candidates = work.tendencies.candidates("就业城市");
  // Print says 聊城 where a record says 聊城市.
  const named = new Map([...cities].map(([name, count]) => [
    candidates.has(`${name}市`) ? `${name}市` : name,
    count,
  ]));
  deal(locals, "就业城市", unprinted(work, "就业城市", locals.length, named));
}

function giveIndustries(work: Work): void {
  const { drafts, margins, deal } = work;
  const employed = drafts.filter((draft) => draft.去向大类 === "就业");
  const [civilians, soldiers] = split(
    employed,
    (draft) => draft.毕业去向 === SOLDIERS.destination,
  );
  for (const soldier of soldiers) soldier.单位行业 = SOLDIERS.industry;
  const [others, own] = split(civilians, (draft) => draft.统计类别 === FOUNDERS);
  const { industries, founders } = margins;
  const theirs = unprinted(work, "单位行业", own.length, founders.industries);
  const taken = (name: string) => theirs.get(name) ?? 0;
  deal(own, "单位行业", theirs);
  const named = new Map([...industries].map(([name, count]) => [name, count - taken(name)]));
  const least = Math.min(...industries.values());
  deal(
    others,
    "单位行业",
    unprinted(work, "单位行业", others.length, named, (name) => least - 1 - taken(name)),
  );
}

/** The group of natures that print counts, then the nature itself by weight alone. */
function giveNatures({ drafts, margins, deal, dictionaries, tendencies, random }: Work): void {
  const { destinations, employerNatures } = dictionaries;
  const decided = new Map(destinations.rows().map((row) => [row.毕业去向, row.单位性质类别]));
  const employed = drafts.filter((draft) => draft.去向大类 === "就业");
  for (const draft of employed) draft.单位性质类别 = decided.get(draft.毕业去向) ?? "";
  const [rest, done] = split(employed, (draft) => draft.单位性质类别 !== "");
  deal(rest, "单位性质类别", minus(margins.natures, tallied(done, "单位性质类别")));

  const leaves = Map.groupBy(employerNatures.rows(), (row) => row.单位性质类别);
  for (const draft of employed) {
    const arrivals = (leaves.get(draft.单位性质类别) ?? []).map(({ 单位性质 }) => ({
      单位性质,
      arrival: -Math.log(random()) / tendencies.weight("单位性质", 单位性质)(draft),
    }));
    draft.单位性质 = arrivals.sort((a, b) => a.arrival - b.arrival)[0]?.单位性质 ?? "";
  }
}

/** Named universities as printed; the others stand under numbers, since print does not name them. */
function giveUniversities(work: Work): University[] {
  const { drafts, deal, homeProvince, margins } = work;
  const { named, atHome, students } = margins.universities;
  const [abroad, inCountry] = split(
    drafts.filter((draft) => draft.去向大类 === "升学"),
    (draft) => draft.毕业去向 === "国内升学",
  );
  const cap = Math.max(1, Math.min(...named.values()) - 1);
  const spread = (what: string, people: number, places: number) =>
    apportion(people, new Map(numbered(what, places).map((name) => [name, 1])), () => cap);
  const home = new Map([
    ...named,
    ...spread("省内高校", students - total(named), atHome - named.size),
  ]);
  const away = inCountry.length - students;
  const elsewhere = spread("省外高校", away, Math.ceil(away / cap));
  deal(inCountry, "升学院校", new Map([...home, ...elsewhere]));
  putTiesInOrder(inCountry, "升学院校", named);

  const foreign = new Map(numbered("境外高校", 1).map((name) => [name, abroad.length]));
  if (abroad.length > 0) deal(abroad, "升学院校", foreign);
  return [...home, ...elsewhere, ...(abroad.length > 0 ? foreign : [])].map(([name]) => ({
    升学院校: name,
    省份: home.has(name) ? homeProvince : "",
  }));
}

function numbered(what: string, places: number): string[] {
  const width = String(places).length;
  return Array.from(
    { length: places },
    (_, i) => `${what}${String(i + 1).padStart(width, "0")}（名称未公布）`,
  );
}

/**
 * A quota for all of `people`: the printed values, and the rest over the column's candidates, each
 * within its cap; unless given, that is to stay below the last printed value.
 */
function unprinted(
  { tendencies }: Work,
  column: DraftColumn,
  people: number,
  printed: Quota,
  cap: (value: string) => number = () => Math.min(...printed.values()) - 1,
): Quota {
  const candidates = tendencies.candidates(column);
  for (const value of printed.keys()) candidates.delete(value);
  return new Map([...printed, ...apportion(people - total(printed), candidates, cap)]);
}

function tallied(drafts: readonly Draft[], column: DraftColumn): Quota {
  return new Map(
    [...Map.groupBy(drafts, (draft) => draft[column])].map(([value, some]) => [value, some.length]),
  );
}

/** The drafts that fail a test and those that pass it. */
function split(drafts: readonly Draft[], test: (draft: Draft) => boolean): [Draft[], Draft[]] {
  return [drafts.filter((draft) => !test(draft)), drafts.filter(test)];
}
