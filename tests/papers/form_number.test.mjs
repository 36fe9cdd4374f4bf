// SPDX-License-Identifier: MIT
//
// The decimals of the form: half up on digits, and never across the limit.

import assert from "node:assert/strict";
import { test } from "node:test";
import { sourceModule } from "../support/sources.mjs";

const { besideLimit, percentOf, rounded, shifted } = await sourceModule("papers/form_number.ts");

test("half up on the digits as they are written, where binary numbers would go down", () => {
  for (const [text, decimals, expected] of [
    ["2.675", 2, "2.68"], // (2.675).toFixed(2) is 2.67
    ["1.005", 2, "1.01"],
    ["0.4995", 3, "0.500"],
    ["99.995", 2, "100.00"],
    ["9.5", 0, "10"],
    ["7", 2, "7.00"],
    ["-0.004", 2, "0.00"],
    ["-1.25", 1, "-1.3"],
    ["0", 0, "0"],
    ["12345678901234567890.5", 0, "12345678901234567891"],
  ])
    assert.equal(rounded(text, decimals), expected, `${text} to ${decimals}`);
  for (const text of ["", "—", "1,234", "1e5", "2499.9999…", "≥ 3", "12 %"]) assert.equal(rounded(text, 2), null, text);
});

test("the point moves, and no digit is lost or made", () => {
  for (const [text, places, expected] of [
    ["1158000", -4, "115.8"],
    ["5", -4, "0.0005"],
    ["0.9777777777777777", 2, "97.77777777777777"],
    ["0.5", 2, "50"],
    ["1", 2, "100"],
    ["-0.05", 1, "-0.5"],
    ["120", 0, "120"],
  ])
    assert.equal(shifted(text, places), expected, `${text} by ${places}`);
});

test("what so few decimals would put on the other side of the limit is shown as the engine shows it", () => {
  const cv = (value, text, met) => ({ value, text, limit: 0.5, compare: "atMost", met });
  assert.equal(besideLimit(cv(0.50041, "0.5004", false), 3), "0.5004");
  assert.equal(besideLimit(cv(0.5006, "0.5006", false), 3), "0.501");
  assert.equal(besideLimit(cv(0.5, "0.5000", true), 3), "0.500");
  const share = (value, text, met) => ({ value, text, limit: 1, compare: "atLeast", met });
  assert.equal(besideLimit(share(0.9997, "99.97 %", false), 1, 2), "99.97");
  assert.equal(besideLimit(share(0.9777777777777777, "97.78 %", false), 1, 2), "97.8");
  assert.equal(besideLimit(share(1, "100.00 %", true), 1, 2), "100.0");
  assert.equal(besideLimit(share(null, null, false), 1, 2), null);
});

test("shares of schools: all is said of all only", () => {
  assert.equal(percentOf(24, 25, 1), "96.0");
  assert.equal(percentOf(1, 3, 1), "33.3");
  assert.equal(percentOf(2, 3, 1), "66.7");
  assert.equal(percentOf(1, 16, 1), "6.3");
  assert.equal(percentOf(2999, 3000, 1), "99.97");
  assert.equal(percentOf(1, 5000, 1), "0.02");
  assert.equal(percentOf(0, 7, 1), "0.0");
  assert.equal(percentOf(7, 7, 1), "100.0");
  assert.equal(percentOf(0, 0, 1), null);
});
