// SPDX-License-Identifier: MIT
//
// Chance that is the same every time: a seed gives one county.

export class Random {
  constructor(seed) {
    this.state = seed >>> 0;
  }
  /** Uniform below 1 (mulberry32). */
  unit() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }
  chance(probability) {
    return this.unit() < probability;
  }
  /** A whole number, both ends included. */
  whole(from, to) {
    return from + Math.floor(this.unit() * (to - from + 1));
  }
  pick(list) {
    return list[Math.floor(this.unit() * list.length)];
  }
  /** {name: weight}: a name. */
  weighted(weights) {
    let at = this.unit() * Object.values(weights).reduce((a, b) => a + b, 0);
    for (const [name, weight] of Object.entries(weights)) {
      at -= weight;
      if (at < 0) return name;
    }
    return Object.keys(weights).at(-1);
  }
  shuffled(list) {
    const all = [...list];
    for (let i = all.length - 1; i > 0; i -= 1) {
      const j = this.whole(0, i);
      [all[i], all[j]] = [all[j], all[i]];
    }
    return all;
  }
}

/** value × factor of two decimals as texts, exact: decimals of a product are decimals again. */
export function product(...factors) {
  let digits = 0;
  let n = 1n;
  for (const factor of factors) {
    const [whole, decimals = ""] = String(factor).split(".");
    n *= BigInt(whole + decimals);
    digits += decimals.length;
  }
  return decimal(n, digits);
}

/** n / 10^digits without idle zeros. */
export function decimal(n, digits) {
  if (digits === 0) return String(n);
  const text = String(n).padStart(digits + 1, "0");
  const whole = text.slice(0, -digits);
  const rest = text.slice(-digits).replace(/0+$/, "");
  return rest === "" ? whole : `${whole}.${rest}`;
}
