// SPDX-License-Identifier: MIT
//
// A standard as data: its limits with their sources, its readings and items; and what is wrong with the file of one.

import type { ByStage, Limit, Sourced, Stage, Text } from "./terms.d.ts";

export type Standards = Standard[];

export interface Standard {
  id: string;
  title: Text;
  document: Text;
  /** Only of one that did not come with the engine: which built-in one it is made from, and all that it says otherwise. */
  own?: {
    parent: string | null;
    message: Text;
    changes: {
      kind: "changed" | "removed" | "added";
      /** By names and ids: "/indicators/degree/threshold/primary/value". */
      path: string;
      before: string | null;
      after: string | null;
    }[];
  };
  stages: Stage[];
  indicators: Indicator[];
  unitRule: CountRule | null;
  /** Whether each coefficient is judged, or their mean. */
  balance: "each" | "composite";
  compositeLimits: ByStage<Limit | null>;
  splitRatios: ({ id: string; weights: ByStage<number> } & Sourced)[];
  /** onlyWhen: the choice without which it does not count; null: it always does. */
  exclusions: ({
    id: string;
    type: Text;
    pupilsBelow: number | null;
    onlyWhen: { option: string; choice: string } | null;
  } & Sourced)[];
  options: OptionRule[];
  /** schoolRule: how many of the items each school has to meet; null: all of them. */
  parts: { id: string; title: Text; schoolRule: CountRule | null; items: ItemRule[] }[];
  supplements: ItemRule[];
}

/** So many met, and none of the rest below the floor: a share of what is asked. */
export interface CountRule extends Sourced {
  meetAtLeast: number;
  floor: number;
  floorText: string;
}

/** Source and confidence are those of the default. */
export interface OptionRule extends Sourced {
  id: string;
  title: Text;
  default: string;
  choices: { id: string; title: Text; warning: Text | null }[];
}

export interface ItemRule extends Sourced {
  id: string;
  title: Text;
  rule: Text;
  points: number | null;
  /** A condition of entry: a county that does not meet it is not recognised; where nothing is said, nothing follows. */
  entry: boolean;
  checks: {
    id: string;
    title: Text;
    basis: "attested" | "computed";
    optional: boolean;
    /** The quantities it can be computed from. With one that is `otherwise` another way to the same value begins. */
    fields: {
      id: string;
      label: Text;
      unit: Text;
      kind: "count" | "amount" | "percent" | "flag";
      otherwise: boolean;
    }[];
    /** That all its ways have in common, as people read it ("95 %"): the one that a standard of one's own may change. */
    limit: (Limit & { compare: "atLeast" | "above" | "atMost" | "below" }) | null;
    /**
     * Where it asks something else of a stage, of a kind of school or by another way: each that has a name in the file. One
     * that several ways have stands once for each of them.
     */
    limits: NamedLimit[];
  }[];
}

/** The name is that of a standard of one's own: `"limits": [{ "id": "others", "value": "2200", … }]`. */
export interface NamedLimit extends Limit {
  id: string;
  compare: "atLeast" | "above" | "atMost" | "below";
  stage: Stage | null;
  onlyWhen: { option: string; choice: string } | null;
  /** The kind of school, the first of several; empty: of all. */
  schools: Text;
  /** Under which condition, and else of what it is the limit. */
  about: Text;
}

export interface Indicator {
  id: string;
  title: Text;
  shortTitle: Text;
  unit: Text;
  /** Per so many pupils. */
  per: number;
  wholeSchool: "split" | "fallback";
  /** Alternatives; the first whose columns the table has is used. Each is a sum of fields. */
  fields: { id: string; label: Text; sign: "+" | "-" }[][];
  thresholds: ByStage<Limit | null>;
  cvLimits: ByStage<Limit | null>;
}

export interface StandardFault {
  /** JSON pointer into the file. */
  path: string;
  /** What would be accepted there. */
  accepted: string;
  message: Text;
}
