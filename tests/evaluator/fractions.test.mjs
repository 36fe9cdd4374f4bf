// SPDX-License-Identifier: MIT
//
// The exact arithmetic and the worked examples of the rule: the second evaluator must be right itself.

import assert from "node:assert/strict";
import { test } from "node:test";
import { balanceOf } from "./balance.mjs";
import { basic } from "./limits.mjs";
import { ceiling, compare, compareRoots, fraction, minus, over, sum, times, toNumber } from "./fractions.mjs";

test("fractions are exact where doubles are not", () => {
  assert.equal(compare(sum(["0.1", "0.2"]), "0.3"), 0);
  assert.equal(compare(over(1, 3), "0.3333333333333333333333"), 1);
  assert.equal(compare(minus("1.1", "1.10"), 0), 0);
  assert.equal(over(1, 0), null);
  assert.equal(times(null, 3), null);
  assert.equal(toNumber(ceiling(over(24, 12))), 2);
  assert.equal(toNumber(ceiling(over(25, 12))), 3);
  assert.equal(toNumber(over(1, 3)), 1 / 3);
  assert.equal(toNumber(fraction("0.000000000000000000000012")), 1.2e-23);
});

test("sums of square roots are compared without taking any", () => {
  assert.equal(compareRoots([fraction("0.25"), fraction("0.16")], fraction("0.9")), 0);
  assert.equal(compareRoots([fraction(2), fraction(3)], fraction("3.1462643699419723423")), 1);
  assert.equal(compareRoots([fraction(2), fraction(3)], fraction("3.1462643699419723424")), -1);
  // Equal to 30 digits, and not equal.
  const root = "1.414213562373095048801688724209";
  assert.equal(compareRoots([fraction(2)], fraction(root)), 1);
});

test("the worked example of five schools: books", () => {
  const schools = [
    [45, 279],
    [37, 137],
    [89, 935],
    [76, 160],
    [55, 402],
  ];
  const units = schools.map(([pupils, books]) => ({
    stage: "primary",
    pupils: fraction(pupils),
    values: basic.indicators.map(({ id }) => ({ id, value: over(books, pupils), amount: fraction(books) })),
  }));
  const books = balanceOf("primary", units, basic).indicators.find(({ id }) => id === "books");
  assert.ok(Math.abs(Math.sqrt(toNumber(books.squared)) - 0.5152566) < 1e-7);
  assert.ok(Math.abs(toNumber(books.mean) - 6.3344371) < 1e-7);
});
