// SPDX-License-Identifier: MIT
//
// The clock of this machine, which may be anything: not a number, before all time, at the end of it. What is made from
// it is stored and printed, so it is looked at first.

/** 1970 to 9999: all that can be written with four digits of a year. */
const kLatest = 253_402_300_799_999;

/** Milliseconds; null where they name no time. */
export function soundTime(when: unknown): number | null {
  return typeof when === "number" && when > 0 && when <= kLatest ? Math.floor(when) : null;
}

/** Null where the clock is broken. */
export function now(): number | null {
  try {
    return soundTime(Date.now());
  } catch {
    return null;
  }
}
