// SPDX-License-Identifier: MIT
//
// What a page needs to compute and to publish: inside it (the offline file) or beside it on the site.

import { loadJunheng } from "../engine/engine.ts";
import type { Junheng } from "../engine/junheng.d.ts";
import type { Publisher } from "../publish/publisher.d.ts";
import { makePublisher } from "../publish/make_publisher.ts";
import { sha256 } from "../publish/sha256.ts";
import { fetched } from "../kit/fetched.ts";
import { packedBlock } from "../kit/packed_block.ts";

export interface Computing {
  readonly engine: Junheng;
  /** SHA-256 of the engine, as every page shows it. */
  readonly engineSum: string;
  /** Its parts are fetched when somebody first saves a sealed file. */
  publisher(): Promise<Publisher>;
}

/** `root`: the way to the site's root, as the page's script was told it. */
export async function startComputing(root: string): Promise<Computing> {
  const wasm = await part("engine", `${root}engine/junheng.wasm`);
  const engine = await loadJunheng({ wasm });
  return {
    engine,
    engineSum: sha256(wasm),
    async publisher() {
      const [script, style] = await Promise.all([
        part("part-script", `${root}publish/page.js`),
        part("part-style", `${root}publish/page.css`),
      ]);
      const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
      return makePublisher(engine, { wasm, script: text(script), style: text(style) });
    },
  };
}

async function part(block: string, address: string): Promise<Uint8Array<ArrayBuffer>> {
  return packedBlock(block) ?? fetched(new URL(address, document.baseURI));
}
