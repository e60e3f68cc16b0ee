import { Frame } from "../table/frame.ts";

/**
 * The first rows of a ranking, and the rest gathered into one.
 *
 * @param ranked rows in order, each a label and a count
 * @param most how many rows stand by themselves
 * @param rest label of the row that gathers the others; there is none where nothing is left
 */
export function topAndRest<
  const L extends string,
  const C extends string,
  R extends { [K in L]: string } & { [K in C]: number },
>(
  ranked: Frame<R>,
  most: number,
  { label, count, rest }: { readonly label: L; readonly count: C; readonly rest: string },
): Frame<{ [K in L]: string } & { [K in C]: number }> {
  type Row = { [K in L]: string } & { [K in C]: number };
  const row = (name: string, number: number) => ({ [label]: name, [count]: number }) as Row;
  const top = ranked.slice(0, most).rows().map((one) => row(one[label], one[count]));
  const others = ranked.slice(most).rows();
  const sum = others.reduce((total, one) => total + one[count], 0);
  const rows = others.length === 0 ? top : [...top, row(rest, sum)];
  return Frame.fromRows<Row>(rows, [label, count] as (keyof Row & string)[]);
}

/**
 * Rows in the order that a list gives their labels; equal labels keep their order, labels that the
 * list lacks come last.
 *
 * @param column the column that holds the label
 * @param order labels in the wanted order
 */
export function inOrder<R extends object>(
  rows: Frame<R>,
  column: keyof R & string,
  order: readonly string[],
): Frame<R> {
  const position = (label: unknown) => {
    const at = order.indexOf(String(label));
    return at < 0 ? order.length : at;
  };
  const places = rows.column(column).map(position);
  const sorted = places.map((_, i) => i).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const all = rows.rows();
  return Frame.fromRows(
    sorted.flatMap((i) => all[i] ?? []),
    rows.names as (keyof R & string)[],
  );
}
