// SPDX-License-Identifier: MIT
//
// What kind of file somebody dropped on the page. Bytes say more than names: the last name people give to a picture of a
// table is .xlsx. A name decides only where the bytes fit several kinds.

import { OleFile, isOle } from "./ole.ts";
import { isZip, zipDirectory } from "./zip_directory.ts";

type FileKind = "workbook" | "text" | "image" | "project" | "pdf" | "word" | "unknown";

const kImages: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x42, 0x4d], // BMP, and any text that begins with BM: looked at again below
  [0x49, 0x49, 0x2a, 0x00], // TIFF
  [0x4d, 0x4d, 0x00, 0x2a],
];
const kPdf = [0x25, 0x50, 0x44, 0x46];
const kProject = "junheng.project/1";
const kProbe = 4096;
const kOpenDocument = 120;
const kBrace = 0x7b;

export function kindOf(bytes: Uint8Array, name: string): FileKind {
  if (bytes.length === 0) return "unknown";
  if (begins(bytes, kPdf)) return "pdf";
  if (isZip(bytes)) return zipKind(bytes, name);
  if (isOle(bytes)) return oleKind(bytes, name);
  if (isText(bytes)) return isProject(bytes) ? "project" : "text";
  return isImage(bytes) ? "image" : "unknown";
}

function begins(bytes: Uint8Array, magic: readonly number[], at = 0): boolean {
  return magic.every((byte, i) => bytes[at + i] === byte);
}

function isImage(bytes: Uint8Array): boolean {
  const riff = begins(bytes, [0x52, 0x49, 0x46, 0x46]) && begins(bytes, [0x57, 0x45, 0x42, 0x50], 8); // WebP
  const heic = begins(bytes, [0x66, 0x74, 0x79, 0x70, 0x68, 0x65], 4); // photos of phones
  return riff || heic || kImages.some((magic) => begins(bytes, magic));
}

function zipKind(bytes: Uint8Array, name: string): FileKind {
  const names = namesIn(() => zipDirectory(bytes).map((entry) => entry.name.toLowerCase()));
  if (names === null) return byName(name); // cut off: the reader will say so
  const has = (folder: string): boolean => names.some((one) => one.startsWith(folder));
  if (has("xl/")) return "workbook";
  if (has("word/")) return "word";
  // OpenDocument says what it is at its very beginning, unpacked.
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, kOpenDocument));
  if (start.includes("opendocument.spreadsheet")) return "workbook";
  if (start.includes("opendocument.text")) return "word";
  return names.includes("content.xml") || names.includes("[content_types].xml") ? byName(name) : "unknown";
}

function oleKind(bytes: Uint8Array, name: string): FileKind {
  const names = namesIn(() => new OleFile(bytes).names());
  if (names === null) return byName(name);
  if (names.includes("workbook") || names.includes("book")) return "workbook";
  if (names.includes("worddocument")) return "word";
  // With a password the container holds one locked stream, whatever is in it.
  if (names.includes("encryptedpackage")) return byName(name) === "word" ? "word" : "workbook";
  return "unknown";
}

function namesIn(read: () => string[]): string[] | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function byName(name: string): FileKind {
  if (/\.(xls[xmb]?|xlt[xm]?|ett?|ods)$/i.test(name)) return "workbook";
  return /\.(docx?|docm|dotx?|wps|odt)$/i.test(name) ? "word" : "unknown";
}

/** Text in any encoding: no control characters but white space, except the zeros of UTF-16, all on one side. */
function isText(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const zeros = [0, 0];
  let control = 0;
  const end = Math.min(bytes.length, kProbe);
  for (let i = 0; i < end; i += 1) {
    const byte = bytes[i]!;
    if (byte === 0) zeros[i % 2]! += 1;
    else if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b) control += 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return control === 0 && !(bytes[0] === 0xff && bytes[1] === 0xd8);
  const oneSided = Math.min(even, odd) === 0 && even + odd >= end / 8;
  return oneSided && control <= end / 16;
}

function isProject(bytes: Uint8Array): boolean {
  let at = begins(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0;
  while (at < bytes.length && bytes[at]! <= 0x20) at += 1;
  if (bytes[at] !== kBrace) return false;
  return new TextDecoder("latin1").decode(bytes).includes(kProject);
}
