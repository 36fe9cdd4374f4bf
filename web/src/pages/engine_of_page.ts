// SPDX-License-Identifier: MIT
//
// The engine that a page brings with it: inside it as text, or as a file beside it.

import { loadJunheng } from "../engine/engine.ts";
import type { Junheng } from "../engine/junheng.d.ts";
import { sha256 } from "../publish/sha256.ts";
import { fetched } from "../kit/fetched.ts";
import { packedBlock } from "../kit/packed_block.ts";

interface PageEngine {
  readonly engine: Junheng;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sum: string;
}

/** `beside`: its name as the page's script was told it, before the script is done. */
export async function engineOfPage(beside: string | undefined): Promise<PageEngine> {
  const bytes = packedBlock("engine") ?? (await fetched(new URL(beside ?? "junheng.wasm", document.baseURI)));
  return { engine: await loadJunheng({ wasm: bytes }), bytes, sum: sha256(bytes) };
}
