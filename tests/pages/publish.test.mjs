// SPDX-License-Identifier: MIT
//
// Publishing by one call in Node: what is in the page before any script, what is left out and said to be, and that
// nothing that a person typed becomes more than text.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { test } from "node:test";
import { brotliCompressSync } from "node:zlib";
import {
  hostileWork,
  headLine,
  kHostile,
  loadJunheng,
  loadPublisher,
  sampleText,
  sampleWork,
  sixtyWork,
  tableOf,
  schools,
} from "../support/publishing.mjs";
import { kBudgets } from "../../web/tools/sizes.mjs";

const { unzipSync } = createRequire(new URL("../../web/package.json", import.meta.url))("fflate");
const publisher = await loadPublisher();
const junheng = await loadJunheng();
const sum = (bytes) => createHash("sha256").update(bytes).digest("hex");
const text = (bytes) => new TextDecoder().decode(bytes);

test("verdict, coefficients and every school stand in the page before any script", () => {
  const page = text(publisher.publish(sampleWork).files()["index.html"]);
  const main = page.slice(page.indexOf("<main"), page.indexOf("</main>"));
  assert.match(main, /不达标/);
  assert.match(main, /0\.5368/);
  const [county] = junheng.evaluate({ table: sampleText }).counties;
  for (const unit of county.units) assert.ok(main.includes(unit.school), unit.school);
  for (const { message } of county.parts.flatMap((part) => part.reasons))
    assert.ok(main.includes(message.zh.replaceAll('"', "&quot;")), message.zh);
  assert.ok(page.indexOf("<script") > page.indexOf("</main>"));
});

test("the published numbers are those of the whole table", () => {
  const publication = publisher.publish(sampleWork);
  const whole = junheng.evaluate({ table: sampleText });
  assert.deepEqual(publication.lost, []);
  assert.deepEqual(publication.evaluation.counties, whole.counties);
});

test("schools that only another reading leaves out are not said to be left out", () => {
  const said = (options) =>
    publisher
      .publish({ ...sampleWork, options })
      .single("zh")
      .match(/不参加评估：[^<]*/)[0];
  assert.match(said({}), /特殊教育学校/);
  assert.doesNotMatch(said({}), /民办学校/);
  assert.match(said({ private: "left_out" }), /民办学校不参加/);
});

test("a condition of entry stands behind the parts, with what was found", () => {
  const list = (county) => {
    const page = publisher.publish({ ...sampleWork, county: JSON.stringify(county) }).single("zh");
    const from = page.indexOf('<ul class="parts">');
    return page.slice(page.indexOf("通过基本均衡认定满三年", from), page.indexOf("</section>", from));
  };
  assert.match(list({ basic_balance_years: 2 }), /^[^<]*：.{0,80}不达标.*认定以来的年数：2/su);
  assert.match(list({ basic_balance_years: 3 }), /^[^<]*：.{0,80}达标/su);
  assert.doesNotMatch(list({ basic_balance_years: 3 }).slice(0, 120), /不达标/);
  assert.match(list({}), /^[^<]*：.{0,80}数据不足/su);
});

test("a reading of the rule that is not the standard's own stands with the verdict, published and sealed", () => {
  const work = { ...sampleWork, options: { retention: "C" } };
  const main = (page) => page.slice(page.indexOf('<section id="verdict"'), page.indexOf("</main>"));
  const said = { zh: "口径：三年巩固率公式按“毕业÷初一”。", en: "Readings chosen: Formula of retention as" };
  for (const language of ["zh", "en"]) {
    for (const make of [publisher.publish, publisher.seal]) {
      assert.ok(main(make(work).single(language)).includes(said[language]), `${make.name}, ${language}`);
      assert.doesNotMatch(main(make(sampleWork).single(language)), /口径：|Readings chosen/, `${make.name}: default`);
    }
  }
  assert.ok(text(publisher.publish(work).files()["index.html"]).includes(said.zh));
  assert.equal(publisher.check(publisher.seal(work).single()).evaluation.options.retention, "C");
});

test("sums are those that sha256sum prints of the files", () => {
  const publication = publisher.publish(sampleWork);
  const files = publication.files();
  assert.equal(publication.sums.data, sum(files["data.json"]));
  assert.equal(publication.sums.engine, sum(files["junheng.wasm"]));
  for (const page of [files["index.html"], files["en.html"]]) {
    for (const value of Object.values(publication.sums)) assert.ok(text(page).includes(value));
  }
});

test("remarks, unknown columns, totals and notes are left out, and the page says so", () => {
  const work = {
    ...sampleWork,
    tables: [
      {
        name: "",
        text: `${headLine}\t校长电话\n${schools(8)
          .map((row) => `${row.replace(/示例数据$/, "张三说的")}\t13800000000`)
          .join("\n")}\n合计\t\t\t99999\n填表人：李四\n`,
      },
    ],
  };
  const publication = publisher.publish(work);
  const files = publication.files();
  for (const [name, bytes] of Object.entries(files).filter(([name]) => /html|json/.test(name))) {
    for (const secret of ["张三", "13800000000", "李四", "99999"])
      assert.ok(!text(bytes).includes(secret), `${secret} in ${name}`);
  }
  assert.deepEqual(publication.leftOut.columns, ["备注", "校长电话"]);
  assert.match(text(files["index.html"]), /没有公布的列（评估不用）：备注、校长电话/);
  assert.deepEqual(publication.lost, []);
  // a sealed file is evidence and keeps everything
  assert.ok(publisher.seal(work).single().includes("13800000000"));
});

/** Of the sample's 初中: 3 more teachers with a higher degree at its first school, as a plan has them. */
const kPlan = (() => {
  const { counties, columns } = junheng.evaluate({ table: sampleText });
  const unit = counties[0].units.find(({ stage, status }) => stage === "middle" && status === "evaluated");
  const column = columns.findIndex(({ field, stage }) => field === "degree_teachers" && stage === "middle");
  const before = sampleText.split("\n")[unit.row - 1].split("\t")[column];
  const text = String(Number(before) + 3);
  const change = { kind: "set", row: unit.row, field: "degree_teachers", stage: "middle", text };
  return {
    column,
    before,
    text,
    school: unit.school,
    row: unit.row,
    plan: { name: "达标方案（初中）", changes: [change] },
  };
})();

test("a plan is published where its owner wants it: as it is, as it is meant to be, computed with it", () => {
  const section = (page) => /<section id="plan">.*?<\/section>/s.exec(page.slice(0, page.indexOf("<script")))?.[0];
  assert.equal(section(publisher.publish(sampleWork).single()), undefined);
  const { column, before, text: then, school, row, plan } = kPlan;
  const publication = publisher.publish({ ...sampleWork, plan });
  const shown = section(publication.single());
  assert.ok(shown.includes("达标方案（初中）"));
  assert.ok(shown.includes(`<bdi>${school}</bdi>`));
  for (const cell of [before, then]) assert.ok(shown.includes(`<td class="number"><bdi>${cell}</bdi></td>`), cell);
  const data = JSON.parse(text(publication.files()["data.json"]));
  assert.deepEqual(data.plan, { name: plan.name, edits: [{ row, column, text: then }] });
  const after = junheng.evaluate({ table: sampleText, reading: { edits: data.plan.edits } });
  const cvOf = (one) =>
    one.counties[0].stages.find(({ stage }) => stage === "middle").indicators.find(({ id }) => id === "degree_teachers")
      .cvText;
  const [now, with_] = [cvOf(junheng.evaluate({ table: sampleText })), cvOf(after)];
  assert.notEqual(now, with_);
  // Each with its verdict beside it.
  for (const cv of [now, with_]) assert.ok(shown.includes(`<td>${cv} <span class="is-pass">`), cv);
  assert.deepEqual(publication.evaluation.counties, junheng.evaluate({ table: sampleText }).counties);
  assert.match(section(publication.single("en")), /With the plan/);
  assert.equal(publisher.check(publication.single()).state, "agrees");
  const forged = publication.single().replace(`"text":"${then}"`, `"text":"${Number(then) + 1}"`);
  assert.equal(publisher.check(forged).state, "differs");
});

test("a plan that is more than other numbers, or of a number that is left out, is not published", () => {
  const { plan } = kPlan;
  const [change] = plan.changes;
  const published = (work, changes) => {
    const data = JSON.parse(text(publisher.publish({ ...work, plan: { ...plan, changes } }).files()["data.json"]));
    return data.plan;
  };
  assert.notEqual(published(sampleWork, [change]), undefined);
  assert.equal(published(sampleWork, [change, { ...change, kind: "close" }]), undefined);
  assert.equal(published(sampleWork, [{ ...change, field: "boarders" }]), undefined, "no such column");
  assert.equal(published(sampleWork, []), undefined);
  const twice = { ...sampleWork, tables: [...sampleWork.tables, { name: "又一张", text: sampleText }] };
  assert.equal(published(twice, [change]), undefined);
});

test("counts of fewer than five people are left out; what cannot be computed any more is told to the publisher", () => {
  const lines = schools(6).map((row, index) => `${row}\t${index === 2 ? 3 : 120}\t${100 + index}`);
  const work = {
    ...sampleWork,
    tables: [
      { name: "", text: `${headLine}\t进城务工人员随迁子女在校生人数\t毕业年级三年转入学生数\n${lines.join("\n")}\n` },
    ],
  };
  const publication = publisher.publish(work);
  assert.deepEqual(publication.leftOut.small, [{ sheet: 0, row: 4, column: "进城务工人员随迁子女在校生人数" }]);
  assert.match(text(publication.files()["index.html"]), /不足 5 人的人数未公布，共 1 处/);
  const data = JSON.parse(text(publication.files()["data.json"]));
  assert.equal(data.tables[0].text.split("\n")[3].split("\t").at(-2), "");
  assert.deepEqual(publisher.publish({ ...work, keepSmallCounts: true }).leftOut.small, []);
});

test("corrections of cells that are left out, or that are small, do not give them away", () => {
  const at = headLine.split("\t").length - 1;
  const reading = {
    edits: [
      { row: 2, column: at, text: "王五" },
      { row: 2, column: 3, text: "2185" },
    ],
  };
  const data = JSON.parse(text(publisher.publish({ ...sampleWork, reading }).files()["data.json"]));
  assert.deepEqual(data.reading.edits, [{ row: 2, column: 3, text: "2185" }]);
});

test("several tables, each with columns of its own", () => {
  const work = {
    ...sampleWork,
    tables: schools(4).map((row, index) => ({ name: `校${index}`, text: tableOf([row]) })),
  };
  const publication = publisher.publish(work);
  assert.deepEqual(publication.lost, []);
  assert.equal(
    publication.evaluation.counties[0].units.filter((unit) => unit.status === "evaluated").length >= 4,
    true,
  );
  assert.ok(!text(publication.files()["data.json"]).includes("示例数据"));
});

test("the other standard, with a composite coefficient", () => {
  const page = publisher.publish({ ...sampleWork, standard: "basic-2012" }).single("en");
  assert.match(page, /Composite coefficient/);
  assert.throws(() => publisher.publish({ ...sampleWork, standard: "none" }), RangeError);
});

test("what people type stays text: in the page, in its blocks, in both languages and packings", () => {
  const publication = publisher.publish(hostileWork());
  const sealed = publisher.seal(hostileWork());
  const files = publication.files();
  for (const page of [text(files["index.html"]), text(files["en.html"]), publication.single(), sealed.single("en")]) {
    const blocks = page.match(/<script\b/g).length;
    const packed = page.includes('id="engine"');
    assert.equal(blocks, packed ? 4 : 3);
    const main = page.slice(page.indexOf("<main"), page.indexOf("</main>"));
    assert.doesNotMatch(main, /<img|<script|<b>|\son\w+="/);
    assert.ok(main.length < 400_000, "a name of ten thousand characters is cut");
  }
  const data = JSON.parse(text(files["data.json"]));
  assert.equal(data.title, kHostile[0]);
});

test("the same work gives the same bytes", () => {
  const [one, other] = [publisher.publish(sampleWork), publisher.publish(sampleWork)];
  assert.equal(sum(one.zip()), sum(other.zip()));
  assert.equal(one.single(), other.single());
  assert.deepEqual(Object.keys(unzipSync(one.zip())).sort(), [
    "README.txt",
    "data.json",
    "en.html",
    "index.html",
    "junheng.wasm",
    "page.css",
    "page.js",
  ]);
});

test("a county of 60 schools stays within the budget of the county page as brotli sends it", () => {
  const publication = publisher.publish(sixtyWork);
  const files = publication.files();
  const size = (names) => names.reduce((total, name) => total + brotliCompressSync(files[name]).length, 0);
  const folder = size(["index.html", "page.css", "page.js", "junheng.wasm"]);
  const single = brotliCompressSync(new TextEncoder().encode(publication.single())).length;
  console.log(`60 schools: folder ${folder} bytes, single file ${single} bytes, brotli`);
  const { budget } = kBudgets.find((one) => one.name === "county page");
  assert.ok(folder < budget, `${folder}`);
  // The engine is text in it, which takes a third more.
  assert.ok(single < budget * 1.2, `${single}`);
});

test("policies: by hash in the single file, own files in the folder", () => {
  const publication = publisher.publish(sampleWork);
  const single = publication.single();
  const policy = single.match(/http-equiv="Content-Security-Policy" content="([^"]+)"/)[1];
  assert.match(policy, /default-src 'none'.*connect-src 'none'/);
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:/);
  const script = single.slice(single.lastIndexOf("<script>") + 8, single.lastIndexOf("</script>"));
  assert.ok(policy.includes(createHash("sha256").update(script).digest("base64")));
  assert.match(text(publication.files()["index.html"]), /script-src 'self' 'wasm-unsafe-eval'/);
  assert.doesNotMatch(single, /\sstyle="/);
});
