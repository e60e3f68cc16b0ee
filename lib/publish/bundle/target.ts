/** The computers that a workspace can be packed for. */

/** A kind of computer, as those who publish Deno and Python packages call it. */
export interface Target {
  /** How the analyst names it, and the archive. */
  readonly name: string;
  /** npm's package of Deno. */
  readonly deno: string;
  /** The file in it. */
  readonly program: string;
  /** What a wheel for it may say of its platform, besides `any`. */
  readonly platforms: readonly string[];
  /** What markers of requirements see there. */
  readonly markers: Readonly<Record<string, string>>;
}

const LINUX = { sys_platform: "linux", os_name: "posix", platform_system: "Linux" };
const MAC = { sys_platform: "darwin", os_name: "posix", platform_system: "Darwin" };

const linux = (machine: string) =>
  ["2_28", "2_17", "2_12", "2_5"].map((glibc) => `manylinux_${glibc}_${machine}`);

export const TARGETS: readonly Target[] = [
  {
    name: "windows",
    deno: "@deno/win32-x64",
    program: "deno.exe",
    platforms: ["win_amd64"],
    markers: {
      sys_platform: "win32",
      os_name: "nt",
      platform_system: "Windows",
      platform_machine: "AMD64",
    },
  },
  {
    name: "macos",
    deno: "@deno/darwin-arm64",
    program: "deno",
    platforms: ["macosx_14_0_arm64"],
    markers: { ...MAC, platform_machine: "arm64" },
  },
  {
    name: "macos-intel",
    deno: "@deno/darwin-x64",
    program: "deno",
    platforms: ["macosx_13_0_x86_64"],
    markers: { ...MAC, platform_machine: "x86_64" },
  },
  {
    name: "linux",
    deno: "@deno/linux-x64-glibc",
    program: "deno",
    platforms: linux("x86_64"),
    markers: { ...LINUX, platform_machine: "x86_64" },
  },
  {
    name: "linux-arm",
    deno: "@deno/linux-arm64-glibc",
    program: "deno",
    platforms: linux("aarch64"),
    markers: { ...LINUX, platform_machine: "aarch64" },
  },
];

/** The kind of a computer; undefined for one that nothing is published for. */
export function targetOf(os: typeof Deno.build.os, arch: string): Target | undefined {
  const system = { windows: "win32", darwin: "darwin", linux: "linux" }[os as string];
  const machine = arch === "aarch64" ? "arm64" : "x64";
  return TARGETS.find(({ deno }) => deno.startsWith(`@deno/${system}-${machine}`));
}
