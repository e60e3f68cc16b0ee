import { assertEquals } from "@std/assert";
import { askAbout, keepAnswers } from "lib/intake/ask.ts";
import { desk, register, told } from "./taken.ts";

Deno.test("what is answered on the terminal is kept, and the intake goes on with it", async () => {
  await using own = desk({
    "登记表.csv": register({ 单位性质: "乡镇单位" }).replace("毕业去向", "去向情况"),
  });
  const first = await own.take(["登记表.csv"]);
  const answers = ["1", "其他"];
  const asked: string[] = [];
  const answered = askAbout(first, (question) => {
    asked.push(question.split("？")[0] ?? "");
    return answers.shift() ?? null;
  });
  assertEquals(asked, ["哪一列是“毕业去向”", "单位性质的“乡镇单位”（1 处）应是什么"]);
  assertEquals(answered, {
    columns: { 去向情况: "毕业去向" },
    values: { 单位性质: { 乡镇单位: "其他" } },
  });
  if (answered !== undefined) keepAnswers(first.folder, answered);
  const second = await own.take(["登记表.csv"]);
  assertEquals([second.written, ...told(second.findings)], [true]);
});

Deno.test("no answer changes nothing", async () => {
  await using own = desk({ "登记表.csv": register({ 毕业去向: "灵活就业" }) });
  assertEquals(askAbout(await own.take(["登记表.csv"]), () => null), undefined);
});
