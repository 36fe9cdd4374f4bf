// SPDX-License-Identifier: MIT
//
// Numbers of a sheet as text. Excel keeps binary numbers and shows 15 significant digits: 0.1+0.2 is 0.3 there, and what
// a person sees in the cell is what the table says. All shifting is done on digits, never in binary.

const kDigits = 15;
/** Beyond these a plain number would be a row of zeros. */
const kLargestExponent = 20;
const kSmallestExponent = -20;

/** At most 15 significant digits, no thousands marks, plain notation for every size that a table of schools can have. */
export function numberText(value: number): string {
  if (value === 0) return "0"; // also -0
  // The shortest digits that mean this number are the right ones unless there are too many of them: nearly always, and
  // ten times faster than the exact 15.
  const short = String(value);
  if (short.length <= kDigits && !short.includes("e")) return short;
  const [mantissa = "", power = "0"] = value.toExponential(kDigits - 1).split("e");
  const exponent = Number(power);
  const sign = value < 0 ? "-" : "";
  const digits = mantissa.replace(/[-.]/g, "").replace(/0+$/, "");
  if (exponent > kLargestExponent || exponent < kSmallestExponent) {
    return `${sign}${digits[0]}${digits.length > 1 ? `.${digits.slice(1)}` : ""}E${exponent < 0 ? "-" : "+"}${Math.abs(exponent)}`;
  }
  return sign + placePoint(digits, exponent + 1);
}

/** 0.2896 → 28.96%. */
export function percentText(value: number): string {
  const text = numberText(value);
  if (text.includes("E") || text === "0") return `${text}%`;
  const sign = value < 0 ? "-" : "";
  const [whole = "", fraction = ""] = text.slice(sign.length).split(".");
  const digits = (whole + fraction).replace(/^0+/, "");
  const leading = whole.length + fraction.length - digits.length;
  return `${sign}${placePoint(digits.replace(/0+$/, ""), whole.length - leading + 2)}%`;
}

/** The point behind so many of the digits, which neither begin nor end with zero. */
function placePoint(digits: string, whole: number): string {
  if (whole <= 0) return `0.${"0".repeat(-whole)}${digits}`;
  if (digits.length <= whole) return digits + "0".repeat(whole - digits.length);
  return `${digits.slice(0, whole)}.${digits.slice(whole)}`;
}

const kSecondsOfDay = 86_400;
const kLastDay = 2_958_465; // 9999-12-31
const k1904 = 1462;
/** Excel believes in a 29 February 1900, so days before 1 March are counted from one day later. */
const kEpoch = Date.UTC(1899, 11, 30);
const kFirstRealDay = 61;

/**
 * The day that a number means as 2024-09-01, with the time of day where it has one; null where it means none.
 * Computed as if in UTC: a day has no time zone here.
 */
export function dateText(value: number, from1904: boolean): string | null {
  const serial = from1904 ? value + k1904 : value;
  let day = Math.floor(serial);
  let second = Math.round((serial - day) * kSecondsOfDay);
  if (second === kSecondsOfDay) {
    day += 1;
    second = 0;
  }
  if (!(day >= 1 && day <= kLastDay)) return null; // also no number at all
  if (day === kFirstRealDay - 1) return "1900-02-29";
  const date = new Date(kEpoch + (day < kFirstRealDay ? day + 1 : day) * kSecondsOfDay * 1000);
  const text = `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
  return second === 0 ? text : `${text} ${clock(second)}`;
}

/** 2024-09-01T08:30:00 as dateText() writes it. */
export function isoDateText(iso: string): string {
  return iso
    .replace(/(:\d\d):00(\.0+)?Z?$/, "$1")
    .replace(/T00:00Z?$/, "")
    .replace("T", " ");
}

/** A time of day, or a length of time of any hours. */
export function timeText(value: number): string | null {
  return value < 0 || value > kLastDay ? null : clock(Math.round(value * kSecondsOfDay));
}

const two = (part: number): string => (part < 10 ? `0${part}` : String(part));

function clock(seconds: number): string {
  const text = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? text : `${text}:${two(seconds % 60)}`;
}
