// SPDX-License-Identifier: MIT
//
// 自查自评报告: its skeleton and layout, and that no sentence says more than the verdict behind it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { sampleText } from "../support/publishing.mjs";
import { documentTexts, kFacts, makePaper, partsOf, sourceOf } from "./papers.mjs";

const source = sourceOf();
const textsOf = (from) => documentTexts(makePaper(from, "report", "docx").bytes);
const texts = textsOf(source);

test("the skeleton that reports share, in its order", () => {
  assert.equal(texts[0], "示例区义务教育优质均衡发展自查自评报告");
  assert.equal(texts[1], "（草稿）");
  const order = [
    "一、基本情况",
    "二、主要指标完成情况",
    "（一）资源配置",
    "1. 每百名学生拥有高于规定学历教师数。",
    "（二）政府保障程度",
    "1. 县域内义务教育学校规划布局合理，符合国家规定要求。",
    "（三）教育质量",
    "（四）社会认可度",
    "（五）一票否决",
    "三、存在的问题",
    "四、下一步工作",
    "示例区教育委员会",
    "2024年9月1日",
  ];
  const places = order.map((text) => texts.indexOf(text));
  assert.ok(
    places.every((place, at) => place > (places[at - 1] ?? -1)),
    String(places),
  );
});

test("every item ends with its conclusion, by its verdict", () => {
  const { parts } = source.county;
  const said = { pass: "达标", fail: "不达标", unknown: "无法判定（材料待补）" };
  const veto = { ...said, pass: "没有该情形", fail: "有该情形" };
  for (const part of parts)
    part.items.forEach((item, at) => {
      const rule = item.rule.zh.replace(/。$/, "");
      const point = part.id === "veto" ? `${at + 1}. 不予认定的情形：${rule}。` : `${at + 1}. ${rule}。`;
      const next = texts[texts.indexOf(point) + 1];
      assert.ok(next?.endsWith(`自评结论：${(part.id === "veto" ? veto : said)[item.verdict]}。`), `${point} ${next}`);
    });
  for (const { title, verdict, id } of parts)
    assert.ok(texts.includes(`“${title.zh}”自评结论：${(id === "veto" ? veto : said)[verdict]}。`), title.zh);
});

test("nobody is said to have nearly met the standard, and what is unknown is never met", () => {
  const states = [
    source,
    sourceOf({ county: {} }),
    sourceOf({ table: sampleText.split("\n").slice(0, 2).join("\n"), county: {} }),
  ];
  for (const state of states) {
    const all = textsOf(state).join("\n");
    assert.doesNotMatch(all, /基本达标|基本符合|基本达到/);
    for (const [, found, verdict] of all.matchAll(/^(.*(?:没有数据|数据不足|未说明).*)自评结论：([^。]+)。$/gm))
      assert.notEqual(verdict, "达标", found);
  }
  const empty = textsOf(sourceOf({ table: "学校名称\t学校类型\n", county: {} }));
  assert.ok(empty.some((text) => text.includes("各学段没有可评估的学校数据")));
  assert.equal(empty.filter((text) => /自评结论：达标/.test(text)).length, 0);
});

test("problems are those that fail, what is missing stands apart, and each has somebody who answers for it", () => {
  const failing = texts.indexOf("（一）不达标的");
  const open = texts.indexOf("（二）材料不足、无法判定的");
  const next = texts.indexOf("四、下一步工作");
  const said = texts.slice(failing + 1, open);
  assert.match(said[0], /^1\. 小学生均体育运动场馆面积：差异系数0\.5368，要求不高于0\.50。$/);
  assert.ok(said.some((text) => text.includes("G14 优质高中名额")));
  assert.ok(said.every((text) => !text.includes("没有数据")));
  const missing = texts.slice(open + 1, next);
  assert.equal(
    missing.length,
    source.county.parts.flatMap(({ items }) => items).filter(({ verdict }) => verdict === "unknown").length,
  );
  assert.ok(
    texts.slice(next).some((text) => text.includes("于2025年8月31日前补齐材料后重新计算；补齐以前不作达标的结论")),
  );
  const changed = sourceOf({ about: { departments: { G14: "招生办" } } });
  assert.ok(textsOf(changed).some((text) => text.includes("由招生办负责，针对G14 优质高中名额")));
});

test("a county that meets everything is said to, by the engine's own conclusion and no more", () => {
  const facts = { ...kFacts, exchanged_teachers: 120 };
  const { county } = sourceOf({ county: facts });
  const passing = {
    ...source,
    county: {
      ...county,
      verdict: "pass",
      conclusion: { zh: "达标", en: "" },
      parts: county.parts.map((part) => ({
        ...part,
        verdict: "pass",
        reasons: [],
        items: part.items.map((item) => ({ ...item, verdict: "pass", checks: [] })),
      })),
      stages: county.stages.map((stage) => ({
        ...stage,
        indicators: stage.indicators.map((one) => ({ ...one, verdict: "pass" })),
      })),
    },
  };
  const all = textsOf(passing);
  assert.ok(all.includes("总体自评：达标。达标。"));
  assert.ok(all.includes("按所填数据，没有判为不达标的。"));
  assert.doesNotMatch(all.join("\n"), /自评结论：(不达标|无法判定)/);
});

test("the layout of GB/T 9704, and the mark of a draft on every page", () => {
  const parts = partsOf(makePaper(source, "report", "docx").bytes);
  // A4; 37, 35, 28 and 26 mm in twentieths of a point
  const millimetres = (text) => Math.round((Number(text) / 1440) * 25.4);
  const [, width, height] = /<w:pgSz w:w="(\d+)" w:h="(\d+)"\/>/.exec(parts["word/document.xml"]);
  assert.deepEqual([width, height].map(millimetres), [210, 297]);
  const margins = Object.fromEntries(
    [.../<w:pgMar([^>]*)>/.exec(parts["word/document.xml"])[1].matchAll(/w:(\w+)="(\d+)"/g)].map(([, side, wide]) => [
      side,
      millimetres(wide),
    ]),
  );
  assert.deepEqual([margins.top, margins.bottom, margins.left, margins.right], [37, 35, 28, 26]);
  const style = (id) => new RegExp(`<w:style [^>]*w:styleId="${id}">[^]*?</w:style>`).exec(parts["word/styles.xml"])[0];
  assert.match(style("title"), /方正小标宋[^]*<w:sz w:val="44"\/>/);
  assert.match(
    style("text"),
    /w:line="560" w:lineRule="exact"[^]*w:firstLineChars="200"[^]*仿宋_GB2312[^]*<w:sz w:val="32"\/>/,
  );
  assert.match(style("heading1"), /黑体/);
  assert.match(style("heading2"), /楷体_GB2312/);
  for (const [font, instead] of [
    ["方正小标宋简体", "宋体"],
    ["仿宋_GB2312", "仿宋"],
  ])
    assert.ok(parts["word/fontTable.xml"].includes(`<w:font w:name="${font}"><w:altName w:val="${instead}"/>`), font);
  assert.match(parts["word/footer1.xml"], /<w:jc w:val="right"\/>[^]*— <[^]*PAGE[^]* —/);
  assert.match(parts["word/footer2.xml"], /<w:jc w:val="left"\/>/);
  assert.match(parts["word/header1.xml"], /草稿/);
  for (const type of ["default", "even"])
    assert.ok(parts["word/document.xml"].includes(`<w:headerReference w:type="${type}"`), type);
  const page = new TextDecoder().decode(makePaper(source, "report", "html").bytes);
  assert.match(page, /@page \{ size: A4; margin: 37mm 26mm 35mm 28mm;/);
  assert.match(page, /<p class="draft">草稿/);
});
