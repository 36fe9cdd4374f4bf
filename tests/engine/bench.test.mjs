// SPDX-License-Identifier: MIT
//
// ./dev bench measures what it says: its contenders say the same of small tables, a difference is seen, every line of
// the budget is measured. Times are its own business.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { checkBudget, idsOf, readBudget } from "../bench/budget.mjs";
import { comparable, compareAnswers } from "../bench/compare.mjs";
import { kContenders, kLibraries, makeContender } from "../bench/contenders.mjs";
import { hardened, makeNation } from "../bench/make_nation.mjs";
import { evaluateText } from "../bench/one_pass.mjs";
import { kWorkbench, planOf, roundsOf, workbenchFigures, workbookFigures } from "../bench/plan.mjs";
import { kYardsticks, runYardstick } from "../bench/yardsticks.mjs";

/** Some faulty cells, which are rare in a nation. */
function soiled(text) {
  const lines = text.split("\n");
  for (const [line, column, found] of [
    [40, 14, "l20"],
    [300, 16, "约300"],
    [301, 16, "12..5"],
    [900, 18, "3O6"],
    [1200, 14, "暂缺?"],
  ]) {
    const cells = lines[line].split("\t");
    cells[column] = found;
    lines[line] = cells.join("\t");
  }
  return lines.join("\n");
}

const plain = soiled(makeNation({ provinces: 3, counties: 12, schools: 1500, seed: 2024 }));
const tables = { plain, hard: hardened(plain, 5) };

const cellsOf = (line) =>
  (line.match(/"(?:[^"]|"")*"|[^\t]+|(?<=\t|^)(?=\t|$)/g) ?? []).map((cell) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  );
/** What libraries do, for where they are not installed: rows of cells as strings. */
const asLibrary = {
  parse: (text) => ({ data: text.trimEnd().split(/\r?\n/).map(cellsOf) }),
};
const load = {
  engine: () => import(new URL("../../dist/site/engine/junheng.js", import.meta.url)),
  papaparse: () => asLibrary,
};
const here = kContenders.filter((name) => !kLibraries.includes(name) || name in load);

async function answersTo(input) {
  const answers = [];
  for (const name of here) {
    const contender = await makeContender(name, load);
    const result = contender.run(input);
    answers.push([name, comparable(contender.answer(result))]);
    contender.release(result);
  }
  return answers;
}

const answers = await answersTo(plain);
const [, reference] = answers.find(([name]) => name === "onepass");

for (const [kind, text] of Object.entries(tables)) {
  for (const input of [text, new TextEncoder().encode(text)]) {
    test(`contenders agree on the ${kind} table as ${typeof input === "string" ? "a string" : "bytes"}`, async () => {
      const [[, first], ...others] = await answersTo(input);
      assert.ok(others.length >= 3);
      const { units, stages } = compareAnswers(first, first);
      assert.ok(units > 1200 && stages >= 20, `${units} units, ${stages} stages`);
      for (const [name, answer] of others) {
        const { differences, badCells } = compareAnswers(first, answer);
        assert.deepEqual(differences, [], name);
        assert.ok(badCells >= 5, `${badCells} faulty cells`);
      }
    });
  }
}

test("plain C++ agrees, where it is built", () => {
  const program = fileURLToPath(new URL("../../build/native/bin/bench_plain", import.meta.url));
  if (!existsSync(program)) return; // ./dev test builds it; ./dev check of one part does not
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    for (const [kind, text] of Object.entries(tables)) {
      const [table, answer] = [`${kind}.tsv`, `${kind}.json`].map((name) => join(folder, name));
      writeFileSync(table, text);
      assert.equal(spawnSync(program, [table, "2", answer]).status, 0);
      const own = JSON.parse(readFileSync(answer, "utf8"));
      assert.equal(own.counties.length, 12);
      assert.deepEqual(compareAnswers(evaluateText(text), own).differences, [], kind);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("a difference between answers is seen", () => {
  const changes = {
    verdict: (answer) => (answer.counties[3].stages[0].indicators[2].verdict = "unknown"),
    "a count": (answer) => (answer.counties[0].stages[1].units += 1),
    "a mean": (answer) => (answer.counties[5].stages[0].indicators[6].mean *= 1 + 1e-6),
    "a missing number": (answer) => (answer.counties[5].stages[0].indicators[6].cv = null),
    "a county less": (answer) => answer.counties.pop(),
    "a cell": (answer) => (answer.issues[0].row += 1),
  };
  for (const [what, change] of Object.entries(changes)) {
    const other = structuredClone(reference);
    change(other);
    assert.ok(compareAnswers(reference, other).count > 0, what);
  }
  assert.equal(compareAnswers(reference, structuredClone(reference)).count, 0);
});

test("cells beyond the listed ones are not compared", () => {
  const few = structuredClone(reference);
  few.issues = few.issues.slice(0, 2);
  assert.equal(compareAnswers(reference, few).count, 0);
  few.issues[0].column = "区县";
  assert.ok(compareAnswers(reference, few).count > 0);
});

test("a yardstick finds what it is to find", () => {
  for (const name of kYardsticks) {
    for (const text of [plain, `\t\n`, `${"学".repeat(50)}\t`]) {
      assert.ok(runYardstick(name, new TextEncoder().encode(text)).firstMs >= 0);
    }
  }
});

test("every line of the budget is measured, in a whole run", () => {
  const figures = [...workbenchFigures(kWorkbench.whole), ...workbookFigures];
  const workbench = figures.map((figure) => `workbench.${figure}`);
  const ids = new Set([...planOf(false).map(({ id }) => id), ...workbench]);
  const lines = readBudget();
  assert.ok(lines.length > 20);
  for (const line of lines) {
    const { all, any } = idsOf(line);
    for (const id of all) assert.ok(ids.has(id), `${line.what}: ${id}`);
    if (line.by === "library") assert.ok(any.filter((id) => ids.has(id)).length > 0, line.what);
    assert.ok(["first", "warm", "memory", "wait"].includes(line.measure), line.what);
    assert.ok(line.allowed > 0 && (line.last === null || line.last > 0), line.what);
  }
  assert.equal(new Set(lines.map(({ what }) => what)).size, lines.length);
});

test("rounds are whole, and the quick run is a part of the other", () => {
  const plan = planOf(false);
  const run = roundsOf(plan);
  for (const { id, rounds } of plan) assert.equal(run.filter((one) => one.id === id).length, rounds, id);
  assert.equal(new Set(plan.map(({ id }) => id)).size, plan.length);
  for (const { id } of planOf(true))
    assert.ok(
      plan.some((one) => one.id === id),
      id,
    );
});

test("the budget marks what became slower", () => {
  const line = {
    what: "a",
    measure: "first",
    of: "node.3k.string.open",
    by: "node.3k.string.udsv",
    allowed: 1,
  };
  const figures = (open) => (id) => (id.endsWith("open") ? open : 10);
  const mark = (last, open) => checkBudget([{ ...line, last }], figures(open))[0].at(-1);
  assert.equal(mark(0.5, 5), "✓");
  assert.equal(mark(null, 20), "over");
  assert.equal(mark(1.9, 20), "over");
  assert.match(mark(1.5, 20), /WORSE/);
  assert.match(mark(0.5, 9), /WORSE/);
  assert.equal(mark(0.5, undefined), "not measured");
});
