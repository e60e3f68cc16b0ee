/** Writes a Word document for `beside.ts`. */
import type { Asked } from "./beside.ts";
import { writeWord } from "./document.ts";
import type { Bitmaps } from "./picture.ts";

/** A document, and the bitmaps in it. */
export interface Written {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly used: Bitmaps["used"];
}

/** What came of it. */
export type Answer = Written | { readonly error: string };

/** A worker's own side, which the types of a page do not know. */
const scope = globalThis as unknown as {
  onmessage: (event: MessageEvent<Asked>) => void;
  postMessage(answer: Answer): void;
};

scope.onmessage = async ({ data: { edition, chapters, font, known } }) => {
  const used: Bitmaps["used"] = new Map();
  try {
    const bytes = await writeWord(edition, chapters, { font, bitmaps: { known, used } });
    scope.postMessage({ bytes, used });
  } catch (error) {
    scope.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
};
