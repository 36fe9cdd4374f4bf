// SPDX-License-Identifier: MIT
//
// Conditions of entry, which stand beside the parts: where one is not met, neither is the standard.

import type { County, Item, Standard, Text } from "../engine/junheng.d.ts";

interface EntryCondition {
  item: Item;
  /** What was found against it; of one that nobody can judge yet, the first thing that could be said of it. */
  reasons: Text[];
}

export function entryConditions(county: County, standard: Standard): EntryCondition[] {
  const ids = new Set(standard.supplements.filter((rule) => rule.entry).map((rule) => rule.id));
  return county.supplements
    .filter((item) => ids.has(item.id))
    .map((item) => ({ item, reasons: item.verdict === "pass" ? [] : reasons(item) }));
}

function reasons({ verdict, checks }: Item): Text[] {
  const failing = checks.filter((check) => check.verdict === "fail");
  const open = checks.filter((check) => check.verdict !== "pass").slice(0, 1);
  return (verdict === "fail" ? failing : open).map((check) => check.message);
}
