// SPDX-License-Identifier: MIT
//
// Makes nations up: of 31 provinces, 2,900 counties and 200,000 schools, about 20 MB, unless another size is asked for.
//
// Made the way such tables look when 2,900 offices fill them in: most counties are clean, some leave cells blank or
// write "—", some write thousands separators, some full-width digits, a few cells are nonsense, some rows stand in the
// wrong place, and county names repeat between provinces. Only integers and + - * / are used, so that the bytes are
// the same on every machine.

export const kNation = {
  provinces: 31,
  counties: 2900,
  schools: 200000,
  seed: 2017,
};

const kHeader = [
  "省份",
  "区县",
  "学校标识码",
  "学校名称",
  "学校类型",
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
const kFirstNumber = 5;

// Name, ending of a school's name, stages, how many in a thousand.
const kTypes = [
  ["小学", "小学", [0], 560],
  ["教学点", "教学点", [0], 130],
  ["初中", "中学", [1], 165],
  ["九年一贯制学校", "学校", [0, 1], 85],
  ["十二年一贯制学校", "实验学校", [0, 1, 2], 12],
  ["完全中学", "完全中学", [1, 2], 36],
  ["特殊教育学校", "特教学校", [], 8],
  ["职业中学", "职中", [], 4],
];
// Persons per 100 pupils by stage, then what a weighted pupil of a school needs: ㎡, ㎡, yuan, rooms per 100.
const kTeachers = [
  [4.2, 5.3],
  [1, 1],
  [0.9, 0.9],
];
const kFacilities = {
  one: [
    [4.5, 7.5, 2000, 2.3],
    [5.8, 10.2, 2500, 2.4],
  ],
  both: [5.3, 9.3, 2280, 2.3],
};
const kWeights = [
  [1, 1, 1],
  [1, 1.1, 1.32],
];

const kNonsense = ["l20", "约300", "12..5", "暂缺?", "3O6", "1 2 x"];
const kFirst = "青白临安平永宁新云石金玉龙凤江河";
const kSecond = "山川原陵泉阳城溪湖州";

function makeRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const pick = (list, random) => list[Math.floor(random() * list.length)];

function pickType(random) {
  let mark = random() * 1000;
  return kTypes.find((type) => (mark -= type[3]) < 0) ?? kTypes[0];
}

/** Pupils of one stage: many small schools, a few very large ones. */
function pickPupils(type, random) {
  if (type[0] === "教学点") return 4 + Math.floor(random() * 110);
  const size = random();
  const [low, high] = size < 0.3 ? [60, 250] : size < 0.7 ? [250, 800] : size < 0.95 ? [800, 1800] : [1800, 3200];
  return low + Math.floor(random() * (high - low));
}

/** How one county's office fills in the table, and how well its schools stand. */
function makeCounty(random) {
  return {
    standing: 0.96 + 0.16 * random(), // from about 1.03 on, every school meets every threshold
    outlier: random() < 0.25 ? 0.04 : 0, // share of schools with far more of something than the others
    careless: random() < 0.2 ? 0.03 : 0, // share of rows with a cell left out
    separators: random() < 0.03,
    fullWidth: random() < 0.02 ? 0.2 : 0,
  };
}

function schoolNumbers(type, county, random) {
  const stages = type[2];
  const cells = new Array(kHeader.length - kFirstNumber).fill("");
  const pupils = [0, 0, 0];
  for (const stage of stages) {
    pupils[stage] = stages.length > 1 && random() < 0.01 ? 0 : pickPupils(type, random);
    cells[stage] = String(pupils[stage]);
  }
  const several = stages.length > 1;
  const weights = kWeights[several ? 1 : 0];
  const weighted = several
    ? (pupils[0] * weights[0] + pupils[1] * weights[1] + pupils[2] * weights[2]) / (stages[0] === 1 ? weights[1] : 1)
    : 0;
  const above = () => county.standing * (0.975 + 0.9 * random() * random()) * (random() < county.outlier ? 7 : 1);
  const whole = (number) => (county.standing > 1.03 ? Math.ceil(number) : Math.round(number));

  for (const stage of stages.filter((each) => each < 2)) {
    kTeachers.forEach((need, kind) => {
      cells[3 + 2 * kind + stage] = String(whole((need[stage] * pupils[stage] * above()) / 100));
    });
  }
  const base = several ? weighted : pupils[stages[0] ?? 0] || 80;
  const need = several && stages[0] === 0 ? kFacilities.both : kFacilities.one[stages[0] ?? 0];
  const [rooms, grounds, money, media] = need;
  const hall = random() < 0.3 ? Math.floor(300 + 900 * random()) : 0;
  cells[9] = String(Math.ceil((rooms * base * above() + hall) * 10) / 10);
  cells[10] = String(hall);
  cells[11] = String(Math.ceil(Math.max(grounds * base * above() - hall, 0)));
  cells[12] = String(Math.ceil((money * base * above()) / 100) / 100);
  cells[13] = String(whole((media * base * above()) / 100));
  return cells;
}

const toFullWidth = (text) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const withSeparators = (text) => text.replace(/^\d{4,}/, (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ","));

/** The carelessness of people, after the numbers are made. */
function soil(cells, type, county, random) {
  // A teaching point without pupils cannot be placed above or below 50: nobody could say what is right.
  const first = type[0] === "教学点" ? 1 : 0;
  const filled = cells.map((cell, at) => (cell !== "" && at >= first ? at : -1)).filter((at) => at >= 0);
  if (filled.length === 0) return;
  if (random() < county.careless) cells[pick(filled, random)] = random() < 0.7 ? "" : "—";
  if (random() < 0.0002) cells[pick(filled, random)] = pick(kNonsense, random);
  if (county.separators) for (const at of filled) cells[at] = withSeparators(cells[at]);
  if (random() < county.fullWidth) for (const at of filled) cells[at] = toFullWidth(cells[at]);
}

export function makeNation({ provinces, counties, schools, seed } = kNation) {
  const random = makeRandom(seed);
  const sizes = Array.from({ length: counties }, () => 0.4 + random());
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const rows = [];
  let reached = 0;
  for (let at = 0; at < counties; at += 1) {
    reached += sizes[at];
    const end = at === counties - 1 ? schools : Math.round((schools * reached) / all);
    const province = Math.floor((at * provinces) / counties);
    const nth = at - Math.ceil((province * counties) / provinces);
    const name = kFirst[nth % kFirst.length] + kSecond[Math.floor(nth / kFirst.length) % kSecond.length];
    const place = `示例${String(province + 1).padStart(2, "0")}省\t${name}县`;
    const county = makeCounty(random);
    for (let number = 1; rows.length < end; number += 1) {
      const type = pickType(random);
      const cells = schoolNumbers(type, county, random);
      soil(cells, type, county, random);
      const code = 3100000000 + rows.length * 7;
      rows.push(`${place}\t${code}\t${name}第${number}${type[1]}\t${type[0]}\t${cells.join("\t")}`);
    }
  }
  for (let at = 0; at < rows.length; at += 1) {
    if (random() >= 0.003) continue;
    const other = Math.min(rows.length - 1, at + Math.floor(random() * 500));
    [rows[at], rows[other]] = [rows[other], rows[at]];
  }
  return `${kHeader.join("\t")}\n${rows.join("\n")}\n`;
}

/**
 * The same schools as other people's programs hand them over: rows of all counties mixed, lines that end in CR LF, every
 * fifth row with thousands separators, and 0.2 % of the names in quotes, with a tab or a quote in them.
 */
export function hardened(text, seed = 7) {
  const random = makeRandom(seed);
  const [header, ...rows] = text.trimEnd().split("\n");
  for (let at = rows.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [rows[at], rows[other]] = [rows[other], rows[at]];
  }
  const lines = rows.map((row) => {
    const cells = row.split("\t");
    if (random() < 0.2) for (let at = kFirstNumber; at < cells.length; at += 1) cells[at] = withSeparators(cells[at]);
    if (random() < 0.002) cells[3] = `"${cells[3]}${random() < 0.5 ? "\t" : '""甲""'}校区"`;
    return cells.join("\t");
  });
  return `${[header, ...lines].join("\r\n")}\r\n`;
}
