// SPDX-License-Identifier: MIT
//
// The faults that can be put into one file, each with what it is known by: the line before and after, not its number,
// so that a name for it outlives edits elsewhere in the file.

import { createHash } from "node:crypto";
import { cppFaults } from "./cpp_faults.mjs";
import { jsonFaults } from "./json_faults.mjs";

export const sumOf = (text) => createHash("sha256").update(text).digest("hex");

/** Where faults are put: all code of the core that does something, the standards, the words of tables. */
export const isMutable = (path) =>
  /^core\/(src|include)\/.*\.(cpp|h)$/.test(path) || /^core\/standards\/(?!standard\.schema).*\.json$/.test(path);

/** The room of a file, for the table of results. */
export function roomOf(path) {
  if (path.startsWith("core/standards/")) return "standards";
  return path.match(/^core\/src\/([^/]+)\//)?.[1] ?? "include";
}

const squeezed = (text) => text.replace(/\s+/g, " ").trim();

/** [{ file, line, kind, place, before, after, content }] in the order of the file; content: the whole file with it. */
export function faultsOf(file, code) {
  const seen = new Set();
  const found = [];
  for (const fault of file.endsWith(".json") ? jsonFaults(code) : cppFaults(code)) {
    const content = code.slice(0, fault.at) + fault.text + code.slice(fault.end);
    if (content === code || seen.has(content)) continue;
    seen.add(content);
    const begin = code.lastIndexOf("\n", fault.at - 1) + 1;
    const end = (code.indexOf("\n", fault.end) + 1 || code.length + 1) - 1;
    const json = fault.place !== undefined;
    found.push({
      file,
      line: code.slice(0, fault.at).split("\n").length,
      kind: fault.kind,
      before: json
        ? `${fault.place}: ${squeezed(code.slice(fault.at, fault.end)).replace(/^,|,$/g, "").trim()}`
        : squeezed(code.slice(begin, end)),
      after: squeezed(json ? fault.text : code.slice(begin, fault.at) + fault.text + code.slice(fault.end, end)),
      content,
    });
  }
  return found;
}

/** What a result is kept under. */
export const idOf = ({ file, content }) => sumOf(`${file}\0${content}`).slice(0, 16);

/** `many` of the faults from all files; the same seed picks the same ones, and more of them first the same ones. */
export function sample(faults, many, seed) {
  const files = new Map();
  for (const fault of faults) files.set(fault.file, [...(files.get(fault.file) ?? []), fault]);
  // From a file four times as long come twice as many: short ones are not left out, long ones not one of a thousand.
  const ranked = [...files.values()].flatMap((list) => {
    const drawn = list.map((fault) => [sumOf(`${seed} ${idOf(fault)}`), fault]).sort(([a], [b]) => (a < b ? -1 : 1));
    const begin = parseInt(sumOf(`${seed} ${list[0].file}`).slice(0, 8), 16) / 2 ** 32;
    return drawn.map(([, fault], index) => [(index + begin) / Math.sqrt(list.length), fault]);
  });
  return ranked
    .sort(([a], [b]) => a - b)
    .slice(0, many)
    .map(([, fault]) => fault);
}
