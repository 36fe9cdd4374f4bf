// SPDX-License-Identifier: MIT
//
// The source tree as the house tests see it: what git knows or would take in, and nothing that was built.

import { execFileSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** Paths from the root, of files that are there. */
export const paths = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], {
  cwd: root,
  encoding: "utf8",
})
  .split("\0")
  .filter((path) => path !== "" && statSync(root + path, { throwIfNoEntry: false })?.isFile());

export const under = (...folders) => paths.filter((path) => folders.some((folder) => path.startsWith(folder)));

export const withEnding = (list, ...endings) => list.filter((path) => endings.some((ending) => path.endsWith(ending)));

export const text = (path) => readFileSync(root + path, "utf8");

/** C++ and TypeScript without comments; strings stay. Line breaks stay too, so that lines can be named. */
export function withoutComments(code) {
  const pattern = /\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g;
  return code.replace(pattern, (found) => (found.startsWith("/") ? found.replace(/[^\n]/g, " ") : found));
}

/** Comments and strings gone. */
export function codeOnly(code) {
  return withoutComments(code).replace(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g, (found) =>
    found.replace(/[^\n]/g, " "),
  );
}

/** "path:line: text" of every line that a pattern finds. */
export function findings(list, pattern, read = text) {
  const found = [];
  for (const path of list) {
    read(path)
      .split("\n")
      .forEach((line, index) => {
        if (pattern.test(line)) found.push(`${path}:${index + 1}: ${line.trim().slice(0, 120)}`);
      });
  }
  return found;
}
