// SPDX-License-Identifier: MIT
//
// Sealed evidence by one call in Node: says whether it still agrees, tells two files apart school by school, and puts
// schools' files together to what the joint table says.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import {
  hostileWork,
  loadJunheng,
  loadPublisher,
  sampleText,
  sampleWork,
  schools,
  site,
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
    assert.equal(checked.state, "agrees");
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
    assert.equal(checked.state, "differs", what);
  }
});

test("what is printed rightly but hidden, or shown by other programs, is called out", () => {
  const main = sealed.slice(sealed.indexOf("<main"), sealed.indexOf("</main>") + 7);
  const hidden = sealed.replace(main, () => `<!--${main}--><main><p>达标</p></main>`);
  assert.equal(publisher.check(hidden).state, "differs");
  const banner = sealed.replace('<main id="printed">', () => '<p>达标</p><main id="printed">');
  assert.equal(publisher.check(banner).state, "differs");
  const style = sealed.replace("<style>", "<style>main{display:none}");
  assert.equal(publisher.check(style).state, "differs", "its policy names the style by hash");
});

test("a file made by the rules with other programs in it is neither right nor wrong", async () => {
  const part = (name) => readFile(new URL(name, site));
  const [wasm, script, style] = await Promise.all(
    ["engine/junheng.wasm", "publish/page.js", "publish/page.css"].map(part),
  );
  const parts = {
    wasm: new Uint8Array(wasm),
    script: script.toString(),
    style: style.toString(),
  };
  const { makePublisher } = await import(new URL("publish/publish.js", site).href);
  const made = (changes) =>
    makePublisher(junheng, { ...parts, ...changes })
      .seal(sampleWork)
      .single();
  assert.equal(publisher.check(made({})).state, "agrees");
  for (const [what, changes] of Object.entries({
    "a stylesheet that hides": { style: `${parts.style}\nmain{display:none}` },
    "one space more in it": { style: `${parts.style} ` },
    "a script that shows another verdict": {
      script: 'document.getElementById("verdict").textContent="达标"',
    },
    "another engine": {
      wasm: new Uint8Array([...parts.wasm, 0, 3, 1, 65, 66]),
    },
  }))
    assert.equal(publisher.check(made(changes)).state, "program", what);
});

test("bytes are judged as bytes", () => {
  const bytes = new TextEncoder().encode(sealed);
  const at = sealed.indexOf("示例一小");
  const place = new TextEncoder().encode(sealed.slice(0, at)).length;
  const broken = bytes.slice();
  broken[place + 1] = 0xff;
  assert.equal(publisher.check(bytes).state, "agrees");
  for (const [what, file] of Object.entries({
    "a mark of byte order": new Uint8Array([0xef, 0xbb, 0xbf, ...bytes]),
    "a byte that is no UTF-8": broken,
    "one cut off": bytes.subarray(0, bytes.length - 1),
    "one more": new Uint8Array([...bytes, 0x20]),
    "a line end of two bytes": new TextEncoder().encode(sealed.replaceAll("\n", "\r\n")),
  }))
    assert.equal(publisher.check(file)?.state ?? "none", "differs", what);
});

test("pages of a folder are checked as well", () => {
  const files = publisher.publish(sampleWork).files();
  for (const name of ["index.html", "en.html"]) {
    const html = new TextDecoder().decode(files[name]);
    assert.equal(publisher.check(html).state, "agrees", name);
    assert.equal(publisher.check(html.replace("0.5368", "0.4368")).state, "differs", name);
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
  const { same, cells, schools: changes, coefficients } = publisher.compare(one, other);
  assert.deepEqual(same, { data: false, standard: true, engine: true });
  assert.deepEqual(cells, [
    {
      school: "示例一小",
      column: "小学在校生数",
      before: "2184",
      after: "2150",
    },
  ]);
  const first = changes.filter(({ school }) => school === "示例一小");
  assert.deepEqual(first[0], {
    school: "示例一小",
    stage: "primary",
    what: "pupils",
    before: "2184",
    after: "2150",
  });
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
    cells: [],
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
        publisher
          .seal({
            ...sampleWork,
            tables: [{ name: "", text: tableOf([line]) }],
            reading,
          })
          .single(),
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
  const none = {
    edits: [],
    columns: [],
    leftOut: [],
    header: { sheet: 0, row: 0, last: 0 },
  };
  const fileOf = (line, index, header) => {
    const { data } = publisher.check(
      publisher.seal({ ...sampleWork, tables: [{ name: "", text: tableOf([line]) }] }).single(),
    );
    return {
      name: `学校${index + 1}.html`,
      data: { ...data, reading: { ...none, header } },
    };
  };
  const [one, other] = schools(2);
  const sealedEarlier = [fileOf(one, 0, none.header), fileOf(other, 1, none.header)];
  const merged = publisher.merge(sealedEarlier);
  assert.equal(merged.fault, undefined);
  assert.equal(merged.work.reading.header, undefined);
  assert.equal(publisher.seal(merged.work).evaluation.counties[0].units.length, 2);
  const chosen = fileOf(one, 0, { sheet: 0, row: 1, last: 1 });
  assert.equal(publisher.merge([chosen, sealedEarlier[1]]).fault, "header");
  assert.deepEqual(publisher.merge([chosen]).work.reading.header, {
    sheet: 0,
    row: 1,
    last: 1,
  });
  assert.equal(
    publisher.seal({ ...sampleWork, reading: none }).single(),
    publisher.seal({ ...sampleWork, reading: { edits: [], columns: [], leftOut: [] } }).single(),
  );
});

test("what does not go together is refused, with the files", () => {
  const one = { name: "一", data: publisher.check(sealed).data };
  const of = (changes) => ({ name: "二", data: { ...one.data, ...changes } });
  assert.deepEqual(publisher.merge([]), { fault: "nothing", files: [] });
  assert.deepEqual(publisher.merge([one, of({ standard: "basic-2012" })]), {
    fault: "standards",
    files: ["一", "二"],
  });
  assert.deepEqual(publisher.merge([one, of({})]), {
    fault: "twice",
    files: ["一", "二"],
  });
  assert.equal(publisher.merge([one, of({ options: { retention: "B" } })]).fault, "options");
});
