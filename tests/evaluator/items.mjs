// SPDX-License-Identifier: MIT
//
// The 15 + 9 items, recognition, vetoes and money from what a county states about itself. A fact is a decimal as text, or
// an object by stage or year; null or absent is not known. Each item gives {check: verdict}.

import { add, fraction, minus, over, sum } from "./fractions.mjs";
import { rates, stages } from "./limits.mjs";
import { attested, judged, worst } from "./verdicts.mjs";

/** Of a row of years the last one counts. */
function of(facts, id) {
  const fact = facts[id] ?? null;
  if (fact === null || typeof fact !== "object") return fraction(fact);
  return fraction(fact[Object.keys(fact).sort().at(-1)]);
}

/** The first of several ways to a number that is complete. */
const firstKnown = (...ways) => ways.find((value) => value !== null) ?? null;
const share = (facts, part, whole) => over(of(facts, part), of(facts, whole));
const rate = (facts, id) => over(of(facts, id), 100);

/** First and last: three years of a class. A: who came and left belongs to the beginning, B: to both ends, C: neither. */
export function retention(facts, formula) {
  const [graduates, first, came, deaths, left] = [
    "graduates",
    "first_year_pupils",
    "moved_in",
    "deaths",
    "moved_out",
  ].map((id) => of(facts, id));
  const ways = {
    A: () => over(graduates, minus(minus(add(first, came), deaths), left)),
    B: () => over(add(minus(graduates, came), left), minus(first, deaths)),
    C: () => over(graduates, first),
  };
  return ways[formula]();
}

/** In each stage on its own; nothing known of a stage is nothing known of the item. */
const byStage = (judge) => worst(stages.map(judge));
const stagedFact = (facts, id, stage) => fraction(facts[id]?.[stage] ?? null);

function smallSchools(facts) {
  const small = of(facts, "small_schools");
  if (small !== null && small.n === 0n) return "pass"; // nobody to pay for
  return judged(share(facts, "small_schools_funded", "small_schools"), "atLeast", rates.funded);
}

/** With no table of schools the county counts them itself. */
function countedSchools(facts) {
  const all = (part) =>
    byStage((stage) =>
      judged(over(stagedFact(facts, part, stage), stagedFact(facts, "schools", stage)), "atLeast", "1"),
    );
  const none = (...ids) => {
    const counts = ids.map((id) => of(facts, id));
    if (counts.some((count) => count !== null && count.n > 0n)) return "fail";
    return counts.includes(null) ? "unknown" : "pass";
  };
  return {
    G3: { music: all("schools_with_rooms"), art: all("schools_with_rooms") },
    G4: { size: none("oversized_schools", "oversized_joint") },
    G5: { classes: byStage((stage) => judged(stagedFact(facts, "oversized_classes", stage), "atMost", "0")) },
    Q4: {
      share: judged(
        firstKnown(
          share(facts, "training_budget", "public_budget"),
          share(facts, "training_spent", "public_spent"), // what was spent stands in for what was planned
          rate(facts, "training_rate"),
        ),
        "atLeast",
        rates.training,
      ),
    },
  };
}

function government(facts, said, choices) {
  const atLeast = (value, limit) => judged(value, "atLeast", limit);
  // Whom one could exchange: those who meet the conditions, or all where nobody has counted these.
  const exchangeable = choices.eligible === "all_teachers" ? "full_time_teachers" : "eligible_teachers";
  return {
    G1: { planning: attested(said.G1) },
    G2: { uniform: attested(said.G2) },
    G6: { small: smallSchools(facts) },
    G7: {
      special: atLeast(
        firstKnown(share(facts, "special_funds", "special_pupils"), of(facts, "special_per_pupil")),
        rates.special,
      ),
    },
    G8: {
      pay: judged(of(facts, "teacher_pay"), "atLeast", of(facts, "civil_servant_pay")),
      performance_pay: attested(said["G8.performance_pay"]),
    },
    G9: {
      trained: atLeast(
        firstKnown(share(facts, "trained_teachers", "full_time_teachers"), rate(facts, "trained_rate")),
        rates.trained,
      ),
    },
    G10: { posts: attested(said.G10) },
    G11: {
      exchange: atLeast(
        firstKnown(share(facts, "exchanged_teachers", exchangeable), rate(facts, "exchange_rate")),
        rates.exchanged,
      ),
      backbone: atLeast(
        firstKnown(
          share(
            facts,
            "exchanged_backbone",
            choices.backbone_base === "eligible" ? "eligible_teachers" : "exchanged_teachers",
          ),
          rate(facts, "exchange_backbone_rate"),
        ),
        rates.exchangedBackbone,
      ),
    },
    G12: {
      certified: atLeast(
        firstKnown(share(facts, "certified_teachers", "full_time_teachers"), rate(facts, "certified_rate")),
        rates.certified,
      ),
    },
    G13: {
      near: byStage((stage) =>
        atLeast(
          firstKnown(
            over(stagedFact(facts, "near_pupils", stage), stagedFact(facts, "near_base", stage)),
            over(stagedFact(facts, "near_rate", stage), 100),
          ),
          rates.near[stage],
        ),
      ),
    },
    G14: {
      allocated: atLeast(
        firstKnown(share(facts, "quality_allocated", "quality_plan"), rate(facts, "quality_rate")),
        rates.quota,
      ),
      rural: attested(said["G14.rural"]),
    },
    G15: {
      care: attested(said["G15.care"]),
      migrant: atLeast(
        firstKnown(
          over(add(of(facts, "migrant_public"), of(facts, "migrant_purchased")), of(facts, "migrant_eligible")),
          rate(facts, "migrant_rate"),
        ),
        rates.migrant,
      ),
    },
  };
}

const subjects = ["chinese", "mathematics", "english", "science", "sports", "arts", "moral"];

/** Level and gap of each subject; a fail of one is a fail, whatever is not known of others. */
function monitoring(facts) {
  const checks = {};
  for (const subject of subjects) {
    checks[`level_${subject}`] = byStage((stage) =>
      judged(stagedFact(facts, `level_${subject}`, stage), "atLeast", rates.level),
    );
    checks[`gap_${subject}`] = byStage((stage) =>
      judged(stagedFact(facts, `gap_${subject}`, stage), "below", rates.gap),
    );
  }
  return checks;
}

function qualityItems(facts, said, choices) {
  const enrolled = sum(["disabled_in_class", "disabled_special", "disabled_at_home"].map((id) => facts[id] ?? null));
  return {
    Q1: {
      retention: judged(
        firstKnown(retention(facts, choices.retention), rate(facts, "retention_rate")),
        "atLeast",
        rates.retention,
      ),
    },
    Q2: {
      disabled: judged(
        firstKnown(
          over(enrolled, of(facts, "disabled_all")),
          share(facts, "disabled_enrolled", "disabled_all"),
          rate(facts, "disabled_rate"),
        ),
        "atLeast",
        rates.disabled,
      ),
    },
    Q3: { charter: attested(said.Q3) },
    Q5: { technology: attested(said.Q5) },
    Q6: { moral: attested(said.Q6) },
    Q7: { curriculum: attested(said.Q7) },
    Q8: { burden: attested(said.Q8) },
    Q9: monitoring(facts),
  };
}

function recognition(facts) {
  const survey = firstKnown(share(facts, "survey_satisfied", "survey_valid"), rate(facts, "recognition"));
  const checks = { survey: judged(survey, "atLeast", rates.recognition) };
  // Visits are asked by one guide only: what is not given is not judged.
  if (of(facts, "visit_satisfied") !== null || of(facts, "visit_people") !== null)
    checks.visit = judged(share(facts, "visit_satisfied", "visit_people"), "atLeast", rates.recognition);
  return { R1: checks };
}

/** A veto passes where the county says that there was no such thing. */
const vetoes = (said) =>
  Object.fromEntries(["V1", "V2", "V3", "V4", "V5", "V6"].map((id) => [id, { said: attested(said[id]) }]));

/** What a county may choose where the sources differ. */
export const usualChoices = { retention: "A", eligible: "stated", backbone_base: "exchanged", arts: "subtotal" };

/** All items from facts, by part. */
export function itemsFromFacts({ facts, said }, choices = usualChoices) {
  const counted = countedSchools(facts);
  const { Q4, ...ofSchools } = counted;
  return {
    government: { ...government(facts, said, choices), ...ofSchools },
    quality: { ...qualityItems(facts, said, choices), Q4 },
    recognition: recognition(facts),
    veto: vetoes(said),
  };
}
