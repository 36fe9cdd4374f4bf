// SPDX-License-Identifier: MIT
//
// A file made here, down to where the browser puts files.

import { element } from "./dom.ts";

/** As every system allows names of files. */
export function fileName(words: string): string {
  const plain = words
    .replaceAll(/[\0-\x1f\\/:*?"<>|]/g, "_")
    .trim()
    .slice(0, 120);
  return plain === "" ? "junheng" : plain;
}

export function download(content: BlobPart, type: string, name: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = element("a", { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The download has its own hold on the bytes once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
