// SPDX-License-Identifier: MIT
//
// Every promise of SECURITY.md names tests that are there and test something.

import assert from "node:assert/strict";
import test from "node:test";
import { paths, text } from "./tree.mjs";

const kTest = /`(tests\/[\w./-]+\.(?:test\.mjs|cpp))`/g;

/** Each point of the first section: its bold words and the tests that it names. */
function promisesOf(paper) {
  const [, section] = paper.split(/^## What is promised$/m);
  return section
    .split(/^## /m)[0]
    .split(/^- /m)
    .slice(1)
    .map((point) => ({
      says: point.match(/^\*\*([\s\S]+?)\*\*/)?.[1] ?? point.slice(0, 60),
      tests: [...point.matchAll(kTest)].map((found) => found[1]),
    }));
}

test("a promise without a test, or with one that is not there, would be found", () => {
  const [one, other] = promisesOf(
    "# S\n\n## What is promised\n\n- **A.** `tests/a.test.mjs`\n- **B.** c\n\n## X\n\n- **C**\n",
  );
  assert.deepEqual(one, { says: "A.", tests: ["tests/a.test.mjs"] });
  assert.deepEqual(other, { says: "B.", tests: [] });
});

test("each promise is held by tests that exist", () => {
  const promises = promisesOf(text("SECURITY.md"));
  assert.ok(promises.length >= 6);
  for (const { says, tests } of promises) {
    assert.notDeepEqual(tests, [], says);
    for (const path of tests) {
      assert.ok(paths.includes(path), `${says}: ${path}`);
      assert.match(text(path), /^\s*(?:test\(|TEST(?:_F|_P)?\()/m, path);
    }
  }
});

test("whom it guards against and what it does not promise are said, on one page", () => {
  const paper = text("SECURITY.md");
  for (const heading of ["Against whom", "What is not promised", "Reporting"])
    assert.match(paper, new RegExp(`^## ${heading}$`, "m"));
  for (const word of ["careless clerk", "forging publisher", "hostile file", "same origin", "host name of its own"])
    assert.ok(paper.includes(word), word);
  assert.ok(paper.split("\n").length <= 80);
});
