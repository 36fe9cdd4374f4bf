// SPDX-License-Identifier: MIT
//
// How far a process rises above what it holds now, read from the kernel: the same measure natively, in Node and of a
// page's renderer.

import { readFileSync, writeFileSync } from "node:fs";

/** `process`: its id, or "self". `beyond()` gives bytes; null where the kernel does not tell. */
export function memoryOf(process) {
  const read = (name) => {
    const found = new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(readFileSync(`/proc/${process}/status`, "utf8"));
    return Number(found[1]) * 1024;
  };
  try {
    writeFileSync(`/proc/${process}/clear_refs`, "5"); // the peak begins anew
    const held = read("VmRSS");
    return { beyond: () => Math.max(0, read("VmHWM") - held) };
  } catch {
    return { beyond: () => null };
  }
}
