// SPDX-License-Identifier: MIT
//
// Options of a standard (口径) by the engine's door: what a choice would change is what it changes once it is chosen,
// and what was chosen is said.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

const site = new URL("../../dist/site/", import.meta.url);
const { loadJunheng } = await import(new URL("engine/junheng.js", site).href);
const junheng = await loadJunheng();
const table = await readFile(new URL("samples/sample-county.tsv", site));
/** Retained by the formulas A and B, not by C. */
const county =
  "毕业学生人数\t940\n毕业年级三年前初一时在校学生人数\t1000\n毕业年级三年转入学生人数\t0\n毕业年级三年死亡学生人数\t2\n毕业年级三年转出学生人数\t10\neligible_teachers\t100\nfull_time_teachers\t400\nexchanged_teachers\t30\nexchanged_backbone\t6\n";
const { options } = junheng.standards().find(({ id }) => id === "quality-2017");

const verdictsOf = ({ counties: [one] }) =>
  new Map([
    ["", one.verdict],
    ...one.parts.flatMap((part) => [[part.id, part.verdict], ...part.items.map((item) => [item.id, item.verdict])]),
    ...one.supplements.map((item) => [item.id, item.verdict]),
  ]);

test("every option has its source, and those of the default choice", () => {
  assert.ok(options.length >= 4);
  for (const option of options) {
    assert.match(option.confidence, /^[RSIM]$/, option.id);
    assert.equal(option.source === null, option.confidence === "M", option.id);
    assert.ok(
      option.choices.some(({ id }) => id === option.default),
      option.id,
    );
  }
});

test("what a choice would change is what an evaluation with it says", () => {
  const before = junheng.evaluate({ table, county });
  const effects = junheng.optionEffects({ table, county });
  assert.deepEqual(
    effects.map(({ option, chosen }) => [option, chosen]),
    options.map((option) => [option.id, option.default]),
  );
  let changes = 0;
  for (const { option, others } of effects) {
    for (const { choice, verdict, counties } of others) {
      const after = junheng.evaluate({ table, county, options: { [option]: choice } });
      assert.equal(verdict, after.verdict);
      const now = verdictsOf(after);
      const expected = [...verdictsOf(before)]
        .filter(([id, was]) => now.get(id) !== was)
        .map(([id, was]) => [id, was, now.get(id)]);
      const said = counties.flatMap((one) => [
        ...(one.before === one.after ? [] : [["", one.before, one.after]]),
        ...[...one.parts, ...one.items].map((turn) => [turn.id, turn.before, turn.after]),
      ]);
      assert.deepEqual(said.sort(), expected.sort(), `${option}=${choice}`);
      changes += expected.length;
    }
  }
  assert.ok(changes >= 3, "where nothing changes nothing is shown");
});

test("effects count from what the request chooses, and an evaluation afterwards is as before", () => {
  const before = JSON.stringify(junheng.evaluate({ table, county }));
  const [retention] = junheng.optionEffects({ table, county, options: { retention: "C" } });
  assert.equal(retention.chosen, "C");
  assert.deepEqual(
    retention.others.map(({ choice }) => choice),
    ["A", "B"],
  );
  assert.deepEqual(retention.others[0].counties[0].items, [{ id: "Q1", before: "fail", after: "pass" }]);
  assert.equal(JSON.stringify(junheng.evaluate({ table, county })), before);
});

test("a standard without options has none", () => {
  assert.deepEqual(junheng.optionEffects({ table, standard: "basic-2012" }), []);
  assert.deepEqual(junheng.optionEffects({ table, standard: "none" }), []);
});

test("what is not the standard's own is said with the verdict, in the answer and in its conclusion", () => {
  assert.equal(junheng.evaluate({ table }).chosenOptions, null);
  assert.equal(junheng.evaluate({ table, options: { retention: "A" } }).chosenOptions, null);
  const chosen = junheng.evaluate({ table, options: { retention: "C" } });
  assert.equal(chosen.chosenOptions.zh, "口径：三年巩固率公式按“毕业÷初一”。");
  for (const language of ["zh", "en"])
    assert.ok(chosen.counties[0].conclusion[language].endsWith(chosen.chosenOptions[language]));
});
