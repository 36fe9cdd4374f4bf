// SPDX-License-Identifier: MIT

import { inflateSync } from "fflate";
import { fromBase64 } from "./base64.ts";
import { find } from "./dom.ts";

/** What a block of text in the page holds, deflated and as base64; null where there is no such block. */
export function packedBlock(id: string): Uint8Array<ArrayBuffer> | null {
  const block = find(id);
  return block === null ? null : new Uint8Array(inflateSync(fromBase64(block.textContent ?? "")));
}
