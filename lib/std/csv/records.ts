const QUOTE = '"';
const BARE = 'bare " in non-quoted-field';
const STRAY = 'extraneous or missing " in quoted-field';

/**
 * The records of a CSV text, one at a time; each may span several lines.
 *
 * @param text The text.
 * @param separator What stands between two fields.
 * @returns The fields of each record; none for a blank line.
 * @throws {SyntaxError} Where a quote stands that may not; lines are numbered as records are, with
 * the lines of the faulty record itself added.
 */
export function* records(text: string, separator: string): Generator<string[]> {
  const lines = linesOf(text);
  let at = 0;
  for (let number = 1; at < lines.length; number++) {
    const line = lines[at] ?? "";
    if (line === "") {
      at++;
      yield [];
    } else if (!line.includes(QUOTE)) {
      // Most lines are plain, and splitting one is many times faster than walking it.
      at++;
      yield line.split(separator);
    } else {
      const record = walk(lines, at, number, separator);
      at = record.next;
      yield record.fields;
    }
  }
}

/** Reads the record that begins at the line `start`, and says at which line the next one does. */
function walk(
  lines: readonly string[],
  start: number,
  number: number,
  separator: string,
): { fields: string[]; next: number } {
  const fields: string[] = [];
  let at = start;
  let line = lines[at] ?? "";
  let position = 0;

  const fault = (what: string, index: number) => {
    const column = [...line.slice(0, index)].length + 1;
    return new SyntaxError(
      `Syntax error on line ${number}; parse error on line ${number + at - start}, ` +
        `column ${column}: ${what}`,
    );
  };

  /** Reads a field up to the separator or the end of the line; says whether another follows. */
  const plain = (): boolean => {
    const end = line.indexOf(separator, position);
    const field = line.slice(position, end < 0 ? line.length : end);
    const quote = field.indexOf(QUOTE);
    if (quote >= 0) throw fault(BARE, position + quote);
    fields.push(field);
    position = end + separator.length;
    return end >= 0;
  };

  /** Reads a quoted field, over as many lines as it has; says whether another follows. */
  const quoted = (): boolean => {
    let field = "";
    for (position++;;) {
      const quote = line.indexOf(QUOTE, position);
      const end = quote < 0 ? line.length : quote;
      field += line.slice(position, end);
      if (quote < 0) {
        const following = lines[at + 1];
        if (following === undefined) throw fault(STRAY, position < end ? 0 : end);
        at++;
        field += "\n";
        line = following;
        position = 0;
        continue;
      }
      position = quote + 1;
      if (line[position] === QUOTE) {
        field += QUOTE;
        position++;
      } else if (line.startsWith(separator, position)) {
        fields.push(field);
        position += separator.length;
        return true;
      } else if (position === line.length) {
        fields.push(field);
        return false;
      } else {
        throw fault(STRAY, quote);
      }
    }
  };

  for (let more = true; more;) more = line[position] === QUOTE ? quoted() : plain();
  return { fields, next: at + 1 };
}

/** The lines of a text without their ends; a final line end begins no further line. */
function linesOf(text: string): string[] {
  const body = text.startsWith("\ufeff") ? text.slice(1) : text;
  const lines = body.split(/\r?\n/);
  const last = lines.pop() ?? "";
  if (last !== "") lines.push(last.endsWith("\r") ? last.slice(0, -1) : last);
  return lines;
}
