import type { Results } from "./tallies.ts";

/** What a program tells of one run on one register; times in milliseconds, memory in MB. */
export interface Measured {
  /** From the file to a table that can be counted, classified by the code lists. */
  readonly load: number;
  /** All tallies for the first time. */
  readonly first: number;
  /** All tallies again: median of some times. */
  readonly again: number;
  /** The most memory up to the end of the first tallies; null where the system does not tell. */
  readonly memory: number | null;
  /** From the start of the process to the end of the last figure. */
  readonly whole: number;
  readonly wholeMemory: number | null;
  readonly version: string;
  readonly results: Results;
}
