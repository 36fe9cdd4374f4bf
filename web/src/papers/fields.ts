// SPDX-License-Identifier: MIT
//
// The fields of the view of the papers. Each writes what is entered where it is kept, and nothing else.

import { element } from "../kit/dom.ts";
import type { PapersWords } from "../words/papers_zh.ts";
import type { Stated } from "./stated.ts";

function field(id: string, value: string, placeholder: string, entered: (text: string) => void): HTMLInputElement {
  const input = element("input", { type: "text", id, maxlength: "200", autocomplete: "off", placeholder });
  input.value = value;
  input.addEventListener("input", () => entered(input.value.trim()));
  return input;
}

/** `called`: as the table names the county. */
export function fieldsOf({ fields }: Stated, called: string, words: PapersWords): HTMLElement {
  const names = Object.keys(words.fields) as (keyof PapersWords["fields"])[];
  const pairs = names.flatMap((name) => [
    element("label", { for: `papers-${name}` }, words.fields[name]),
    field(`papers-${name}`, fields[name], name === "county" ? called : "", (text) => {
      fields[name] = text;
    }),
  ]);
  return element("div", { class: "fields-of-form" }, ...pairs);
}

/** Fields that few people open: each with what is proposed, which stands where nothing is entered. */
export function detailFields(
  id: string,
  title: string,
  kept: Map<string, string>,
  asked: readonly { key: string; label: string; value: string }[],
): HTMLElement {
  const pairs = asked.flatMap(({ key, label, value }) => [
    element("label", { for: `papers-${id}-${key}` }, label),
    field(`papers-${id}-${key}`, kept.get(key) ?? "", value, (text) => {
      if (text === "") kept.delete(key);
      else kept.set(key, text);
    }),
  ]);
  return element(
    "details",
    { id: `papers-${id}` },
    element("summary", {}, title),
    element("div", { class: "fields-of-form" }, ...pairs),
  );
}
