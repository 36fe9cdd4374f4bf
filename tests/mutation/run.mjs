// SPDX-License-Identifier: MIT
//
// Puts small faults into the core and the standards, one at a time, and sees whether a test notices.
//
//   ./dev mutate                              300 faults, from all files
//   ./dev mutate core/src/judge/items.cpp     every fault in these files
//     --sample N     so many of them            --seed S   other ones
//     --list         say which, and try none    --again    forget what came out before
//
// Results are kept as they come (build/mutate/results.jsonl): a call that was stopped is called again and goes on. What
// was noticed stays so while its file is as it was; what survived is tried again once anything else changed. The
// summary is in build/reports/mutation.txt. Faults that change nothing anybody could see are named in equivalent.json.

import { execFileSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { Base, Bench, copyTree } from "./build.mjs";
import { faultsOf, idOf, isMutable, sample, sumOf } from "./faults.mjs";
import { equivalentOf, reported } from "./report.mjs";
import { noticed, stepsFor, timed } from "./tests.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = join(root, "build/mutate");
const kept = join(folder, "results.jsonl");
const kSample = "300";

function fail(why) {
  console.error(`✗ ${why}`);
  process.exit(2);
}

function asked() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        sample: { type: "string" },
        seed: { type: "string", default: "1" },
        list: { type: "boolean", default: false },
        again: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    return fail(`${error.message} Known: [file …] --sample N --seed S --list --again; see tests/mutation/run.mjs.`);
  }
}

const { values: options, positionals: named } = asked();

const paths = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\0")
  .filter((path) => path !== "" && existsSync(join(root, path)));
const files = (named.length > 0 ? named : paths).filter((path) => named.length > 0 || isMutable(path));
for (const file of files)
  if (!isMutable(file) || !paths.includes(file))
    fail(`${file} is no file of core/src, core/include or core/standards.`);
const many = options.sample ?? (named.length > 0 ? "1000000" : kSample);
if (!/^[1-9]\d*$/.test(many)) fail(`--sample ${many} is not a number.`);

// The copy is what is mutated, built and tested: the tree may change while this runs.
const tree = join(folder, "tree");
mkdirSync(folder, { recursive: true });
copyTree(root, tree, paths);
const all = files.flatMap((file) => faultsOf(file, readFileSync(join(tree, file), "utf8")));
const chosen = sample(all, Number(many), options.seed);
const equivalents = JSON.parse(readFileSync(join(tree, "tests/mutation/equivalent.json"), "utf8"));

/** Everything that decides whether a fault is noticed. */
const state = sumOf(
  paths
    .filter((path) => /^(core|tests\/(core|rules|golden|property|support))\//.test(path))
    .map((path) => `${path} ${sumOf(readFileSync(join(tree, path)))}`)
    .join("\n"),
);
if (options.again) rmSync(kept, { force: true });
const known = new Map();
if (existsSync(kept))
  for (const line of readFileSync(kept, "utf8").split("\n").filter(Boolean)) {
    const result = JSON.parse(line);
    if (result.outcome !== "survived" || result.state === state) known.set(result.id, result);
    else known.delete(result.id);
  }

const results = [];
const waiting = [];
for (const fault of chosen) {
  const equivalent = equivalentOf(fault, equivalents);
  const before = known.get(idOf(fault));
  if (equivalent) results.push({ fault, outcome: "equivalent", by: equivalent.why, seconds: 0 });
  else if (before) results.push({ ...before, fault });
  else waiting.push(fault);
}

function say(fault, outcome, by, seconds) {
  console.log(
    `${outcome.padEnd(12)} ${seconds.toFixed(1).padStart(6)} s  ${fault.file}:${fault.line}${by ? `  ${by}` : ""}`,
  );
  if (outcome === "survived" || options.list) console.log(`   - ${fault.before}\n   + ${fault.after}`);
}

if (options.list) {
  for (const fault of chosen)
    console.log(`${fault.file}:${fault.line} ${fault.kind}\n   - ${fault.before}\n   + ${fault.after}`);
  console.log(`${chosen.length} of ${all.length} faults in ${files.length} files`);
  process.exit(0);
}

/** Without a fault nothing may be noticed, or everything that is noticed means nothing. */
async function control(bench, tests, index) {
  const file = "core/src/base/terms.cpp";
  const refused = await bench.make({ file, content: readFileSync(join(tree, file), "utf8") });
  const steps = stepsFor(file, tests).slice(0, index === 0 ? undefined : 1); // all of them once
  const by = refused ?? (await noticed(bench.program, steps, bench.folder));
  if (by !== undefined) throw new Error(`Something is noticed without any fault: ${by}`);
}

async function tryAll() {
  const base = new Base(tree, process.env.JUNHENG_IMGUI);
  console.log(`${waiting.length} of ${chosen.length} to try; building the program without a fault`);
  await base.make();
  const tests = await timed(base.program, folder, state);
  console.log(`${tests.length} tests, ${tests.reduce((sum, { seconds }) => sum + seconds, 0).toFixed(0)} s`);
  const benches = (availableParallelism?.() ?? cpus().length) || 1;
  await Promise.all(
    Array.from({ length: Math.min(benches, waiting.length) }, async (_, index) => {
      const bench = new Bench(base, join(folder, `bench-${index}`));
      await bench.prepare();
      await control(bench, tests, index);
      for (let fault = waiting.shift(); fault; fault = waiting.shift()) {
        const from = performance.now();
        const refused = await bench.make(fault);
        const by = refused === undefined ? await noticed(bench.program, stepsFor(fault.file, tests), bench.folder) : "";
        bench.restore();
        const outcome = refused !== undefined ? "not compiled" : by === undefined ? "survived" : "noticed";
        const seconds = (performance.now() - from) / 1000;
        appendFileSync(kept, `${JSON.stringify({ id: idOf(fault), outcome, by, seconds, state })}\n`);
        results.push({ fault, outcome, by, seconds });
        say(fault, outcome, by, seconds);
      }
    }),
  );
}

if (waiting.length > 0) await tryAll();
const lines = reported(results, chosen.length);
const everywhere = new Set(
  all.filter((fault) => equivalentOf(fault, equivalents)).map(({ before, after }) => `${before}\n${after}`),
);
for (const { file, before, after } of equivalents)
  if (files.includes(file) && !everywhere.has(`${before}\n${after}`))
    lines.push(`equivalent.json: no longer in ${file}: ${before} → ${after}`);
mkdirSync(join(root, "build/reports"), { recursive: true });
writeFileSync(join(root, "build/reports/mutation.txt"), `${lines.join("\n")}\n`);
console.log(`\n${lines.join("\n")}`);
