// SPDX-License-Identifier: MIT
//
// The same evaluation (quality-2017) as a careful programmer would write it in plain JavaScript for this one table:
// rows of strings from a CSV library, numbers in typed arrays, two passes over the units. It runs in Node and in a
// browser. It is the yardstick of ./dev bench, and its answers are compared with the engine's before any time counts.
//
// What it leaves out, all in its favour: other standards, other spellings of headers and school types, explanations,
// sentences for what is wrong with a cell. Numbers with more than two decimals would be compared inexactly.

const kStageNames = ["小学", "初中", "高中"];

// Weights in hundredths; the stages of a type are those with a weight.
const kTypes = new Map([
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
const kIndicators = [
  { id: "degree_teachers", per: 100, tenths: [42, 53], teachers: 3 },
  { id: "backbone_teachers", per: 100, tenths: [10, 10], teachers: 5 },
  { id: "sports_arts_teachers", per: 100, tenths: [9, 9], teachers: 7 },
  { id: "teaching_area", per: 1, tenths: [45, 58], plus: 9, minus: 10 },
  { id: "sports_area", per: 1, tenths: [75, 102], plus: 11, also: 10 },
  { id: "equipment_value", per: 10000, tenths: [20000, 25000], plus: 12 },
  { id: "multimedia_rooms", per: 100, tenths: [23, 24], plus: 13 },
];
const kCount = kIndicators.length;
const kCvLimit = [0.5, 0.45];
const kMeetAtLeast = 6;

const kNumbers = [
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

function unusual(cell) {
  const text = cell.normalize("NFKC").trim();
  if (text === "" || /^[-—–―/]+$/.test(text)) return NaN;
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(",", "") : text;
  return /^\d+(\.\d+)?$/.test(plain) ? Math.round(Number(plain) * 100) : undefined;
}

/** `header` and `rows` are arrays of strings; the answer has the keys of the contract's summary. */
export function evaluateRows(header, rows) {
  const place = (name) => {
    const at = header.indexOf(name);
    if (at < 0) throw new Error(`no column ${name}`);
    return at;
  };
  const [provinceAt, countyAt, typeAt] = ["省份", "区县", "学校类型"].map(place);
  const numberAt = kNumbers.map(place);

  const counties = [];
  const countyOf = new Map();
  const issues = [];
  const most = rows.length * 2;
  const group = new Uint32Array(most); // county * 2 + stage of each unit
  const pupils = new Float64Array(most);
  const values = new Float64Array(most * kCount);
  const verdicts = new Uint8Array(most * kCount);
  let units = 0;
  let lastKey = "";
  let county = -1;
  const numbers = new Float64Array(kNumbers.length);

  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at];
    const key = `${row[provinceAt]}\t${row[countyAt]}`;
    if (key !== lastKey) {
      county = countyOf.get(key) ?? -1;
      if (county < 0) {
        county = counties.length;
        countyOf.set(key, county);
        counties.push({ name: row[countyAt], province: row[provinceAt] });
      }
      lastKey = key;
    }
    for (let n = 0; n < numbers.length; n += 1) {
      let number = hundredths(row[numberAt[n]]);
      if (number === undefined) {
        issues.push({ row: at + 2, column: kNumbers[n], found: row[numberAt[n]] });
        number = NaN;
      }
      numbers[n] = number;
    }
    const type = row[typeAt];
    const weights = kTypes.get(type);
    if (!weights || (type === "教学点" && numbers[0] < 5000)) continue;

    let weighted = 0; // hundredths of hundredths; NaN if any stage is not known
    for (let stage = 0; stage < 3; stage += 1) {
      if (weights[stage] > 0) weighted += weights[stage] * numbers[stage];
    }
    for (let stage = 0; stage < 2; stage += 1) {
      const own = numbers[stage];
      if (weights[stage] === 0 || own === 0) continue;
      group[units] = county * 2 + stage;
      pupils[units] = own / 100;
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
        const unit = units * kCount + i;
        values[unit] = amount / base;
        if (amount * 10 >= bar) verdicts[unit] = kPass;
        else if (amount * 1000 >= bar * 85) verdicts[unit] = kNear;
        else verdicts[unit] = amount < bar ? kFail : kUnknown;
      }
      units += 1;
    }
  }
  return { counties: judge(counties, { units, group, pupils, values, verdicts }), issueCount: issues.length, issues };
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

  const known = (number) => (Number.isFinite(number) ? number : null);
  return counties.map((county, at) => {
    const stages = [];
    for (let stage = 0; stage < 2; stage += 1) {
      const g = at * 2 + stage;
      if (size[g] === 0) continue;
      let failed = byVerdict[g * 4 + kFail] > 0;
      let open = byVerdict[g * 4 + kUnknown] > 0;
      const indicators = kIndicators.map(({ id, tenths }, i) => {
        const mean = sums[g * kCount + i] / enrolment[g];
        const deviation = Math.sqrt(squares[g * kCount + i] / enrolment[g]);
        const cv = deviation / mean;
        const verdict = cv <= kCvLimit[stage] ? kPass : cv > kCvLimit[stage] ? kFail : kUnknown;
        failed ||= verdict === kFail;
        open ||= verdict === kUnknown;
        const counts = (g * kCount + i) * 4;
        return {
          id,
          mean: known(mean),
          standardDeviation: known(deviation),
          cv: known(cv),
          cvLimit: kCvLimit[stage],
          verdict: kWords[verdict],
          threshold: tenths[stage] / 10,
          unitsMeeting: met[counts + kPass],
          unitsNear: met[counts + kNear],
          unitsFailing: met[counts + kFail],
        };
      });
      stages.push({
        stage: stage === 0 ? "primary" : "middle",
        units: size[g],
        pupils: enrolment[g],
        unitsPassing: byVerdict[g * 4 + kPass],
        verdict: failed ? "fail" : open ? "unknown" : "pass",
        indicators,
      });
    }
    const has = (verdict) => stages.some((stage) => stage.verdict === verdict);
    // A county without any unit of a stage cannot be judged in it.
    const open = stages.length < 2 || has("unknown");
    return { ...county, resources: has("fail") ? "fail" : open ? "unknown" : "pass", stages };
  });
}

/** The way of most programs: bytes to text, text to rows by papaparse. */
export const byPapaparse = (papa) => (bytes) => {
  const { data } = papa.parse(new TextDecoder().decode(bytes), { delimiter: "\t", skipEmptyLines: true });
  return evaluateRows(data[0], data.slice(1));
};

/** The fastest CSV reader for JavaScript that we know. */
export const byUdsv =
  ({ inferSchema, initParser }) =>
  (bytes) => {
    const text = new TextDecoder().decode(bytes);
    const schema = inferSchema(text, { col: "\t" });
    return evaluateRows(
      schema.cols.map((column) => column.name),
      initParser(schema).stringArrs(text),
    );
  };
