import { assertEquals } from "@std/assert";
import { readDictionaries } from "lib/edition/dictionaries.ts";
import { listed, membersOf } from "lib/measures/members.ts";
import { Frame } from "lib/table/frame.ts";

const { specialGroups, namedLists } = readDictionaries();

Deno.test("a group's members are those whom the list of special groups counts", () => {
  const graduates = Frame.fromColumns({
    困难类别: ["特别困难", "非困难生", "", "家庭困难"],
    师范生: ["公费师范生", "非师范生", "普通师范生", ""],
  });
  assertEquals(membersOf(graduates, "困难类别", specialGroups).size, 2);
  assertEquals(membersOf(graduates, "师范生", specialGroups).size, 2);
});

Deno.test("147 universities are 双一流, found whatever the width of a bracket or by a former name", () => {
  assertEquals(namedLists.filter((one) => one.名单 === "双一流").size, 147);
  const rows = Frame.fromColumns({
    升学院校: ["中国石油大学(华东)", "上海体育大学", "山东大学", "聊城大学", ""],
  });
  assertEquals(listed(rows, "升学院校", namedLists, "双一流")?.size, 3);
});

Deno.test("a list that is not there is not an empty one", () => {
  const rows = Frame.fromColumns({ 单位名称: ["某公司"] });
  assertEquals(listed(rows, "单位名称", namedLists, "某强"), null);
});
