/** What a report of a made-up school lets out about groups that it does not tell of. */
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { DOMParser } from "linkedom";
import { join } from "node:path";
import { MARK } from "lib/document/disclosure.ts";
import { openRecords } from "lib/edition/records.ts";
import { readFacts } from "lib/edition/published.ts";
import { specialGroups } from "lib/edition/groups.ts";
import { type Edition, readEdition } from "lib/edition/settings.ts";
import { majorsApart } from "lib/measures/majors.ts";
import { compose } from "lib/publish/composed.ts";
import { writeWorkbook } from "lib/publish/excel/workbook.ts";
import { chapterNames } from "lib/publish/jupyter/chapters.ts";
import { runInProcess } from "lib/publish/jupyter/in_process.ts";
import { readNotebook } from "lib/publish/jupyter/notebook.ts";
import { reportFiles } from "lib/publish/report.ts";
import { writeWord } from "lib/publish/word/document.ts";
import { editionFolder, root } from "lib/workspace.ts";
import { elementsOf, partsOf, readPart } from "../publish/office_parts.ts";
import { environment, temporaryData } from "../temporary_data.ts";
import { anyEdition } from "./arbitrary.ts";
import { infer, type Told } from "./attack.ts";
import { college } from "./college.ts";
import { csv, type MadeUp } from "./files.ts";
import { picker } from "./pick.ts";

const OUTCOMES = ["就业", "升学", "未就业"] as const;

/** A college of 160 with two majors and a special group of very few. */
function school(): MadeUp {
  const pick = picker(5);
  const majors = [
    ["护理系", "医药卫生大类", "护理", 60],
    ["护理系", "医药卫生大类", "助产", 20],
    ["护理系", "医药卫生大类", "康复治疗技术", 3],
    ["商学院", "财经商贸大类", "会计", 40],
    ["商学院", "财经商贸大类", "金融", 12],
    ["商学院", "财经商贸大类", "统计", 2],
    ["艺术系", "文化艺术大类", "音乐表演", 23],
  ] as const;
  const records = majors.flatMap(([院系, 专业大类, 专业, count]) =>
    Array.from({ length: count }, (_, i) => {
      const 毕业去向 = pick.of([["签就业协议形式就业", 5], ["自主创业", 1], ["升学", 3], [
        "待就业",
        3,
      ]]);
      const works = !["升学", "待就业"].includes(毕业去向);
      return {
        性别: pick.chance(0.6) ? "女" : "男",
        学历: "高职（专科）",
        院系,
        专业大类,
        专业,
        生源地: pick.of([["山东省", 30], ["河南省", 3], ["河北省", 1]]),
        残疾: i % 29 === 1 ? "是" : "否",
        毕业去向,
        单位行业: works ? pick.of([["教育", 3], ["制造业", 2]]) : "",
        就业省份: works ? pick.of([["山东省", 5], ["浙江省", 1]]) : "",
        月收入: works ? String(3000 + pick.below(4000)) : "",
      };
    })
  ).map((one, i) => ({ 学号: `W${i + 1}`, ...one }));
  return {
    year: 2030,
    home: "山东省",
    files: {
      "2030/edition.json": JSON.stringify({
        year: 2030,
        school: "示例职业学院",
        asOf: "2030-08-31",
        homeProvince: "山东省",
        groups: [{ name: "残疾毕业生", test: "残疾=是" }],
      }),
      "2030/graduates.csv": csv(Object.keys(records[0] ?? {}), records),
    },
  };
}

/** The same edition, with a threshold. */
function withDisclosure({ files, ...made }: MadeUp, disclosure: number): MadeUp {
  const path = `${made.year}/edition.json`;
  const settings = JSON.stringify({ ...JSON.parse(files[path] ?? "{}"), disclosure });
  return { ...made, files: { ...files, [path]: settings } };
}

/** A table as somebody reads it, wherever it stands. */
interface Read {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** What is published of an edition. */
interface Published {
  readonly edition: Edition;
  readonly pages: ReadonlyMap<string, string>;
  /** The tables of each file. */
  readonly tables: ReadonlyMap<string, readonly Read[]>;
  /** The words of each file. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Makes an edition's report, and reads it again. Runs must not overlap. */
async function publish({ year, files }: MadeUp, office = true): Promise<Published> {
  using _ = temporaryData(files);
  const restore = environment({ REPORT_YEAR: String(year) });
  try {
    const folder = join(root(), "notebooks");
    const names = office ? chapterNames(folder) : ["01-employment", "02-destinations"];
    const chapters = names
      .map((name) => ({ name, notebook: readNotebook(join(folder, `${name}.ipynb`)) }));
    const sources = [];
    for (const { name } of chapters) {
      sources.push(await runInProcess(join(folder, `${name}.ipynb`)));
    }
    const edition = readEdition(editionFolder(year));
    const facts = readFacts(join(editionFolder(year), "published"));
    const { document, comparison } = compose(edition, facts, sources);
    const pages = reportFiles(edition, chapters, document, comparison);
    const tables = new Map<string, readonly Read[]>();
    const texts = new Map<string, string>();
    for (const [name, text] of pages) {
      if (!name.endsWith(".html")) continue;
      const page = new DOMParser().parseFromString(text, "text/html");
      tables.set(
        name,
        [...page.querySelectorAll("table")].map((table) =>
          gridOf(
            [...table.querySelectorAll("tr")].map((line) =>
              [...line.querySelectorAll("th, td")].map(({ textContent }) => textContent.trim())
            ),
          )
        ),
      );
      for (const code of page.querySelectorAll("pre, style, svg")) code.remove();
      texts.set(name, String(page.body.textContent));
    }
    const { exhibits } = JSON.parse(pages.get("exhibits.json") ?? "{}");
    tables.set(
      "exhibits.json",
      exhibits.map((one: Read & { sums?: { cells: string[] }[] }) => ({
        columns: one.columns,
        rows: [...one.rows, ...(one.sums ?? []).map(({ cells }) => cells)].map((row) =>
          row.map(String)
        ),
      })),
    );
    if (office) {
      const book = partsOf(await writeWorkbook(edition, document.chapters));
      const word = partsOf(await writeWord(edition, document.chapters, { font: null }));
      tables.set("tables.xlsx", sheetsOf(book));
      const text = readPart(word, "word/document.xml");
      tables.set(
        "report.docx",
        elementsOf(text, "w:tbl").map((table) =>
          gridOf(
            elementsOf(table, "w:tr").map((row) =>
              elementsOf(row, "w:tc").map(({ textContent }) => textContent.trim())
            ),
          )
        ),
      );
      texts.set(
        "report.docx",
        elementsOf(text, "w:p").map(({ textContent }) => textContent).join("\n"),
      );
    }
    return { edition, pages, tables, texts };
  } finally {
    restore();
  }
}

/** The lines of a table; of a head of two lines the lower one is put in its places. */
function gridOf(lines: readonly (readonly string[])[]): Read {
  const head = lines.findIndex((line) => line.includes("生源人数"));
  const top = lines[head] ?? lines[0] ?? [];
  const parts = ["就业", "升学"];
  const isSplit = lines[head + 1]?.filter((text) => text !== "")[0] === parts[0];
  const columns = top.flatMap((name) => (isSplit && name === "毕业去向落实人数" ? parts : [name]));
  return { columns, rows: lines.filter((line) => line.length === columns.length) };
}

/** The sheets of a workbook as texts; its strings stand in a list of their own. */
function sheetsOf(parts: ReadonlyMap<string, string>): Read[] {
  const strings = parts.has("xl/sharedStrings.xml")
    ? elementsOf(readPart(parts, "xl/sharedStrings.xml"), "si").map(({ textContent }) =>
      textContent
    )
    : [];
  return [...parts.keys()].filter((path) => /worksheets\/sheet\d+\.xml$/.test(path)).map((path) => {
    const rows = elementsOf(readPart(parts, path), "row").map((row) =>
      elementsOf(row, "c").map((cell) =>
        cell.getAttribute("t") === "s" ? strings[Number(cell.textContent)] ?? "" : cell.textContent
      )
    );
    return gridOf(rows);
  });
}

/** Whom a report can speak of, and what became of them. */
function peopleOf({ year, files }: MadeUp) {
  using _ = temporaryData(files);
  const { graduates } = openRecords(editionFolder(year));
  const records = majorsApart(graduates).rows();
  const places = new Map(graduates.column("学号").map((id, i) => [id, i]));
  const groups = new Map<string, Set<number>>();
  for (const column of ["性别", "学历", "院系", "专业大类", "学科门类", "专业名称"] as const) {
    for (const [i, one] of records.entries()) {
      const name = String((one as unknown as Record<string, unknown>)[column] ?? "");
      if (name === "") continue;
      const key = `${column} ${name}`;
      groups.set(key, (groups.get(key) ?? new Set()).add(i));
    }
  }
  const edition = readEdition(editionFolder(year));
  for (const { name, members } of specialGroups(graduates, edition.groups)) {
    const those = members.column("学号").flatMap((id) => places.get(id) ?? []);
    groups.set(`特殊群体 ${name}`, new Set(those));
  }
  return {
    groups,
    sexOf: (i: number) => records[i]?.性别 ?? "",
    records,
    outcomes: graduates.column("去向大类") as readonly string[],
    destinations: new Map(graduates.rows().map((one) => [one.统计类别, one.去向大类])),
  };
}

/**
 * Everything that a reader can put into an equation: each row of each table in which numbers stand
 * beside the name of a group, and each sentence of exhibits.json.
 */
function equations(published: Published, people: ReturnType<typeof peopleOf>): Told[] {
  const { groups, outcomes, destinations } = people;
  const everybody = new Set(outcomes.keys());
  const told: Told[] = [];
  const tell = (group: ReadonlySet<number>, outcome: string, text: string | undefined) => {
    if (text !== undefined && /^\d+$/.test(text)) {
      told.push({ group, outcome, count: Number(text) });
    }
  };
  for (const [file, tables] of published.tables) {
    for (const { columns, rows } of tables) {
      const at = (name: RegExp) => columns.findIndex((column) => name.test(column));
      const size = at(/^(生源人数)$/);
      if (size < 0) continue;
      const [work, study, none, rate, placed] = [
        /(^|·)就业$/,
        /(^|·)升学$/,
        /^未就业(人数)?$/,
        /落实率%?$/,
        /^落实(人数)?$/,
      ].map(at);
      for (const row of rows) {
        // The strongest reader tries all groups of that name and number.
        const labels = row.slice(0, size).filter((text) => !/^\d+$/.test(text) && text !== "");
        const named = [...groups].filter(([key]) => labels.some((one) => key.endsWith(` ${one}`)))
          .map(([, group]) => group);
        const crossed = labels.length === 2
          ? named.flatMap((one) => named.map((other) => one.intersection(other)))
          : named;
        const found = [
          ...crossed,
          ...(labels.length === 0 || labels.includes("合计") ? [everybody] : []),
        ]
          .filter((group) => String(group.size) === row[size]);
        const [group] = found;
        if (group === undefined || found.some((one) => !one.isSubsetOf(group))) continue;
        tell(group, "就业", row[work ?? -1]);
        tell(group, "升学", row[study ?? -1]);
        tell(group, "未就业", row[none ?? -1]);
        const percent = Number(row[rate ?? -1]?.replace("%", "") || NaN);
        // A workbook has the share itself.
        const share = file.endsWith(".xlsx") ? percent : percent / 100;
        if (!Number.isNaN(percent)) {
          told.push({
            group,
            outcome: "未就业",
            count: group.size - Math.round(share * group.size),
          });
        }
        const number = row[placed ?? -1];
        if (number !== undefined && /^\d+$/.test(number)) {
          tell(group, "未就业", String(group.size - Number(number)));
        }
      }
    }
  }
  const { exhibits, statements } = JSON.parse(published.pages.get("exhibits.json") ?? "{}");
  for (const { subject, measure, value } of statements) {
    const group = subject === "毕业生" ? everybody : [...groups].find(([key]) => {
      const name = key.split(" ")[1] ?? "";
      return [name, `${name}生`, `${name}毕业生`].includes(subject);
    })?.[1];
    if (group === undefined) continue;
    if (measure === "就业人数") tell(group, "就业", String(value));
    if (measure === "升学人数") tell(group, "升学", String(value));
    if (measure === "毕业去向落实率") {
      const count = group.size - Math.round(Number(value) / 100 * group.size);
      if (!Number.isNaN(count)) tell(group, "未就业", String(count));
    }
  }
  // A table of where a group went: its lines belong to the three outcomes.
  for (const { base, columns, rows } of exhibits) {
    const group = groups.get(`特殊群体 ${base?.label}`);
    const [name, count] = [columns.indexOf("毕业去向"), columns.indexOf("毕业生人数")];
    if (group === undefined || name < 0 || rows.some((row: string[]) => row[count] === MARK)) {
      continue;
    }
    for (const outcome of OUTCOMES) {
      const lines = rows.filter((row: string[]) => destinations.get(row[name] ?? "") === outcome);
      const sum = lines.reduce((all: number, row: string[]) => all + Number(row[count]), 0);
      tell(group, outcome, String(sum));
    }
  }
  return told;
}

/** Groups of too few people, or marked in a table, of which a number can be inferred. */
function recovered(published: Published, made: MadeUp): string[] {
  const people = peopleOf(made);
  const { outcomes, groups } = people;
  const { disclosure } = published.edition;
  const told = equations(published, people);
  const known = (group: ReadonlySet<number>) =>
    told.some((one) => one.group.size === group.size && one.group.isSubsetOf(group));
  const wanted = [...groups].filter(([, group]) =>
    group.size > 0 && group.size < outcomes.length && (group.size < disclosure || !known(group))
  );
  const intervals = infer(outcomes.length, OUTCOMES, told, wanted.map(([, group]) => group));
  const open = OUTCOMES.map((outcome) => outcomes.includes(outcome) && new Set(outcomes).size > 1);
  return wanted.flatMap(([name], i) =>
    OUTCOMES.flatMap((outcome, o) => {
      const [least, most] = intervals[i]?.[o] ?? [0, 0];
      return open[o] && most - least < 1e-6 ? [`${name}: ${outcome} ${Math.round(most)}`] : [];
    })
  );
}

/** The files in which tables of groups stand. */
const FILES = [
  "01-employment.html",
  "annotated.html",
  "exhibits.json",
  "index.html",
  "report.docx",
  "tables.xlsx",
];

const made = withDisclosure(school(), 5);
const report = await publish(made);

Deno.test("nobody can work out of all files what is withheld", () => {
  assertEquals(recovered(report, made), []);
});

Deno.test("whoever reads a report that withholds nothing works out every small group", async () => {
  const open = school();
  const all = await publish(open);
  const edition = { ...all.edition, disclosure: 5 };
  // Each file alone is enough, or it was not read.
  const pages = new Map([["exhibits.json", '{ "exhibits": [], "statements": [] }']]);
  for (const file of FILES) {
    const tables = new Map([[file, all.tables.get(file) ?? []]]);
    const found = recovered({ ...all, edition, pages, tables }, open);
    const names = new Set(found.map((one) => one.split(":")[0]));
    assertEquals([...names], ["专业名称 康复治疗技术", "专业名称 统计"], file);
  }
});

Deno.test("a withheld row keeps its name and size in every file, with a mark for each number", () => {
  for (const [file, tables] of report.tables) {
    const rows = tables.filter(({ columns }) => columns.some((one) => /(^|·)升学$/.test(one)))
      .flatMap((table) => table.rows.filter((row) => row.includes("统计")));
    if (file === "00-conventions.html" || rows.length === 0) continue;
    for (const row of rows) {
      assertEquals(row.slice(1), ["统计", "2", ...Array(row.length - 3).fill(MARK)], file);
    }
  }
  const files = [...report.tables].filter(([, tables]) =>
    tables.some(({ rows }) => rows.some((row) => row.includes("统计") && row.includes(MARK)))
  );
  assertEquals(files.map(([file]) => file).sort(), FILES);
});

Deno.test("the mark is explained where it stands, and no sentence has it", () => {
  for (const [file, text] of report.texts) {
    if (!/index|annotated|docx/.test(file)) continue;
    assert(text.includes(`${MARK} 不足 5 人`), file);
    assertEquals(text.match(/[^\s]*\*\s*[%％人份，。、；）][^\s]*/g), null, file);
  }
});

Deno.test("withheld groups stand last, in an order that tells nothing", () => {
  const { exhibits } = JSON.parse(report.pages.get("exhibits.json") ?? "{}");
  const { columns, rows } = exhibits.find(({ key }: { key: string }) => key === "专业落实情况");
  const marked = rows.map((row: string[]) => row.includes(MARK));
  assertEquals(marked, marked.toSorted());
  assertEquals(rows.map((row: number[]) => row[0]), rows.map((_: unknown, i: number) => i + 1));
  const names = rows.filter((row: string[]) => row.includes(MARK))
    .map((row: string[]) => row[columns.indexOf("专业名称")]);
  assertEquals(names, names.toSorted());
});

Deno.test("no sentence says who is first, or how many are above, of groups that are not all told", () => {
  const { statements } = JSON.parse(report.pages.get("exhibits.json") ?? "{}");
  const claims = statements.filter(({ key }: { key: string }) => /^专业·毕业去向落实率/.test(key));
  assertEquals(claims, []);
});

Deno.test("nobody can work out what is withheld of random editions", async () => {
  await fc.assert(
    fc.asyncProperty(anyEdition, fc.integer({ min: 2, max: 9 }), async (edition, fewest) => {
      const small = withDisclosure(edition, fewest);
      const published = await publish(small, false);
      assertEquals(recovered(published, small), []);
      for (const [file, text] of published.texts) {
        assertEquals(text.match(/\S*\*\s*[%％]\S*/), null, file);
      }
    }),
    { numRuns: 12 },
  );
});

Deno.test("a threshold of nought, or none, changes no byte of any file", async () => {
  for (const make of [college, school]) {
    const [none, nought] = [
      await publish(make(), false),
      await publish(withDisclosure(make(), 0), false),
    ];
    assertEquals([...nought.pages], [...none.pages]);
    assertEquals([...none.pages.values()].some((text) => text.includes("不足 0 人")), false);
  }
});
