// SPDX-License-Identifier: MIT
//
// What kind of text a file is: most are tables, and then the core takes them apart; some are workbooks written as text,
// and some are no table at all. Only the beginning is looked at, but for a table in a page, which may come late.

import type { FileKind } from "./file_kind.ts";

const kProject = "junheng.project/1";
const kHead = 8192;
/** Larger ones are not taken apart to know their kind. */
const kMostJson = 64 << 20;

/** Latin letters of any encoding without its zeros: markup is written with them, whatever stands between. */
function plainHead(bytes: Uint8Array, length: number): string {
  return new TextDecoder("latin1")
    .decode(bytes.subarray(0, length))
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)|\0/g, "");
}

export function textKind(bytes: Uint8Array, name: string): FileKind {
  const head = plainHead(bytes, kHead).trimStart();
  if (head === "" && plainHead(bytes, bytes.length).trim() === "") return "empty";
  if (head.startsWith("{\\rtf")) return "document";
  if (/^\[InternetShortcut\]/i.test(head)) return "shortcut";
  if (/^\[\.ShellClassInfo\]/i.test(head)) return "system";
  if (head.startsWith("{") || head.startsWith("[")) return bytes.length > kMostJson ? largeKind(head) : jsonKind(bytes);
  if (head.startsWith("%!PS")) return "pdf";
  if (isMessage(head)) return messageKind(head);
  return head.startsWith("<") ? markupKind(bytes, head, name) : "text";
}

function largeKind(head: string): FileKind {
  return head.startsWith("{") && head.includes(kProject) ? "project" : "text";
}

/** Also RTF begins with a brace. */
function jsonKind(bytes: Uint8Array): FileKind {
  const text = new TextDecoder().decode(bytes);
  if (text.trimStart().startsWith("{\\rtf")) return "document";
  try {
    JSON.parse(text);
  } catch {
    // A project that was cut off is still no table; anything else may be a table whose first cell has brackets.
    return text.includes(kProject) && text.trimStart().startsWith("{") ? "project" : "text";
  }
  return text.trimStart().startsWith("{") && text.includes(kProject) ? "project" : "json";
}

const kHeaders = /^(?:[A-Za-z][\w-]*:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)+/;

function isMessage(head: string): boolean {
  const [headers = ""] = kHeaders.exec(head) ?? [];
  return /^mime-version:/im.test(headers) || (/^(from|received):/im.test(headers) && /^subject:/im.test(headers));
}

/** A page in one file is written like a mail; a mail has its table as an attachment, which should be saved first. */
function messageKind(head: string): FileKind {
  const [headers = ""] = kHeaders.exec(head) ?? [];
  return /^content-type:\s*(multipart\/related|text\/html)/im.test(headers) && !/^(received|to):/im.test(headers)
    ? "workbook"
    : "mail";
}

function markupKind(bytes: Uint8Array, head: string, name: string): FileKind {
  const root = rootOf(head);
  const element = root.slice(root.indexOf(":") + 1).toLowerCase();
  if (element === "workbook" && head.includes("urn:schemas-microsoft-com:office:spreadsheet")) return "workbook";
  if (element === "svg") return "image";
  if (hasTable(bytes)) return "text";
  if (/^(html|head|body|meta|title|frameset|script|style|div|p|center|font|span|br|h\d)$/.test(element))
    return /<frameset|WorksheetSource/i.test(plainHead(bytes, bytes.length)) ? "frames" : "web_page";
  return /^<\?xml/.test(head) || /\.(xml|fods)$/i.test(name) ? "xml" : "text";
}

/** The first element: comments, processing instructions and a document type may stand before it. */
function rootOf(head: string): string {
  for (let at = 0; at >= 0;) {
    const open = head.indexOf("<", at);
    if (open < 0) return "";
    const second = head[open + 1] ?? "";
    if (second !== "!" && second !== "?") return /^[\w:.-]*/.exec(head.slice(open + 1))?.[0] ?? "";
    const end = second === "?" ? "?>" : head.startsWith("<!--", open) ? "-->" : ">";
    at = head.indexOf(end, open);
  }
  return "";
}

function hasTable(bytes: Uint8Array): boolean {
  return /<table[\s>]/i.test(plainHead(bytes, bytes.length));
}
