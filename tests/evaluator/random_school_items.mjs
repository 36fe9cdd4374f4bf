// SPDX-License-Identifier: MIT
//
// What the items of schools speak of: classes, rooms for music and art, migrant children, money for training.

import { rooms } from "./limits.mjs";

const bands = ["50", "55", "60", "65", "66"]; // named by their largest class, the last one is open

function classesOfStage(random, facts, stage, { classes }, good) {
  const pupils = Number(facts.pupils ?? 500);
  facts.classes = String(pupils === 0 ? 0 : Math.max(1, random.pick([11, 12, 13, 24, 25, Math.ceil(pupils / 44)])));
  const limit = stage === "primary" ? 45 : 50;
  const bad = !good && random.chance(0.2);
  if (classes === "largest")
    facts.largest = String(bad ? limit + random.whole(1, 9) : limit - random.pick([0, 0, 1, 5]));
  else if (classes === "oversized") facts.oversized = bad ? String(random.whole(1, 4)) : "0";
  else {
    facts.bands = Object.fromEntries(bands.map((band) => [band, "0"]));
    if (bad) facts.bands[random.pick(bands)] = String(random.whole(1, 3));
    if (!good && random.chance(0.05)) facts.bands[random.pick(bands)] = null;
  }
}

/** As many rooms as are asked, give or take one, in any of the bands. */
function roomsOfSchool(random, kind, needed, good) {
  const { regular, built2016, smallClass } = rooms[kind];
  const found = { [regular]: 0, [built2016]: 0, [smallClass.middle]: 0, [smallClass.primary]: 0 };
  const count = good ? needed : Math.max(0, needed + random.pick([-1, 0, 0, 0, 1]));
  for (let i = 0; i < count; i += 1) {
    const band = good || random.chance(0.7) ? regular : random.pick(Object.keys(found));
    found[band] += 1;
  }
  return Object.fromEntries(Object.entries(found).map(([band, number]) => [band, String(number)]));
}

export function randomItemsOfSchool(random, school, ways, temper) {
  const good = temper === "good";
  let classes = 0;
  for (const [stage, facts] of Object.entries(school.stages)) {
    if (stage === "senior") continue;
    classesOfStage(random, facts, stage, ways, good);
    classes += Number(facts.classes);
  }
  const needed = Math.ceil(classes / rooms.classes);
  const roomsAreGood = good && random.chance(0.9);
  school.rooms = {
    music: roomsOfSchool(random, "music", needed, roomsAreGood),
    art: roomsOfSchool(random, "art", needed, roomsAreGood),
  };
  const budget = random.pick([100000, 250000, 333333, 1000000]);
  const share = good ? random.pick([0.05, 0.06, 0.1]) : random.pick([0, 0.04, 0.05, 0.05, 0.0499, 0.07]);
  school.money = { budget: String(budget), training: String(Math.ceil(budget * share)) };
  // Who is a migrant counts only where a school is larger than usual.
  const pupils = Object.entries(school.stages).reduce(
    (n, [stage, { pupils }]) => n + (stage === "senior" ? 0 : Number(pupils)),
    0,
  );
  if (ways.exemptions && school.type !== "twelve_year") {
    const half = pupils / 2;
    school.migrants = String(
      random.pick([0, Math.floor(half), Math.floor(half) + 1, Math.min(pupils, Math.ceil(half))]),
    );
  } else if (ways.exemptions) school.migrants = "0";
}
