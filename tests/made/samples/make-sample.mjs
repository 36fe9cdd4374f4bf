// SPDX-License-Identifier: MIT
//
// Makes public/samples/sample-county.tsv: 示例区, a county that does not exist.
//
//   node tests/made/samples/make-sample.mjs            prints the table
//   node tests/made/samples/make-sample.mjs --write    writes it to public/samples/
//
// Its evaluated units add up to the sums that a real district published in its self-report of 2024 (25 + 9 stage
// units in 30 schools, 43,790 pupils, 2,152 full-time teachers, 698 backbone teachers, 226 + 253 sports and arts
// teachers), so the picture has the size and the tightness of a real one. Everything else is invented: every school,
// its pupils, its areas. One school has 6 of 7 thresholds and one coefficient of the fourteen is over its limit.
//
// Only integers and + - * / are used, so that every machine writes the same bytes.

import { realpathSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const kCounty = "示例区";
const kLabel = "示例数据";
const kSums = { pupils: 43790, teachers: 2152, backbone: 698, sportsArts: 226 + 253 };

// The thresholds the sample is built to meet (per pupil, or per 100 pupils), primary and middle.
const kThresholds = {
  degree: [4.2, 5.3],
  backbone: [1, 1],
  sportsArts: [0.9, 0.9],
  teachingArea: [4.5, 5.8],
  sportsArea: [7.5, 10.2],
  equipment: [2000, 2500],
  rooms: [2.3, 2.4],
};

// name, type as a clerk writes it, pupils of each stage, and what the school is like:
//   crowded  an old school in the centre: teaching rooms between 85 % and 100 % of the threshold
//   spacious a new one on a large site, not yet full: `grounds` times the usual sports grounds
const kSchools = [
  ["示例一小", "小学", 2184],
  ["示例二小", "小学", 2356, 0, 0, { crowded: true }],
  ["示例三小", "小学", 1593],
  ["示例四小", "小学", 2117],
  ["示例五小", "小学", 1876],
  ["示例六小", "小学", 1204],
  ["示例七小", "小学", 1742],
  ["示例八小", "小学", 968],
  ["示例九小", "小学", 2051],
  ["示例十小", "小学", 1365],
  ["示例十一小", "小学", 1487],
  ["示例十二小", "小学", 596, 0, 0, { grounds: 2.9 }],
  ["示例十三小", "小学", 1688],
  ["示例十四小", "小学", 1089],
  ["示例十五小", "小学", 712, 0, 0, { grounds: 2.6 }],
  ["示例十六小", "小学", 1298],
  ["示例十七小", "小学", 468, 0, 0, { grounds: 3.9 }],
  ["示例十八小", "小学", 843, 0, 0, { grounds: 2 }],
  ["示例十九小", "小学", 327, 0, 0, { grounds: 3.5 }],
  ["示例一小东校区", "小学校区", 923],
  ["示例三小西校区", "小学校区", 781],
  ["示例甲学校", "九年一贯制", 1126, 928],
  ["示例乙学校", "九年一贯制", 874, 773],
  ["示例丙学校", "九年一贯制", 619, 593],
  ["示例丁学校", "十二年一贯制", 958, 684, 712],
  ["示例一中", "初中", 0, 2263],
  ["示例二中", "初中", 0, 1906],
  ["示例三中", "初中", 0, 1376],
  ["示例四中", "高完中", 0, 2148, 1836],
  ["示例五中", "完全中学", 0, 1874, 1392],
  // Listed, not evaluated.
  ["示例山坪教学点", "教学点", 38, 0, 0, { excluded: true }],
  ["示例特殊教育学校", "特殊教育学校", 61, 27, 0, { excluded: true }],
];

const kHeader = [
  "区县",
  "学校名称",
  "学校类型",
  "小学在校生数",
  "初中在校生数",
  "高中在校生数",
  "专任教师数(小学)",
  "专任教师数(初中)",
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
  "备注",
];

/** Mulberry32: small, seeded, integer arithmetic only. */
function makeRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export function makeSample(seed = 20240516) {
  const random = makeRandom(seed);
  const between = (low, high) => low + (high - low) * random();
  // Most schools a little above the threshold, few far above: what tables of real counties look like.
  const above = (reach) => 1.01 + reach * random() * random();

  const schools = kSchools.map(([name, type, primary, middle = 0, senior = 0, traits = {}]) => ({
    name,
    type,
    pupils: [primary, middle, senior],
    ...traits,
  }));
  const evaluated = schools.filter((school) => !school.excluded);
  const units = evaluated.flatMap((school) =>
    [0, 1]
      .filter((stage) => school.pupils[stage] > 0)
      .map((stage) => ({ school, stage, pupils: school.pupils[stage] })),
  );

  const sum = (list, of) => list.reduce((total, item) => total + of(item), 0);
  if (sum(units, (unit) => unit.pupils) !== kSums.pupils) throw new Error("the pupils do not add up");

  // Enough to meet the threshold, in whole persons. The product is rounded before it is rounded up: 4.2 * 1000 / 100
  // must be 42 and not 43.
  const least = (id) => (unit) => Math.ceil(Math.round(kThresholds[id][unit.stage] * unit.pupils * 10) / 1000);

  /** Hands out what is left of `total`, one at a time, so that the sums are met exactly. */
  function handOut(total, minimum, chance, limit = () => Infinity) {
    const counts = units.map(minimum);
    let left = total - sum(counts, (count) => count);
    if (left < 0) throw new Error(`the thresholds need ${-left} more than the published ${total}`);
    const weights = units.map(chance);
    const all = sum(weights, (weight) => weight);
    while (left > 0) {
      let mark = random() * all;
      let at = 0;
      while (at < units.length - 1 && mark >= weights[at]) mark -= weights[at++];
      if (counts[at] < limit(units[at], at)) {
        counts[at] += 1;
        left -= 1;
      }
    }
    return counts;
  }

  const leastDegree = least("degree");
  const teachers = handOut(kSums.teachers, leastDegree, (unit) => 20 + unit.pupils / 100);
  const degree = units.map((unit, at) => {
    const spare = teachers[at] - leastDegree(unit);
    return leastDegree(unit) + Math.floor(spare * between(0.3, 0.95));
  });
  // Backbone teachers gather in a few schools that the county likes to show.
  const backbone = handOut(
    kSums.backbone,
    least("backbone"),
    (unit) => unit.pupils * (0.15 + random() * random()),
    (unit, at) => Math.floor(teachers[at] / 2),
  );
  const sportsArts = handOut(
    kSums.sportsArts,
    least("sportsArts"),
    (unit) => unit.pupils * (0.3 + random()),
    (unit, at) => Math.floor(teachers[at] / 3),
  );
  units.forEach((unit, at) => {
    unit.teachers = teachers[at];
    unit.degree = degree[at];
    unit.backbone = backbone[at];
    unit.sportsArts = sportsArts[at];
  });

  for (const school of evaluated) {
    const [primary, middle, senior] = school.pupils;
    // A school of several stages shares one building by 1 : 1.1 : 1.32; `need` is what each weighted pupil must have
    // so that no stage falls below its own threshold.
    const weights = primary > 0 ? [1, 1.1, 1.32] : [0, 1, 1.2];
    const weighted = primary * weights[0] + middle * weights[1] + senior * weights[2];
    const need = (id) =>
      Math.max(primary > 0 ? kThresholds[id][0] / weights[0] : 0, middle > 0 ? kThresholds[id][1] / weights[1] : 0);
    const tenth = (number) => Math.ceil(number * 10) / 10;
    const hall = school.pupils[0] + school.pupils[1] > 900 && random() < 0.7 ? tenth(between(420, 1180)) : 0;
    const net = school.crowded ? between(0.9, 0.96) : above(1.3);
    const sports = above(0.7) * (school.grounds ?? 1);
    school.hall = hall;
    school.teachingArea = tenth(need("teachingArea") * weighted * net + hall);
    school.grounds = tenth(Math.max(need("sportsArea") * weighted * sports - hall, 200));
    school.equipment = Math.ceil((need("equipment") * weighted * above(2.4)) / 100) / 100;
    school.rooms = Math.ceil((need("rooms") * weighted * above(1.3)) / 100);
  }
  fillExcluded(schools);

  const cell = (number) => (number > 0 ? String(number) : "");
  const lines = schools.map((school) => {
    const stages = [0, 1].map(
      (stage) => units.find((unit) => unit.school === school && unit.stage === stage) ?? school.staff?.[stage],
    );
    const staff = ["teachers", "degree", "backbone", "sportsArts"].flatMap((what) =>
      stages.map((unit) => (unit ? String(unit[what]) : "")),
    );
    return [
      kCounty,
      school.name,
      school.type,
      ...school.pupils.map(cell),
      ...staff,
      String(school.teachingArea),
      String(school.hall),
      String(school.grounds),
      String(school.equipment),
      String(school.rooms),
      kLabel,
    ].join("\t");
  });
  return `${[kHeader.join("\t"), ...lines].join("\n")}\n`;
}

/** The two schools outside the evaluation: small, poor in some things, so that counting them would be noticed. */
function fillExcluded(schools) {
  const [point, special] = schools.filter((school) => school.excluded);
  Object.assign(point, {
    hall: 0,
    teachingArea: 120.5,
    grounds: 160,
    equipment: 2.1,
    rooms: 1,
    staff: [{ teachers: 3, degree: 1, backbone: 0, sportsArts: 0 }],
  });
  Object.assign(special, {
    hall: 85,
    teachingArea: 1430.6,
    grounds: 900,
    equipment: 64.35,
    rooms: 6,
    staff: [
      { teachers: 17, degree: 15, backbone: 2, sportsArts: 3 },
      { teachers: 8, degree: 7, backbone: 1, sportsArts: 1 },
    ],
  });
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const text = makeSample();
  if (process.argv.includes("--write")) {
    writeFileSync(new URL("../../../public/samples/sample-county.tsv", import.meta.url), text);
  } else {
    process.stdout.write(text);
  }
}
