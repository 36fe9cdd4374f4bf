// SPDX-License-Identifier: MIT
//
// What came out: a row for each room, the rate, and every fault that nothing noticed.

import { roomOf } from "./faults.mjs";

export const kOutcomes = ["noticed", "survived", "equivalent", "not compiled"];

/** The entry of equivalent.json that speaks of this fault. */
export const equivalentOf = (fault, equivalents) =>
  equivalents.find(
    ({ file, before, after }) => file === fault.file && before === fault.before && after === fault.after,
  );

const place = ({ file, line, before, after }) => `${file}:${line}\n   - ${before}\n   + ${after}`;

/** Lines of text. `results`: [{ fault, outcome, by, seconds }]; of equivalents `by` is the reason. */
export function reported(results, planned) {
  const rooms = new Map();
  for (const { fault, outcome } of results) {
    const row = rooms.get(roomOf(fault.file)) ?? Object.fromEntries(kOutcomes.map((each) => [each, 0]));
    row[outcome] += 1;
    rooms.set(roomOf(fault.file), row);
  }
  const total = (outcome) => results.filter((each) => each.outcome === outcome).length;
  const line = (name, row) =>
    `${name.padEnd(14)}${kOutcomes.map((each) => String(row[each]).padStart(each.length + 2)).join("")}`;
  const lines = [];
  for (const outcome of ["equivalent", "survived"]) {
    const of = results.filter((each) => each.outcome === outcome);
    if (of.length > 0) lines.push(`${outcome}:`, "");
    for (const { fault, by } of of) lines.push(place(fault), ...(outcome === "equivalent" ? [`   ${by}`] : []), "");
  }
  lines.push(`${"room".padEnd(14)}${kOutcomes.map((each) => `  ${each}`).join("")}`);
  for (const [room, row] of [...rooms].sort()) lines.push(line(room, row));
  lines.push(line("all", Object.fromEntries(kOutcomes.map((each) => [each, total(each)]))), "");
  const counted = total("noticed") + total("survived");
  const rate = counted === 0 ? "" : ` = ${((100 * total("noticed")) / counted).toFixed(1)} %`;
  const took = results.reduce((sum, { seconds }) => sum + seconds, 0) / Math.max(1, results.length);
  lines.push(`noticed ${total("noticed")} of ${counted}${rate}; ${took.toFixed(1)} s for each`);
  if (results.length < planned) lines.push(`${planned - results.length} of ${planned} are still to be tried`);
  return lines;
}
