// SPDX-License-Identifier: MIT
//
// How many pupils may go to another school, and between which.

import type { PupilLimits } from "../engine/plan.d.ts";
import { button, element, tableBox } from "../kit/dom.ts";
import { fill } from "../words/fill.ts";
import { schoolName } from "./context.ts";
import type { PlanContext, StageOf } from "./context.ts";
import { number } from "./entered.ts";
import type { Entered } from "./entered.ts";

type Reach = keyof PlanContext["words"]["pupilsReach"];
/** The two schools of a pair. */
const kEnds = ["a", "b"] as const;

const mostKey = ({ stage }: StageOf): string => `pupils:${stage}`;
const reachKey = ({ stage }: StageOf): string => `pupils-reach:${stage}`;
const pairsKey = ({ stage }: StageOf): string => `pupils-pairs:${stage}`;
const endKey = ({ stage }: StageOf, at: number, end: string): string => `pupils-pair:${stage}:${at}:${end}`;
export const pupilsCapKey = ({ stage }: StageOf, place: number): string => `pupils-cap:${stage}:${place}`;

function reachesOf({ units }: StageOf): Reach[] {
  return units.some(({ town }) => town !== undefined) ? ["all", "towns", "pairs"] : ["all", "pairs"];
}
function reachOf(stage: StageOf, entered: Entered): Reach {
  const reach = entered.get(reachKey(stage)) as Reach | undefined;
  return reachesOf(stage).find((one) => one === reach) ?? "all";
}
function pairsOf(stage: StageOf, entered: Entered): number {
  return Number(entered.get(pairsKey(stage)) ?? 1);
}

export function pupilsForm(context: PlanContext, entered: Entered): HTMLElement {
  const { words, stage } = context;
  const place = element("div", {});
  const reach = element(
    "select",
    { "data-key": reachKey(stage) },
    ...reachesOf(stage).map((one) => element("option", { value: one }, words.pupilsReach[one])),
  );
  reach.value = reachOf(stage, entered);
  const draw = (): void => {
    place.replaceChildren(...(reachOf(stage, entered) === "pairs" ? pairsList(context, entered, draw) : []));
  };
  reach.addEventListener("change", () => {
    entered.set(reachKey(stage), reach.value);
    draw();
  });
  draw();
  const most = number(entered, mostKey(stage), words.pupilsMost);
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

function pairsList(context: PlanContext, entered: Entered, draw: () => void): HTMLElement[] {
  const { words, stage } = context;
  const count = pairsOf(stage, entered);
  const choice = (at: number, end: (typeof kEnds)[number]): HTMLElement => {
    const options = stage.units.map((unit, place) =>
      element("option", { value: String(place) }, schoolName(unit, context)),
    );
    const label = fill(words.pupilsPairOf, { at: at + 1, column: words.pupilsPair[end] });
    const key = endKey(stage, at, end);
    const box = element(
      "select",
      { "aria-label": label, "data-key": key },
      element("option", { value: "" }),
      ...options,
    );
    box.value = entered.get(key) ?? "";
    box.addEventListener("change", () => entered.set(key, box.value));
    return element("td", {}, box);
  };
  const rows = Array.from({ length: count }, (_, at) => element("tr", {}, ...kEnds.map((end) => choice(at, end))));
  const add = button(
    words.pupilsAdd,
    () => {
      entered.set(pairsKey(stage), String(count + 1));
      draw();
    },
    { class: "button", id: "plan-add-pair" },
  );
  const heads = kEnds.map((end) => words.pupilsPair[end]);
  return [tableBox({ caption: words.pupilsReach.pairs, heads, rows }), element("p", {}, add)];
}

/** `read`: what is typed as a number, or throws. Undefined: nobody may go. */
export function pupilsWish(
  { words, stage, shared }: PlanContext,
  entered: Entered,
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
  const pairs = pairsAllowed(stage, entered);
  return {
    most: whole(most),
    ...(atMost.some((cap) => cap !== null) ? { atMost } : {}),
    ...(pairs === undefined ? {} : { pairs }),
  };
}

function pairsAllowed(stage: StageOf, entered: Entered): [number, number][] | undefined {
  const reach = reachOf(stage, entered);
  if (reach === "all") return undefined;
  if (reach === "towns") return pairsInTowns(stage);
  return Array.from({ length: pairsOf(stage, entered) }, (_, at) =>
    kEnds.map((end) => entered.get(endKey(stage, at, end)) ?? ""),
  ).flatMap(([a = "", b = ""]): [number, number][] =>
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
