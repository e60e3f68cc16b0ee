/** The part of the npm package `cephes` that is used here; the package brings no types. */
declare const cephes: {
  /**
   * Quantile of Student's t.
   *
   * @param degrees of freedom, a whole number from 1 on
   * @param probability between 0 and 1
   */
  stdtri(degrees: number, probability: number): number;
};
export default cephes;
