// SPDX-License-Identifier: MIT
//
// Fractions of whole numbers, and the span that a printed number stands for: what was rounded may have been anything
// between half a step below and half a step above, and only what lies outside of it contradicts.

export interface Exact {
  readonly n: bigint;
  /** Above zero. */
  readonly d: bigint;
}

export const kZero: Exact = { n: 0n, d: 1n };

export function fraction(n: bigint, d: bigint): Exact {
  return d < 0n ? { n: -n, d: -d } : { n, d };
}

/** Of digits with at most one point, and a sign. */
export function exactOf(text: string): Exact {
  const [whole = "0", part = ""] = text.split(".");
  return { n: BigInt(`${whole}${part}`), d: 10n ** BigInt(part.length) };
}

export const add = (a: Exact, b: Exact): Exact => fraction(a.n * b.d + b.n * a.d, a.d * b.d);
export const subtract = (a: Exact, b: Exact): Exact => fraction(a.n * b.d - b.n * a.d, a.d * b.d);
export const times = (a: Exact, b: Exact): Exact => fraction(a.n * b.n, a.d * b.d);
/** `b` is not zero. */
export const over = (a: Exact, b: Exact): Exact => fraction(a.n * b.d, a.d * b.n);
export const compare = (a: Exact, b: Exact): number => {
  const left = a.n * b.d;
  const right = b.n * a.d;
  return left < right ? -1 : left > right ? 1 : 0;
};
export const sumOf = (all: readonly Exact[]): Exact => all.reduce(add, kZero);
/** For finding what is near; never for deciding. */
export const near = (a: Exact): number => {
  const scaled = (a.n * 1_000_000_000n) / a.d;
  return Number(scaled) / 1e9;
};

/** Half up, with so many decimals. */
export function textOf(value: Exact, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  const negative = value.n < 0n;
  const twice = (negative ? -value.n : value.n) * scale * 2n + value.d;
  const digits = (twice / (value.d * 2n)).toString().padStart(decimals + 1, "0");
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return negative && /[1-9]/.test(text) ? `-${text}` : text;
}

/** As short as it can be said: a fraction that does not end has `most` decimals. */
export function plainText(value: Exact, most = 4): string {
  const text = textOf(value, most);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** Both ends belong to it: half a step is rounded up by some and down by others. */
export interface Range {
  readonly from: Exact;
  readonly to: Exact;
}

export const around = (value: Exact, half: Exact): Range => ({ from: subtract(value, half), to: add(value, half) });
const isPoint = ({ from, to }: Range): boolean => compare(from, to) === 0;
/** Two that were both rounded and only touch do not meet: one of the ends belongs to the next number. */
export function meet(a: Range, b: Range): boolean {
  const most = isPoint(a) || isPoint(b) ? 0 : -1;
  return compare(a.from, b.to) <= most && compare(b.from, a.to) <= most;
}
export const addRanges = (a: Range, b: Range): Range => ({ from: add(a.from, b.from), to: add(a.to, b.to) });
export const subtractRanges = (a: Range, b: Range): Range => ({
  from: subtract(a.from, b.to),
  to: subtract(a.to, b.from),
});
/** Of numbers that are not below zero; null where `b` may be zero. */
export const divideRanges = (a: Range, b: Range): Range | null =>
  compare(b.from, kZero) <= 0 ? null : { from: over(a.from, b.to), to: over(a.to, b.from) };
export const timesRanges = (a: Range, b: Range): Range => ({ from: times(a.from, b.from), to: times(a.to, b.to) });
export const scaleRange = (a: Range, by: Exact): Range => ({ from: times(a.from, by), to: times(a.to, by) });
