// SPDX-License-Identifier: MIT
//
// Two sealed files: what changed, school by school. Numbers are compared as the engine has them, and shown as it
// prints them.

import type { Evaluation, Unit } from "../../engine/junheng.d.ts";
import type { PageContext } from "../page_context.ts";
import type { SealedComparison } from "../publisher.d.ts";

type Change = SealedComparison["schools"][number];
type Half = Pick<PageContext, "evaluation" | "sums">;

export function compareSealed(before: Half, after: Half): SealedComparison {
  const same = (key: keyof PageContext["sums"]): boolean => before.sums[key] === after.sums[key];
  return {
    same: { data: same("data"), standard: same("standard"), engine: same("engine") },
    verdicts: pairs(verdicts(before.evaluation), verdicts(after.evaluation)).map(
      ({ key: [county], before, after }) => ({ county: county ?? null, before, after }),
    ),
    coefficients: pairs(coefficients(before.evaluation), coefficients(after.evaluation)).map(
      ({ key, before, after }) => ({
        county: key[0] ?? null,
        stage: key[1] ?? "",
        indicator: key[2] ?? "",
        before,
        after,
      }),
    ),
    schools: schools(before.evaluation, after.evaluation),
  };
}

type Keyed = Map<string, string | null>;
const keyOf = (...parts: (string | null)[]): string => JSON.stringify(parts);

/** Keys in the order of the first, then what only the second has; those that are the same in both are left out. */
function pairs(one: Keyed, other: Keyed): { key: (string | null)[]; before: string | null; after: string | null }[] {
  return [...new Set([...one.keys(), ...other.keys()])]
    .map((key) => ({
      key: JSON.parse(key) as (string | null)[],
      before: one.get(key) ?? null,
      after: other.get(key) ?? null,
    }))
    .filter(({ before, after }) => before !== after);
}

function verdicts({ counties }: Evaluation): Keyed {
  return new Map(counties.map((county) => [keyOf(county.name), county.verdict]));
}

function coefficients({ counties }: Evaluation): Keyed {
  return new Map(
    counties.flatMap((county) =>
      county.stages.flatMap((stage) =>
        stage.indicators.map((one) => [keyOf(county.name, stage.stage, one.id), one.cvText] as const),
      ),
    ),
  );
}

/** By county, school and stage; a second school of that name by its turn. */
function units({ counties }: Evaluation): Map<string, Unit> {
  const found = new Map<string, Unit>();
  for (const county of counties) {
    for (const unit of county.units ?? []) {
      let turn = 0;
      while (found.has(keyOf(county.name, unit.school, unit.stage, String(turn)))) turn += 1;
      found.set(keyOf(county.name, unit.school, unit.stage, String(turn)), unit);
    }
  }
  return found;
}

function schools(one: Evaluation, other: Evaluation): Change[] {
  const [before, after] = [units(one), units(other)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): Change[] => {
    const [a, b] = [before.get(key), after.get(key)];
    const { school, stage } = (a ?? b) as Unit;
    const change = (what: string, left: string | null, right: string | null): Change => ({
      school: school ?? "",
      stage,
      what,
      before: left,
      after: right,
    });
    if (a === undefined || b === undefined)
      return [change("there", a === undefined ? null : "yes", b === undefined ? null : "yes")];
    const text = (number: number | null): string | null => (number === null ? null : String(number));
    const ids = [...new Set([...a.values, ...b.values].map(({ id }) => id))];
    const values = ids.flatMap((id) => {
      const [left, right] = [a, b].map((unit) => unit.values.find((value) => value.id === id));
      // The same on the screen may still be another number.
      return left?.value === right?.value ? [] : [change(id, left?.text ?? null, right?.text ?? null)];
    });
    return [
      ...(a.pupils === b.pupils ? [] : [change("pupils", text(a.pupils), text(b.pupils))]),
      ...(a.verdict === b.verdict ? [] : [change("verdict", a.verdict, b.verdict)]),
      ...values,
    ];
  });
}
