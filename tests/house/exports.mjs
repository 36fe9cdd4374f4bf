// SPDX-License-Identifier: MIT
//
// What web/src exports and nobody takes: functions, constants, classes and types alike.

import { namedIn, normal } from "./rooms.mjs";
import { withoutComments } from "./tree.mjs";

/** Names that a module exports under its own roof, `as` names included; re-exports from elsewhere are uses, not exports. */
export function exportsOf(code) {
  const text = withoutComments(code);
  const kinds =
    "(?:declare\\s+)?(?:abstract\\s+)?(?:async\\s+)?(?:function\\*?|const|let|var|class|interface|type|enum)";
  const declared = [...text.matchAll(new RegExp(`^export\\s+${kinds}\\s+([\\w$]+)`, "gm"))].map((found) => found[1]);
  const listed = [...text.matchAll(/^export\s+(?:type\s+)?\{([^}]*)\}\s*(from)?/gm)].flatMap(([, list]) =>
    namesIn(list).map(([, as]) => as),
  );
  return [...new Set([...declared, ...listed])];
}

/** "a, type b as c" → [["a", "a"], ["b", "c"]]. */
function namesIn(list) {
  return list
    .split(",")
    .map((each) => each.trim().replace(/^type\s+/, ""))
    .filter((each) => each !== "")
    .map((each) => {
      const [name, as] = each.split(/\s+as\s+|\s*:\s*/);
      return [name, as ?? name];
    });
}

/** What a file takes from others: [[path of the module as written, names, or "*" for all of it]]. */
function taken(code) {
  const text = withoutComments(code);
  const found = [];
  for (const [, , list, from] of text.matchAll(
    /\b(import|export)\s+(?:type\s+)?(?:[\w$]+\s*,\s*)?\{([^}]*)\}\s*from\s*["']([^"']+)["']/g,
  )) {
    found.push([from, namesIn(list).map(([name]) => name)]);
  }
  for (const [, from] of text.matchAll(
    /\b(?:import\s+(?:type\s+)?\*\s+as\s+[\w$]+|export\s+\*(?:\s+as\s+[\w$]+)?)\s+from\s*["']([^"']+)["']/g,
  ))
    found.push([from, "*"]);
  // const { a } = await import("x"), import("x").Type, and a module that is handed on as a whole
  for (const [whole, list, from, member] of text.matchAll(
    /(?:\{([^{}]*)\}\s*=\s*await\s+)?import\(\s*["']([^"']+)["']\s*\)(?:\.([\w$]+))?/g,
  )) {
    if (list !== undefined) found.push([from, namesIn(list).map(([name]) => name)]);
    else if (member !== undefined && !/^(then|catch|finally)$/.test(member)) found.push([from, [member]]);
    else if (whole !== "") found.push([from, "*"]);
  }
  return found;
}

/** Is a name that its own module uses too looked at by a test of that module? */
function tested(path, name, code, tests) {
  const word = new RegExp(`(?<![\\w$])${name.replaceAll("$", "\\$")}(?![\\w$])`, "g");
  const inside = withoutComments(code).match(word)?.length ?? 0;
  return (
    inside > 1 &&
    [...tests.values()].some((text) => text.includes(path.split("/").slice(2).join("/")) && text.match(word) !== null)
  );
}

/**
 * "path: name" of each export that no other module imports. `files`: path → text of the sources; `users`: likewise, of
 * files whose imports count and whose exports do not; `tests`: likewise, which may look at a part of a module by itself;
 * `published`: paths whose exports are for people outside.
 */
export function unusedExports(files, { users = new Map(), tests = new Map(), published = [] } = {}) {
  const used = new Map([...files.keys()].map((path) => [path, new Set()]));
  for (const [path, code] of [...files, ...users]) {
    for (const [from, names] of taken(code)) {
      if (!from.startsWith(".")) continue;
      const to = normal(path.slice(0, path.lastIndexOf("/") + 1) + from);
      // the published module stands where its types stand
      const target = used.has(to) ? to : to.replace(/\.js$/, ".d.ts");
      for (const name of names === "*" ? ["*"] : names) if (target !== path) used.get(target)?.add(name);
    }
  }
  const unused = [];
  for (const [path, code] of files) {
    if (published.includes(path) || used.get(path).has("*")) continue;
    for (const name of exportsOf(code))
      if (!used.get(path).has(name) && !tested(path, name, code, tests)) unused.push(`${path}: ${name}`);
  }
  return unused;
}

/** Modules of `files` that nothing imports and that are not entries: dead as a whole. */
export function unreached(files, entries) {
  const reached = new Set();
  const visit = (path) => {
    if (reached.has(path) || !files.has(path)) return;
    reached.add(path);
    for (const name of namedIn(path, files.get(path)))
      if (name.startsWith(".")) visit(normal(path.slice(0, path.lastIndexOf("/") + 1) + name));
  };
  entries.forEach(visit);
  return [...files.keys()].filter((path) => !reached.has(path));
}
