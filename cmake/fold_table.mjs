// SPDX-License-Identifier: MIT
//
// node fold_table.mjs <opencc_dict> <TSCharacters.ocd2> <output>: the form in which each character is compared, for
// core/src/base/fold.cpp.
//
// Simplified twins of traditional characters are those of OpenCC, of several the first, as it orders them by use; radicals,
// compatibility ideographs and small signs have the form that Unicode's NFKC gives them.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const [tool, dictionary, output] = process.argv.slice(2);

function linesOf(dictionaryPath) {
  const folder = mkdtempSync(join(tmpdir(), "fold-table-"));
  try {
    const path = join(folder, "characters.txt");
    execFileSync(tool, ["-i", dictionaryPath, "-o", path, "-f", "ocd2", "-t", "text"]);
    return readFileSync(path, "utf8").split("\n").filter(Boolean);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A code point of the basic plane, undefined for any other text. */
function pointOf(text) {
  return text.length === 1 ? text.charCodeAt(0) : undefined;
}

const forms = new Map();
for (const line of linesOf(dictionary)) {
  const [character, twins] = line.split("\t");
  const [point, form] = [pointOf(character), pointOf(twins.split(" ")[0])];
  if (point !== undefined && form !== undefined && point !== form) forms.set(point, form);
}
// Radicals, compatibility ideographs, small signs.
for (const [first, last] of [
  [0x2e80, 0x2fdf],
  [0xf900, 0xfaff],
  [0xfe50, 0xfe6f],
]) {
  for (let point = first; point <= last; point++) {
    const form = pointOf(String.fromCharCode(point).normalize("NFKC"));
    if (form !== undefined && form !== point) forms.set(point, form);
  }
}

/** The form of a form, where that has one: each character has one in the end. */
function lastForm(point) {
  const seen = new Set();
  while (forms.has(point) && !seen.has(point)) {
    seen.add(point);
    point = forms.get(point);
  }
  return point;
}

const pairs = [...forms.keys()]
  .map((point) => ({ point, form: lastForm(point) }))
  .filter(({ point, form }) => point !== form);
if (pairs.length < 3000) throw new Error(`${dictionary}: only ${pairs.length} characters with another form`);

const bytes = [];
function put(number) {
  for (; number >= 0x80; number >>>= 7) bytes.push((number & 0x7f) | 0x80);
  bytes.push(number);
}

/** The steps from one number to the next, of either sign. */
function putSteps(numbers) {
  let before = 0;
  for (const number of numbers) {
    const step = number - before;
    put(step < 0 ? -2 * step - 1 : 2 * step);
    before = number;
  }
}

function putGroup(group) {
  put(group.length);
  putSteps(group.map(({ form }) => form));
  putSteps(group.map(({ point }) => point));
}

// Traditional characters with neighbouring twins are neighbours themselves, radicals and the like are so as they come:
// each in its order most steps are one byte, and the whole 6.5 kB of the download in place of 7.5.
const isIdeograph = ({ point }) => point >= 0x3400 && point <= 0x9fff;
putGroup(pairs.filter(isIdeograph).sort((a, b) => a.form - b.form || a.point - b.point));
putGroup(pairs.filter((pair) => !isIdeograph(pair)).sort((a, b) => a.point - b.point));
writeFileSync(output, Uint8Array.from(bytes));
