// SPDX-License-Identifier: MIT
//
// A relation is what a number would be, were it made of others near it: a share, a growth, a step, a sum, a product, a mean.
// They are found by arithmetic between quantities whose units fit, whatever the words between them; words only say how
// likely it is that one is meant.

import { type Exact, compare, kZero, subtract } from "../exact.ts";
import type { Figure } from "../figures.ts";
import type { CheckId } from "../finding.ts";

export type RelationKind = "ratio" | "growth" | "difference" | "sum" | "product" | "quotient";

export interface Relation {
  readonly kind: RelationKind;
  readonly value: Exact;
  readonly others: readonly Figure[];
  /** “174 ÷ 598”, without what it gives. */
  readonly formula: string;
  /**
   * So many digits a number must have for a slip of this to be no chance. Of one digit every number is a slip of every
   * other, of two one in four, of three one in thirty; where words say that it is meant, fewer are enough.
   */
  readonly digits: number;
}

/** It may say that a number is right, and never that it is wrong. */
export const kNever = 99;

/** Under which check a relation is said. */
export const kChecks: Readonly<Record<RelationKind, CheckId>> = {
  ratio: "ratio",
  growth: "growth",
  difference: "growth",
  sum: "sum",
  product: "unit",
  quotient: "unit",
};

/** The larger of two first, and how far they are apart. */
export function apart(a: Figure, b: Figure): { more: Figure; less: Figure; gap: Exact } {
  const [more, less] = compare(a.value, b.value) >= 0 ? [a, b] : [b, a];
  return { more, less, gap: subtract(more.value, less.value) };
}

export const isAboveZero = (value: Exact): boolean => compare(value, kZero) > 0;

/** Every two of them once. */
export const pairsOf = (figures: readonly Figure[]): (readonly [Figure, Figure])[] =>
  figures.flatMap((a, at) => figures.slice(at + 1).map((b) => [a, b] as const));
