import { assertEquals } from "@std/assert";
import { preflight } from "lib/edition/preflight.ts";
import { editionJson, graduatesCsv } from "../small_edition.ts";
import { faultsOf, temporaryData } from "../temporary_data.ts";

Deno.test("an edition of two sound files passes", () => {
  using _data = temporaryData({
    "2031/edition.json": editionJson(),
    "2031/graduates.csv": graduatesCsv({}),
  });
  preflight(2031);
});

Deno.test("the faults of all files come together", () => {
  using _data = temporaryData({
    "2031/edition.json": editionJson({ homeProvince: "" }),
    "2031/graduates.csv": graduatesCsv({ 性别: "她" as "女" }),
    "2031/history.csv": "届,毕业生人数,毕业去向落实率,升学率\n2030,许多,,\n",
    "2031/employer-survey.csv": "问卷编号\n1\n",
    "2031/published/statements.csv": "编号\n",
  });
  const files = faultsOf(() => preflight(2031)).map((fault) => fault.split(":")[0]);
  assertEquals([...new Set(files)], [
    "edition.json",
    "graduates.csv",
    "history.csv",
    "employer-survey.codebook.csv",
    "statements.csv",
  ]);
});
