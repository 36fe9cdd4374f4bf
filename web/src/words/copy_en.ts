// SPDX-License-Identifier: MIT
import type { CopyWords } from "./copy_zh.ts";

export const copyEn: CopyWords = {
  copyTable: "Copy table",
  copyOf: "Copy table: {caption}",
  copied: "Copied; paste it into a spreadsheet.",
  guardedCopy:
    " {count} cells begin with a sign like = + - @ (the first: line {row}, cell {column}, “{text}”) and got an apostrophe (') in front, so that nothing computes them; Junheng takes it off when they are pasted back.",
  guardedFile:
    "The file is saved. {count} cells begin with a sign like = + - @ (the first: row {row}, column {column}, “{text}”) and got an apostrophe (') in front, so that no spreadsheet computes them; Junheng takes it off when it reads the file.",
  notCopied: "The browser does not allow copying: select the table and press Ctrl+C.",
};
