// SPDX-License-Identifier: MIT
//
// Tables whose tabs a copy took away, and those written with bars.

/** Fewer rows or columns are no table. */
export const kFewestRows = 3;
export const kNumberCell = /^[-−]?\d+(?:[,，]\d{3})*(?:\.\d+)?%?$/;

/** Lines of so many words each, most of them numbers, are rows whose tabs were lost. */
export function withTabs(lines: readonly string[]): string[] {
  const out = [...lines];
  const cellsOf = (line: string): string[] =>
    line.includes("\t")
      ? []
      : /^\|.*\|$/.test(line.trim())
        ? line.trim().slice(1, -1).split("|")
        : line.trim().split(/[ \u00a0\u3000]+/);
  for (let from = 0; from < lines.length;) {
    const count = cellsOf(lines[from]!).length;
    let to = from;
    while (to < lines.length && count >= kFewestRows && cellsOf(lines[to]!).length === count) to += 1;
    const rows = lines.slice(from, to).map(cellsOf);
    const body = rows.slice(1).flatMap((row) => row.slice(1));
    const numbers = body.filter((cell) => kNumberCell.test(cell.trim())).length;
    if (rows.length >= kFewestRows && numbers * 2 >= body.length)
      rows.forEach((row, at) => {
        out[from + at] = row.map((cell) => cell.trim()).join("\t");
      });
    from = Math.max(to, from + 1);
  }
  // the rule below the head of a table with bars
  return out.filter((line) => !/^[\s|:-]*-[\s|:-]*$/.test(line) || !line.includes("|"));
}
