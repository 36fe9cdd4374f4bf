// SPDX-License-Identifier: MIT
//
// Where the parts of a build lie, said once.

import { realpathSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const root = resolve(fileURLToPath(new URL("../..", import.meta.url)));
export const site = join(root, "dist", "site");
export const offline = join(root, "dist", "junheng-offline.html");
export const packageFolder = join(root, "dist", "package");
export const wasmBuild = join(root, "build", "wasm");

/** True when a module is the program itself and not a part of another one. */
export function isProgram(meta) {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(meta.url);
}
