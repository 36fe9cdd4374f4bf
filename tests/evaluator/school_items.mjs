// SPDX-License-Identifier: MIT
//
// The items that speak of every school of compulsory education in the table, also of those that the indicators leave
// out: music and art rooms (G3), size (G4), classes (G5), money for training (Q4).
// Each gives {check: [{school, stage, verdict}]}.

import { ceiling, compare, fraction, over, sum, times } from "./fractions.mjs";
import { classSize, rates, rooms, size, stages } from "./limits.mjs";
import { stagesOf } from "./resources.mjs";
import { judged } from "./verdicts.mjs";

const compulsory = (school) => stagesOf(school).filter((stage) => stages.includes(stage));
const total = (school, key) => sum(compulsory(school).map((stage) => school.stages[stage]?.[key] ?? null));

/** A school whose pupils are all gone is none of those of which the rule speaks; one of unknown size is. */
export function isAttended(school) {
  const of = compulsory(school);
  return of.length === 0 || of.some((stage) => Number(school.stages[stage].pupils ?? 1) !== 0);
}

/** Rooms are counted by bands of area: {96: "2", 73: "1"} are two of 96 m² and more, one from 73 to below 96. */
function roomsOf(school, kind) {
  const { regular, built2016, smallClass } = rooms[kind];
  const counted = [regular];
  if (school.flags.built2016) counted.push(built2016);
  if (school.flags.smallClass) counted.push(smallClass[compulsory(school)[0]]);
  const least = Math.min(...counted);
  return Object.entries(school.rooms[kind] ?? { none: null })
    .filter(([band]) => !(Number(band) < least))
    .map(([, count]) => count);
}

/** Rooms that nobody has counted can only be more. */
function roomVerdict(school, kind) {
  const counts = roomsOf(school, kind);
  const needed = ceiling(over(total(school, "classes"), rooms.classes));
  const verdict = judged(sum(counts.filter((count) => count !== null)), "atLeast", needed);
  return verdict === "fail" && counts.includes(null) ? "unknown" : verdict;
}

export function roomItem(schools) {
  const check = (kind) =>
    schools.map((school) => ({ school: school.name, stage: null, verdict: roomVerdict(school, kind) }));
  return { music: check("music"), art: check("art") };
}

function sizeVerdict(school) {
  const pupils = total(school, "pupils");
  const joint = school.type === "nine_year" || school.type === "twelve_year";
  const [regular, relaxed] = joint ? size.joint : size.single;
  const plain = judged(pupils, "atMost", regular);
  if (plain !== "fail" || judged(pupils, "atMost", relaxed) === "fail") return plain;
  if (school.flags.built2010) return "pass";
  if (school.migrants === undefined) return "fail"; // nobody says that there are any
  if (school.migrants === null) return "unknown";
  return compare(times(school.migrants, 2), pupils) > 0 ? "pass" : "fail";
}

export const sizeItem = (schools) => ({
  size: schools.map((school) => ({ school: school.name, stage: null, verdict: sizeVerdict(school) })),
});

/** Classes above the limit: counted by bands (each named by its largest class), as one number, or by the largest. */
function classVerdict(facts, stage) {
  const limit = classSize[stage];
  if (facts.largest !== undefined) return judged(fraction(facts.largest), "atMost", limit);
  const above =
    facts.bands === undefined
      ? [facts.oversized ?? null]
      : Object.keys(facts.bands)
          .filter((band) => Number(band) > limit)
          .map((band) => facts.bands[band]);
  if (above.some((count) => count !== null && Number(count) > 0)) return "fail";
  return above.includes(null) ? "unknown" : "pass";
}

export const classItem = (schools) => ({
  classes: schools.flatMap((school) =>
    compulsory(school)
      .filter((stage) => Number(school.stages[stage].pupils ?? 1) !== 0)
      .map((stage) => ({ school: school.name, stage, verdict: classVerdict(school.stages[stage], stage) })),
  ),
});

/** `money`: {training, budget} of the school. */
export const trainingItem = (schools) => ({
  share: schools.map(({ name, money }) => ({
    school: name,
    stage: null,
    verdict: judged(over(money.training, money.budget), "atLeast", rates.training),
  })),
});
