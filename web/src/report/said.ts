// SPDX-License-Identifier: MIT
//
// What a finding says, in one language.

import { fill } from "../words/fill.ts";
import type { ReportWords } from "../words/report_zh.ts";
import type { Finding, ReportPlace } from "./finding.ts";

const isCode = (code: string, said: ReportWords["said"]): code is keyof ReportWords["said"] =>
  Object.hasOwn(said, code);

export function saidOf({ code, args }: Finding, { said }: ReportWords): string {
  return isCode(code, said) ? fill(said[code], args) : code;
}

export function placeWords({ paragraph, sentence }: ReportPlace, words: ReportWords): string {
  return fill(words.place, { paragraph, sentence });
}
