// SPDX-License-Identifier: MIT
//
// A published page as its readers will see it, without its program: in a shadow of its own, because the policy of this
// page would keep a frame from using the style that the page brings along.

import { element } from "./dom.ts";

export function previewOf(page: string, label: string): HTMLElement {
  // Taken out first: the policy of this page holds for what is parsed, too, and would say so.
  const [own, text = ""] = /<style>([^]*?)<\/style>/.exec(page) ?? [""];
  const parsed = new DOMParser().parseFromString(page.replace(own, ""), "text/html");
  const style = new CSSStyleSheet();
  style.replaceSync(text);
  const main = document.importNode(parsed.querySelector("main") ?? parsed.body, true);
  // It says what the reader's browser has found, which is nothing yet.
  main.querySelector(".check")?.remove();
  // Links inside a shadow lead nowhere.
  for (const link of main.querySelectorAll("a")) link.removeAttribute("href");
  const host = element("div", { role: "region", "aria-label": label, tabindex: "0", class: "preview-page" });
  const shadow = host.attachShadow({ mode: "open" });
  shadow.adoptedStyleSheets = [style];
  // One page has one main landmark, that of the page around it; a style that knows main by its name needs it all the same.
  const inside = main.className === "" ? main : element("div", { class: main.className });
  if (inside !== main) inside.append(...main.childNodes);
  shadow.append(element("div", { class: "page" }, inside));
  return host;
}
