// SPDX-License-Identifier: MIT
//
// What holds for every paper in every format: the same numbers, each a number of the evaluation; names that try to do harm
// stay names; the same paper is the same bytes.

import assert from "node:assert/strict";
import { test } from "node:test";
import { hostileWork, kHostile } from "../support/publishing.mjs";
import { formatsAndKinds, kAbout, makePaper, partsOf, sheetsOf, sourceOf, textsOf } from "./papers.mjs";

const source = sourceOf();
const numbersOf = (texts) => texts.flatMap((text) => text.match(/\d+(?:\.\d+)?/g) ?? []);
const counted = (numbers) => JSON.stringify([...numbers].sort());

/** Every number that the engine, the standard or the person who fills it in says, as it is said. */
function saidNumbers({ county, standard, engine, about }) {
  const said = new Set();
  const add = (text) => numbersOf([text]).forEach((number) => said.add(number));
  const walk = (value, key) => {
    if (typeof value === "string") add(value);
    // Counts and pupils are shown as they are; what is measured is shown by its text alone.
    else if (typeof value === "number" && Number.isInteger(value) && !kMeasured.has(key)) said.add(String(value));
    else if (value !== null && typeof value === "object")
      for (const [inner, each] of Object.entries(value)) walk(each, inner);
  };
  for (const one of [county, standard, engine, about]) walk(one, "");
  return said;
}
const kMeasured = new Set(["value", "mean", "cv", "standardDeviation", "cvShare", "row"]);

/** The form's own decimals, made here a second time from the exact values. */
function formNumbers({ county }) {
  const made = new Set(["116", "43.57", "65321"]);
  for (const stage of county.stages) {
    for (const { cv, unitsMeeting } of stage.indicators) {
      if (cv !== null) made.add(cv.toFixed(3));
      if (stage.units > 0) made.add(((100 * unitsMeeting) / stage.units).toFixed(1));
    }
  }
  for (const check of county.parts.flatMap(({ items }) => items.flatMap(({ checks }) => checks)))
    for (const { value } of check.judged ?? []) if (value !== null) made.add((100 * value).toFixed(1));
  return made;
}

/** What a paper counts and names on its own: places in lists, columns of the form, its notes and its sentences. */
const ownNumber = (text) =>
  text
    .replaceAll(/(^|\n)\d+\. /g, "$1")
    .replaceAll(/L\d+(-L?\d+)?/g, "")
    .replace(/^注：1\.[^]*$/, "")
    .replaceAll(/360学时|100人的规模/g, "");

test("every number of every paper is one of the evaluation, in every format", () => {
  const said = new Set([...saidNumbers(source), ...formNumbers(source)]);
  let looked = 0;
  for (const { kind, format } of formatsAndKinds(source)) {
    const texts = textsOf(makePaper(source, kind, format), format).map(ownNumber);
    for (const text of texts)
      for (const number of numbersOf([text])) {
        looked += 1;
        const place = /^\d{1,2}$/.test(text) && (kind === "form" || kind === "problems"); // its line in a list
        assert.ok(place || said.has(number) || /材料不足的\d+项/.test(text), `${kind}.${format}: ${number} in ${text}`);
      }
  }
  assert.ok(looked > 5000, String(looked));
});

test("a number that no format has from the evaluation would be found", () => {
  const said = new Set([...saidNumbers(source), ...formNumbers(source)]);
  for (const wrong of ["0.53678", "4.431", "97.79", "31246"]) assert.ok(!said.has(wrong), wrong);
  for (const right of ["0.5368", "0.537", "4.43", "97.78", "97.8", "31245"]) assert.ok(said.has(right), right);
});

test("all formats of a paper say the same numbers", () => {
  const draft = new Map();
  for (const { kind, format } of formatsAndKinds(source)) {
    const texts = textsOf(makePaper(source, kind, format), format);
    const numbers = counted(numbersOf(texts.filter((text) => !text.startsWith("草稿 ·"))));
    draft.set(kind, [...(draft.get(kind) ?? []), [format, numbers]]);
  }
  assert.equal(draft.size, 6);
  for (const [kind, [[, first], ...others]] of draft)
    for (const [format, numbers] of others) assert.equal(numbers, first, `${kind}.${format}`);
});

/** Elements that begin and end in turn, and no sign that would be markup. */
function expectWellFormed(xml, name) {
  const open = [];
  const rest = xml.replace(
    /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/g,
    (_, closes, tag, _attributes, alone) => {
      if (closes !== "") assert.equal(open.pop(), tag, name);
      else if (alone === "") open.push(tag);
      return "";
    },
  );
  assert.deepEqual(open, [], name);
  const text = rest.replace(/^<\?xml[^>]*\?>/, "");
  assert.doesNotMatch(text, /[<>]|&(?!(amp|lt|gt|quot);)/, name);
  assert.doesNotMatch(text, /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/u, name);
}

test("names that try to do harm are names, in every format", () => {
  const work = hostileWork();
  const bad = [...kHostile, "\u0000\u0008\ud800'\"&lt;", "_x000D_", "@SUM(1)", "+1+1", "\t=1"];
  const about = {
    ...Object.fromEntries(Object.keys(kAbout).map((key, at) => [key, bad[at % bad.length]])),
    county: bad[0],
    deadline: bad[7],
    filler: bad[9],
    reviewer: bad[5],
    basics: { L1: bad[5], L2: bad[11], L3: bad[0] },
    departments: { G1: bad[5], G2: bad[2], 1: bad[12] },
  };
  const source = sourceOf({ table: work.tables[0].text, about });
  const change = { resource: bad[0], unit: bad[5], indicator: bad[2], by: "3", before: bad[9], after: bad[12] };
  const schools = source.county.units.map(({ row, sheet }) => ({ row, sheet, changes: [change] }));
  const stages = ["primary", "middle", "senior"];
  const pupils = schools.map(({ row, sheet }) => ({ row, sheet, before: 100, after: 99 }));
  const hostile = {
    ...source,
    plans: stages.map((stage) => ({ stage, after: [], apart: false, said: [bad[5]], schools, pupils })),
  };
  for (const { kind, format } of formatsAndKinds(hostile)) {
    const file = makePaper(hostile, kind, format);
    assert.doesNotMatch(file.name, /[\\/:*?"<>|\0-\x1f]/, file.name);
    const name = `${kind}.${format}`;
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(file.bytes);
    for (const said of textsOf(file, format)) {
      assert.doesNotMatch(said, /长{81}/, name);
      assert.doesNotMatch(said, /\u202eabc/, name);
    }
    if (format === "docx" || format === "xlsx")
      for (const [part, xml] of Object.entries(partsOf(file.bytes))) expectWellFormed(xml, `${name} ${part}`);
    if (format === "xlsx") for (const { formulas } of sheetsOf(file.bytes)) assert.equal(formulas, 0, name);
    if (format === "html") {
      assert.doesNotMatch(text, /<(script|img|iframe|b)\b|<[^>]* on\w+=/i, name);
      assert.match(text, /default-src 'none'; style-src 'sha256-/);
    }
    if (format === "csv") {
      assert.ok(text.startsWith("\ufeff"), name);
      for (const cell of textsOf(file, "csv"))
        assert.doesNotMatch(cell, /^[\t\s]*[=@]|^[+-](?!\d+(\.\d+)?$)/, `${name}: ${cell}`);
      // room to write in (整改措施) is no text, and nothing stands in it
      for (const cell of textsOf(file, "csv"))
        assert.doesNotMatch(cell, /^'?\s+$|^'$/, `${name}: ${JSON.stringify(cell)}`);
    }
  }
});

test("the standard of 2012 has all papers but the form, and nothing of the other standard is in them", () => {
  const other = sourceOf({ standard: "basic-2012", county: {} });
  const made = formatsAndKinds(other);
  assert.deepEqual([...new Set(made.map(({ kind }) => kind))], ["report", "schools", "tasks", "problems", "timetable"]);
  for (const { kind, format } of made) {
    const texts = textsOf(makePaper(other, kind, format), format).join("\n");
    assert.doesNotMatch(texts, /优质均衡|undefined|NaN|\[object/, `${kind}.${format}`);
    if (kind === "report") assert.match(texts, /综合差异系数/);
  }
  for (const { kind, format } of formatsAndKinds(source))
    assert.doesNotMatch(textsOf(makePaper(source, kind, format), format).join("\n"), /undefined|NaN|\[object/, kind);
});

test("the same paper is the same bytes, and a file is called by its county, day and paper", () => {
  for (const { kind, format } of formatsAndKinds(source)) {
    const [one, other] = [makePaper(source, kind, format), makePaper(source, kind, format)];
    assert.equal(Buffer.compare(one.bytes, other.bytes), 0, `${kind}.${format}`);
    assert.match(one.name, new RegExp(`^示例区-2024年9月1日-.+\\.${format}$`));
  }
  assert.equal(makePaper(source, "report", "docx").name, "示例区-2024年9月1日-自查自评报告.docx");
});

test("the heads of a list that goes over several pages stand on each of them", () => {
  for (const [kind, sheet, rows] of [
    ["form", "表Ⅱ-2", 3],
    ["problems", "问题台账", 2],
    ["tasks", "目标任务分解表", 2],
  ]) {
    const book = partsOf(makePaper(source, kind, "xlsx").bytes)["xl/workbook.xml"];
    assert.ok(book.includes(`'${sheet}'!$1:$${rows}</definedName>`), `${kind}: ${book}`);
    const text = partsOf(makePaper(source, kind, "docx").bytes)["word/document.xml"];
    assert.ok(text.includes("<w:tblHeader/>"), kind);
  }
});

test("what stands below a table in a document is a row of it, on the page of the row above", () => {
  let looked = 0;
  for (const { kind, format } of formatsAndKinds(source)) {
    if (format !== "docx" || kind === "report") continue;
    const body = partsOf(makePaper(source, kind, "docx").bytes)["word/document.xml"];
    assert.ok(body.includes("填报单位（盖章）"), kind);
    for (const apart of body.split(/<w:tbl>[^]*?<\/w:tbl>/)) assert.doesNotMatch(apart, /w:val="note"/, kind);
    for (const [table] of body.matchAll(/<w:tbl>[^]*?<\/w:tbl>/g)) {
      const [, ...rows] = table.split("<w:tr>");
      if (!rows.at(-1).includes('w:val="note"')) continue;
      looked += 1;
      const above = rows.at(-2).match(/<w:pPr>/g).length;
      assert.equal(rows.at(-2).match(/<w:keepNext\/>/g).length, above, kind);
    }
  }
  assert.ok(looked > 10);
});
