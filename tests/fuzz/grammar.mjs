// SPDX-License-Identifier: MIT
//
// Random values as people and strangers hand them in: the decisions, facts, standards, projects and tables that the
// program knows, whole, and then damaged. Damage is one of values (other types, numbers without end, keys that mean
// something to a language) or of the text of the JSON (keys twice, nests without end, letters that are none).

import { readFileSync } from "node:fs";

const core = new URL("../../core/standards/", import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, core), "utf8"));
const vocabulary = read("vocabulary.json");
const kStandards = [read("quality-2017.json"), read("basic-2012.json")];
const kFields = vocabulary.fields.map(({ id }) => id);

export const upTo = (next, most) => Math.floor(next() * (most + 1));
export const pick = (next, list) => list[Math.floor(next() * list.length)];
const times = (next, most, make) => Array.from({ length: upTo(next, most) }, (_, i) => make(i));
const chance = (next, share) => next() < share;

export const kTexts = [
  "",
  " ",
  "松柏小学",
  "竹园中学",
  "合计",
  "小学",
  "初中",
  "九年一贯制学校",
  "教学点",
  "=1+1",
  "@SUM(A1)",
  "<b>",
  "</script>",
  "]]>",
  '"',
  "'",
  "\\",
  "\0",
  "\u001c\u001d",
  "\ufeff",
  "\u2028",
  "\u202e",
  "\ud800",
  "\udfff",
  "😀",
  "a\nb",
  "a\tb",
  "a\r\nb",
  "甲".repeat(300),
  "0".repeat(400),
  "x".repeat(5000),
  "__proto__",
  "constructor",
  "toString",
  "quality-2017",
  "quality-2017\u200b",
  "Quality-2017",
];
const kNumberTexts = [
  "0",
  "1",
  "-1",
  "45",
  "812",
  "14.65万㎡",
  "1:17",
  "85%",
  "1,234",
  "1e5",
  "9".repeat(40),
  `0.${"0".repeat(30)}1`,
  "—",
  "无",
  "约45",
  "2024-09-01",
  "NaN",
  "是",
  "否",
];
/** Numbers as JSON may write them; the ones that it cannot write come as texts of JSON. */
const kNumbers = [
  0, -0, 1, -1, 2, 3, 7, 0.5, 1e-320, 1e308, -1e308, 255, 256, 65535, 65536, 2147483647, 2147483648, 4294967295,
  4294967296, 300000000, 9007199254740993, 1e21,
];

/** Anything at all. */
export function anything(next, depth = 0) {
  const kind = next();
  if (kind < 0.25) return pick(next, kTexts);
  if (kind < 0.5) return pick(next, kNumbers);
  if (kind < 0.7) return pick(next, [null, true, false]);
  if (depth > 3) return [];
  if (kind < 0.85) return times(next, 4, () => anything(next, depth + 1));
  return Object.fromEntries(times(next, 4, () => [pick(next, kTexts), anything(next, depth + 1)]));
}

/** The same value with one to three of its parts made others, left out, doubled or added to. */
export function damaged(next, value) {
  let whole = structuredClone(value);
  for (let left = 1 + upTo(next, 2); left > 0; left -= 1) {
    const places = [];
    (function walk(node, depth) {
      if (typeof node !== "object" || node === null || depth > 20) return;
      for (const key of Object.keys(node)) {
        places.push([node, key]);
        walk(node[key], depth + 1);
      }
    })(whole, 0);
    if (places.length === 0 || chance(next, 0.03)) {
      whole = anything(next);
      continue;
    }
    const [node, key] = pick(next, places);
    const kind = next();
    if (kind < 0.5) node[key] = anything(next);
    else if (kind < 0.65) Array.isArray(node) ? node.splice(Number(key), 1) : delete node[key];
    else if (kind < 0.75 && Array.isArray(node))
      for (let more = upTo(next, chance(next, 0.05) ? 2000 : 5); more > 0; more -= 1) node.push(node[key]);
    else if (kind < 0.85) Array.isArray(node) ? node.push(anything(next)) : (node[pick(next, kTexts)] = anything(next));
    else if (typeof node[key] === "number") node[key] = pick(next, kNumbers);
    else if (typeof node[key] === "string") node[key] = pick(next, [...kTexts, ...kNumberTexts]);
    else node[key] = [node[key]];
  }
  return whole;
}

/** The text of a value, sometimes damaged as text. */
export function jsonText(next, value, share = 0.3) {
  const text = JSON.stringify(value) ?? "null";
  if (!chance(next, share)) return text;
  const at = upTo(next, text.length);
  const [before, behind] = [text.slice(0, at), text.slice(at)];
  return pick(next, [
    () => before,
    () => before + behind.slice(1 + upTo(next, 5)),
    () =>
      before + pick(next, ["[", "{", '"', ",", "\0", "1e999", "-", "\\ud800", "\ufeff", "//", "NaN", "}}"]) + behind,
    () => `${"[".repeat(upTo(next, chance(next, 0.05) ? 20_000 : 500))}${text}`,
    () => text.replace(/"(\w+)":/, (found) => `${found}1,${found}`),
    () => text.replace(/\{/, `{"__proto__":${JSON.stringify(anything(next))},`),
    () => text.replace(/"(?=[^"]*"[,}\]])/, () => `"${pick(next, ["\\u0000", "\\udfff", "\t", "\x7f"])}`),
    () => text.replace(/\d+/, () => pick(next, ["1e999", "-0", "00", "1".repeat(400), "0.1e-400", "1E+2"])),
    () => `\ufeff${text}`,
    () => text + text,
  ])();
}

const place = (next) => ({ ...(chance(next, 0.5) ? { sheet: upTo(next, 2) } : {}), row: 1 + upTo(next, 6) });

export function reading(next) {
  const some = (share, make) => (chance(next, share) ? make() : undefined);
  return {
    edits: some(0.5, () =>
      times(next, 4, () => ({
        ...place(next),
        column: upTo(next, 8),
        text: pick(next, chance(next, 0.5) ? kNumberTexts : kTexts),
      })),
    ),
    columns: some(0.5, () =>
      times(next, 3, () => ({
        column: upTo(next, 8),
        field: pick(next, [...kFields, ""]),
        ...(chance(next, 0.5) ? { stage: pick(next, ["primary", "middle", "senior", ""]) } : {}),
        ...(chance(next, 0.3) ? { unit: pick(next, ["万元", "㎡", "人", ""]) } : {}),
      })),
    ),
    leftOut: some(0.3, () => times(next, 3, () => place(next))),
    answers: some(0.3, () =>
      times(next, 3, () => ({
        question: pick(next, ["year", "delimiter", "direction", "sum_row", "stage"]),
        sheet: upTo(next, 2),
        row: upTo(next, 6),
        option: pick(next, ["2023", "2024", "rows", "columns", "comma", "tab", "school", "sum", "primary", "middle"]),
      })),
    ),
    header: some(0.2, () => {
      const row = 1 + upTo(next, 3);
      return { sheet: 0, row, last: row + upTo(next, 2) };
    }),
  };
}

export const options = (next) =>
  Object.fromEntries(
    times(next, 2, () => {
      const rule = pick(next, pick(next, kStandards).options ?? [{ id: "x", choices: [{ id: "y" }] }]);
      return [rule.id, pick(next, rule.choices).id];
    }),
  );

const kFacts = vocabulary.fields.map(({ names }) => names?.[0] ?? "x");
export function facts(next) {
  const one = () => ({
    ...Object.fromEntries(
      times(next, 5, () => [
        pick(next, chance(next, 0.5) ? kFacts : kFields),
        pick(next, [
          () => pick(next, kNumbers),
          () => pick(next, kNumberTexts),
          () => chance(next, 0.5),
          () => ({ primary: 1 + upTo(next, 9), middle: 2 }),
          () => ({ 2022: 1, 2023: 2, 2024: upTo(next, 5) }),
        ])(),
      ]),
    ),
    ...Object.fromEntries(
      times(next, 3, () => [
        `${pick(next, ["G", "Q"])}${1 + upTo(next, 15)}`,
        pick(next, [true, false, "是", { stated: "yes", note: pick(next, kTexts) }]),
      ]),
    ),
  });
  return chance(next, 0.8) ? one() : times(next, 3, () => ({ name: pick(next, kTexts), ...one() }));
}

/** As a table of name, unit and value. */
export const factTable = (next) =>
  times(next, 6, () => `${pick(next, kFacts)}${pick(next, ["\t", "\t人\t", ",", ""])}${pick(next, kNumberTexts)}`).join(
    "\n",
  );

export const remarks = (next) =>
  times(next, 3, () => ({
    code: pick(next, ["outlier", "year_jump", "x"]),
    row: 1 + upTo(next, 6),
    indicator: pick(next, ["books", "teaching_area", null]),
    text: pick(next, kTexts),
  }));

/** Of one's own: a few changes to a built-in one, or a whole one. */
export function standard(next) {
  const id = `eigen-${upTo(next, 60)}`;
  const parent = pick(next, kStandards);
  if (chance(next, 0.15)) return { ...parent, id, title: { zh: `自定${id}`, en: `Own ${id}` } };
  const part = pick(
    next,
    Object.keys(parent).filter((key) => !["id", "title", "schema"].includes(key)),
  );
  return {
    schema: parent.schema,
    id,
    parent: parent.id,
    title: { zh: `自定${id}`, en: `Own ${id}` },
    ...(chance(next, 0.8) ? { [part]: parent[part] } : {}),
  };
}

const kHeads = vocabulary.fields.flatMap(({ names, staged }) =>
  (names ?? []).slice(0, 3).flatMap((name) => (staged ? [name, `${name}(小学)`, `初中${name}`] : [name])),
);

/** A small table of schools: as tabs, commas or a page, with whatever people put around it. */
export function table(next) {
  const columns = ["学校名称", "学校类型", "在校生数", ...times(next, 5, () => pick(next, kHeads))];
  const cell = (_, column) =>
    column === 0
      ? `${pick(next, ["甲", "乙", "丙", "丁", "合", "2024年"])}${pick(next, ["小学", "中学", "学校", "计", "", "教学点"])}`
      : column === 1
        ? pick(next, ["小学", "初中", "九年一贯制学校", "完全中学", "特殊教育学校", ""])
        : chance(next, 0.85)
          ? String(upTo(next, 900))
          : pick(next, chance(next, 0.7) ? kNumberTexts : kTexts);
  const rows = [columns, ...times(next, 5, () => columns.map(cell))];
  if (chance(next, 0.15)) rows.unshift([pick(next, ["某县2024年学校情况表", "单位：人、㎡", "", "2023年"])]);
  if (chance(next, 0.15)) rows.push(["合计", "", ...columns.slice(2).map(() => String(upTo(next, 3000)))]);
  const kind = next();
  if (kind < 0.15)
    return `<table>${rows.map((row) => `<tr>${row.map((text) => `<td${pick(next, ["", "", "", " rowspan=2", " colspan=3", ' x:num="7"', " hidden"])}>${text}`).join("")}`).join("")}</table>`;
  const comma = kind < 0.4;
  const quoted = (text) =>
    /["\n\r]/.test(text) || (comma && text.includes(",")) ? `"${text.replaceAll('"', '""')}"` : text;
  return `${rows.map((row) => row.map(quoted).join(comma ? "," : "\t")).join(pick(next, ["\n", "\r\n"]))}\n`;
}

/** A text with some of its characters made others. */
export function scratched(next, text) {
  let now = text;
  for (let left = 1 + upTo(next, 3); left > 0; left -= 1) {
    const at = upTo(next, now.length);
    const length = upTo(next, pick(next, [0, 1, 8, 60]));
    const middle = now.slice(at, at + length);
    const made = pick(next, [
      "",
      pick(next, kTexts),
      pick(next, ["\t", '"', "\n", ",", "<td>", "<!--"]),
      middle + middle,
    ]);
    now = now.slice(0, at) + made + now.slice(at + length);
  }
  return now;
}

/** One table, several, or the bytes of one. */
export function tables(next) {
  const one = () => (chance(next, 0.3) ? scratched(next, table(next)) : table(next));
  const kind = next();
  if (kind < 0.7) return one();
  if (kind < 0.9) return times(next, 3, () => ({ name: pick(next, ["小学", "初中", "", ...kTexts]), table: one() }));
  return new Uint8Array(Buffer.from(one(), pick(next, ["utf8", "utf16le", "latin1"])));
}

export function project(next) {
  return {
    schema: "junheng.project/1",
    name: pick(next, kTexts),
    standard: pick(next, ["quality-2017", "basic-2012", "eigen-1", ...kTexts]),
    tables: times(next, 3, () => ({
      name: pick(next, kTexts),
      text: table(next),
      ...(chance(next, 0.3) ? { file: "a.xlsx" } : {}),
    })),
    reading: reading(next),
    options: options(next),
    county: chance(next, 0.5) ? factTable(next) : JSON.stringify(facts(next)),
    previous: chance(next, 0.2) ? table(next) : "",
    remarks: remarks(next),
    scenarios: [],
  };
}
