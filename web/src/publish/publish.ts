// SPDX-License-Identifier: MIT
//
// Publishing in one step, the same in Node and in a browser:
//
//   const publisher = await loadPublisher();
//   const publication = publisher.publish({ standard: "quality-2017", tables: [{ name: "", text }], source: "…" });
//   await writeFile("county.html", publication.single());
//
// Its types stand in publisher.d.ts, written by hand because they are read by people.

import { fetched } from "../kit/fetched.ts";
import { makePublisher } from "./make_publisher.ts";
import type { Publisher } from "./publisher.d.ts";

export { makePublisher };

/** Finds its parts beside itself, in Node as in a browser. */
export async function loadPublisher(): Promise<Publisher> {
  const { loadJunheng } = await import("../engine/junheng.js");
  const [wasm, script, style] = await Promise.all(
    ["../engine/junheng.wasm", "page.js", "page.css"].map((name) => fetched(new URL(name, import.meta.url))),
  );
  if (wasm === undefined || script === undefined || style === undefined)
    throw new Error("a part of the publisher is missing");
  const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
  return makePublisher(await loadJunheng({ wasm }), { wasm, script: text(script), style: text(style) });
}
