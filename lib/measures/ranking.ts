import { Frame } from "../frames/frame.ts";

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
