// SPDX-License-Identifier: MIT
//
// What a number format makes of a number, decided once for each format: a plain number, a percentage, a day, a time, or
// something that has to be looked at number by number (shown_number.ts). Rounding, colours, currencies and the dash of
// an accounting zero are no part of the value; a scale, a word and another kind are.

import { format, tokenize } from "numfmt";
import { dateText, numberText, percentText, timeText } from "./number_text.ts";
import type { Budget } from "./refusal.ts";
import { type ShownNumber, readShown, tidied } from "./shown_number.ts";

type NumberKind = "number" | "percent" | "date" | "year" | "time" | "shown";

export interface NumberFormat {
  readonly kind: NumberKind;
  /** Whether it adds something to texts. */
  readonly ofTexts: boolean;
  /** Whether it shows nothing of them, as ;;; does. */
  readonly hidesTexts?: boolean;
  /** What it shows; null where the library can make nothing of it. */
  readonly shows: ((value: number | string) => string | null) | null;
}

export const kGeneral: NumberFormat = { kind: "number", ofTexts: false, shows: null };
const kDate: NumberFormat = { kind: "date", ofTexts: false, shows: null };
/** As Excel has it; longer ones are hostile. */
const kLongestCode = 255;
/** Steps of looking at a code, and at each of its characters, where the library tries some thirty patterns. */
const kNewCode = 3000;
const kLooking = 200;
/** Steps of showing one number. */
const kShowing = 60;
/** Columns have the same few times, words and small numbers over and over. */
const kRemembered = 1024;

/**
 * What every program knows by number without a code in the file (ECMA-376 part 1, 18.8.30), times and days also as the
 * Chinese Excel has them.
 */
const kBuiltIn: Readonly<Record<number, string>> = {
  9: "0%",
  10: "0.00%",
  12: "# ?/?",
  13: "# ??/??",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'AM/PMh"时"mm"分"',
  35: 'AM/PMh"时"mm"分"ss"秒"',
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  55: 'AM/PMh"时"mm"分"',
  56: 'AM/PMh"时"mm"分"ss"秒"',
};
/** The formats of one workbook, each looked at once, however many cells and styles have it. */
export class NumberFormats {
  readonly #known = new Map<string, NumberFormat>();
  readonly #budget: Budget;

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  of(code: string): NumberFormat {
    if (code === "" || code.length > kLongestCode) return kGeneral;
    let format = this.#known.get(code);
    if (format === undefined) {
      this.#budget.takeSteps(kNewCode + code.length * kLooking);
      format = numberFormat(code, this.#budget);
      this.#known.set(code, format);
    }
    return format;
  }

  builtIn(id: number): NumberFormat {
    const code = kBuiltIn[id];
    if (code !== undefined) return this.of(code);
    return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? kDate : kGeneral;
  }
}

interface Token {
  readonly type: string;
  readonly value: string;
}

function numberFormat(code: string, budget: Budget): NumberFormat {
  const clean = asLibrary(code);
  const sections: Token[][] = [[]];
  for (const token of tokenize(clean) as Token[]) {
    if (token.type === "break") sections.push([]);
    else sections[sections.length - 1]!.push(token);
  }
  const [kind, ofTexts] = [kindOf(sections), changesTexts(sections)];
  const hidesTexts = sections.length === 4 && sections[3]!.every(({ type }) => kShowsNothing.has(type));
  if (hidesTexts) return { kind, ofTexts, hidesTexts, shows: renderer(clean, budget) };
  if (!ofTexts && kind !== "year" && kind !== "time" && kind !== "shown") return { kind, ofTexts, shows: null };
  // A code that Excel would call damaged shows nothing at all, and is not tried again with each cell.
  if (rendered(clean, 1) === null && rendered(clean, "") === null)
    return { kind: kind === "date" || kind === "percent" ? kind : "number", ofTexts: false, shows: null };
  return { kind, ofTexts, shows: renderer(clean, budget) };
}

function renderer(code: string, budget: Budget): (value: number | string) => string | null {
  const before = new Map<number | string, string | null>();
  return (value) => {
    let text = before.get(value);
    if (text !== undefined) return text;
    budget.takeSteps(kShowing + code.length);
    text = rendered(code, value);
    budget.takeText(text?.length ?? 0);
    if (before.size >= kRemembered) before.clear();
    before.set(value, text);
    return text;
  };
}

/** Names that only the Chinese Excel writes, and its ! before a character that stands for itself. */
function asLibrary(code: string): string {
  return code.replace(
    /"[^"]*"|\\[^]|[_*][^]|!([^])|G\/通用格式|上午\/下午|\[DBNum\d\]|\[(?:黑色|蓝色|青色|绿色|洋红色?|红色|白色|黄色|颜色\s*\d+)\]/gi,
    (found, escaped: string | undefined) => {
      if (escaped !== undefined) return `\\${escaped}`;
      if (/^g/i.test(found)) return "General";
      if (found.startsWith("上")) return "AM/PM";
      // 三百 is 300: the same number in other digits.
      return found.startsWith("[") ? "" : found;
    },
  );
}

function kindOf(sections: readonly Token[][]): NumberKind {
  const first = sections[0] ?? [];
  if (first.some(({ type }) => type === "datetime" || type === "duration")) return kindOfTime(first);
  const numbers = sections.slice(0, 3);
  const conditions = numbers.some((section) => section.some(({ type }) => type === "condition"));
  const plain = numbers.map((section, i) => isPlain(section, i === 2 && !conditions));
  if (!plain.every(Boolean)) return "shown";
  const percents = numbers.map((section) => section.some(({ type }) => type === "percent"));
  const digits = numbers.map((section) => section.some(isDigit));
  if (!percents.includes(true)) return "number";
  return digits.every((any, i) => percents[i] || !any) ? "percent" : "shown";
}

function kindOfTime(section: readonly Token[]): NumberKind {
  const letters = section.map(({ type, value }) => (type === "datetime" ? value.toLowerCase() : "")).join("");
  if (/[ydeabg]/.test(letters)) return /[ye]/.test(letters) && !/[mdahs]/.test(letters) ? "year" : "date";
  if (/[hs]/.test(letters) || section.some(({ type }) => type === "duration")) return "time";
  return "date"; // m alone is a month
}

const kDigits = new Set(["zero", "hash", "qmark", "digit", "general"]);
const isDigit = ({ type }: Token): boolean => kDigits.has(type);
/** What stands around a number and says nothing about it: signs, spaces, brackets of negative ones, currencies. */
const kAround = new Set(["plus", "minus", "space", "paren", "skip", "fill", "color", "condition", "percent", "text"]);
const kInside = new Set(["point", "group", "exp"]);
const kDecoration = /^(?:[\s()¥￥$€£+\-–—−]|US\$|RMB|CNY)*$/;

/** Whether the number of the section is what is stored, rounded at most. */
function isPlain(section: readonly Token[], ofZero: boolean): boolean {
  const decorated = section.every(
    ({ type, value }) => kDigits.has(type) || kAround.has(type) || kInside.has(type) || decorates(type, value),
  );
  if (!decorated || section.some(({ type }) => type === "digit")) return false;
  const digits = section.filter(isDigit);
  if (digits.length === 0) return ofZero || (section.length === 1 && section[0]!.type === "text");
  // Leading zeros make a code of a number, a literal between digits moves the point: 0\.0, as 60.0 for 600,000.
  const point = section.findIndex(({ type }) => type === "point");
  const whole = point < 0 ? section : section.slice(0, point);
  const from = section.indexOf(digits[0]!);
  const to = section.lastIndexOf(digits[digits.length - 1]!);
  return (
    whole.filter(({ type }) => type === "zero").length <= 1 &&
    section.slice(from, to).every((token) => isDigit(token) || kInside.has(token.type))
  );
}

function decorates(type: string, value: string): boolean {
  if (type === "locale") return kDecoration.test(value.split("-")[0]!);
  return (type === "string" || type === "escaped" || type === "char") && kDecoration.test(value);
}

function changesTexts(sections: readonly Token[][]): boolean {
  const own = sections[3] ?? (sections.length === 1 ? sections[0]! : null);
  if (own === null) return false;
  return (
    own.some(({ type }) => type === "text") &&
    own.some(({ type, value }) => ["string", "escaped", "char"].includes(type) && value.trim() !== "")
  );
}

/** Colours and gaps. */
const kShowsNothing = new Set(["color", "condition", "skip", "space"]);

const kFirstDayOf1904 = 1462;

/** What a cell shows of its number: the number itself where the format only rounds or decorates it. */
export function formatted(value: number, { kind, shows }: NumberFormat, from1904: boolean): string | ShownNumber {
  switch (kind) {
    case "number":
      return numberText(value);
    case "percent":
      return percentText(value);
    case "date":
      return dateText(value, from1904) ?? numberText(value); // a date before 1900 is what Excel shows as ########
    case "year":
    case "time": {
      const text =
        timeText(value) === null || shows === null
          ? null
          : shows(value + (from1904 && kind === "year" ? kFirstDayOf1904 : 0));
      return text === null ? numberText(value) : { text, stored: numberText(value) };
    }
    case "shown": {
      const text = shows?.(value) ?? null;
      return text === null ? numberText(value) : readShown(text, value);
    }
  }
}

/** A text under a format that adds to texts; one that it hides is read all the same. */
export function formattedText(text: string, { ofTexts, hidesTexts, shows }: NumberFormat): string | ShownNumber {
  if (hidesTexts === true && text !== "") return { text, stored: "" };
  return ofTexts && text !== "" ? shows?.(text) || text : text;
}

function rendered(code: string, value: number | string): string | null {
  try {
    return tidied(format(code, value, { locale: "zh-CN" }));
  } catch {
    return null;
  }
}
