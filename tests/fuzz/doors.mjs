// SPDX-License-Identifier: MIT
//
// What comes in by the doors of the pages: project files, links, places in the address, sealed files and the works that
// are made of them. Whole ones come back as they were; damaged ones are read as far as they say something, or refused,
// without an exception and within the budget.
//
//   node tests/fuzz/doors.mjs [--door project|link|place|sealed|publish] [--count n] [--minutes m] [--seed s] [--one seed]

import assert from "node:assert/strict";
import { inspect } from "node:util";
import { fileURLToPath } from "node:url";
import { loadPublisher } from "../support/publishing.mjs";
import { sourceModule } from "../support/sources.mjs";
import { random } from "../support/workbooks.mjs";
import { command, Figures } from "./budget.mjs";
import * as make from "./grammar.mjs";

const [
  { readProject, projectText },
  { fragmentOf, isLink, projectOfFragment },
  { parsePlace, soundPlace, formatPlace },
  { publishedOf },
] = await Promise.all(["work/project.ts", "work/link.ts", "app/address.ts", "publish/shape.ts"].map(sourceModule));
const publisher = await loadPublisher();

const chance = (next, share) => next() < share;
/** Without what JSON does not write. */
const plain = (value) => JSON.parse(JSON.stringify(value));

const kSealed = {
  schema: "junheng.published/1",
  kind: "sealed",
  title: "示例区",
  publisher: "",
  source: "",
  date: "",
  ownStandards: [],
  leftOut: { columns: [], rows: 0, small: [] },
};
const sealedData = (next) => ({
  ...kSealed,
  ...make.project(next),
  schema: kSealed.schema,
  standard: make.pick(next, ["quality-2017", "basic-2012"]),
});
const block = (text) => text.replaceAll("<", "\\u003c");
const sealedFile = (data) =>
  `<!DOCTYPE html>\n<html lang="zh-CN" dir="ltr"><main id="printed"></main><script id="data" type="application/json">${block(data)}</script><script id="standard" type="application/json">{}</script></html>`;

function tryProject(text) {
  const project = readProject(text);
  if (project === null) return "refused";
  const written = projectText(project);
  const again = readProject(written);
  assert.notEqual(again, null, "a written project is one");
  assert.equal(projectText(again), written, "and is the same");
  return ["read", written.length];
}

/** A bound for what a file of schools may say back. */
function checked(file) {
  const one = publisher.check(file);
  if (one === null) return "refused";
  assert.equal(one.state, "differs");
  publisher.compare(one, one);
  const merged = publisher.merge([
    { name: "甲", data: one.data },
    { name: "乙", data: { ...one.data } },
  ]);
  assert.ok(merged.fault !== undefined || merged.work !== undefined);
  return ["differs", JSON.stringify(one.evaluation).length];
}

const doors = {
  project(next) {
    const whole = make.project(next);
    const value = chance(next, 0.2) ? whole : make.damaged(next, whole);
    const text = make.jsonText(next, value);
    return [text, () => tryProject(text)];
  },
  link(next) {
    const project = readProject(JSON.stringify(make.project(next)));
    let fragment = fragmentOf(project);
    if (chance(next, 0.3)) {
      return [
        fragment,
        () => {
          if (fragment.length > 16_000) return "too long";
          assert.deepEqual(plain(projectOfFragment(fragment)), plain(project));
          return "back";
        },
      ];
    }
    // The sum is right again: it is there against mail, not against people.
    const damaged = make.damaged(next, project);
    if (chance(next, 0.4)) fragment = fragmentOf({ ...damaged, schema: project.schema });
    if (chance(next, 0.7)) fragment = make.scratched(next, fragment);
    return [
      fragment,
      () => {
        const found = isLink(fragment) ? projectOfFragment(fragment) : null;
        return found === null ? "refused" : tryProject(JSON.stringify(found));
      },
    ];
  },
  place(next) {
    const one = {
      view: "schools",
      county: make.pick(next, make.kTexts),
      school: "一小",
      stage: "primary",
      indicator: "books",
    };
    const text = chance(next, 0.5) ? make.scratched(next, formatPlace(one)) : `#${make.pick(next, make.kTexts)}`;
    const value = make.damaged(next, one);
    return [
      [text, value],
      () => {
        for (const found of [parsePlace(text), soundPlace(value)]) {
          if (found === null) continue;
          assert.deepEqual(parsePlace(formatPlace(found)), found, "there and back");
        }
        return parsePlace(text) === null ? "none" : "place";
      },
    ];
  },
  sealed(next) {
    const whole = sealedData(next);
    const value = chance(next, 0.2) ? whole : make.damaged(next, whole);
    const file = sealedFile(make.jsonText(next, value, 0.2));
    const bytes = chance(next, 0.9) ? file : new Uint8Array(Buffer.from(make.scratched(next, file), "utf16le"));
    return [file, () => checked(chance(next, 0.5) ? bytes : file)];
  },
  publish(next) {
    const whole = sealedData(next);
    const work = publishedOf(JSON.stringify(chance(next, 0.3) ? whole : make.damaged(next, whole)));
    return [
      work,
      () => {
        if (work === null) return "refused";
        try {
          const { single } = chance(next, 0.5) ? publisher.publish(work) : publisher.seal(work);
          assert.equal(publisher.check(single()).state, "agrees");
          return "agrees";
        } catch (error) {
          if (error instanceof RangeError && /^no such standard/.test(error.message)) return "no such standard";
          throw error;
        }
      },
    ];
  },
};
export const kDoors = Object.keys(doors);

export async function run(door, { seed = 1, count = Infinity, until = Infinity, fault = null }) {
  const figures = new Figures(`doors, ${door}`);
  for (let at = 0; at < count && performance.now() < until; at += 1) {
    let given;
    try {
      await figures.take(seed + at, () => {
        const [what, ask] = doors[door](random(seed + at));
        given = what;
        return ask();
      });
    } catch (error) {
      const wrong = new Error(
        `doors, ${door}, seed ${seed + at}: ${error.message}\n${inspect(given, { depth: 6 }).slice(0, 400)}`,
      );
      wrong.stack = error.stack;
      if (fault === null) throw wrong;
      fault(wrong);
    }
  }
  return figures;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await command({
    kinds: { door: kDoors },
    count: 10_000,
    run: ({ door, ...rest }) => run(door, rest),
    async one({ door, seed }) {
      const [given, ask] = doors[door](random(seed));
      console.log(inspect(given, { depth: 12, maxStringLength: 10_000 }));
      console.log(ask());
    },
  });
}
