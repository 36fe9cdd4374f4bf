// SPDX-License-Identifier: MIT
//
// Where the tables came from: files with their encoding, workbooks with their sheets.

import type { Encoding } from "../../engine/junheng.d.ts";
import { button, element } from "../../kit/dom.ts";
import { fill } from "../../words/fill.ts";
import type { AllWords } from "./context.ts";
import { inEncoding } from "../../work/sources.ts";
import type { Source } from "../../work/sources.ts";

const kEncodings: readonly Encoding[] = ["utf-8", "gb18030", "big5", "utf-16le", "utf-16be"];

interface SourcesActions {
  readonly words: AllWords;
  replace(sources: readonly Source[]): void;
}

export function sourcesView(sources: readonly Source[], { words, replace }: SourcesActions): HTMLElement {
  const put = (index: number, next: Source): void => replace(sources.map((one, i) => (i === index ? next : one)));
  const items = sources.map((source, index) => {
    const name = source.name === "" ? words.sourcePasted : source.name;
    const item = element("li", {}, element("span", { class: "source-name" }, name));
    if (source.bytes !== null) {
      const select = element("select", { "aria-label": fill(words.sourceEncoding, { name }) });
      if (source.encoding === null) select.append(element("option", { value: "" }, words.encodingUnknown));
      for (const encoding of kEncodings)
        select.append(element("option", { value: encoding }, words.encoding[encoding]));
      select.value = source.encoding ?? "";
      select.addEventListener("change", () => put(index, inEncoding(source, select.value as Encoding)));
      item.append(" ", element("label", {}, `${words.encodingWord} `, select));
    }
    if (source.sheets.length > 1) {
      const boxes = source.sheets.map((sheet, at) => {
        const box = element("input", { type: "checkbox" });
        box.checked = sheet.chosen;
        box.addEventListener("change", () =>
          put(index, {
            ...source,
            sheets: source.sheets.map((one, i) => (i === at ? { ...one, chosen: box.checked } : one)),
          }),
        );
        return element("label", { class: "sheet" }, box, ` ${sheet.name}`);
      });
      item.append(element("fieldset", {}, element("legend", {}, words.sheetsWord), ...boxes));
    }
    if (sources.length > 1) {
      const away = (): void => replace(sources.filter((_, i) => i !== index));
      item.append(
        " ",
        button(words.sourceRemove, away, { class: "button", "aria-label": fill(words.sourceRemoveOf, { name }) }),
      );
    }
    return item;
  });
  return element("ul", { id: "sources" }, ...items);
}
