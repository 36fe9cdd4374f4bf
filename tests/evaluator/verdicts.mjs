// SPDX-License-Identifier: MIT

import { compare } from "./fractions.mjs";

/** The worst of several; nothing at all is no pass. */
export function worst(verdicts) {
  if (verdicts.includes("fail")) return "fail";
  return verdicts.length === 0 || verdicts.includes("unknown") ? "unknown" : "pass";
}

const compares = {
  atLeast: (order) => order >= 0,
  above: (order) => order > 0,
  atMost: (order) => order <= 0,
  below: (order) => order < 0,
};

export function judged(value, how, limit) {
  if (value === null || limit === null) return "unknown";
  return compares[how](compare(value, limit)) ? "pass" : "fail";
}

/** What a county says: true, false, or null where it says nothing. */
export const attested = (said) => (said === null || said === undefined ? "unknown" : said ? "pass" : "fail");
