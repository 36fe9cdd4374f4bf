// SPDX-License-Identifier: MIT
//
// What one input may cost, and what a run of them did: shared by all fuzzers in Node. An input that takes more than the
// budget is a failure like an exception.

import assert from "node:assert/strict";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Of the processor, not of the clock: the machine does other things too. */
export const kMostMilliseconds = 2000;
/** What the process may have in all behind an input: heaps, buffers and the engine's memory. */
export const kMostMegabytes = 500;
/** Milliseconds from which on it is worth looking more closely. */
const kSoon = 25;
/** Kept of what went wrong in a run that goes on. */
const kFaultsShown = 20;

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc");
function inUse() {
  const { heapUsed, external } = process.memoryUsage();
  return Math.round((heapUsed + external) / 1e6);
}

export class Figures {
  #name;
  #codes = new Map();
  #slowest = { milliseconds: 0, seed: 0 };
  #largest = { megabytes: 0, seed: 0 };
  #longest = { length: 0, seed: 0 };
  #begun = performance.now();
  count = 0;

  constructor(name) {
    this.#name = name;
  }

  /** Runs one input: `work` returns a word for what came of it, or that word and the length of the answer. */
  async take(seed, work) {
    const from = performance.now();
    const answer = await work();
    let milliseconds = performance.now() - from;
    // The clock is cheap to ask and the processor is not; what took long by the one is run again by the other.
    if (milliseconds > kSoon && milliseconds > this.#slowest.milliseconds) {
      const used = process.cpuUsage();
      await work();
      const { user, system } = process.cpuUsage(used);
      milliseconds = (user + system) / 1000;
    }
    this.#note(seed, answer, milliseconds);
    assert.ok(milliseconds < kMostMilliseconds, `${this.#name}, seed ${seed}: ${Math.round(milliseconds)} ms`);
    if (this.count % 64 !== 0 && milliseconds < kSoon) return;
    let megabytes = inUse();
    if (megabytes >= kMostMegabytes) {
      // It may be what inputs before have left.
      collect();
      await work();
      megabytes = inUse();
      collect();
    }
    if (megabytes > this.#largest.megabytes) this.#largest = { megabytes, seed };
    assert.ok(megabytes < kMostMegabytes, `${this.#name}, seed ${seed}: ${megabytes} MB`);
  }

  /** The same for what happens in a browser, several at a time: by the clock, which says only what is far too slow. */
  async takeAsync(seed, work) {
    const from = performance.now();
    this.#note(seed, await work(), performance.now() - from);
  }

  #note(seed, answer, milliseconds) {
    const [code, length = 0] = Array.isArray(answer) ? answer : [answer];
    this.count += 1;
    this.#codes.set(code, (this.#codes.get(code) ?? 0) + 1);
    if (milliseconds > this.#slowest.milliseconds) this.#slowest = { milliseconds, seed };
    if (length > this.#longest.length) this.#longest = { length, seed };
  }

  get codes() {
    return Object.fromEntries([...this.#codes].sort(([, one], [, other]) => other - one));
  }

  /** For the table at the end of ./dev fuzz, and for whoever waits for it. */
  get row() {
    return {
      fuzzer: this.#name,
      inputs: this.count,
      seconds: Math.round((performance.now() - this.#begun) / 1000),
      "slowest ms": Math.round(this.#slowest.milliseconds),
      "its seed": this.#slowest.seed,
      "most MB": Math.max(this.#largest.megabytes, Math.round(process.resourceUsage().maxRSS / 1024)),
      "longest answer": this.#longest.length,
    };
  }

  say() {
    console.log(JSON.stringify(this.row));
    console.log(`  ${JSON.stringify(this.codes)}`);
  }
}

/**
 * The command line of a fuzzer. `kinds`: the one option that says which of its inputs, with all of them; `run` takes
 * that, seed, count, until and fault, and returns figures; `one` does a single seed and says what it did. `chosen`: those
 * that run where none is named.
 */
export async function command({ kinds, chosen: usual, count, run, one }) {
  const [[name, all]] = Object.entries(kinds);
  const { values } = parseArgs({
    options: Object.fromEntries(
      [name, "count", "minutes", "seed", "one"].map((option) => [option, { type: "string" }]),
    ),
  });
  const chosen = values[name] === undefined ? (usual ?? all) : [values[name]];
  assert.ok(
    chosen.every((kind) => all.includes(kind)),
    `--${name} is one of ${all.join(", ")}`,
  );
  if (values.one !== undefined) {
    await one({ [name]: chosen[0], seed: Number(values.one) });
    return;
  }
  const minutes = values.minutes === undefined ? Infinity : Number(values.minutes);
  const most = values.count === undefined ? (minutes === Infinity ? count : Infinity) : Number(values.count);
  const seed = Number(values.seed ?? 1);
  for (const kind of chosen) {
    // The time is shared: whoever comes last has as much of it as the first.
    const until = performance.now() + (minutes * 60_000) / chosen.length;
    let faults = 0;
    const fault = (error) => {
      faults += 1;
      process.exitCode = 1;
      if (faults <= kFaultsShown) console.error(`✗ ${error.message}`);
    };
    console.log(`── ${kind} from seed ${seed}`);
    (await run({ [name]: kind, seed, count: most, until, fault })).say();
    if (faults > 0) console.error(`✗ ${faults} failed`);
  }
}
