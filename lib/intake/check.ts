/** What a check is: it looks at what was read and reports places; it changes nothing. */
import type { Dictionaries } from "../edition/dictionaries.ts";
import type { Graduate } from "../edition/graduates.ts";
import type { Place } from "./findings.ts";
import type { Rows } from "./rows.ts";
import type { Source } from "./source.ts";
import type { Frame } from "../table/frame.ts";

/** All that a check may look at. */
export interface Subject {
  readonly year: number;
  readonly sources: readonly Source[];
  /** The registers with what other files add, in the edition's own values and the files' columns. */
  readonly translated: Rows;
  /** The same rows in the edition's own columns. */
  readonly graduates: Rows;
  readonly dictionaries: Dictionaries;
  /** The newest earlier edition that has records. */
  readonly past?: { readonly year: number; readonly graduates: Frame<Graduate> };
}

/** What a check reports, without its own name. */
export type Report = (place: Omit<Place, "check">) => void;

/** A check, in a file of its own. */
export interface Check {
  /** What an analyst calls it, in messages and after `--accept`. */
  readonly name: string;
  readonly find: (subject: Subject, report: Report) => void;
}
