// SPDX-License-Identifier: MIT
//
// What the public can no longer compute because of what was left out: the publisher must know before anybody else asks.

import type { Evaluation } from "../engine/junheng.d.ts";
import type { Answer } from "./published.ts";
import type { Publication } from "./publisher.d.ts";

type Lost = Publication["lost"][number];
type Entry = Omit<Lost, "published">;

export function lostByPublishing(whole: Answer | null, published: Answer): Lost[] {
  if (whole === null) return [];
  const left = entries(published.evaluation);
  const key = ({ county, kind, id }: Entry): string => JSON.stringify([county, kind, id]);
  const found = new Map(left.map((entry) => [key(entry), entry.whole]));
  return entries(whole.evaluation)
    .map((entry) => ({ ...entry, published: found.get(key(entry)) ?? null }))
    .filter((entry) => entry.whole !== entry.published);
}

function entries({ counties }: Evaluation): Entry[] {
  return counties.flatMap((county): Entry[] => {
    const of = county.name;
    return [
      { county: of, kind: "county", id: "", title: null, whole: county.verdict },
      ...county.parts.flatMap((part): Entry[] => [
        { county: of, kind: "part", id: part.id, title: part.title, whole: part.verdict },
        ...part.items.map((item): Entry => ({
          county: of,
          kind: "item",
          id: item.id,
          title: item.title,
          whole: item.verdict,
        })),
      ]),
      ...county.stages.flatMap((stage) =>
        stage.indicators.map((one): Entry => ({
          county: of,
          kind: "coefficient",
          id: `${stage.stage}.${one.id}`,
          title: null,
          whole: one.cvText,
        })),
      ),
    ];
  });
}
