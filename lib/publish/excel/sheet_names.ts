/** Excel takes no longer name. */
const LONGEST = 31;

/**
 * A name for each sheet that Excel takes: short, without the characters that it refuses, no two the
 * same even where only capitals differ.
 *
 * @param wanted what the sheets are to be called, e.g. `表 3 毕业生人数分院（系）统计表`
 */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((text) => {
    const name = safe(text);
    let unique = cut(name, LONGEST);
    for (let again = 2; taken.has(unique.toLowerCase()); again++) {
      const end = ` (${again})`;
      unique = cut(name, LONGEST - end.length) + end;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}

/** A sheet's name as it stands in a reference, e.g. `'表 3'!A1`. */
export function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

function safe(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff[\]:\\/?*]+/gu, " ").replace(/\s+/g, " ");
  const name = plain.replace(/^[\s']+|[\s']+$/g, "");
  // Excel keeps this name for itself.
  return name === "" || name.toLowerCase() === "history" ? `${name}_` : name;
}

/** The beginning of a name, no longer than Excel counts it; no character is torn. */
function cut(name: string, most: number): string {
  let short = "";
  for (const character of name) {
    if (short.length + character.length > most) break;
    short += character;
  }
  return short.replace(/[\s']+$/, "");
}
