/** What a cell must not do: wait for somebody at a terminal, or end the program that runs it. */

const ASKING = ["prompt", "confirm", "alert"] as const;

/**
 * Lets calls fail, with advice in Chinese, that no notebook may make: nobody can answer a question in
 * a report's run, and whoever ends the program ends all chapters without a word.
 *
 * @returns what allows them again
 */
export function forbid(): () => void {
  // In a worker there is nobody to ask, and types say so.
  const scope = globalThis as unknown as Record<string, unknown>;
  const before = Object.fromEntries([...ASKING, "close"].map((name) => [name, scope[name]]));
  const { exit } = Deno;
  for (const name of ASKING) {
    scope[name] = () => {
      throw new Error(`笔记本里不能用 ${name}()：请把要输入的内容写成单元里的一个常量。`);
    };
  }
  const ending = (name: string) => (): never => {
    throw new Error(`笔记本里不能用 ${name}()：要停在这一格，写 throw new Error("原因")。`);
  };
  scope.close = ending("close");
  Deno.exit = ending("Deno.exit");
  return () => {
    Object.assign(globalThis, before);
    Deno.exit = exit;
  };
}
