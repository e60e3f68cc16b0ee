/** Talks to a browser in its own language, the Chrome DevTools Protocol, through pipes. */

/** What a browser answers, as far as it is known. */
type Answer = Readonly<Record<string, unknown>>;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly result?: Answer;
  readonly error?: { readonly message: string };
}

/** A browser that listens. It ends when it is told to, and when whoever talks to it ends. */
export interface Talk {
  /** Asks for something by its name. @throws {Error} in Chinese, if the browser refuses or ends */
  ask(method: string, params: Answer, session?: unknown): Promise<Answer>;
  /** Waits until something happens. @throws {Error} in Chinese, if the browser ends before */
  hear(method: string): Promise<void>;
  /** Ends the browser. */
  end(): Promise<void>;
}

/** Messages are JSON with a zero byte after each. */
const END = "\0";

/** A browser reads what it is asked on its fourth file and answers on its fifth. */
const PIPES = 'exec "$@" 3<&0 4>&1 >/dev/null';

/**
 * Starts a browser that shows no window.
 *
 * @param browser its path
 * @param args its options besides those for talking
 * @param signal ends it
 */
export function talkTo(browser: string, args: readonly string[], signal: AbortSignal): Talk {
  const child = new Deno.Command("/bin/sh", {
    args: ["-c", PIPES, "sh", browser, ...args, "--remote-debugging-pipe"],
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
    signal,
  }).spawn();
  const said = new Response(child.stderr).text();
  const writer = child.stdin.getWriter();
  const asked = new Map<number, PromiseWithResolvers<Answer>>();
  const awaited = new Map<string, () => void>();

  const take = ({ id, method, result, error }: Message) => {
    const waiting = id === undefined ? undefined : asked.get(id);
    if (error !== undefined) waiting?.reject(new Error(notPrinted(browser, error.message)));
    else waiting?.resolve(result ?? {});
    if (method !== undefined) awaited.get(method)?.();
  };
  const gone = (async (): Promise<never> => {
    let rest = "";
    for await (const text of child.stdout.pipeThrough(new TextDecoderStream())) {
      const messages = (rest + text).split(END);
      rest = messages.pop() ?? "";
      for (const message of messages) take(JSON.parse(message) as Message);
    }
    throw new Error(notPrinted(browser, await said));
  })();
  gone.catch(() => {}); // Whoever waits for an answer is told.

  return {
    ask: (method, params, session) => {
      const answer = Promise.withResolvers<Answer>();
      const id = asked.size;
      asked.set(id, answer);
      const message = {
        id,
        method,
        params,
        ...(session === undefined ? {} : { sessionId: session }),
      };
      writer.write(new TextEncoder().encode(JSON.stringify(message) + END)).catch(() => {});
      return Promise.race([answer.promise, gone]);
    },
    hear: (method) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      awaited.set(method, resolve);
      return Promise.race([promise, gone]);
    },
    end: async () => {
      await writer.close().catch(() => {});
      await child.status;
    },
  };
}

/** What to say of a browser that did not print, from what it said itself. */
export function notPrinted(browser: string, said: string): string {
  const reason = said.trim().split("\n").at(-1) ?? "";
  return `浏览器没有印出 PDF（${browser}）：${reason || "没有说原因"}`;
}
