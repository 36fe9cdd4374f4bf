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

/** Paragraphs as lines, cells with tabs between them. What was deleted with changes tracked is no text of it any more. */
async function wordText(archive: Archive): Promise<string> {
  let out = "";
  let taken = false;
  let cells = 0;
  await readPart(archive, kDocument, {
    open: (name) => {
      if (name === "t") taken = true;
      else if (name === "tab" || name === "br" || name === "cr") out += name === "tab" || cells > 0 ? " " : "\n";
      else if (name === "tc") cells += 1;
    },
    close: (name) => {
      if (name === "t") taken = false;
      else if (name === "tc") {
        cells -= 1;
        out = `${out.replace(/ +$/, "")}\t`;
      } else if (name === "tr") out = `${out.replace(/\t$/, "")}\n`;
      else if (name === "p") out += cells > 0 ? " " : "\n";
    },
    text: (text) => {
      if (taken) out += text;
    },
  });
  return out;
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

function pageText(html: string): string {
  return html
    .replace(/<!--[\s\S]*?-->|<(script|style|head|template)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/\s+/g, " ")
    .replace(/<\/(?:td|th)\s*>\s*(?=<t[dh][\s>])/gi, "\t")
    .replace(/<(?:br|\/p|\/div|\/li|\/h\d|\/tr|\/section|\/article|\/table|p|div|li|h\d)\b[^>]*>/gi, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(
      /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi,
      (all, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
        if (name !== undefined) return kEntities[name.toLowerCase()] ?? all;
        const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
      },
    );
}
