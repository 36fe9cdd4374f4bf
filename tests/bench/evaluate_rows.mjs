// SPDX-License-Identifier: MIT
//
// The same evaluation (quality-2017) as a careful programmer would write it in plain JavaScript for this one table:
// numbers in typed arrays, two passes over the units. It is what the contenders of ./dev bench do with the cells that a
// library, or one_pass.mjs, has found, in Node and in a browser; their answers are compared with the engine's before any
// time counts.
//
// What it leaves out, all in its favour: other standards, other spellings of headers and school types, explanations,
// sentences for what is wrong with a cell. Numbers with more than two decimals would be compared inexactly.

const kStageNames = ["小学", "初中", "高中"];

// Weights in hundredths; the stages of a type are those with a weight.
export const kTypes = new Map([
  ["小学", [100, 0, 0]],
  ["教学点", [100, 0, 0]],
  ["初中", [0, 100, 0]],
  ["九年一贯制学校", [100, 110, 0]],
  ["十二年一贯制学校", [100, 110, 132]],
  ["完全中学", [0, 100, 120]],
  ["特殊教育学校", null],
  ["职业中学", null],
]);

// Threshold in tenths, primary and middle; resource columns by position in kNumbers; `per` with 万元 turned into 元.
export const kIndicators = [
  { id: "degree_teachers", per: 100, tenths: [42, 53], teachers: 3 },
  { id: "backbone_teachers", per: 100, tenths: [10, 10], teachers: 5 },
  { id: "sports_arts_teachers", per: 100, tenths: [9, 9], teachers: 7 },
  { id: "teaching_area", per: 1, tenths: [45, 58], plus: 9, minus: 10 },
  { id: "sports_area", per: 1, tenths: [75, 102], plus: 11, also: 10 },
  { id: "equipment_value", per: 10000, tenths: [20000, 25000], plus: 12 },
  { id: "multimedia_rooms", per: 100, tenths: [23, 24], plus: 13 },
];
export const kCount = kIndicators.length;
const kCvLimit = [0.5, 0.45];
export const kMeetAtLeast = 6;

export const kNumbers = [
  "小学在校生数",
  "初中在校生数",
  "高中在校生数",
  "高于规定学历教师数(小学)",
  "高于规定学历教师数(初中)",
  "县级以上骨干教师数(小学)",
  "县级以上骨干教师数(初中)",
  "体育艺术专任教师数(小学)",
  "体育艺术专任教师数(初中)",
  "教学及辅助用房面积(㎡)",
  "室内体育用房面积(㎡)",
  "运动场地面积(㎡)",
  "教学仪器设备值(万元)",
  "网络多媒体教室数(间)",
];

// Verdicts as small integers.
const kPass = 0,
  kNear = 1,
  kFail = 2,
  kUnknown = 3;
const kWords = ["pass", "near", "fail", "unknown"];

/** A number in hundredths; NaN for a missing one, undefined for nonsense. */
function hundredths(cell) {
  const length = cell.length;
  if (length === 0) return NaN;
  let number = 0;
  let decimals = -1;
  for (let at = 0; at < length; at += 1) {
    const digit = cell.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) {
      number = number * 10 + digit;
      if (decimals >= 0) decimals += 1;
    } else if (digit === -2 && decimals < 0 && at > 0) {
      decimals = 0;
    } else {
      return unusual(cell);
    }
  }
  if (decimals <= 0) return decimals === 0 ? undefined : number * 100;
  return decimals === 1 ? number * 10 : decimals === 2 ? number : number * 10 ** (2 - decimals);
}

export function unusual(cell) {
  const text = cell.normalize("NFKC").trim();
  if (text === "" || /^[-—–―/]+$/.test(text)) return NaN;
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(",", "") : text;
  return /^\d+(\.\d+)?$/.test(plain) ? Math.round(Number(plain) * 100) : undefined;
}

/** Where the columns are that are used, by their names. */
export function placesOf(header) {
  const place = (name) => {
    const at = header.indexOf(name);
    if (at < 0) throw new Error(`no column ${name}`);
    return at;
  };
  return {
    province: place("省份"),
    county: place("区县"),
    type: place("学校类型"),
    numbers: kNumbers.map(place),
  };
}

/** Takes schools one by one; the answer has the keys of the contract's summary. */
export class Ledger {
  /** Of the row that is taken next, in hundredths: `kNumbers` in their order. NaN where there is none. */
  numbers = new Float64Array(kNumbers.length);
  #counties = [];
  #countyOf = new Map();
  #issues = [];
  #units = 0;
  #group; // county * 2 + stage of each unit
  #pupils;
  #values;
  #verdicts;

  /** At most `rows` schools. */
  constructor(rows) {
    this.#group = new Uint32Array(rows * 2);
    this.#pupils = new Float64Array(rows * 2);
    this.#values = new Float64Array(rows * 2 * kCount);
    this.#verdicts = new Uint8Array(rows * 2 * kCount);
  }

  countyOf(province, county) {
    const key = `${province}\t${county}`;
    let found = this.#countyOf.get(key);
    if (found === undefined) {
      found = this.#counties.length;
      this.#countyOf.set(key, found);
      this.#counties.push({ name: county, province });
    }
    return found;
  }

  /** A cell that is no number, in a line of the text. */
  complain(line, number, found) {
    this.#issues.push({ row: line, column: kNumbers[number], found });
  }

  school(county, type) {
    const { numbers } = this;
    const weights = kTypes.get(type);
    if (!weights || (type === "教学点" && numbers[0] < 5000)) return;

    let weighted = 0; // hundredths of hundredths; NaN if any stage is not known
    for (let stage = 0; stage < 3; stage += 1) {
      if (weights[stage] > 0) weighted += weights[stage] * numbers[stage];
    }
    for (let stage = 0; stage < 2; stage += 1) {
      const own = numbers[stage];
      if (weights[stage] === 0 || own === 0) continue;
      this.#group[this.#units] = county * 2 + stage;
      this.#pupils[this.#units] = own / 100;
      for (let i = 0; i < kCount; i += 1) {
        const indicator = kIndicators[i];
        let resource, base;
        if (indicator.teachers) {
          resource = numbers[indicator.teachers + stage] * 100;
          base = own * 100;
        } else {
          resource = numbers[indicator.plus];
          if (indicator.minus) resource -= numbers[indicator.minus];
          if (indicator.also) resource += numbers[indicator.also];
          resource *= weights[stage];
          base = weighted;
        }
        // Whole numbers up to here, so the comparisons below are exact.
        const amount = resource * indicator.per;
        const bar = base * indicator.tenths[stage];
        const unit = this.#units * kCount + i;
        this.#values[unit] = amount / base;
        if (amount * 10 >= bar) this.#verdicts[unit] = kPass;
        else if (amount * 1000 >= bar * 85) this.#verdicts[unit] = kNear;
        else this.#verdicts[unit] = amount < bar ? kFail : kUnknown;
      }
      this.#units += 1;
    }
  }

  answer() {
    const counties = judge(this.#counties, {
      units: this.#units,
      group: this.#group,
      pupils: this.#pupils,
      values: this.#values,
      verdicts: this.#verdicts,
    });
    return { counties, issueCount: this.#issues.length, issues: this.#issues };
  }
}

/** `header` and `rows` are arrays of strings, as a library gives them. */
export function evaluateRows(header, rows) {
  const places = placesOf(header);
  const ledger = new Ledger(rows.length);
  const { numbers } = ledger;
  let [province, name, county] = ["", "", -1];
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at];
    if (row[places.county] !== name || row[places.province] !== province) {
      [province, name] = [row[places.province], row[places.county]];
      county = ledger.countyOf(province, name);
    }
    for (let n = 0; n < numbers.length; n += 1) {
      const cell = row[places.numbers[n]];
      const number = hundredths(cell);
      if (number === undefined) ledger.complain(at + 2, n, cell);
      numbers[n] = number ?? NaN;
    }
    ledger.school(county, row[places.type]);
  }
  return ledger.answer();
}

function judge(counties, { units, group, pupils, values, verdicts }) {
  const groups = counties.length * 2;
  const enrolment = new Float64Array(groups);
  const sums = new Float64Array(groups * kCount);
  const squares = new Float64Array(groups * kCount);
  const met = new Uint32Array(groups * kCount * 4);
  const byVerdict = new Uint32Array(groups * 4);
  const size = new Uint32Array(groups);

  for (let unit = 0; unit < units; unit += 1) {
    const g = group[unit];
    const weight = pupils[unit];
    let pass = 0,
      fail = 0,
      unknown = 0;
    size[g] += 1;
    if (weight > 0) enrolment[g] += weight;
    for (let i = 0; i < kCount; i += 1) {
      const verdict = verdicts[unit * kCount + i];
      sums[g * kCount + i] += weight * values[unit * kCount + i];
      met[(g * kCount + i) * 4 + verdict] += 1;
      if (verdict === kPass) pass += 1;
      else if (verdict === kFail) fail += 1;
      else if (verdict === kUnknown) unknown += 1;
    }
    byVerdict[g * 4 + (fail > 0 || pass + unknown < kMeetAtLeast ? kFail : unknown > 0 ? kUnknown : kPass)] += 1;
  }
  for (let unit = 0; unit < units; unit += 1) {
    const g = group[unit];
    for (let i = 0; i < kCount; i += 1) {
      const off = values[unit * kCount + i] - sums[g * kCount + i] / enrolment[g];
      squares[g * kCount + i] += pupils[unit] * off * off;
    }
  }

  return summaryOf(counties, (county, stage) => {
    const g = county * 2 + stage;
    if (size[g] === 0) return null;
    const indicators = kIndicators.map((_, i) => ({
      mean: sums[g * kCount + i] / enrolment[g],
      deviation: Math.sqrt(squares[g * kCount + i] / enrolment[g]),
      counts: met.subarray((g * kCount + i) * 4, (g * kCount + i + 1) * 4),
    }));
    return {
      units: size[g],
      pupils: enrolment[g],
      counts: byVerdict.subarray(g * 4, (g + 1) * 4),
      indicators,
    };
  });
}

const known = (number) => (Number.isFinite(number) ? number : null);

/**
 * The verdicts of counties. `groupOf(county, stage)` has the sums of a stage, null where it has no unit; `counts` are of
 * units by verdict: pass, near, fail, unknown.
 */
export function summaryOf(counties, groupOf) {
  return counties.map((county, at) => {
    const stages = [];
    for (let stage = 0; stage < 2; stage += 1) {
      const group = groupOf(at, stage);
      if (group === null) continue;
      let failed = group.counts[kFail] > 0;
      let open = group.counts[kUnknown] > 0;
      const indicators = kIndicators.map(({ id, tenths }, i) => {
        const { mean, deviation, counts } = group.indicators[i];
        const cv = deviation / mean;
        const verdict = cv <= kCvLimit[stage] ? kPass : cv > kCvLimit[stage] ? kFail : kUnknown;
        failed ||= verdict === kFail;
        open ||= verdict === kUnknown;
        return {
          id,
          mean: known(mean),
          standardDeviation: known(deviation),
          cv: known(cv),
          cvLimit: kCvLimit[stage],
          verdict: kWords[verdict],
          threshold: tenths[stage] / 10,
          unitsMeeting: counts[kPass],
          unitsNear: counts[kNear],
          unitsFailing: counts[kFail],
        };
      });
      stages.push({
        stage: stage === 0 ? "primary" : "middle",
        units: group.units,
        pupils: group.pupils,
        unitsPassing: group.counts[kPass],
        verdict: failed ? "fail" : open ? "unknown" : "pass",
        indicators,
      });
    }
    const has = (verdict) => stages.some((stage) => stage.verdict === verdict);
    // A county without any unit of a stage cannot be judged in it.
    const open = stages.length < 2 || has("unknown");
    return {
      ...county,
      resources: has("fail") ? "fail" : open ? "unknown" : "pass",
      stages,
    };
  });
}
