// SPDX-License-Identifier: MIT
//
// Charts: well-formed, with every number from the evaluation, none hidden behind another; also with one school, with
// hundreds, with nothing but zeros, with nothing known, and with names that want to be markup.

import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { test } from "node:test";
import { loadJunheng } from "../../dist/site/engine/junheng.js";
import { sourceModule } from "../support/sources.mjs";

const { chartTable, coefficientBars, dotStrip, swarm } = await sourceModule("charts/charts.ts");
const { zh } = await sourceModule("words/app_zh.ts");
const { en } = await sourceModule("words/app_en.ts");
const engine = await loadJunheng();
const sampleText = await readFile(new URL("../../public/samples/sample-county.tsv", import.meta.url), "utf8");

const said = { zh: { words: zh, language: "zh" }, en: { words: en, language: "en" } };
const frame = (id = "c1", width = 720) => ({ id, width, source: "数据：示例；2026-09-01" });

function evaluated(table, standard = "quality-2017") {
  const evaluation = engine.evaluate({ table, standard });
  const [county] = evaluation.counties;
  return { standard: engine.standards().find((one) => one.id === standard), county };
}

/** A small reader of XML that takes nothing for granted: every tag closed, every name known, every attribute once. */
function parse(svg) {
  const known = new Set(["svg", "title", "desc", "rect", "g", "text", "line", "circle", "polygon"]);
  const root = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  const token = /<(\/?)([a-z]+)((?: [\w:-]+="[^"<]*")*)(\/?)>|([^<]+)/y;
  while (token.lastIndex < svg.length) {
    const at = token.lastIndex;
    const found = token.exec(svg);
    assert.ok(found, `not well-formed at ${at}: ${svg.slice(at, at + 60)}`);
    const [, closing, name, list, empty, words] = found;
    const top = open[open.length - 1];
    if (words !== undefined) {
      assert.doesNotMatch(words, /&(?!amp;|lt;|gt;|quot;)/);
      top.text += words;
    } else if (closing === "/") {
      assert.equal(top.name, name);
      open.pop();
    } else {
      assert.ok(known.has(name), name);
      const attributes = {};
      for (const [, key, value] of list.matchAll(/ ([\w:-]+)="([^"]*)"/g)) {
        assert.ok(!(key in attributes), key);
        assert.doesNotMatch(value, /NaN|Infinity|undefined|null/, `${name} ${key}`);
        attributes[key] = value;
      }
      const made = { name, attributes, children: [], text: "" };
      top.children.push(made);
      if (empty === "") open.push(made);
    }
  }
  assert.equal(open.length, 1);
  assert.equal(root.children.length, 1);
  return root.children[0];
}

const all = (node, name) => [
  ...(node.name === name ? [node] : []),
  ...node.children.flatMap((child) => all(child, name)),
];
const words = (node) => node.text + node.children.map(words).join(" ");
const dots = (svg) =>
  ["circle", "rect", "polygon"]
    .flatMap((name) => all(svg, name))
    .filter((one) => one.children.some((child) => child.name === "title"));

function checked(svg) {
  const root = parse(svg);
  assert.equal(root.name, "svg");
  assert.equal(root.attributes.role, "img");
  const [title, desc] = ["title", "desc"].map((name) => root.children.find((child) => child.name === name));
  assert.equal(root.attributes["aria-labelledby"], `${title.attributes.id} ${desc.attributes.id}`);
  assert.ok(title.text.length > 0 && desc.text.length > 0);
  assert.doesNotMatch(
    svg.replace("http://www.w3.org/2000/svg", ""),
    /https?:|<script|<style| style=| on\w+=|href|url\(/,
  );
  const { width, height } = root.attributes;
  for (const one of all(root, "circle")) {
    const [x, y, r] = ["cx", "cy", "r"].map((key) => Number(one.attributes[key]));
    assert.ok(
      x - r >= -2 && x + r <= Number(width) && y + r <= Number(height) && y - r >= -1,
      JSON.stringify(one.attributes),
    );
  }
  return root;
}

test("the sample county: every indicator of every stage, both languages, every width", async () => {
  const { standard, county } = evaluated(sampleText);
  const folder = new URL("../../build/screenshots/", import.meta.url);
  await mkdir(folder, { recursive: true });
  for (const stage of county.stages) {
    for (const language of ["zh", "en"]) {
      for (const width of [280, 390, 720, 1100]) {
        const bars = coefficientBars({ standard, stage }, said[language], frame("b", width));
        const root = checked(bars);
        for (const result of stage.indicators) assert.ok(words(root).includes(result.cvText), result.id);
        assert.ok(words(root).includes(said[language].words.verdict[stage.verdict]));
        for (const { id } of standard.indicators) {
          const strip = { standard, stage, units: county.units, indicator: id };
          const svg = dotStrip(strip, said[language], frame("s", width));
          const drawn = checked(svg);
          const about = stage.indicators.find((one) => one.id === id);
          const units = county.units.filter((unit) => unit.status === "evaluated" && unit.stage === stage.stage);
          const valued = units.filter((unit) => unit.values.some((value) => value.id === id && value.value !== null));
          assert.equal(dots(drawn).length, valued.length, `${stage.stage} ${id}`);
          assert.ok(words(drawn).includes(about.meanText));
          assert.ok(svg === dotStrip(strip, said[language], frame("s", width)), "the same twice");
        }
      }
    }
  }
  const [stage] = county.stages;
  await writeFile(
    new URL("chart-strip.svg", folder),
    dotStrip({ standard, stage, units: county.units, indicator: standard.indicators[0].id }, said.zh, frame()),
  );
  await writeFile(new URL("chart-bars.svg", folder), coefficientBars({ standard, stage }, said.zh, frame()));
});

test("below the threshold is another shape, not only another colour; area goes by pupils", () => {
  const { standard, county } = evaluated(sampleText);
  const [stage] = county.stages;
  for (const result of stage.indicators) {
    if (result.unitsFailing === null) continue;
    const root = checked(dotStrip({ standard, stage, units: county.units, indicator: result.id }, said.zh, frame()));
    assert.equal(dots(root).filter((one) => one.name === "polygon").length, result.unitsFailing, result.id);
    assert.equal(dots(root).filter((one) => one.name === "rect").length, result.unitsNear, result.id);
    assert.equal(dots(root).filter((one) => one.name === "circle").length, result.unitsMeeting, result.id);
    const area = (one) =>
      one.name === "circle"
        ? Math.PI * Number(one.attributes.r) ** 2
        : one.name === "rect"
          ? Number(one.attributes.width) ** 2
          : (() => {
              const [[x1, y1], [x2], [, y3]] = one.attributes.points
                .split(" ")
                .map((corner) => corner.split(",").map(Number));
              return ((x2 - x1) * (y3 - y1)) / 2;
            })();
    const ratios = dots(root).map((one) => area(one) / Number(/在校生 (\d+)/.exec(words(one))[1]));
    const sorted = ratios.toSorted?.((a, b) => a - b) ?? [...ratios].sort((a, b) => a - b);
    assert.ok(sorted.at(-1) / sorted[0] < 1.06, `${result.id}: ${sorted[0]} to ${sorted.at(-1)}`);
  }
});

test("dots do not cover each other, wherever they are, and stand at their value", () => {
  let seed = 7;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  for (const many of [1, 2, 34, 300, 900]) {
    for (const kind of ["spread", "same", "two"]) {
      const list = Array.from({ length: many }, () => ({
        x: kind === "spread" ? random() * 600 : kind === "same" ? 100 : Math.round(random()) * 3,
        radius: 1 + random() * 5,
      }));
      for (const aside of [0, 40]) {
        const places = swarm(list, Infinity, aside);
        for (let a = 0; a < many; a += 1) {
          assert.ok(Math.abs(places[a].x - list[a].x) <= aside);
          for (let b = 0; b < a; b += 1) {
            const apart = Math.hypot(places[a].x - places[b].x, places[a].y - places[b].y);
            assert.ok(apart >= list[a].radius + list[b].radius - 1e-3, `${many} ${kind} ${aside}: ${a} on ${b}`);
          }
        }
      }
    }
  }
  assert.equal(
    swarm(
      [
        { x: 0, radius: 4 },
        { x: 0, radius: 4 },
        { x: 0, radius: 4 },
      ],
      5,
    ),
    null,
  );
});

const tsv = (rows) => `学校名称\t学校类型\t在校生数\t图书册数\n${rows.map((row) => row.join("\t")).join("\n")}\n`;
const stripFor = (table, width) => {
  const { standard, county } = evaluated(table, "basic-2012");
  const stage = county.stages.find((one) => one.units > 0);
  const known = county.units.flatMap((unit) => unit.values).find((value) => value.value !== null);
  const indicator = known.id;
  const input = { standard, stage, units: county.units, indicator };
  return {
    svg: dotStrip(input, said.zh, frame("x", width)),
    bars: coefficientBars({ standard, stage }, said.en, frame("y", width)),
    input,
    stage,
  };
};

test("one school, 300 schools, nothing but zeros, 300 times the same", () => {
  const tables = {
    one: tsv([["一小", "小学", 300, 4500]]),
    many: tsv(
      Array.from({ length: 300 }, (_, n) => [
        `学校${n}`,
        "小学",
        100 + ((n * 7919) % 2000),
        3000 + ((n * 104729) % 60000),
      ]),
    ),
    zeros: tsv(Array.from({ length: 12 }, (_, n) => [`学校${n}`, "小学", 100 + n, 0])),
    same: tsv(Array.from({ length: 300 }, (_, n) => [`学校${n}`, "小学", 100, 2000])),
  };
  for (const [name, table] of Object.entries(tables)) {
    const { svg, bars, stage } = stripFor(table, 720);
    const root = checked(svg);
    checked(bars);
    assert.equal(dots(root).length, stage.units, name);
    assert.ok(Number(root.attributes.height) < 700, `${name} is ${root.attributes.height} high`);
  }
  assert.match(stripFor(tables.same).svg, /左右并排/);
});

test("unknown values are said in words; a stage without any as well", () => {
  const { svg } = stripFor(
    tsv([
      ["一小", "小学", 300, 4500],
      ["二小", "小学", 200, ""],
      ["三小", "小学", 100, 900],
    ]),
    720,
  );
  const root = checked(svg);
  assert.equal(dots(root).length, 2);
  assert.match(words(root), /没有画出的 1 个：二小/);
  const { standard, county } = evaluated(tsv([["一小", "小学", 300, 4500]]), "quality-2017");
  const stage = county.stages[0];
  for (const { id } of standard.indicators) {
    const empty = checked(dotStrip({ standard, stage, units: county.units, indicator: id }, said.en, frame()));
    assert.match(words(empty), /There is no value to draw|mean/);
  }
  assert.match(words(checked(coefficientBars({ standard, stage }, said.zh, frame()))), /数据不足/);
});

test("names of 200 characters and names that want to be markup stay text and stay inside", () => {
  const names = [
    "长".repeat(200),
    "w".repeat(200),
    `<script>alert("1")</script>&amp;'"]]>`,
    "\u0001\ud800𠮷小学",
    "=1+1",
  ];
  const { standard, county } = evaluated(sampleText);
  const stage = county.stages[0];
  let at = 0;
  const units = county.units.map((unit) => ({
    ...unit,
    school: names[at++ % names.length],
    values: unit.values.map((value, n) => (n === 0 && at % 2 ? { ...value, value: null, text: null } : value)),
  }));
  const svg = dotStrip({ standard, stage, units, indicator: standard.indicators[0].id }, said.zh, frame());
  const root = checked(svg);
  assert.ok(svg.includes("&lt;script&gt;alert(&quot;1&quot;)"));
  assert.ok(svg.includes("长".repeat(200)), "the whole name where the mouse points");
  const seen = (text) => [...text].reduce((width, c) => width + (c.codePointAt(0) > 0x2e7f ? 13 : 7.54), 0);
  for (const one of all(root, "text")) assert.ok(seen(one.text) <= 720, one.text);
});

test("the table twin has the same numbers", () => {
  const { standard, county } = evaluated(sampleText);
  for (const stage of county.stages) {
    const bars = chartTable({ limits: { standard, stage } }, said.zh);
    assert.equal(bars.rows.length, stage.indicators.length);
    for (const [at, result] of stage.indicators.entries()) assert.equal(bars.rows[at][1], result.cvText);
    for (const { id } of standard.indicators) {
      const strip = chartTable({ strip: { standard, stage, units: county.units, indicator: id } }, said.zh);
      assert.ok(strip.rows.every((row) => row.length === strip.heads.length));
      const texts = county.units
        .filter((one) => one.status === "evaluated" && one.stage === stage.stage)
        .map((one) => one.values.find((value) => value.id === id).text ?? "—");
      assert.deepEqual(
        strip.rows
          .slice(0, texts.length)
          .map((row) => row[1])
          .sort(),
        texts.sort(),
      );
    }
  }
});
