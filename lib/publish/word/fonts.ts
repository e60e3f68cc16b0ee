/** A Chinese font of this computer, for pictures of figures: none is carried along. */
import { existsSync } from "node:fs";
import { join } from "node:path";

/** A font family and the files that hold it. */
export interface FontFamily {
  readonly name: string;
  readonly files: readonly string[];
}

/** What to say where there is no such font. */
export const NO_FONT =
  "这台电脑上没有找到中文字体：report.docx 里的图只有 SVG 是完整的，不认 SVG 的软件看到的图上没有文字。";

/** Where a system keeps fonts that have all common 汉字, the best first. */
const KNOWN: Readonly<Record<string, readonly FontFamily[]>> = {
  windows: [
    { name: "Microsoft YaHei", files: ["msyh.ttc", "msyhbd.ttc"] },
    { name: "DengXian", files: ["Deng.ttf", "Dengb.ttf"] },
    { name: "SimHei", files: ["simhei.ttf"] },
    { name: "SimSun", files: ["simsun.ttc"] },
  ],
  darwin: [
    { name: "Hiragino Sans GB", files: ["/System/Library/Fonts/Hiragino Sans GB.ttc"] },
    {
      name: "Heiti SC",
      files: [
        "/System/Library/Fonts/STHeiti Light.ttc",
        "/System/Library/Fonts/STHeiti Medium.ttc",
      ],
    },
    { name: "PingFang SC", files: ["/System/Library/Fonts/PingFang.ttc"] },
  ],
  linux: [
    {
      name: "Noto Sans CJK SC",
      files: [
        "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
        "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc",
      ],
    },
    {
      name: "Noto Sans CJK SC",
      files: [
        "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
        "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Bold.ttc",
      ],
    },
    {
      name: "WenQuanYi Micro Hei",
      files: ["/usr/share/fonts/truetype/wqy/wqy-microhei.ttc"],
    },
    { name: "WenQuanYi Zen Hei", files: ["/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc"] },
  ],
};

/**
 * A font family of this computer that has Chinese characters: a known one, else what fontconfig
 * names.
 *
 * @returns null where there is none
 */
export function chineseFont(): FontFamily | null {
  const windows = join(Deno.env.get("SystemRoot") ?? "C:\\Windows", "Fonts");
  const families = (KNOWN[Deno.build.os] ?? []).map(({ name, files }) => ({
    name,
    files: files.map((file) => (Deno.build.os === "windows" ? join(windows, file) : file)),
  }));
  for (const { name, files } of families) {
    const [regular = "", ...bold] = files;
    if (existsSync(regular)) return { name, files: [regular, ...bold.filter(existsSync)] };
  }
  return Deno.build.os === "windows" ? null : askFontconfig();
}

function askFontconfig(): FontFamily | null {
  try {
    const { success, stdout } = new Deno.Command("fc-list", {
      args: ["--format", "%{family[0]}\t%{file}\n", ":lang=zh-cn:scalable=true"],
      stderr: "null",
    }).outputSync();
    if (!success) return null;
    const lines = new TextDecoder().decode(stdout).split("\n").toSorted();
    const found = lines.map((line) => line.split("\t"))
      .find(([name, file]) => name && file && /\.(ttf|ttc|otf)$/i.test(file));
    return found === undefined ? null : { name: found[0] ?? "", files: [found[1] ?? ""] };
  } catch {
    return null; // No fontconfig, no font that it knows of.
  }
}
