// SPDX-License-Identifier: MIT
//
// What the offline file brings with it: every file of the site that it needs, deflated, as base64 in a block of text.

import { find } from "../../kit/dom.ts";
import { packedBlock } from "../../kit/packed_block.ts";

/** By the last part of its address. */
export function inside(name: string): Uint8Array<ArrayBuffer> | null {
  return packedBlock(`inside-${name}`);
}

export function insideText(name: string): string {
  return new TextDecoder().decode(inside(name) ?? new Uint8Array());
}

/** As base64, the way published pages carry the engine. */
export function insidePacked(name: string): string {
  return find(`inside-${name}`)?.textContent?.trim() ?? "";
}

export function lastPart(address: URL): string {
  return decodeURIComponent(address.pathname.split("/").pop() ?? "");
}
