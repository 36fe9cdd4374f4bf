// SPDX-License-Identifier: MIT
//
// dist/junheng-offline.html: the workbench and the pages as one file that opens by a double click. No module, no
// worker, nothing to fetch; the policy in it names each script and style by its hash and forbids every connection, so
// that anybody can read in the file that nothing is sent.

import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { bundle } from "./bundle.mjs";
import { root } from "./paths.mjs";

const here = (name) => join(root, "web", "src", "pages", "offline", name);
/** Files of the site that go in, by their names there. */
const kInside = [
  "app/workbench.wasm",
  "engine/junheng.wasm",
  "engine/plan.wasm",
  "samples/sample-county.tsv",
  "samples/five-schools.tsv",
  "publish/page.js",
  "publish/page.css",
];

const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const once = (text, from, to) => {
  if (text.split(from).length !== 2)
    throw new Error(`offline.mjs: the workbench's page should have this once: ${from}`);
  return text.replace(from, () => to);
};

function block(name, bytes) {
  return `<script id="inside-${name}" type="text/plain">${deflateRawSync(bytes, { level: 9 }).toString("base64")}</script>\n`;
}

/** `wasm`: folder of the wasm build. `pages`: further documents inside, name and { html, script, style }. */
export async function offlineFile(outputs, wasm, pages) {
  const missing = kInside.filter((name) => !outputs.has(name));
  if (missing.length > 0) return { missing };
  const text = (name) => new TextDecoder().decode(outputs.get(name));
  const script = new TextDecoder().decode(
    await bundle(here("offline_main.ts"), {
      wasm,
      format: "iife",
      swaps: {
        "load_wasm.ts": here("load_inside.ts"),
        "kit/fetched.ts": here("fetched_inside.ts"),
        "host/workbook_reader.ts": here("reader_inside.ts"),
        "plan_worker.ts": here("plan_worker_inside.ts"),
        "../engine/junheng.js": join(root, "web", "src", "engine", "engine.ts"),
        "../engine/plan.js": join(root, "web", "src", "engine", "planner.ts"),
      },
    }),
  );
  const style = `${text("app/app.css")}\n${await readFile(here("offline.css"), "utf8")}`;
  // Frames take over the policy of the file they stand in, so it also names what runs in them.
  const inner = [{ script: text("publish/page.js"), style: text("publish/page.css") }, ...pages.values()];
  const hashes = (own, kind) =>
    [...new Set([own, ...inner.map((one) => one[kind]).filter((one) => one !== undefined)].map(hash))].join(" ");
  const policy = [
    "default-src 'none'",
    `script-src ${hashes(script, "script")} 'wasm-unsafe-eval'`,
    `style-src ${hashes(style, "style")}`,
    "img-src data: blob:",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

  let html = text("app/index.html");
  html = html.replace(/(http-equiv="Content-Security-Policy" content=")[^"]*/, (_, head) => `${head}${policy}`);
  html = once(html, '<link rel="icon" href="../icon.svg" type="image/svg+xml">', '<link rel="icon" href="data:,">');
  html = once(html, '<link rel="stylesheet" href="app.css">', `<style>${style}</style>`);
  html = once(html, '<script type="module" src="main.js"></script>\n', "");
  const blocks = kInside.map((name) => block(basename(name), outputs.get(name)));
  for (const [name, { html: page }] of pages) blocks.push(block(name, Buffer.from(page)));
  html = once(html, "</body>", `${blocks.join("")}<script>${script}</script>\n</body>`);
  return { missing: [], html };
}
