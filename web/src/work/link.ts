// SPDX-License-Identifier: MIT
//
// A small county as a link: the project deflated into the fragment of the address, which browsers send to nobody.
//
//   #p=1.<check sum>.<base64url of the deflated JSON>

import { deflateSync, inflateSync } from "fflate";
import { projectText, readProject } from "./project.ts";
import type { Project } from "./project.ts";

/** Longer ones are cut by chat programs and mail. With it a link unpacks to a few megabytes at the very most. */
export const kLongestLink = 16_000;
/** Characters of tables that are not worth the trying: packing megabytes takes seconds, and they would not fit. */
export const kMostPacked = 400_000;
const kKey = "p=";
const kVersion = "1";

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 4096) binary += String.fromCharCode(...bytes.subarray(at, at + 4096));
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromBase64(text: string): Uint8Array {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** FNV-1a: tells a link that lost a piece on its way. */
function checkSum(text: string): string {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return sum.toString(16).padStart(8, "0");
}

/** The fragment with its #. */
export function fragmentOf(project: Project): string {
  const json = JSON.stringify(JSON.parse(projectText(project)));
  const packed = toBase64(deflateSync(new TextEncoder().encode(json), { level: 9, mem: 12 }));
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
    return readProject(new TextDecoder("utf-8", { fatal: true }).decode(inflateSync(fromBase64(packed))));
  } catch {
    return null;
  }
}
