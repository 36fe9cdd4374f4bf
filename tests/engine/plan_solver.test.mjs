// SPDX-License-Identifier: MIT
//
// The relaxation of a plan by a public solver. HiGHS has no cones: the cone is approached by planes from outside, one at
// each solution that lies beyond it, until none does; every answer on the way is a bound from below. The plan in steps of a
// millionth of a ㎡ is as good as one in real numbers.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import loadHighs from "highs";

const site = new URL("../../dist/site/", import.meta.url);
const { loadPlanner } = await import(new URL("engine/plan.js", site).href);
const { loadJunheng } = await import(new URL("engine/junheng.js", site).href);
const [planner, junheng] = [await loadPlanner(), await loadJunheng()];
const highs = await loadHighs();

const kStep = "0.000001";
const kRounds = 100;
const kAgree = 1e-6;
/** What the solver itself may be off, as close as it can be asked. */
const kWithin = 1e-10;

const quality = JSON.parse(await readFile(new URL("standards/quality-2017.json", site), "utf8"));
const areaAlone = {
  ...quality,
  id: "area-alone",
  title: { zh: "只看教学用房", en: "Teaching rooms alone" },
  indicators: quality.indicators.filter(({ id }) => id === "teaching_area"),
  unitRule: { ...quality.unitRule, meetAtLeast: 1 },
};
const basic = JSON.parse(await readFile(new URL("standards/basic-2012.json", site), "utf8"));
const meanOfTwo = {
  ...basic,
  id: "mean-of-two",
  title: { zh: "只看用房和图书", en: "Rooms and books alone" },
  indicators: basic.indicators.filter(({ id }) => ["teaching_area", "books"].includes(id)),
};
assert.equal(meanOfTwo.indicators.length, 2);
for (const module of [planner, junheng])
  for (const standard of [areaAlone, meanOfTwo]) assert.deepEqual(module.addStandard(standard), []);
const kLimit = Number(quality.balanceRule.limit.primary.value);
const kThreshold = Number(areaAlone.indicators[0].threshold.primary.value);

/** Numbers from a seed, the same everywhere (mulberry32). */
function randomOf(seed) {
  let state = seed;
  return (least, most) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return least + (((mixed ^ (mixed >>> 14)) >>> 0) % (most - least + 1));
  };
}

/**
 * The least of Σ price · (b − g) + move · g, where x = base + rise · (b − g) is at least the floor, what is bought is not
 * negative in all, and ‖√w (x − x̄)‖ ≤ L · x̄: a bound from below that rises until it comes to `dearest`, what the plan costs,
 * or is the least itself.
 * `units`: { base, rise, weight, floor, most } by unit. `first`: values at which the first plane touches the cone; wherever a
 * plane touches it, all of the cone lies on one side of it, so that nothing is taken on trust.
 */
function leastBySolver(units, { price, move = null, limit = kLimit }, first, dearest) {
  const names = units.map((_, at) => at);
  // Whoever pays no more than the plan gets no more than this.
  const most = dearest / price + (move === null ? 0 : units.reduce((sum, unit) => sum + unit.most, 0));
  const bounds = names.flatMap((at) => [
    `0 <= b${at} <= ${most}`,
    move === null ? `g${at} = 0` : `0 <= g${at} <= ${units[at].most}`,
  ]);
  const number = (value) => (value < 0 ? `- ${-value}` : `+ ${value}`);
  const rows = units.map(({ base, rise, floor }, at) => `${rise} b${at} - ${rise} g${at} >= ${floor - base}`);
  rows.push(`${names.map((at) => `+ b${at} - g${at}`).join(" ")} >= 0`);
  const cost = names.map((at) => `${number(price)} b${at} ${number((move ?? 0) - price)} g${at}`).join(" ");
  /** Σ w (y − ȳ − L) x ≤ 0 with y = (x − x̄) / S, whose mean is zero. False: the values are within the cone. */
  const touch = (values, always) => {
    const mean = values.reduce((sum, value, at) => sum + units[at].weight * value, 0);
    const spread = Math.sqrt(values.reduce((sum, value, at) => sum + units[at].weight * (value - mean) ** 2, 0));
    if (spread === 0) return false;
    if (!always && spread - limit * mean <= kWithin * mean) return false;
    const plane = units.map(({ weight }, at) => weight * ((values[at] - mean) / spread - limit));
    const constant = units.reduce((sum, { base }, at) => sum + plane[at] * base, 0);
    const terms = names.map((at) => plane[at] * units[at].rise);
    rows.push(`${terms.map((term, at) => `${number(term)} b${at} ${number(-term)} g${at}`).join(" ")} <= ${-constant}`);
    return true;
  };
  touch(first, true);
  for (let round = 0; round < kRounds; round += 1) {
    const text = `Minimize\n obj: ${cost}\nSubject To\n${rows.map((row, at) => ` r${at}: ${row}`).join("\n")}\nBounds\n ${bounds.join("\n ")}\nEnd`;
    const solved = highs.solve(text, { primal_feasibility_tolerance: kWithin, dual_feasibility_tolerance: kWithin });
    assert.equal(solved.Status, "Optimal");
    const values = units.map(
      ({ base, rise }, at) => base + rise * (solved.Columns[`b${at}`].Primal - solved.Columns[`g${at}`].Primal),
    );
    if (solved.ObjectiveValue >= dearest * (1 - kAgree) || !touch(values, false)) return solved.ObjectiveValue;
  }
  return assert.fail("the planes do not come to an end");
}

/** Schools of 小学, of which `twoStages` have a 初中 too: what they have is then shared by both. */
function randomCounty(random, { floors, twoStages }) {
  const schools = [];
  const count = random(4, 16);
  for (let at = 0; at < count; at += 1) {
    const pupils = random(60, 1500);
    const middle = twoStages && random(0, 2) === 0 ? random(60, 900) : 0;
    const rich = random(0, 3) === 0 ? random(8, 30) : random(2, 6);
    // With floors of the standard, or all of them reached and only the coefficient over.
    const perPupil = floors ? rich : rich + 5;
    schools.push({ pupils, middle, area: (pupils + middle) * perPupil + random(0, 99) });
  }
  if (!floors) schools[0].area *= 9;
  return schools;
}

function tableOf(schools) {
  const rows = schools.map(({ pupils, middle, area }, at) =>
    [`${at}校`, middle > 0 ? "九年一贯制学校" : "小学", pupils, middle > 0 ? middle : "", area].join("\t"),
  );
  return ["学校名称\t学校类型\t在校生数(小学)\t在校生数(初中)\t教学及辅助用房面积（净）", ...rows].join("\n");
}

function unitsOf(schools, shares) {
  const all = schools.reduce((sum, { pupils }) => sum + pupils, 0);
  return schools.map(({ pupils, area }, at) => ({
    base: area * shares[at],
    rise: shares[at],
    weight: pupils / all,
    floor: kThreshold,
    most: area,
  }));
}

/** By how much one ㎡ more raises the value of each unit, asked of the engine itself: what is shared, and how, is its matter. */
function sharesOf(schools) {
  const stage = junheng.evaluate({ table: tableOf(schools), standard: "area-alone" }).counties[0].units;
  return schools.map((one, at) => {
    const unit = stage.find(({ school, stage: of }) => of === "primary" && school === `${at}校`);
    return unit.values[0].value / one.area;
  });
}

function agree(name, seed, count, options) {
  test(`the plan in real numbers is that of the solver: ${name}`, () => {
    const random = randomOf(seed);
    let widest = 0;
    let paid = 0;
    for (let round = 0; round < count; round += 1) {
      const schools = randomCounty(random, options);
      const shares = sharesOf(schools);
      const open = planner.open({ table: tableOf(schools), standard: "area-alone" });
      const { price, move = null } = options;
      const plan = open.plan({
        county: 0,
        stage: "primary",
        resources: [
          { id: "teaching_area", step: kStep, price: String(price), ...(move === null ? {} : { move: String(move) }) },
        ],
      });
      open.close();
      assert.equal(plan.outcome, "planned", JSON.stringify(plan.obstacle));
      const units = unitsOf(schools, shares);
      const values = units.map(({ base }) => base);
      for (const { unit, changes } of plan.schools) values[unit] += units[unit].rise * Number(changes[0].by);
      const solved = leastBySolver(units, options, values, plan.cost);
      const scale = Math.max(solved, 1);
      assert.ok(plan.cost >= solved - kAgree * scale, `${plan.cost} is less than ${solved} can be`);
      widest = Math.max(widest, (plan.cost - solved) / scale);
      if (plan.cost > 0) paid += 1;
      assert.ok(plan.bound <= solved + kAgree * scale, `the bound ${plan.bound} is above ${solved}`);
    }
    assert.ok(paid > count / 2, `only ${paid} of ${count} cost anything`);
    assert.ok(widest <= kAgree, `up to ${widest} more than the solver's`);
  });
}

agree("floors and the coefficient, bought", 1, 12, { floors: true, price: 3 });
agree("the coefficient alone, bought", 2, 12, { floors: false, price: 3 });
agree("schools of two stages, where ㎡ weigh differently", 3, 12, { floors: false, twoStages: true, price: 3 });
agree("moved and bought", 4, 12, { floors: true, price: 3, move: 1 });

test("under a limit of the mean each coefficient costs what the solver says within what the plan leaves it", () => {
  const random = randomOf(5);
  const prices = { teaching_area: 3, books: 1 };
  let paid = 0;
  for (let round = 0; round < 10; round += 1) {
    const schools = Array.from({ length: random(4, 16) }, () => {
      const pupils = random(60, 1500);
      const each = () => (random(0, 3) === 0 ? random(40, 90) : random(1, 6));
      return { pupils, teaching_area: pupils * each() + random(0, 99), books: pupils * each() };
    });
    const rows = schools.map((one, at) => [`${at}校`, "小学", one.pupils, one.teaching_area, one.books].join("\t"));
    const table = ["学校名称\t学校类型\t在校生数\t教学及辅助用房面积\t图书", ...rows].join("\n");
    const open = planner.open({ table, standard: "mean-of-two" });
    const resources = Object.entries(prices).map(([id, price]) => ({ id, price: String(price), step: kStep }));
    const plan = open.plan({ county: 0, stage: "primary", resources });
    open.close();
    assert.equal(plan.outcome, "planned", JSON.stringify(plan.obstacle));
    assert.ok(plan.bound <= plan.cost, `${plan.cost} is below ${plan.bound}`);
    if (plan.cost > 0) paid += 1;
    const all = schools.reduce((sum, { pupils }) => sum + pupils, 0);
    let solved = 0;
    for (const { id, cost, after } of plan.indicators) {
      if (cost === 0) continue;
      const units = schools.map((one) => ({
        base: one[id] / one.pupils,
        rise: 1 / one.pupils,
        weight: one.pupils / all,
        floor: 0,
        most: one[id],
      }));
      const values = units.map(({ base }) => base);
      for (const { unit, changes } of plan.schools)
        for (const { indicator, by } of changes) if (indicator === id) values[unit] += units[unit].rise * Number(by);
      solved += leastBySolver(units, { price: prices[id], limit: after.cv }, values, cost);
    }
    assert.ok(Math.abs(plan.cost - solved) <= kAgree * Math.max(solved, 1), `${plan.cost} and ${solved}`);
  }
  assert.ok(paid > 5, `only ${paid} cost anything`);
});
