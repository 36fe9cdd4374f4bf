// SPDX-License-Identifier: MIT
//
// What a visitor downloads, raw and as brotli sends it, beside the budget; exit code 1 when one is broken.
//
//   node web/tools/sizes.mjs

import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { isProgram, site } from "./paths.mjs";

const kKilobyte = 1000;
/**
 * A county bureau on a slow line waits for this many bytes; the budgets are part of the product. Each has room for what
 * the product is to stand on: the JSON library's parser (15 kB brotli) reads whatever strangers hand in, embind (9 kB) is
 * the door of both modules. A tighter budget had an own parser and an own door written to stay inside it; no code is bent
 * for the sake of these.
 */
export const kBudgets = [
  {
    name: "workbench",
    folder: "app",
    pattern: /^(main\.js|workbench\.wasm)$/,
    budget: 520 * kKilobyte,
  },
  // Half of it shows numbers by their formats (numfmt): fetched when somebody first opens a workbook, then kept.
  { name: "workbooks", folder: "app", pattern: /^workbook\.js$/, budget: 43 * kKilobyte },
  // Fetched when somebody first wants a file: what is asked before it is made, and what makes it.
  { name: "files out", folder: "app", pattern: /^outgoing\.js$/, budget: 17 * kKilobyte },
  // Fetched when somebody first looks at it: a phone, a machine without WebGL, who reads by ear.
  { name: "text view", folder: "app", pattern: /^text\.js$/, budget: 18 * kKilobyte },
  // Fetched when somebody first asks what another number of a school would give, or for the years before.
  { name: "trials", folder: "app", pattern: /^trial\.js$/, budget: 9 * kKilobyte },
  // Fetched when somebody first looks at what was read.
  { name: "what was read", folder: "app", pattern: /^reading\.js$/, budget: 9 * kKilobyte },
  // Fetched when somebody first looks at the projects that are kept, or comes by a link: what packs and unpacks it is here.
  { name: "projects kept", folder: "app", pattern: /^kept\.js$/, budget: 7 * kKilobyte },
  // Fetched when somebody first asks what would make it pass: the view, then the module that finds it. Half a kB of it
  // are pairs of schools that are edited as the lists of the years to come are, and what each school costs.
  { name: "view of plans", folder: "app", pattern: /^plan\.js$/, budget: 18 * kKilobyte },
  // With it: what is assumed of the years to come, their verdicts, and a picture of the coefficients.
  { name: "years to come", folder: "app", pattern: /^outlook\.js$/, budget: 12 * kKilobyte },
  // The whole way from a table to a verdict once more: a plan is shown only when the engine itself has judged it.
  // 4 kB of it are levels of moves and sums of twice the digits: 3,000 schools in a second instead of five and more.
  // 5 kB are pupils who may go to other schools: the estimate, the way along it, and the plans that decide.
  // 5 kB are plans for the mean of the coefficients, which the standard of 2012 judges and which was refused before, and
  // 1 kB shorter ways for tables that are written as nearly all are; 1 kB more what bounds how far a budget brings a
  // coefficient or the mean down, and pupils who may go where the mean is judged.
  // 2 kB are the search by multipliers of the whole stage, without which plans that move scarce teachers were up to a half
  // away from their bound, and slips where the mean is judged.
  { name: "plans", folder: "engine", pattern: /^plan\.(js|wasm)$/, budget: 298 * kKilobyte },
  // Fetched when somebody first looks at the papers: what is asked for them, what they say and how they are written.
  // A kilobyte of it for the columns that the form copies from the table of schools, and one for plans of several stages
  // that hold together, as a school of two stages has one number for both.
  { name: "papers", folder: "app", pattern: /^papers\.js$/, budget: 32 * kKilobyte },
  // Fetched when somebody first looks at the standard: its options with their effects, and one of one's own as a form.
  { name: "view of standards", folder: "app", pattern: /^standard\.js$/, budget: 10 * kKilobyte },
  // Fetched with the first page that is read in English.
  { name: "English words", folder: "app", pattern: /^english\.js$/, budget: 8 * kKilobyte },
  // Fetched with the first look at 核对报告: its grammar of numbers, its checks and what they say in two languages.
  // 7 kB of it find 59 of the 61 faults that four rounds of unseen reports showed to be missed, 5 kB more nearly all of the 45 of
  // the next three (tests/report/README.md). Half a kB reads pages in one pass and parts what no report has, 3 kB find 26 of
  // the 27 faults that two more rounds of longer reports showed to be missed.
  // 2.5 kB hold every number against all relations that units near it allow, whatever the words, in the place of four checks
  // by phrase: of ten reports that neither had seen they find 108 of 128 faults, those by phrase 101. 2 kB hold what
  // five reports by another hand showed to be missed or taken for a fault: of their 60 it finds 52, and 44 before.
  { name: "check of a report", folder: "app", pattern: /^report\.js$/, budget: 68 * kKilobyte },
  // More than is meant, and to come down: docs/decisions.md.
  { name: "engine alone", folder: "engine", pattern: /^junheng\.(js|wasm)$/, budget: 265 * kKilobyte },
  // What a reader of a county's page loads: one language of two.
  {
    name: "county page",
    folder: "county",
    pattern: /^(index\.html|page\.(js|css)|junheng\.wasm)$/,
    budget: 314 * kKilobyte,
  },
  // With the whole publisher in it, as it checks pages: half a kB of that are plans that are published.
  { name: "school page", folder: "publish", pattern: /^(school\.js|page\.css)$/, budget: 47 * kKilobyte },
];

function brotliLength(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return brotliCompressSync(bytes, { params }).length;
}

/** One entry per budget: its files with their sizes, and the sums. */
export function measure(folder = site) {
  return kBudgets.map(({ name, folder: part, pattern, budget }) => {
    const all = existsSync(join(folder, part)) ? readdirSync(join(folder, part)) : [];
    const files = all
      .filter((file) => pattern.test(file))
      .sort()
      .map((file) => {
        const bytes = readFileSync(join(folder, part, file));
        return { name: `${part}/${file}`, raw: bytes.length, brotli: brotliLength(bytes) };
      });
    const sum = (key) => files.reduce((total, file) => total + file[key], 0);
    const brotli = sum("brotli");
    return { name, files, raw: sum("raw"), brotli, budget, kept: files.length > 0 && brotli <= budget };
  });
}

function line(name, raw, brotli, rest = "") {
  const number = (bytes) => (typeof bytes === "number" ? (bytes / kKilobyte).toFixed(1) : bytes).padStart(10);
  return `${name.padEnd(24)}${number(raw)}${number(brotli)}${rest}`.trimEnd();
}

if (isProgram(import.meta)) {
  console.log(line("kB", "raw", "brotli", "    budget"));
  for (const { name, files, raw, brotli, budget, kept } of measure()) {
    for (const file of files) console.log(line(`  ${file.name}`, file.raw, file.brotli));
    const verdict = kept ? "kept" : files.length === 0 ? "NO FILES" : "BROKEN";
    console.log(line(name, raw, brotli, `${String(budget / kKilobyte).padStart(10)} ${verdict}`));
    if (!kept) process.exitCode = 1;
  }
}
