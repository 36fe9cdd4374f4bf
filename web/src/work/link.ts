// SPDX-License-Identifier: MIT
//
// A small county as a link: the project deflated into the fragment of the address, which browsers send to nobody.
//
//   #p=1.<check sum>.<base64url of the deflated JSON>

import { deflateSync, inflateSync } from "fflate";
import { fromBase64, toBase64 } from "../kit/base64.ts";
import { fnv1a, hex32 } from "../kit/check_sum.ts";
import { projectText, readProject } from "./project.ts";
import type { Project } from "./project.ts";

/** Longer ones are cut by chat programs and mail. With it a link unpacks to a few megabytes at the very most. */
export const kLongestLink = 16_000;
/** Characters of tables that are not worth the trying: packing megabytes takes seconds, and they would not fit. */
export const kMostPacked = 400_000;
const kKey = "p=";
const kVersion = "1";

/** Base64url, RFC 4648 section 5: base64 with letters that mean nothing in an address. */
const toLetters = (bytes: Uint8Array): string =>
  toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const fromLetters = (text: string): Uint8Array => fromBase64(text.replaceAll("-", "+").replaceAll("_", "/"));

/** Tells a link that lost a piece on its way. */
function checkSum(text: string): string {
  return hex32(fnv1a(Array.from(text, (letter) => letter.charCodeAt(0))));
}

/** The fragment with its #. */
export function fragmentOf(project: Project): string {
  const json = JSON.stringify(JSON.parse(projectText(project)));
  const packed = toLetters(deflateSync(new TextEncoder().encode(json), { level: 9, mem: 12 }));
  return `#${kKey}${kVersion}.${checkSum(packed)}.${packed}`;
}

export function isLink(fragment: string): boolean {
  return fragment.startsWith(`#${kKey}`);
}

/** Null: damaged on its way, or of a version that is not known here. */
export function projectOfFragment(fragment: string): Project | null {
  if (!isLink(fragment) || fragment.length > kLongestLink) return null;
  const [version, sum, packed] = fragment.slice(1 + kKey.length).split(".");
  if (version !== kVersion || packed === undefined || sum !== checkSum(packed)) return null;
  try {
    return readProject(new TextDecoder("utf-8", { fatal: true }).decode(inflateSync(fromLetters(packed))));
  } catch {
    return null;
  }
}
