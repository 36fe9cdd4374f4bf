// SPDX-License-Identifier: MIT
//
// An evaluation that stays in the engine, and comes out in the pieces that are asked for.

import type { Stage, Text, ValueVerdict, Verdict } from "./terms.d.ts";
import type { Item, Part, Unit, UnitValue } from "./items.d.ts";
import type { County, Evaluation, IndicatorResult, Issue } from "./evaluation.d.ts";

export type Language = "zh" | "en";

/** T with its texts in one language: of each Text only that key is there. */
export type InLanguage<T, L extends Language> = [Language] extends [L]
  ? T
  : T extends readonly (infer U)[]
    ? InLanguage<U, L>[]
    : T extends Text
      ? Omit<T, Exclude<Language, L>>
      : T extends object
        ? { [K in keyof T]: InLanguage<T[K], L> }
        : T;

/** Both languages where nothing is said. */
export interface Told<L extends Language> {
  language?: L;
}

/**
 * An evaluation that is kept. What it hands out is a copy and stays good; after close() every method throws an Error,
 * and nothing else throws: a county, a unit or a place that is not there is null.
 */
export interface OpenEvaluation {
  readonly closed: boolean;
  /** How many; each is asked for by its place from 0, in the order of `Evaluation.counties`. */
  readonly countyCount: number;
  readonly issueCount: number;
  /** Everything of an Evaluation but its counties and its issues. */
  head<L extends Language = Language>(told?: Told<L>): InLanguage<Omit<Evaluation, "counties" | "issues">, L>;
  /** All counties as columns of numbers. */
  summary(): Summary;
  /** One of `Evaluation.counties`, with all its units unless `units` is false, and `explain` as evaluate() takes it. */
  county<L extends Language = Language>(
    county: number,
    asked?: Told<L> & { units?: boolean; explain?: boolean },
  ): InLanguage<County, L> | null;
  /** The units of one county, or of all, as columns of numbers; `shares` adds `cvShare`. */
  units(county?: number, asked?: { shares?: boolean }): UnitColumns | null;
  /** `count` (100 where nothing is said) of the issues, in the order of their lines, without the first `from`. */
  issues<L extends Language = Language>(from?: number, count?: number, told?: Told<L>): InLanguage<Issue, L>[];
  /** The one thing at this place with all that explains it, as it stands in a full Evaluation. */
  explain<P extends Place, L extends Language = Language>(place: P, told?: Told<L>): InLanguage<Explained<P>, L> | null;
  /** Frees the memory of the evaluation and its tables. May be called again. */
  close(): void;
}

/** Counties and units count from 0 as in the columns; all else by its id. */
export type Place =
  | { county: number; unit: number; indicator: string }
  | { county: number; unit: number }
  | { county: number; stage: Stage; indicator: string }
  | { county: number; part: string }
  | { county: number; item: string };
export type Explained<P extends Place> = P extends { unit: number; indicator: string }
  ? UnitValue
  : P extends { unit: number }
    ? Unit
    : P extends { stage: Stage }
      ? IndicatorResult
      : P extends { part: string }
        ? Part
        : Item;

/** What the bytes of columns stand for: `codes.verdict[column.verdict[i]]`. Null: not judged. */
export interface Codes {
  readonly verdict: readonly (ValueVerdict | null)[];
  readonly stage: readonly Stage[];
  readonly status: readonly Unit["status"][];
  readonly origin: readonly UnitValue["origin"][];
}

/** Texts that are made when they are read; null where the table has none. */
export interface TextColumn {
  readonly length: number;
  at(index: number): string | null;
  /** The first place; -1 where it is none of them. */
  indexOf(text: string): number;
}

/**
 * Numbers of all counties. Arrays have a place for each county, times each part, stage, or stage and indicator, of which
 * the last runs fastest: `byIndicator.cv[(county * stages.length + stage) * indicators.length + indicator]`.
 * What is not known is NaN among Float64; counts are 0 where the standard judges no units (`Standard.unitRule`).
 */
export interface Summary {
  readonly codes: Codes;
  /** The worst of the counties. */
  readonly verdict: Verdict;
  readonly counties: TextColumn;
  readonly provinces: TextColumn;
  /** Ids, in the order of the arrays. */
  readonly parts: readonly string[];
  readonly stages: readonly Stage[];
  readonly indicators: readonly string[];
  readonly byCounty: { readonly verdict: Uint8Array };
  readonly byPart: { readonly verdict: Uint8Array };
  readonly byStage: {
    readonly verdict: Uint8Array;
    readonly units: Uint32Array;
    readonly pupils: Float64Array;
    readonly unitsPassing: Uint32Array;
    readonly unitsFailing: Uint32Array;
    readonly unitsUnknown: Uint32Array;
    readonly compositeCv: Float64Array;
  };
  readonly byIndicator: {
    readonly mean: Float64Array;
    readonly standardDeviation: Float64Array;
    readonly cv: Float64Array;
    readonly verdict: Uint8Array;
    readonly unitsMeeting: Uint32Array;
    readonly unitsNear: Uint32Array;
    readonly unitsFailing: Uint32Array;
    readonly unitsUnknown: Uint32Array;
    /** 1: the coefficient was published. */
    readonly given: Uint8Array;
  };
  /** The same in every county: by stage, and by stage and indicator. */
  readonly limits: {
    readonly compositeCv: Float64Array;
    readonly cv: Float64Array;
    readonly threshold: Float64Array;
  };
}

/** Units in the order of `County.units`, one array for each of their keys; a county's are those from begin[county] on. */
export interface UnitColumns {
  readonly codes: Codes;
  readonly length: number;
  /** For each county that was asked for where it begins, and the end of the last. */
  readonly begin: Uint32Array;
  /** Within its sheet, from 1. */
  readonly row: Uint32Array;
  /** From 0. */
  readonly sheet: Uint16Array;
  /** 255: no stage. */
  readonly stage: Uint8Array;
  readonly status: Uint8Array;
  readonly divided: Uint8Array;
  /** NaN: not known. */
  readonly pupils: Float64Array;
  /** 255: the standard has no thresholds, or the unit is not evaluated. */
  readonly meeting: Uint8Array;
  readonly verdict: Uint8Array;
  readonly indicators: readonly {
    readonly id: string;
    /** NaN: not known, and for what is not evaluated. */
    readonly value: Float64Array;
    readonly verdict: Uint8Array;
    readonly origin: Uint8Array;
    /** Null unless it was asked for. */
    readonly cvShare: Float64Array | null;
  }[];
  /** Of the schools. Asks the evaluation, which must still be open. */
  names(): TextColumn;
}
