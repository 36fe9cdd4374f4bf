// SPDX-License-Identifier: MIT
//
// The document as the browser received it, taken before anything of ours touches it. What no copy of a document shows
// is looked for here: shadow roots, which a page can declare without a script and which stand in front of all it says.

import type { Difference } from "./compare_printed.ts";

interface Received {
  readonly document: Document;
  /** What only the living document had. */
  readonly strange: readonly Difference[];
}

/** Elements that can have a shadow root: these, and custom ones. */
const kHosts =
  /^(?:article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span|[a-z][^\s/>]*-[^\s/>]*)$/;

/** Elements whose name, or id, hides what the document itself has under it. */
const kNamed = "[name], object[id], embed[id], iframe[id]";

/** The document's own, also where an element of the page bears its name: <img name="body">. */
function own<K extends "readyState" | "documentElement" | "head" | "body" | "doctype" | "compatMode">(
  key: K,
  of: Document = document,
): Document[K] {
  return Object.getOwnPropertyDescriptor(Document.prototype, key)?.get?.call(of) as Document[K];
}

/** When all of it has come: what stands behind the script is part of the page too. */
export function whenReceived(): Promise<void> {
  if (own("readyState") !== "loading") return Promise.resolve();
  return new Promise((ready) => window.addEventListener("DOMContentLoaded", () => ready(), { once: true }));
}

/**
 * Takes the document and puts in place of its body the same body read once more without shadow roots, so that from here
 * on the reader sees what is compared.
 */
export function received(): Received {
  const [root, head, shown] = [own("documentElement"), own("head"), own("body")];
  const text = `<!DOCTYPE html>${root.outerHTML}`;
  const strange = doctype();
  const again = Document.prototype.importNode.call(document, own("body", parsed(text)), true) as HTMLElement;
  for (const one of again.querySelectorAll(kNamed))
    for (const name of ["name", "id"]) Element.prototype.removeAttribute.call(one, name);
  shown.replaceWith(again);
  for (const one of [root, head, shown, ...shown.querySelectorAll("*")]) {
    const hidden = one === root || one === head ? null : shadowOf(one);
    if (hidden !== null) strange.push({ where: `<${one.localName}> #shadow-root`, printed: hidden, computed: "" });
  }
  return { document: parsed(text), strange };
}

/** Out of sight, where no picture loads and nothing runs. */
export function parsed(html: string): Document {
  return new DOMParser().parseFromString(html, "text/html");
}

/** A page without its first line is drawn by other rules; with one that only looks right, too: <!DOCTYPE html SYSTEM>. */
function doctype(): Difference[] {
  const [found, mode] = [own("doctype"), own("compatMode")];
  const plain = found !== null && found.name === "html" && found.publicId === "" && found.systemId === "";
  const printed = found === null ? "" : `${found.name} ${found.publicId} ${found.systemId}`;
  return plain && mode === "CSS1Compat"
    ? []
    : [{ where: "<!DOCTYPE>", printed: `${printed} (${mode})`, computed: "html" }];
}

/** What a shadow root says; null where the element has none. A closed one lets nobody in, but no second one beside it. */
function shadowOf(one: Element): string | null {
  if (one.shadowRoot !== null) return one.shadowRoot.textContent ?? "";
  if (!kHosts.test(one.localName)) return null;
  try {
    one.attachShadow({ mode: "open" });
    return null;
  } catch {
    return "…";
  }
}
