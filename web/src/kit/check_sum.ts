// SPDX-License-Identifier: MIT
//
// Tells apart what differs by accident. Whoever wants to deceive is what SHA-256 is for.

/** FNV-1a of 32 bits. */
export function fnv1a(units: Iterable<number>): number {
  let sum = 0x811c9dc5;
  for (const unit of units) sum = Math.imul(sum ^ unit, 0x01000193) >>> 0;
  return sum;
}

export function hex32(sum: number): string {
  return sum.toString(16).padStart(8, "0");
}
