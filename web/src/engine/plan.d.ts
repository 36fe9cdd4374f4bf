// SPDX-License-Identifier: MIT
//
// What to do about a result (engine/plan.js): the least plan that makes a stage pass, how sure its verdict is, what comes. A
// module of its own beside the engine, as few ask for it:
//
//   const planner = await loadPlanner();
//   const open = planner.open({ table, standard });
//   const plan = open.plan({ county: 0, stage: "primary" });
//
// What a plan is and what it proves stands in docs/plan.md. Amounts are texts of decimal numbers in the unit of their
// resource (people, rooms, ㎡, yuan), money is in yuan. Numbers that are not known are null, never zero.

import type { EvaluateRequest, Stage, StandardFault, Text, Verdict } from "./junheng.d.ts";

/** Loads the module. It finds `plan.wasm` beside itself, in Node as in a browser. */
export function loadPlanner(options?: { wasm?: URL | ArrayBuffer | Uint8Array<ArrayBuffer> }): Promise<Planner>;

export interface Planner {
  /**
   * Evaluates as evaluate() does and keeps it. Null where the tables are too big, or the standard is none. Throws for want
   * of memory; the module has come to its end then, and another one is to be loaded.
   */
  open(request: Omit<EvaluateRequest, "detail" | "explain">): OpenPlan | null;
  /** As that of the engine: all faults of the file, none where it is taken. */
  addStandard(standard: string | object): StandardFault[];
}

export interface OpenPlan {
  readonly stages: readonly PlanCounty[];
  /**
   * Null where there is no such county, stage or year. `progress` is told how many parts of the plan are done, of how many
   * at most: it may end before.
   */
  plan(asked: PlanRequest, progress?: (done: number, all: number) => void): PlanAnswer | null;
  sureness(asked: StagePlace): Sureness | null;
  /** Null where there is no such county. */
  outlook(asked: OutlookRequest): OutlookAnswer | null;
  /** Gives its memory back. */
  close(): void;
}

export interface PlanCounty {
  /** Null: the table has no column of counties. */
  readonly name: string | null;
  /** Those that have units. */
  readonly stages: readonly {
    readonly stage: Stage;
    readonly verdict: Verdict | null;
    /** In the order in which caps and places count them. */
    readonly units: readonly (UnitPlace & {
      readonly verdict: Verdict | null;
      /** Where the table has a column of towns (乡镇). */
      readonly town?: string;
    })[];
    readonly resources: readonly {
      /** Of the indicator. */
      readonly id: string;
      readonly title: Text;
      readonly shortTitle: Text;
      /** The field that is had, as changes name it; null: nothing that stands in the table. */
      readonly field: string | null;
      /** What is had, and the unit of prices, caps and amounts; null: nothing that stands in the table. */
      readonly resource: Text | null;
      readonly unit: Text | null;
    }[];
  }[];
}

export interface UnitPlace {
  readonly school: string | null;
  readonly row: number | null;
  /** Where there are several. */
  readonly sheet?: string | null;
  readonly pupils?: number | null;
}

export interface StagePlace {
  /** Place in `stages`. */
  county: number;
  stage: Stage;
}

export interface PlanRequest extends StagePlace {
  /** By indicator; one that is left out has no price and no cap. */
  resources?: readonly ResourceWish[];
  /** Places of units at which nothing changes. */
  fixed?: readonly number[];
  /** Yuan at most. Where the plan costs more, what this buys is searched too: `PlanAnswer.budget`. */
  budget?: string;
  /** 分流: pupils may go to another school of the stage before anything is had. Left out: none does. */
  pupils?: PupilLimits;
  /**
   * The county of a year to come, from 1 to 6, is planned instead of that of now. Places of units in the request are those
   * of now, in the answer those of the year; `PlanAnswer.changes` are what the year changes, then the plan.
   */
  ahead?: Omit<OutlookRequest, "county"> & { year: number };
}

/** A school is one of those in their order; schools of several stages keep their pupils. */
export interface PupilLimits {
  /** In all. */
  most: number;
  /** By place of the unit: so many come or leave at most; null: no cap. */
  atMost?: readonly (number | null)[];
  /** Places of units between which they may go, either way; left out: all. */
  pairs?: readonly (readonly [number, number])[];
}

/**
 * Without any price things are only counted: each is then worth so many pupils as the threshold asks it for, which decides
 * what is had rather than what. Where one has a price, what has none is not bought.
 */
export interface ResourceWish {
  id: string;
  /** Yuan of one. */
  price?: string;
  /** Yuan of moving one from one school to another; left out: not moved. */
  move?: string;
  /** Where things are only counted: may be moved. */
  moves?: boolean;
  /** The least that is had; whole people and rooms, hundredths of ㎡ and yuan where nothing is said. */
  step?: string;
  /** Nothing of it changes. */
  fixed?: boolean;
  /** By place of the unit: how much may be added at most; null: no cap. */
  caps?: readonly (string | null)[];
}

export interface PlanAnswer {
  /**
   * planned: a plan, an empty one where all passes as it is. over_budget: it costs more than the budget. infeasible: the
   * caps do not let it pass, see `shortfalls`. refused: an obstacle, or numbers beyond what is computed exactly.
   */
  readonly outcome: "planned" | "over_budget" | "infeasible" | "refused";
  readonly obstacle: PlanObstacle | null;
  /** No price was named: costs are null. */
  readonly counted: boolean;
  readonly cost: number | null;
  /** No plan costs less. */
  readonly bound: number | null;
  /** (cost − bound) / cost; 0 where it is proved that nothing is less. Null without a plan. */
  readonly gap: number | null;
  readonly optimal: boolean;
  /** What the budget buys, where it does not buy the plan: all that follows is of this then. */
  readonly budget: {
    readonly cost: number | null;
    /** Places of units that pass then and did not before. */
    readonly units: readonly number[];
    /** Coefficients likewise within their limit, by indicator. */
    readonly coefficients: readonly string[];
    /** No plan within the budget wins more than this many, units and coefficients together. */
    readonly most: number;
    /** The coefficient that was brought down with what was left; null: none was, or it is the mean. */
    readonly nearer: string | null;
    /** No plan within the budget that wins the same brings that coefficient, or the mean, as low as this. */
    readonly beyond: string | null;
  } | null;
  readonly shortfalls: readonly (UnitPlace & {
    readonly indicator: string;
    readonly unit: number;
    /** So much more than the cap allows would do. */
    readonly by: string;
  })[];
  /** A number of the plan counts in another stage of its school too, so that plans of stages do not add up. */
  readonly shares?: boolean;
  /** This and the rest only where there is a plan. */
  readonly pupils?: PupilsMoved;
  readonly indicators?: readonly {
    readonly id: string;
    readonly bought: string;
    readonly moved: string;
    readonly cost: number | null;
    readonly limitText: string | null;
    readonly before: PlanBalance;
    readonly after: PlanBalance;
  }[];
  /** 综合差异系数, the mean of the coefficients, where the standard judges that: `limitText` of each is null then. */
  readonly composite?: { readonly before: string; readonly after: string; readonly limit: string };
  /** Those that get or give something. */
  readonly schools?: readonly (UnitPlace & {
    readonly unit: number;
    readonly before: Verdict | null;
    readonly after: Verdict | null;
    readonly changes: readonly {
      readonly indicator: string;
      /** Negative: given to others. */
      readonly by: string;
      /** Values of the indicator, as they are shown beside its threshold. */
      readonly before: string | null;
      readonly after: string | null;
      readonly verdictBefore: Verdict | "near" | null;
      readonly verdictAfter: Verdict | "near" | null;
    }[];
  })[];
  /** What one school gets of one resource, those first that do most for their cost when they are done alone. */
  readonly steps?: readonly (UnitPlace & {
    readonly unit: number;
    readonly indicator: string;
    readonly by: string;
    readonly cost: number | null;
    readonly effect: number;
  })[];
  /** As those of a scenario in a project file. */
  readonly changes?: readonly {
    readonly kind: "set" | "close" | "add";
    readonly row: number;
    readonly field: string;
    readonly stage: string;
    readonly text: string;
  }[];
  /** By the engine's own evaluation of the table with the plan in it. */
  readonly verdictAfter?: Verdict | null;
}

/**
 * Where pupils might go: who goes, before the rest. By a heuristic, so that `bound` and `optimal` are of the stage with its
 * pupils so. None where no way was found that costs less.
 */
export interface PupilsMoved {
  /** What the plan costs where nobody goes; null: there is none then, or things are only counted. */
  readonly costWithout: number | null;
  readonly moves: readonly {
    readonly from: PupilSchool;
    readonly to: PupilSchool;
    readonly pupils: number;
    /** The plan costs so much more where these stay, and that as a part of what it costs where nobody goes. */
    readonly saved: number | null;
    readonly part: number | null;
    /** There is no plan where these stay. */
    readonly needed: boolean;
  }[];
}

/** `pupils` are those of before. */
export interface PupilSchool extends UnitPlace {
  readonly unit: number;
  readonly pupilsAfter: number;
}

/** Why nothing can be planned; unit and indicator where it is a value. */
export interface PlanObstacle extends Partial<UnitPlace> {
  readonly code: "no_units" | "value_missing" | "value_given" | "composite" | "not_confirmed";
  readonly indicator?: string;
}

export interface PlanBalance {
  readonly cv: number | null;
  readonly cvText: string | null;
  readonly verdict: Verdict | null;
  readonly mean: number | null;
}

/** A cell by which a verdict tips, and the number that does it. */
export interface TippingCell extends UnitPlace {
  readonly field: Text;
  readonly unit: Text;
  readonly column: string | null;
  /** So much more, or less. */
  readonly by: string;
}

export interface CvMargin {
  readonly verdict: Verdict | null;
  /** Limit − coefficient. */
  readonly margin: number | null;
  readonly first: TippingCell | null;
}

export interface Sureness {
  readonly verdict: Verdict | null;
  /** False: a row's stage is not known; then lists are empty. */
  readonly followed: boolean;
  readonly margins: {
    readonly stage: TippingCell | null;
    /** Null where the coefficients are judged one by one. */
    readonly mean: CvMargin | null;
    readonly indicators: readonly (CvMargin & { readonly id: string })[];
    readonly units: readonly {
      readonly unit: number;
      readonly verdict: Verdict | null;
      readonly first: TippingCell | null;
    }[];
  };
  /** 督学抽查单: cells whose plausible slip tips a verdict, those first that tip most with least. At most twenty. */
  readonly visits: readonly (UnitPlace & {
    readonly field: Text;
    readonly unit: Text;
    readonly column: string | null;
    readonly slip: SlipKind;
    readonly from: string;
    /** Null: nothing stands there. */
    readonly to: string | null;
    /** Indicators whose coefficient has another verdict then. */
    readonly coefficients: readonly string[];
    /** Their mean has another one. */
    readonly mean: boolean;
    readonly unitBefore: Verdict | null;
    readonly unitAfter: Verdict | null;
    readonly stageBefore: Verdict | null;
    readonly stageAfter: Verdict | null;
  })[];
  /** How many verdicts are others if numbers are rounded first, as the form is filled in; the first forty of them. */
  readonly roundedCount: number;
  readonly rounded: readonly (Partial<UnitPlace> & {
    /** Null: it is a coefficient. */
    readonly school: string | null;
    readonly indicator: string;
    readonly value: number | null;
    readonly rounded: string;
    readonly before: Verdict | "near" | null;
    readonly after: Verdict | "near" | null;
  })[];
  /** Choices of options (口径) that are not taken and would change something in this county. */
  readonly options: readonly {
    readonly option: string;
    readonly choice: string;
    readonly message: Text;
    readonly before: Verdict | null;
    readonly after: Verdict | null;
    readonly units: number;
  }[];
}

export type SlipKind =
  | "one_less"
  | "one_more"
  | "digits_swapped"
  | "tenth"
  | "ten_times"
  | "row_above"
  | "row_below"
  | "column_before"
  | "column_after"
  | "blank"
  | "other_unit_less"
  | "other_unit_more";

/** 三年复查沙盘: what is assumed of the years to come. Without anything the county stays as it is: as many come as leave. */
export interface OutlookRequest {
  /** Place in `stages`. */
  county: number;
  /** Years that a pupil spends in a stage; a stage without any keeps its pupils. They are spread evenly over the grades. */
  grades?: Partial<Record<Stage, number>>;
  /** By how much the entrants of a stage grow each year: "-0.02" is 2 % less than the year before. */
  growth?: Partial<Record<Stage, string>>;
  /**
   * Entrants that are known: of the school on a row, or of all schools of a town together, in one of the years from 1. What
   * a town's schools with numbers of their own leave is spread over its others in proportion to their pupils of now.
   */
  entrants?: readonly {
    row?: number;
    town?: string;
    stage: Stage;
    year: number;
    pupils: number;
  }[];
  /** By indicator, what its resource gains or loses each year: "-0.1" is ageing of a tenth. */
  resources?: Record<string, string>;
  /** Changes of a scenario from a year on; schools that are added count from row 900000000. */
  changes?: readonly {
    year: number;
    kind: "set" | "close" | "add";
    row?: number;
    field?: string;
    stage?: string;
    text?: string;
    /** Instead of a text: so much more than the table has now, or less ("-3"); several of one cell add up. */
    by?: string;
  }[];
}

export interface OutlookAnswer {
  /** Now and the next six years, each with the county's stages that have units. */
  readonly years: readonly (readonly OutlookStage[])[];
  /** The first year in which something fails that passes now. */
  readonly failures: readonly (Partial<UnitPlace> & {
    readonly stage: Stage;
    readonly year: number;
    /** Null: it is the stage, or a coefficient of it. */
    readonly school: string | null;
    /** Whose coefficient it is; null: the verdict of the school or the stage. */
    readonly indicator: string | null;
    /** Of a school: its indicators below their thresholds then. */
    readonly below: readonly string[];
  })[];
  /**
   * Where the request had the year before: CV² of each coefficient then and now, and what made the difference. The three
   * parts add up to it.
   */
  readonly past: readonly {
    readonly stage: Stage;
    readonly indicator: string;
    readonly before: number | null;
    readonly after: number | null;
    readonly schools: number | null;
    readonly pupils: number | null;
    readonly resources: number | null;
  }[];
}

export interface OutlookStage {
  readonly stage: Stage;
  readonly pupils: number;
  readonly units: number;
  readonly unitsPassing: number;
  readonly verdict: Verdict | null;
  readonly indicators: readonly {
    readonly id: string;
    readonly cv: number | null;
    readonly cvText: string | null;
    readonly verdict: Verdict | null;
  }[];
}
