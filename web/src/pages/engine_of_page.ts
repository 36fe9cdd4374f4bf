// SPDX-License-Identifier: MIT
//
// The engine that a page brings with it: inside it as text, or as a file beside it.

import { inflateSync } from "fflate";
import { loadJunheng } from "../engine/engine.ts";
import type { Junheng } from "../engine/junheng.d.ts";
import { sha256 } from "../publish/sha256.ts";
import { find } from "./make.ts";

export interface PageEngine {
  readonly engine: Junheng;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sum: string;
}

export function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.trim()), (letter) => letter.charCodeAt(0));
}

/** `beside`: its name as the page's script was told it, before the script is done. */
export async function engineOfPage(beside: string | undefined): Promise<PageEngine> {
  const block = find("engine");
  const bytes = block !== null ? new Uint8Array(inflateSync(bytesOfBase64(block.textContent ?? ""))) : await fetched(beside ?? "junheng.wasm");
  return { engine: await loadJunheng({ wasm: bytes }), bytes, sum: sha256(bytes) };
}

async function fetched(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(name, { credentials: "same-origin" });
  if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}
