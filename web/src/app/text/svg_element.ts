// SPDX-License-Identifier: MIT
//
// A chart's text as an element of the page.

/** As XML: what is not well-formed shows here, and nothing in it is ever run. */
export function svgElement(svg: string): Node {
  return document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true);
}
