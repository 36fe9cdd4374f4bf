// SPDX-License-Identifier: MIT
//
// Every finding of docs/tasks.md has a test of that name in that file, or is said to be open; every task that is counted
// there is done by a test, and takes at most half of what took many clicks or keys before.

import assert from "node:assert/strict";
import test from "node:test";
import { paths, text } from "./tree.mjs";

const rows = [...text("docs/tasks.md").matchAll(/^\| ([ABC]\d+) .*? \| (?:`(tests\/[^`]+)`|open) \| (.+) \|$/gm)].map(
  ([, id, file, name]) => ({ id, file, name }),
);
/** Of a file of tests: how each is called. */
const namesIn = (source) =>
  [...source.matchAll(/^test\(\s*["`](.+?)["`],|^TEST(?:_F|_P)?\(\w+, (\w+)\)/gm)].map(
    ([, said, name]) => said ?? name,
  );

test("each finding names a test that is there", () => {
  for (const { id, file, name } of rows) {
    if (file === undefined) continue;
    assert.ok(paths.includes(file), `${id}: ${file}`);
    const found = namesIn(text(file));
    assert.ok(
      found.some((one) => one.includes(name)),
      `${id}: ${file} has no test “${name}”`,
    );
  }
});

test("no finding is left out", () => {
  const counted = { A: 5, B: 19, C: 12 };
  const all = Object.entries(counted).flatMap(([rank, count]) =>
    Array.from({ length: count }, (_, n) => `${rank}${n + 1}`),
  );
  assert.deepEqual([...new Set(rows.map(({ id }) => id))], all);
});

const tasks = [...text("docs/tasks.md").matchAll(/^\| (\d+\w?)(?: [^|]*)? \| ([^|]+) \| (\d+) \/ (\d+) \|$/gm)].map(
  ([, id, then, clicks, keys]) => ({
    id,
    then: /^(\d+) \/ (\d+)/.exec(then)?.slice(1).map(Number),
    now: [clicks, keys].map(Number),
  }),
);

test("each task of the table is done by a test, and each that is done stands in the table", () => {
  const done = paths
    .filter((path) => /^tests\/browser\/app\/tasks.*\.test\.mjs$/.test(path))
    .flatMap((path) => [...text(path).matchAll(/\btask\(\s*started,\s*"(\w+)"/g)].map(([, id]) => id));
  assert.deepEqual([...new Set(done)].sort(), tasks.map(({ id }) => id).sort());
  const numbers = new Set(tasks.map(({ id }) => Number.parseInt(id, 10)));
  assert.deepEqual(
    [...numbers],
    Array.from({ length: 13 }, (_, at) => at + 1),
    "the thirteen of the walk",
  );
});

test("what took more than four clicks or keys takes half of them at most", () => {
  const many = 4;
  const compared = tasks.flatMap(({ id, then = [], now }) =>
    then.map((before, at) => ({ id, before, after: now[at] })).filter(({ before }) => before > many),
  );
  assert.ok(compared.length >= 4, "some took many");
  for (const { id, before, after } of compared) assert.ok(after <= before / 2, `${id}: ${after} after ${before}`);
});
