// SPDX-License-Identifier: MIT
//
// Writers of text: a grid as TSV or CSV, a table of HTML with merged cells, text as bytes of an encoding.

export const tsv = (grid, end = "\n") => grid.map((row) => row.join("\t") + end).join("");

const quoted = (cell, separator, always) =>
  always || cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

export const csv = (grid, { separator = ",", end = "\r\n", always = false } = {}) =>
  grid.map((row) => row.map((cell) => quoted(cell, separator, always)).join(separator) + end).join("");

/** Columns become rows; rows may be of different length. */
export const transposed = (grid) =>
  Array.from({ length: Math.max(...grid.map((row) => row.length)) }, (_, i) => grid.map((row) => row[i] ?? ""));

export const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A cell of a sheet with merges: text, and how many columns and rows it covers. */
export const cell = (text, columns = 1, rows = 1) => ({ text, columns, rows });

/** Rows of cells or texts to the cells that HTML writes: those covered by another are `null` in the rows given. */
export const asCells = (grid) => grid.map((row) => row.map((one) => (typeof one === "string" ? cell(one) : one)));

/** What is copied as text from a sheet with merges: the text in the first cell of each merge, nothing in the others. */
export function flat(grid) {
  return grid.map((row) => row.map((one) => (one === null ? "" : typeof one === "string" ? one : one.text)));
}

/** HTML rows by a writer of one cell, `write(cell, attributes, isHeader)`; `attributes` are colspan and rowspan. */
export function htmlRows(grid, write, { headerRows = 0, open = "<tr>" } = {}) {
  return asCells(grid)
    .map((row, i) => {
      const cells = row
        .filter((one) => one !== null)
        .map((one) => {
          const spans = [
            one.columns > 1 ? ` colspan="${one.columns}"` : "",
            one.rows > 1 ? ` rowspan="${one.rows}"` : "",
          ].join("");
          return write(one, spans, i < headerRows);
        });
      return `${open}\n${cells.join("\n")}\n</tr>`;
    })
    .join("\n");
}

/** A page of a simple kind around one table. */
export function plainPage(grid, headerRows = 1, before = "", after = "") {
  const write = (one, spans, header) => {
    const tag = header ? "th" : "td";
    return `<${tag}${spans}>${escaped(one.text)}</${tag}>`;
  };
  return `<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>表</title></head><body>\n${before}<table border="1">
${htmlRows(grid, write, { headerRows })}\n</table>\n${after}</body></html>\n`;
}

// ---- bytes ----------------------------------------------------------------------------------------------------------

export const utf8 = (text, mark = false) => new TextEncoder().encode((mark ? "\uFEFF" : "") + text);

export function utf16(text, big = false) {
  const bytes = new Uint8Array(text.length * 2 + 2);
  const view = new DataView(bytes.buffer);
  for (const [i, unit] of ["\uFEFF", ...text.split("")].entries()) view.setUint16(i * 2, unit.charCodeAt(0), !big);
  return bytes;
}

let gbBytes = null;
/** JavaScript only reads GB18030: the two-byte characters are learnt by asking the reader what each pair means. */
export function gb18030(text) {
  if (gbBytes === null) {
    gbBytes = new Map();
    const decoder = new TextDecoder("gb18030");
    for (let a = 0x81; a <= 0xfe; a += 1) {
      for (let b = 0x40; b <= 0xfe; b += 1) {
        const character = decoder.decode(Uint8Array.of(a, b));
        if (character.length === 1 && !gbBytes.has(character)) gbBytes.set(character, [a, b]);
      }
    }
  }
  const bytes = [...text].flatMap((character) => {
    if (character < "\x80") return [character.charCodeAt(0)];
    const pair = gbBytes.get(character);
    if (pair === undefined) throw new Error(`${character} has no two bytes in GB18030`);
    return pair;
  });
  return Uint8Array.from(bytes);
}
