/** Intakes of made-up files into a data folder of their own. */
import { dirname, join } from "node:path";
import type { Finding } from "lib/intake/findings.ts";
import { intake, type Outcome, type Request } from "lib/intake/intake.ts";
import { LOCK } from "lib/files.ts";
import { workshop } from "lib/intake/write.ts";
import { root } from "lib/workspace.ts";
import { copyFolder, environment, temporaryData } from "../temporary_data.ts";

/** The folder of the sample exports. */
export const SAMPLES = join(root(), "tests", "intake", "samples");

/** What a table of graduates has by default: one placed nurse, complete and without a fault. */
const GRADUATE = {
  学号: "",
  姓名: "",
  性别: "女",
  学历: "专科",
  院系: "护理系",
  专业: "护理",
  生源地: "山东省聊城市",
  毕业去向: "签就业协议形式就业",
  单位名称: "某医院",
  单位性质: "医疗卫生单位",
  单位行业: "卫生和社会工作",
  单位所在地: "山东省济南市",
};

/** A register as CSV text: one line a graduate, numbered from 20250001 in row 2. */
export function register(...graduates: readonly Readonly<Record<string, string>>[]): string {
  const columns = [...new Set([GRADUATE, ...graduates].flatMap((one) => Object.keys(one)))];
  const rows = graduates.map((graduate, i) => {
    const all: Record<string, string> = {
      ...GRADUATE,
      学号: String(20250001 + i),
      姓名: `甲标记${String.fromCodePoint(0x4e00 + i)}`,
      ...graduate,
    };
    return columns.map((column) => `"${(all[column] ?? "").replaceAll('"', '""')}"`).join(",");
  });
  return [columns.join(","), ...rows, ""].join("\n");
}

/** A place for intakes: a data folder, the given files, and a key that is thrown away with them. */
export interface Desk extends AsyncDisposable {
  /** The data folder. */
  readonly data: string;
  /** The path of a file that was given. */
  readonly path: (name: string) => string;
  /** Takes in files by name, or samples. */
  readonly take: (names: readonly string[], more?: Partial<Request>) => Promise<Outcome>;
  /** The text of a file of the edition of 2025. */
  readonly read: (name: string) => string;
}

/**
 * Makes a desk.
 *
 * @param files name → content, to be taken in
 * @param data path in the data folder → content, there beforehand
 */
export function desk(
  files: Readonly<Record<string, string | Uint8Array>> = {},
  data: Readonly<Record<string, string>> = {},
): Desk {
  // The workshop lies beside the data, so the data get a folder of their own to lie in.
  const folder = Deno.makeTempDirSync();
  const own = temporaryData(data);
  const place = join(folder, "data");
  copyFolder(own.folder, place);
  const restore = environment({ REPORT_DATA: place, REPORT_KEY: join(folder, "key") });
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    Deno.mkdirSync(dirname(path), { recursive: true });
    if (typeof content === "string") Deno.writeTextFileSync(path, content);
    else Deno.writeFileSync(path, content);
  }
  const path = (name: string) => join(name in files ? folder : SAMPLES, name);
  return {
    data: place,
    path,
    take: (names, more = {}) =>
      intake({ year: 2025, files: names.map(path), accepted: [], ...more }),
    read: (name) => Deno.readTextFileSync(join(place, "2025", name)),
    [Symbol.asyncDispose]() {
      restore();
      own[Symbol.dispose]();
      Deno.removeSync(folder, { recursive: true });
      return Promise.resolve();
    },
  };
}

/** Findings but for those about the draft of edition.json, each as `check column value rows`. */
export function told(findings: readonly Finding[]): string[] {
  return findings.filter(({ check }) => check !== "版次设置")
    .map(({ check, column, value, rows }) =>
      [check, column, value, rows.join(",")].filter((part) => part !== "").join(" ")
    ).toSorted();
}

/** What an intake of one register finds. */
export async function foundIn(
  ...graduates: readonly Readonly<Record<string, string>>[]
): Promise<string[]> {
  await using own = desk({ "登记表.csv": register(...graduates) });
  return told((await own.take(["登记表.csv"])).findings);
}

/** Every file under a folder but locks, with its bytes as text; none if there is no such folder. */
export function filesUnder(folder: string): Map<string, string> {
  const out = new Map<string, string>();
  const walk = (at: string) => {
    let entries: Deno.DirEntry[];
    try {
      entries = [...Deno.readDirSync(at)];
    } catch {
      return;
    }
    for (const { name, isDirectory } of entries) {
      if (isDirectory) walk(join(at, name));
      else if (name !== LOCK) {
        out.set(join(at, name), new TextDecoder().decode(Deno.readFileSync(join(at, name))));
      }
    }
  };
  walk(folder);
  return out;
}

/** Every file of the data folder and of the workshop beside it. */
export function everything({ data }: Desk): Map<string, string> {
  return new Map([...filesUnder(data), ...filesUnder(join(workshop(2025), ".."))]);
}
