/**
 * The house's tables: Arquero's, with its verbs and its documentation, that take ordinary functions
 * and know their columns. Two things hold of every frame that Arquero leaves open: rows that were
 * filtered out are gone and sorted rows have moved, so that a column is what one sees of it; and what
 * Arquero leaves undefined is null.
 */
import * as aq from "arquero";
import { Coded, grouped, perCombination, type Several, tallied } from "./codes.ts";
import {
  type Column,
  gathered,
  known,
  passing,
  type Rows,
  rowsAt,
  taken,
  unknownColumn,
} from "./column.ts";
import { expressionIn, functionIn, isOperation, namedIn, wrapped } from "./expression.ts";
import { byKeys, byTest, isUnknown, type Matches, type Outer, pairs } from "./match.ts";
import { byName, eachGroup, eachRow, type Ground } from "./op.ts";
import { isPure } from "./pure.ts";
import { type Viewer, viewer } from "./row.ts";
import type * as verbs from "./verbs.ts";

export { op } from "./op.ts";
export { pure } from "./pure.ts";
export type { Key, With } from "./verbs.ts";

/** An immutable table of rows `R`, grouped by the columns `G` if at all. */
export type Frame<R extends object, G extends object = verbs.Nothing> = verbs.Frame<R, G>;

/** Sorts by a column or a function, largest first. */
export function desc<const K extends string | object>(key: K): verbs.Descending<K> {
  return aq.desc(key) as never;
}

/**
 * Lets a function's ops look at the rows around each row, e.g. `rolling(d => op.mean(d.人数), [-2, 0])`.
 * Only a frame's verbs can run what is returned.
 *
 * @param fn the function
 * @param frame how many rows before and after belong to it; all before unless said
 * @param peers whether rows that sort alike belong to it too
 */
export function rolling<R, V>(
  fn: verbs.Of<R, V>,
  frame?: readonly [number, number],
  peers?: boolean,
): verbs.Of<R, V> {
  return aq.rolling(fn, frame && [...frame], peers) as never;
}

/**
 * Says that each row of a frame tells of one person. So does each row of what is made of it, which is
 * therefore not displayed row by row, until rows are rolled up (`rollup`, `count`, `pivot`).
 */
export function ofPersons<R extends object>(frame: Frame<R>): Frame<R> {
  const marked = (frame as unknown as ArqueroFrame).create();
  marked.ofPersons = true;
  return marked as never;
}

/** How a frame is displayed by Jupyter: one entry a format. */
export type Display = (frame: Frame<object>) => Readonly<Record<string, string>>;

let display: Display = (frame) => ({
  "text/plain": `${frame.size} 行：${frame.names.join("、")}`,
});

/** Says how frames are displayed; until then only their columns and their number of rows are. */
export function displayFrames(by: Display): void {
  display = by;
}

type Create = NonNullable<Parameters<aq.ColumnTable["create"]>[0]>;
type Comparator = ReturnType<aq.ColumnTable["comparator"]>;
type Groups = ReturnType<aq.ColumnTable["groups"]>;
/** A comparison of rows that have been sorted already, and where each stood before. */
type Sorted = Comparator & { readonly places: readonly number[] };
type Columns = Map<string, Column>;

/** From how many rows on a function may be worth asking whether rows that are alike need it once. */
const MANY = 200;

/** Marks columns that stand in a table only while a verb works; no file can have such a name. */
const LENT = "\0";

class ArqueroFrame extends aq.ColumnTable {
  #view: Viewer | undefined;
  /** Whether each row tells of one person; what is made of such rows does too, until it is rolled up. */
  ofPersons = false;

  get names(): string[] {
    return this.columnNames();
  }

  override column(name: string): unknown[] {
    return [...stored(this, name)];
  }

  override array(name: string, type?: { from(values: unknown[]): unknown }): never {
    const values = this.column(name);
    return (type === undefined || Object.is(type, Array) ? values : type.from(values)) as never;
  }

  override getter(name: string): (row: number) => unknown {
    const column = stored(this, name);
    return (row) => column.at(row);
  }

  override get(name: string, row = 0): unknown {
    return stored(this, name).at(row);
  }

  rows(): object[] {
    return this.objects();
  }

  only(): object {
    if (this.numRows() !== 1) {
      throw new RangeError(`Expected exactly one row: there are ${this.numRows()}`);
    }
    return this.object(0);
  }

  override object(row = 0): object {
    return { ...this.#viewer()(row) };
  }

  override *[Symbol.iterator](): Generator<object> {
    for (let at = 0; at < this.numRows(); at++) yield this.object(at);
  }

  override objects(options: object = {}): object[] {
    return this.#arquero((bare) => super.objects.call(bare, options));
  }

  override print(): this {
    console.log(display(this as never)["text/plain"]);
    return this;
  }

  [Symbol.for("Jupyter.display")](): Readonly<Record<string, string>> {
    return display(this as never);
  }

  [Symbol.for("Deno.customInspect")](): string | undefined {
    return display(this as never)["text/plain"];
  }

  // --- Columns ---

  override derive(values: object, options: Parameters<aq.ColumnTable["derive"]>[1] = {}): this {
    const made = namedIn(values).map(([name, value]) => [name, this.#computed(value)] as const);
    if (options.drop) return this.create(columnsOf(made));
    const derived = this.#with(made);
    if (options.before === undefined && options.after === undefined) return derived;
    return derived.relocate(
      made.flatMap(([name]) => this.names.includes(name) ? [] : name),
      options,
    );
  }

  override assign(...others: object[]): this {
    return this.#arquero((bare) => super.assign.apply(bare, others as never)).#settled()
      .#madeOf(this, ...framesIn(others));
  }

  override select(...columns: unknown[]): this {
    this.#require(columns);
    return this.#arquero((bare) => super.select.apply(bare, columns as never));
  }

  override rename(...columns: unknown[]): this {
    const names = new Map(
      columns.flat().flatMap((one) => namedIn(typeof one === "function" ? one(this) : one)),
    );
    this.#require([...names.keys()]);
    this.#requireFree([...names.values()], this.names.filter((name) => !names.has(name)));
    return this.#arquero((bare) => super.rename.call(bare, names as never));
  }

  override relocate(columns: unknown, anchor: object): this {
    this.#require([columns, ...Object.values(anchor)]);
    return this.#arquero((bare) => super.relocate.call(bare, columns as never, anchor));
  }

  override impute(values: object, options: { readonly expand?: unknown } = {}): this {
    const [table, list] = this.#lend(options.expand ?? []);
    const all = list.length === 0 ? this : table
      .#arquero((bare) => super.impute.call(bare, {}, { expand: list as never }))
      .#without(table.names).#settled();
    return all.#with(
      namedIn(values).map(([name, value]) => {
        const column = all.column(name);
        const otherwise = all.#computed(value);
        return [name, column.map((one, at) => isUnknown(one) ? otherwise.at(at) : one)];
      }),
    );
  }

  // --- Rows ---

  override filter(test: unknown): this {
    return this.#take(passing(this.#computed(test)));
  }

  override orderby(...keys: unknown[]): this {
    const columns: Record<string, unknown[]> = {};
    const order = keys.flat().flatMap((key) => this.#orders(key)).map(({ values, like }, i) => {
      columns[i] = values;
      return like(String(i));
    });
    if (order.length === 0) return this;
    const sorted = new aq.ColumnTable(columns, Object.keys(columns)).orderby(...order as never[]);
    return this.create({ order: sorted.comparator() });
  }

  override unorder(): this {
    const places = placesOf(this.comparator());
    if (places === undefined) return this;
    const before = [...places.keys()].sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
    return this.#arquero((bare) => super.reify.call(bare, before));
  }

  override slice(start?: number, end?: number): this {
    return this.#arquero((bare) => super.slice.call(bare, start, end));
  }

  override sample(size: unknown, options: { readonly weight?: unknown } = {}): this {
    const lent: [string, Column][] = [];
    const lend = (name: string, column: Column) => {
      lent.push([LENT + name, column]);
      return LENT + name;
    };
    const [many, heavy] = [functionIn(size), functionIn(options.weight)];
    const number = many === undefined
      ? size
      : byName("any", lend("size", this.#spread(eachGroup(many, this.#ground(), "sample"))));
    const weight = heavy === undefined
      ? options.weight
      : lend("weight", eachRow(heavy, this.#ground()));
    const table = this.#with(lent);
    return table
      .#arquero((bare) => super.sample.call(bare, number as never, { ...options, weight } as never))
      .#without(table.names);
  }

  override dedupe(...keys: unknown[]): this {
    const flat = keys.flat();
    const groups = this.groupby(...flat.length === 0 ? this.names : flat).groups();
    return this.create(PLAIN).#take(rowsAt(groups?.rows ?? []));
  }

  // --- Groups ---

  override groupby(...keys: unknown[]): this {
    const columns = this.#listed(keys.flat());
    return this.create({ groups: groupsOf([...columns.values()], [...columns.keys()]) });
  }

  override rollup(values: object = {}): this {
    const entries = namedIn(values);
    const expressions = entries.filter(([, value]) => functionIn(value) === undefined)
      .map(([name, value]) => [name, expressionIn(value)] as const);
    const rolled = this.#arquero((bare) => super.rollup.call(bare, new Map(expressions) as never));
    const groups = this.groups();
    const made = entries.map(([name, value]): [string, Column] => {
      const fn = functionIn(value);
      if (fn !== undefined) return [name, known(eachGroup(fn, this.#ground(), name))];
      // Where there are no groups, Arquero computes a value of nothing all the same.
      return [name, groups?.size === 0 ? [] : known(stored(rolled, name))];
    });
    const keys = (groups?.names ?? []).map((
      name,
    ): [string, Column] => [name, stored(rolled, name)]);
    return rolled.create(columnsOf([...keys, ...made])).#madeOf();
  }

  override count(by: unknown = {}, as = "count"): this {
    if (Array.isArray(by)) {
      const columns = this.#listed(by);
      const codes = codesOf([...columns.values()]);
      if (codes === undefined) return this.groupby(...by).count({ as });
      const { rows, counts } = tallied(codes);
      const keys = [...columns].map(([name, column]) => [name, gathered(column, rows)] as const);
      return this.create({ ...columnsOf([...keys, [as, counts]]), ...PLAIN }).#madeOf();
    }
    const { as: name = as } = by as { readonly as?: string };
    return this.rollup({ [name]: byName("count") });
  }

  override fold(values: unknown, options?: object): this {
    const [table, list] = this.#lend(values);
    return table.#arquero((bare) => super.fold.call(bare, list as never, options))
      .#without(table.names);
  }

  override unroll(values: unknown, options: { readonly drop?: unknown } = {}): this {
    const [table, list] = this.#lend(values);
    this.#require([options.drop ?? []]);
    return table.#arquero((bare) => super.unroll.call(bare, list as never, options as never))
      .#without(table.names).#settled();
  }

  override spread(values: unknown, options?: object): this {
    const [table, list] = this.#lend(values);
    return table.#arquero((bare) => super.spread.call(bare, list as never, options))
      .#without(table.names).#settled();
  }

  override pivot(keys: unknown, values: unknown, options?: object): this {
    const across = this.#listed([keys].flat());
    for (const [name, column] of across) {
      const unknown = [...column].filter(isUnknown).length;
      if (unknown > 0) {
        throw new RangeError(
          `pivot 会丢掉 ${unknown} 行：它们的“${name}”未知；请先用 filter 去掉，或用 derive 给它一个名称`,
        );
      }
    }
    const groups = this.groups();
    const cells = groupsOf([...groups === null ? [] : [groups.keys], ...across.values()]);
    const lent = [...across.values()].map((column, i): [string, Column] => [LENT + i, column]);
    const keyNames = lent.map(([name]) => name);
    const down = [values].flat().flatMap((value) =>
      typeof value === "object"
        ? namedIn(value)
        : [...this.#listed([value]).keys()].map((name) => [name, aq.field(name)] as const)
    ).map(([name, value]) => {
      const fn = functionIn(value);
      if (fn === undefined) return [name, expressionIn(value)] as const;
      const inCell = eachGroup(fn, this.#ground(cells), name);
      lent.push([LENT + name, this.#spread(inCell, cells)]);
      return [name, byName("any", LENT + name)] as const;
    });
    return this.#with(lent)
      .#arquero((bare) => super.pivot.call(bare, keyNames, new Map(down) as never, options))
      .#settled().#madeOf();
  }

  // --- Other tables ---

  override lookup(other: unknown, on?: unknown, ...values: never[]): this {
    const right = frameIn(other);
    const [keys, others] = this.#keys(right, on);
    const columns = right.#listedKeys(others);
    const matches = byKeys(this.#listedKeys(keys), columns);
    const wanted = right.#listed(
      values.length === 0 ? right.names.filter((name) => !others.includes(name)) : values.flat(),
    );
    this.#requireFree([...wanted.keys()], this.names);
    const repeated = byKeys(columns, columns);
    for (let at = 0; at < right.numRows(); at++) {
      if (repeated(at).length < 2) continue;
      const key = columns.map((column) => String(column.at(at))).join("、");
      throw new RangeError(
        `Cannot look up by ${keys.map(String).join(", ")}: "${key}" stands twice`,
      );
    }
    const found: number[] = [];
    for (let at = 0; at < this.numRows(); at++) found.push(matches(at)[0] ?? -1);
    return this.#with(
      [...wanted].map(([name, column]) => [name, gathered(column, found)] as const),
    ).#madeOf(this, right);
  }

  override join(
    other: unknown,
    on?: unknown,
    values?: unknown,
    options: Outer & { readonly suffix?: readonly string[] } = {},
  ): this {
    const right = frameIn(other);
    const matches = this.#matches(right, on);
    const found = pairs(matches, { left: this.numRows(), right: right.numRows() }, options);
    const take = (frame: ArqueroFrame, rows: readonly number[], names: unknown): Columns =>
      new Map([...frame.#listed([names].flat())].map(([name, c]) => [name, gathered(c, rows)]));
    const both = (named: unknown) =>
      namedIn(named).map(([name, fn]) => {
        if (typeof fn !== "function") {
          throw new TypeError(`join 的“${name}”要一个函数 (左, 右) => 值`);
        }
        const value = (_: unknown, at: number) =>
          fn(this.#seen(found.left[at]), right.#seen(found.right[at]));
        return [name, known(found.left.map(value))] as const;
      });
    if (values !== undefined && values !== null && !Array.isArray(values)) {
      return this.create({ ...columnsOf(both(values)), ...PLAIN }).#madeOf(this, right);
    }
    const shared = typeof on === "function" ? [] : this.#shared(right, on);
    const rest = (frame: ArqueroFrame) => frame.names.filter((name) => !shared.includes(name));
    const [ofLeft, ofRight = [], ofBoth = {}] = values ??
      (options.right && !options.left ? [rest(this), right.names] : [this.names, rest(right)]);
    const lefts = take(this, found.left, ofLeft);
    const rights = take(right, found.right, ofRight);
    if (options.left && options.right && (values === undefined || values === null)) {
      for (const name of shared) {
        const [l, r] = [lefts.get(name), gathered(stored(right, name), found.right)];
        lefts.set(name, r.map((value, at) => l?.at(at) ?? value));
      }
    }
    const [one = "_1", two = "_2"] = options.suffix ?? [];
    const apart = (columns: Columns, others: Columns, suffix: string) =>
      [...columns].map(([name, column]) =>
        [others.has(name) ? name + suffix : name, column] as const
      );
    const columns = [...apart(lefts, rights, one), ...apart(rights, lefts, two), ...both(ofBoth)];
    return this.create({ ...columnsOf(columns), ...PLAIN }).#madeOf(this, right);
  }

  override join_left(other: unknown, on?: unknown, values?: unknown, options?: object): this {
    return this.join(other, on, values, { ...options, left: true, right: false });
  }

  override join_right(other: unknown, on?: unknown, values?: unknown, options?: object): this {
    return this.join(other, on, values, { ...options, left: false, right: true });
  }

  override join_full(other: unknown, on?: unknown, values?: unknown, options?: object): this {
    return this.join(other, on, values, { ...options, left: true, right: true });
  }

  override cross(other: unknown, values?: unknown, options?: object): this {
    return this.join(other, () => true, values, { ...options, left: true, right: true });
  }

  override semijoin(other: unknown, on?: unknown): this {
    const matches = this.#matches(frameIn(other), on);
    return this.#keep((at) => matches(at).length > 0);
  }

  override antijoin(other: unknown, on?: unknown): this {
    const matches = this.#matches(frameIn(other), on);
    return this.#keep((at) => matches(at).length === 0);
  }

  override concat(...others: unknown[]): this {
    return this.#arquero((bare) => super.concat.apply(bare, this.#alike(others)))
      .#madeOf(this, ...framesIn(others));
  }

  override union(...others: unknown[]): this {
    return this.#arquero((bare) => super.union.apply(bare, this.#alike(others)))
      .#madeOf(this, ...framesIn(others));
  }

  override intersect(...others: unknown[]): this {
    return this.#arquero((bare) => super.intersect.apply(bare, this.#alike(others)))
      .#madeOf(this, ...framesIn(others));
  }

  override except(...others: unknown[]): this {
    return this.#arquero((bare) => super.except.apply(bare, this.#alike(others)))
      .#madeOf(this, ...framesIn(others));
  }

  // --- What the verbs are made of ---

  /** Every verb of Arquero makes its table here. */
  override create(options: Create = {}): this {
    const made = super.create(options);
    made.ofPersons = this.ofPersons;
    if (!options.filter && !options.order) return made;
    // A mask or an order over rows that stay where they are: let the rows follow it.
    return made.#take(
      rowsAt(made.indices()),
      made.comparator() ?? undefined,
      placesOf(this.comparator()),
    );
  }

  /** The rows that pass a test of their position. */
  #keep(test: (at: number) => unknown): this {
    const kept: number[] = [];
    for (let at = 0; at < this.numRows(); at++) if (test(at)) kept.push(at);
    return this.#take(rowsAt(kept));
  }

  /** Some of the rows, in their order. */
  #take(
    rows: Rows,
    order: Comparator | undefined = this.comparator() ?? undefined,
    places = placesOf(order),
  ): this {
    const made = this.create({
      ...columnsOf(this.#all().map(([name, column]) => [name, taken(column, rows)])),
      ...PLAIN,
      groups: this.#regrouped(rows),
    });
    if (order === undefined) return made;
    const { positions } = rows;
    const compare = (a: number, b: number) => order(positions[a] ?? 0, positions[b] ?? 0, {});
    const sorted = super.create.call(made, {
      order: Object.assign(compare, {
        places: Array.from(positions, (row) => places?.[row] ?? row),
      }),
    });
    return sorted.#madeOf(this);
  }

  /** A frame that was just made, told whose rows it was made of; none where rows were rolled up. */
  #madeOf(...sources: readonly ArqueroFrame[]): this {
    this.ofPersons = sources.some((one) => one.ofPersons);
    return this;
  }

  /** The groups of some rows. */
  #regrouped(rows: Rows): Groups {
    if (this.groups() === null) return null as never;
    const bare = super.create({ data: {}, names: [], order: null as never });
    return this.#arquero(() => super.reify.call(bare, Array.from(rows.positions))).groups();
  }

  /**
   * Runs Arquero's own code on this frame as that code is to see it: a column is the column itself,
   * not a copy.
   */
  #arquero<T>(verb: (bare: this) => T): T {
    const bare = Object.create(this, { column: { value: (name: string) => stored(this, name) } });
    const made = verb(bare);
    return Object.is(made, bare) ? this as never : made;
  }

  /** With null for what Arquero left undefined. */
  #settled(): this {
    return this.create(columnsOf(this.#all().map(([name, column]) => [name, known(column)])));
  }

  #all(): [string, Column][] {
    return this.names.map((name) => [name, stored(this, name)]);
  }

  /** A frame of the same rows and groups with some columns more. */
  #with(made: readonly (readonly [string, Column])[]): this {
    return this.create(columnsOf([...this.#all(), ...made]));
  }

  /** Without what was lent to a table of these names. */
  #without(names: readonly string[]): this {
    const lent = names.filter((name) => name.startsWith(LENT));
    return lent.length === 0
      ? this
      : this.select(this.names.filter((name) => !lent.includes(name)));
  }

  #ground(groups: Groups = this.groups()): Ground {
    const params = this.params();
    return {
      size: this.numRows(),
      view: this.#viewer(),
      groups,
      order: this.comparator(),
      second: params === undefined ? (at) => at : () => params,
    };
  }

  #viewer(): Viewer {
    return this.#view ??= viewer(new Map(this.#all()));
  }

  /** A row as a join's functions see it; a row that is not there has nothing that is known. */
  #seen(at = -1): object {
    if (at >= 0) return this.#viewer()(at);
    return viewer(new Map(this.names.map((name) => [name, [null]])))(0);
  }

  /** What an expression gives each row: a function, an op by name, or Arquero's text. */
  #computed(expression: unknown): Column {
    const fn = functionIn(expression);
    if (fn !== undefined) {
      const alike = this.numRows() >= MANY && isPure(fn)
        ? perCombination((row) => fn(row, undefined), new Map(this.#all()))
        : undefined;
      return alike ?? known(eachRow(fn, this.#ground(), wrapped(expression).window));
    }
    const value = { value: expressionIn(expression) } as never;
    const made = this.#arquero((bare) => super.derive.call(bare, value, { drop: true }));
    return known(stored(made, "value"));
  }

  /** What each group has, for each row of it. */
  #spread(values: readonly unknown[], groups: Groups = this.groups()): unknown[] {
    if (groups === null) return Array(this.numRows()).fill(values[0]);
    return Array.from(groups.keys, (group) => values[group]);
  }

  /** Columns as Arquero lets one list them: names, positions, helpers, and named expressions. */
  #listed(list: readonly unknown[]): Columns {
    return new Map(list.flatMap((one): [string, Column][] => {
      if (typeof one === "number") return this.#columnsAt([this.columnName(one) ?? String(one)]);
      if (typeof one === "string") return this.#columnsAt([one]);
      this.#require([one]);
      if (typeof one === "function") {
        const found: unknown = one(this);
        return this.#columnsAt(Array.isArray(found) ? found : namedIn(found).map(([name]) => name));
      }
      return namedIn(one).map(([name, value]) => [name, this.#computed(value)]);
    }));
  }

  #columnsAt(names: readonly string[]): [string, Column][] {
    return names.map((name) => [name, stored(this, name)]);
  }

  /** A table that has the listed columns too, and how to name them to Arquero. */
  #lend(values: unknown): [table: this, list: unknown[]] {
    const listed = [...this.#listed([values].flat())];
    const own = ([name, column]: readonly [string, Column]) =>
      this.names.includes(name) && stored(this, name) === column;
    const lent = listed.filter((one) => !own(one));
    return [
      this.#with(lent.map(([name, column]) => [LENT + name, column])),
      listed.map((one) => own(one) ? one[0] : { [one[0]]: aq.field(LENT + one[0]) }),
    ];
  }

  /** What one key sorts by, and how: `like` says it of a column by its name. */
  #orders(key: unknown): { values: unknown[]; like: (name: string) => unknown }[] {
    const { expr = key, desc, collate } = wrapped(key);
    const like = (name: string) => {
      const sorted = desc ? aq.desc(name) : name;
      return collate === undefined ? sorted : aq.collate(sorted as never, collate);
    };
    const isName = typeof expr === "string" || typeof expr === "number";
    if (!isName && typeof expr === "object" && !isOperation(expr)) {
      return namedIn(expr).flatMap(([, value]) => this.#orders(value));
    }
    const column = isName ? [...this.#listed([expr]).values()][0] ?? [] : this.#computed(expr);
    // Arquero compares objects by `<` alone, which leaves an unknown share (NaN) anywhere.
    const values = [...column].map((value) => typeof value === "object" ? value?.valueOf() : value);
    return [{ values, like }];
  }

  #matches(right: ArqueroFrame, on: unknown): Matches {
    if (typeof on === "function") {
      return byTest((l, r) => on(this.#seen(l), right.#seen(r)), right.numRows());
    }
    const [keys, others] = this.#keys(right, on);
    return byKeys(this.#listedKeys(keys), right.#listedKeys(others));
  }

  /** The keys of both tables, as many of one as of the other. */
  #keys(right: ArqueroFrame, on: unknown): [unknown[], unknown[]] {
    const shared = this.names.filter((name) => right.names.includes(name));
    const [one, other = one] = Array.isArray(on) ? on : [on ?? shared];
    const [keys, others] = [[one].flat(), [other].flat()];
    if (keys.length === 0 || keys.length !== others.length) {
      throw new TypeError(
        keys.length === 0
          ? `两个表没有同名的列；左表：${this.names.join("、")}；右表：${right.names.join("、")}`
          : `两个表的键要一样多，现在是 ${keys.length} 和 ${others.length}`,
      );
    }
    return [keys, others];
  }

  /** The columns that both keys name, which stand once in what is joined. */
  #shared(right: ArqueroFrame, on: unknown): string[] {
    const [keys, others] = this.#keys(right, on);
    return keys.flatMap((key, i) => (typeof key === "string" && key === others[i] ? key : []));
  }

  #listedKeys(keys: readonly unknown[]): Column[] {
    return keys.flatMap((key): Column[] =>
      typeof key === "function" ? [this.#computed(key)] : [...this.#listed([key]).values()]
    );
  }

  /** Other tables that have this one's columns. */
  #alike(others: readonly unknown[]): never[] {
    return others.flat().map((other) => {
      const frame = frameIn(other);
      frame.#require(this.names);
      return frame as never;
    });
  }

  /** Refuses names of columns that are not there, wherever Arquero takes names. */
  #require(columns: readonly unknown[]): void {
    for (const column of columns) {
      if (typeof column === "string") stored(this, column);
      else if (Array.isArray(column)) this.#require(column);
      else if (typeof column === "function" && "toObject" in column) {
        // One of Arquero's helpers, e.g. `not("学号")`: a misspelt name would leave the column in.
        const { not = [], range = [] } = (column.toObject as () => Record<string, unknown[]>)();
        this.#require(not.flatMap((one) => typeof one === "object" ? [] : [one]));
        this.#require(range);
      }
    }
  }

  #requireFree(names: readonly unknown[], taken: readonly string[]): void {
    const clash = names.find((name) => typeof name === "string" && taken.includes(name));
    if (clash !== undefined) throw new TypeError(`“${clash}”列已经有了；请先改名或去掉一列`);
  }
}

/** Neither mask, groups nor order. */
const PLAIN = { filter: null, groups: null, order: null } as unknown as Create;

/** Columns as Arquero's tables are made of them; a later one replaces an earlier of its name. */
function columnsOf(columns: readonly (readonly [string, Column])[]): Create {
  const named = new Map(columns);
  return {
    data: Object.fromEntries(named) as NonNullable<Create["data"]>,
    names: [...named.keys()],
  };
}

/** Rows grouped by the values of some columns. */
function groupsOf(columns: readonly Column[], names = columns.map((_, i) => String(i))): Groups {
  const codes = codesOf(columns);
  if (codes !== undefined) return grouped(codes, names) as Groups;
  const data = Object.fromEntries(names.map((name, i) => [name, columns[i]]));
  return new aq.ColumnTable(data as never, names).groupby(...names).groups();
}

/** Columns on codes, if all can be and there are any. */
function codesOf(columns: readonly Column[]): Several | undefined {
  const [first, ...others] = columns.map(Coded.of).filter((one) => one !== undefined);
  const all = others.length + 1 === columns.length;
  return first !== undefined && all ? [first, ...others] : undefined;
}

/** A column itself. @throws {TypeError} if there is none of that name */
function stored(table: aq.Table, name: string): Column {
  const columns = table.data();
  const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
  if (column === undefined) throw unknownColumn(name, table.columnNames());
  return column;
}

function placesOf(order: Comparator | null | undefined): readonly number[] | undefined {
  return (order as Partial<Sorted> | null | undefined)?.places;
}

function frameIn(other: unknown): ArqueroFrame {
  if (other instanceof ArqueroFrame) return other;
  if (other instanceof aq.Table) return new ArqueroFrame(other.reify().data(), other.columnNames());
  throw new TypeError("这里要一个表");
}

/** Those of some tables, or of lists of them, that are frames. */
function framesIn(tables: readonly unknown[]): ArqueroFrame[] {
  return tables.flat().filter((one) => one instanceof ArqueroFrame);
}

function frameOf(columns: readonly (readonly [string, Column])[]): ArqueroFrame {
  const { data = {}, names } = columnsOf(columns.map(([name, column]) => [name, known(column)]));
  return new ArqueroFrame(data, [...names ?? []]);
}

/** Arquero's tables as the type checker is to see them. */
export const Frame = Object.assign(ArqueroFrame, {
  fromColumns(
    columns: Readonly<Record<string, Column>>,
    names: readonly string[] = Object.keys(columns),
  ): ArqueroFrame {
    const lengths = new Set(names.map((name) => columns[name]?.length));
    if (lengths.size > 1) {
      throw new RangeError(`Cannot make a frame: columns differ in length (${[...lengths]})`);
    }
    return frameOf(names.map((name) => [name, columns[name] ?? []]));
  },
  fromRows(
    rows: readonly Readonly<Record<string, unknown>>[],
    names: readonly string[],
  ): ArqueroFrame {
    return frameOf(names.map((name) => [name, rows.map((row) => row[name])]));
  },
}) as unknown as verbs.FrameMaker;
