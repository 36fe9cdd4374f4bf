// SPDX-License-Identifier: MIT
//
// All that a standard of one's own says otherwise than the built-in one it is made from, as the engine lists it.

import type { Standard } from "../engine/junheng.d.ts";
import { element, tableBox } from "../kit/dom.ts";
import { fill } from "../words/fill.ts";
import type { RoomWords } from "./room_words.ts";

/** A standard that differs everywhere is not read to its end. */
const kMostShown = 500;

/** Null of one that is built in, and of one that is made from none. */
export function changesTable(standard: Standard, said: RoomWords): HTMLElement | null {
  const { own } = standard;
  if (own === undefined || own.changes.length === 0) return null;
  const { words } = said;
  const rows = own.changes
    .slice(0, kMostShown)
    .map(({ kind, path, before, after }) =>
      element(
        "tr",
        {},
        element("th", { scope: "row" }, placeName(path, standard, said)),
        element("td", {}, words.kinds[kind]),
        element("td", {}, before ?? ""),
        element("td", {}, after ?? ""),
      ),
    );
  return tableBox({
    caption: fill(words.changesCaption, { count: own.changes.length }),
    heads: [words.place, words.kind, words.before, words.after],
    rows,
    attributes: { id: "own-changes" },
    label: words.changesHeading,
  });
}

/** Lists, of which the row says what it is. */
const kUnsaid = new Set(["indicators", "parts", "items", "supplements", "checks", "value"]);

/** "/indicators/sports_area/threshold/primary/value" as people call it; what has no name stays as the file has it. */
function placeName(path: string, standard: Standard, { words, shared, language }: RoomWords): string {
  const rules = [...standard.parts.flatMap(({ items }) => items), ...standard.supplements];
  const named = path
    .split("/")
    .slice(1)
    .map((step) => {
      const stage = shared.stage[step as keyof typeof shared.stage] as string | undefined;
      if (stage !== undefined) return stage;
      if (kUnsaid.has(step)) return "";
      if (step === "threshold") return shared.threshold;
      if (step === "limit" || step === "limits") return shared.limit;
      if (step === "balanceRule") return words.balanceRule;
      if (step === "unitRule") return words.unitRule;
      if (step === "meetAtLeast") return words.meetAtLeast;
      if (step === "floor") return words.floor;
      const indicator = standard.indicators.find(({ id }) => id === step)?.title[language];
      const part = standard.parts.find(({ id }) => id === step)?.title[language];
      const option = standard.options.find(({ id }) => id === step)?.title[language];
      const item = rules.find(({ id }) => id === step);
      if (item !== undefined) return `${item.id} ${item.title[language]}`;
      const checks = rules.flatMap((rule) => (path.includes(`/${rule.id}/`) ? rule.checks : []));
      const check = checks.find(({ id }) => id === step)?.title[language];
      const limit = checks.flatMap(({ limits }) => limits).find(({ id }) => id === step)?.about[language];
      return indicator ?? part ?? option ?? check ?? limit ?? step;
    });
  return named.filter((part) => part !== "").join(" › ");
}
