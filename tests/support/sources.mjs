// SPDX-License-Identifier: MIT
//
// A module of web/src for tests in Node: bundled as the build does it, kept in memory.

import { build } from "../../web/node_modules/esbuild/lib/main.js";
import { fileURLToPath } from "node:url";

export async function sourceModule(path) {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../../web/src/${path}`, import.meta.url))],
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    charset: "utf8",
    // Files of their own beside the app, fetched when they are used.
    external: ["../engine/junheng.js", "../engine/plan.js"],
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}
