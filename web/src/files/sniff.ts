// SPDX-License-Identifier: MIT
//
// What kind of file somebody dropped on the page. Bytes say more than names: the last name people give to a picture of a
// table is .xlsx. A name decides only where the bytes fit several kinds, and for what only the name says: files that an
// operating system or a program leaves beside the tables.

import type { FileKind, NoTable } from "./file_kind.ts";
import { OleFile, isOle } from "./ole.ts";
import { textKind } from "./text_kind.ts";
import { isZip, zipDirectory } from "./zip_directory.ts";

const kImages: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x42, 0x4d], // BMP, and any text that begins with BM: looked at after text
  [0x49, 0x49, 0x2a, 0x00], // TIFF
  [0x4d, 0x4d, 0x00, 0x2a],
];
const kPdf = "%PDF";
const kArchives = ["Rar!\x1a\x07", "7z\xbc\xaf\x27\x1c", "\x1f\x8b\x08", "PK\x05\x06", "BZh", "\xfd7zXZ"];
const kDatabases = ["\0\x01\0\0Standard Jet DB", "\0\x01\0\0Standard ACE DB", "SQLite format 3\0"];
const kMedia = ["ID3", "OggS", "fLaC", "\x1aE\xdf\xa3", "RIFF"];
const kAppleDouble = "\0\x05\x16\x07";
const kShortcut = "L\0\0\0\x01\x14\x02\0";
/** What the encryption of a company or a bureau puts before each file of its computers. */
const kLocked = /E-SafeNet|TSD-Header-###/;
const kTarMark = 257;
const kOpenDocument = 120;
const kLongestLock = 1024;
/** Bytes of the name of who has a file open. */
const kOwner = 54;
const kProbe = 4096;
/** Of a text: an end-of-file mark, a stray NUL or separator are its business. */
const kMostControls = 1 / 32;

export function kindOf(bytes: Uint8Array, path: string): FileKind {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const beside = besideTables(bytes, name);
  if (beside !== null) return beside;
  if (bytes.every((byte) => byte === 0)) return "empty";
  const head = latin(bytes, kTarMark + 8);
  const begins = (marks: readonly string[]): boolean => marks.some((mark) => head.startsWith(mark));
  if (begins([kPdf])) return "pdf";
  if (isZip(bytes)) return zipKind(bytes, name);
  if (isOle(bytes)) return oleKind(bytes, name);
  if (begins([kAppleDouble])) return "system";
  if (isLock(bytes)) return "lock";
  if (begins([kShortcut])) return "shortcut";
  if (kLocked.test(head)) return "locked";
  if (begins(kDatabases)) return "database";
  if (isText(bytes, 0)) return textKind(bytes, name);
  if (isImage(bytes)) return "image";
  if (begins(kArchives) || head.startsWith("ustar", kTarMark)) return "archive";
  if (begins(kMedia) || head.startsWith("ftyp", 4)) return "media";
  if (isDbase(bytes)) return "database";
  return isText(bytes, kMostControls) ? textKind(bytes, name) : "unknown";
}

/** What a program or a system left beside somebody's tables: its name says so before its bytes do. */
function besideTables(bytes: Uint8Array, name: string): NoTable | null {
  if (/^(\.ds_store|thumbs\.db|ehthumbs\.db|desktop\.ini|\.localized|icon\r)$/i.test(name)) return "system";
  if (/^(~\$|\.~lock\.)/.test(name) && bytes.length <= kLongestLock) return "lock";
  if (name.startsWith("._") && !isZip(bytes) && !isOle(bytes)) return "system";
  if (/\.(crdownload|part|partial|xltd|td|downloading|opdownload)$/i.test(name)) return "unfinished";
  return /\.(icloud|gsheet|gdoc|webloc|wpsurl|wpscloud)$/i.test(name) ? "shortcut" : null;
}

/** The owner's name twice, each behind its length: in bytes filled up with blanks to 54, and in UTF-16. */
function isLock(bytes: Uint8Array): boolean {
  const isLength = (byte = 0): boolean => byte >= 1 && byte <= kOwner;
  return (
    (bytes.length === 165 || bytes.length === 162) &&
    isLength(bytes[0]) &&
    isLength(bytes[kOwner + 1]) &&
    bytes[kOwner + 2] === 0
  );
}

function latin(bytes: Uint8Array, length: number): string {
  return String.fromCharCode(...bytes.subarray(0, length));
}

function isImage(bytes: Uint8Array): boolean {
  const riff = begins(bytes, [0x52, 0x49, 0x46, 0x46]) && begins(bytes, [0x57, 0x45, 0x42, 0x50], 8); // WebP
  const ftyp = begins(bytes, [0x66, 0x74, 0x79, 0x70], 4);
  const phone = ftyp && /^(heic|heix|mif1|msf1|avif)/.test(latin(bytes.subarray(8), 4)); // photos of phones
  return riff || phone || kImages.some((magic) => begins(bytes, magic));
}

function begins(bytes: Uint8Array, magic: readonly number[], at = 0): boolean {
  return magic.every((byte, i) => bytes[at + i] === byte);
}

/** dBASE and FoxPro, of old registers: a version, a day, and a header as long as its fields. */
function isDbase(bytes: Uint8Array): boolean {
  const [version = 0, , month = 0, day = 0] = bytes;
  const length = (bytes[8] ?? 0) + (bytes[9] ?? 0) * 256;
  const known = [0x02, 0x03, 0x30, 0x31, 0x83, 0x8b, 0xf5].includes(version);
  return known && month >= 1 && month <= 12 && day >= 1 && day <= 31 && length > 32 && (bytes[32] ?? 0) > 0x20;
}

function zipKind(bytes: Uint8Array, name: string): FileKind {
  const names = namesIn(() => zipDirectory(bytes).map((entry) => entry.name.toLowerCase()));
  if (names === null) return byName(name) ?? "archive"; // cut off: the reader will say so
  const has = (folder: string): boolean => names.some((one) => one.startsWith(folder));
  if (has("xl/")) return "workbook";
  if (has("word/") || has("ppt/")) return "document";
  if (names.some((one) => one.endsWith(".iwa") || one === "index.zip"))
    return /\.(pages|key)$/i.test(name) ? "document" : "numbers";
  if (names.includes("ofd.xml")) return "pdf";
  // OpenDocument says what it is at its very beginning, unpacked.
  const start = latin(bytes, kOpenDocument);
  if (start.includes("opendocument.spreadsheet")) return "workbook";
  if (start.includes("opendocument.")) return "document";
  const known = names.includes("content.xml") || names.includes("[content_types].xml") ? byName(name) : null;
  return known ?? "archive";
}

function oleKind(bytes: Uint8Array, name: string): FileKind {
  const names = namesIn(() => new OleFile(bytes).names());
  if (names === null) return byName(name) ?? "unknown";
  if (names.includes("workbook") || names.includes("book")) return "workbook";
  if (names.includes("worddocument") || names.includes("powerpoint document")) return "document";
  // With a password the container holds one locked stream, whatever is in it.
  if (names.includes("encryptedpackage")) return byName(name) === "document" ? "document" : "workbook";
  return names.some((one) => one.startsWith("__properties_version")) ? "mail" : "unknown";
}

function namesIn(read: () => string[]): string[] | null {
  try {
    return read();
  } catch {
    return null;
  }
}

function byName(name: string): "workbook" | "document" | null {
  if (/\.(xls[xmb]?|xlt[xm]?|ett?|ods)$/i.test(name)) return "workbook";
  return /\.(docx?|docm|dotx?|wps|odt|pptx?|pps|dps|odp)$/i.test(name) ? "document" : null;
}

/**
 * Text in any encoding: no control characters but white space, except the zeros of UTF-16, all on one side. `most`: so
 * many of its bytes may be others; those at its end are what old programs filled it up with.
 */
function isText(bytes: Uint8Array, most: number): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  let last = bytes.length;
  while (most > 0 && last > 0 && (bytes[last - 1] === 0 || bytes[last - 1] === 0x1a)) last -= 1;
  const end = Math.min(last, kProbe);
  const zeros = [0, 0];
  let control = 0;
  for (let i = 0; i < end; i += 1) {
    const byte = bytes[i]!;
    if (byte === 0) zeros[i % 2]! += 1;
    else if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1b) control += 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0) return control <= end * most && !(bytes[0] === 0xff && bytes[1] === 0xd8);
  const oneSided = Math.min(even, odd) === 0 && even + odd >= end / 8;
  return (oneSided && control <= end / 16) || even + odd + control <= end * most;
}
