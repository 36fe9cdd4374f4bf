// SPDX-License-Identifier: MIT
//
// What this script was built with: a page that brings another engine or another stylesheet may compute or show anything.

/** SHA-256 of the engine and of page.css, put in by the build (web/tools/build.mjs). */
declare const BUILT_WITH: { readonly engine: string; readonly style: string };

/** The parts of a page that are not those of this version. */
export function strangeParts(engine: string, style: string): ("engine" | "style")[] {
  return [
    ...(engine === BUILT_WITH.engine ? [] : (["engine"] as const)),
    ...(style === BUILT_WITH.style ? [] : (["style"] as const)),
  ];
}
