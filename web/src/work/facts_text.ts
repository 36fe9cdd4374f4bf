// SPDX-License-Identifier: MIT
//
// What a county states, as the decisions hold it: JSON of one county or of several (docs/formats.md). Read and changed here
// by the key of one fact; what else stands in it stays.

type Facts = Record<string, unknown>;

/** Where keys may stand. */
const kGroups = ["facts", "items"] as const;

/** One fact: its value as a person wrote it, and the note beside it. */
export interface Stated {
  readonly value: string | number | boolean | null;
  readonly note: string;
}

const isFacts = (value: unknown): value is Facts =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Null: a table as text, or nothing that is known here. */
function countiesOf(text: string): readonly Facts[] | null {
  if (text.trim() === "") return [];
  try {
    const json: unknown = JSON.parse(text);
    const all: readonly unknown[] = Array.isArray(json) ? json : [json];
    return all.every(isFacts) ? all : null;
  } catch {
    return null;
  }
}

/** One without a name is that of a single county. */
const isOf = (facts: Facts, county: string | null): boolean =>
  county === null || facts["name"] === undefined || facts["name"] === county;

function found(facts: Facts, key: string): unknown {
  for (const group of kGroups) {
    const inside = facts[group];
    if (isFacts(inside) && Object.hasOwn(inside, key)) return inside[key];
  }
  return facts[key];
}

/** Null: nothing is stated. "other": by stage or year, or in a table as text, which is not changed here. */
export function statedIn(text: string, county: string | null, key: string): Stated | "other" | null {
  const counties = countiesOf(text);
  if (counties === null) return "other";
  const own = counties.find((one) => isOf(one, county));
  const fact = own === undefined ? undefined : found(own, key);
  if (fact === undefined || fact === null) return null;
  if (typeof fact === "string" || typeof fact === "number" || typeof fact === "boolean")
    return { value: fact, note: "" };
  if (!isFacts(fact) || !("value" in fact)) return "other";
  const { value, unit, note } = fact;
  const plain = typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
  const whole = plain !== null && typeof unit === "string" && unit !== "" ? `${plain}${unit}` : plain;
  return { value: whole, note: typeof note === "string" ? note : "" };
}

/** The text with this fact as it is stated now; null: it is a text that is not changed here. */
export function withFact(text: string, county: string | null, key: string, fact: Stated | null): string | null {
  const counties = countiesOf(text);
  if (counties === null) return null;
  const at = counties.findIndex((one) => isOf(one, county));
  const own = at < 0 ? (county === null ? {} : { name: county }) : (counties[at] ?? {});
  const { [key]: _, ...rest } = own;
  for (const group of kGroups) {
    const inside = rest[group];
    if (!isFacts(inside)) continue;
    const { [key]: __, ...others } = inside;
    rest[group] = others;
  }
  if (fact !== null && (fact.value !== null || fact.note !== "")) {
    const inside = isFacts(rest["facts"]) ? rest["facts"] : {};
    rest["facts"] = { ...inside, [key]: fact.note === "" ? fact.value : { value: fact.value, note: fact.note } };
  }
  const next = at < 0 ? [...counties, rest] : counties.map((one, i) => (i === at ? rest : one));
  return JSON.stringify(next);
}
