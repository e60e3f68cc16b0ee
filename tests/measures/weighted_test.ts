import { assertEquals } from "@std/assert";
import { Frame } from "lib/table/frame.ts";
import { choiceOf, scaleOf } from "lib/measures/answers.ts";
import { sampleMix } from "lib/measures/poststratify.ts";
import { leadingShare, satisfiedShare, weightedShares } from "lib/measures/weighted.ts";
import { CANTEEN } from "../canteen.ts";

Deno.test("a leading option and a satisfaction rate name what they are the share of", () => {
  const { name, share, options } = leadingShare(choiceOf(CANTEEN, "图2"));
  assertEquals([name, String(share), options], ["C2答“饺子”", "75.00", ["饺子"]]);
  const rate = satisfiedShare(scaleOf(CANTEEN, "图3"));
  assertEquals([rate.name, rate.options], ["味道", ["很香", "较香", "还行"]]);
});

Deno.test("a share stands beside its estimate; a group with one answer leaves it unknown", () => {
  const group = choiceOf(CANTEEN, "食堂").question;
  const people = (canteens: readonly string[]) =>
    sampleMix(CANTEEN.responses, group, Frame.fromColumns({ 食堂: canteens }), "食堂");
  const shares = [satisfiedShare(scaleOf(CANTEEN, "图3"))];
  const estimate = (canteens: readonly string[]) =>
    weightedShares(CANTEEN.responses, shares, { group, mix: people(canteens) }).only();
  // Two of the three at 北苑 are satisfied; 南苑 has one response only.
  assertEquals(estimate(["北苑", "北苑"]).加权比例, "66.67%");
  assertEquals(estimate(["南苑", "北苑"]).加权比例, null);
  assertEquals(String(estimate(["北苑"])["比例%"]), "75.00");
});
