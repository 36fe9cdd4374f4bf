// SPDX-License-Identifier: MIT
//
// Random counties that stand on every edge: values exactly at a threshold, at 85 % of it or one step beside, coefficients
// exactly at their limit, nothing at all, blanks, tiny points, schools of several stages, several exemptions at once.

import { basic, quality, weights } from "./limits.mjs";
import { randomFacts } from "./random_facts.mjs";
import { product } from "./random.mjs";
import { randomItemsOfSchool } from "./random_school_items.mjs";

const types = {
  primary: 6,
  middle: 4,
  nine_year: 3,
  twelve_year: 1,
  complete_secondary: 2,
  teaching_point: 2,
  special: 0.6,
  vocational: 0.4,
};

/** Which of several ways its columns go; the same for all schools of a county, as in a table. */
export function randomWays(random) {
  return {
    degree: random.pick(["total", "total", "levels"]),
    arts: random.pick(["total", "total", "two", "three", "four"]),
    artsOption: random.pick(["subtotal", "separate"]),
    teaching: random.pick(["net", "gross"]),
    sports: random.pick(["total", "ground"]),
    classes: random.pick(["bands", "bands", "oversized", "largest"]),
    teachersWhole: random.chance(0.08),
    perPupil: random.chance(0.1),
    exemptions: random.chance(0.7),
  };
}

/** good: nearly all passes; edge: around every limit; wild: anything; same: one value for all but two schools. */
const tempers = { good: 4, edge: 4, wild: 2, tie: 1 };

/** How much of what is asked a stage has, as a factor of the threshold. */
function factor(random, temper) {
  if (temper === "good") return random.pick(["1", "1.02", "1.1", "1.25", "1.3", "1.5"]);
  if (temper === "wild") return random.pick(["0", "0.2", "0.5", "0.9", "1", "1.7", "3.1", "8"]);
  return random.pick(["0.85", "0.85", "0.86", "0.999", "1", "1", "1.001", "1.2", "0.8499", "1.05", "1.1"]);
}

const least = Object.fromEntries(quality.indicators.map(({ of, per, least }) => [of, { per, least }]));
// The rule of 2012 asks for no threshold: amounts of a usual size.
for (const { of } of basic.indicators) {
  least[of] ??= {
    per: of === "computers" ? 100 : 1,
    least: { computers: { primary: "8", middle: "10" }, books: { primary: "20", middle: "30" } }[of] ?? {
      primary: "0.05",
      middle: "0.07",
    },
  };
}

/** What a stage of so many pupils has of it: a decimal, or a whole number on either side of it. */
function amount(random, temper, of, stage, pupils) {
  const { per, least: limits } = least[of];
  const exact = product(limits[stage] ?? limits.middle, factor(random, temper), pupils, per === 100 ? "0.01" : "1");
  if (of === "teaching" || of === "sports" || of === "equipment") return exact;
  const [whole, decimals] = exact.split(".");
  return decimals === undefined ? whole : String(Number(whole) + (temper === "good" || random.chance(0.5) ? 1 : 0));
}

const plus = (a, b) => product(1, decimalSum(a, b));
function decimalSum(a, b) {
  const places = (text) => (String(text).split(".")[1] ?? "").length;
  const digits = Math.max(places(a), places(b));
  const scaled = (text) => BigInt(product(text, 10n ** BigInt(digits)));
  const total = String(scaled(a) + scaled(b)).padStart(digits + 1, "0");
  return digits === 0 ? total : `${total.slice(0, -digits)}.${total.slice(-digits)}`;
}

/** A number in so many whole parts. */
export function parted(random, total, count) {
  let rest = Number(total);
  return Array.from({ length: count }, (_, i) => {
    const part = i === count - 1 ? rest : random.whole(0, rest);
    rest -= part;
    return String(part);
  });
}

function randomPupils(random, type, stage) {
  if (type === "teaching_point") return random.pick([12, 49, 50, 51, 60, 80, 99, 100, 140]);
  if (type === "special") return random.whole(5, 90);
  if (stage !== "senior" && random.chance(0.04)) return random.pick([0, 1, 7]);
  if (random.chance(0.35)) return random.pick([100, 200, 500, 1000, 1500, 2000, 2001, 2400, 2401, 1250, 1251]);
  return random.whole(55, type === "nine_year" || type === "twelve_year" ? 1600 : 2100);
}

function ofStageAmounts(random, temper, ways, stage, pupils, visitors) {
  const has = (of) => amount(random, temper, of, stage, pupils);
  const facts = { backbone: has("backbone"), fullTime: has("fullTime"), title: has("title") };
  const degree = ways.degree === "mixed" ? random.pick(["total", "levels"]) : ways.degree;
  if (degree === "total") facts.degree = has("degree");
  else [facts.associate, facts.bachelor, facts.master, facts.doctor] = parted(random, has("degree"), 4);
  const arts = has("sportsArts");
  const way = ways.arts === "mixed" ? random.pick(["total", "two"]) : ways.arts;
  if (way === "total") facts.sportsArts = arts;
  else if (way === "four") {
    [facts.sportsTeachers, facts.music, facts.fineArt, facts.arts] = parted(random, arts, 4);
    if (ways.artsOption === "subtotal") facts.arts = String(Number(facts.music) + Number(facts.fineArt));
  } else if (way === "two") [facts.sportsTeachers, facts.arts] = parted(random, arts, 2);
  else [facts.sportsTeachers, facts.music, facts.fineArt] = parted(random, arts, 3);
  if (visitors) [facts.visitingSports, facts.visitingMusic] = [random.whole(0, 2), random.whole(0, 1)].map(String);
  return facts;
}

function ofSchoolAmounts(random, temper, ways, type, stages, flags) {
  // Aimed at one of its stages: what the school has is what that stage asks for by its share.
  const stage = random.pick(Object.keys(weights[type]).filter((each) => each !== "senior"));
  const weighted = Object.keys(weights[type]).map((each) => product(weights[type][each], stages[each].pupils ?? "100"));
  const all = weighted.reduce(plus);
  const has = (of) => amount(random, temper, of, stage, all);
  const whole = { equipment: has("equipment"), multimedia: has("multimedia"), computers: has("computers") };
  whole.books = has("books");
  const indoor = random.pick(["0", "0", "120", "350.5"]);
  if (ways.teaching === "net") whole.teachingNet = has("teaching");
  else whole.teaching = plus(has("teaching"), indoor);
  if (ways.sports === "total") whole.sports = has("sports");
  else whole.ground = has("sports");
  if (ways.teaching === "gross" || ways.sports === "ground") whole.indoor = indoor;
  if (flags.dense) [whole.leased, whole.otherSports] = [random.pick(["0", "500", "120.25"]), random.pick(["0", "300"])];
  return whole;
}

function randomFlags(random, type, used) {
  const flags = { built2010: false, built2016: false, dense: false, rural5099: false, smallClass: false };
  if (!used) return flags;
  flags.built2016 = random.chance(0.3);
  flags.built2010 = flags.built2016 && random.chance(0.6);
  flags.dense = random.chance(0.2);
  const single = type === "primary" || type === "middle" || type === "teaching_point";
  flags.rural5099 = type === "teaching_point" ? random.chance(0.6) : single && random.chance(0.1);
  flags.smallClass = single && random.chance(0.15);
  return flags;
}

function randomSchool(random, place, temper, ways) {
  const type = random.weighted(types);
  const flags = randomFlags(random, type, ways.exemptions);
  const stages = {};
  for (const stage of Object.keys(weights[type])) stages[stage] = { pupils: String(randomPupils(random, type, stage)) };
  if (type === "twelve_year" && flags.built2010) flags.built2010 = false; // the rule does not say what it may have then
  if (flags.rural5099 && random.chance(0.7))
    for (const facts of Object.values(stages)) facts.pupils = random.pick(["49", "50", "99", "100", "80"]);
  if (stages.primary && stages.middle && type !== "special" && random.chance(0.3)) {
    stages.primary.pupils = String(random.whole(100, 2400));
    stages.middle.pupils = String(random.pick([2500, 2501, 3000, 3001]) - stages.primary.pupils);
  }
  if (place === 0) for (const facts of Object.values(stages)) if (facts.pupils === "0") facts.pupils = "1";
  const school = {
    name: kNames[place],
    type,
    flags,
    stages,
    whole: ofSchoolAmounts(random, temper, ways, type, stages, flags),
  };
  for (const [stage, facts] of Object.entries(stages)) {
    if (stage === "senior") continue;
    Object.assign(facts, ofStageAmounts(random, temper, ways, stage, facts.pupils, flags.rural5099));
  }
  if (ways.teachersWhole) teachersOfWhole(school);
  if (ways.perPupil) givenPerPupil(random, school, temper);
  randomItemsOfSchool(random, school, ways, isEmpty(school) ? "good" : temper);
  return school;
}

/** The staff list of a school that does not say which stage they teach. */
function teachersOfWhole(school) {
  for (const key of ["degree", "backbone", "sportsArts", "fullTime", "title"]) {
    const values = Object.values(school.stages)
      .map((facts) => facts[key])
      .filter((value) => value !== undefined);
    for (const facts of Object.values(school.stages)) delete facts[key];
    if (values.length > 0) school.whole[key] = String(values.reduce((a, b) => a + Number(b), 0));
  }
}

/** The forms that are handed in give what a pupil, or a hundred, has of it. */
function givenPerPupil(random, school, temper) {
  school.whole = {};
  for (const [stage, { pupils }] of Object.entries(school.stages)) {
    if (stage === "senior") continue;
    const given = (indicator) => product(least[indicator.of].least[stage], factor(random, temper));
    const per = [...quality.indicators, ...basic.indicators].map((one) => [one.id, given(one)]);
    school.stages[stage] = { pupils, per: Object.fromEntries(per) };
  }
}

/** So little more or less that a double hardly tells. */
const hairFrom = (whole, steps) =>
  steps < 0 ? `${BigInt(whole) - 1n}.999999999` : steps > 0 ? `${whole}.000000001` : whole;

/** Two schools of a stage with the same pupils and 1 − c and 1 + c of everything: the coefficient is c, exactly. */
function tieSchools(random, stage, ways, standard) {
  const limit = standard === "basic-2012" ? basic.composite[stage] : quality.coefficient[stage];
  const beside = random.pick([0, 0, 0, 1, -1]);
  const cents = Math.round(Number(limit) * 100);
  return [-1, 1].map((side, i) => {
    const one = { name: `${stage}${i}`, type: stage, whole: {}, stages: { [stage]: { pupils: "1000" } } };
    one.flags = randomFlags(random, stage, false);
    const times = (of) => String(Number(least[of].per === 100 ? 40 : 10) * (100 + side * cents));
    const facts = one.stages[stage];
    for (const of of ["backbone", "fullTime", "title"]) facts[of] = times(of);
    if (ways.degree === "total") facts.degree = times("degree");
    else Object.assign(facts, { associate: "0", bachelor: times("degree"), master: "0", doctor: "0" });
    if (ways.arts === "total") facts.sportsArts = times("sportsArts");
    else if (ways.arts === "two") Object.assign(facts, { sportsTeachers: times("sportsArts"), arts: "0" });
    else Object.assign(facts, { sportsTeachers: times("sportsArts"), music: "0", fineArt: "0" });
    if (ways.arts === "four") facts.arts = "0";
    one.whole[ways.teaching === "net" ? "teachingNet" : "teaching"] = times("teaching");
    one.whole[ways.sports === "total" ? "sports" : "ground"] = times("sports");
    if (ways.teaching === "gross" || ways.sports === "ground") one.whole.indoor = "0";
    one.whole.equipment = hairFrom(product(times("equipment"), 1000), i * beside);
    for (const of of ["multimedia", "computers", "books"]) one.whole[of] = times(of);
    randomItemsOfSchool(random, one, ways, "good");
    return one;
  });
}

/** What comes from outside is never blank here: whether that is nothing or not known the rule does not say. */
const kComing = new Set(["visitingSports", "visitingMusic", "leased", "otherSports"]);

/** Somebody left a cell empty. */
function blank(random, county, ways) {
  const school = random.pick(county.schools.filter((each) => !isEmpty(each)));
  const stage = random.pick(Object.keys(school.stages));
  // A special or vocational school without a number of pupils may have none of that stage.
  const kept = ["special", "vocational"].includes(school.type) ? ["pupils"] : [];
  const { per } = school.stages[stage];
  const where = random.pick([
    school.whole,
    per ?? school.whole,
    school.stages[stage],
    school.rooms.music,
    school.money,
  ]);
  const keys = Object.keys(where).filter(
    (key) => typeof where[key] === "string" && ![...kComing, ...kept].includes(key),
  );
  // Where smaller rooms count as well, the large ones may not be needed: then unknown and pass are both true.
  if (where === school.rooms.music && Object.values(school.flags).includes(true)) keys.splice(keys.indexOf("96"), 1);
  if (keys.length > 0) where[random.pick(keys)] = null;
  if (school.migrants !== undefined && school.type !== "twelve_year" && random.chance(0.1)) school.migrants = null;
}

/** Nobody goes there, or not yet. Whether the items speak of it the rule does not say: it has all that they ask for. */
export const isEmpty = ({ stages }) =>
  Object.entries(stages).every(([stage, { pupils }]) => stage === "senior" || pupils === "0");

export function randomCounty(random, name, ways = randomWays(random)) {
  const temper = random.weighted(tempers);
  const county = { name, ways, coefficients: {}, ...randomFacts(random, { withTable: true }) };
  if (temper === "tie" && !ways.teachersWhole && !ways.perPupil) {
    const standard = random.pick([quality.id, basic.id]);
    county.schools = ["primary", "middle"].flatMap((stage) => tieSchools(random, stage, ways, standard));
  } else {
    const count = random.pick([1, 2, 3, 4, 5, 6, 8, 10]);
    county.schools = Array.from({ length: count }, (_, i) => randomSchool(random, i, temper, ways));
  }
  county.schools.forEach((school, i) => (school.name = `${kNames[i]}校`));
  if (random.chance(0.3)) for (let i = random.whole(1, 3); i > 0; i -= 1) blank(random, county, ways);
  return county;
}

const kNames = [..."甲乙丙丁戊己庚辛壬癸"];
