// SPDX-License-Identifier: MIT
//
// Several tables as one text, as the core takes them apart again (core/include/junheng/layout.h): control characters
// that no table has stand around each name.

import { decode } from "./decode.ts";
import type { SheetInput } from "./junheng.d.ts";

const kSheetMark = "\u001c";
const kNameEnd = "\u001d";

export function joinedSheets(sheets: readonly SheetInput[]): Uint8Array {
  const encoder = new TextEncoder();
  const plain = (text: string): string => text.replaceAll(kSheetMark, " ").replaceAll(kNameEnd, " ");
  const parts = sheets.flatMap(({ name, table, encoding }) => {
    const bytes = typeof table === "string" ? encoder.encode(plain(table)) : decode(table, encoding).bytes;
    return [encoder.encode(kSheetMark + plain(name ?? "") + kNameEnd), bytes];
  });
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
