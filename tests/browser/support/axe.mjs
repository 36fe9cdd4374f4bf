// SPDX-License-Identifier: MIT
//
// axe-core on a page. Most of its rules look at elements, names and places, few at colours: a page that stands there
// just as before, element by element and box by box, in another look, is asked again only about its colours.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** Of the rules that run by default, those whose answer may be another one in other colours. */
const kOfColours = ["color-contrast", "link-in-text-block"];

/** Pages all rules have found clean, by what stands in them. */
const clean = new Set();

/** In the page: everything that the other rules can look at, as one number. */
async function standing() {
  const parts = [document.documentElement.outerHTML, innerWidth, innerHeight];
  for (const one of document.querySelectorAll("*")) {
    const { x, y, width, height } = one.getBoundingClientRect();
    parts.push(
      one.checkVisibility({ visibilityProperty: true }),
      ...[x + scrollX, y + scrollY, width, height].map(Math.round),
    );
  }
  const sum = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(parts.join()));
  return [...new Uint8Array(sum)].join();
}

/** Fails with what axe finds, `where` it was found. */
export async function assertClean(page, where) {
  // By the debugger: the page's own policy lets no such script in.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const before = await page.evaluate(standing);
  const only = clean.has(before) ? kOfColours : null;
  const found = await page.evaluate(async (rules) => {
    const options = { resultTypes: ["violations"], ...(rules === null ? {} : { runOnly: rules }) };
    const { violations } = await window.axe.run(document, options);
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map((node) => `${node.target.join(" ")} ${node.any[0]?.message ?? ""}`)
          .join(" | ")}`,
    );
  }, only);
  assert.deepEqual(found, [], where);
  clean.add(before);
}
