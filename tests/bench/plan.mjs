// SPDX-License-Identifier: MIT
//
// What ./dev bench measures, and how often: the whole of it in about a quarter of an hour, `--quick` in two minutes. A
// round takes everything once, each in a process or page of its own, before the next round begins: what disturbs the
// machine for a while disturbs all alike.

import { kContenders, kLibraries } from "./contenders.mjs";
import { kYardsticks } from "./yardsticks.mjs";

const kDoors = ["open", "evaluate"];
/** Those that are compared where not all need to be. */
const kFew = [...kDoors, "onepass", "udsv"];
const kMost = [...kFew, "d3", "papaparse"];

/** `place`, `table`, `kind` of what goes in, `who`, `rounds`. */
const kWhole = [
  ["native", "nation", "bytes", ["core", "plain"], 5],
  ["native", "hard", "bytes", ["core", "plain"], 3],
  ["native", "20k", "bytes", ["core", "plain"], 5],
  ["native", "million", "bytes", ["plain"], 2],
  ["chromium", "nation", "string", [...kContenders, ...kYardsticks], 4],
  ["chromium", "nation", "bytes", kFew, 3],
  ["chromium", "hard", "string", kFew, 3],
  ["chromium", "34", "string", kMost, 4],
  ["chromium", "3k", "string", kMost, 4],
  ["chromium", "20k", "string", kMost, 3],
  // The summary of a million rows as objects is longer than a string may be.
  ["chromium", "million", "string", ["open", "onepass", "udsv"], 2],
  ["node", "nation", "string", [...kContenders, ...kYardsticks], 2],
  ["node", "nation", "bytes", kFew, 2],
  ["node", "3k", "string", kFew, 3],
];
const kQuick = [
  ["native", "nation", "bytes", ["core", "plain"], 2],
  ["chromium", "nation", "string", kFew, 2],
  ["chromium", "3k", "string", kFew, 2],
  ["node", "nation", "bytes", ["open", "evaluate", "onepass"], 1],
];

export const kWorkbench = {
  whole: { tables: ["34", "3k", "nation"], rounds: 3 },
  quick: { tables: ["34", "3k"], rounds: 1 },
};

/** All that is measured, once: { id, place, table, kind, who, rounds }. */
export const planOf = (quick) =>
  (quick ? kQuick : kWhole).flatMap(([place, table, kind, all, rounds]) =>
    all.map((who) => ({
      id: `${place}.${table}.${kind}.${who}`,
      place,
      table,
      kind,
      who,
      rounds,
    })),
  );

/** The same in the order it runs: whole rounds, each beginning with another one. */
export function roundsOf(plan) {
  const last = Math.max(...plan.map(({ rounds }) => rounds));
  return Array.from({ length: last }, (_, round) => {
    const due = plan.filter(({ rounds }) => round < rounds);
    const from = Math.floor((round * due.length) / last);
    return [...due.slice(from), ...due.slice(0, from)];
  }).flat();
}

/** Names of figures of the workbench, as measureWorkbench() gives them. */
export const workbenchFigures = ({ tables }) => [
  ...["empty", "full"].flatMap((cache) => [`start.${cache}.paint`, `start.${cache}.ready`]),
  ...tables.flatMap((table) => [
    ...["first", "task", "again"].map((what) => `paste.${table}.${what}`),
    `frame.${table}`,
    `edit.${table}`,
  ]),
];

/** Names of figures of a workbook, as measureWorkbook() gives them. */
export const workbookFigures = ["read", "unpack"].flatMap((what) =>
  ["wall", "processor", "extra", "bytes"].map((figure) => `book.${what}.${figure}`),
);

export { kLibraries };
