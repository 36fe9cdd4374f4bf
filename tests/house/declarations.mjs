// SPDX-License-Identifier: MIT
//
// Functions that one room defines and only another room's header declares: an arrow that no include shows, for whoever
// calls it includes the one room and is linked with the other.

import { roomOf } from "./rooms.mjs";
import { codeOnly } from "./tree.mjs";

const plain = (code) => codeOnly(code).replace(/^[ \t]*#.*$/gm, "");

/** Names of free functions that a header declares, at the left margin. */
function declared(code) {
  const types = /\b(struct|class|using|inline|template|constexpr|enum|typedef)\b/;
  return [...plain(code).matchAll(/^(\S[\w:<>,&*\s[\]]*?\b(\w+)\s*\([^;{}]*\)\s*);/gm)]
    .filter(([, all]) => !types.test(all))
    .map((found) => found[2]);
}

/** Names of free functions that a source defines for others: outside of namespaces without a name. */
function defined(code) {
  const open = code.replace(/^namespace \{[^]*?^\}  \/\/ namespace$/gm, "");
  return [...plain(open).matchAll(/^(?!static\b)\S[\w:<>,&*\s[\]]*?(?<![\w:])((?:\w+::)*\w+)\s*\([^;{}]*\)[\w\s]*\{/gm)]
    .map((found) => found[1])
    .filter((name) => !name.includes("::"));
}

/** "path: name is declared in header" of each function of a house that stands in another room than its declaration. */
export function strayFunctions(house, files) {
  const inside = [...files].filter(([path]) => path.startsWith(house.sources) || path.startsWith(house.door?.folder));
  const headers = new Map();
  for (const [path, code] of inside.filter(([name]) => name.endsWith(".h"))) {
    for (const name of declared(code)) headers.set(name, new Set([...(headers.get(name) ?? []), path]));
  }
  const stray = [];
  for (const [path, code] of inside.filter(([name]) => name.endsWith(".cpp"))) {
    const room = roomOf(house, path, files);
    for (const name of new Set(defined(code))) {
      const where = [...(headers.get(name) ?? [])];
      if (where.length > 0 && !where.some((header) => roomOf(house, header, files) === room))
        stray.push(`${path}: ${name} is declared in ${where.join(", ")}`);
    }
  }
  return stray;
}
