// SPDX-License-Identifier: MIT
//
// Scenarios that may be published as a plan: those that are only of other numbers in cells, as plans are.

import type { Work } from "../../publish/publisher.d.ts";

type Plan = NonNullable<Work["plan"]>;
type Change = Plan["changes"][number];

export function plansOf(scenarios: readonly unknown[]): Plan[] {
  return scenarios.flatMap((scenario): Plan[] => {
    const { name, changes } = (scenario ?? {}) as { name?: unknown; changes?: unknown };
    if (typeof name !== "string" || !Array.isArray(changes) || changes.length === 0) return [];
    return changes.every(isSet) ? [{ name, changes }] : [];
  });
}

function isSet(change: unknown): change is Change {
  return (change as Partial<Change> | null)?.kind === "set";
}
