import type { Check, Report, Subject } from "../check.ts";
import { cell } from "../rows.ts";

/** By how many percentage points a share may move from one year to the next. */
const POINTS = 10;
/** Below how many graduates a share says nothing. */
const ENOUGH = 30;
/** The roles whose share reviewers ask about, and by how many points it may exceed last year's. */
const WATCHED = new Map([["自主创业", 3], ["自由职业", 5], ["其他形式就业", 10]]);

interface One {
  readonly outcome: string;
  readonly role: string;
  readonly major: string;
  readonly department: string;
}

/** What moved since last year further than a year explains: rates, majors, forms of employment. */
export const drift: Check = {
  name: "与上年相比",
  find(subject, report) {
    const { past } = subject;
    if (past === undefined) return;
    const now = thisYear(subject);
    const then = past.graduates.select("去向大类", "去向角色", "专业", "院系").rows()
      .map((one) => ({
        outcome: one.去向大类,
        role: one.去向角色,
        major: one.专业,
        department: one.院系,
      }));
    const tell = teller(report, past.year);
    tell("", "毕业去向落实率", rate(now, isPlaced), rate(then, isPlaced), POINTS);
    const before = Map.groupBy(then, ({ department }) => department);
    for (const [department, all] of Map.groupBy(now, (one) => one.department)) {
      const old = before.get(department) ?? [];
      if (all.length < ENOUGH || old.length < ENOUGH) continue;
      tell(department, "毕业去向落实率", rate(all, isPlaced), rate(old, isPlaced), 2 * POINTS);
    }
    for (const [role, points] of WATCHED) {
      const share = (all: readonly One[]) =>
        rate(all.filter(({ outcome }) => outcome === "就业"), (one) => one.role === role);
      const [here, there] = [share(now), share(then)];
      if (here > there) tell(role, "占就业人数的比例", here, there, points);
    }
    vanished(now, then, past.year, report);
  },
};

function thisYear({ graduates: rows, dictionaries }: Subject): One[] {
  const known = new Map(dictionaries.destinations.rows().map((one) => [one.毕业去向, one]));
  return Array.from({ length: rows.size }, (_, i) => {
    const destination = known.get(cell(rows, "毕业去向", i));
    return {
      outcome: destination?.去向大类 ?? "",
      role: destination?.角色 ?? "",
      major: cell(rows, "专业", i),
      department: cell(rows, "院系", i),
    };
  });
}

const isPlaced = ({ outcome }: One) => outcome === "就业" || outcome === "升学";

/** A share in percent; NaN of nobody. It is only compared with a threshold, never printed exactly. */
function rate(all: readonly One[], test: (one: One) => boolean): number {
  return 100 * all.filter(test).length / all.length;
}

function teller(report: Report, year: number) {
  return (value: string, what: string, now: number, then: number, points: number) => {
    if (!(Math.abs(now - then) > points)) return;
    const way = now > then ? "高" : "低";
    report({
      level: "warn",
      file: "",
      column: "毕业去向",
      value,
      advice: `${what}约 ${now.toFixed(0)}%，比 ${year} 年（约 ${then.toFixed(0)}%）${way} ` +
        `${Math.abs(now - then).toFixed(0)} 个百分点；请核实数据，并准备好说明`,
    });
  };
}

function vanished(now: readonly One[], then: readonly One[], year: number, report: Report): void {
  const here = new Set(now.map(({ major }) => major));
  for (const [major, all] of Map.groupBy(then, (one) => one.major)) {
    if (here.has(major) || all.length < ENOUGH) continue;
    const advice =
      `${year} 年有 ${all.length} 人，今年一个也没有；请核实是停招、改名还是漏了一份表`;
    report({ level: "warn", file: "", column: "专业", value: major, advice });
  }
}
