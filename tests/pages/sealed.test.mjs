// SPDX-License-Identifier: MIT
//
// Sealed evidence by one call in Node: says whether it still agrees, tells two files apart school by school, and puts
// schools' files together to what the joint table says.

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  hostileWork,
  loadJunheng,
  loadPublisher,
  sampleText,
  sampleWork,
  schools,
  tableOf,
} from "../support/publishing.mjs";

const publisher = await loadPublisher();
const junheng = await loadJunheng();
const sealed = publisher.seal(sampleWork).single();

test("a sealed file agrees, in both languages, also with hostile names", () => {
  for (const html of [
    sealed,
    publisher.seal(sampleWork).single("en"),
    publisher.publish(sampleWork).single(),
    publisher.seal(hostileWork()).single(),
  ]) {
    const checked = publisher.check(html);
    assert.deepEqual([checked.agrees, checked.sameEngine], [true, true]);
  }
});

test("one changed byte of data, of a printed number, of the standard, of the engine", () => {
  const engineAt = sealed.indexOf('<script id="engine"') + 2000;
  const other = sealed[engineAt] === "A" ? "B" : "A";
  const changes = {
    data: sealed.replace("\\t2184\\t", "\\t2185\\t"),
    "a date that nothing is computed from": sealed.replace('"date":"2024-09-01"', '"date":"2024-09-11"'),
    number: sealed.replace(">7.90<", ">7.91<"),
    standard: sealed.replace('"text":"4.2"', '"text":"4.3"'),
    engine: sealed.slice(0, engineAt) + other + sealed.slice(engineAt + 1),
  };
  for (const [what, html] of Object.entries(changes)) {
    assert.notEqual(html, sealed, what);
    const checked = publisher.check(html);
    assert.equal(checked.agrees, false, what);
  }
});

test("what is printed rightly but hidden, or shown by other programs, is called out", () => {
  const main = sealed.slice(sealed.indexOf("<main"), sealed.indexOf("</main>") + 7);
  const hidden = sealed.replace(main, () => `<!--${main}--><main><p>达标</p></main>`);
  assert.equal(publisher.check(hidden).agrees, false);
  const banner = sealed.replace('<main id="printed">', () => '<p>达标</p><main id="printed">');
  assert.equal(publisher.check(banner).agrees, false);
  const style = sealed.replace("<style>", "<style>main{display:none}");
  assert.deepEqual(
    [publisher.check(style).agrees, publisher.check(style).sameEngine],
    [false, false],
    "its policy names the style by hash",
  );
});

test("pages of a folder are checked as well", () => {
  const files = publisher.publish(sampleWork).files();
  for (const name of ["index.html", "en.html"]) {
    const html = new TextDecoder().decode(files[name]);
    assert.equal(publisher.check(html).agrees, true, name);
    assert.equal(publisher.check(html.replace("0.5368", "0.4368")).agrees, false, name);
  }
});

test("what is no such file is none", () => {
  for (const html of [
    "",
    "<html>",
    '<script id="data">{}</script>',
    sealed.replaceAll("junheng.published/1", "junheng.published/9"),
  ]) {
    assert.equal(publisher.check(html), null);
  }
});

test("two files: what changed, school by school", () => {
  const after = sampleText.replace("\t2184\t", "\t2150\t").replace("示例二小\t", "新二小\t");
  const [one, other] = [sealed, publisher.seal({ ...sampleWork, tables: [{ name: "", text: after }] }).single()].map(
    (html) => publisher.check(html),
  );
  const { same, schools: changes, coefficients } = publisher.compare(one, other);
  assert.deepEqual(same, { data: false, standard: true, engine: true });
  const first = changes.filter(({ school }) => school === "示例一小");
  assert.deepEqual(first[0], { school: "示例一小", stage: "primary", what: "pupils", before: "2184", after: "2150" });
  assert.equal(first.length, 8, "pupils and the seven indicators");
  assert.deepEqual(
    changes.filter(({ what }) => what === "there").map(({ school, before, after }) => [school, before, after]),
    [
      ["示例二小", "yes", null],
      ["新二小", null, "yes"],
    ],
  );
  assert.ok(coefficients.length > 0);
  assert.deepEqual(publisher.compare(one, one), {
    same: { data: true, standard: true, engine: true },
    verdicts: [],
    coefficients: [],
    schools: [],
  });
});

/** Rows and sheets are other ones; everything else must be equal. */
function withoutPlaces(value) {
  return JSON.parse(JSON.stringify(value, (key, inner) => (key === "row" || key === "sheet" ? undefined : inner)));
}

test("60 schools' sealed files together are the joint table", () => {
  const lines = schools(60);
  const files = lines.map((line, index) => {
    const { data } = publisher.check(
      publisher.seal({ ...sampleWork, tables: [{ name: "", text: tableOf([line]) }] }).single(),
    );
    return { name: `学校${index + 1}.html`, data };
  });
  const { work } = publisher.merge(files);
  const merged = publisher.seal(work).evaluation;
  const joint = junheng.evaluate({ table: tableOf(lines) });
  assert.ok(joint.counties[0].stages.reduce((sum, stage) => sum + stage.units, 0) >= 60);
  assert.deepEqual(withoutPlaces(merged.counties), withoutPlaces(joint.counties));
});

test("decisions about a table go with it", () => {
  const lines = schools(3);
  const files = lines.map((line, index) => {
    const reading = index === 1 ? { edits: [{ row: 2, column: 3, text: "777" }] } : {};
    return {
      name: `${index}`,
      data: publisher.check(
        publisher.seal({ ...sampleWork, tables: [{ name: "", text: tableOf([line]) }], reading }).single(),
      ).data,
    };
  });
  const { evaluation } = publisher.seal(publisher.merge(files).work);
  assert.deepEqual(
    evaluation.counties[0].units.map(({ pupils }) => pupils === 777),
    [false, true, false],
  );
});

test("a header of rows 0 to 0, as earlier versions wrote it, is none; a chosen one is refused, and stays where there is one file", () => {
  const none = { edits: [], columns: [], leftOut: [], header: { sheet: 0, row: 0, last: 0 } };
  const fileOf = (line, index, header) => {
    const { data } = publisher.check(
      publisher.seal({ ...sampleWork, tables: [{ name: "", text: tableOf([line]) }] }).single(),
    );
    return { name: `学校${index + 1}.html`, data: { ...data, reading: { ...none, header } } };
  };
  const [one, other] = schools(2);
  const sealedEarlier = [fileOf(one, 0, none.header), fileOf(other, 1, none.header)];
  const merged = publisher.merge(sealedEarlier);
  assert.equal(merged.fault, undefined);
  assert.equal(merged.work.reading.header, undefined);
  assert.equal(publisher.seal(merged.work).evaluation.counties[0].units.length, 2);
  const chosen = fileOf(one, 0, { sheet: 0, row: 1, last: 1 });
  assert.equal(publisher.merge([chosen, sealedEarlier[1]]).fault, "header");
  assert.deepEqual(publisher.merge([chosen]).work.reading.header, { sheet: 0, row: 1, last: 1 });
  assert.equal(
    publisher.seal({ ...sampleWork, reading: none }).single(),
    publisher.seal({ ...sampleWork, reading: { edits: [], columns: [], leftOut: [] } }).single(),
  );
});

test("what does not go together is refused, with the files", () => {
  const one = { name: "一", data: publisher.check(sealed).data };
  const of = (changes) => ({ name: "二", data: { ...one.data, ...changes } });
  assert.deepEqual(publisher.merge([]), { fault: "nothing", files: [] });
  assert.deepEqual(publisher.merge([one, of({ standard: "basic-2012" })]), { fault: "standards", files: ["一", "二"] });
  assert.deepEqual(publisher.merge([one, of({})]), { fault: "twice", files: ["一", "二"] });
  assert.equal(publisher.merge([one, of({ options: { retention: "B" } })]).fault, "options");
});
