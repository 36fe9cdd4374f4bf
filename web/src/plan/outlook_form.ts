// SPDX-License-Identifier: MIT
//
// What is assumed of the years to come: years of school, entrants, rates, and lists of single schools.

import { element, tableBox } from "../kit/dom.ts";
import { fill } from "../words/fill.ts";
import { resourceName } from "./context.ts";
import { number } from "./entered.ts";
import type { Entered } from "./entered.ts";
import { kVariants } from "./outlook_context.ts";
import type { OutlookContext, Variant } from "./outlook_context.ts";
import { listsForm } from "./outlook_lists.ts";
import type { Lists } from "./outlook_lists.ts";
import { ageingKey, growthKey, systemOf } from "./outlook_request.ts";

/** What differs among the variants where nothing was entered: a little less, the same, a little more. */
const kPreset: Readonly<Record<Variant, string>> = { low: "-3", middle: "0", high: "3" };

/** `edited`: something other than an input changed. */
export function outlookForm(
  context: OutlookContext,
  entered: Entered,
  lists: Lists,
  edited: () => void,
): HTMLElement[] {
  const { words, said, shared, stage, county } = context;
  const system = element(
    "select",
    { id: "plan-system" },
    ...(["six", "five"] as const).map((id) => element("option", { value: id }, said.systems[id])),
  );
  system.value = systemOf(entered);
  system.addEventListener("input", () => entered.set("system", system.value));
  const growth = county.stages.map(({ stage: of }) => {
    const label = fill(said.growth, { stage: shared.stage[of] });
    const cells = kVariants.map((variant) => {
      const key = growthKey(of, variant);
      if (!entered.has(key)) entered.set(key, kPreset[variant]);
      return element("td", {}, number(entered, key, `${label} ${said.variants[variant]}`));
    });
    return element("tr", {}, element("th", { scope: "row" }, label), ...cells);
  });
  const ageing = stage.resources.map((one) => {
    const name = resourceName(one, context);
    const input = number(entered, ageingKey(one.id), fill(said.rateOf, { resource: name }));
    return element("tr", {}, element("th", { scope: "row" }, name), element("td", {}, input));
  });
  return [
    element("p", {}, element("label", {}, `${said.system} `, system)),
    tableBox({
      caption: said.growthHint,
      heads: [words.stage, ...kVariants.map((variant) => said.variants[variant])],
      rows: growth,
    }),
    element(
      "details",
      { class: "options" },
      element("summary", {}, said.rates),
      element("p", { class: "soft" }, said.ratesHint),
      tableBox({ caption: said.rates, heads: [words.resource, said.rate], rows: ageing }),
    ),
    ...listsForm(lists, context, edited),
  ];
}
