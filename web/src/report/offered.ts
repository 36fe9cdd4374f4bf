// SPDX-License-Identifier: MIT
//
// The numbers of a report that are facts of the county by the standard's own names, each to be confirmed by a person; and
// how one that was confirmed joins what was filled in.

import type { Standard } from "../engine/junheng.d.ts";
import { over, plainText } from "./exact.ts";
import type { Figure } from "./figures.ts";
import type { CheckedReport } from "./finding.ts";
import { saidIn, subjectOf } from "./subjects.ts";

export interface Offered {
  readonly id: string;
  readonly label: string;
  readonly stage: "primary" | "middle" | "";
  /** In the unit of the fact: 115.8万元 is 1158000; a percentage keeps its sign. */
  readonly value: string;
  readonly unit: string;
  readonly figure: Figure;
}

type Field = Standard["parts"][number]["items"][number]["checks"][number]["fields"][number];

const kEnough = 0.7;
/** Words of forms that reports leave out. */
const kForm = /上一年度|总人数|总人口数|总数|总额|人数|实际|本届|全县|数$/g;

const fits = (field: Field, { unit, decimals }: Figure): boolean =>
  field.kind === "percent"
    ? unit.kind === "percent"
    : field.kind === "count"
      ? unit.kind === "count"
      : field.unit.zh === "元"
        ? unit.kind === "money"
        : field.unit.zh === "" && unit.kind === "none" && decimals > 0;

function clauseOf({ text }: CheckedReport, figure: Figure): string {
  return (
    text
      .slice(figure.sentence.start, figure.start)
      .split(/[，,；;。：:](?!\d)/)
      .at(-1) ?? ""
  );
}

/** Facts in the order of the standard. Of two numbers for one fact the one that is called more like it. */
export function offeredFacts(report: CheckedReport, standard: Standard): Offered[] {
  const fields = new Map<string, Field>();
  for (const item of [...standard.parts.flatMap((part) => part.items), ...standard.supplements])
    for (const check of item.checks) for (const field of check.fields) fields.set(field.id, field);
  const pairs: {
    readonly field: Field;
    readonly stage: Offered["stage"];
    readonly figure: Figure;
    readonly score: number;
  }[] = [];
  for (const figure of report.figures) {
    if (figure.bound !== null || figure.vague || report.paragraphs[figure.sentence.paragraph - 1]?.cells) continue;
    const clause = clauseOf(report, figure);
    const { stage, words } = subjectOf(figure, report.figures);
    for (const field of fields.values()) {
      if (!fits(field, figure) || !isMeant(field.label.zh, clause, figure)) continue;
      const name = field.label.zh.replace(kForm, "");
      const score = Math.min(saidIn(name, clause), 0.2 + saidIn(words, name));
      if (score >= kEnough) pairs.push({ field, stage: stagedBy(field, clause, stage), figure, score });
    }
  }
  // the surest first: a number is one fact, and a fact one number
  const taken = new Set<string | Figure>();
  const offers: Offered[] = [];
  for (const { field, stage, figure } of pairs.sort((a, b) => b.score - a.score || a.figure.index - b.figure.index)) {
    const key = `${field.id} ${stage}`;
    if (taken.has(key) || taken.has(figure)) continue;
    taken.add(key).add(figure);
    offers.push(offer(field, stage, figure));
  }
  const order = [...fields.keys()];
  return offers.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

/** What alike words do not tell: funds of special schools from those of all, per head from in all, a limit from a count. */
function isMeant(label: string, clause: string, figure: Figure): boolean {
  if (label.includes("特殊教育") && !/特/.test(clause)) return false;
  if (label.includes("生均") && /共|总|安排/.test(clause)) return false;
  return !label.includes(figure.text);
}

/** A stage that the clause itself names, where the name of the fact does not. */
function stagedBy(field: Field, clause: string, stage: string): Offered["stage"] {
  const named = /小学|初中/.exec(clause)?.[0];
  return named !== undefined && !field.label.zh.includes(named) && (stage === "primary" || stage === "middle")
    ? stage
    : "";
}

function offer(field: Field, stage: Offered["stage"], figure: Figure): Offered {
  const scale = figure.unit.kind === "percent" ? "%" : "";
  return {
    id: field.id,
    label: field.label.zh,
    stage,
    value: `${plainText(over(figure.value, { n: 1n, d: 1n }), 6)}${scale}`,
    unit: scale === "" ? field.unit.zh : "",
    figure,
  };
}

type Facts = Record<string, unknown>;

/** What was filled in as one county's object; null where it is a table as text or of several counties. */
function objectOf(county: string): Facts | null {
  if (county.trim() === "") return {};
  try {
    const json: unknown = JSON.parse(county);
    if (typeof json === "object" && json !== null && !Array.isArray(json)) return json as Facts;
  } catch {
    return null;
  }
  return null;
}

const isFacts = (value: unknown): value is Facts =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** What is filled in for it already; null where nothing is. */
export function filledIn(county: string, { id, stage }: Offered): string | null {
  const facts = objectOf(county);
  const group = facts === null ? undefined : isFacts(facts["facts"]) && id in facts["facts"] ? facts["facts"] : facts;
  let value: unknown = group?.[id];
  if (stage !== "" && isFacts(value) && !("value" in value)) value = value[stage];
  if (isFacts(value) && "value" in value) value = value["value"];
  return value === undefined || value === null || typeof value === "object"
    ? null
    : String(value as string | number | boolean);
}

/** Null: facts are kept in a form that nothing can be put into from here. */
export function withFact(county: string, { id, stage, value, unit }: Offered, note: string): string | null {
  const all = objectOf(county);
  if (all === null) return null;
  const facts = isFacts(all["facts"]) ? all["facts"] : {};
  const one =
    stage === ""
      ? { value, ...(unit === "" ? {} : { unit }), note }
      : { ...(isFacts(facts[id]) ? facts[id] : {}), [stage]: value };
  const { [id]: _, ...rest } = all;
  return JSON.stringify({ ...rest, facts: { ...facts, [id]: one } });
}
