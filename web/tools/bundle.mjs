// SPDX-License-Identifier: MIT
//
// One entry and all that it imports as one script, the same way for every bundle of the site.

import { build } from "esbuild";
import { join, relative } from "node:path";
import { root } from "./paths.mjs";

/** What is fetched when somebody first needs it: the module that is imported then, and the file that it is. */
const kApart = [
  ["publish/publish.ts", "../publish/publish.js"],
  ["outgoing/outgoing.ts", "./outgoing.js"],
  ["text/text.ts", "./text.js"],
  ["trial/trial.ts", "./trial.js"],
  ["reading.ts", "./reading.js"],
  ["kept_view.ts", "./kept.js"],
  ["papers/room.ts", "./papers.js"],
  ["standard/room.ts", "./standard.js"],
  ["plan/plan_view.ts", "./plan.js"],
  ["outlook.ts", "./outlook.js"],
  ["words/app_en.ts", "./english.js"],
  ["files/workbook.ts", "./workbook.js"],
  ["report/report.ts", "./report.js"],
];

/** `#wasm/x.js` in our modules is the classic script x.js that the C++ build made, in the folder `wasm`. */
function wasmScripts(wasm, inside, whole) {
  return {
    name: "wasm-scripts",
    setup(build) {
      build.onResolve({ filter: /^#wasm\// }, ({ path }) => ({ path: join(wasm, path.slice("#wasm/".length)) }));
      if (inside) return;
      // The published modules stay files of their own beside the app: bundled, they would look for their .wasm in app/.
      build.onResolve({ filter: /^\.\.\/engine\/(?:junheng|plan)\.js$/ }, ({ path }) => ({ path, external: true }));
      for (const [source, output] of kApart) {
        if (whole && output.startsWith("./")) continue; // beside the engine there are none of the app's files
        build.onResolve({ filter: new RegExp(`/${source.replaceAll(".", "\\.")}$`) }, ({ kind }) =>
          kind === "dynamic-import" ? { path: output, external: true } : undefined,
        );
      }
    },
  };
}

/**
 * `format`: "esm" for modules; "iife" for scripts that also start from a disk. `swaps`: our modules that this bundle
 * takes from another place, by the end of their path. `define`: names that stand for what only the build knows.
 * `forNode`: a program of Node alone, which has its modules and all of ours but engine and publisher inside.
 */
export async function bundle(entry, { wasm, format = "esm", swaps = {}, define = {}, forNode = false }) {
  const swapping = {
    name: "swaps",
    setup(build) {
      for (const [ending, path] of Object.entries(swaps)) {
        build.onResolve({ filter: new RegExp(`${ending.replaceAll(".", "\\.")}$`) }, () => ({ path }));
      }
    },
  };
  const { outputFiles } = await build({
    entryPoints: [entry],
    absWorkingDir: root,
    bundle: true,
    write: false,
    format,
    // Neither "browser" nor "node": the engine runs in both, and anything that needs one of them shows up as an error.
    platform: "neutral",
    target: "es2022",
    charset: "utf8",
    minify: true,
    legalComments: "none",
    mainFields: ["module", "main"],
    // A script that is no module has no address of its own; the page's stands in for it.
    define: { ...define, ...(format === "iife" ? { "import.meta.url": "document.baseURI" } : {}) },
    plugins: [swapping, wasmScripts(wasm, format === "iife", forNode)],
    external: forNode ? ["node:*"] : [],
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
  if (format !== "iife") return contents;
  // Such a script may stand inside a page, where these words in its texts would begin or end something.
  return new TextEncoder().encode(text.replaceAll(/<(?=!--|\/?script)/gi, "\\x3c"));
}
