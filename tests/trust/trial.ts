/**
 * `deno task trial`: the long forms of the suite's tests of faults and malice, with figures.
 *
 *     deno task trial [factor]     a factor of 1 takes some minutes
 */
import { setUp, thisMachine } from "lib/publish/jupyter/setup.ts";
import { root } from "lib/workspace.ts";
import { killWriters } from "./editions.ts";
import { killReplacing, replaceAtOnce } from "./killed.ts";
import { loud } from "./loud.ts";
import { fuzzReaders } from "./readers.ts";
import { offline } from "./offline.ts";
import { killReports, planted } from "./reports.ts";

const factor = Number(Deno.args[0] ?? 1);
const times = (count: number) => Math.max(1, Math.round(count * factor));
const tell = (line: string) => console.log(line);
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;

const jupyter = await setUp(thisMachine(root(), tell));
const spoken = times(3_000);
const { pieces } = await loud(jupyter, spoken);
tell(`${spoken} 格各显示几样，有的并不等待：${pieces} 样全部到达，次序不变`);
const folders = await killReplacing(times(200));
tell(
  `文件夹替换中途 kill -9：${folders.killed} 次，全部完好；其中 ${folders.mended} 次由下一次运行收拾`,
);
tell(`同时替换一个文件夹：${await replaceAtOnce(4, times(500))} 次，没有一次失败或混杂`);
const reports = await killReports(times(24));
tell(
  `报告运行中途 kill -9：${reports.killed} 次（${reports.moments}），原报告全部完好，没有留下进程，` +
    `之后的运行都成功，其中 ${reports.mended} 次收拾了留下的东西并说明；最后没有留下临时文件夹`,
);
const writers = await killWriters(times(24));
tell(
  `${writers.tasks.join("、")} 中途 kill -9：${writers.killed} 次，版次或旧或新，都完好；` +
    `其中 ${writers.mended} 次由下一次运行收拾并说明`,
);
const alone = await offline(tell);
tell(
  alone === null ? "没有网络的电脑：这里不能隔绝网络，没有试" : (
    `没有网络的电脑：打包 ${megabytes(alone.bytes)}，解开到空文件夹、空的用户文件夹、断网，` +
    `${alone.seconds.toFixed(0)} 秒写出报告，核对结果相同`
  ),
);
const fuzzed = fuzzReaders(times(5_000));
tell(
  `读入随机文件和句子：${fuzzed.inputs} 份，其中 ${fuzzed.refused} 份被拒绝并用中文说明，没有别的错误`,
);
const search = await planted();
tell(
  `报告写出的 ${search.files} 个文件、${search.bytes} 字节中查找 ${search.marks} 个植入的学号和答卷文字：找到 0 处`,
);
