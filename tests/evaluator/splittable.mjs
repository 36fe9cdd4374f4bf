// SPDX-License-Identifier: MIT
//
// Counties that every layout can write: what a school of several stages has only once is so much for each weighted
// pupil, that the share of each stage is a number a table can hold, of rooms a whole one.

import { weights } from "./limits.mjs";
import { decimal, product } from "./random.mjs";
import { randomCounty } from "./random_county.mjs";

/** So much of it for each weighted pupil. */
const each = {
  teaching: ["4.5", "5", "6.2", "5.8", "3.9"],
  teachingNet: ["4.5", "5", "6.2", "5.8", "3.9"],
  indoor: ["0", "0.5", "0.3"],
  ground: ["7.5", "8", "10.2", "9.5", "6.5"],
  sports: ["7.5", "8", "10.2", "9.5", "6.5"],
  equipment: ["2000", "2300", "2600", "1700"],
  multimedia: ["0.025", "0.025", "0.05"],
  computers: ["0.1", "0.125"],
  books: ["20", "30"],
  leased: ["0", "1", "0.5"],
  otherSports: ["0", "0.7"],
};

/** Pupils of which the weighted shares of rooms are whole: 1/40 room each, 1.1/40 in middle, 1.32/40 in senior stages. */
const pupils = {
  nine_year: { primary: 40, middle: 400 },
  twelve_year: { primary: 40, middle: 400, senior: 1000 },
  complete_secondary: { middle: 40, senior: 200 },
};

/** {stage: share} of what a school has so much of for each weighted pupil. */
export const sharesOf = (school, perPupil) =>
  Object.fromEntries(
    Object.entries(weights[school.type]).map(([stage, weight]) => [
      stage,
      product(perPupil, weight, school.stages[stage].pupils),
    ]),
  );

export function total(decimals) {
  const digits = Math.max(...decimals.map((text) => (text.split(".")[1] ?? "").length));
  const scaled = decimals.map((text) => BigInt(product(text, 10n ** BigInt(digits))));
  return decimal(
    scaled.reduce((a, b) => a + b, 0n),
    digits,
  );
}

function madeSplittable(random, school) {
  if (Object.keys(weights[school.type]).length > 1) Object.values(school.stages).forEach(withoutBlanks);
  const units = pupils[school.type];
  if (units === undefined) return;
  for (const [stage, unit] of Object.entries(units)) {
    const most = stage === "senior" ? 2 : Math.floor((random.chance(0.3) ? 2000 : 1200) / unit);
    school.stages[stage].pupils = String(unit * random.whole(1, most));
  }
  school.byStage = {};
  for (const field of Object.keys(school.whole).filter((key) => each[key] !== undefined)) {
    const shares = sharesOf(school, random.pick(each[field]));
    school.byStage[field] = school.whole[field] === null ? null : shares;
    if (school.whole[field] !== null) school.whole[field] = total(Object.values(shares));
  }
}

/** A number in one row of a school and none in the other may be the whole school's: that is asked, and so left out. */
function withoutBlanks(facts) {
  for (const key of Object.keys(facts)) {
    if (facts[key] === null) facts[key] = "0";
    else if (typeof facts[key] === "object") withoutBlanks(facts[key]);
  }
}

/** A school whose pupils are not known is divided in one layout and not in another. */
const isKnown = (school) =>
  Object.values(school.stages).every((facts) => facts.pupils !== null && facts.pupils !== "0");

export function splittableCounty(random, name, ways) {
  const county = randomCounty(random, name, { ...ways, artsOption: "subtotal", teachersWhole: false, perPupil: false });
  county.schools = county.schools.filter(isKnown);
  for (const school of county.schools) {
    madeSplittable(random, school);
    // Two halves of it are the same share of it.
    school.money = { budget: "200000", training: random.pick(["10000", "12000", "9998"]) };
  }
  return county;
}
