// SPDX-License-Identifier: MIT
//
// The papers as the house tests read them: Markdown with links, code spans and fenced blocks.

import { paths, text, withEnding } from "./tree.mjs";

export const papers = withEnding(paths, ".md");

/** Of every fenced block: its language and its text. */
export function fences(markdown) {
  return [...markdown.matchAll(/^```([^\n]*)\n([\s\S]*?)^```/gm)].map(([, language, code]) => ({
    language: language.trim(),
    code,
  }));
}

const withoutFences = (markdown) => markdown.replace(/^```[\s\S]*?^```/gm, "");

/** What stands in `backticks`, outside of fenced blocks. */
export const spans = (markdown) => [...withoutFences(markdown).matchAll(/`([^`\n]+)`/g)].map((found) => found[1]);

/** Targets of links and pictures inside the repository, without their #fragment. */
export function links(markdown) {
  return [...withoutFences(markdown).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map((found) => found[1]);
}

/** "./dev …" commands with their arguments, in spans and in shell blocks. */
export function commands(markdown) {
  const shell = fences(markdown).filter(({ language }) => language === "sh");
  const lines = shell.flatMap(({ code }) =>
    [...code.matchAll(/^(?:\w+=\S+ )?(\.\/dev [^#\n]*?)\s*(?:#|$)/gm)].map((found) => found[1]),
  );
  return [...lines, ...spans(markdown).filter((span) => /^(\w+=\S+ )?\.\/dev\b/.test(span))];
}

/**
 * The programs of a paper, in JavaScript: a block that imports begins one, a block without imports goes on with the one
 * before it.
 */
export function programs(markdown) {
  const found = [];
  for (const { language, code } of fences(markdown)) {
    if (!/^(js|mjs|javascript)$/.test(language)) continue;
    if (/^import /m.test(code) || found.length === 0) found.push(code);
    else found[found.length - 1] += code;
  }
  return found;
}

export const paper = (path) => (paths.includes(path) ? text(path) : "");
