// SPDX-License-Identifier: MIT
//
// What a random county states about itself, around every limit, with blanks.

import { basic, quality, stages } from "./limits.mjs";

const attestedItems = ["G1", "G2", "G8.performance_pay", "G10", "G14.rural", "G15.care", "Q3", "Q5", "Q6", "Q7", "Q8"];
const vetoes = ["V1", "V2", "V3", "V4", "V5", "V6"];
const subjects = ["chinese", "mathematics", "english", "science", "sports", "arts", "moral"];
const years = [2021, 2022, 2023, 2024];

/** part / whole as counts, at a share of so many hundredths or one beside it. */
function counts(random, facts, part, whole, hundredths, good, bases = [100, 200, 1000, 1300, 737, 40]) {
  const base = random.pick(bases);
  const exact = (base * hundredths) / 100;
  const near = good ? Math.ceil(exact) : Math.ceil(exact) + random.pick([-1, 0, 0, 1]);
  facts[whole] = String(base);
  facts[part] = String(Math.min(base, Math.max(0, near)));
}

const percent = (random, hundredths, good) =>
  String(good ? hundredths : random.pick([hundredths, hundredths, (hundredths - 0.1).toFixed(1), hundredths - 1]));

/** Either counts or the rate that is stated without them. */
function share(random, facts, part, whole, rate, hundredths, good, bases) {
  if (rate !== null && random.chance(0.3)) facts[rate] = percent(random, hundredths, good);
  else counts(random, facts, part, whole, hundredths, good, bases);
}

const kAllTeachers = [2000, 2152, 4000]; // more than can be exchanged

function governmentFacts(random, facts, good) {
  share(random, facts, "trained_teachers", "full_time_teachers", "trained_rate", 100, good, kAllTeachers);
  if (facts.full_time_teachers !== undefined)
    facts.certified_teachers =
      good || random.chance(0.6) ? facts.full_time_teachers : String(facts.full_time_teachers - 1);
  else facts.certified_rate = percent(random, 100, good);
  share(random, facts, "exchanged_teachers", "eligible_teachers", "exchange_rate", 10, good);
  if (facts.exchanged_teachers !== undefined && facts.exchanged_teachers !== "0")
    facts.exchanged_backbone = String(Math.ceil(facts.exchanged_teachers / 5 - (good ? 0 : random.pick([0, 0, 1]))));
  else facts.exchange_backbone_rate = percent(random, 20, good);
  share(random, facts, "quality_allocated", "quality_plan", "quality_rate", 50, good);
  facts.small_schools = random.pick(["0", "3", "8"]);
  const missed = good ? 0 : random.pick([0, 0, 1]);
  facts.small_schools_funded = String(Math.max(0, Number(facts.small_schools) - missed));
  if (random.chance(0.3)) facts.special_per_pupil = random.pick(["6000", good ? "6001" : "5999.99", "8000"]);
  else {
    facts.special_pupils = random.pick(["1", "7", "193"]);
    facts.special_funds = String(facts.special_pupils * 6000 - (good ? 0 : random.pick([0, 0, 1])));
  }
  facts.civil_servant_pay = random.pick(["134502", "98000"]);
  facts.teacher_pay = random.pick([facts.civil_servant_pay, "157386", good ? "140000" : "97999.99"]);
  migrants(random, facts, good);
  const near = { near_pupils: {}, near_base: {} };
  for (const [stage, hundredths] of [
    ["primary", 100],
    ["middle", 95],
  ]) {
    const one = {};
    counts(random, one, "part", "whole", hundredths, good);
    [near.near_pupils[stage], near.near_base[stage]] = [one.part, one.whole];
  }
  Object.assign(facts, near);
}

function migrants(random, facts, good) {
  if (random.chance(0.3)) {
    facts.migrant_rate = percent(random, 85, good);
    return;
  }
  counts(random, facts, "migrant_public", "migrant_eligible", 85, good);
  const purchased = random.whole(0, Number(facts.migrant_public));
  facts.migrant_purchased = String(purchased);
  facts.migrant_public = String(facts.migrant_public - purchased);
}

function qualityFacts(random, facts, good) {
  if (random.chance(0.2)) facts.retention_rate = percent(random, 95, good);
  else {
    facts.first_year_pupils = random.pick(["1000", "4023", "400"]);
    [facts.moved_in, facts.deaths, facts.moved_out] = [
      random.whole(0, 60),
      random.whole(0, 3),
      random.whole(0, 40),
    ].map(String);
    const end = Number(facts.first_year_pupils) + Number(facts.moved_in) - facts.deaths - facts.moved_out;
    const graduates = Math.ceil(end * 0.95) + (good ? 4 : random.pick([-4, -1, 0, 0, 1, 4]));
    facts.graduates = String(Math.min(graduates, end, Number(facts.first_year_pupils)));
  }
  const enrolled = {};
  share(random, enrolled, "part", "whole", "rate", 95, good);
  if (enrolled.rate !== undefined) facts.disabled_rate = enrolled.rate;
  else {
    facts.disabled_all = enrolled.whole;
    if (random.chance(0.4)) facts.disabled_enrolled = enrolled.part;
    else {
      const special = random.whole(0, Number(enrolled.part));
      Object.assign(facts, { disabled_special: String(special), disabled_at_home: "0" });
      facts.disabled_in_class = String(enrolled.part - special);
    }
  }
  for (const subject of subjects) {
    facts[`level_${subject}`] = {};
    facts[`gap_${subject}`] = {};
    for (const stage of stages) {
      facts[`level_${subject}`][stage] = good ? "3" : random.pick(["3", "3", "4", "3", "3", "3", "3", "3", "2"]);
      facts[`gap_${subject}`][stage] = good ? "0.12" : random.pick(["0.067", "0.149999", "0.03", "0.1", "0.15"]);
    }
  }
  share(random, facts, "survey_satisfied", "survey_valid", "recognition", 85, good);
  if (random.chance(0.3)) counts(random, facts, "visit_satisfied", "visit_people", 85, good);
  facts.all_schools = { primary: "25", middle: "9" };
  facts.schools_meeting = { primary: good ? "25" : random.pick(["24", "25", "25"]), middle: "9" };
  facts.satisfaction = percent(random, 85, good);
}

/** Without a table the county also counts its schools and its money for training. */
function countedFacts(random, facts, good) {
  const bad = () => !good && random.chance(0.2);
  facts.schools = { primary: "25", middle: "9" };
  facts.schools_with_rooms = { primary: bad() ? "24" : "25", middle: "9" };
  facts.oversized_schools = bad() ? "2" : "0";
  facts.oversized_joint = bad() ? "1" : "0";
  facts.oversized_classes = { primary: bad() ? "3" : "0", middle: "0" };
  if (random.chance(0.3)) counts(random, facts, "training_spent", "public_spent", 5, good);
  else share(random, facts, "training_budget", "public_budget", "training_rate", 5, good);
}

function moneyFacts(random, facts, good) {
  const rising = (id, from) => {
    let value = from;
    facts[id] = {};
    for (const year of years) {
      facts[id][year] = String(value);
      value += good ? random.whole(1, 50) : random.pick([0, 1, 30, 30, 10, -1]);
    }
  };
  for (const id of ["pupil_expense", "pupil_public_funds", "education_spending", "education_spending_per_pupil"])
    rising(id, random.whole(500, 2000));
  if (random.chance(0.3)) {
    // The same growth of both, exactly: 100 → 110 against 1300 → 1430.
    const by = random.pick([13, 7, 10]);
    facts.recurrent_revenue = { 2021: "1000", 2022: "1100", 2023: "1210", 2024: "1331" };
    facts.education_appropriation = Object.fromEntries(
      years.map((year) => [
        year,
        String(facts.recurrent_revenue[year] * by + (year === 2024 ? random.pick([0, 1]) : 0)),
      ]),
    );
  } else {
    rising("education_appropriation", 900);
    rising("recurrent_revenue", 5000);
  }
  if (random.chance(0.7)) rising("teacher_pay", Number(facts.civil_servant_pay) + random.pick([0, 500]));
  rising("education_funds", 1000);
  rising("fiscal_expenditure", 9000);
}

/** {facts, said, scores, years, coefficients}; some of it is not known. */
export function randomFacts(random, { withTable }) {
  const good = random.chance(0.4);
  const facts = {};
  governmentFacts(random, facts, good);
  qualityFacts(random, facts, good);
  if (!withTable) countedFacts(random, facts, good);
  if (random.chance(0.5)) moneyFacts(random, facts, good);
  const said = Object.fromEntries([...attestedItems, ...vetoes].map((id) => [id, good || !random.chance(0.05)]));
  const scores = {};
  for (let i = 1; i <= basic.items; i += 1)
    scores[`B${i}`] = i === 17 ? "4" : random.pick(["5", "5", "5", "5", "4.5", "5.25", "6"]);
  const county = { facts, said, scores, years, coefficients: withTable ? {} : coefficients(random) };
  if (random.chance(0.35)) blanks(random, county);
  return county;
}

/** Published coefficients of a county whose schools are not known. */
function coefficients(random) {
  if (random.chance(0.5)) return {};
  const list = [...new Set([...quality.indicators, ...basic.indicators].map(({ id }) => id))];
  return Object.fromEntries(
    stages.map((stage) => [
      stage,
      Object.fromEntries(
        list.map((id) => [id, random.pick(["0.45", "0.5", "0.55", "0.65", "0.302", "0.4500001", "0.12", "0.65"])]),
      ),
    ]),
  );
}

/** Counted for the county together: of a part of it one cannot say what that decides. */
const kOfAllStages = new Set(["schools", "schools_with_rooms"]);

function blanks(random, { facts, said, scores }) {
  for (let i = random.whole(1, 4); i > 0; i -= 1) {
    const where = random.pick([facts, facts, facts, said, scores]);
    const key = random.pick(Object.keys(where));
    // Of years one in between: a row that begins later or ends earlier is a shorter row.
    if (where[key] !== null && typeof where[key] === "object" && !kOfAllStages.has(key))
      where[key][random.pick(Object.keys(where[key]).filter((part) => part !== "2021" && part !== "2024"))] = null;
    else where[key] = null;
  }
}
