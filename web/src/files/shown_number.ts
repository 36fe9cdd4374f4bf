// SPDX-License-Identifier: MIT
//
// A number beside the text that a cell shows of it. What only rounds the number gives way to the number, as exact as it
// was saved; what gives it another scale or another meaning is what the person who filled in the table saw, and stays.

import { numberText, percentText } from "./number_text.ts";

export interface ShownNumber {
  /** Empty where the format shows nothing. */
  readonly text: string;
  /** The number behind it; empty where there is a text, of which the format shows nothing. */
  readonly stored: string;
}

const kDashes = /^[-–—−‐\s]*$/;
const kAround = /^[\s()¥￥$€£+\-–—−]*$/;
const kFraction = /^-?(?:(\d+) )?(\d+)\/(\d+)$/;
/** One number from its first digit to its last, with the commas and the point behind it. */
const kOneNumber = /^(\d[\d,]*(?:\.\d*)?|\.\d+)(?:E([+-]?\d+))?/i;
const kSlack = 1.000001;

export function tidied(text: string): string {
  return text.replace(/[\s\u00a0]+/g, " ").trim();
}

export function readShown(shown: string, value: number): string | ShownNumber {
  const stored = numberText(value);
  if (shown === stored) return stored;
  // A zero shown as a dash or not at all is a zero; anything else is a number that is hidden.
  if (kDashes.test(shown)) return Math.round(Math.abs(value)) === 0 ? stored : { text: "", stored };
  if (isFractionOf(shown, value)) return stored;
  const found = oneNumber(shown);
  if (found === null) return { text: shown, stored };
  const { before, digits, power, behind } = found;
  const plain = digits.replaceAll(",", "");
  const decimals = plain.includes(".") ? plain.length - plain.indexOf(".") - 1 : 0;
  const unit = 10 ** (Number(power) - decimals);
  const size = Number(plain) * 10 ** Number(power);
  const rounds = (exact: number): boolean => Math.abs(size - exact) <= (unit / 2) * kSlack;
  // A percent sign multiplies by a hundred, unless it is a word that the format only writes behind the number.
  const percent = behind.startsWith("%") && rounds(Math.abs(value) * 100);
  // A scale; or a code, whose zeros are part of it.
  if (!(percent || rounds(Math.abs(value))) || /^0\d/.test(plain)) return { text: shown, stored };
  const rest = percent ? behind.slice(1) : behind;
  if (kAround.test(before) && kAround.test(rest)) return percent ? percentText(value) : stored;
  const exact = percent ? percentText(Math.abs(value)) : numberText(Math.abs(value));
  const sign = value < 0 && !/[-(−]/.test(before) ? "-" : "";
  return exact.includes("E") ? { text: shown, stored } : `${before}${sign}${exact}${rest}`;
}

/** A text with one number in it, and no other digit before or behind. */
function oneNumber(text: string): { before: string; digits: string; power: string; behind: string } | null {
  const first = text.search(/\d/);
  if (first < 0) return null;
  // .5 is 0.5; where that is not all of the number, the point belongs to what stands before it.
  for (const from of text[first - 1] === "." ? [first - 1, first] : [first]) {
    const found = kOneNumber.exec(text.slice(from));
    if (found === null) continue;
    const [all, digits = "", power = "0"] = found;
    const behind = text.slice(from + all.length);
    if (!/\d/.test(behind)) return { before: text.slice(0, from), digits, power, behind };
  }
  return null;
}

/** 1 1/4 is 1.25 in another notation, rounded to its denominator. */
function isFractionOf(shown: string, value: number): boolean {
  const found = kFraction.exec(shown.replace(/\s*\/\s*/, "/"));
  if (found === null) return false;
  const [, whole = "0", upper = "0", lower = "1"] = found;
  return Math.abs(Number(whole) + Number(upper) / Number(lower) - Math.abs(value)) <= kSlack / (2 * Number(lower));
}
