// SPDX-License-Identifier: MIT
//
// The named versions of the project that is open, as a list with a form above it. Fetched with the list of projects.

import type { Head } from "../../keep/database.ts";
import { button, element, tableBox } from "../../kit/dom.ts";
import type { LanguageId } from "../../kit/language.ts";
import { fill } from "../../words/fill.ts";
import type { Words } from "../../words/app_zh.ts";
import { kLongestName } from "../../work/versions_file.ts";
import { timeOf } from "./sentences.ts";

/** What the list shows, and what its buttons do. */
export interface VersionsShown {
  readonly list: readonly Head[];
  /** What was typed before everything around it was drawn again. */
  readonly name: string;
  typed(name: string): void;
  save(name: string): void;
  goBack(one: Head): void;
  remove(one: Head): void;
}

/** `shown`: why there is nothing to show, where there is not. */
export function versionsView(
  shown: VersionsShown | "nothing" | "off",
  words: Words,
  language: LanguageId,
): HTMLElement {
  const { keep } = words;
  const { versions } = keep;
  const part = element(
    "section",
    { id: "versions" },
    element("h2", {}, versions.heading),
    element("p", {}, versions.hint),
  );
  if (typeof shown === "string") {
    part.append(element("p", {}, versions[shown]));
    return part;
  }
  const name = element("input", {
    type: "text",
    maxlength: String(kLongestName),
    id: "version-name",
    placeholder: versions.example,
    "aria-label": versions.name,
  });
  name.value = shown.name;
  name.addEventListener("input", () => shown.typed(name.value));
  const form = element(
    "form",
    { class: "entry-actions" },
    name,
    element("button", { type: "submit", class: "button strong", id: "version-save" }, versions.save),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    shown.save(name.value.trim() || versions.example);
  });
  part.append(form);
  if (shown.list.length > 0)
    part.append(
      tableBox({
        caption: fill(versions.caption, { count: shown.list.length }),
        heads: [keep.name, keep.time, versions.schools, versions.verdict, keep.actions],
        rows: shown.list.map((one) => row(one, shown, words, language)),
        label: versions.heading,
      }),
    );
  return part;
}

function row(one: Head, shown: VersionsShown, words: Words, language: LanguageId): HTMLElement {
  const { keep } = words;
  const back = fill(keep.versions.backOf, { name: one.name });
  const remove = fill(keep.removeOf, { name: one.name });
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, one.name),
    element("td", {}, timeOf(one.saved, words, language)),
    element("td", { class: "number" }, one.schools === null ? words.notKnown : String(one.schools)),
    element("td", {}, one.verdict === null ? words.notKnown : words.verdict[one.verdict]),
    element(
      "td",
      {},
      element(
        "div",
        { class: "row-actions" },
        button(keep.versions.back, () => shown.goBack(one), { class: "button", "aria-label": back }),
        button(keep.remove, () => shown.remove(one), { class: "button", "aria-label": remove }),
      ),
    ),
  );
}
