// SPDX-License-Identifier: MIT
//
// Sealed files as the commands take them: computed again first, because nothing else is known of them.

import type { Text } from "../engine/junheng.d.ts";
import type { Checked, Publisher } from "../publish/publisher.d.ts";
import { Stop } from "./exits.ts";
import { inertLine } from "./inert.ts";
import { readInput } from "./input.ts";

/** What is known of a file that was checked. */
export const kStates: Readonly<Record<Checked["state"], Text>> = {
  agrees: { zh: "与其数据一致", en: "agrees with its data" },
  own: { zh: "与其数据一致，用的是自定办法", en: "agrees with its data, under a standard of one's own" },
  program: {
    zh: "数字与数据一致，但所带程序不是已知版本",
    en: "agrees with its data, but carries a program that is not known",
  },
  differs: { zh: "与其数据不一致，可能被改动过", en: "differs from what its data give: it may have been changed" },
};

export async function checkedFile(publisher: Publisher, name: string): Promise<Checked> {
  const { bytes } = await readInput(name);
  const checked = publisher.check(bytes);
  if (checked !== null) return checked;
  const file = inertLine(name);
  throw new Stop("data", {
    zh: `“${file}”不是封存包或公布的单个网页，或所用的办法不认识。`,
    en: `“${file}” is no sealed or published file, or its standard is not known.`,
  });
}
