// SPDX-License-Identifier: MIT
//
// The offline file: the workbench as it is on the site, and the other pages in a frame over it. Each page is the very
// document that the site has, so what holds for one holds for the other.

import "../../app/main.ts";
import { button, element, find } from "../../kit/dom.ts";
import { en } from "../../words/page_en.ts";
import { zh } from "../../words/page_zh.ts";
import type { PageWords } from "../../words/page_zh.ts";
import { insidePacked, insideText } from "./inside.ts";
import { samplePage } from "./sample_page.ts";

interface InnerPage {
  readonly title: (words: PageWords) => string;
  readonly content: () => string | Promise<string>;
}

/** Pages that compute get what the file has once: the engine, and the parts of published pages. */
function withParts(name: string): string {
  const part = (id: string, from: string): string =>
    `<script id="${id}" type="text/plain">${insidePacked(from)}</script>`;
  const parts = [part("engine", "junheng.wasm"), part("part-script", "page.js"), part("part-style", "page.css")].join(
    "\n",
  );
  return insideText(name).replace("<!--parts-->", () => parts);
}

const kPages: readonly InnerPage[] = [
  { title: (words) => words.pageCounty, content: samplePage },
  { title: (words) => words.pageSchool, content: () => withParts("school.html") },
  { title: (words) => words.pageSealed, content: () => withParts("sealed.html") },
  { title: (words) => words.pageLicences, content: () => insideText("licences.html") },
];

function words(): PageWords {
  return document.documentElement.lang === "en" ? en : zh;
}

const frame = element("iframe", { id: "inner-page" });
const bar = element("div", { class: "inner-bar", role: "group" });
const overlay = element("div", { id: "inner", class: "inner", hidden: "" }, bar, frame);
const opener = button("", () => open(kPages[0]), { class: "button", id: "other-pages" });

function open(page: InnerPage | undefined): void {
  if (page === undefined) return;
  const said = words();
  bar.replaceChildren(
    button(said.pageBack, close, { class: "button strong", id: "inner-back" }),
    ...kPages.map((one) =>
      button(one.title(said), () => open(one), {
        class: "button",
        ...(one === page ? { "aria-current": "page" } : {}),
      }),
    ),
  );
  bar.setAttribute("aria-label", said.pageOthers);
  frame.title = page.title(said);
  overlay.hidden = false;
  void Promise.resolve(page.content()).then((content) => {
    frame.srcdoc = content;
  });
  find("inner-back")?.focus();
}

function close(): void {
  overlay.hidden = true;
  frame.srcdoc = "";
  opener.focus();
}

function label(): void {
  opener.textContent = words().pageOthers;
}

document.body.append(overlay);
document.querySelector(".choices")?.prepend(opener);
label();
new MutationObserver(label).observe(document.documentElement, { attributes: true, attributeFilter: ["lang"] });
// Links of the workbench to the rest of the site stay in this file.
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const target = link?.getAttribute("href") ?? "";
  if (!target.startsWith("..")) return;
  event.preventDefault();
  open(target.endsWith("licences.html") ? kPages[3] : kPages[0]);
});
