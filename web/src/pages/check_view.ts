// SPDX-License-Identifier: MIT
//
// Says whether what is printed is what was computed again, and names what is not.

import { fill } from "../words/fill.ts";
import type { Comparison } from "./compare_printed.ts";
import { element, tableBox } from "../kit/dom.ts";
import type { PageWords } from "../words/page_zh.ts";

const kShown = 30;

function say(state: "agrees" | "differs" | "own" | "program" | "impossible", text: string): void {
  const status = place("check");
  status.textContent = text;
  status.dataset["state"] = state;
}

/** Whatever a page said of itself before, as its own words or as a state of them. */
export function showChecking(words: PageWords): void {
  const status = place("check");
  delete status.dataset["state"];
  status.textContent = words.checking;
}

/**
 * Where the check is told: as the page has it, once and in sight; else before everything, for a page from which it was
 * cut out, or that has one for the script and one for the reader, is told of first.
 */
function place(id: "check" | "differences"): HTMLElement {
  const [one, ...more] = document.querySelectorAll<HTMLElement>(`[id="${id}"]`);
  if (one instanceof HTMLElement && more.length === 0 && (id !== "check" || one.getClientRects().length > 0))
    return one;
  for (const each of [one, ...more]) each?.remove();
  const made = id === "check" ? element("p", { id, role: "status" }) : element("div", { id });
  const box = document.querySelector("body > section.check") ?? element("section", { class: "check" });
  box.append(made);
  document.body.prepend(box);
  return made;
}

export function showImpossible(reason: string, words: PageWords): void {
  say("impossible", fill(words.checkImpossible, { reason }));
}

/**
 * `changed`: the sentence about a standard that is not the engine's. `foreign`: parts of the page that are not of this
 * version; with them nothing that is shown or computed here is known to be right, or wrong. `own`: what is said of a
 * standard of somebody's own, under which nothing is right by the official ones.
 */
export function showCheck(
  { places, differences }: Comparison,
  changed: string | null,
  foreign: readonly ("engine" | "style")[],
  own: string | null,
  words: PageWords,
): void {
  const count = differences.length + (changed === null ? 0 : 1);
  if (count === 0 && foreign.length > 0) {
    const parts = foreign.map((part) => words.checkPart[part]).join(words.comma);
    say("program", fill(words.checkProgram, { parts }));
  } else if (count === 0 && own !== null) say("own", fill(words.checkOwn, { own, count: places }));
  else if (count === 0) say("agrees", fill(words.checkAgrees, { count: places }));
  else say("differs", fill(words.checkDiffers, { count }));
  const list = place("differences");
  list.replaceChildren();
  if (changed !== null) list.append(element("p", { class: "is-fail" }, changed));
  if (differences.length === 0) return;
  const rows = differences
    .slice(0, kShown)
    .map(({ where, printed, computed }) =>
      element(
        "tr",
        {},
        element("th", { scope: "row" }, element("bdi", {}, where)),
        element("td", {}, element("bdi", {}, printed === "" ? words.checkNothing : printed)),
        element("td", {}, element("bdi", {}, computed === "" ? words.checkNothing : computed)),
      ),
    );
  list.append(
    tableBox({
      caption: words.checkListCaption,
      heads: [words.checkWhere, words.checkPrinted, words.checkComputed],
      rows,
    }),
  );
  if (differences.length > kShown)
    list.append(element("p", {}, fill(words.checkMore, { count: differences.length - kShown })));
}
