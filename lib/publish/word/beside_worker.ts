/** Writes a Word document for `beside.ts`. */
import { writeWord } from "./document.ts";

/** What came of it. */
export type Answer = { readonly bytes: Uint8Array<ArrayBuffer> } | { readonly error: string };

/** A worker's own side, which the types of a page do not know. */
const scope = globalThis as unknown as {
  onmessage: (event: MessageEvent<Parameters<typeof writeWord>>) => void;
  postMessage(answer: Answer): void;
};

scope.onmessage = async ({ data }) => {
  try {
    scope.postMessage({ bytes: await writeWord(...data) });
  } catch (error) {
    scope.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
};
