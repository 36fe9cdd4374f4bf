// SPDX-License-Identifier: MIT
//
// What was entered of the years to come as questions to the door, one for each variant.

import type { Indicator, Stage } from "../engine/junheng.d.ts";
import type { OutlookRequest } from "../engine/plan.d.ts";
import { fill } from "../words/fill.ts";
import { sharedZh } from "../words/shared_zh.ts";
import { resourceName } from "./context.ts";
import type { Line } from "./edited_list.ts";
import type { Entered } from "./entered.ts";
import { kVariants, placeOfKey } from "./outlook_context.ts";
import type { OutlookContext, Variant } from "./outlook_context.ts";
import type { Lists } from "./outlook_lists.ts";

/** Years of each stage by 学制. */
const kSystems = { six: { primary: 6, middle: 3 }, five: { primary: 5, middle: 4 } } as const;
const kPercent = 100;
const kPart = /^[-−]?\d{1,3}(?:\.\d{1,2})?$/;
const kWhole = /^\d{1,7}$/;
const kNumber = /^\d{1,12}(?:\.\d{1,2})?$/;
/** Beside what is there: "+3", "−2". */
const kSigned = /^(?:[+＋\-−－]?\d{1,12}(?:\.\d{1,2})?)$/;
const kDigits = 6;
/** Rows of planned schools, in their order: web/src/engine/plan.d.ts. */
const kAddedRow = 900_000_000;
/** A quotient of two decimals is no more exact than that: 4.2 · 500 / 100 are 21 teachers, not 22. */
const kRounding = 1e-9;

type Change = NonNullable<OutlookRequest["changes"]>[number];
/** Of one wrong number, what is wrong with it. */
interface Refused {
  readonly refused: string;
}
class Wrong extends Error {}

export const growthKey = (stage: Stage, variant: Variant): string => `growth:${stage}:${variant}`;
export const ageingKey = (id: string): string => `ageing:${id}`;
export function systemOf(entered: Entered): keyof typeof kSystems {
  return entered.get("system") === "five" ? "five" : "six";
}

/** What the middle variant assumes; its years may be planned. */
export function middleOf(context: OutlookContext, entered: Entered, lists: Lists): OutlookRequest | Refused {
  const requests = outlooksOf(context, entered, lists);
  if ("refused" in requests) return requests;
  const middle = requests[kVariants.indexOf("middle")];
  if (middle === undefined) throw new Error("no middle variant");
  return middle;
}

export function outlooksOf(
  context: OutlookContext,
  entered: Entered,
  lists: Lists,
): readonly OutlookRequest[] | Refused {
  try {
    return requestsOf(context, entered, lists);
  } catch (error) {
    if (error instanceof Wrong) return { refused: error.message };
    throw error;
  }
}

function requestsOf(context: OutlookContext, entered: Entered, lists: Lists): readonly OutlookRequest[] {
  const { said, shared, stage, county, place } = context;
  const part = (key: string, where: string): string => {
    const text = (entered.get(key) ?? "").trim();
    if (text === "") return "0";
    const value = Number(text.replace("−", "-"));
    if (!kPart.test(text) || value <= -kPercent) throw new Wrong(fill(said.badPercent, { text, where }));
    return (value / kPercent).toFixed(kDigits);
  };
  const resources = Object.fromEntries(
    stage.resources.map((one) => [
      one.id,
      part(ageingKey(one.id), fill(said.rateOf, { resource: resourceName(one, context) })),
    ]),
  );
  const entrants = lists.entrants.flatMap((line) => {
    const pupils = numberIn(line, "pupils", kWhole, context, said.newcomers);
    return pupils === null
      ? []
      : [{ ...placeOfKey(line.get("unit") ?? ""), year: yearOf(line), pupils: Number(pupils) }];
  });
  const changes = [...plannedSchools(lists.schools, context), ...holdings(lists.holdings, context)];
  return kVariants.map((variant) => ({
    county: place,
    grades: kSystems[systemOf(entered)],
    growth: Object.fromEntries(
      county.stages.map(({ stage: of }) => [
        of,
        part(growthKey(of, variant), fill(said.growth, { stage: shared.stage[of] })),
      ]),
    ),
    resources,
    entrants,
    changes,
  }));
}

function yearOf(line: Line): number {
  return Number(line.get("year"));
}

/** Null where nothing was typed yet: a line that is only begun says nothing. */
function numberIn(line: Line, key: string, shape: RegExp, context: OutlookContext, where: string): string | null {
  const text = (line.get(key) ?? "").trim().replaceAll(/[,，\s]/g, "");
  if (text === "") return null;
  if (!shape.test(text)) throw new Wrong(fill(context.said.badCount, { text, where }));
  return text;
}

/** The stage with which a field is set: that of its column for the stage, none where the whole school's is all there is. */
function columnStage(field: string, stage: Stage, { columns }: OutlookContext): { stage?: Stage } {
  const of = columns.filter((one) => one.field === field);
  return of.some((one) => one.stage === stage) || !of.some((one) => one.stage === null) ? { stage } : {};
}

/** The alternative of an indicator that the table has columns for, as the core chooses it: the first. */
function fieldsOf({ fields }: Indicator, { columns }: OutlookContext): Indicator["fields"][number] {
  const has = (field: string): boolean => columns.some((one) => one.field === field);
  return (
    fields.find((terms) => terms.every(({ id }) => has(id))) ??
    fields.find((terms) => terms.some(({ id }) => has(id))) ??
    []
  );
}

function plannedSchools(lines: readonly Line[], context: OutlookContext): Change[] {
  const { standard, county, columns, said } = context;
  const changes: Change[] = [];
  let row = kAddedRow;
  for (const [at, line] of lines.entries()) {
    const pupils = numberIn(line, "pupils", kWhole, context, said.pupils);
    const equipped = numberIn(line, "equipped", kNumber, context, said.equipped);
    if (pupils === null || Number(pupils) === 0) continue;
    const year = yearOf(line);
    const stage = line.get("stage") as Stage;
    const name = (line.get("name") ?? "").trim();
    const set = (field: string, text: string, of: { stage?: Stage } = {}): void => {
      changes.push({ year, kind: "set", row, field, text, ...of });
    };
    changes.push({ year, kind: "add", text: name === "" ? fill(said.newSchool, { at: at + 1 }) : name });
    // What tells a school's county and stage stands in columns of words, as tables in Chinese write it.
    const words = { county: county.name ?? "", type: sharedZh.stage[stage], stage: sharedZh.stage[stage] };
    for (const [field, text] of Object.entries(words)) if (columns.some((one) => one.field === field)) set(field, text);
    set("pupils", pupils, columnStage("pupils", stage, context));
    const share = Number(equipped ?? kPercent) / kPercent;
    const had = new Map<string, number>();
    for (const indicator of standard?.indicators ?? []) {
      const threshold = indicator.thresholds[stage]?.value;
      const terms = fieldsOf(indicator, context);
      const [first] = resourceFields(indicator, terms, stage, context);
      if (first === undefined) continue;
      const amount =
        threshold === undefined ? 0 : Math.ceil((threshold * share * Number(pupils)) / indicator.per - kRounding);
      for (const { id } of terms) had.set(id, Math.max(had.get(id) ?? 0, id === first ? amount : 0));
    }
    for (const [field, amount] of had)
      set(field, `${amount}${unitOfField(field, context)}`, columnStage(field, stage, context));
    row += 1;
  }
  return changes;
}

/** The field that is had of an indicator: that which the door names, else the first of its sum. */
function resourceFields(
  indicator: Indicator,
  terms: Indicator["fields"][number],
  stage: Stage,
  { county }: OutlookContext,
): string[] {
  const one = county.stages.find((of) => of.stage === stage)?.resources.find(({ id }) => id === indicator.id);
  const named = terms.find(({ id }) => id === one?.field) ?? terms.find(({ sign }) => sign === "+");
  return named === undefined ? [] : [named.id];
}

/** As the door counts amounts: yuan, not what the column is in. */
function unitOfField(field: string, context: OutlookContext): string {
  return context.county.stages.flatMap(({ resources }) => resources).find((one) => one.field === field)?.unit?.zh ?? "";
}

function holdings(lines: readonly Line[], context: OutlookContext): Change[] {
  const { standard, said } = context;
  return lines.flatMap((line): Change[] => {
    const amount = numberIn(line, "amount", kSigned, context, said.holds);
    const place = placeOfKey(line.get("unit") ?? "");
    const indicator = standard?.indicators.find(({ id }) => id === line.get("resource"));
    if (amount === null || indicator === undefined || !("row" in place)) return [];
    const { stage, row } = place;
    const [field] = resourceFields(indicator, fieldsOf(indicator, context), stage, context);
    if (field === undefined) return [];
    const by = amount.replace(/^[−－]/, "-").replace(/^[+＋]/, "");
    const held = by === amount ? { text: `${amount}${unitOfField(field, context)}` } : { by };
    return [{ year: yearOf(line), kind: "set", row, field, ...held, ...columnStage(field, stage, context) }];
  });
}
