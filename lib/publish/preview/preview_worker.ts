/** Makes previews for `watch.ts`, which begins another one when the code has changed. */
import { openPreview, type Preview } from "./preview.ts";

/** What is asked for, each time with the same values. */
export interface Asked {
  readonly year: number;
  readonly check?: string | undefined;
}

/** What came of it. */
export type Answer = Preview | { readonly error: string };

/** A worker's own side, which the types of a page do not know. */
const scope = globalThis as unknown as {
  onmessage: (event: MessageEvent<Asked>) => void;
  postMessage(answer: Answer): void;
};

let make: (() => Promise<Preview>) | undefined;

scope.onmessage = async ({ data: { year, check } }) => {
  try {
    make ??= openPreview(year, check);
    scope.postMessage(await make());
  } catch (error) {
    scope.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
};
