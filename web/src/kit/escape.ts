// SPDX-License-Identifier: MIT
//
// Texts of people inside markup that is put together as text: HTML of the clipboard and of published pages, SVG.

/** Between tags. */
export function escapeText(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/** Also inside an attribute in double quotes. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', "&quot;");
}

/** U+FFFD for control characters and halves of characters, which no XML may hold and parsers of HTML change on their own. */
export function printable(text: string): string {
  return text.replaceAll(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]/gu, "\ufffd");
}
