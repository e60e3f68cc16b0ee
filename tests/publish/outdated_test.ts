import { assertEquals } from "@std/assert";
import { newerOnNpm, newerOnPyPI } from "lib/publish/outdated.ts";
import { type Machine, thisMachine } from "lib/publish/jupyter/setup.ts";
import { root } from "lib/workspace.ts";
import { environment } from "../temporary_data.ts";

const NOWHERE = "http://127.0.0.1:9/";

Deno.test("where no registry answers, all that was asked for is named, and nothing is called newest", async () => {
  const asked = { deno: "2.9.6", "@noble/hashes": "2.0.1" };
  assertEquals(await newerOnNpm(asked, NOWHERE), {
    registry: "npm",
    newer: [],
    silent: ["deno", "@noble/hashes"],
  });
  const restore = environment({ PIP_INDEX_URL: NOWHERE });
  try {
    const machine = thisMachine(root(), () => {});
    const { newer, silent } = await newerOnPyPI(machine, { python: ["python3"], env: {} });
    assertEquals([newer, silent], [[], ["Jupyter 软件包"]]);
  } finally {
    restore();
  }
});

Deno.test("of what pip lists only what is pinned counts", async () => {
  // A file of the workspace stands for an index that answers.
  const listed = [
    { name: "PyYAML", version: pinnedVersion("pyyaml"), latest_version: "99" },
    { name: "pip", version: "23.2.1", latest_version: "99" },
  ];
  const machine: Machine = {
    ...thisMachine(root(), () => {}),
    run: () => Promise.resolve({ ok: true, out: JSON.stringify(listed) }),
  };
  const { fetch } = globalThis;
  globalThis.fetch = () => Promise.resolve(new Response(""));
  try {
    const { newer, silent } = await newerOnPyPI(machine, { python: ["python3"], env: {} });
    assertEquals(newer.map(({ name, latest }) => `${name} ${latest}`), ["PyYAML 99"]);
    assertEquals(silent, []);
  } finally {
    globalThis.fetch = fetch;
  }
});

Deno.test("what npm has newer is told by name, with both versions", async () => {
  const { fetch } = globalThis;
  globalThis.fetch = (address) => {
    const latest = String(address).includes("@noble%2fhashes") ? "2.4.0" : "2.9.6";
    return Promise.resolve(Response.json({ version: latest }));
  };
  try {
    const { newer } = await newerOnNpm({ deno: "2.9.6", "@noble/hashes": "2.0.1" }, NOWHERE);
    assertEquals(newer, [{ name: "@noble/hashes", has: "2.0.1", latest: "2.4.0" }]);
  } finally {
    globalThis.fetch = fetch;
  }
});

function pinnedVersion(name: string): string {
  const text = Deno.readTextFileSync(`${root()}/requirements.txt`);
  return new RegExp(`^${name}==(\\S+)`, "m").exec(text)?.[1] ?? "";
}
