// SPDX-License-Identifier: MIT
//
// How a run ends. Verdicts are 0, 1 and 2, so that a shell tells them apart; what went wrong has the numbers of
// sysexits.h, which no verdict and no crash of Node uses.

import type { Text } from "../engine/junheng.d.ts";

export const kExits = {
  pass: 0,
  fail: 1,
  unknown: 2,
  usage: 64,
  data: 65,
  noInput: 66,
  internal: 70,
  output: 74,
} as const;

export type Exit = keyof typeof kExits;

/** What each of them means, for help and manual. */
export const kExitMeans: Readonly<Record<Exit, Text>> = {
  pass: { zh: "达标；不作判定的命令：已完成", en: "meets the standard; of commands that judge nothing: done" },
  fail: {
    zh: "有区县不达标；compare：两份不同；check：有不一致；plan：没有可行方案",
    en: "some county fails; compare: the two differ; check: a number does not fit; plan: there is none",
  },
  unknown: {
    zh: "没有不达标，但有区县数据不足；check：没有可以核对的地方",
    en: "none fails, some lack data; check: nothing in it can be checked",
  },
  usage: { zh: "命令行写错了", en: "the command line is wrong" },
  data: { zh: "输入读不懂：不是表格、没有认得的列", en: "bad input: no table, no known column" },
  noInput: { zh: "输入文件不存在或打不开", en: "an input file is missing or cannot be opened" },
  internal: { zh: "程序自身出错，或内存不够", en: "the program failed, or memory ran out" },
  output: { zh: "写不出去：磁盘已满、管道已关", en: "output failed: disk full, pipe closed" },
};

/** From good to bad: of several files the worst decides. */
const kOrder: readonly Exit[] = ["pass", "unknown", "fail", "data", "noInput", "usage", "output", "internal"];

export function worse(one: Exit, other: Exit): Exit {
  return kOrder.indexOf(one) >= kOrder.indexOf(other) ? one : other;
}

/** Ends the run, or the file it is about, with a sentence; thrown inside this room and caught by cli.ts and jobs. */
export class Stop extends Error {
  readonly exit: Exit;
  readonly said: Text;

  constructor(exit: Exit, said: Text) {
    super(said.en);
    this.exit = exit;
    this.said = said;
  }
}
