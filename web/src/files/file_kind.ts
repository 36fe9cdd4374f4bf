// SPDX-License-Identifier: MIT

/** What is no table, by the key of the sentence that says what it is and what to do. */
export type NoTable =
  | "empty" // 0 bytes, or nothing but zeros
  | "lock" // ~$….xlsx of Excel and WPS, .~lock.….ods# of LibreOffice
  | "system" // .DS_Store, Thumbs.db, desktop.ini, the ._ twin of a Mac
  | "unfinished" // a download that has not ended
  | "shortcut" // .lnk, .url, a link to a document in a cloud
  | "archive"
  | "locked" // by software that encrypts every file of an office
  | "image"
  | "document" // of Word, WPS, PowerPoint
  | "pdf" // and OFD
  | "numbers"
  | "database"
  | "mail"
  | "web_page" // without a table
  | "frames" // the first page of a workbook that was saved as a web page: its tables lie beside it
  | "json"
  | "xml"
  | "media"
  | "unknown";

export type FileKind = NoTable | "workbook" | "text" | "project";
