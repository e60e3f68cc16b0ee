/** A check of an edition that publishing is handed by whoever begins it. */

/**
 * Runs a check before anything is made of an edition.
 *
 * @param module the address of a module whose default function returns lines to tell, and throws if
 *   no report can be made
 */
export async function checkedBy(module: string): Promise<readonly string[]> {
  const { default: check } = await import(module) as { readonly default: () => readonly string[] };
  return check();
}
