import { assertEquals } from "@std/assert";
import { earlierEditions } from "lib/edition/earlier.ts";
import { editionJson } from "../small_edition.ts";
import { temporaryData } from "../temporary_data.ts";

Deno.test("earlier editions are the school's own, the latest first, with or without records", () => {
  using _ = temporaryData({
    "2027/edition.json": editionJson({ school: " 示例 学院" }),
    "2027/graduates.csv": "",
    "2028/edition.json": editionJson({ school: "他校" }),
    "2029/edition.json": editionJson(),
    "2030/notes.txt": "",
    "2031/edition.json": editionJson(),
    "2032/edition.json": editionJson(),
  });
  assertEquals(
    earlierEditions({ school: "示例学院", year: 2031 }).map((one) => [one.year, one.hasRecords]),
    [[2029, false], [2027, true]],
  );
});
