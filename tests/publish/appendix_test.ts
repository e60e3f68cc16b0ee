import { assertEquals } from "@std/assert";
import { blockText } from "lib/document/plain.ts";
import { appendix, type Explained } from "lib/publish/appendix.ts";

const ERRATUM = {
  图表: "表13",
  键: "重大战略",
  项目: "其他",
  编号: "",
  公布值: "3.49",
  重算值: "3.35",
  原因: "基数不同",
  处理: "照重算",
};
const ACCEPTED = { check: "自相矛盾的行", because: "已逐人核实" };

function textsOf(told: Partial<Explained>): string[] {
  const [chapter] = appendix({ errata: [], accepted: [], ...told });
  return chapter?.blocks.map(({ block }) => blockText(block)) ?? [];
}

Deno.test("errata and the checks that failed and were accepted are the last chapter", () => {
  const errata = [ERRATUM, { ...ERRATUM, 重算值: "", 处理: "", 项目: "" }];
  const wrong = "表13 其他：印作 3.49，重算为 3.35。基数不同（照重算）\n表13：印作 3.49。基数不同";
  const stands = [
    "以下核对没有通过，经学校说明理由，数据照用：",
    "自相矛盾的行：已逐人核实",
  ];
  assertEquals(textsOf({ errata, accepted: [ACCEPTED] }), ["附录 勘误与说明", wrong, ...stands]);
  assertEquals(textsOf({ errata }), ["附录 勘误与说明", wrong]);
  assertEquals(textsOf({ accepted: [ACCEPTED] }), ["附录 勘误与说明", ...stands]);
});

Deno.test("there is no appendix where there is nothing to tell", () => {
  assertEquals(textsOf({}), []);
});
