// SPDX-License-Identifier: MIT
//
// How far two numbers are from each other, as people read coefficients.

const kDigits = 4;
const kMostDigits = 12;

/** So many digits, and as many more as it takes where the two are nearer to each other than those can tell. */
export function distanceDigits(apart: number, digits: number = kDigits): number {
  let told = digits;
  while (told < kMostDigits && apart > 0 && Number(apart.toFixed(told)) === 0) told += 1;
  return told;
}

/** Without its sign. */
export function distanceText(one: number, other: number, digits: number = kDigits): string {
  const apart = Math.abs(one - other);
  return apart.toFixed(distanceDigits(apart, digits));
}
