// SPDX-License-Identifier: MIT
//
// What a number format makes of a number. Only the kind matters: decimals and colours that a format hides or adds are not
// part of the value.

import { dateText, numberText, percentText, timeText } from "./number_text.ts";

export type NumberKind = "number" | "percent" | "date" | "time";

/** What every program knows by number without a code in the file: also the Chinese dates 27–36 and 50–58. */
export function kindOfBuiltIn(id: number): NumberKind {
  if (id === 9 || id === 10) return "percent";
  if ((id >= 14 && id <= 17) || id === 22) return "date";
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47) || (id >= 32 && id <= 35) || id === 55 || id === 56)
    return "time";
  if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return "date";
  return "number";
}

export function kindOfCode(code: string): NumberKind {
  // The first of up to four sections is the one of positive numbers. Literals go: "年", \m, _) and *x; so do colours,
  // conditions and languages in brackets, but not [h], which counts hours.
  const section = code
    .replace(/"[^"]*"|[\\_*][^]/g, "")
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, "")
    .split(";")[0];
  const marks = (section ?? "").replace(/E[+-]/gi, "").replace(/general|am\/pm|a\/p|上午\/下午/gi, "");
  if (marks.includes("%")) return "percent";
  if (/[0#?]/.test(marks.replace(/\.0+/g, ""))) return "number"; // seconds may have decimals: ss.000
  if (/[yde]/i.test(marks)) return "date";
  if (/[hs]/i.test(marks)) return "time";
  return /m/i.test(marks) ? "date" : "number"; // m alone is a month
}

export function formatted(value: number, kind: NumberKind, from1904: boolean): string {
  if (kind === "percent") return percentText(value);
  const text = kind === "date" ? dateText(value, from1904) : kind === "time" ? timeText(value) : null;
  return text ?? numberText(value); // a date before 1900 is what Excel shows as ########
}
