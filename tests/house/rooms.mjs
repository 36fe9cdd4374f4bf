// SPDX-License-Identifier: MIT
//
// The one table of rooms: which there are, in which order, and what an include or an import against it is. A room is a
// folder right below `sources` (or one named here inside such a folder); a file that stands there itself is a room of its
// own name (workbench.h, wasm.d.ts). A room may use the rooms on the floors above its own and no other.

import { withoutComments } from "./tree.mjs";

/** Of the workbench, one a view. */
export const viewRooms = ["start", "data", "schools", "balance", "facts", "what_if", "verdict", "issues", "meeting"];

export const houses = [
  {
    sources: "core/src/",
    // The door is flat. A header belongs to the room of the source of its name; those without a source stand here.
    door: {
      folder: "core/include/junheng/",
      rooms: { ids: "base", limits: "base", rule: "standard", junheng: "answer" },
    },
    floors: [
      ["base"],
      ["json"],
      ["vocabulary"],
      ["standard"],
      ["table"],
      ["layout"],
      ["roster"],
      ["measure"],
      ["judge"],
      ["insight"],
      ["plan"],
      ["outlook"],
      ["words"],
      ["answer"],
    ],
    generated: /^(junheng_embedded|html_references|folded_characters)\.h$/,
    ownHeaders: true, // what a room defines, a header of that room declares
  },
  {
    sources: "imgui_app/src/",
    floors: [["words"], ["state"], ["kit"], ["shell"], viewRooms, ["frame"], ["workbench"], ["platform_web"]],
    ownHeaders: true,
    // Dear ImGui's own headers, and the core through its door.
    generated: /^workbench_embedded\.h$|^(misc\/freetype\/)?imgui\w*\.h$|^junheng\/\w+\.h$/,
  },
  {
    sources: "web/src/",
    floors: [
      ["engine", "files", "words"],
      ["kit"],
      ["host"],
      ["work"],
      ["charts"],
      ["keep", "report", "standard"],
      ["publish"],
      ["plan"],
      ["papers"],
      ["app", "pages"],
      // the page that has the whole app inside; the command line, which makes the same files as the page
      ["pages/offline", "cli"],
      ["wasm"],
    ],
  },
];

/** Every file that must stand in a room. */
export const isHoused = (path) =>
  houses.some(({ sources, door }) => path.startsWith(sources) || (door && path.startsWith(door.folder)));

const folderOf = (path) => path.slice(0, path.lastIndexOf("/") + 1);
const stemOf = (path) => path.slice(path.lastIndexOf("/") + 1).replace(/\..*$/, "");

/** "a/b/../c" → "a/c". */
export function normal(path) {
  const parts = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

/** The room of a path, whether or not there is such a file; undefined where it stands in none. */
export function roomOf(house, path, files) {
  const known = new Set(house.floors.flat());
  let room;
  if (path.startsWith(house.sources)) {
    const [first, second] = path
      .slice(house.sources.length)
      .replace(/\.[^/]*$/, "")
      .split("/");
    room = known.has(`${first}/${second}`) ? `${first}/${second}` : first;
  } else if (house.door && path.startsWith(house.door.folder)) {
    const name = stemOf(path);
    const source = [...files.keys()].find((each) => each.startsWith(house.sources) && each.endsWith(`/${name}.cpp`));
    room = source === undefined ? house.door.rooms[name] : roomOf(house, source, files);
  }
  return known.has(room) ? room : undefined;
}

/** What a file includes or imports, as written. */
export function namedIn(path, code) {
  const text = withoutComments(code);
  if (/\.(cpp|h)$/.test(path))
    return [...text.matchAll(/^[ \t]*#[ \t]*include[ \t]*"([^"]+)"/gm)].map((found) => found[1]);
  return [...text.matchAll(/(?:\bfrom|\bimport|\bimport\s*\()\s*["'`]([^"'`]+)["'`]/g)].map((found) => found[1]);
}

/** The path a name leads to, undefined for packages, generated files and what the table lets in from elsewhere. */
function target(house, path, name, files) {
  if (/\.(cpp|h)$/.test(path)) {
    // As the compiler looks: beside the file, then in the folders of the include path.
    const roots = [folderOf(path), house.sources, ...(house.door ? [folderOf(house.door.folder.slice(0, -1))] : [])];
    const there = roots.map((root) => normal(root + name)).find((each) => files.has(each));
    return there ?? (house.generated?.test(name) ? undefined : normal(house.sources + name));
  }
  return name.startsWith(".") ? normal(folderOf(path) + name) : undefined;
}

/**
 * Every include or import against the order, and every file in no room: "path: what is wrong".
 * `files`: path → text, of all files of the houses.
 */
export function arrowsUp(files) {
  const wrong = [];
  for (const house of houses) {
    const floor = new Map(house.floors.flatMap((rooms, index) => rooms.map((room) => [room, index])));
    for (const [path, code] of files) {
      if (!path.startsWith(house.sources) && !(house.door && path.startsWith(house.door.folder))) continue;
      const room = roomOf(house, path, files);
      if (room === undefined) {
        wrong.push(`${path}: stands in no room`);
        continue;
      }
      for (const name of namedIn(path, code)) {
        const to = target(house, path, name, files);
        if (to === undefined) continue;
        const other = roomOf(house, to, files);
        if (other === undefined) wrong.push(`${path}: "${name}" stands in no room`);
        else if (other !== room && floor.get(other) >= floor.get(room))
          wrong.push(`${path}: ${room} may not know ${other} ("${name}")`);
      }
    }
  }
  return wrong;
}

/** Files that reach themselves by way of others, each circle once: "a → b → a". */
export function circles(files) {
  const found = [];
  const state = new Map(); // path → "open" while below it, "done" after
  const way = [];
  const visit = (house, path) => {
    if (state.get(path) === "done") return;
    if (state.get(path) === "open") {
      found.push([...way.slice(way.indexOf(path)), path].join(" → "));
      return;
    }
    state.set(path, "open");
    way.push(path);
    for (const name of new Set(namedIn(path, files.get(path)))) {
      const to = target(house, path, name, files);
      if (to !== undefined && to !== path && files.has(to)) visit(house, to);
    }
    way.pop();
    state.set(path, "done");
  };
  for (const house of houses) for (const path of files.keys()) if (path.startsWith(house.sources)) visit(house, path);
  return found;
}
