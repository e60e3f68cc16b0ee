/** Whole reports that are killed, and reports that are searched for persons. */
import { assert, assertEquals } from "@std/assert";
import { unzipSync } from "fflate";
import { join } from "node:path";
import { processesOf } from "../processes.ts";
import { graduatesCsv } from "../small_edition.ts";
import { outputOf, type Workspace, workspace } from "./workspace.ts";

/** The pages and data of a report by name; what hangs on fonts and browsers only by its name. */
function contentOf({ folder }: Workspace): Map<string, string> {
  const report = join(folder, "reports", "2031");
  return new Map(
    [...Deno.readDirSync(report)].map(({ name }) => name).sort().map((name) => [
      name,
      /\.(html|json)$/.test(name) ? Deno.readTextFileSync(join(report, name)) : "",
    ]),
  );
}

/**
 * Kills reports at moments spread evenly over a run. Each time the report of before must be there
 * whole, and all processes of the killed run must end by themselves; every fourth time a run must
 * succeed after it.
 *
 * @returns `mended`: how many runs put right what killed ones had left, and told of it; after the last
 *   of them nothing is left
 */
export async function killReports(
  times: number,
): Promise<{ readonly killed: number; readonly moments: string; readonly mended: number }> {
  using own = workspace();
  const started = performance.now();
  await outputOf(own.start("report"));
  const whole = performance.now() - started;
  let expected = contentOf(own);
  const moments: number[] = [];
  let mended = 0;
  for (let i = 0; i < times; i++) {
    // Each run has something new to write; made of what stands it would be over before it is killed.
    own.contact(`就业处 ${i}`);
    const child = own.start("report", ["--fresh"]);
    const moment = (whole * (i + 0.5)) / times;
    await new Promise((done) => setTimeout(done, moment));
    try {
      child.kill("SIGKILL");
      moments.push(moment);
    } catch {
      // It was faster this time.
    }
    await Promise.all([child.stdout.cancel(), child.stderr.cancel(), child.status]);
    for (let wait = 0; wait < 300 && processesOf(own.folder).length > 0; wait++) {
      await new Promise((done) => setTimeout(done, 100));
    }
    assertEquals(processesOf(own.folder), []);
    // Between two renames the report lies beside its place, whole; the next run puts it back.
    const found = own.reports().includes("2031") ? contentOf(own) : null;
    const isOld = found === null || isSame(found, expected);
    if (i % 4 === 3 || !isOld) {
      if ((await outputOf(own.start("report"))).includes("上次运行中途停止")) mended++;
      expected = contentOf(own);
      assert(isOld || found === null || isSame(found, expected), "a report is neither old nor new");
    }
  }
  own.contact("就业处");
  if ((await outputOf(own.start("report"))).includes("上次运行中途停止")) mended++;
  assertEquals([own.reports(), own.temporary()], [["2031"], []]);
  const [first = 0, last = 0] = [moments[0], moments.at(-1)].map((one) => (one ?? 0) / 1000);
  return {
    killed: moments.length,
    moments: `第 ${first.toFixed(1)} 到 ${last.toFixed(1)} 秒`,
    mended,
  };
}

function isSame(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([name, text]) => other.get(name) === text);
}

/** Makes a report of graduates whose numbers cannot be mistaken, and searches all that it writes and says. */
export async function planted(): Promise<
  { readonly files: number; readonly bytes: number; readonly marks: number }
> {
  const count = 60;
  const marks = Array.from({ length: count }, (_, i) => `P7731Z${String(i).padStart(3, "0")}`);
  using own = workspace(["00-conventions", "01-employment", "02-destinations", "03-trends"]);
  const to = ["签就业协议形式就业", "国内升学", "待就业"];
  const records = marks.map((学号, i) => ({ 学号, 毕业去向: to[i % to.length] ?? "" }));
  Deno.writeTextFileSync(
    join(own.folder, "data", "2031", "graduates.csv"),
    graduatesCsv(...records),
  );
  const said = new TextEncoder().encode(await outputOf(own.start("report")));
  const written = ["reports", ".cache"].flatMap((name) => filesBelow(join(own.folder, name)));
  const pieces = [said, ...written.map((path) => Deno.readFileSync(path)).flatMap(opened)];
  const decoder = new TextDecoder();
  for (const piece of pieces) {
    const text = decoder.decode(piece);
    assert(!marks.some((mark) => text.includes(mark)), "a graduate's number was written");
  }
  return {
    files: written.length,
    bytes: pieces.reduce((sum, one) => sum + one.length, 0),
    marks: count,
  };
}

/** A file's bytes, and those of the parts of an Office file. */
function opened(bytes: Uint8Array): Uint8Array[] {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isZip ? Object.values(unzipSync(bytes)) : [bytes];
}

function filesBelow(folder: string): string[] {
  return [...Deno.readDirSync(folder)].flatMap(({ name, isDirectory, isFile }) =>
    isDirectory ? filesBelow(join(folder, name)) : isFile ? [join(folder, name)] : []
  );
}
