import { assertEquals } from "@std/assert";
import { readDictionaries } from "lib/edition/dictionaries.ts";
import { readGazetteer } from "lib/intake/places.ts";

const read = readGazetteer(readDictionaries());
const said = (text: string) => {
  const place = read(text);
  return place === undefined ? "?" : `${place.province} ${place.city}`.trim();
};

Deno.test("a place is read from province, city and county, whole or short", () => {
  for (
    const text of [
      "山东省聊城市东昌府区",
      "山东聊城",
      "聊城市",
      "聊城",
      "东昌府区",
      "山东省-聊城市",
    ]
  ) {
    assertEquals([text, said(text)], [text, "山东省 聊城市"]);
  }
  assertEquals(said("山东"), "山东省");
  assertEquals(said("内蒙古呼和浩特"), "内蒙古自治区 呼和浩特市");
});

Deno.test("a place is read from its code, to the county, and from a code that was given up", () => {
  assertEquals(said("371502"), "山东省 聊城市");
  assertEquals(said("372500"), "山东省 聊城市");
  assertEquals(said("371200"), "山东省 济南市");
  assertEquals(said("370000"), "山东省");
  assertEquals(said("419001"), "河南省 济源市");
  assertEquals(said("999999"), "?");
});

Deno.test("a municipality has no city; Hong Kong and foreign countries are what they are", () => {
  assertEquals(said("北京市海淀区"), "北京市");
  assertEquals(said("110108"), "北京市");
  assertEquals(said("香港"), "香港特别行政区");
  assertEquals(said("巴基斯坦"), "境外");
});

Deno.test("names that begin like another province's are not that province", () => {
  assertEquals(said("海南州"), "青海省 海南藏族自治州");
  assertEquals(said("吉林市"), "吉林省 吉林市");
  assertEquals(said("吉林省"), "吉林省");
});

Deno.test("a name that several places have, or none, is not guessed", () => {
  assertEquals(["鼓楼区", "市中区", "求职中", "云岭省"].map(said), ["?", "?", "?", "?"]);
});

Deno.test("a province with something unknown behind it is told as vague", () => {
  assertEquals(read("山东省某某县"), { province: "山东省", city: "", vague: true });
  assertEquals(read("山东某某县"), undefined);
});
