// SPDX-License-Identifier: MIT
//
// Makes dist/site, the folder to publish, from the wasm build, web/src and public/:
//
//   node web/tools/build.mjs [folder of the wasm build]
//
//   engine/junheng.js .wasm .d.ts   the engine for pages, Node and other people's programs
//   app/main.js workbench.wasm      the workbench
//   app/workbook.js                 spreadsheet files in and out, fetched when somebody opens or saves one
//   standards/                      the rules, two variants, and the schema for standards of one's own
//   everything in public/           pages, styles, samples, as they are
//
// The same sources give the same bytes: nothing here reads a clock, and file names carry no hashes.

import { build } from "esbuild";
import { existsSync } from "node:fs";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { root, site, wasmBuild } from "./paths.mjs";

const wasm = join(resolve(process.argv[2] ?? wasmBuild), "bin");
const source = (path) => join(root, "web", "src", path);

// `script` is the part that the wasm build makes, where the bundle has one.
const kBundles = [
  { entry: source("engine/engine.ts"), script: join(wasm, "junheng-core.js"), output: "engine/junheng.js" },
  { entry: source("app/main.ts"), script: join(wasm, "workbench.js"), output: "app/main.js" },
  { entry: source("files/workbook.ts"), output: "app/workbook.js" },
];
const kCopies = [
  { from: join(wasm, "junheng-core.wasm"), output: "engine/junheng.wasm" },
  { from: source("engine/junheng.d.ts"), output: "engine/junheng.d.ts" },
  { from: join(wasm, "workbench.wasm"), output: "app/workbench.wasm" },
];

/** `#wasm/x.js` in our modules is the classic script x.js that the C++ build made. */
const wasmScripts = {
  name: "wasm-scripts",
  setup(build) {
    build.onResolve({ filter: /^#wasm\// }, ({ path }) => ({ path: join(wasm, path.slice("#wasm/".length)) }));
    // The published engine stays a file of its own beside the app: bundled, it would look for its .wasm in app/.
    build.onResolve({ filter: /^\.\.\/engine\/junheng\.js$/ }, ({ path }) => ({ path, external: true }));
    // Likewise the reader of workbooks, which is loaded when the first one is opened.
    build.onResolve({ filter: /files\/workbook\.ts$/ }, ({ kind }) =>
      kind === "dynamic-import" ? { path: "./workbook.js", external: true } : undefined,
    );
  },
};

async function bundle(entry) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    absWorkingDir: root,
    bundle: true,
    write: false,
    format: "esm",
    // Neither "browser" nor "node": the engine runs in both, and anything that needs one of them shows up as an error.
    platform: "neutral",
    target: "es2022",
    charset: "utf8",
    minify: true,
    legalComments: "none",
    plugins: [wasmScripts],
    logLevel: "warning",
  });
  const [{ contents, text }] = outputFiles;
  // esbuild's stand-in for `require` throws when called: in Node's ES modules and in browsers there is none.
  if (/\brequire\s*\(|Dynamic require of/.test(text)) {
    throw new Error(`${relative(root, entry)}: the bundle calls require(), which an ES module has not.`);
  }
  // The pages' content security policy forbids both, and would do so at the worst moment.
  if (/\beval\s*\(|\bnew Function\b/.test(text)) {
    throw new Error(`${relative(root, entry)}: the bundle makes code from text, which the pages do not allow.`);
  }
  return contents;
}

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
async function write(outputs) {
  for (const [name, contents] of outputs) {
    const path = join(site, name);
    if (existsSync(path) && Buffer.compare(await readFile(path), contents) === 0) continue;
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, contents);
  }
  for (const path of await filesUnder(site)) {
    if (!outputs.has(relative(site, path))) await rm(path);
  }
}

async function main() {
  const outputs = new Map();
  const missing = [];
  // Whatever can be built is built, so that one half of the site is of use while the other one does not compile.
  for (const { entry, script, output } of kBundles) {
    const absent = [entry, script].filter((path) => path !== undefined && !existsSync(path));
    missing.push(...absent);
    if (absent.length === 0) outputs.set(output, await bundle(entry));
  }
  for (const { from, output } of kCopies) {
    if (existsSync(from)) outputs.set(output, await readFile(from));
    else missing.push(from);
  }
  const rules = join(root, "core", "standards");
  for (const path of await filesUnder(rules)) {
    outputs.set(`standards/${relative(rules, path)}`, await readFile(path));
  }
  const pages = join(root, "public");
  for (const path of await filesUnder(pages)) {
    const name = relative(pages, path);
    if (outputs.has(name)) throw new Error(`public/${name} would overwrite a file that the build makes.`);
    outputs.set(name, await readFile(path));
  }
  await write(outputs);

  if (missing.length > 0) {
    throw new Error(`the site is not complete, these are missing:\n  ${missing.map((p) => relative(root, p)).join("\n  ")}`);
  }
  console.log(`${outputs.size} files in ${relative(process.cwd(), site)}`);
}

try {
  await main();
} catch (error) {
  console.error(`build.mjs: ${error.message}`);
  process.exitCode = 1;
}
