// SPDX-License-Identifier: MIT
//
// Exact arithmetic: fractions of big integers, and comparisons of square roots that never take one.

/** A fraction from "12.50", 12, 12n or a fraction; null (not known) stays null. */
export function fraction(value) {
  if (value === null || value === undefined) return null;
  if (typeof value === "object") return value;
  if (typeof value === "bigint") return { n: value, d: 1n };
  const text = String(value);
  const [, sign, whole, decimals = ""] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) throw new Error(`no decimal number: ${text}`);
  const n = BigInt(whole + decimals);
  return { n: sign === "-" ? -n : n, d: 10n ** BigInt(decimals.length) };
}

export const zero = { n: 0n, d: 1n };
export const one = { n: 1n, d: 1n };

/** What is not known makes every result unknown. */
const known =
  (of) =>
  (...values) => {
    const all = values.map(fraction);
    return all.includes(null) ? null : of(...all);
  };

export const add = known((a, b) =>
  a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d },
);
export const minus = known((a, b) => add(a, { n: -b.n, d: b.d }));
export const times = known((a, b) => ({ n: a.n * b.n, d: a.d * b.d }));
/** Null for a division by zero: there is no such value. */
export const over = known((a, b) => {
  if (b.n === 0n) return null;
  return b.n > 0n ? { n: a.n * b.d, d: a.d * b.n } : { n: -a.n * b.d, d: -a.d * b.n };
});
export const sum = (values) => values.reduce((total, value) => add(total, value), zero);

/** -1, 0 or 1; both must be known. */
export function compare(a, b) {
  const [left, right] = [fraction(a), fraction(b)];
  const difference = left.n * right.d - right.n * left.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Rounded up to a whole number. */
export const ceiling = known(({ n, d }) => {
  const down = n / d;
  return { n: n > down * d ? down + 1n : down, d: 1n };
});

const kDigits = 25; // more than a double can hold

/** The nearest double, or one beside it. */
export function toNumber(value) {
  if (value === null) return null;
  const { n, d } = value;
  if (n === 0n) return 0;
  const size = (big) => (big < 0n ? -big : big).toString().length;
  const shift = kDigits + size(d) - size(n);
  const quotient = shift >= 0 ? (n * 10n ** BigInt(shift)) / d : n / (d * 10n ** BigInt(-shift));
  return Number(`${quotient}e${-shift}`);
}

/** The whole part of the square root. */
function rootOf(n) {
  if (n < 2n) return n;
  let guess = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (guess + n / guess) >> 1n;
    if (next >= guess) return guess;
    guess = next;
  }
}

/** √value where it is a fraction, else null. */
function exactRoot({ n, d }) {
  const product = n * d; // √(n/d) = √(n·d) / d
  const root = rootOf(product);
  return root * root === product ? { n: root, d } : null;
}

/**
 * Compares √a + √b + … with a limit. Roots that are fractions are added exactly; the others are enclosed with ever more
 * digits. That comes to an end: a sum of positive roots of which one is irrational is no fraction.
 */
export function compareRoots(values, limit) {
  const exact = values.map(exactRoot);
  const rest = minus(limit, sum(exact.filter((root) => root !== null)));
  const open = values.filter((_, i) => exact[i] === null);
  if (open.length === 0) return compare(zero, rest);
  for (let digits = 20n; ; digits *= 2n) {
    const scale = 10n ** digits;
    const below = open.reduce((total, { n, d }) => total + rootOf((n * scale * scale) / d), 0n);
    if (compare({ n: below, d: scale }, rest) >= 0) return 1;
    if (compare({ n: below + BigInt(open.length), d: scale }, rest) <= 0) return -1;
  }
}
