// SPDX-License-Identifier: MIT

import type { LanguageId } from "../kit/language.ts";
import { optionsEn } from "../words/options_en.ts";
import { optionsZh } from "../words/options_zh.ts";
import { sharedEn } from "../words/shared_en.ts";
import { sharedZh } from "../words/shared_zh.ts";
import type { SharedWords } from "../words/shared_zh.ts";
import { standardEn } from "../words/standard_en.ts";
import { standardZh } from "../words/standard_zh.ts";
import type { StandardWords } from "../words/standard_zh.ts";
import type { AllOptionWords } from "./options_view.ts";

export interface RoomWords {
  readonly language: LanguageId;
  readonly words: StandardWords;
  readonly shared: SharedWords;
  readonly options: AllOptionWords;
}

export function roomWords(language: LanguageId): RoomWords {
  return language === "zh"
    ? { language, words: standardZh, shared: sharedZh, options: { ...sharedZh, options: optionsZh } }
    : { language, words: standardEn, shared: sharedEn, options: { ...sharedEn, options: optionsEn } };
}
