// SPDX-License-Identifier: MIT
//
// The language of all pages, remembered in this browser.

import { readSetting, writeSetting } from "./settings.ts";

export type LanguageId = "zh" | "en";

const kStored = "junheng.language";

/** What the address asks for (`?lang=en`, of a page that holds this one), else what was chosen, else Chinese. */
export function chosenLanguage(): LanguageId {
  const asked = new URLSearchParams(globalThis.location?.search ?? "").get("lang");
  if (asked === "zh" || asked === "en") return asked;
  return readSetting(kStored) === "en" ? "en" : "zh";
}

export function chooseLanguage(id: LanguageId): void {
  writeSetting(kStored, id);
}
