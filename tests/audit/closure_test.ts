import { assertEquals } from "@std/assert";
import { closureOf, isTotal } from "lib/audit/closure.ts";

const thirds = (units: number) => ({ printed: { units, decimals: 2 }, count: 1 });

Deno.test("closureOf allows half a unit a part", () => {
  const closure = closureOf([thirds(3333), thirds(3333), thirds(3333)]);
  assertEquals(closure, { units: 9999, decimals: 2, slack: 1, closes: true, count: 3 });
  assertEquals(closureOf([thirds(3333), thirds(3333), thirds(3332)])?.closes, false);
});

Deno.test("closureOf adds counts only where all are known", () => {
  assertEquals(closureOf([thirds(3333), { ...thirds(6667), count: null }])?.count, null);
});

Deno.test("closureOf expects nothing of mixed decimals or a single part", () => {
  assertEquals(closureOf([thirds(3333), { printed: { units: 667, decimals: 1 }, count: 2 }]), null);
  assertEquals(closureOf([thirds(10_000)]), null);
  assertEquals(closureOf([]), null);
});

Deno.test("isTotal knows a total row by its label", () => {
  assertEquals(["合计", "总 计", "共计"].map(isTotal), [true, true, true]);
  assertEquals(["合计以外", "护理"].map(isTotal), [false, false]);
});
