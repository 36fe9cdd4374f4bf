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
/** The greater first: in 四亿二千万 the 万 counts what follows 亿, in 九万八千万 the last of them counts all before it. */
const kGroups: readonly (readonly [string, bigint])[] = [
  ["亿", 100_000_000n],
  ["万", 10_000n],
];

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
  for (const [mark, scale] of kGroups) {
    const at = words.lastIndexOf(mark);
    if (at < 0) continue;
    const many = wholeOf(words.slice(0, at));
    const rest = words.slice(at + 1).replace(/^零/, "");
    const few = rest === "" ? 0n : wholeOf(rest);
    return many === null || many === 0n || few === null ? null : many * scale + few;
  }
  return groupOf(words);
}

/** Below 万. */
function groupOf(words: string): bigint | null {
  let group = 0n;
  let digit: bigint | null = null;
  for (const one of words) {
    const value = kDigits.indexOf(one);
    const power = kPowers[one];
    if (value >= 0) digit = BigInt(value);
    else if (power !== undefined) {
      if (digit === null && group > 0n) return null;
      group += (digit ?? 1n) * power;
      digit = null;
    } else return null;
  }
  return group + (digit ?? 0n);
}
