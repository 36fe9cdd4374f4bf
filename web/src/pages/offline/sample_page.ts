// SPDX-License-Identifier: MIT
//
// The public page of the sample county, made on the spot by the module that people publish with.

import { loadPublisher } from "../../publish/publish.ts";
import { insideText } from "./inside.ts";

export async function samplePage(): Promise<string> {
  const publisher = await loadPublisher();
  const text = insideText("sample-county.tsv");
  const language = document.documentElement.lang === "en" ? "en" : "zh";
  return publisher.publish({ tables: [{ name: "", text }] }).single(language);
}
