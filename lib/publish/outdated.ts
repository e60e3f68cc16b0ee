/** Which of the pinned packages have newer versions, as their registries tell. */
import { join } from "node:path";
import type { Jupyter, Machine } from "./jupyter/setup.ts";

/** What a registry answered. */
export interface Answer {
  readonly registry: string;
  /** Packages with a newer version. */
  readonly newer: readonly {
    readonly name: string;
    readonly has: string;
    readonly latest: string;
  }[];
  /** What it was asked for and did not tell. */
  readonly silent: readonly string[];
}

/** How long a registry may take to answer, in milliseconds. */
const PATIENCE = 20_000;

/** The npm registry that is asked: a mirror where one is set. */
export async function registryOf(machine: Machine): Promise<string> {
  const set = Deno.env.get("NPM_CONFIG_REGISTRY") ?? Deno.env.get("npm_config_registry");
  if (set !== undefined && set !== "") return set;
  const program = machine.os === "windows" ? "npm.cmd" : "npm";
  const { ok, out } = await machine.run([program], ["config", "get", "registry"]);
  return ok && /^https?:/.test(out) ? out.trim() : "https://registry.npmjs.org/";
}

/**
 * Asks an npm registry.
 *
 * @param versions package → version that is pinned
 */
export async function newerOnNpm(
  versions: Readonly<Record<string, string>>,
  registry: string,
): Promise<Answer> {
  const latest = await Promise.all(
    Object.keys(versions).map(async (name) => {
      try {
        const path = `${name.replace("/", "%2f")}/latest`;
        const response = await fetch(new URL(path, registry.replace(/\/?$/, "/")), {
          signal: AbortSignal.timeout(PATIENCE),
        });
        const { version } = await response.json() as { readonly version?: unknown };
        return typeof version === "string" ? version : undefined;
      } catch {
        return undefined;
      }
    }),
  );
  return answer("npm", Object.entries(versions).map(([name, has], i) => [name, has, latest[i]]));
}

/** Asks pip, which asks the index that is set for it. */
export async function newerOnPyPI(machine: Machine, { python }: Jupyter): Promise<Answer> {
  const pip = ["-m", "pip", "--disable-pip-version-check", "--no-input", "--retries", "0"];
  // pip lists nothing as outdated where it reaches no index, and does not say so.
  const silent = answer("PyPI", [["Jupyter 软件包", "", undefined]]);
  if (!await reaches(await indexOf(machine, python))) return silent;
  const listed = await machine.run(python, [...pip, "list", "--outdated", "--format=json"]);
  if (!listed.ok) return silent;
  const pinned = Deno.readTextFileSync(join(machine.root, "requirements.txt"));
  const rows = JSON.parse(listed.out) as readonly {
    readonly name: string;
    readonly version: string;
    readonly latest_version: string;
  }[];
  return answer(
    "PyPI",
    rows.filter(({ name, version }) =>
      pinned.toLowerCase().includes(`\n${name.toLowerCase().replaceAll("_", "-")}==${version}`)
    ).map(({ name, version, latest_version }) => [name, version, latest_version]),
  );
}

/** The index that pip asks. */
async function indexOf(machine: Machine, python: Jupyter["python"]): Promise<string> {
  const set = Deno.env.get("PIP_INDEX_URL") ?? "";
  if (set !== "") return set;
  const { ok, out } = await machine.run(python, ["-m", "pip", "config", "get", "global.index-url"]);
  return ok && /^https?:/.test(out) ? out.trim() : "https://pypi.org/simple/";
}

async function reaches(index: string): Promise<boolean> {
  try {
    const address = new URL("pip/", index.replace(/\/?$/, "/"));
    const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

function answer(
  registry: string,
  told: readonly (readonly [name: string, has: string, latest: string | undefined])[],
): Answer {
  return {
    registry,
    newer: told.flatMap(([name, has, latest]) =>
      latest === undefined || latest === has ? [] : [{ name, has, latest }]
    ),
    silent: told.filter(([, , latest]) => latest === undefined).map(([name]) => name),
  };
}
