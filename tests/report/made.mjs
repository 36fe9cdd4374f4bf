// SPDX-License-Identifier: MIT
//
// Made reports with planted faults: each line of a .faults file is the text that is wrong, and why. A fault is found where
// a finding that does not agree, or cannot be decided, stands on it or counts it among its numbers.

import { readFileSync, readdirSync } from "node:fs";
import { check } from "./checked.mjs";

const folder = new URL("./made/", import.meta.url);
const kReports = readdirSync(folder)
  .filter((name) => name.endsWith(".txt"))
  .sort();
const isSound = (name) => name.endsWith("_sound.txt");
export const kMade = kReports.filter((name) => !isSound(name));
/** Reports in which nothing is wrong. */
export const kSound = kReports.filter(isSound);

/** What the check says of a sound report: how many it confirmed, and all that it asks to look at. */
export function alarms(name) {
  const { text, findings } = check(readFileSync(new URL(name, folder), "utf8"));
  const agreeing = findings.filter((one) => one.agreement === "agree").length;
  const asked = findings
    .filter((one) => one.agreement !== "agree")
    .map((one) => `${one.agreement} ${one.code}: ${text.slice(one.place.start, one.place.end)} ${one.arithmetic}`);
  return { agreeing, asked };
}

/** What was found of a made report: planted faults that were missed, and what was said to differ beside them. */
export function judged(name) {
  const report = check(readFileSync(new URL(name, folder), "utf8"));
  const planted = readFileSync(new URL(name.replace(/\.txt$/, ".faults"), folder), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split("\t")[0]);
  const touches = (place, text) => {
    const from = Math.max(0, place.start - text.length);
    const at = report.text.slice(from, place.end + text.length).indexOf(text);
    return at >= 0 && from + at < place.end && from + at + text.length > place.start;
  };
  const said = report.findings.filter((one) => one.agreement !== "agree");
  const keys = report.findings.map(({ place, code, arithmetic }) => `${place.start} ${code} ${arithmetic}`);
  const covers = (one, text) => [one.place, ...one.others].some((place) => touches(place, text));
  return {
    planted,
    twice: keys.filter((key, at) => keys.indexOf(key) !== at),
    missed: planted.filter((text) => !said.some((one) => covers(one, text))),
    beside: said
      .filter((one) => one.agreement === "differ" && !planted.some((text) => covers(one, text)))
      .map((one) => `${one.code}: ${report.text.slice(one.place.start, one.place.end)} ${one.arithmetic}`),
  };
}
