// SPDX-License-Identifier: MIT
//
// What a command line wishes of a plan, as the form of the page has it: prices or counts, what may move and what must
// stay, caps, a budget, which pupils may go to another school. Schools are named as in the table, or by their line in it.

import type { PlanCounty, PupilLimits, ResourceWish } from "../engine/plan.d.ts";
import { kStages } from "../engine/stages.ts";
import { kStep } from "../plan/context.ts";
import type { StageOf } from "../plan/context.ts";
import { pairsInTowns } from "../plan/pupils_form.ts";
import type { StageWishes, Wishes } from "../plan/together.ts";
import type { Asked, Option } from "./command.ts";
import type { Stop } from "./exits.ts";
import { inertLine } from "./inert.ts";
import { countOf, usage } from "./options.ts";

const kNumber = /^\d{1,12}(?:\.\d{1,6})?$/;
const kMostPupils = 9_999_999;

const kOfPupils: readonly Option[] = [
  {
    name: "pupils-cap",
    value: "SCHOOL=N",
    repeats: true,
    about: { zh: "这所学校最多进出多少名学生", en: "so many pupils come to or leave this school at most" },
  },
  {
    name: "pupils-between",
    value: "SCHOOL,SCHOOL",
    repeats: true,
    about: { zh: "只在这两校之间分流", en: "pupils go between these two schools only" },
  },
  {
    name: "pupils-in-town",
    about: { zh: "只在同一乡镇的学校之间分流", en: "pupils go between schools of one town only" },
  },
];

export const kWished: readonly Option[] = [
  {
    name: "stage",
    value: kStages.join("|"),
    choices: kStages,
    repeats: true,
    about: { zh: "哪个学段；不写即全部", en: "of which stage; all where nothing is said" },
  },
  {
    name: "price",
    value: "INDICATOR=YUAN",
    repeats: true,
    about: {
      zh: "单价，元；一个也不写就只计数量。指标的名字见 standards --format json",
      en: "of one, in yuan; without any, things are only counted. Indicators: standards --format json",
    },
  },
  { name: "budget", value: "YUAN", about: { zh: "预算，元；要有单价", en: "so much at most, in yuan; with prices" } },
  {
    name: "move",
    value: "INDICATOR[=YUAN]",
    repeats: true,
    about: { zh: "可以校际调配，有单价时每件这么多元", en: "may go from school to school, for so many yuan each" },
  },
  {
    name: "fixed",
    value: "INDICATOR",
    repeats: true,
    about: { zh: "这一项保持不变", en: "nothing of it changes" },
  },
  {
    name: "keep",
    value: "SCHOOL",
    repeats: true,
    about: {
      zh: "这所学校不增不减。学校写表里的名称，或所在的行号",
      en: "nothing changes at this school: its name in the table, or its line there",
    },
  },
  {
    name: "cap",
    value: "[SCHOOL:]INDICATOR=N",
    repeats: true,
    about: { zh: "每所学校（或这所学校）最多增加多少", en: "so much more at most, at each school or at this one" },
  },
  {
    name: "pupils",
    value: "N",
    about: {
      zh: "可以分流，最多这么多名学生（启发式，更省才采用）",
      en: "so many pupils may go to another school (a heuristic, taken only where it costs less)",
    },
  },
  ...kOfPupils,
];

export interface WishList extends StageWishes {
  isWanted(stage: StageOf): boolean;
  /** Refuses what names a school or an indicator that none of these has. */
  check(counties: readonly PlanCounty[]): void;
  of(stage: StageOf): Wishes;
  /** In yuan; empty: none. */
  readonly budget: string;
}

export function wishesOf(asked: Pick<Asked, "value" | "values" | "has">): WishList {
  const prices = pairsOf(asked.values("price"), kYuan);
  const moves = pairsOf(asked.values("move"), { ...kYuan, optional: true });
  const caps = asked.values("cap").map(capOf);
  const fixed = new Set(asked.values("fixed"));
  const kept = asked.values("keep");
  const budget = asked.value("budget") ?? "";
  if (budget !== "" && !kNumber.test(budget)) throw wrong(budget, kYuan.as);
  if (budget !== "" && prices.size === 0) throw usage({ zh: "--budget 要有 --price。", en: "--budget needs --price." });
  const pupils = pupilsOf(asked);
  const wanted = asked.values("stage");
  const wishFor = (stage: StageOf, id: string): ResourceWish => {
    const [price, move] = [prices.get(id), moves.get(id)];
    const most = stage.units.map(
      (unit) =>
        caps.filter((cap) => cap.id === id && (cap.school === "" || isNamed(unit, cap.school))).at(-1)?.most ?? null,
    );
    return {
      id,
      step: kStep,
      ...(price === undefined ? {} : { price }),
      ...(move === undefined ? {} : prices.size === 0 ? { moves: true } : { move: move || "0" }),
      ...(fixed.has(id) ? { fixed: true } : {}),
      ...(most.some((cap) => cap !== null) ? { caps: most } : {}),
    };
  };
  return {
    budget,
    isLimited: budget !== "" || caps.length > 0,
    isWanted: ({ stage }) => wanted.length === 0 || wanted.includes(stage),
    check(counties) {
      const stages = counties.flatMap((county) => county.stages);
      const ids = new Set(stages.flatMap(({ resources }) => resources.map(({ id }) => id)));
      for (const id of [...prices.keys(), ...moves.keys(), ...fixed, ...caps.map((cap) => cap.id)])
        if (!ids.has(id)) throw noIndicator(id, [...ids]);
      const units = stages.flatMap((stage) => stage.units);
      for (const school of [...kept, ...caps.map((cap) => cap.school), ...pupils.schools])
        if (school !== "" && !units.some((unit) => isNamed(unit, school))) throw noSchool(school);
      if (asked.has("pupils-in-town") && units.every(({ town }) => town === undefined))
        throw usage({ zh: "表里没有乡镇这一列。", en: "The table has no column of towns." });
    },
    of(stage) {
      const places = placesOf(stage, kept);
      const limits = pupils.of(stage);
      return {
        resources: stage.resources.map(({ id }) => wishFor(stage, id)),
        ...(places.length === 0 ? {} : { fixed: places }),
        ...(budget === "" ? {} : { budget }),
        ...(limits === undefined ? {} : { pupils: limits }),
      };
    },
  };
}

/** Of commands in which --plan asks for one; null: no plan is. */
export function wishesWithPlan(asked: Pick<Asked, "value" | "values" | "has">): WishList | null {
  if (asked.has("plan")) return wishesOf(asked);
  const alone = kWished.find(({ name }) => asked.has(name));
  if (alone === undefined) return null;
  throw usage({ zh: `--${alone.name} 要和 --plan 一起写。`, en: `--${alone.name} goes with --plan.` });
}

type Unit = StageOf["units"][number];
const isNamed = ({ school, row }: Unit, name: string): boolean => school === name || String(row) === name;
const placesOf = ({ units }: StageOf, names: readonly string[]): number[] =>
  [...units.keys()].filter((at) => names.some((name) => isNamed(units[at] as Unit, name)));

function pupilsOf(asked: Pick<Asked, "value" | "values" | "has">): {
  readonly schools: readonly string[];
  of(stage: StageOf): PupilLimits | undefined;
} {
  const said = asked.value("pupils");
  const alone = kOfPupils.find(({ name }) => asked.has(name));
  if (said === undefined) {
    if (alone !== undefined)
      throw usage({ zh: `--${alone.name} 要和 --pupils 一起写。`, en: `--${alone.name} goes with --pupils.` });
    return { schools: [], of: () => undefined };
  }
  const most = countOf("pupils", said, 0, kMostPupils);
  const caps = [...pairsOf(asked.values("pupils-cap"), kPupils)].map(
    ([school, text]) => [school, countOf("pupils-cap", text, 0, kMostPupils)] as const,
  );
  const pairs = asked.values("pupils-between").map(pairOf);
  if (pairs.length > 0 && asked.has("pupils-in-town"))
    throw usage({
      zh: "--pupils-between 和 --pupils-in-town 只能写一种。",
      en: "Either --pupils-between or --pupils-in-town.",
    });
  const between = (stage: StageOf): PupilLimits["pairs"] => {
    if (asked.has("pupils-in-town")) return pairsInTowns(stage);
    if (pairs.length === 0) return undefined;
    return pairs.flatMap(([one, other]) =>
      placesOf(stage, [one]).flatMap((a) => placesOf(stage, [other]).map((b): [number, number] => [a, b])),
    );
  };
  return {
    schools: [...caps.map(([school]) => school), ...pairs.flat()],
    of(stage) {
      const atMost = stage.units.map((unit) => caps.filter(([school]) => isNamed(unit, school)).at(-1)?.[1] ?? null);
      const allowed = between(stage);
      return {
        most,
        ...(atMost.some((cap) => cap !== null) ? { atMost } : {}),
        ...(allowed === undefined ? {} : { pairs: allowed }),
      };
    },
  };
}

interface Kind {
  readonly as: { readonly zh: string; readonly en: string };
  readonly optional?: boolean;
}
const kYuan: Kind = {
  as: { zh: "不是金额，应如 books=20 或 300000", en: "is no amount of yuan, as books=20 or 300000" },
};
const kPupils: Kind = { as: { zh: "不是学校和人数，应如 一小=200", en: "is no school with a number, as 一小=200" } };

/** "name=value", the last of each name; of optional values the name alone. */
function pairsOf(texts: readonly string[], { as, optional = false }: Kind): Map<string, string> {
  return new Map(
    texts.map((text) => {
      const [, name = "", value] = /^([^=]+)(?:=(.*))?$/.exec(text) ?? [];
      if (name === "" || (value === undefined ? !optional : !kNumber.test(value))) throw wrong(text, as);
      return [name, value ?? ""];
    }),
  );
}

function capOf(text: string): { readonly school: string; readonly id: string; readonly most: string } {
  const [, school = "", id = "", most = ""] = /^(?:(.+)[:：])?([a-z_]+)=(.*)$/.exec(text) ?? [];
  if (id !== "" && kNumber.test(most)) return { school, id, most };
  throw wrong(text, {
    zh: "不是上限，应如 一小:books=200 或 books=200",
    en: "is no cap, as 一小:books=200 or books=200",
  });
}

function pairOf(text: string): [string, string] {
  const [, one = "", other = ""] = /^(.+?)[,，](.+)$/.exec(text) ?? [];
  if (one !== "" && one !== other) return [one, other];
  throw wrong(text, { zh: "不是两所学校，应如 一小,二小", en: "is no two schools, as 一小,二小" });
}

function wrong(text: string, as: Kind["as"]): Stop {
  const found = inertLine(text);
  return usage({ zh: `“${found}”${as.zh}。`, en: `“${found}” ${as.en}.` });
}

function noSchool(school: string): Stop {
  const found = inertLine(school);
  return usage({ zh: `表里没有“${found}”这所学校。`, en: `The table has no school “${found}”.` });
}

function noIndicator(id: string, ids: readonly string[]): Stop {
  const [found, list] = [inertLine(id), ids.join(" ")];
  return usage({
    zh: `没有“${found}”这个指标，可用：${list}。`,
    en: `There is no indicator “${found}”; known: ${list}.`,
  });
}
