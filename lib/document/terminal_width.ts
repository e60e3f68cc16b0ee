/** How many columns of a terminal a text takes: a Chinese character takes two. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, one) => sum + (/[\u1100-\uffdc]/.test(one) ? 2 : 1), 0);
}
