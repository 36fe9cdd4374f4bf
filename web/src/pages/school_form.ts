// SPDX-License-Identifier: MIT
//
// One school's numbers as a table of one row. Which numbers are asked for is what the engine's standard is made of;
// nothing of it is listed here.

import type { Evaluation, Junheng, Reading, Stage, Standard, TableRows, Text, Unit } from "../engine/junheng.d.ts";
import { zh } from "../words/page_zh.ts";

export type Field = NonNullable<TableRows["fields"]>[number];

export interface Entry {
  standard: string;
  stage: Stage;
  school: string;
  county: string;
  /** Which of an indicator's ways to make it is filled in, by the indicator's id. */
  ways: Record<string, number>;
  /** By the field's id. */
  values: Record<string, string>;
}

export interface Asked {
  readonly pupils: Field;
  readonly indicators: readonly {
    readonly id: string;
    readonly title: Text;
    readonly ways: readonly (readonly Field[])[];
  }[];
}

const kPupils = "pupils";
/** A school of this stage alone, in the words of tables. */
const kTypes: Record<Stage, string> = zh.stage;

export function askedFor(engine: Junheng, standard: Standard, stage: Stage): Asked {
  const known = new Map((engine.read({ table: "", fields: true }).fields ?? []).map((field) => [field.id, field]));
  const of = ({ id, label }: { id: string; label: Text }): Field =>
    known.get(id) ?? { id, label, staged: true, units: [] };
  const judged = standard.indicators.filter(
    (indicator) => indicator.thresholds[stage] || indicator.cvLimits[stage] || standard.balance === "composite",
  );
  return {
    pupils: of({ id: kPupils, label: { zh: kPupils, en: kPupils } }),
    indicators: judged.map(({ id, title, fields }) => ({ id, title, ways: fields.map((way) => way.map(of)) })),
  };
}

/** Stages that a school can be asked about. */
export function stagesOf(standard: Standard): Stage[] {
  return standard.stages.filter(
    (stage) =>
      standard.indicators.some(({ thresholds, cvLimits }) => thresholds[stage] || cvLimits[stage]) ||
      standard.compositeLimits[stage],
  );
}

export function fieldsOf(asked: Asked, entry: Entry): Field[] {
  const chosen = asked.indicators.flatMap(({ id, ways }) => ways[entry.ways[id] ?? 0] ?? []);
  return [...new Map([asked.pupils, ...chosen].map((field) => [field.id, field])).values()];
}

interface OneRow {
  readonly text: string;
  readonly reading: Reading;
}

const plain = (text: string): string => text.replaceAll(/[\t\n\r"]/g, " ").trim();

/** A label may explain itself in brackets, "（净，不含……）"; headers of tables only have the word before the comma. */
function headOf(label: string): string {
  return label.replace(/（([^，）]*)，[^）]*）/, "($1)");
}

/** A header that the engine understands by itself, so that the table can later be put together with others. */
export function tableOf(engine: Junheng, asked: Asked, entry: Entry): OneRow {
  const fields = fieldsOf(asked, entry);
  const all = engine.read({ table: "", fields: true }).fields ?? [];
  const known = new Map(all.map((field) => [field.id, field.label.zh]));
  // What may come in several units says the one that stands beside the field, or the engine asks.
  const units = new Map(all.map((field) => [field.id, field.units.length > 1 ? field.units[0] : undefined]));
  const headed = ({ id, label }: Field): string =>
    units.get(id) === undefined ? headOf(label.zh) : `${headOf(label.zh)}(${units.get(id)})`;
  const own = ["county", "school", "type"];
  const heads = [
    ...own.map((id) => known.get(id) ?? id),
    ...fields.map((field) => (field.staged ? `${headed(field)}(${kTypes[entry.stage]})` : headed(field))),
  ];
  const school = plain(entry.school) === "" ? kTypes[entry.stage] : plain(entry.school);
  const cells = [
    plain(entry.county),
    school,
    kTypes[entry.stage],
    ...fields.map(({ id }) => plain(entry.values[id] ?? "")),
  ];
  const text = `${heads.join("\t")}\n${cells.join("\t")}\n`;
  const wanted = [...own.map((id) => ({ id, staged: false })), ...fields];
  const { columns } = engine.evaluate({ table: text, standard: entry.standard, detail: "summary" });
  const understood = wanted.every(
    ({ id, staged }, index) => columns[index]?.field === id && (!staged || columns[index]?.stage === entry.stage),
  );
  if (understood) return { text, reading: {} };
  const chosen = wanted.map(({ id, staged }, column) => ({
    column,
    field: id,
    ...(staged ? { stage: entry.stage } : {}),
  }));
  return { text, reading: { header: { row: 1, last: 1 }, columns: chosen } };
}

export function evaluated(engine: Junheng, asked: Asked, entry: Entry): { evaluation: Evaluation; unit: Unit | null } {
  const { text, reading } = tableOf(engine, asked, entry);
  const evaluation = engine.evaluate({ table: text, reading, standard: entry.standard });
  return { evaluation, unit: evaluation.counties[0]?.units?.[0] ?? null };
}

const kDoublings = 40;

/**
 * The least of a number with which its indicator meets the standard. Asked of the engine again and again, so that no
 * rule and no rounding is known here. `step`: how finely it is looked for.
 */
export function leastToMeet(
  engine: Junheng,
  asked: Asked,
  entry: Entry,
  indicator: string,
  field: string,
  step: number,
): number | null {
  const meets = (times: number): boolean => {
    const values = { ...entry.values, [field]: String(Number((times * step).toFixed(6))) };
    const { unit } = evaluated(engine, asked, { ...entry, values });
    return unit?.values.find(({ id }) => id === indicator)?.verdict === "pass";
  };
  let high = 1;
  for (let i = 0; !meets(high); i += 1) {
    if (i === kDoublings) return null;
    high *= 2;
  }
  let low = Math.floor(high / 2);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (meets(middle)) high = middle;
    else low = middle;
  }
  return Number((high * step).toFixed(6));
}
