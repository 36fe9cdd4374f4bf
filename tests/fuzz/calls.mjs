// SPDX-License-Identifier: MIT
//
// Short random calls of the built engine, as a program of somebody's would make them: tables, decisions, options, facts,
// remarks, standards of one's own, whole and damaged. No exception, no end of the engine, bounded time, memory and answer;
// what is refused is refused with its place.
//
//   node tests/fuzz/calls.mjs [--call evaluate|read|options|standard] [--count n] [--minutes m] [--seed s] [--one seed]

import assert from "node:assert/strict";
import { inspect } from "node:util";
import { fileURLToPath } from "node:url";
import { random } from "../support/workbooks.mjs";
import { command, Figures } from "./budget.mjs";
import * as make from "./grammar.mjs";

const { loadJunheng } = await import(new URL("../../dist/site/engine/junheng.js", import.meta.url).href);

/** Characters of an answer to an input of a few kilobytes, and for each character of a longer one. */
const kLongestAnswer = 8_000_000;
const kLongestOfEach = 400;
/** Standards of one's own that one engine is given: each is in every later answer. */
const kMostStandards = 40;

let engine = await loadJunheng();
let added = 0;
let answerLength = 0;
const { parse } = JSON;
/** The one place where an answer of the engine is a text, and its length is known without making it again. */
JSON.parse = (text, ...rest) => {
  answerLength = text.length;
  return parse(text, ...rest);
};

const chance = (next, share) => next() < share;
/** A part of a request: left out, whole or damaged. */
const part = (next, share, value) =>
  !chance(next, share) ? undefined : chance(next, 0.45) ? make.damaged(next, value(next)) : value(next);

function county(next) {
  const kind = next();
  if (kind < 0.5) return undefined;
  if (kind < 0.65) return make.factTable(next);
  if (kind < 0.75) return make.scratched(next, make.factTable(next));
  if (kind < 0.85) return make.facts(next);
  return make.jsonText(next, make.damaged(next, make.facts(next)));
}

function request(next) {
  return {
    table: make.tables(next),
    standard: make.pick(next, ["quality-2017", "basic-2012", "basic-2012", `eigen-${make.upTo(next, 60)}`, "x"]),
    detail: chance(next, 0.9) ? "summary" : "full",
    explain: chance(next, 0.03),
    reading: part(next, 0.4, make.reading),
    options: part(next, 0.2, make.options),
    county: county(next),
    previous: chance(next, 0.08) ? make.table(next) : undefined,
    remarks: part(next, 0.15, make.remarks),
  };
}

const calls = {
  evaluate(next) {
    const asked = request(next);
    return [asked, () => sound(engine.evaluate(asked))];
  },
  read(next) {
    const asked = {
      table: make.tables(next),
      reading: part(next, 0.6, make.reading) ?? {},
      sheet: chance(next, 0.8) ? 0 : make.upTo(next, 2),
      from: chance(next, 0.2) ? make.upTo(next, 9) : 0,
      count: chance(next, 0.1) ? make.pick(next, [0, -1, 1e9, 2 ** 32, 0.5, null]) : 20,
      corrected: chance(next, 0.3),
    };
    return [
      asked,
      () => {
        const { rows, sheets } = engine.read(asked);
        assert.ok(Array.isArray(rows) && Array.isArray(sheets));
        return rows.length === 0 ? "no row" : "rows";
      },
    ];
  },
  options(next) {
    const asked = request(next);
    return [
      asked,
      () => {
        assert.ok(Array.isArray(engine.optionEffects(asked)));
        return "effects";
      },
    ];
  },
  standard(next) {
    const whole = make.standard(next);
    const value = chance(next, 0.15) ? whole : make.damaged(next, whole);
    const text = make.jsonText(next, value, 0.2);
    return [
      text,
      () => {
        const faults = engine.addStandard(text);
        assert.ok(Array.isArray(faults));
        for (const { path, accepted, message } of faults)
          assert.ok(
            [path, accepted, message.zh, message.en].every((one) => typeof one === "string"),
            "a fault has a place",
          );
        if (faults.length > 0) return "refused";
        added += 1;
        return "loaded";
      },
    ];
  },
};
/** The effects of options take an evaluation for each choice, so they are asked for less often. */
const kMix = Object.entries({ evaluate: 12, read: 8, standard: 2, options: 1 }).flatMap(([name, share]) =>
  Array(share).fill(name),
);

/** What every evaluation is, whatever it was asked. */
function sound(answer) {
  assert.equal(answer.schema, "junheng.evaluation/1");
  assert.ok(["pass", "fail", "unknown"].includes(answer.verdict));
  assert.ok(Array.isArray(answer.counties) && answer.issues.length <= answer.issueCount);
  assert.equal({}.polluted, undefined);
  return answer.verdict;
}

function sizeOf(asked) {
  if (typeof asked === "string") return asked.length;
  const of = (value) =>
    typeof value === "string" || value instanceof Uint8Array ? value.length : (JSON.stringify(value)?.length ?? 0);
  return of(asked.table) + of(asked.county) + of(asked.reading) + of(asked.previous) + of(asked.remarks);
}

/** The call of a seed: its name, what is asked, and the asking. */
function callOf(kind, seed) {
  const next = random(seed);
  const name = kind === "mixed" ? make.pick(next, kMix) : kind;
  return [name, ...calls[name](next)];
}

export async function run(kind, { seed = 1, count = Infinity, until = Infinity, fault = null }) {
  const figures = new Figures(`calls, ${kind}`);
  for (let at = 0; at < count && performance.now() < until; at += 1) {
    if (added >= kMostStandards) {
      engine = await loadJunheng();
      added = 0;
    }
    let asked;
    try {
      await figures.take(seed + at, () => {
        const [name, what, ask] = callOf(kind, seed + at);
        asked = what;
        answerLength = 0;
        const code = ask();
        assert.ok(
          answerLength <= Math.max(kLongestAnswer, kLongestOfEach * sizeOf(what)),
          `an answer of ${answerLength} characters`,
        );
        return [`${name}: ${code}`, answerLength];
      });
    } catch (error) {
      const wrong = new Error(
        `calls, ${kind}, seed ${seed + at}: ${error.message}\n${inspect(asked, { depth: 6 }).slice(0, 600)}`,
      );
      if (fault === null) throw wrong;
      fault(wrong);
      engine = await loadJunheng(); // the old one may have ended
      added = 0;
    }
  }
  return figures;
}

export const kCalls = ["mixed"];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await command({
    kinds: { call: ["mixed", ...Object.keys(calls)] },
    chosen: kCalls,
    count: 100_000,
    run: ({ call, ...rest }) => run(call, rest),
    async one({ call, seed }) {
      const [name, asked, ask] = callOf(call, seed);
      console.log(name, inspect(asked, { depth: 12, maxStringLength: 10_000 }));
      console.log(ask(), answerLength);
    },
  });
}
