// SPDX-License-Identifier: MIT
//
// Every finding of docs/tasks.md has a test of that name in that file, or is said to be open.

import assert from "node:assert/strict";
import test from "node:test";
import { paths, text } from "./tree.mjs";

const rows = [...text("docs/tasks.md").matchAll(/^\| ([AB]\d+) .*? \| (?:`(tests\/[^`]+)`|open) \| (.+) \|$/gm)].map(
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
  const all = [...[1, 2, 3, 4, 5].map((n) => `A${n}`), ...Array.from({ length: 19 }, (_, n) => `B${n + 1}`)];
  assert.deepEqual([...new Set(rows.map(({ id }) => id))], all);
});
