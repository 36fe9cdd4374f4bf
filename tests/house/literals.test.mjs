// SPDX-License-Identifier: MIT
//
// Rules are data: a limit, ratio, floor or exemption stands once, in core/standards, and never in code or in words.

import assert from "node:assert/strict";
import test from "node:test";
import { findings, text, under, withEnding, withoutComments } from "./tree.mjs";

const standards = ["quality-2017", "basic-2012"].map((id) => JSON.parse(text(`core/standards/${id}.json`)));

/** Every number of the rules, in each way it may be written. */
function ruleNumbers() {
  const numbers = new Set();
  const add = (value) => {
    numbers.add(String(Number(value)));
    // 0.85 is also 85 %, 0.5 also 50 %
    if (Number(value) < 1) numbers.add(String(Math.round(Number(value) * 1e6) / 1e4));
  };
  for (const standard of standards) {
    for (const share of standard.split.shares) Object.values(share.weights).forEach(add);
    for (const indicator of standard.indicators) {
      Object.values(indicator.threshold ?? {}).forEach((limit) => add(limit.value));
    }
    Object.values(standard.balanceRule.limit).forEach((limit) => add(limit.value));
    if (standard.unitRule) add(standard.unitRule.floor);
    standard.exclusions.forEach((exclusion) => exclusion.pupilsBelow && add(exclusion.pupilsBelow));
  }
  // whole numbers that any program needs
  for (const common of ["0", "1"]) numbers.delete(common);
  return numbers;
}

/** A number that is one of the rules by chance: where, and what it is there. */
const byChance = [
  ["web/src/app/text/stage_tables.ts", "const kUnitsShown = 2000;", "rows shown of a long list"],
  ["web/src/cli/exits.ts", "data: 65", "the exit code of sysexits.h for bad input"],
  ["web/src/charts/svg.ts", "www.w3.org/2000/svg", "the name of a vocabulary"],
  ["web/src/files/number_format.ts", "id >= ", "numbers of formats in spreadsheet files"],
  ["web/src/files/number_format.ts", '45: "mm:ss"', "the number of a format in spreadsheet files"],
  ["web/src/files/number_format.ts", "55: 'AM/PM", "the number of a format in spreadsheet files"],
];

const numbers = ruleNumbers();

function ruleNumbersIn(path, code) {
  const found = [];
  code.split("\n").forEach((line, index) => {
    for (const [token, , suffix] of line.matchAll(/(?<![\w.#])(\d+(?:\.\d+)?)([fF]?)(?![\w.]|%?;base64)/g)) {
      // measures of drawing are float; no rule is computed in float
      if (suffix !== "" && path.startsWith("imgui_app/")) continue;
      if (byChance.some(([where, what]) => path === where && line.includes(what))) continue;
      if (numbers.has(String(Number(token.replace(/[fF]$/, "")))))
        found.push(`${path}:${index + 1}: ${token} in ${line.trim()}`);
    }
  });
  return found;
}

test("the rules have the numbers this test looks for", () => {
  for (const expected of [
    "0.85",
    "85",
    "0.5",
    "0.45",
    "0.65",
    "0.55",
    "1.1",
    "1.2",
    "1.32",
    "4.2",
    "5.3",
    "2000",
    "2500",
    "50",
  ]) {
    assert.ok(numbers.has(expected), expected);
  }
});

test("a rule's number in code would be found", () => {
  for (const code of ["if (cv <= 0.5)", "x > 0.50", "const kFloor = 0.85;", '"4.2"', "pupils < 50", "{110, 1.1, 7}"]) {
    assert.equal(ruleNumbersIn("core/src/x.cpp", code).length, 1, code);
  }
  assert.deepEqual(ruleNumbersIn("core/src/x.cpp", "a1.1b 10.50 150 0.855 v4.2x"), []);
});

test("no number of the rules stands in code", () => {
  const code = withEnding(
    under("core/src/", "core/include/", "web/src/", "imgui_app/"),
    ".cpp",
    ".h",
    ".ts",
    ".js",
    ".mjs",
  );
  assert.ok(code.length > 50);
  // an example in a message of a fault ("4.2") says how to write a number, not what the limit is
  const allowed = /at least 0, as text/;
  const found = code
    .flatMap((path) => ruleNumbersIn(path, withoutComments(text(path))))
    .filter((line) => !allowed.test(line));
  assert.deepEqual(found, []);
});

test("no number of the rules stands in the sentences", () => {
  const words = withEnding(under("core/words/"), ".json");
  assert.equal(words.length, 2);
  assert.deepEqual(
    words.flatMap((path) => ruleNumbersIn(path, text(path))),
    [],
  );
});

test("no title of a stage, type or field stands in the code of the core", () => {
  const vocabulary = JSON.parse(text("core/standards/vocabulary.json"));
  const labels = [...vocabulary.fields, ...vocabulary.types].map((item) => item.label.zh.replace(/[（）]/g, "."));
  const pattern = new RegExp(`"[^"]*(${labels.join("|")})[^"]*"`);
  const core = withEnding(under("core/src/", "core/include/"), ".cpp", ".h");
  assert.deepEqual(
    findings(core, pattern, (path) => withoutComments(text(path))),
    [],
  );
});
