// SPDX-License-Identifier: MIT
//
// Everything that is said is said in both languages, with the same places for what is filled in.

import assert from "node:assert/strict";
import test from "node:test";
import vm from "node:vm";
import { paths, text, under, withEnding } from "./tree.mjs";

// English begins a sentence with {Line}, where Chinese has {line}.
const places = (sentence) =>
  [...new Set((sentence.match(/\{\w+\}/g) ?? []).map((place) => (place === "{Line}" ? "{line}" : place)))].sort();

function expectSameWords(zh, en, where) {
  assert.deepEqual(Object.keys(en).sort(), Object.keys(zh).sort(), `${where}: keys`);
  assert.ok(Object.keys(zh).length > 5, where);
  for (const key of Object.keys(zh)) {
    assert.notEqual(zh[key], "", `${where}: ${key} in Chinese`);
    assert.notEqual(en[key], "", `${where}: ${key} in English`);
    assert.deepEqual(places(en[key]), places(zh[key]), `${where}: places of ${key}`);
  }
}

test("every pair of files of sentences", () => {
  const chinese = withEnding(paths, "zh.json").filter((path) => path.includes("/words/"));
  assert.ok(chinese.includes("core/words/zh.json"));
  for (const path of chinese) {
    const english = path.replace(/zh\.json$/, "en.json");
    const [zh, en] = [path, english].map((file) => JSON.parse(text(file)));
    // what a standard's file may hold: the loader's English is the key, and is not written down once more
    for (const key of Object.keys(zh)) if (key.startsWith("accepted.")) en[key] ??= key.slice("accepted.".length);
    expectSameWords(zh, en, path);
  }
});

/** The object that a module of words exports, nested keys joined by dots. */
function wordsOfModule(path) {
  const [, object] =
    text(path).match(/export const \w+[^={]*= (\{[\s\S]*?\n\})/) ?? assert.fail(`${path} exports no table of words`);
  const words = {};
  const flatten = (value, key) => {
    if (typeof value === "string") words[key] = value;
    else for (const [inner, each] of Object.entries(value)) flatten(each, key === "" ? inner : `${key}.${inner}`);
  };
  // each a pair of its own
  const others = Object.fromEntries([...object.matchAll(/\.\.\.(\w+),/g)].map(([, name]) => [name, {}]));
  flatten(vm.runInNewContext(`(${object})`, others), "");
  return words;
}

test("the page's words", () => {
  const folder = under("web/src/words/app_");
  assert.deepEqual(folder.sort(), ["web/src/words/app_en.ts", "web/src/words/app_zh.ts"]);
  const [en, zh] = folder.map(wordsOfModule);
  // the name of the other language stands in that language
  for (const words of [en, zh]) delete words.otherLanguage;
  expectSameWords(zh, en, "web/src/words/app");
});

test("the words of results, which charts say too, of what leaves the page and of views that are fetched", () => {
  for (const name of [
    "shared",
    "copy",
    "outgoing",
    "text",
    "reading",
    "report",
    "papers",
    "plan",
    "outlook",
    "standard",
    "options",
  ]) {
    const [en, zh] = ["en", "zh"].map((language) => wordsOfModule(`web/src/words/${name}_${language}.ts`));
    expectSameWords(zh, en, `web/src/words/${name}`);
  }
});

test("the words of the pages with forms", () => {
  for (const name of ["school", "sealed"]) {
    const [en, zh] = ["en", "zh"].map((language) => wordsOfModule(`web/src/words/${name}_${language}.ts`));
    expectSameWords(zh, en, `web/src/words/${name}`);
  }
});

test("the words of the published pages, with the places that are filled in", () => {
  const [en, zh] = ["en", "zh"].map((language) => wordsOfModule(`web/src/words/page_${language}.ts`));
  // a table says of itself which language it is
  for (const words of [en, zh])
    for (const own of ["htmlLang", "dir", "engineText", "otherLanguage", "otherLanguageTag"]) delete words[own];
  expectSameWords(zh, en, "web/src/words/page");
});

test("one word for one thing: the page and the core name verdicts and stages alike", () => {
  const core = JSON.parse(text("core/words/zh.json"));
  for (const path of ["web/src/words/shared_zh.ts", "web/src/words/page_zh.ts"]) {
    const page = wordsOfModule(path);
    const named = Object.keys(page).filter((key) => /^(verdict|stage)\./.test(key) && key in core);
    assert.ok(named.length >= 7, named.join(" "));
    for (const key of named) assert.equal(page[key], core[key], `${path}: ${key}`);
  }
});

/**
 * Words that are not used, with what is said instead: 学校 is a row, 评估单元 a school's stage, 计量单位 what a number is
 * in; 表头 is the header's row, 列名 what one column is called.
 */
const kNotUsed = [
  [/个单位|(?<!计量|发布|填报|本)单位/, "评估单元, 计量单位"],
  [/(?<!评估)单元(?!格)/, "评估单元"],
  [/[无按]表头/, "列名"],
  [/(?<!evaluation )\bunits?\b(?! of measure)/i, "evaluation unit, unit of measure"],
];
const notUsed = (words) =>
  Object.entries(words).flatMap(([key, said]) =>
    kNotUsed
      .filter(([pattern]) => pattern.test(said.replaceAll(/\{\w+\}/g, "{}")))
      .map(([, instead]) => `${key}: ${said} (${instead})`),
  );

test("one word for one thing: school, evaluation unit, unit of measure, column's name", () => {
  assert.deepEqual(
    notUsed({
      a: "34 个单位",
      b: "有 2 个单元达标",
      c: "{units} units",
      d: "按表头",
    }).map((one) => one[0]),
    ["a", "b", "c", "d"],
  );
  assert.deepEqual(
    notUsed({
      a: "计量单位 评估单元 单元格 表头 发布单位",
      b: "one evaluation unit, {unit}",
    }),
    [],
  );
  for (const language of ["zh", "en"])
    for (const name of [
      "app",
      "shared",
      "copy",
      "outgoing",
      "text",
      "reading",
      "papers",
      "plan",
      "standard",
      "options",
      "outlook",
      "report",
      "school",
      "sealed",
      "page",
    ])
      assert.deepEqual(notUsed(wordsOfModule(`web/src/words/${name}_${language}.ts`)), [], `${name}_${language}`);
  for (const path of ["core/words/zh.json", "core/words/en.json", ...under("imgui_app/words/")]) {
    const words = Object.entries(JSON.parse(text(path)));
    // what a standard's file may hold is named by its ids
    assert.deepEqual(notUsed(Object.fromEntries(words.filter(([key]) => !key.startsWith("accepted.")))), [], path);
  }
  for (const path of ["public/index.html", "public/app/index.html"]) {
    const lines = text(path).split("\n");
    assert.deepEqual(notUsed(Object.fromEntries(lines.map((line, at) => [`${path}:${at + 1}`, line]))), []);
  }
});

test("both texts of every title, label and reason in the standards", () => {
  let texts = 0;
  const walk = (value, where) => {
    if (value === null || typeof value !== "object") return;
    if ("zh" in value || "en" in value) {
      texts += 1;
      assert.ok(value.zh && value.en, where);
      assert.deepEqual(places(value.en), places(value.zh), where);
    }
    for (const [key, inner] of Object.entries(value)) walk(inner, `${where}/${key}`);
  };
  for (const path of withEnding(under("core/standards/"), ".json")) walk(JSON.parse(text(path)), path);
  assert.ok(texts > 80);
});

test("field and type names are unique", () => {
  const vocabulary = JSON.parse(text("core/standards/vocabulary.json"));
  // the form in which words are compared: no spaces, half-width, lower case
  const normalised = (name) => name.normalize("NFKC").replace(/\s/g, "").toLowerCase();
  for (const list of [vocabulary.fields, vocabulary.types]) {
    const owner = new Map();
    for (const item of list) {
      for (const name of item.names) {
        const key = normalised(name);
        assert.ok(!owner.has(key), `${name} stands in ${owner.get(key)} and ${item.id}`);
        owner.set(key, item.id);
      }
    }
  }
});

test("texts are UTF-8 without byte order mark and with plain line ends", () => {
  const texts = withEnding(
    paths,
    ".cpp",
    ".h",
    ".ts",
    ".mjs",
    ".json",
    ".css",
    ".html",
    ".md",
    ".cmake",
    ".sh",
    ".txt",
  );
  for (const path of texts) {
    const content = text(path);
    assert.ok(!content.includes("\uFFFD"), `${path} is not UTF-8`);
    assert.ok(!content.startsWith("\uFEFF"), `${path} starts with a byte order mark`);
    assert.ok(!content.includes("\r\n"), `${path} has \\r\\n`);
  }
});
