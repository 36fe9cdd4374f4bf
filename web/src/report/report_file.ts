// SPDX-License-Identifier: MIT
//
// A file as the text of a report: Word's .docx, a text in any encoding, a web page. Of a PDF a person copies the text.

import { decode } from "../engine/decode.ts";
import { kindOf } from "../files/sniff.ts";
import { Budget, Refused } from "../files/refusal.ts";
import { Archive } from "../files/unzip.ts";
import { readPart } from "../files/xml.ts";

type ReportFile = { readonly text: string } | { readonly refused: "not_text" | "damaged" };

const kDocument = "word/document.xml";

export async function readReportFile(bytes: Uint8Array, name: string): Promise<ReportFile> {
  const kind = kindOf(bytes, name);
  try {
    if (kind === "document") {
      const archive = new Archive(bytes, new Budget(bytes.length));
      return archive.has(kDocument) ? { text: await wordText(archive) } : { refused: "not_text" };
    }
  } catch (error) {
    if (error instanceof Refused)
      return { refused: /\.docx?$/i.test(name) && !isZipped(bytes) ? "not_text" : "damaged" };
    throw error;
  }
  if (kind !== "text" && kind !== "web_page" && kind !== "xml") return { refused: "not_text" };
  const text = new TextDecoder().decode(decode(bytes).bytes);
  return { text: /^\s*(?:<!doctype|<html|<\?xml|<head|<body|<meta|<div|<p[\s>])/i.test(text) ? pageText(text) : text };
}

const isZipped = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/**
 * Paragraphs as lines, cells with tabs between them. What was deleted with changes tracked is no text of it any more.
 * In pieces: to look for the end of what is there each time would take as long as all of it.
 */
async function wordText(archive: Archive): Promise<string> {
  const out: string[] = [];
  let taken = false;
  let cells = 0;
  await readPart(archive, kDocument, {
    open: (name) => {
      if (name === "t") taken = true;
      else if (name === "tab" || name === "br" || name === "cr") out.push(name === "tab" || cells > 0 ? " " : "\n");
      else if (name === "tc") cells += 1;
    },
    close: (name) => {
      if (name === "t") taken = false;
      else if (name === "tc") {
        cells -= 1;
        while (out.at(-1) === " ") out.pop();
        out.push("\t");
      } else if (name === "tr") {
        if (out.at(-1) === "\t") out.pop();
        out.push("\n");
      } else if (name === "p") out.push(cells > 0 ? " " : "\n");
    },
    text: (text) => {
      if (taken) out.push(text);
    },
  });
  return out.join("");
}

const kEntities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: " ",
  ldquo: "“",
  rdquo: "”",
  middot: "·",
  mdash: "—",
};

/** Elements of which nothing is read. */
const kUnread = ["script", "style", "head", "template"];
const kLine = /^(?:br|\/?(?:p|div|li|h\d)|\/(?:tr|section|article|table))$/;
const kCell = /^t[dh]$/;

/** In one pass: what begins and does not end goes on to the end of the page. */
function pageText(html: string): string {
  const out: string[] = [];
  const name = /\/?[a-z][a-z\d]*/iy;
  /** Behind a cell; another one that follows at once stands behind a tab. */
  let cellEnded = false;
  const take = (text: string): void => {
    if (cellEnded && text.trim() === "") return;
    cellEnded = false;
    out.push(text.replace(/\s+/g, " "));
  };
  for (let at = 0; at < html.length;) {
    const open = html.indexOf("<", at);
    take(html.slice(at, open < 0 ? html.length : open));
    if (open < 0) break;
    const comment = html.startsWith("<!--", open);
    const end = html.indexOf(comment ? "-->" : ">", open);
    name.lastIndex = open + 1;
    const tag = name.exec(html)?.[0].toLowerCase() ?? "";
    if (tag === "" && !/[!?/]/.test(html.charAt(open + 1))) {
      take("<"); // no tag: a sign of less
      at = open + 1;
      continue;
    }
    if (end < 0) break;
    at = end + (comment ? 3 : 1);
    if (kUnread.includes(tag)) {
      const last = new RegExp(`</${tag}\\s*>`, "gi");
      last.lastIndex = at;
      if (last.exec(html) === null) break;
      at = last.lastIndex;
    } else if (kLine.test(tag)) out.push("\n");
    else if (cellEnded && kCell.test(tag)) out.push("\t");
    cellEnded = tag === "/td" || tag === "/th" || (comment && cellEnded);
  }
  return out
    .join("")
    .replace(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi,
      (all, decimal: string | undefined, hex: string | undefined, named: string | undefined) => {
        if (named !== undefined) return kEntities[named.toLowerCase()] ?? all;
        const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
      },
    );
}
