// SPDX-License-Identifier: MIT
//
// The first page of a workbook that was saved as a web page: a frame, and a list of sheets with the files they lie in.

export interface PageSheet {
  readonly name: string;
  /** As the page writes it: relative to the page. */
  readonly file: string;
}

const kBegin = "<x:ExcelWorksheet>";
const kEnd = "</x:ExcelWorksheet>";

export function tablesOf(html: string): PageSheet[] {
  const found: PageSheet[] = [];
  for (let at = html.indexOf(kBegin); at >= 0; at = html.indexOf(kBegin, at)) {
    const end = html.indexOf(kEnd, at);
    if (end < 0) return found;
    const about = html.slice(at, end);
    found.push({
      name: plain(between(about, "<x:Name>", "</x:Name>")),
      file: plain(/<x:WorksheetSource\s+HRef\s*=\s*"([^"]*)"/i.exec(about)?.[1] ?? ""),
    });
    at = end;
  }
  return found;
}

function between(text: string, begin: string, end: string): string {
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  return from < 0 || to < 0 ? "" : text.slice(from + begin.length, to);
}

const kNamed: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

function plain(text: string): string {
  return text
    .trim()
    .replace(/&(?:#(\d{1,7})|(amp|lt|gt|quot));/g, (found, code: string | undefined, name: string) =>
      code === undefined
        ? (kNamed[name] ?? found)
        : Number(code) <= 0x10ffff
          ? String.fromCodePoint(Number(code))
          : found,
    );
}
