/** Marked values in every column of every kind of file; no byte that is written or printed has one. */
import { assert, assertEquals } from "@std/assert";
import { join } from "node:path";
import { readRecords } from "lib/table/csv.ts";
import { root } from "lib/workspace.ts";
import { taskArgs } from "../task.ts";
import { desk, everything, register } from "./taken.ts";

/** All headers that the dictionary of columns knows, so that whatever it learns is planted too. */
const HEADERS = readRecords(join(root(), "data/dictionaries/columns.csv"), ["表头"])
  .map(({ 表头 }) => 表头.split("┋")[0] ?? "");

/** One person's things, none of which may come out; `i` makes them this person's own. */
function marks(i: number): string[] {
  const two = String(10 + i % 18);
  return [
    `丁标记${String.fromCodePoint(0x5000 + i)}`,
    `37010120030${1 + i % 9}${two}${1234 + i}`,
    `138${String(10000000 + i * 7)}`,
    `planted${i}@example.com`,
    `QQ:8812${10000 + i}`,
    `62220212345${String(10000000 + i)}`,
    `标记路${i + 1}号楼3单元`,
    `2003-0${1 + i % 9}-${two}`,
  ];
}

/** What of the marks must not be found: the telling part of each. */
const TELLING = [
  /丁标记/,
  /37010120030/,
  /138\d{8}/,
  /planted\d/,
  /8812\d{5}/,
  /62220212345/,
  /标记路/,
  /2003-0/,
];

function planted(): string {
  const rows = HEADERS.map((_, i) =>
    Object.fromEntries(HEADERS.map((header, c) => {
      const own = marks(i);
      // Every kind comes to stand in every column, but the name's own column tells who is a person.
      const value = header === "姓名" ? own[0] : own[(i + c) % own.length];
      return [header, value ?? ""];
    }))
  );
  return register(...rows);
}

/** Runs the task itself, as an analyst would, and gives what it printed. */
async function printed(args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...taskArgs("intake"), ...args],
    cwd: root(),
    env: { NO_COLOR: "1" },
  }).output();
  return new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr);
}

function searched(texts: Iterable<readonly [string, string]>): string[] {
  return [...texts].flatMap(([where, text]) =>
    TELLING.flatMap((mark) => {
      const found = new RegExp(`.{0,20}${mark.source}.{0,10}`).exec(text);
      return found === null ? [] : [`${where}: ${found[0]}`];
    })
  );
}

Deno.test("marks in every column reach no file, message or page, while a check fails", async () => {
  await using own = desk({ "登记表.csv": planted() });
  const outputs: [string, string][] = [];
  for (const more of [[], ["--json"]]) {
    outputs.push([
      `printed ${more}`,
      await printed(["--year", "2025", own.path("登记表.csv"), ...more]),
    ]);
  }
  assert(outputs.some(([, text]) => text.includes("什么也没有写入")));
  const files = everything(own);
  assert(files.size > 0);
  assertEquals(searched([...outputs, ...files]), []);
});

Deno.test("marks beside good values are left out of what is written", async () => {
  const rows = Array.from({ length: 24 }, (_, i) => {
    const [
      name = "",
      id = "",
      phone = "",
      mail = "",
      qq = "",
      bank = "",
      address = "",
      birth = "",
    ] = marks(i);
    const strayed = [name, phone, `${name}商行`, `某公司（${mail}）`, qq, bank, address, id];
    return {
      姓名: name,
      身份证号: id,
      手机号码: phone,
      电子邮箱: mail,
      QQ号码: qq,
      银行卡号: bank,
      家庭住址: address,
      出生日期: birth,
      单位联系人: name,
      内部备注: `${name} ${phone}`,
      单位名称: strayed[i % strayed.length] ?? "",
      荣誉: strayed[(i + 3) % strayed.length] ?? "",
      升学院校: "",
      生源地: i % 2 ? `山东省聊城市${address}` : "山东省聊城市",
    };
  });
  const survey = [
    "序号,来自IP,1、您的姓名,2、您的手机,3、您满意吗,4、建议",
    ...rows.map((row, i) =>
      `${i},10.1.2.3(${row.家庭住址}),${row.姓名},${row.手机号码},${
        i % 2 ? "满意" : "不满意"
      },${row.姓名}说${i}`
    ),
  ].join("\n");
  await using own = desk({ "登记表.csv": register(...rows), "问卷.csv": survey });
  const text = await printed([
    "--year",
    "2025",
    own.path("登记表.csv"),
    "--survey",
    own.path("问卷.csv"),
  ]);
  assert(text.includes("已写入"), text);
  assertEquals(searched([["printed", text], ...everything(own)]), []);
  for (const [path, content] of everything(own)) {
    assert(!content.includes("20250001"), `${path} has a student number`);
  }
});
