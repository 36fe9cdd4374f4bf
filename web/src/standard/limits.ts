// SPDX-License-Identifier: MIT
//
// Which numbers of a standard can be another county's: thresholds, limits of coefficients, how many are to be met and how
// far the others may be below, limits of items. Each with its place in the file (junheng.standard/1) and what it is now.

import type { CountRule, ItemRule, Limit, NamedLimit, Stage, Standard, Text } from "../engine/junheng.d.ts";

/** In a file: keys, and of rows of a list their id in front of "@". */
type Step = string;

export interface EditableLimit {
  /** Its steps, joined. */
  readonly key: string;
  readonly path: readonly Step[];
  readonly kind: "threshold" | "cvLimit" | "compositeLimit" | "meetAtLeast" | "floor" | "check";
  readonly indicator: Standard["indicators"][number] | null;
  /** Of rules for a part's items: which part. */
  readonly part: Standard["parts"][number] | null;
  readonly check: CheckedLimit | null;
  readonly percent: boolean;
  readonly stage: Stage | null;
  /** As a person writes it; shares in percent. */
  readonly text: string;
}

interface CheckedLimit {
  readonly item: ItemRule;
  readonly check: ItemRule["checks"][number];
  readonly compare: NamedLimit["compare"];
  /** Where the check has several: for whom, and under which choice. */
  readonly about: readonly Text[];
}

/** "@id": the row of that id in a list. */
const row = (id: string): Step => `@${id}`;

function limitsOf(
  limits: Standard["compositeLimits"],
  kind: EditableLimit["kind"],
  path: readonly Step[],
  indicator: EditableLimit["indicator"],
): EditableLimit[] {
  return (Object.entries(limits) as [Stage, Limit | null][]).flatMap(([stage, limit]) =>
    limit === null ? [] : [made({ kind, path: [...path, stage], indicator, stage, text: limit.text })],
  );
}

function ruleOf(rule: CountRule | null, path: readonly Step[], part: EditableLimit["part"]): EditableLimit[] {
  if (rule === null) return [];
  return [
    made({ part, kind: "meetAtLeast", path: [...path, "meetAtLeast"], text: String(rule.meetAtLeast) }),
    made({ part, kind: "floor", path: [...path, "floor"], text: rule.floorText }),
  ];
}

/** Of the items the limit that all ways of a check have in common, or those that have a name each. */
function itemsOf(items: readonly ItemRule[], path: readonly Step[], { options }: Standard): EditableLimit[] {
  const choiceOf = ({ onlyWhen }: NamedLimit): Text[] => {
    const choices = options.find(({ id }) => id === onlyWhen?.option)?.choices ?? [];
    return choices.flatMap(({ id, title }) => (id === onlyWhen?.choice ? [title] : []));
  };
  return items.flatMap((item) =>
    item.checks.flatMap((check) => {
      const place = [...path, row(item.id), "checks", row(check.id)];
      const one = (limit: NonNullable<typeof check.limit>, steps: Step[], about: Text[], stage: Stage | null = null) =>
        made({
          ...{ kind: "check", path: [...place, ...steps], stage, text: limit.text },
          check: { item, check, compare: limit.compare, about },
        });
      return [
        ...(check.limit === null ? [] : [one(check.limit, ["limit"], [])]),
        // Of several ways with one limit the last speaks for it: they ask for less and less.
        ...[...new Map(check.limits.map((limit) => [limit.id, limit])).values()].map((limit) =>
          one(limit, ["limits", row(limit.id), "value"], [...choiceOf(limit), limit.schools, limit.about], limit.stage),
        ),
      ];
    }),
  );
}

type Said = Pick<EditableLimit, "kind" | "path" | "text"> & Partial<EditableLimit>;

/** `text`: as the engine says it, shares with their sign. */
function made({ text, ...limit }: Said): EditableLimit {
  const number = text.replace(/\s*%$/, "");
  return {
    indicator: null,
    part: null,
    check: null,
    stage: null,
    ...limit,
    key: limit.path.join("-").replaceAll("@", ""),
    text: number,
    percent: number !== text,
  };
}

export function editableLimits(standard: Standard): EditableLimit[] {
  const { indicators, balance, compositeLimits, unitRule, parts, supplements } = standard;
  // Where each coefficient is judged, one limit holds for all of them.
  const [first] = indicators;
  const balances = ["balanceRule", "limit"];
  return [
    ...indicators.flatMap((one) =>
      limitsOf(one.thresholds, "threshold", ["indicators", row(one.id), "threshold"], one),
    ),
    ...(balance === "composite"
      ? limitsOf(compositeLimits, "compositeLimit", balances, null)
      : limitsOf(first?.cvLimits ?? {}, "cvLimit", balances, null)),
    ...ruleOf(unitRule, ["unitRule"], null),
    ...parts.flatMap((part) => ruleOf(part.schoolRule, ["parts", row(part.id), "schoolRule"], part)),
    ...parts.flatMap((part) => itemsOf(part.items, ["parts", row(part.id), "items"], standard)),
    ...itemsOf(supplements, ["supplements"], standard),
  ];
}

/** "85" percent is 0.85, without a computation that could round it. */
export function shareOf(percent: string): string {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(percent);
  if (match === null) return percent; // the engine says what it should be
  const [, whole = "", rest = ""] = match;
  const digits = whole.padStart(3, "0");
  const share = `${digits.slice(0, -2)}.${digits.slice(-2)}${rest}`.replace(/^0+(?=\d)/, "");
  return share.replace(/\.?0+$/, "") || "0";
}

/** Full-width digits and points as others; "10.0" is 10. */
export function plainNumber(text: string): string {
  const plain = text.normalize("NFKC").trim();
  const match = /^0*(\d+)(?:\.(\d*?)0*)?$/.exec(plain);
  if (match === null) return plain;
  const [, whole = "", digits = ""] = match;
  return digits === "" ? whole : `${whole}.${digits}`;
}
