// SPDX-License-Identifier: MIT
//
// The language of all pages, remembered in this browser.

import { readSetting, writeSetting } from "./settings.ts";

export type LanguageId = "zh" | "en";

const kStored = "junheng.language";

/** Chinese where nothing was chosen. */
export function chosenLanguage(): LanguageId {
  return readSetting(kStored) === "en" ? "en" : "zh";
}

export function chooseLanguage(id: LanguageId): void {
  writeSetting(kStored, id);
}
