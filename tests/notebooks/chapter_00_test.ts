import { assertEquals } from "@std/assert";
import { testAgreement } from "./agreement.ts";

const made = testAgreement("00-conventions", { tables: [], statements: "0-" });

Deno.test("00-conventions: it explains and shows no numbered exhibit", async () => {
  assertEquals((await made()).exhibits, []);
});
