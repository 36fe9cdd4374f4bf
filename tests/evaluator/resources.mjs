// SPDX-License-Identifier: MIT
//
// What a stage of a school has of each resource, from the facts about the school. Numbers are decimals as texts; null is
// not known, an absent key is not asked for.

import { add, fraction, minus, over, sum, times, zero } from "./fractions.mjs";
import { ruralPupils, weights } from "./limits.mjs";

export const stagesOf = (school) => Object.keys(weights[school.type]);

const has = (facts, ...keys) => keys.every((key) => facts?.[key] !== undefined);

/** A rural school of 50 to 99 pupils counts the teachers who come to it. */
function countsVisitors(school) {
  const pupils = sum(stagesOf(school).map((stage) => school.stages[stage]?.pupils ?? null));
  if (!school.flags.rural5099 || pupils === null) return false;
  return pupils.n >= BigInt(ruralPupils.from) * pupils.d && pupils.n < BigInt(ruralPupils.below) * pupils.d;
}

/** Either what music and fine art are together, counted once, or a subject of its own beside them. */
function artsTeachers({ music = null, fineArt = null, arts }, reading) {
  if (reading === "separate") return sum([music, fineArt, arts]);
  return arts === null ? add(music, fineArt) : fraction(arts);
}

function visitorsOf(school, facts) {
  if (!countsVisitors(school)) return zero;
  return sum(["visitingSports", "visitingMusic"].map((key) => facts[key] ?? (key in facts ? null : 0)));
}

/** Resources that a table may give for each stage: number of the stage, or undefined where it is not given so. */
const ofStage = {
  degree(facts, stage) {
    if (has(facts, "degree")) return fraction(facts.degree);
    if (!has(facts, "bachelor", "master", "doctor")) return undefined;
    // Above what is required: from the short course on in primary schools, from bachelor on in middle schools.
    const levels = ["bachelor", "master", "doctor", ...(stage === "primary" ? ["associate"] : [])];
    return sum(levels.map((level) => facts[level]));
  },
  backbone: (facts) => (has(facts, "backbone") ? fraction(facts.backbone) : undefined),
  sportsArts(facts, _, school, { arts }) {
    let own;
    if (has(facts, "sportsArts")) own = fraction(facts.sportsArts);
    else if (has(facts, "sportsTeachers", "arts")) own = add(facts.sportsTeachers, artsTeachers(facts, arts));
    else if (has(facts, "sportsTeachers", "music", "fineArt"))
      own = sum([facts.sportsTeachers, facts.music, facts.fineArt]);
    return own === undefined ? undefined : add(own, visitorsOf(school, facts));
  },
  fullTime: (facts) => (has(facts, "fullTime") ? fraction(facts.fullTime) : undefined),
  title: (facts) => (has(facts, "title") ? fraction(facts.title) : undefined),
};

/** Resources of a whole school. */
const ofSchool = {
  degree: (whole) => (has(whole, "degree") ? fraction(whole.degree) : null),
  backbone: (whole) => (has(whole, "backbone") ? fraction(whole.backbone) : null),
  sportsArts: (whole, school) =>
    has(whole, "sportsArts")
      ? sum([whole.sportsArts, ...Object.values(school.stages).map((facts) => visitorsOf(school, facts))])
      : null,
  fullTime: (whole) => (has(whole, "fullTime") ? fraction(whole.fullTime) : null),
  title: (whole) => (has(whole, "title") ? fraction(whole.title) : null),
  // Rooms for sports are among the rooms for teaching: taken off there, added to the sports grounds.
  teaching: (whole) =>
    has(whole, "teachingNet") ? fraction(whole.teachingNet) : minus(whole.teaching, whole.indoor ?? null),
  sports(whole, school, relaxed) {
    const own = has(whole, "sports") ? fraction(whole.sports) : add(whole.ground, whole.indoor ?? null);
    const extras = relaxed && school.flags.dense ? [whole.leased ?? 0, whole.otherSports ?? 0] : [];
    return sum([own, ...extras]);
  },
  equipment: (whole) => fraction(whole.equipment ?? null),
  multimedia: (whole) => fraction(whole.multimedia ?? null),
  computers: (whole) => fraction(whole.computers ?? null),
  books: (whole) => fraction(whole.books ?? null),
};

/** The stage's share of what the school has only once; null where an enrolment is not known. */
function shareOf(school, stage) {
  const weighted = stagesOf(school).map((each) =>
    times(weights[school.type][each], school.stages[each]?.pupils ?? null),
  );
  return over(times(weights[school.type][stage], school.stages[stage].pupils), sum(weighted));
}

/**
 * {amount, origin}: what the stage has, and whether it was reported for it or is its share of the school's. `choices`:
 * how arts teachers are counted; `relaxed`: the clarifications of the younger rule hold.
 */
export function resourceOf(school, stage, { of, split }, choices) {
  const own = ofStage[of]?.(school.stages[stage], stage, school, choices);
  if (own !== undefined) return { amount: own, origin: own === null ? "missing" : "reported" };
  const whole = ofSchool[of](school.whole, school, choices.relaxed);
  if (stagesOf(school).length === 1) return { amount: whole, origin: whole === null ? "missing" : "reported" };
  const amount = times(whole, shareOf(school, stage));
  if (amount === null) return { amount, origin: "missing" };
  return { amount, origin: split ? "split" : "split_fallback" };
}
