// SPDX-License-Identifier: MIT
//
// How facts about a school are called in tables, and the cells of one school: {field, stage, text}. Spellings as real
// tables have them.

export const typeWords = {
  primary: "小学",
  middle: "初级中学",
  nine_year: "九年一贯制学校",
  twelve_year: "十二年一贯制学校",
  complete_secondary: "完全中学",
  teaching_point: "教学点",
  special: "特殊教育学校",
  vocational: "职业中学",
};

export const stageWords = { primary: "小学", middle: "初中", senior: "高中" };

/** Field → header, with its unit: without one the engine may ask for it. */
export const headers = {
  pupils: "在校生数",
  degree: "高于规定学历教师数",
  associate: "专科学历教师人数",
  bachelor: "本科学历教师人数",
  master: "硕士学历教师人数",
  doctor: "博士学历教师人数",
  backbone: "县级以上骨干教师数",
  sportsArts: "体育、艺术专任教师数",
  sportsTeachers: "体育专任教师人数",
  arts: "艺术专任教师人数",
  music: "音乐专任教师人数",
  fineArt: "美术专任教师人数",
  visitingSports: "体育交流轮岗/兼职/走教教师人数",
  visitingMusic: "音乐交流轮岗/兼职/走教教师人数",
  fullTime: "专任教师数",
  title: "中级及以上专业技术职务教师数",
  classes: "班级数",
  largest: "最大班额",
  oversized: "超标班额班级数",
  band50: "每班46-50人班级个数",
  band55: "每班51-55人班级个数",
  band60: "每班56-60人班级个数",
  band65: "每班61-65人班级个数",
  band66: "每班66人以上班级个数",
  teaching: "教学及辅助用房面积(㎡)",
  teachingNet: "教学及辅助用房面积(净)(㎡)",
  indoor: "室内体育用房面积(㎡)",
  ground: "运动场地面积(㎡)",
  sports: "体育运动场馆面积(㎡)",
  equipment: "教学仪器设备值(元)",
  multimedia: "网络多媒体教室数",
  computers: "计算机台数",
  books: "图书册数",
  leased: "校外租赁场馆面积(㎡)",
  otherSports: "校内其他体育场面积(㎡)",
  per_degree_teachers: "每百名学生拥有高于规定学历教师数",
  per_backbone_teachers: "每百名学生拥有县级及以上骨干教师数",
  per_sports_arts_teachers: "每百名学生拥有体育、艺术（美术、音乐）专任教师数",
  per_teaching_area: "生均教学及辅助用房面积（㎡）",
  per_sports_area: "生均体育运动场馆面积（㎡）",
  per_equipment_value: "生均教学仪器设备值(元)",
  per_multimedia_rooms: "每百名学生拥有网络多媒体教室数",
  per_computers: "每百名学生拥有计算机台数",
  per_books: "生均图书册数(册)",
  per_teacher_pupil_ratio: "师生比",
  per_basic_degree_teachers: "生均高于规定学历教师数",
  per_senior_title_teachers: "生均中级及以上专业技术职务教师数",
  migrants: "进城务工人员随迁子女在校生人数",
  budget: "上一年度公用经费预算总额(元)",
  training: "上一年度教师培训经费预算总额(元)",
  music96: "单间面积≥96㎡的音乐教室间数",
  music73: "73㎡≤单间面积＜96㎡的音乐教室间数",
  music61: "61㎡≤单间面积＜73㎡的音乐教室间数",
  music54: "54㎡≤单间面积＜61㎡的音乐教室间数",
  art90: "单间面积≥90㎡的美术教室间数",
  art67: "67㎡≤单间面积＜90㎡的美术教室间数",
  art61: "61㎡≤单间面积＜67㎡的美术教室间数",
  art54: "54㎡≤单间面积＜61㎡的美术教室间数",
  built2010: "是否2010年及之前规划并建成",
  built2016: "是否2016年及之前规划并建成",
  dense: "是否人口密度过高的大城市中心城区学校",
  rural5099: "是否50人及以上但不足100人的乡村小规模学校和教学点",
  smallClass: "是否最大班额低于30人的农村小规模学校",
};

/** What only one of the two rules asks for, and what is not written for the other. */
const onlyBasic = new Set([
  ...["fullTime", "title", "computers", "books", "teacher_pupil_ratio", "senior_title_teachers"],
]);
const onlyQuality = new Set([
  ...["backbone", "sportsArts", "sportsTeachers", "arts", "music", "fineArt", "multimedia"],
  ...["backbone_teachers", "sports_arts_teachers", "multimedia_rooms"],
]);

function stageCells(stage, facts, basic) {
  const { bands = {}, per = {}, ...plain } = facts;
  // Per hundred pupils by one rule, per pupil by the other.
  const perName = (id) => (basic && id === "degree_teachers" ? `per_basic_${id}` : `per_${id}`);
  const all = [
    ...Object.entries(plain),
    ...Object.entries(bands).map(([band, count]) => [`band${band}`, count]),
    ...Object.entries(per).map(([id, value]) => [perName(id), value]),
  ];
  return all.map(([field, text]) => ({ field, stage, text }));
}

/** All that is known of a school; a cell whose text is null is left empty. */
export function cellsOf(school, standard) {
  const whole = { ...school.whole, ...school.money };
  if (school.migrants !== undefined) whole.migrants = school.migrants;
  for (const [kind, bands] of Object.entries(school.rooms))
    for (const [band, count] of Object.entries(bands)) whole[kind + band] = count;
  for (const [flag, yes] of Object.entries(school.flags)) whole[flag] = yes ? "是" : "否";
  const basic = standard.startsWith("basic");
  const cells = [
    ...Object.entries(school.stages).flatMap(([stage, facts]) => stageCells(stage, facts, basic)),
    ...Object.entries(whole).map(([field, text]) => ({ field, stage: null, text })),
  ];
  const others = basic ? onlyQuality : onlyBasic;
  return cells.filter(({ field }) => !others.has(field.replace(/^per_/, "")));
}

export const headerOf = ({ field, stage }) => {
  if (stage === null) return headers[field];
  return field === "pupils" ? `${stageWords[stage]}${headers.pupils}` : `${headers[field]}(${stageWords[stage]})`;
};
