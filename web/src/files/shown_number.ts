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
/** One number with what stands before and behind it. */
const kOneNumber = /^(\D*?)(\d[\d,]*(?:\.\d*)?|\.\d+)(?:E([+-]?\d+))?(\D*)$/i;
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
  const found = kOneNumber.exec(shown);
  if (found === null) return { text: shown, stored };
  const [, before = "", digits = "", power = "0", behind = ""] = found;
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

/** 1 1/4 is 1.25 in another notation, rounded to its denominator. */
function isFractionOf(shown: string, value: number): boolean {
  const found = kFraction.exec(shown.replace(/\s*\/\s*/, "/"));
  if (found === null) return false;
  const [, whole = "0", upper = "0", lower = "1"] = found;
  return Math.abs(Number(whole) + Number(upper) / Number(lower) - Math.abs(value)) <= kSlack / (2 * Number(lower));
}
