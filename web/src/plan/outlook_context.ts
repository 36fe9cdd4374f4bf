// SPDX-License-Identifier: MIT
//
// What every part of the years to come needs beside what the view of plans knows.

import type { Column, Stage, Standard } from "../engine/junheng.d.ts";
import type { PlanCounty } from "../engine/plan.d.ts";
import { outlookEn } from "../words/outlook_en.ts";
import { outlookZh } from "../words/outlook_zh.ts";
import type { OutlookWords } from "../words/outlook_zh.ts";
import { fill } from "../words/fill.ts";
import { schoolName } from "./context.ts";
import type { PlanContext } from "./context.ts";

export const kVariants = ["low", "middle", "high"] as const;
export type Variant = (typeof kVariants)[number];

export interface OutlookContext extends PlanContext {
  readonly said: OutlookWords;
  readonly county: PlanCounty;
  /** Place of the county in `stages`. */
  readonly place: number;
  /** The standard that is shown, and how the columns of the tables were read; null: not known yet. */
  readonly standard: Standard | null;
  readonly columns: readonly Column[];
}

export function outlookWords({ language }: PlanContext): OutlookWords {
  return language === "zh" ? outlookZh : outlookEn;
}

/** A row is a number. */
const kTownMark = "town ";

/** A school in one stage, as it is chosen and found again: its row and its stage. */
interface UnitChoice {
  readonly key: string;
  readonly name: string;
  readonly row: number;
  readonly stage: Stage;
}

/** All schools of a town in one stage; none where the table has no column of towns. */
export function townsOf({ county, said, shared }: OutlookContext): { readonly key: string; readonly name: string }[] {
  return county.stages.flatMap(({ stage, units }) => {
    const towns = new Set(units.flatMap(({ town }) => (town === undefined ? [] : [town])));
    return [...towns].map((town) => ({
      key: `${stage}:${kTownMark}${town}`,
      name: fill(said.townOf, { town, stage: shared.stage[stage] }),
    }));
  });
}
/** What a key names beside its stage. */
export function placeOfKey(
  key: string,
): { readonly stage: Stage; readonly row: number } | { readonly stage: Stage; readonly town: string } {
  const at = key.indexOf(":");
  const [stage, place] = [key.slice(0, at) as Stage, key.slice(at + 1)];
  return place.startsWith(kTownMark) ? { stage, town: place.slice(kTownMark.length) } : { stage, row: Number(place) };
}

export function unitsOf(context: OutlookContext): UnitChoice[] {
  const { county, said, shared } = context;
  return county.stages.flatMap(({ stage, units }) =>
    units.flatMap((unit) =>
      unit.row === null
        ? []
        : [
            {
              key: `${stage}:${unit.row}`,
              name: fill(said.schoolOf, { school: schoolName(unit, context), stage: shared.stage[stage] }),
              row: unit.row,
              stage,
            },
          ],
    ),
  );
}
