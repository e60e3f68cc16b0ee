import { assertEquals } from "@std/assert";
import { BLOCKS_MIME } from "lib/document/blocks.ts";
import {
  canonicalText,
  type Notebook,
  shownBlocks,
  sourceFor,
} from "lib/publish/jupyter/notebook.ts";

const blocks = [{ kind: "paragraph", words: ["甲"] }] as const;

const executed: Notebook = {
  cells: [
    { cell_type: "markdown", source: ["# 一\n", "二"], id: "by-chance" },
    {
      cell_type: "code",
      source: "const a = 1;\nawait show(a);",
      metadata: { tags: ["analyst"], ...{ execution: { "iopub.status.busy": "2024-01-01" } } },
      outputs: [{
        output_type: "display_data",
        data: { "text/plain": "一\n二", "text/html": ["<b>\n", "</b>"], [BLOCKS_MIME]: { blocks } },
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

Deno.test("a canonical notebook has numbered cells, lists of lines, and nothing of a run", () => {
  const text = canonicalText(executed);
  assertEquals(JSON.parse(text), {
    cells: [
      { cell_type: "markdown", id: "cell-01", metadata: {}, source: ["# 一\n", "二"] },
      {
        cell_type: "code",
        execution_count: null,
        id: "cell-02",
        metadata: { tags: ["analyst"] },
        outputs: [],
        source: ["const a = 1;\n", "await show(a);"],
      },
      {
        cell_type: "code",
        execution_count: null,
        id: "cell-03",
        metadata: {},
        outputs: [],
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

Deno.test("what a notebook's cells showed is read from its outputs, by the cell's number", () => {
  const shown = shownBlocks(executed);
  assertEquals([...shown], [[1, [...blocks]], [2, []]]);
  assertEquals(sourceFor("01-a", executed, shown), {
    notebook: "01-a",
    auditor: false,
    cells: [
      {
        prose: [
          { kind: "heading", level: 1, text: "一", place: "" },
          { kind: "paragraph", words: ["二"] },
        ],
        analyst: false,
      },
      { code: 1, blocks: [...blocks], analyst: true },
      { code: 2, blocks: [], analyst: false },
    ],
  });
});

Deno.test("a notebook keeps what it requires when it is written", () => {
  const metadata = { requires: ["published"] };
  const written = JSON.parse(canonicalText({ cells: [], metadata }));
  assertEquals(written.metadata.requires, ["published"]);
});

Deno.test("a notebook that VS Code has run and saved is what it was, but for what was written in it", () => {
  const picture = { "图.png": { "image/png": "iVBORw0KGgo=" } };
  const before = canonicalText({
    cells: [
      { cell_type: "markdown", source: "![图](attachment:图.png)", attachments: picture },
      { cell_type: "code", source: "await show(1);\n1;", metadata: { tags: ["analyst"] } },
      { cell_type: "raw", source: "原样" },
    ],
    metadata: { audience: "analyst" },
  });
  const saved = JSON.parse(before);
  saved.metadata.kernelspec.display_name = "Deno (.venv)";
  saved.metadata.language_info = {
    name: "typescript",
    version: "6.0.3",
    nbconvert_exporter: "script",
  };
  saved.metadata.vscode = { interpreter: { hash: "1" } };
  const [, code] = saved.cells;
  code.metadata = { ...code.metadata, vscode: { languageId: "typescript" } };
  code.execution_count = 3;
  code.outputs = [{ output_type: "stream", name: "stdout", text: ["张三\n"] }];
  assertEquals(canonicalText(saved), before);
  assertEquals(JSON.parse(before).cells[0].attachments, picture);
});
