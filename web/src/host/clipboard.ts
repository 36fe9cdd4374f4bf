// SPDX-License-Identifier: MIT
//
// One table, twice in the clipboard: as a page, where merged cells and stored numbers are left, and as plain text, which
// is what the cells show. The page is better wherever both say the same; it is not where its program made less of the
// table than of the text: #### for a number in a narrow column, a table in a single cell, columns left out.

/** What of a table can be counted without understanding it. */
interface Counted {
  /** With anything in them. */
  cells: number;
  numbers: number;
  /** #### instead of what is there. */
  hashes: number;
  /** Of the longest row. */
  columns: number;
  /** That have anything in them. */
  rows: number;
  /** Rows that are as long as the longest one. */
  whole: number;
}

const kHashes = /^#{2,}$/;
/** Longer ones are not looked at by the pattern, which would go back and forth in them. */
const kLongestNumber = 40;
const kNumber = /^[-+(（]?[¥￥$]?\d{1,3}(?:[,，]?\d{3})*\d*(?:\.\d+)?%?[)）]?$/;

/** The flavour to read: the page where it has a table, unless the text has more of it. */
export function tableFlavour(html: string, plain: string): string {
  if (!/<table[\s>]/i.test(html)) return plain;
  if (plain.trim() === "") return html;
  const page = counted(rowsOfPage(html));
  const text = counted(rowsOfText(plain));
  // Its lines need not be rows: cells with line breaks fall apart in the text of a browser.
  if (text.columns < 2 || text.whole * 2 < text.rows) return html;
  if (page.hashes !== text.hashes) return page.hashes < text.hashes ? html : plain;
  if (page.columns < 2 && text.columns >= 2) return plain;
  const sound = text.whole === text.rows;
  if (sound && text.numbers > page.numbers && text.cells >= page.cells) return plain;
  return sound && text.cells > page.cells && text.columns > page.columns ? plain : html;
}

function counted(rows: readonly (readonly string[])[]): Counted {
  const filled = rows.filter((row) => row.some((cell) => cell !== ""));
  const columns = Math.max(0, ...filled.map((row) => row.length));
  const count = { cells: 0, numbers: 0, hashes: 0, columns, rows: filled.length, whole: 0 };
  for (const row of filled) {
    if (row.length === columns) count.whole += 1;
    for (const cell of row) {
      if (cell === "") continue;
      count.cells += 1;
      if (kHashes.test(cell)) count.hashes += 1;
      else if (cell.length <= kLongestNumber && kNumber.test(cell)) count.numbers += 1;
    }
  }
  return count;
}

/** Lines and tabs; a cell with either stands in quotes. */
function rowsOfText(text: string): string[][] {
  const rows: string[][] = [[]];
  const add = (cell: string): void => void rows[rows.length - 1]?.push(cell.trim());
  // Where one quote is not closed by anything, none behind it is: looked for once, not from each cell to the end.
  let closes = true;
  for (let at = 0; at <= text.length;) {
    let end = -1;
    if (closes && text[at] === '"') {
      const close = /"(?=[\t\r\n]|$)/g;
      close.lastIndex = at + 1;
      // A quote that nothing closes is a character.
      end = (close.exec(text)?.index ?? -2) + 1;
      closes = end > 0;
    }
    if (end < 0) {
      const stop = /[\t\r\n]|$/g;
      stop.lastIndex = at;
      end = stop.exec(text)?.index ?? text.length;
      add(text.slice(at, end));
    } else {
      add(text.slice(at + 1, end - 1));
    }
    if (text[end] !== "\t" && end < text.length) rows.push([]);
    at = end + (text.startsWith("\r\n", end) ? 2 : 1);
  }
  return rows;
}

/** The cells of all tables in a page, row by row; hidden ones, too, which the text also has. */
function rowsOfPage(html: string): string[][] {
  const rows: string[][] = [];
  // Cells that span columns are counted out, but not for longer than a page with as many cells would be.
  let spare = html.length;
  let cell: string | null = null;
  const put = (text: string): void => void (rows[rows.length - 1] ?? newRow(rows)).push(text);
  const end = (): void => {
    if (cell !== null) put(cell.trim());
    cell = null;
  };
  for (const [, text = "", close, name = "", attributes = ""] of `${withoutAsides(html)}<`.matchAll(kPieces)) {
    if (cell !== null) cell += decoded(text);
    if (!/^(tr|td|th|table)$/i.test(name)) {
      if (cell !== null && /^(br|p|div)$/i.test(name) && close === undefined) cell += " ";
      continue;
    }
    end();
    if (close !== undefined || /^table$/i.test(name)) continue;
    if (/^tr$/i.test(name)) newRow(rows);
    else {
      const across = Number(/\scolspan\s*=\s*["']?(\d{1,4})/i.exec(attributes)?.[1] ?? 1);
      for (let more = 1; more < across && spare > 0; more += 1, spare -= kShortestCell) put("");
      cell = "";
    }
  }
  end();
  return rows;
}

/** <td>, and nothing in it. */
const kShortestCell = 4;

function newRow(rows: string[][]): string[] {
  const row: string[] = [];
  rows.push(row);
  return row;
}

/** A text and the tag behind it. */
const kPieces = /([^<]*)<(\/)?([a-z][\w:]*)?([^<>]*)>?/gi;

/** Without comments, styles and scripts; what is never closed stays. */
function withoutAsides(html: string): string {
  let text = html;
  for (const [begin, close] of kAsides) {
    const kept: string[] = [];
    const lower = text.toLowerCase();
    let at = 0;
    for (;;) {
      const from = lower.indexOf(begin, at);
      const to = from < 0 ? -1 : lower.indexOf(close, from);
      if (to < 0) break;
      kept.push(text.slice(at, from));
      at = to + close.length;
    }
    text = kept.join("") + text.slice(at);
  }
  return text;
}

const kAsides = [
  ["<!--", "-->"],
  ["<style", "</style>"],
  ["<script", "</script>"],
] as const;

function decoded(text: string): string {
  return text
    .replace(/&(?:nbsp|#160|#xa0);/gi, " ")
    .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Number(code)));
}
