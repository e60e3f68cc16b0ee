/** How wide text is, since a server has no font to ask: a 汉字 is one em, other characters less. */

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3ffff}“”‘’…—·]/u;

/** Width in em: 1 for a full-width character, 0.6 for any other (a little more than they need). */
export function emWidth(text: string): number {
  return [...text].reduce((width, character) => width + (WIDE.test(character) ? 1 : 0.6), 0);
}

/**
 * Breaks text into lines no wider than `most` em, of about equal width, so that no line is left
 * with a character or two. Latin words and numbers are not torn, no line starts with a stop.
 */
export function wrap(text: string, most: number): string[] {
  const lines = Math.ceil(emWidth(text) / most);
  const even = breakAt(text, Math.min(emWidth(text) / lines + 1, most));
  return even.length <= lines ? even : breakAt(text, most);
}

function breakAt(text: string, most: number): string[] {
  const pieces = text.match(/[A-Za-z0-9.%]+|./gu) ?? [];
  const lines = [""];
  for (const piece of pieces) {
    const line = lines.at(-1) ?? "";
    const stays = line === "" || emWidth(line + piece) <= most ||
      /^[，。、；：）”！？]$/.test(piece);
    if (stays) lines[lines.length - 1] = line + piece;
    else lines.push(piece);
  }
  return lines;
}
