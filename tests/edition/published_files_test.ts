import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { type Facts, readFacts } from "lib/edition/published.ts";
import { publishedFiles } from "lib/edition/published_files.ts";
import { readTitles } from "lib/edition/titles.ts";

const FACTS: Facts = {
  tables: [{
    number: 1,
    key: "专业分布",
    columns: ["专业", "比例%"],
    rows: [["护理，助产", "12.70"], ["会计", "—"]],
  }],
  figures: [{ number: 2, key: "生源地结构", columns: ["生源地"], rows: [["山东省"]] }],
  statements: [
    {
      id: "1-001",
      place: "一",
      subject: "毕业生",
      measure: "人数",
      value: "5",
      unit: "人",
      kind: "exact",
    },
  ],
};
const TITLES = [
  { 图表: "表1", 键: "专业分布", 正文题名: "各专业", 目录题名: "各专业" },
  { 图表: "图2", 键: "生源地结构", 正文题名: "生源地", 目录题名: "生源地" },
];

/** What is read of files once they are written. */
function readAgain(files: ReadonlyMap<string, string>) {
  const edition = Deno.makeTempDirSync();
  try {
    Deno.mkdirSync(join(edition, "published"));
    for (const [name, text] of files) {
      Deno.writeTextFileSync(join(edition, "published", name), text);
    }
    return { facts: readFacts(join(edition, "published")), titles: readTitles(edition) };
  } finally {
    Deno.removeSync(edition, { recursive: true });
  }
}

Deno.test("what is written is what is read", () => {
  assertEquals(readAgain(publishedFiles(FACTS, TITLES)), { facts: FACTS, titles: TITLES });
});

Deno.test("a draft is marked row by row, and the mark is no part of what is printed", () => {
  const files = publishedFiles(FACTS, TITLES, { draft: true });
  assertEquals(files.get("figure-02.csv"), "生源地,校对\n山东省,草稿\n");
  const { facts } = readAgain(files);
  assertEquals(facts.tables[0], {
    number: 1,
    key: "专业分布",
    columns: ["专业", "比例%"],
    rows: [["护理，助产", "12.70"], ["会计", "—"]],
    drafts: new Set([0, 1]),
  });
  assertEquals(facts.statements[0]?.draft, true);
  files.set("table-01.csv", "专业,比例%,校对\n护理,12.70,草稿\n会计,1.00,\n");
  files.set("statements.csv", (files.get("statements.csv") ?? "").replace("草稿", "已对"));
  const half = readAgain(files).facts;
  assertEquals(half.tables[0]?.drafts, new Set([0]));
  assertEquals(half.statements, FACTS.statements);
});
