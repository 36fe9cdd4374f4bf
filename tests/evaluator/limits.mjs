// SPDX-License-Identifier: MIT
//
// The numbers of the two rules, once more and on purpose: what the engine reads from its standards is held against them.
// Each is from the restated texts of the rules, none from the standards.

export const stages = ["primary", "middle"];

/** Type → stages with their weights: one pupil of one stage counts as so many of the first. */
export const weights = {
  primary: { primary: "1" },
  middle: { middle: "1" },
  nine_year: { primary: "1", middle: "1.1" },
  twelve_year: { primary: "1", middle: "1.1", senior: "1.32" },
  complete_secondary: { middle: "1", senior: "1.2" },
  teaching_point: { primary: "1" },
  special: { primary: "1", middle: "1" },
  vocational: { middle: "1" },
};

export const smallPoint = 50; // pupils; below it a teaching point is left out of the indicators

const teachers = (id, per, of) => ({ id, per, of, split: false });
const shared = (id, per, of) => ({ id, per, of, split: true });

/** `of`: names in resources.mjs. */
export const quality = {
  id: "quality-2017",
  indicators: [
    { ...teachers("degree_teachers", 100, "degree"), least: { primary: "4.2", middle: "5.3" } },
    { ...teachers("backbone_teachers", 100, "backbone"), least: { primary: "1", middle: "1" } },
    { ...teachers("sports_arts_teachers", 100, "sportsArts"), least: { primary: "0.9", middle: "0.9" } },
    { ...shared("teaching_area", 1, "teaching"), least: { primary: "4.5", middle: "5.8" } },
    { ...shared("sports_area", 1, "sports"), least: { primary: "7.5", middle: "10.2" } },
    { ...shared("equipment_value", 1, "equipment"), least: { primary: "2000", middle: "2500" } },
    { ...shared("multimedia_rooms", 100, "multimedia"), least: { primary: "2.3", middle: "2.4" } },
  ],
  meetAtLeast: 6,
  relaxed: true, // crowded cities and small rural schools count what comes from outside
  floor: "0.85",
  coefficient: { primary: "0.5", middle: "0.45" },
};

export const basic = {
  id: "basic-2012",
  indicators: [
    shared("teaching_area", 1, "teaching"),
    shared("sports_area", 1, "sports"),
    shared("equipment_value", 1, "equipment"),
    shared("computers", 100, "computers"),
    shared("books", 1, "books"),
    teachers("teacher_pupil_ratio", 1, "fullTime"),
    teachers("degree_teachers", 1, "degree"),
    teachers("senior_title_teachers", 1, "title"),
  ],
  composite: { primary: "0.65", middle: "0.55" },
  points: "85",
  items: 17,
};

export const rooms = {
  classes: 12,
  // Smallest area that counts, as it is, for schools built by 2016, and for rural schools of small classes by stage.
  music: { regular: 96, built2016: 73, smallClass: { primary: 54, middle: 61 } },
  art: { regular: 90, built2016: 67, smallClass: { primary: 54, middle: 61 } },
};

export const size = { single: ["2000", "2400"], joint: ["2500", "3000"] }; // regular, relaxed
export const classSize = { primary: 45, middle: 50 };
export const ruralPupils = { from: 50, below: 100 };

export const rates = {
  funded: "1",
  special: "6000",
  trained: "1",
  exchanged: "0.1",
  exchangedBackbone: "0.2",
  certified: "1",
  near: { primary: "1", middle: "0.95" },
  quota: "0.5",
  migrant: "0.85",
  retention: "0.95",
  disabled: "0.95",
  training: "0.05",
  level: "3",
  gap: "0.15",
  recognition: "0.85",
};
