// SPDX-License-Identifier: MIT
//
// What there is to be done, point by point of a standard, and who is proposed for each: as a county's office divides it
// up (南川府办〔2021〕51号, annex 2), with names that every county has. Whoever makes the paper changes them.

import type { Standard } from "../engine/junheng.d.ts";
import type { PaperAbout, PaperTask } from "./papers.d.ts";
import { isQuality } from "./said.ts";

const kEducation = "教育局";
const kPosts = "教育局、编办、人力资源社会保障局";
const kBuilding = "发展改革委、教育局、财政局、住房城乡建设局、自然资源局";
const kMoney = "财政局、教育局";

/** By the number of an indicator, and by the id of an item. */
const kProposed: Readonly<Record<string, string>> = {
  1: "教育局、人力资源社会保障局",
  2: "教育局、人力资源社会保障局",
  3: kPosts,
  4: kBuilding,
  5: kBuilding,
  6: kBuilding,
  7: kBuilding,
  G1: "教育局、自然资源局",
  G2: "教育局、编办、财政局、住房城乡建设局、自然资源局",
  G3: kBuilding,
  G4: kBuilding,
  G5: kBuilding,
  G6: kMoney,
  G7: kMoney,
  G8: "人力资源社会保障局、财政局、教育局",
  G10: kPosts,
  G15: "教育局、财政局、民政局",
  R1: "教育局、融媒体中心、乡镇（街道）",
  V1: "教育局",
  V4: "教育局、编办",
  V5: "教育局、公安局、卫生健康委、市场监管局",
};

/** The one who answers for a point: as it was stated, or as it is proposed. */
export function departmentFor(key: string, standard: Standard, about: PaperAbout): string {
  const stated = about.departments?.[key]?.trim() ?? "";
  if (stated !== "") return stated;
  return (isQuality(standard) ? kProposed[key] : undefined) ?? kEducation;
}

/** Key of an indicator, which has no number of its own. */
export const indicatorKey = (at: number): string => String(at + 1);

export function tasksOf(standard: Standard, about: PaperAbout): PaperTask[] {
  const indicators = standard.indicators.map(({ title }, at) => ({ key: indicatorKey(at), title: title.zh }));
  const items = standard.parts.flatMap(({ items }) => items.map(({ id, title }) => ({ key: id, title: title.zh })));
  return [...indicators, ...items].map((task) => ({ ...task, department: departmentFor(task.key, standard, about) }));
}
