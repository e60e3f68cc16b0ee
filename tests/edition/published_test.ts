import { assertEquals, assertThrows } from "@std/assert";
import { join } from "node:path";
import { DataError } from "lib/table/faults.ts";
import { readFacts } from "lib/edition/published.ts";

const HEADER = "编号,位置,对象,指标,数值,单位,性质";

/** Runs a check on a temporary folder that holds the given files. */
function withFolder(files: Record<string, string>, check: (folder: string) => void): void {
  const folder = Deno.makeTempDirSync();
  try {
    for (const [name, text] of Object.entries(files)) {
      Deno.writeTextFileSync(join(folder, name), text);
    }
    check(folder);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

/** The faults of a folder as `file:row column found`, without the wording. */
function faultsOf(files: Record<string, string>): string[] {
  let found: string[] = [];
  withFolder(files, (folder) => {
    const error = assertThrows(() => readFacts(folder), DataError);
    found = error.faults.map((fault) =>
      [
        `${fault.file.split("/").at(-1)}:${fault.row ?? "-"}`,
        fault.column ?? "-",
        fault.found ?? "-",
      ].join(" ")
    );
  });
  return found;
}

Deno.test("an edition that was never printed has no facts", () => {
  withFolder({}, (folder) => {
    assertEquals(readFacts(join(folder, "published")), { tables: [], statements: [] });
    assertEquals(readFacts(folder), { tables: [], statements: [] });
  });
});

Deno.test("tables keep their cells as printed and come in the order of their numbers", () => {
  withFolder({
    "table-10.csv": "序号,名称\n1,乙\n",
    "table-02.csv": '\uFEFF名称,比例%\r\n"甲，乙",12.70\r\n',
    "README.md": "说明",
  }, (folder) => {
    assertEquals(readFacts(folder), {
      tables: [
        { number: 2, key: "表2", columns: ["名称", "比例%"], rows: [["甲，乙", "12.70"]] },
        { number: 10, key: "表10", columns: ["序号", "名称"], rows: [["1", "乙"]] },
      ],
      statements: [],
    });
  });
});

Deno.test("a statement keeps its value as printed, whatever the order of the columns", () => {
  withFolder({
    "statements.csv": [
      "性质,编号,位置,对象,指标,数值,单位",
      "exact,1-001,一（三）,毕业生,毕业去向落实率,84.70,%",
      "bound,3-001,三（二）,毕业生,升学率,<8,%",
      "claim,1-002,一（一）2,专业,人数第1位,护理,",
    ].join("\n"),
  }, (folder) => {
    assertEquals(readFacts(folder).statements, [
      {
        id: "1-001",
        place: "一（三）",
        subject: "毕业生",
        measure: "毕业去向落实率",
        value: "84.70",
        unit: "%",
        kind: "exact",
      },
      {
        id: "3-001",
        place: "三（二）",
        subject: "毕业生",
        measure: "升学率",
        value: "<8",
        unit: "%",
        kind: "bound",
      },
      {
        id: "1-002",
        place: "一（一）2",
        subject: "专业",
        measure: "人数第1位",
        value: "护理",
        unit: "",
        kind: "claim",
      },
    ]);
  });
});

Deno.test("all faults of all files are reported together", () => {
  assertEquals(
    faultsOf({
      "table-01.csv": "序号,名称\n1,甲,多\n",
      "table-2.csv": "序号\n1\n",
      "statements.csv": [
        HEADER,
        "1-001,一,毕业生,人数,12,人,exact",
        "1-001,一,毕业生,就业人数,12,人,exact",
        "1-003,一,毕业生,人数,13,人,exact",
        "1-004,一,男生,人数,7,人,sure",
        "1-005,一,女生,人数,,人,exact",
        "1-006,,女生,比例,12.3.4,%,exact",
        "1-007,一,升学,比例,8%以上,%,bound",
        "1-008,一,专业,人数第1位,,,claim",
        "1-009,一,少一格,人数,1,人",
      ].join("\n"),
    }),
    [
      "table-2.csv:- - -",
      "table-01.csv:2 - -",
      "statements.csv:10 - -",
      "statements.csv:3 编号 1-001",
      "statements.csv:4 位置、对象、指标 一 / 毕业生 / 人数",
      "statements.csv:5 性质 sure",
      "statements.csv:6 数值 ",
      "statements.csv:7 位置 ",
      "statements.csv:7 数值 12.3.4",
      "statements.csv:8 数值 8%以上",
      "statements.csv:9 数值 ",
    ],
  );
});

Deno.test("a header that lacks columns is a fault for each of them", () => {
  assertEquals(faultsOf({ "statements.csv": "编号,位置,对象,指标,数值\n1-001,一,甲,人数,1\n" }), [
    "statements.csv:1 单位 -",
    "statements.csv:1 性质 -",
  ]);
});

Deno.test("an empty file and a file in GBK do not hide each other", () => {
  withFolder({ "table-01.csv": "" }, (folder) => {
    Deno.writeFileSync(
      join(folder, "table-02.csv"),
      new Uint8Array([0xd0, 0xf2, 0xba, 0xc5, 0x0a]),
    );
    const error = assertThrows(() => readFacts(folder), DataError);
    assertEquals(error.faults.map(({ file }) => file.split("/").at(-1)), [
      "table-01.csv",
      "table-02.csv",
    ]);
  });
});
