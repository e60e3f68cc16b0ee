import { assertEquals } from "@std/assert";
import { MADE_MIME } from "lib/document/exhibit.ts";
import { canonicalText, madeBy, type Notebook, withOutputs } from "lib/publish/jupyter/notebook.ts";

const made = { exhibits: [], statements: [] };

const executed: Notebook = {
  cells: [
    { cell_type: "markdown", source: ["# 一\n", "二"], id: "by-chance" },
    {
      cell_type: "code",
      source: "const a = 1;\nawait show(a);",
      metadata: { tags: ["analyst"], ...{ execution: { "iopub.status.busy": "2024-01-01" } } },
      outputs: [{
        output_type: "display_data",
        data: { "text/plain": "一\n二", "text/html": ["<b>\n", "</b>"], [MADE_MIME]: made },
        ...{ metadata: { isolated: true }, transient: {} },
      }],
      ...{ execution_count: 17 },
    },
    {
      cell_type: "code",
      source: "console.log(1)",
      outputs: [{ output_type: "stream", name: "stdout", text: "1\n2\n" }],
    },
  ],
};

Deno.test("a canonical notebook has numbered runs and cells, lists of lines and no times", () => {
  const text = canonicalText(executed);
  assertEquals(JSON.parse(text), {
    cells: [
      { cell_type: "markdown", id: "cell-01", metadata: {}, source: ["# 一\n", "二"] },
      {
        cell_type: "code",
        execution_count: 1,
        id: "cell-02",
        metadata: { tags: ["analyst"] },
        outputs: [{
          data: {
            [MADE_MIME]: made,
            "text/html": ["<b>\n", "</b>"],
            "text/plain": ["一\n", "二"],
          },
          metadata: {},
          output_type: "display_data",
        }],
        source: ["const a = 1;\n", "await show(a);"],
      },
      {
        cell_type: "code",
        execution_count: 2,
        id: "cell-03",
        metadata: {},
        outputs: [{ name: "stdout", output_type: "stream", text: ["1\n", "2\n"] }],
        source: ["console.log(1)"],
      },
    ],
    metadata: {
      kernelspec: { display_name: "Deno", language: "typescript", name: "deno" },
      language_info: { file_extension: ".ts", mimetype: "text/x.typescript", name: "typescript" },
    },
    nbformat: 4,
    nbformat_minor: 5,
  });
});

Deno.test("canonical text is its own canonical text, with sorted keys, real characters, one end", () => {
  const text = canonicalText(executed);
  assertEquals(canonicalText(JSON.parse(text)), text);
  assertEquals(text.includes("\\u"), false);
  assertEquals(text.endsWith("\n}\n"), true);
  const keys = [...text.matchAll(/^ "(\w+)":/gm)].map(([, key]) => key);
  assertEquals(keys, ["cells", "metadata", "nbformat", "nbformat_minor"]);
});

Deno.test("outputs of a run replace those of the notebook, and only those", () => {
  const source: Notebook = {
    cells: executed.cells.map((cell) =>
      cell.cell_type === "code" ? { ...cell, outputs: [] } : cell
    ),
  };
  assertEquals(canonicalText(withOutputs(source, executed)), canonicalText(executed));
});

Deno.test("what a notebook made is read from its outputs in order", () => {
  assertEquals(madeBy(executed), [made]);
});

Deno.test("a notebook keeps what it requires when it is written", () => {
  const metadata = { requires: ["published"] };
  const written = JSON.parse(canonicalText({ cells: [], metadata }));
  assertEquals(written.metadata.requires, ["published"]);
});
