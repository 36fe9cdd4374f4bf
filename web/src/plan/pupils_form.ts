// SPDX-License-Identifier: MIT
//
// How many pupils may go to another school, and between which.

import type { PupilLimits } from "../engine/plan.d.ts";
import { element } from "../kit/dom.ts";
import { fill } from "../words/fill.ts";
import { schoolName } from "./context.ts";
import type { PlanContext, StageOf } from "./context.ts";
import { editedList } from "./edited_list.ts";
import type { Line } from "./edited_list.ts";
import { number } from "./entered.ts";
import type { SchoolsEntered } from "./entered.ts";

/** The two schools of a pair, as its line names them. */
const kEnds = ["a", "b"] as const;
type Reach = keyof PlanContext["words"]["pupilsReach"];
const mostKey = ({ stage }: StageOf): string => `pupils:${stage}`;
const reachKey = ({ stage }: StageOf): string => `pupils-reach:${stage}`;
export const pupilsCapKey = ({ stage }: StageOf, place: number): string => `pupils-cap:${stage}:${place}`;

function reachesOf({ units }: StageOf): Reach[] {
  return units.some(({ town }) => town !== undefined) ? ["all", "towns", "pairs"] : ["all", "pairs"];
}
function reachOf(stage: StageOf, { numbers }: SchoolsEntered): Reach {
  const reach = numbers.get(reachKey(stage)) as Reach | undefined;
  return reachesOf(stage).find((one) => one === reach) ?? "all";
}
/** At first one that is to be filled in. */
function pairsOf({ stage }: StageOf, { pairs }: SchoolsEntered): Line[] {
  const lines = pairs.get(stage) ?? [new Map<string, string>()];
  pairs.set(stage, lines);
  return lines;
}

export function pupilsForm(context: PlanContext, schools: SchoolsEntered): HTMLElement {
  const { words, stage } = context;
  const place = element("div", {});
  const reach = element(
    "select",
    { "data-key": reachKey(stage) },
    ...reachesOf(stage).map((one) => element("option", { value: one }, words.pupilsReach[one])),
  );
  reach.value = reachOf(stage, schools);
  const draw = (): void => {
    place.replaceChildren(...(reachOf(stage, schools) === "pairs" ? pairsList(context, schools) : []));
  };
  reach.addEventListener("change", () => {
    schools.numbers.set(reachKey(stage), reach.value);
    draw();
  });
  draw();
  const most = number(schools.numbers, mostKey(stage), words.pupilsMost);
  return element(
    "details",
    { class: "options", id: "plan-pupils", ...(most.value === "" ? {} : { open: "" }) },
    element("summary", {}, words.pupils),
    element("p", { class: "soft" }, words.pupilsHint),
    element("p", {}, element("label", {}, `${words.pupilsMost} `, most)),
    element("p", {}, element("label", {}, `${words.pupilsBetween} `, reach)),
    place,
  );
}

function pairsList(context: PlanContext, schools: SchoolsEntered): HTMLElement[] {
  const { words, stage } = context;
  const options = [
    { value: "", name: "" },
    ...stage.units.map((unit, place) => ({ value: String(place), name: schoolName(unit, context) })),
  ];
  const columns = kEnds.map((key) => ({ key, label: words.pupilsPair[key], options }));
  const list = { id: "pairs", title: words.pupilsPairs, add: words.pupilsAdd, columns, lines: pairsOf(stage, schools) };
  return editedList(list, context, () => undefined);
}

/** `read`: what is typed as a number, or throws. Undefined: nobody may go. */
export function pupilsWish(
  { words, stage, shared }: PlanContext,
  schools: SchoolsEntered,
  read: (key: string, where: string) => string | undefined,
): PupilLimits | undefined {
  const most = read(mostKey(stage), words.pupilsMost);
  if (most === undefined) return undefined;
  const whole = (text: string): number => Math.floor(Number(text));
  const caps = stage.units.map((unit, place) => {
    const school = unit.school ?? fill(shared.rowNumber, { row: unit.row ?? "" });
    return read(pupilsCapKey(stage, place), fill(words.pupilsCapOf, { school }));
  });
  const atMost = caps.map((cap) => (cap === undefined ? null : whole(cap)));
  const pairs = pairsAllowed(stage, schools);
  return {
    most: whole(most),
    ...(atMost.some((cap) => cap !== null) ? { atMost } : {}),
    ...(pairs === undefined ? {} : { pairs }),
  };
}

function pairsAllowed(stage: StageOf, schools: SchoolsEntered): [number, number][] | undefined {
  const reach = reachOf(stage, schools);
  if (reach === "all") return undefined;
  if (reach === "towns") return pairsInTowns(stage);
  return pairsOf(stage, schools)
    .map((line) => kEnds.map((end) => line.get(end) ?? ""))
    .flatMap(([a = "", b = ""]): [number, number][] =>
      a === "" || b === "" || a === b ? [] : [[Number(a), Number(b)]],
    );
}

export function pairsInTowns({ units }: StageOf): [number, number][] {
  return units.flatMap(({ town }, a) =>
    [...units.keys()].flatMap((b): [number, number][] =>
      b > a && town !== undefined && units[b]?.town === town ? [[a, b]] : [],
    ),
  );
}
