import { assertEquals } from "@std/assert";
import { nearest, nearestWords } from "lib/table/nearest.ts";

const among = (...values: string[]) => values.map((value) => [value, value] as const);

Deno.test("what differs by width, punctuation or a last 省, 市, 族 is the same", () => {
  const areas = [...among("新疆维吾尔自治区", "北京市"), ["新疆", "新疆维吾尔自治区"]] as const;
  assertEquals(nearest("新疆省", areas), "新疆维吾尔自治区");
  assertEquals(nearest("北 京", areas), "北京市");
  assertEquals(nearest("农林牧渔业", among("农、林、牧、渔业", "制造业")), "农、林、牧、渔业");
  assertEquals(nearest("出国(境)深造", among("出国（境）深造")), "出国（境）深造");
});

Deno.test("one character in three may differ, but one of two is another word", () => {
  const peoples = among("达斡尔族", "维吾尔族", "独龙族", "塔吉克族", "塔塔尔族");
  assertEquals(nearest("达翰尔族", peoples), "达斡尔族");
  assertEquals(nearest("崩龙族", peoples), undefined);
  assertEquals(nearest("塔吉尔族", peoples), undefined, "two are as near");
});

Deno.test("a short form holds the value's characters in order and is no less than half as long", () => {
  assertEquals(nearest("国企", among("国有企业", "其他企业")), "国有企业");
  assertEquals(nearest("劳动合同", among("签劳动合同形式就业")), "签劳动合同形式就业");
  assertEquals(nearest("商业", among("租赁和商务服务业")), undefined);
  assertEquals(nearest("企业", among("国有企业", "其他企业")), undefined);
  assertEquals(nearest("湖北省武汉市", among("湖北省", "湖南省")), "湖北省");
  assertEquals(nearest("男生", among("男", "女")), "男");
  assertEquals(nearest("男女", among("男", "女")), undefined);
});

Deno.test("a word that turns the meaning is never overlooked", () => {
  assertEquals(nearest("非国有企业", among("国有企业")), undefined);
  assertEquals(nearest("非困难", among("困难", "特别困难")), undefined);
  assertEquals(nearest("蒙古", among("内蒙古自治区")), undefined);
  assertEquals(nearest("不毕业拟升学", among("不就业拟升学")), "不就业拟升学");
});

Deno.test("where groups must not be mixed up, doubt names nothing", () => {
  const groups: Record<string, string> = {
    自主创业: "就业",
    拟创业: "未就业",
    国内升学: "升学",
    国家基层项目: "就业",
    地方基层项目: "就业",
  };
  const asked = (text: string) =>
    nearest(text, among(...Object.keys(groups)), (one) => groups[one] ?? "");
  assertEquals(asked("自主择业"), undefined);
  assertEquals(asked("创业"), undefined);
  assertEquals(asked("准备国内升学"), undefined);
  assertEquals(asked("基层项目"), undefined);
  assertEquals(asked("国家基础项目"), "国家基层项目");
});

Deno.test("in half a sentence, or in none", () => {
  assertEquals(nearestWords("骑自行车", ["骑车", "步行"]), "，最接近的是“骑车”");
  assertEquals(nearestWords("飞", ["骑车", "步行"]), "");
  assertEquals(nearestWords("", ["骑车"]), "");
});
