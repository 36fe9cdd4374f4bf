// SPDX-License-Identifier: MIT
//
// A file made here, down to where the browser puts files.

import { element } from "./dom.ts";

/** Bytes of a name: systems take 255, of which an ending and the name of what is half written need some. */
const kMostBytes = 180;
const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** As every system allows names of files, not hidden and no option of a command. `end` stays, however long the rest is. */
export function fileName(words: string, end = ""): string {
  const plain = words
    .replaceAll(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replaceAll(/[\0-\x1f\x7f-\x9f\\/:*?"<>|]/g, "_")
    .trim()
    .replace(/^[.~-]/, "_");
  let [name, room] = ["", kMostBytes - bytesOf(end)];
  for (const letter of plain) {
    room -= bytesOf(letter);
    if (room < 0) break;
    name += letter;
  }
  return `${name === "" ? "junheng" : name}${end}`;
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
