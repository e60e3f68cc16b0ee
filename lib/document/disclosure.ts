/**
 * Keeps small groups of people to itself: the last thing that happens to a report's chapters before
 * anybody reads them. Which groups those are, and why what is left gives none of them back, see
 * {@link withheldGroups}; here it is found of whom each number speaks.
 *
 * Withheld are, with {@link MARK} in their place: a share of fewer people (or answers) than n; of a
 * group that is withheld all but its name and size, and the places that it takes among others; of an
 * exhibit whose base is withheld all rows. A clause whose number is withheld is left out. Beside a
 * group's numbers last year's are not told: two years' tables together may show what one hides.
 *
 * Of whom a row speaks is found in the records, by what it is called and how many they are. Groups
 * that only a cell knows can be told if none of them is small; whether they give a group of the
 * records back is not looked at. A drawing without rows behind it, and words or output that a cell makes by itself, tell nobody of
 * whom they speak: their author answers for them.
 */
import { type Group, withheldGroups } from "../measures/disclosure.ts";
import type { Frame } from "../table/frame.ts";
import { decimal, parseBound } from "../table/bound.ts";
import {
  type Block,
  type ChapterBlocks,
  isStatement,
  type Listing,
  type Placed,
  statementsOf,
  type Word,
} from "./blocks.ts";
import type { Bases, Cell, Exhibit, Statement, Sum } from "./exhibit.ts";
import { leaveOut } from "./words.ts";

/** What stands in the place of a number that is withheld. */
export const MARK = "*";

/** Whom a report tells apart, and how few of them are too few. */
export interface Disclosure {
  /** Of fewer people than this it is not told what became of them. */
  readonly fewest: number;
  /** One row a graduate, with 去向大类 and the columns that groups are made by. */
  readonly graduates: Frame<{ readonly 学号: string; readonly 去向大类: string }>;
  /** Groups that no column names, by the name under which the report speaks of them. */
  readonly named: ReadonlyMap<string, Group>;
}

/** Columns that tell how many a group are. */
const SIZE = /^(生源人数|人数|毕业生人数|答卷数|填报人数)$/;
/** Columns of another year. */
const ANOTHER_YEAR = /^与上一届相比·/;
/** Columns that tell of a part of a group, without a share that would say so. */
const PAY = /中位数|分位数|均值/;

/** Chapters with a mark in each place where a number is withheld; nothing is left out yet. */
export function withhold(
  chapters: readonly ChapterBlocks[],
  disclosure: Disclosure,
): ChapterBlocks[] {
  const { fewest, graduates, named } = disclosure;
  const blocks = chapters.flatMap((one) => one.blocks.map(({ block }) => block));
  const grids = blocks.flatMap(gridsOf);
  const find = finder(graduates);
  const parted = new Map(grids.flatMap((grid) => {
    const found = find(grid);
    return found === null ? [] : [[grid, found] as const];
  }));
  const families = [...parted.values()].map(({ groups }) => groups);
  const withheld = withheldGroups(
    graduates.column("去向大类"),
    [
      ...families,
      ...families.map((family) => [new Set(family.flatMap((group) => [...group]))]),
      ...[...named.values()].map((group) => [group]),
    ],
    fewest,
  );
  const is: Judge = {
    few: (count) => count !== null && count > 0 && count < fewest,
    withheld: (group) =>
      group !== undefined &&
      ([...withheld].some((one) => isSame(one, group)) || (group.size > 0 && group.size < fewest)),
    size: graduates.size,
    fewest,
    named,
  };
  const names = namesWithheld(parted, is);
  const small = smallSubjects(blocks, is);
  const statement = (one: Statement): Statement =>
    isWithheld(one, { is, names, small }) ? { ...one, value: MARK, unit: "", of: null } : one;
  const word = (one: Word): Word => isStatement(one) ? statement(one) : one;
  const mark = (block: Block): Block => {
    switch (block.kind) {
      case "paragraph":
        return { ...block, words: block.words.map(word) };
      case "list":
        return { ...block, items: block.items.map((words) => words.map(word)) };
      case "table":
      case "figure": {
        const marked = marks(block.exhibit, { is, parted, names });
        if (marked === block.exhibit) return block;
        const exhibit = { ...block.exhibit, ...marked };
        if (block.kind === "table") return { ...block, exhibit };
        // The drawing shows what its rows no longer tell; they stand in its place.
        return { ...block, exhibit, svg: "" };
      }
      case "listing":
        return { ...block, ...marks(block, { is, parted, names }) };
      case "sketch": {
        if (block.listing === null) return block;
        const listing = marks(block.listing, { is, parted, names });
        return listing === block.listing
          ? block
          : { ...block.listing, caption: block.caption, ...listing };
      }
      default:
        return block;
    }
  };
  return chapters.map((chapter) => ({
    ...chapter,
    blocks: chapter.blocks
      // How a number compares with print would tell it.
      .filter(({ block }) => block.kind !== "note" || block.tone !== "differ")
      .map((placed): Placed => ({ ...placed, block: mark(placed.block) })),
  }));
}

/**
 * Chapters without the clauses in which a number is withheld. A paragraph of which nothing is left
 * goes; where no rows beside it say why, it does.
 */
export function withoutMarks(chapters: readonly ChapterBlocks[], fewest: number): ChapterBlocks[] {
  const why: Word = `有的组不足 ${fewest} 人，这里的数不列。`;
  const isMarked = (word: Word) => isStatement(word) && word.value === MARK;
  const left = (block: Block): Block | null => {
    if (!statementsOf(block).some(isMarked)) return block;
    if (block.kind === "paragraph") {
      const words = leaveOut(block.words, isMarked);
      return words.length === 0 ? null : { kind: "paragraph", words };
    }
    if (block.kind !== "list") return block;
    const items = block.items.map((words) => leaveOut(words, isMarked))
      .filter((words) => words.length > 0);
    return items.length === 0 ? null : { kind: "list", items };
  };
  return chapters.map((chapter) => ({
    ...chapter,
    blocks: chapter.blocks.flatMap((placed, i): Placed[] => {
      const block = left(placed.block);
      if (block !== null) return [{ ...placed, block }];
      const beside = [chapter.blocks[i - 1], chapter.blocks[i + 1]];
      const isSaid = beside.some((one) => one !== undefined && gridsOf(one.block).length > 0);
      return isSaid ? [] : [{ ...placed, block: { kind: "paragraph", words: [why] } }];
    }),
  }));
}

/** Rows that may tell of groups, numbered or not. */
type Grid = (Exhibit | Listing) & { readonly bases?: Bases };

/** Of whom the rows of a grid speak. */
interface Parted {
  /** The columns that name the groups. */
  readonly labels: readonly number[];
  readonly groups: readonly Group[];
}

interface Judge {
  readonly few: (count: number | null) => boolean;
  readonly withheld: (group: Group | undefined) => boolean;
  /** How many people there are. */
  readonly size: number;
  readonly fewest: number;
  readonly named: Disclosure["named"];
}

function gridsOf(block: Block): Grid[] {
  if (block.kind === "table" || block.kind === "figure") return [block.exhibit];
  if (block.kind === "listing") return [block];
  return block.kind === "sketch" && block.listing !== null ? [block.listing] : [];
}

function isSame(one: Group, other: Group): boolean {
  return one === other || (one.size === other.size && one.isSubsetOf(other));
}

/**
 * Finds of whom a grid's rows speak: of those who have, in some columns of the records, what the row
 * is called, if they are as many as the row's shares are of.
 */
function finder(graduates: Disclosure["graduates"]): (grid: Grid) => Parted | null {
  const columns = graduates.names.filter((name) => name !== "学号").map((name) => {
    const values: readonly unknown[] = graduates.column(name as "学号");
    const places = values.map((value, person) => ({ value, person }));
    return new Map(
      [...Map.groupBy(places, ({ value }) => value)]
        .map(([value, those]) => [value, new Set(those.map(({ person }) => person))]),
    );
  });
  const everybody = new Set(Array.from({ length: graduates.size }, (_, i) => i));
  return (grid) => {
    const sizes = grid.rows.map((_, row) => ownBase(grid, row));
    const known = sizes.every((size) => size !== null);
    if (grid.rows.length === 0 || !known || ("base" in grid && grid.base !== null)) return null;
    const texts = grid.columns.flatMap((_, at) => isText(grid, at) ? [at] : []);
    const candidates = texts.map((at) =>
      columns.filter((column) => grid.rows.every((row) => column.has(row[at])))
    );
    const labels = texts.filter((_, i) => (candidates[i]?.length ?? 0) > 0);
    const choices = candidates.filter((some) => some.length > 0)
      .reduce<(typeof columns)[]>(
        (all, some) => all.flatMap((chosen) => some.map((column) => [...chosen, column])),
        [[]],
      );
    for (const chosen of choices) {
      const groups = grid.rows.map((row) =>
        chosen.reduce<Group>((people, column, i) => {
          return people.intersection(column.get(row[labels[i] ?? -1]) ?? new Set());
        }, everybody)
      );
      if (groups.every(({ size }, row) => size === sizes[row])) return { labels, groups };
    }
    return null;
  };
}

/** Of how many a row's shares are; null where they are of different wholes, or none are. */
function ownBase({ bases, columns }: Grid, row: number): number | null {
  const all = new Set(
    (bases?.[row] ?? []).filter((base, at) =>
      base !== null && !ANOTHER_YEAR.test(columns[at] ?? "")
    ),
  );
  return all.size === 1 ? [...all][0] ?? null : null;
}

/** How many people a row without shares says that it is of. */
function sizeIn({ bases, columns, rows }: Grid, row: number): number | null {
  if (bases?.[row]?.some((base) => base !== null)) return null;
  const size = rows[row]?.[columns.findIndex((column) => SIZE.test(column))];
  return columns.length > 2 && typeof size === "number" ? size : null;
}

function isText({ rows }: Grid, at: number): boolean {
  return rows.every((row) => typeof row[at] === "string") &&
    rows.some((row) => decimal(String(row[at])) === null && parseBound(String(row[at])) === null);
}

/** What is withheld, by the column that names it: groups, and whether a claim on all would tell. */
type Names = ReadonlyMap<string, ReadonlySet<string>>;

function namesWithheld(parted: ReadonlyMap<Grid, Parted>, is: Judge): Names {
  const names = new Map<string, Set<string>>();
  for (const [{ columns, rows }, { labels, groups }] of parted) {
    const at = labels.at(-1);
    if (at === undefined || labels.length > 1) continue;
    const column = columns[at] ?? "";
    const own = rows.filter((_, row) => is.withheld(groups[row])).map((row) => String(row[at]));
    if (own.length > 0) names.set(column, new Set([...names.get(column) ?? [], ...own]));
  }
  for (const [name, group] of is.named) {
    if (is.withheld(group)) names.set("", new Set([...names.get("") ?? [], name]));
  }
  return names;
}

/** What is told of a part of those of whom a chapter speaks, without a share that would say so. */
const PARTS: Readonly<Record<string, RegExp>> = {
  就业毕业生: /·流向|·就业人数$/,
  自主创业毕业生: /^创业|·创业人数$/,
  升学毕业生: /升学高校·/,
};

/** Of whom it cannot be told what became of them, since sentences say that they are few. */
function smallSubjects(blocks: readonly Block[], is: Judge): Small {
  const statements = blocks.flatMap(statementsOf);
  const few = statements.filter(({ measure, value, of }) =>
    of === null ? measure === "人数" && is.few(Number(value)) : is.few(of[1])
  ).map(({ subject }) => subject);
  const subjects = new Set(few);
  return { subjects, parts: [...subjects].flatMap((subject) => PARTS[subject] ?? []) };
}

interface Small {
  readonly subjects: ReadonlySet<string>;
  readonly parts: readonly RegExp[];
}

function isWithheld(
  { key, subject, measure, of }: Statement,
  { is, names, small }: {
    readonly is: Judge;
    readonly names: Names;
    readonly small: Small;
  },
): boolean {
  if (of !== null && is.few(of[1])) return true;
  if (measure === "人数" || measure === "填答份数") return false;
  if (of === null && small.subjects.has(subject)) return true;
  if (small.parts.some((part) => part.test(key))) return true;
  // What part of a whole a group is tells its size alone.
  const isSize = of !== null && of[1] === is.size && !measure.endsWith("率");
  const called = new Set(
    subject.split("、").flatMap((one) => [one, one.replace(/毕业生$/, ""), one.replace(/生$/, "")]),
  );
  const outcome = /落实|就业人数|升学人数|未就业|中位数|均值|分位数/.test(measure) ||
    measure.endsWith("率");
  if (outcome && !isSize && [...names.values()].some((some) => !some.isDisjointFrom(called))) {
    return true;
  }
  // Who is first, or how many are above, tells of all groups of their kind.
  return /落实率/.test(measure) &&
    [...names.keys()].some((column) => column.replace(/名称$/, "") === subject);
}

/** A grid's rows with marks; the grid itself where nothing in it is withheld. */
function marks<G extends Grid>(
  grid: G,
  { is, parted, names }: {
    readonly is: Judge;
    readonly parted: ReadonlyMap<Grid, Parted>;
    readonly names: Names;
  },
): Partial<G> | G {
  const { columns, rows } = grid;
  const base = "base" in grid ? grid.base : null;
  const noted = (more: Pick<Exhibit, "rows"> & Partial<Exhibit>): Partial<G> => {
    if (!("note" in grid)) {
      const caption = "caption" in grid && grid.caption !== "" ? `${grid.caption}。` : "";
      return { ...more, caption: noteOf(caption || null, is.fewest) } as never;
    }
    // The remark on last year goes with last year's numbers.
    const note = more.columns === undefined || more.columns.length === columns.length
      ? grid.note
      : null;
    const isMarked = more.rows.some((row) => row.includes(MARK));
    return { ...more, note: isMarked ? noteOf(note, is.fewest, base?.unit) : note } as never;
  };
  if (base !== null && (is.few(base.count) || is.withheld(is.named.get(base.label)))) {
    // Which rows there are tells what there was.
    const sums = "sums" in grid ? { sums: [] } : {};
    return noted({ rows: [columns.map(() => MARK)], ...sums });
  }
  const own = parted.get(grid);
  if (own !== undefined) return partedMarks(grid, own, is, noted);
  const at = columns.findIndex((column) => names.has(column));
  const apart = names.get(columns[at] ?? "");
  const isPay = columns.some((column) => PAY.test(column));
  // Of groups that the records do not know one small one takes all with it: who knows what they add
  // up to. Questions, whose answers are counted, add up to nothing.
  const unknown = base === null && !columns.includes("答卷数") &&
    rows.some((_, i) => is.few(ownBase(grid, i)));
  let changed = false;
  const marked = rows.map((row, i) => {
    // How many of a withheld group told their pay says how many at least have work.
    const paid = isPay && apart?.has(String(row[at])) === true;
    const whole = paid || unknown || is.few(ownBase(grid, i) ?? sizeIn(grid, i));
    const cells = row.map((cell, c): Cell => {
      const few = is.few(grid.bases?.[i]?.[c] ?? null);
      const hide = few || (whole && isNumber(cell) && columns[c] !== "序号" &&
        (paid || !SIZE.test(columns[c] ?? "")));
      changed ||= hide;
      return hide ? MARK : cell;
    });
    return { cells, last: cells.includes(MARK) };
  });
  if (!changed) return grid;
  return noted({ rows: lastInOrder(columns, marked) });
}

/** A grid of groups: a row that is withheld keeps its name and its size, and goes to the end. */
function partedMarks<G extends Grid>(
  grid: G,
  { labels, groups }: Parted,
  is: Judge,
  noted: (more: Pick<Exhibit, "rows"> & Partial<Exhibit>) => Partial<G>,
): Partial<G> | G {
  const kept = grid.columns.map((column) => !ANOTHER_YEAR.test(column));
  const keep = <T>(cells: readonly T[]) => cells.filter((_, at) => kept[at]);
  const sumsOf = "sums" in grid ? grid.sums ?? [] : [];
  const open = (at: number) =>
    labels.includes(at) || grid.columns[at] === "序号" || SIZE.test(grid.columns[at] ?? "");
  const hide = (row: readonly Cell[]) => row.map((cell, at) => (open(at) ? cell : MARK));
  const rows = grid.rows.map((row, i) => {
    const last = is.withheld(groups[i]);
    return { cells: keep(last ? hide(row) : row), last };
  });
  const all = new Set(groups.flatMap((group) => [...group]));
  const whole = is.withheld(all);
  const changed = whole || rows.some(({ last }) => last) ||
    kept.includes(false) && labels.length > 0;
  if (!changed) return grid;
  const columns = keep(grid.columns);
  const sums = sumsOf.map(({ after, cells }): Sum => ({
    after,
    cells: keep(whole ? cells.map((cell, at) => (open(at) || cell === "" ? cell : MARK)) : cells),
  }));
  return noted({
    columns,
    rows: lastInOrder(columns, rows),
    ...(sums.length > 0 ? { sums } : {}),
  });
}

/** Rows of which all is told as they were, then the others by name: a place in order tells too. */
function lastInOrder(
  columns: readonly string[],
  rows: readonly { readonly cells: readonly Cell[]; readonly last: boolean }[],
): Cell[][] {
  const ranked = columns[0] === "序号" ? 1 : 0;
  const name = ({ cells }: (typeof rows)[number]) => JSON.stringify(cells.slice(ranked));
  const [first, last] = [rows.filter((row) => !row.last), rows.filter((row) => row.last)];
  const order = [...first, ...last.toSorted((a, b) => (name(a) < name(b) ? -1 : 1))];
  return order.map(({ cells }, i) => (ranked === 1 ? [i + 1, ...cells.slice(1)] : [...cells]));
}

/** Whether a cell tells a number: a count, a share, a bound, an interval. */
function isNumber(cell: Cell): boolean {
  return typeof cell === "number" ||
    (typeof cell === "string" && /^[-<>≤≥]?\d+(\.\d+)?%?(–\d+(\.\d+)?%?)?$/.test(cell));
}

/** A note that says what the mark stands for. */
function noteOf(note: string | null, fewest: number, unit = "人"): string {
  const mark = `${MARK} 不足 ${fewest} ${unit}，或由合计能推出不足 ${fewest} ${unit}的组，不列。`;
  return note === null ? mark : `${note.replace(/。?$/, "。")}${mark}`;
}
