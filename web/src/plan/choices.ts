// SPDX-License-Identifier: MIT
//
// Which county, stage and year is planned for.

import type { PlanCounty } from "../engine/plan.d.ts";
import { element } from "../kit/dom.ts";
import { fill } from "../words/fill.ts";
import { kYears, verdictWord } from "./context.ts";
import type { PlanContext, StageOf } from "./context.ts";

export interface Chosen {
  /** Place among the counties. */
  county: number;
  /** Place in the county; null: nobody has chosen, and the first that fails is looked at. */
  stage: number | null;
  /** 0: now. */
  year: number;
}

function stagePlace({ stages }: PlanCounty, { stage }: Chosen): number {
  if (stage !== null && stage < stages.length) return stage;
  return Math.max(
    0,
    stages.findIndex(({ verdict }) => verdict === "fail"),
  );
}

export function chosenStage(counties: readonly PlanCounty[], chosen: Chosen): StageOf | undefined {
  const county = counties[chosen.county];
  return county?.stages[stagePlace(county, chosen)];
}

/** `other`: another county or stage was chosen. */
export function choices(
  context: PlanContext,
  counties: readonly PlanCounty[],
  chosen: Chosen,
  other: () => void,
): HTMLElement {
  const { words, shared } = context;
  const county = counties[chosen.county];
  const stages = (county?.stages ?? []).map(
    ({ stage, verdict }) => shared.stage[stage] + fill(shared.brackets, { text: verdictWord(verdict, context) }),
  );
  const years = Array.from({ length: kYears + 1 }, (_, year) =>
    year === 0 ? words.forNow : fill(words.forYearAhead, { year }),
  );
  const ofCounty = choice(
    words.county,
    counties.map(({ name }) => name ?? words.wholeTable),
    chosen.county,
    (at) => {
      chosen.county = at;
      chosen.stage = null;
      other();
    },
  );
  const ofStage = choice(words.stage, stages, county === undefined ? 0 : stagePlace(county, chosen), (at) => {
    chosen.stage = at;
    other();
  });
  const ofYear = choice(words.forYear, years, chosen.year, (at) => (chosen.year = at), "plan-year");
  const hint = element("span", { class: "soft" }, words.forYearHint);
  return element("p", { class: "plan-choices" }, ...(counties.length > 1 ? [ofCounty] : []), ofStage, ofYear, hint);
}

function choice(
  label: string,
  names: readonly string[],
  now: number,
  choose: (at: number) => void,
  id?: string,
): HTMLElement {
  const options = names.map((name, at) => element("option", { value: String(at) }, name));
  const box = element("select", id === undefined ? {} : { id }, ...options);
  box.value = String(now);
  box.addEventListener("change", () => choose(Number(box.value)));
  return element("label", {}, `${label} `, box);
}
