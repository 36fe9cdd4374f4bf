// SPDX-License-Identifier: MIT
//
// How CMake and Ninja compile a file: its flags, and the headers it read.

import { execFileSync } from "node:child_process";
import { resolve } from "node:path";

/** Arguments of a compiler's command line as CMake writes it: quoted with " and \, no variables. */
export function words(command) {
  return [...command.matchAll(/(?:"(?:\\.|[^"\\])*"|\\.|[^\s"\\])+/g)].map(([word]) =>
    word.replace(/\\(.)|"/g, (_, escaped) => escaped ?? ""),
  );
}

/** The flags alone: no compiler and its launcher, no source, no output, no precompiled header. */
export function flagsOf(command) {
  const all = words(command);
  const flags = [];
  for (let at = all.findIndex((word) => word.startsWith("-")); at < all.length; at += 1) {
    if (all[at] === "-o" || all[at] === "-c") at += 1;
    else flags.push(all[at]);
  }
  return flags;
}

/** Headers of each object as the last compilation saw them; `folder` of the build. */
export function headersOf(folder) {
  const said = execFileSync("ninja", ["-C", folder, "-t", "deps"], { encoding: "utf8", maxBuffer: 1 << 28 });
  const found = new Map();
  let headers = [];
  for (const line of said.split("\n")) {
    const object = /^(\S+): #deps/.exec(line);
    if (object) found.set(object[1], (headers = []));
    else if (line.startsWith("    ")) headers.push(resolve(folder, line.trim()));
  }
  return found;
}
