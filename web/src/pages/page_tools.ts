// SPDX-License-Identifier: MIT
//
// The buttons above every page: another language, large type (适老化), print.

import { button, find } from "../kit/dom.ts";
import { readSetting, writeSetting } from "../kit/settings.ts";
import type { PageWords } from "../words/page_zh.ts";

const kTypeStored = "junheng.type";

/** Paper has nothing to unfold: what is one step away on the screen is printed. */
export function unfoldForPrint(): void {
  let folded: HTMLDetailsElement[] = [];
  window.addEventListener("beforeprint", () => {
    folded = Array.from(document.querySelectorAll<HTMLDetailsElement>("details:not([open])"));
    for (const one of folded) one.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const one of folded) one.open = false;
  });
}

export function applyStoredType(): void {
  if (readSetting(kTypeStored) === "large") document.documentElement.dataset["type"] = "large";
}

/** `otherLanguage`: null where the other language is a page of its own, with a link to it. */
export function showTools(words: PageWords, otherLanguage: (() => void) | null): void {
  const tools = find("tools");
  if (tools === null) return;
  const large = (): boolean => document.documentElement.dataset["type"] === "large";
  const type = button("", () => {
    if (large()) delete document.documentElement.dataset["type"];
    else document.documentElement.dataset["type"] = "large";
    writeSetting(kTypeStored, large() ? "large" : "normal");
    label();
  });
  const label = (): void => {
    type.textContent = large() ? words.normalType : words.largeType;
  };
  label();
  const others =
    otherLanguage === null
      ? []
      : [button(words.otherLanguage, otherLanguage, { lang: words.otherLanguageTag, id: "language" })];
  tools.replaceChildren(
    ...others,
    type,
    button(words.print, () => window.print()),
  );
  tools.hidden = false;
}
