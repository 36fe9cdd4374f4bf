// SPDX-License-Identifier: MIT
//
// Runs the tests of this folder, several files at a time:
//
//   node tests/browser/support/run.mjs [--jobs=n] [--tap=file] [word in the file's path …]
//
// What `node --test` prints comes out here, too, and as TAP into a file; but the longest files begin first, which
// `node --test` sorts away, so that no core waits for the last one. Files beside each other share nothing: each has a
// server at a free port and a browser, with its clipboard, of its own. JUNHENG_SCREENSHOTS=1 keeps pictures of what was
// tested in build/screenshots; of what failed there is always one.

import { createWriteStream } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import { cpus } from "node:os";
import { dirname } from "node:path";
import { pipeline } from "node:stream/promises";
import { run } from "node:test";
import { spec, tap } from "node:test/reporters";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const folder = new URL("../", import.meta.url);
/** One more than cores: a browser often waits, for the clock or for its other half. */
const kJobs = Math.min(cpus().length, 4) + 1;
/** Of one file, in milliseconds: the longest takes two minutes beside two others. What hangs is ended, and named. */
const kPatience = 15 * 60_000;
/**
 * So many files that failed are run once more, one at a time: of hundreds of tests beside each other one may miss its
 * moment on a busy machine. What passes then is named all the same, as a test or a page is too hasty there; more than
 * these are no accident.
 */
const kAgain = 2;
/** By what they took when they were last measured. All others come after them. */
const kLongest = [
  "app/tasks_workbench",
  "access/screen_twin",
  "access/axe",
  "access/keyboard",
  "app/keep",
  "access/axe_pages",
  "pages/county_page",
  "app/bar",
  "app/screen",
  "app/canvas_actions",
  "app/workbench",
  "app/address",
  "app/reading",
  "install/offline",
];

const { values, positionals: words } = parseArgs({
  options: { jobs: { type: "string", default: String(kJobs) }, tap: { type: "string" } },
  allowPositionals: true,
});

const kEnd = ".test.mjs";
const found = (
  await Promise.all(
    (await readdir(folder, { withFileTypes: true }))
      .filter((room) => room.isDirectory())
      .map(async ({ name }) => (await readdir(new URL(name, folder))).map((file) => `${name}/${file}`)),
  )
)
  .flat()
  .filter((path) => path.endsWith(kEnd))
  .map((path) => path.slice(0, -kEnd.length));
const place = (name) => (kLongest.includes(name) ? kLongest.indexOf(name) : kLongest.length);
const chosen = found
  .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
  .sort((one, other) => place(one) - place(other));
const strangers = [
  ...words.filter((word) => !found.some((name) => name.includes(word))),
  ...kLongest.filter((name) => !found.includes(name)),
];
if (strangers.length > 0) throw new Error(`no such test file: ${strangers.join(", ")}`);

/** Runs files, and says which of them failed. */
async function failing(names, concurrency, report) {
  const failed = new Set();
  const events = run({
    files: names.map((name) => fileURLToPath(new URL(`${name}${kEnd}`, folder))),
    concurrency,
    timeout: kPatience,
  });
  events.on("test:fail", ({ file }) => failed.add(names.find((name) => file?.endsWith(`/${name}${kEnd}`))));
  const written = [[events.compose(new spec()), process.stdout, { end: false }]];
  if (report !== undefined) {
    await mkdir(dirname(report), { recursive: true });
    written.push([events.compose(tap), createWriteStream(report), {}]);
  }
  await Promise.all(written.map(([from, to, how]) => pipeline(from, to, how)));
  return [...failed];
}

const failed = await failing(chosen, Number(values.jobs), values.tap);
if (failed.length === 0 || failed.length > kAgain || failed.includes(undefined)) {
  process.exitCode = failed.length === 0 ? 0 : 1;
} else {
  console.log(`\nAgain, with nothing beside it: ${failed.join(", ")}`);
  const still = await failing(failed, 1, values.tap && `${values.tap}.again`);
  process.exitCode = still.length === 0 ? 0 : 1;
}
