// SPDX-License-Identifier: MIT
//
// Files of ours. The offline file, where nothing may be fetched, has its own (web/src/pages/offline/fetched_inside.ts).

/** The bytes: from the disk in Node, from the place of the page in a browser. Rejects with the file's name and what was answered. */
export async function fetched(url: URL): Promise<Uint8Array<ArrayBuffer>> {
  if (url.protocol === "file:" && !("document" in globalThis)) {
    // The name is put together at run time, so that a bundler for browsers neither follows it nor complains.
    const name = ["node", "fs/promises"].join(":");
    const files = (await import(/* @vite-ignore */ name)) as typeof import("node:fs/promises");
    return Uint8Array.from(await files.readFile(url));
  }
  const response = await fetch(url, { credentials: "same-origin" });
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status} ${response.statusText}`);
  return new Uint8Array(await response.arrayBuffer());
}
