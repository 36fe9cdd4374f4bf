// SPDX-License-Identifier: MIT
//
// Numbers in Chinese numerals, plain (一千二百, 九十五点六) and of accounts (壹佰贰拾叁).

import { type Exact, exactOf } from "./exact.ts";

const kDigits = "零一二三四五六七八九";
const kAccounts: Readonly<Record<string, string>> = {
  壹: "一", 贰: "二", 叁: "三", 肆: "四", 伍: "五", 陆: "六", 柒: "七", 捌: "八", 玖: "九",
  拾: "十", 佰: "百", 仟: "千", 〇: "零", 两: "二",
}; // prettier-ignore
const kPowers: Readonly<Record<string, bigint>> = { 十: 10n, 百: 100n, 千: 1000n };
const kGroups: Readonly<Record<string, bigint>> = { 万: 10_000n, 亿: 100_000_000n };

/** Null where it is none: 百百, 万 alone. */
export function chineseNumber(words: string): Exact | null {
  const plain = [...words].map((one) => kAccounts[one] ?? one).join("");
  const [whole = "", part] = plain.split("点");
  const units = wholeOf(whole);
  if (units === null) return null;
  if (part === undefined) return { n: units, d: 1n };
  const digits = [...part].map((one) => kDigits.indexOf(one));
  return digits.includes(-1) ? null : exactOf(`${String(units)}.${digits.join("")}`);
}

function wholeOf(words: string): bigint | null {
  if (words === "") return null;
  // 二〇二四: digit by digit
  if (words.length > 1 && [...words].every((one) => kDigits.includes(one)))
    return BigInt([...words].map((one) => kDigits.indexOf(one)).join(""));
  let total = 0n;
  let group = 0n;
  let digit: bigint | null = null;
  for (const one of words) {
    const value = kDigits.indexOf(one);
    const power = kPowers[one];
    const large = kGroups[one];
    if (value >= 0) digit = BigInt(value);
    else if (power !== undefined) {
      if (digit === null && group > 0n) return null;
      group += (digit ?? 1n) * power;
      digit = null;
    } else if (large !== undefined) {
      if (group + (digit ?? 0n) === 0n) return null;
      total = (total + group + (digit ?? 0n)) * (large > total || total === 0n ? large : 1n);
      group = 0n;
      digit = null;
    } else return null;
  }
  return total + group + (digit ?? 0n);
}
