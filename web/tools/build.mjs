// SPDX-License-Identifier: MIT
//
// Makes dist/site, the folder to publish, from the wasm build, web/src and public/:
//
//   node web/tools/build.mjs [folder of the wasm build]
//
//   engine/junheng.js .wasm .d.ts   the engine for pages, Node and other people's programs
//   engine/cli.js                   the command line, for Node
//   engine/plan.js .wasm .d.ts      what to do about a result, a module of its own; as a worker, too
//   app/main.js workbench.wasm      the workbench
//   app/workbook.js                 reader of spreadsheet files, fetched when somebody opens one; as a worker, too
//   app/outgoing.js                 what is asked before files are made, and what makes them; fetched when somebody wants one
//   app/text.js                     the text view with its charts; fetched when somebody first looks at it
//   app/trial.js                    what another number or another year would give; fetched when somebody asks
//   app/reading.js                  what was read, and how it is put right; fetched when somebody first looks at it
//   app/kept.js                     the projects that are kept, as a list; fetched when somebody first looks at it
//   app/standard.js                 options with their effects, and a standard of one's own; fetched with the first look
//   app/papers.js                   the papers of a county and what is asked for them; fetched when somebody looks at them
//   app/plan.js                     what would make a stage pass, as a view; fetched when somebody asks
//   app/outlook.js                  the years to come, a part of that view
//   app/english.js                  the words of the page in English; fetched with the first page that is read so
//   app/report.js                   the check of a report; fetched with the first look at it
//   embed/junheng-workbench.js      <junheng-workbench>: the workbench in a page of somebody's own site
//   publish/publish.js .d.ts        publishing in one step, for pages and Node; page.js and page.css are its parts
//   county/                         the sample county as it is published
//   manifest.webmanifest install.js service-worker.js   the site as an app that works without a network
//   sbom.cdx.json                   every part by others that is shipped or builds what is shipped
//   standards/                      the rules, two variants, the schemas of standards and of results
//   everything in public/           pages, styles, samples, as they are
//
// Beside it dist/package, engine, publisher and command line as a package of npm (package.mjs), and
// dist/junheng-offline.html, all of it in one file that opens by a double click (offline.mjs).
//
// The same sources give the same bytes: nothing here reads a clock, and file names carry no hashes.

import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, resolve } from "node:path";
import { bundle } from "./bundle.mjs";
import { addSampleCounty } from "./county.mjs";
import { offlineFile } from "./offline.mjs";
import { innerPages } from "./inner_pages.mjs";
import { makeInstallable } from "./install.mjs";
import { partsList } from "./sbom.mjs";
import { packageFiles } from "./package.mjs";
import { offline, packageFolder, root, site, wasmBuild } from "./paths.mjs";
import { schemas } from "./schema.mjs";

const wasm = join(resolve(process.argv[2] ?? wasmBuild), "bin");
const source = (path) => join(root, "web", "src", path);

// `script` is the part that the wasm build makes, where the bundle has one.
const kBundles = [
  { entry: source("engine/engine.ts"), script: join(wasm, "junheng-core.js"), output: "engine/junheng.js" },
  { entry: source("cli/cli.ts"), output: "engine/cli.js", forNode: true },
  { entry: source("engine/planner.ts"), script: join(wasm, "junheng-plan.js"), output: "engine/plan.js" },
  { entry: source("app/main.ts"), script: join(wasm, "workbench.js"), output: "app/main.js" },
  { entry: source("files/workbook.ts"), output: "app/workbook.js" },
  { entry: source("app/outgoing/outgoing.ts"), output: "app/outgoing.js" },
  { entry: source("app/text/text.ts"), output: "app/text.js" },
  { entry: source("app/trial/trial.ts"), output: "app/trial.js" },
  { entry: source("app/reading/reading.ts"), output: "app/reading.js" },
  { entry: source("app/kept/kept_view.ts"), output: "app/kept.js" },
  { entry: source("papers/room.ts"), output: "app/papers.js" },
  { entry: source("standard/room.ts"), output: "app/standard.js" },
  { entry: source("plan/plan_view.ts"), output: "app/plan.js" },
  { entry: source("plan/outlook.ts"), output: "app/outlook.js" },
  { entry: source("words/app_en.ts"), output: "app/english.js" },
  { entry: source("report/report.ts"), output: "app/report.js" },
  { entry: source("publish/publish.ts"), output: "publish/publish.js" },
  {
    entry: source("pages/county_page.ts"),
    script: join(wasm, "junheng-core.js"),
    output: "publish/page.js",
    format: "iife",
    knowsParts: true,
  },
  {
    entry: source("pages/school_page.ts"),
    script: join(wasm, "junheng-core.js"),
    output: "publish/school.js",
    format: "iife",
  },
  {
    entry: source("pages/sealed_page.ts"),
    script: join(wasm, "junheng-core.js"),
    output: "publish/sealed.js",
    format: "iife",
  },
  { entry: source("pages/install/install.ts"), output: "install.js", format: "iife" },
  { entry: source("pages/embed/workbench_element.ts"), output: "embed/junheng-workbench.js" },
];
const kCopies = [
  { from: join(wasm, "junheng-core.wasm"), output: "engine/junheng.wasm" },
  { from: join(wasm, "junheng-plan.wasm"), output: "engine/plan.wasm" },
  { from: source("publish/publisher.d.ts"), output: "publish/publish.d.ts" },
  { from: join(wasm, "workbench.wasm"), output: "app/workbench.wasm" },
];

/** What programs in Node import, too. */
const kForNode = ["engine", "publish"];

async function filesUnder(folder) {
  const entries = existsSync(folder) ? await readdir(folder, { withFileTypes: true }) : [];
  const found = await Promise.all(
    entries
      .filter((entry) => !entry.name.startsWith("."))
      .map((entry) => (entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)])),
  );
  return found.flat().sort();
}

/** Writes what differs and removes what is no longer made, so that a server may keep running meanwhile. */
async function write(folder, outputs) {
  for (const [name, contents] of outputs) {
    const path = join(folder, name);
    if (existsSync(path) && Buffer.compare(await readFile(path), contents) === 0) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, contents);
  }
  for (const path of await filesUnder(folder)) {
    if (!outputs.has(relative(folder, path))) await rm(path);
  }
}

const sum = async (path) =>
  createHash("sha256")
    .update(await readFile(path))
    .digest("hex");

/** What a published page brings with it: its script knows them by their sums. */
async function builtWith() {
  const engine = await sum(join(wasm, "junheng-core.wasm"));
  const style = await sum(join(root, "public", "publish", "page.css"));
  return { BUILT_WITH: JSON.stringify({ engine, style }) };
}

async function main() {
  const outputs = new Map();
  const missing = [];
  // Whatever can be built is built, so that one half of the site is of use while the other one does not compile.
  for (const { entry, script, output, format, knowsParts, forNode } of kBundles) {
    const absent = [entry, script].filter((path) => path !== undefined && !existsSync(path));
    missing.push(...absent);
    if (absent.length === 0)
      outputs.set(output, await bundle(entry, { wasm, format, define: knowsParts ? await builtWith() : {}, forNode }));
  }
  const types = (await filesUnder(source("engine"))).filter((path) => path.endsWith(".d.ts"));
  const copies = [...kCopies, ...types.map((from) => ({ from, output: `engine/${basename(from)}` }))];
  for (const { from, output } of copies) {
    if (existsSync(from)) outputs.set(output, await readFile(from));
    else missing.push(from);
  }
  // Without it Node 18, Debian 12's own, takes a module that ends in .js for CommonJS.
  for (const folder of kForNode) outputs.set(`${folder}/package.json`, Buffer.from('{ "type": "module" }\n'));
  const rules = join(root, "core", "standards");
  for (const path of await filesUnder(rules)) {
    outputs.set(`standards/${relative(rules, path)}`, await readFile(path));
  }
  for (const [name, text] of schemas(source("engine/junheng.d.ts")))
    outputs.set(`standards/${name}`, Buffer.from(text));
  const pages = join(root, "public");
  for (const path of await filesUnder(pages)) {
    const name = relative(pages, path);
    if (outputs.has(name)) throw new Error(`public/${name} would overwrite a file that the build makes.`);
    outputs.set(name, await readFile(path));
  }
  outputs.set("sbom.cdx.json", Buffer.from(await partsList(resolve(wasm, ".."), outputs)));
  missing.push(...(await addSampleCounty(outputs)));
  // Before the pages are told how to be installed, which a file on a disk cannot be.
  const whole = await offlineFile(outputs, wasm, innerPages(outputs));
  missing.push(...whole.missing);
  makeInstallable(
    outputs,
    new TextDecoder().decode(await bundle(source("pages/install/service_worker.ts"), { wasm, format: "iife" })),
  );
  await write(site, outputs);
  await write(packageFolder, await packageFiles(outputs));
  if (whole.html !== undefined) await writeFile(offline, whole.html);

  if (missing.length > 0) {
    throw new Error(
      `the site is not complete, these are missing:\n  ${missing.map((p) => relative(root, p)).join("\n  ")}`,
    );
  }
  console.log(`${outputs.size} files in ${relative(process.cwd(), site)}`);
}

try {
  await main();
} catch (error) {
  console.error(`build.mjs: ${error.message}`);
  process.exitCode = 1;
}
