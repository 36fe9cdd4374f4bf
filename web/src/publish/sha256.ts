// SPDX-License-Identifier: MIT
//
// SHA-256 by a library that others have reviewed. Browsers have it only for pages that came by https, and inside an
// authority's own network they often do not.

import { sha256 as digest } from "@noble/hashes/sha2";
import { bytesToHex } from "@noble/hashes/utils";
import { toBase64 } from "../kit/base64.ts";

function sumOf(data: Uint8Array | string): Uint8Array {
  return digest(typeof data === "string" ? new TextEncoder().encode(data) : data);
}

/** In hexadecimal digits, as `sha256sum` prints it. Texts are taken as UTF-8. */
export function sha256(data: Uint8Array | string): string {
  return bytesToHex(sumOf(data));
}

/** As a content security policy names a script or a style. */
export function policyHash(text: string): string {
  return `'sha256-${toBase64(sumOf(text))}'`;
}
