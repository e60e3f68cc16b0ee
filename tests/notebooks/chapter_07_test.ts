/** The audit's notebook: what is known to be wrong in print is shown, and nothing else is accused. */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { readRecords } from "lib/table/csv.ts";
import { madeOf } from "lib/document/document.ts";
import { blockHtml } from "lib/document/html.ts";
import { root } from "lib/workspace.ts";
import { partsOf, textsOf } from "../page.ts";
import { rewriteLines, withCopy } from "./changed_copy.ts";
import { showChapter } from "./run_chapter.ts";

const NOTEBOOK = "07-audit";
type Shown = Awaited<ReturnType<typeof showChapter>>;

/** The notebook on the workspace's own edition; it is run once. */
const chapter = () => run ??= showChapter(NOTEBOOK);
let run: Promise<Shown> | undefined;

const html = ({ blocks }: Shown) =>
  blocks.filter(({ cell }) => cell !== null).map(({ block }) => blockHtml(block)).join("\n");
const prose = (shown: Shown) => textsOf(html(shown), "p.statement").join("\n");
const values = (shown: Shown) =>
  Object.fromEntries(
    madeOf({ chapters: [shown] }).statements
      .map(({ place, subject, measure, value }) => [`${place} ${subject}·${measure}`, value]),
  );
/** The rows of the table with a caption, without its header. */
const rowsUnder = (shown: Shown, caption: string) =>
  partsOf(html(shown), "figure.listing")
    .filter((figure) => [...figure.querySelectorAll("figcaption")][0]?.textContent === caption)
    .flatMap((figure) => [...figure.querySelectorAll("tbody tr")])
    .map((row) => [...row.querySelectorAll("th, td")].map(({ textContent }) => textContent));

/** The notebook on a changed copy of the edition. */
const onCopy = (change: (edition: string) => void) =>
  withCopy(
    (folder) => change(join(folder, "2023")),
    (data) => showChapter(NOTEBOOK, { data }),
  );

/** Rows of the ledger that only remark on what is doubtful: no arithmetic can find those. */
const REMARKS = readRecords(join(root(), "data", "2023", "errata.csv"), ["重算值"])
  .filter((row) => row.重算值 === "").length;

Deno.test("07-audit: it shows no exhibit of the report", async () => {
  assertEquals(madeOf({ chapters: [await chapter()] }).exhibits, []);
});

Deno.test("07-audit: exactly the known findings are set beside their rows of the ledger", async () => {
  assertEquals(rowsUnder(await chapter(), "核查所得与勘误表"), [
    ["表13", "基数", "4513", "4321 或 4322", "已登记"],
    ["表14", "基数", "406", "344", "已登记"],
    ["图38", "本校人才培养·满意度", "98.65", "98.64", "已登记"],
    [
      "图28",
      "图题",
      "本校毕业生在用人单位的主要就职岗位",
      "本校毕业生在用人单位的主要就业岗位",
      "已登记",
    ],
  ]);
  assertStringIncludes(prose(await chapter()), `以上 4 处都已登记。勘误表另有 ${REMARKS} 行`);
});

Deno.test("07-audit: each finding is proved", async () => {
  const text = prose(await chapter());
  for (
    const proof of [
      "151÷4513 应为 3.35%，印作 3.49%",
      "4322 = 4513 − 191（表12 未登记就业地区）",
      "44÷406 应为 10.84%，印作 12.79%",
      "218 人为 98.64%、219 人为 99.10%",
      "目录作“本校毕业生在用人单位的主要就职岗位”",
    ]
  ) assertStringIncludes(text, proof);
  const drawings = partsOf(html(await chapter()), "figure.figure .drawing");
  assertEquals(drawings.length, 3, "two tables' bases and one comb");
  assert(drawings.every((one) => (one.getAttribute("aria-label") ?? "") !== ""));
});

Deno.test("07-audit: the numbers of its prose", async () => {
  assertEquals(values(await chapter()), {
    "附（一） 百分比·核查个数": 353,
    "附（一） 百分比·相符个数": 285,
    "附（一） 百分比·另有基数个数": 20,
    "附（一） 百分比·不可能个数": 1,
    "附（一） 百分比·无法断定个数": 47,
    "附（二） 表13·所称基数": 4513,
    "附（二） 表13·不合所称基数的比例": 5,
    "附（二） 表13·能解释的基数": "4321、4322",
    "附（二） 表14·所称基数": 406,
    "附（二） 表14·不合所称基数的比例": 15,
    "附（二） 表14·能解释的基数": "344",
    "附（五） 合计·核对处数": 53,
    "附（五） 合计·不符处数": 0,
    "附（五） 说法·核对处数": 4,
    "附（五） 说法·不符处数": 0,
    "附（五） 次序·颠倒行数": 0,
    "附（六） 核查所得·处数": 4,
    "附（六） 勘误表·其余行数": REMARKS,
  });
});

Deno.test("07-audit: bases that print does not name are inferred", async () => {
  const inferred = Object.fromEntries(
    rowsUnder(await chapter(), "没有公布的基数").map(([group = "", , bases]) => [group, bases]),
  );
  assertEquals(inferred["毕业生问卷：求职者（图9、10）"], "506");
  assertEquals(inferred["毕业生问卷：在职者（图12、14、15、18）"], "263");
  assertEquals(inferred["毕业生问卷：变动过工作者（图19）"], "101、202");
});

Deno.test("07-audit: a finding without a row of the ledger is named, and so is a wrong row", async () => {
  const shown = await onCopy((edition) =>
    rewriteLines(
      join(edition, "errata.csv"),
      (line) => line.startsWith("表14,") ? "" : line.replace(",4513,4322,", ",4513,4320,"),
    )
  );
  assertStringIncludes(
    prose(shown),
    "勘误表没有登记、或登记的数不同的：表13的基数（公布 4513）、表14的基数（公布 406）。",
  );
  assertEquals(
    rowsUnder(shown, "核查所得与勘误表").map((row) => row.at(-1)),
    ["登记的数不同", "未登记", "已登记", "已登记"],
  );
});

Deno.test("07-audit: another misprint is found, drawn and missed in the ledger", async () => {
  const shown = await onCopy((edition) =>
    rewriteLines(
      join(edition, "published", "table-01.csv"),
      (line, i) => i === 1 ? line.replace(/(\d)(\d)$/, "$2$1") : line,
    )
  );
  assertEquals(values(shown)["附（一） 百分比·不可能个数"], 2);
  assertEquals(values(shown)["附（一） 百分比·相符个数"], 284);
  assertEquals(
    rowsUnder(shown, "核查所得与勘误表").filter((row) => row.at(-1) !== "已登记")
      .map(([exhibit]) => exhibit),
    ["表1"],
  );
});

Deno.test("07-audit: an edition that is not printed has nothing to audit", async () => {
  const shown = await onCopy((edition) =>
    Deno.removeSync(join(edition, "published"), { recursive: true })
  );
  assertStringIncludes(prose(shown), "没有公布的数据，无可核查");
  assertEquals(partsOf(html(shown), "figure"), []);
  assertEquals(prose(shown).match(/[1-9]/g), null, "every number is nought");
});

Deno.test("07-audit: printed facts without a word on how they hang together are not audited", async () => {
  const shown = await onCopy((edition) =>
    Deno.removeSync(join(edition, "published", "audit"), { recursive: true })
  );
  assertStringIncludes(prose(shown), "无可核查");
});
