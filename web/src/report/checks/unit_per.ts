// SPDX-License-Identifier: MIT
//
// What a mean or a price is for one of, and powers of ten that two numbers are apart.

import { type Exact, near, over, plainText } from "../exact.ts";
import type { Figure } from "../figures.ts";
import { unitAt } from "../units.ts";

export const whole = (count: number): Exact => ({ n: BigInt(count), d: 1n });

/** Off by a power of ten: 10^4, 10^3, 10^8 and their inverses. */
export function powerOff(ratio: number): number {
  for (const power of [4, -4, 8, -8, 3, -3]) if (Math.abs(ratio / 10 ** power - 1) < 0.06) return power;
  return 0;
}

export function scaled(value: Exact, like: Figure): string {
  const shift = like.shift === 0 && near(value) >= 1e6 ? 4 : like.shift;
  const word = shift === 8 ? "亿" : shift === 4 ? "万" : "";
  return `${plainText(over(value, whole(10 ** shift)), 4)}${word}${like.unit.id}`;
}

const kPer: readonly (readonly [words: RegExp, unit: string, times: number])[] = [
  [/每百名(?:学生)?|百名学生|每百生|百生/, "人", 100],
  [/生均|人均|每生/, "人", 1],
  [/校均|平均每校|每校|平均每所/, "所", 1],
  [/班均|平均班额|平均每班|每班/, "班", 1],
  [/平均每个|每个项目/, "个", 1],
];

interface Per {
  readonly unit: string;
  readonly by: number;
  readonly counts: (figure: Figure) => boolean;
}

/** What a mean is for one of: 生均, 每百名学生, 平均每栋. */
export function perOf(clause: string): Per | null {
  const known = kPer.find(([words]) => words.test(clause));
  if (known !== undefined)
    return {
      unit: known[1],
      by: known[2],
      counts: ({ unit }) => unit.id === known[1] || (known[1] === "人" && unit.id === "人次"),
    };
  const [, word = ""] = /每个?([^，,；;。年月天学期\d][^，,；;。\d]{0,3})/.exec(clause) ?? [];
  const found = unitAt(word, 0);
  if (found === null || found.unit.kind === "time") return null;
  const way = word.slice(0, found.length);
  return { unit: found.unit.id, by: 1, counts: ({ text }) => text.endsWith(way) };
}
