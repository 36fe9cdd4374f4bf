// SPDX-License-Identifier: MIT
//
// The evaluation of a small, clean table a second time, in plain JavaScript with exact fractions (BigInt), written from
// the published rules and not from the core: an oracle for the sample tables and for the golden files.
//
// It knows the spelling of the headers of public/samples/ only and throws at anything it does not understand.

/** The rules, restated here on purpose: 教督〔2017〕6号 as restated in 南川府办〔2021〕51号, annex 2. */
export const kQuality2017 = {
  id: "quality-2017",
  indicators: [
    { id: "degree_teachers", per: "100", plus: ["高于规定学历教师数"], threshold: { primary: "4.2", middle: "5.3" } },
    { id: "backbone_teachers", per: "100", plus: ["县级以上骨干教师数"], threshold: { primary: "1", middle: "1" } },
    {
      id: "sports_arts_teachers",
      per: "100",
      plus: ["体育艺术专任教师数"],
      threshold: { primary: "0.9", middle: "0.9" },
    },
    {
      id: "teaching_area",
      per: "1",
      plus: ["教学及辅助用房面积(㎡)"],
      minus: ["室内体育用房面积(㎡)"],
      split: true,
      threshold: { primary: "4.5", middle: "5.8" },
    },
    {
      id: "sports_area",
      per: "1",
      plus: ["运动场地面积(㎡)", "室内体育用房面积(㎡)"],
      split: true,
      threshold: { primary: "7.5", middle: "10.2" },
    },
    {
      id: "equipment_value",
      per: "10000",
      plus: ["教学仪器设备值(万元)"],
      split: true,
      threshold: { primary: "2000", middle: "2500" },
    },
    {
      id: "multimedia_rooms",
      per: "100",
      plus: ["网络多媒体教室数(间)"],
      split: true,
      threshold: { primary: "2.3", middle: "2.4" },
    },
  ],
  cvLimit: { primary: "0.50", middle: "0.45" },
  floor: "0.85",
  meetAtLeast: 6,
};

/** The one indicator of 教督〔2012〕3号 that the five-school example has; it is judged only within a composite. */
export const kBooks2012 = {
  id: "basic-2012",
  indicators: [{ id: "books", per: "1", plus: ["图书册数"], split: true, threshold: {} }],
  cvLimit: {},
};

const kStageNames = { primary: "小学", middle: "初中", senior: "高中" };
const kTypes = {
  小学: { primary: "1" },
  小学校区: { primary: "1" },
  教学点: { primary: "1" },
  初中: { middle: "1" },
  九年一贯制: { primary: "1", middle: "1.1" },
  十二年一贯制: { primary: "1", middle: "1.1", senior: "1.32" },
  高完中: { middle: "1", senior: "1.2" },
  完全中学: { middle: "1", senior: "1.2" },
  特殊教育学校: null,
};

// Fractions [numerator, denominator] with a positive denominator, reduced.

const gcd = (a, b) => {
  while (b) [a, b] = [b, a % b];
  return a < 0n ? -a : a;
};
const fraction = (n, d = 1n) => {
  const common = gcd(n, d);
  return [n / common, d / common];
};
const add = ([a, b], [c, d]) => fraction(a * d + c * b, b * d);
const multiply = ([a, b], [c, d]) => fraction(a * c, b * d);
const divide = ([a, b], [c, d]) => fraction(a * d, b * c);
const negative = ([a, b]) => [-a, b];
const compare = ([a, b], [c, d]) => (a * d === c * b ? 0 : a * d < c * b ? -1 : 1);
const kZero = fraction(0n);
const total = (list) => list.reduce(add, kZero);

export function decimal(text) {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) throw new Error(`not a plain number: “${text}”`);
  const digits = match[2] ?? "";
  return fraction(BigInt(match[1] + digits), 10n ** BigInt(digits.length));
}

function squareRoot(n) {
  if (n < 2n) return n;
  let x = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (x + n / x) >> 1n;
    if (next >= x) return x;
    x = next;
  }
}

const kPlaces = 60n;

/** value * 10^60, rounded down, to `significant` digits (half up), as a number whose JSON has just these digits. */
function rounded(scaled, significant = 12) {
  if (scaled === 0n) return 0;
  const drop = BigInt(Math.max(0, scaled.toString().length - significant));
  const kept = (scaled + 10n ** drop / 2n) / 10n ** drop;
  return Number(`${kept}e${drop - kPlaces}`);
}
const toNumber = ([n, d]) => rounded((n * 10n ** kPlaces) / d);
const rootToNumber = ([n, d]) => rounded(squareRoot((n * 10n ** (2n * kPlaces)) / d));

export function readTable(text) {
  const [header, ...lines] = text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split("\t"));
  return lines.map((cells, at) => {
    if (cells.length !== header.length) throw new Error(`line ${at + 2} has ${cells.length} cells`);
    return { line: at + 2, cells: Object.fromEntries(cells.map((cell, column) => [header[column], cell])) };
  });
}

/** Units and left-out schools of a table that holds one county. */
export function unitsOf(rows) {
  const units = [];
  const excluded = [];
  for (const { line, cells } of rows) {
    const school = cells["学校名称"];
    const weights = kTypes[cells["学校类型"]];
    if (weights === undefined) throw new Error(`type of ${school}`);
    const stages = Object.keys(weights ?? {});
    const pupils = (stage) => cells[`${kStageNames[stage]}在校生数`] ?? (stages.length === 1 ? cells["在校生数"] : "");
    if (weights === null) {
      excluded.push({ school, row: line, reason: "special_education" });
    } else if (cells["学校类型"] === "教学点" && compare(decimal(pupils("primary")), decimal("50")) < 0) {
      excluded.push({ school, row: line, reason: "small_teaching_point" });
    } else {
      const weighted = total(stages.map((stage) => multiply(decimal(weights[stage]), decimal(pupils(stage)))));
      for (const stage of stages.filter((name) => name !== "senior")) {
        const enrolment = decimal(pupils(stage));
        const share = divide(multiply(decimal(weights[stage]), enrolment), weighted);
        units.push({ school, row: line, stage, cells, pupils: enrolment, share });
      }
    }
  }
  return { units, excluded };
}

function valueOf(unit, indicator) {
  const amount = (name) => decimal(unit.cells[indicator.split ? name : `${name}(${kStageNames[unit.stage]})`]);
  const minus = (indicator.minus ?? []).map((name) => negative(amount(name)));
  const resource = total([...indicator.plus.map(amount), ...minus]);
  const own = indicator.split ? multiply(resource, unit.share) : resource;
  return divide(multiply(own, decimal(indicator.per)), unit.pupils);
}

function measure(unit, rules) {
  const values = rules.indicators.map((indicator) => {
    const value = valueOf(unit, indicator);
    const threshold = indicator.threshold[unit.stage];
    let verdict = null;
    if (threshold !== undefined) {
      const limit = decimal(threshold);
      const floor = multiply(limit, decimal(rules.floor));
      verdict = compare(value, limit) >= 0 ? "pass" : compare(value, floor) >= 0 ? "near" : "fail";
    }
    return { id: indicator.id, value, verdict };
  });
  const meeting = values.filter((value) => value.verdict === "pass").length;
  const low = values.some((value) => value.verdict === "fail");
  const verdict = rules.meetAtLeast === undefined ? null : meeting >= rules.meetAtLeast && !low ? "pass" : "fail";
  return { ...unit, values, meeting, verdict };
}

/** Student-weighted mean, population deviation and coefficient of one indicator. */
function spread(units, at) {
  const pupils = total(units.map((unit) => unit.pupils));
  const mean = divide(total(units.map((unit) => multiply(unit.pupils, unit.values[at].value))), pupils);
  const terms = units.map((unit) => {
    const off = add(unit.values[at].value, negative(mean));
    return multiply(divide(unit.pupils, pupils), multiply(off, off));
  });
  const variance = total(terms);
  // Where nothing differs there is no difference to share out.
  const shares = terms.map((term) => (variance[0] === 0n ? null : divide(term, variance)));
  return { mean, variance, cvSquared: divide(variance, multiply(mean, mean)), shares };
}

function weigh(stage, units, rules) {
  const indicators = rules.indicators.map((indicator, at) => {
    const { mean, variance, cvSquared, shares } = spread(units, at);
    units.forEach((unit, index) => {
      unit.values[at].cvShare = shares[index];
    });
    const limit = rules.cvLimit[stage];
    const count = (verdict) => units.filter((unit) => unit.values[at].verdict === verdict).length;
    const within = limit && compare(cvSquared, multiply(decimal(limit), decimal(limit))) <= 0;
    return {
      id: indicator.id,
      mean: toNumber(mean),
      standardDeviation: rootToNumber(variance),
      cv: rootToNumber(cvSquared),
      cvLimit: limit ? Number(limit) : null,
      verdict: limit ? (within ? "pass" : "fail") : null,
      threshold: indicator.threshold[stage] ? Number(indicator.threshold[stage]) : null,
      unitsMeeting: count("pass"),
      unitsNear: count("near"),
      unitsFailing: count("fail"),
    };
  });
  const passing = units.filter((unit) => unit.verdict === "pass").length;
  const judged = rules.meetAtLeast !== undefined;
  const good = passing === units.length && indicators.every((indicator) => indicator.verdict === "pass");
  return {
    stage,
    units: units.length,
    pupils: Number(total(units.map((unit) => unit.pupils))[0]),
    unitsPassing: judged ? passing : null,
    verdict: judged ? (good ? "pass" : "fail") : null,
    indicators,
  };
}

/** Sum of a column over the evaluated units, each stage from its own column. */
export function sumOverUnits(units, name) {
  return Number(total(units.map((unit) => decimal(unit.cells[`${name}(${kStageNames[unit.stage]})`])))[0]);
}

/** The whole answer with the keys of the contract; numbers carry twelve significant digits. */
export function evaluate(text, rules) {
  const { units, excluded } = unitsOf(readTable(text));
  const measured = units.map((unit) => measure(unit, rules));
  const stages = ["primary", "middle"]
    .map((stage) => [stage, measured.filter((unit) => unit.stage === stage)])
    .filter(([, list]) => list.length > 0)
    .map(([stage, list]) => weigh(stage, list, rules));
  const good = stages.every((stage) => stage.verdict === "pass");
  return {
    standard: rules.id,
    resources: rules.meetAtLeast === undefined ? null : good ? "pass" : "fail",
    stages,
    units: measured.map((unit) => ({
      school: unit.school,
      row: unit.row,
      stage: unit.stage,
      pupils: Number(unit.pupils[0]),
      meeting: unit.verdict === null ? null : unit.meeting,
      verdict: unit.verdict,
      values: unit.values.map(({ id, value, verdict, cvShare }) => ({
        id,
        value: toNumber(value),
        verdict,
        cvShare: cvShare && toNumber(cvShare),
      })),
    })),
    excluded,
  };
}
