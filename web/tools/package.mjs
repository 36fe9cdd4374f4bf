// SPDX-License-Identifier: MIT
//
// The folder dist/package: engine, publisher and command line for other people's programs, as npm takes it
// (npm pack dist/package). Its files are those of the site, in the same folders, because they find each other there.

import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { root, site } from "./paths.mjs";
import { versionOf } from "./release.mjs";

const kFolders = /^(engine|publish|standards)\//;

const description = (version) => ({
  name: "junheng",
  version,
  description:
    "Exact evaluation of balanced compulsory education (义务教育优质均衡与基本均衡): engine, publisher, command line",
  license: "MIT",
  type: "module",
  engines: { node: ">=18" },
  exports: {
    ".": { types: "./engine/junheng.d.ts", default: "./engine/junheng.js" },
    "./publish": { types: "./publish/publish.d.ts", default: "./publish/publish.js" },
    // For bundlers, which leave to their caller where the file goes, and for validators.
    "./junheng.wasm": "./engine/junheng.wasm",
    "./standards/*": "./standards/*",
    "./package.json": "./package.json",
  },
  bin: { junheng: "./engine/cli.js" },
  man: "./junheng.1",
  sideEffects: false,
});

/** Names and bytes. `outputs`: the site, which has been written; its own program says what is in its manual. */
export async function packageFiles(outputs) {
  const files = new Map([...outputs].filter(([name]) => kFolders.test(name)));
  const line = [join(site, "engine", "cli.js"), "manual", "--lang", "zh"];
  const { status, stdout, stderr } = spawnSync(process.execPath, line);
  if (status !== 0) throw new Error(`the manual was not made: ${stderr}`);
  files.set("junheng.1", stdout);
  files.set("package.json", Buffer.from(`${JSON.stringify(description(await versionOf()), null, 2)}\n`));
  files.set("README.md", await readFile(join(root, "docs", "package.md")));
  files.set("LICENSE", await readFile(join(root, "LICENSE")));
  return files;
}
