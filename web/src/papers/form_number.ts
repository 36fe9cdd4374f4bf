// SPDX-License-Identifier: MIT
//
// Numbers with the decimals that the official form asks for. Half up, on digits and not in binary, as the engine and
// spreadsheets do; never on the other side of a limit than the verdict says.

import { numberText } from "../files/number_text.ts";

/** `text`: of a number in plain notation. Null: it is none. */
export function rounded(text: string, decimals: number): string | null {
  const number = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (number === null) return null;
  const [, sign = "", whole = "", fraction = ""] = number;
  const kept = BigInt(whole + fraction.padEnd(decimals, "0").slice(0, decimals));
  const up = (fraction[decimals] ?? "0") >= "5";
  const digits = String(up ? kept + 1n : kept).padStart(decimals + 1, "0");
  const cut = digits.length - decimals;
  const shown = decimals === 0 ? digits : `${digits.slice(0, cut)}.${digits.slice(cut)}`;
  return /[1-9]/.test(shown) ? sign + shown : shown;
}

/** The point so many places to the right; to the left where it is less than 0. */
export function shifted(text: string, places: number): string | null {
  const number = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (number === null) return null;
  const [, sign = "", whole = "", fraction = ""] = number;
  const digits = whole.padStart(whole.length + Math.max(-places, 0), "0") + fraction.padEnd(Math.max(places, 0), "0");
  const point = whole.length + Math.max(-places, 0) + places;
  const plain = digits.slice(0, point).replace(/^0+(?=\d)/, "");
  const rest = digits.slice(point).replace(/0+$/, "");
  return `${sign}${plain}${rest === "" ? "" : `.${rest}`}`;
}

type Compare = "atLeast" | "above" | "atMost" | "below";

function holds(value: number, limit: number, compare: Compare): boolean {
  if (compare === "atLeast") return value >= limit;
  if (compare === "above") return value > limit;
  return compare === "atMost" ? value <= limit : value < limit;
}

/** A number that was judged, as it is to be shown. */
interface JudgedNumber {
  readonly value: number | null;
  /** As the engine shows it: taken where so few decimals would say something else. */
  readonly text: string | null;
  readonly limit: number | null;
  readonly compare: Compare | null;
  readonly met: boolean;
}

/** `places`: 2 where a share is shown in percent. Null: not known. */
export function besideLimit(number: JudgedNumber, decimals: number, places = 0): string | null {
  const { value, text, limit, compare, met } = number;
  if (value === null || text === null) return null;
  const plain = shifted(numberText(value), places);
  const short = plain === null ? null : rounded(plain, decimals);
  const bare = text.replace(/\s*%$/, "");
  if (short === null) return bare;
  if (limit === null || compare === null) return short;
  const bar = Number(shifted(numberText(limit), places));
  return holds(Number(short), bar, compare) === met ? short : bare;
}

/** Of whole numbers, in percent; more decimals where it would seem to be all of them and is not, or none and is some. */
export function percentOf(part: number, whole: number, decimals: number): string | null {
  if (whole === 0) return null;
  const scale = 10n ** BigInt(decimals + 2);
  const [top, base] = [BigInt(part), BigInt(whole)];
  const up = (top * scale * 2n + base) / (base * 2n);
  if (part !== whole && part !== 0 && (up === scale || up === 0n)) return percentOf(part, whole, decimals + 1);
  return rounded(shifted(String(up), -decimals) ?? "", decimals);
}
