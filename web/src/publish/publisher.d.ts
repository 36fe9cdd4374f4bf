// SPDX-License-Identifier: MIT
//
// The types of the publishing module, dist/site/publish/publish.js. It lies beside the engine and loads it.

import type { Evaluation, Reading, Remark, Text, Verdict } from "../engine/junheng.d.ts";

/** Finds its parts beside itself, in Node as in a browser. */
export function loadPublisher(): Promise<Publisher>;

export interface Publisher {
  /**
   * A county's page for everybody. Columns that the evaluation has no use for, rows that are no schools, counts of
   * fewer than five people, remarks and last year's table are left out; what that costs is in `lost`.
   * Throws a RangeError where the standard is not known.
   */
  publish(work: Work): Publication;
  /** Evidence (封存包): one file with everything, nothing left out. */
  seal(work: Work): Publication;
  /**
   * A sealed or published single file, computed again; null: it is no such file, or its standard is not known. Bytes
   * are judged as bytes: a mark of byte order before them, or one that is no UTF-8, is a difference.
   */
  check(file: string | Uint8Array): Checked | null;
  /** What changed between two checked files, school by school. */
  compare(before: Checked, after: Checked): SealedComparison;
  /** Schools' files as one county's work, to be evaluated, published or sealed like any other. */
  merge(files: readonly { name: string; data: Checked["data"] }[]): Merged;
}

export interface Checked {
  /**
   * agrees: it is, byte for byte, the file that follows from its data under the standard that this engine knows, and
   * the programs in it are those of this version or of a released one. program: the same, but with programs that are not; what they show is
   * not known. own: the same under a standard that did not come with the engine. differs: anything else.
   */
  state: "agrees" | "own" | "program" | "differs";
  data: Published;
  evaluation: Evaluation;
  sums: { data: string; standard: string; engine: string };
}

/** What a file carries, junheng.published/1; the keys are those of Work, none is missing. */
export type Published = Required<Omit<Work, "tables" | "keepSmallCounts" | "ownStandards" | "remarks" | "plan">> & {
  schema: "junheng.published/1";
  /** sealed: nothing is left out. */
  kind: "published" | "sealed";
  tables: { name: string; text: string; file?: string }[];
  ownStandards: string[];
  remarks: Remark[];
  leftOut: Publication["leftOut"];
  /** Absent where none is published. */
  plan?: { name: string; edits: { row: number; column: number; text: string }[] };
};

export interface SealedComparison {
  /** By their sums. */
  readonly same: { readonly data: boolean; readonly standard: boolean; readonly engine: boolean };
  readonly verdicts: {
    readonly county: string | null;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  readonly coefficients: {
    readonly county: string | null;
    readonly stage: string;
    readonly indicator: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  /** As they were filled in, of schools that are in both; null: its table has no such column. */
  readonly cells: {
    readonly school: string;
    readonly column: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
  readonly schools: {
    readonly school: string;
    readonly stage: "primary" | "middle" | "senior" | null;
    /** Id of an indicator; "pupils", "verdict", or "there": in one of the two only. */
    readonly what: string;
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

/** A fault names what does not go together; the files are those that show it. */
export type Merged =
  | {
      readonly work: Work;
      /** Files whose table of the year before is not in it. */
      readonly notMerged: readonly string[];
    }
  | {
      readonly fault: "nothing" | "standards" | "options" | "columns" | "header" | "years" | "county" | "twice";
      readonly files: string[];
    };

/** What junheng.project/1 holds, and what only a publisher knows. */
export interface Work {
  /** Heads the page; left out: named after county. */
  title?: string;
  publisher?: string;
  /** Where the numbers come from, and of which day they are. */
  source?: string;
  date?: string;
  /** "quality-2017" where nothing is said. */
  standard?: string;
  /** Files of standards of one's own, parents first. */
  ownStandards?: readonly string[];
  options?: Record<string, string>;
  tables: readonly { name: string; text: string; file?: string }[];
  reading?: Reading;
  county?: string;
  previous?: string;
  remarks?: readonly Remark[];
  /**
   * A scenario that is published as the county's plan: other numbers in cells of its one table (`changes` of a PlanAnswer or
   * of a project file). One with anything else in it is not published.
   */
  plan?: {
    name: string;
    changes: readonly { kind: string; row: number; field: string; stage: string; text: string }[];
  };
  /** Publishes counts of fewer than five people too. */
  keepSmallCounts?: boolean;
}

export type Language = "zh" | "en";

export interface Publication {
  /** Of what is published. */
  evaluation: Evaluation;
  leftOut: {
    columns: string[];
    rows: number;
    small: { sheet: number; row: number; column: string }[];
  };
  /** Verdicts and coefficients that read otherwise to the public, because of what was left out. */
  lost: {
    county: string | null;
    kind: "county" | "part" | "item" | "coefficient";
    /** Of the part, the item, or "primary.books". */
    id: string;
    title: Text | null;
    whole: Verdict | string | null;
    published: Verdict | string | null;
  }[];
  /** Whether the plan of the work is published with it: not where it is of anything but cells that are public. */
  planned: boolean;
  /** SHA-256 in hexadecimal digits. */
  sums: { data: string; standard: string; engine: string };
  /** One HTML file that opens anywhere, also from a disk. Chinese first where nothing is said. */
  single(language?: Language): string;
  /** A folder for any web server: names and bytes. */
  files(): Record<string, Uint8Array>;
  /** The same folder as a .zip. The same work gives the same bytes. */
  zip(): Uint8Array;
}

/** For programs that have the parts already: the page's script and style, and the engine's .wasm. */
export function makePublisher(engine: import("../engine/junheng.d.ts").Junheng, parts: PublisherParts): Publisher;

export interface PublisherParts {
  script: string;
  style: string;
  wasm: Uint8Array<ArrayBuffer>;
  /** SHA-256 of the programs of each version that is known beside this one; left out: those that were released. */
  released?: readonly { script: string; style: string; engine: string }[];
}
