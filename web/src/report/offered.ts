// SPDX-License-Identifier: MIT
//
// The numbers of a report that are facts of the county by the standard's own names, each to be confirmed by a person; and
// how one that was confirmed joins what was filled in.

import type { Standard } from "../engine/junheng.d.ts";
import { plainText, sumOf } from "./exact.ts";
import type { Figure } from "./figures.ts";
import type { CheckedReport, Offered } from "./finding.ts";
import { attestedItems } from "./offered_items.ts";
import { saidIn, subjectOf } from "./subjects.ts";

type Field = Standard["parts"][number]["items"][number]["checks"][number]["fields"][number];

const kEnough = 0.7;
/** Words of forms that reports leave out. */
const kForm = /上一年度|总人数|总人口数|总数|总额|人数|实际|本届|全县|毕业年级(?:三年)?|数$/g;
/** Forms say 毕业年级初一时在校学生数 where reports say 三年前初中一年级在校生数. */
const kAlike: readonly (readonly [RegExp, string])[] = [
  [/学生/g, "生"],
  [/初中一年级|七年级/g, "初一"],
  [/初一时/g, "初一"],
  [/三年前/g, ""],
  [/名额/g, "指标"],
];
const plain = (words: string): string => kAlike.reduce((text, [pattern, name]) => text.replace(pattern, name), words);

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
  const rules = new Map<Field, string>();
  for (const item of [...standard.parts.flatMap((part) => part.items), ...standard.supplements])
    for (const check of item.checks)
      for (const field of check.fields) {
        fields.set(field.id, field);
        rules.set(field, item.rule.zh);
      }
  const pairs: Meant[] = [];
  // what cannot be is no fact
  const impossible = new Set(report.findings.filter((one) => one.code === "above_all").map((one) => one.place.start));
  for (const figure of report.figures) {
    if (figure.bound !== null || figure.vague || report.paragraphs[figure.sentence.paragraph - 1]?.cells) continue;
    if (impossible.has(figure.start) || /^\.\d/.test(report.text.slice(figure.end))) continue; // ran together with the next
    const clause = clauseOf(report, figure);
    const { stage, words } = subjectOf(figure, report.figures);
    const before = report.figures[figure.index - 1];
    const last = pairs.at(-1);
    // “超过 2000 人的小学 4 所，初中 2 所”
    if (
      last !== undefined &&
      last.stage !== "" &&
      last.figure === before &&
      before.sentence === figure.sentence &&
      before.unit.id === figure.unit.id &&
      /^[，,、](?:小学|初中)$/.test(report.text.slice(before.end, figure.start))
    )
      pairs.push({ ...last, stage: stagedBy(last.field, rules.get(last.field) ?? "", clause, stage), figure });
    for (const field of fields.values()) {
      if (!fits(field, figure) || !isMeant(field.label.zh, clause, figure)) continue;
      const name = plain(field.label.zh.replace(kForm, ""));
      const said = plain(words);
      const score = isExcess(field.label.zh, rules.get(field) ?? "", clause, before)
        ? 1
        : Math.max(
            Math.min(saidIn(name, plain(clause)), 0.2 + saidIn(said, name)),
            // “优质高中招生名额总数 974 人，分配名额 685 人”: all it is called is in the name, the rest was said before
            said.length >= 3 && saidIn(said, name) === 1
              ? saidIn(name, plain(report.text.slice(figure.sentence.start, figure.start))) - 0.1
              : 0,
          );
      if (score >= kEnough)
        pairs.push({ field, stage: stagedBy(field, rules.get(field) ?? "", clause, stage), figure, score });
    }
  }
  // the surest first: a number is one fact, and a fact one number
  const taken = new Set<string | Figure>();
  const offers: Offered[] = [];
  for (const one of pairs.sort((a, b) => b.score - a.score || a.figure.index - b.figure.index)) {
    const { field, stage, figure } = one;
    const key = `${field.id} ${stage}`;
    if (taken.has(key) || taken.has(figure)) continue;
    taken.add(key).add(figure);
    // called alike in one breath, they are parts: “2016 年及之前的 27 所……达标 27 所，之后的 7 所……达标 7 所”
    const parts = pairs.filter((other) => isPartOf(report, one, other));
    for (const part of parts) taken.add(part.figure);
    offers.push(offer(field, stage, [figure, ...parts.map((part) => part.figure)]));
  }
  const order = [...fields.keys()];
  return [...offers.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)), ...attestedItems(report, standard)];
}

interface Meant {
  readonly field: Field;
  readonly stage: Offered["stage"];
  readonly figure: Figure;
  readonly score: number;
}

function isPartOf(report: CheckedReport, one: Meant, other: Meant): boolean {
  return (
    other !== one &&
    other.field === one.field &&
    other.stage === one.stage &&
    one.figure.unit.counted &&
    other.figure.sentence === one.figure.sentence &&
    clauseOf(report, other.figure) === clauseOf(report, one.figure)
  );
}

/** “超过 45 人的小学班级 342 个” where the rule allows 45: what the form calls 超标班额班级数. */
function isExcess(label: string, rule: string, clause: string, limit: Figure | undefined): boolean {
  return (
    limit?.bound === "above" &&
    /^超[标过]/.test(label) &&
    clause.includes(limit.text) &&
    rule.includes(limit.text) &&
    label.includes("班") === clause.includes("班") &&
    (!/\d/.test(label) || label.includes(limit.text))
  );
}

/** What alike words do not tell: funds of special schools from those of all, per head from in all, a limit from a count. */
function isMeant(label: string, clause: string, figure: Figure): boolean {
  if (label.includes("特殊教育") && !/特/.test(clause)) return false;
  if (label.includes("生均") && /共|总|安排/.test(clause)) return false;
  return !label.includes(figure.text);
}

/** A stage that the clause itself names, where the name of the fact does not. */
function stagedBy(field: Field, rule: string, clause: string, stage: string): Offered["stage"] {
  // what a rule asks of 初中 alone has no stages
  if (/小学|初中/.test(rule) && /小学/.test(rule) !== /初中/.test(rule)) return "";
  const named = /小学|初中/.exec(clause)?.[0];
  return named !== undefined && !field.label.zh.includes(named) && (stage === "primary" || stage === "middle")
    ? stage
    : "";
}

function offer(field: Field, stage: Offered["stage"], figures: readonly Figure[]): Offered {
  const [figure] = figures as [Figure];
  const sum = sumOf(figures.map((one) => one.value));
  const scale = figure.unit.kind === "percent" ? "%" : "";
  return {
    id: field.id,
    label: field.label.zh,
    stage,
    text:
      figures.length === 1
        ? figure.text
        : `${figures.map((one) => one.text).join(" + ")} = ${plainText(sum, 6)}${figure.unit.id}`,
    value: `${plainText(sum, 6)}${scale}`,
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
