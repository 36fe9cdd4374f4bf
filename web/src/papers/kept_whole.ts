// SPDX-License-Identifier: MIT
//
// Where a line is to end in a narrow cell: before what stands in brackets rather than within it, wherever that has room
// on a line of its own. Word and LibreOffice break Chinese between any two letters: 无法判定（材 / 料待补）.

/** In halves of a letter of Chinese. */
const kWide = 2;
const kNarrow = 1;
/** Letters and digits of Latin, which are half as wide. */
const isNarrow = (letter: string): boolean => letter < "\u02ff";

const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, letter) => sum + (isNarrow(letter) ? kNarrow : kWide), 0);

const kBracket = /（[^（）\n]*）/g;

/** `room`: of a line, in letters of Chinese. */
export function keptWhole(text: string, room: number): string {
  const wide = Math.floor(room * kWide);
  let [made, line, from] = ["", 0, 0];
  const add = (piece: string): void => {
    for (const letter of piece) {
      const width = isNarrow(letter) ? kNarrow : kWide;
      line = letter === "\n" ? 0 : line + width > wide ? width : line + width;
    }
    made += piece;
  };
  for (const { 0: bracket, index } of text.matchAll(kBracket)) {
    add(text.slice(from, index));
    const width = widthOf(bracket);
    if (line > 0 && width <= wide && line + width > wide) add("\n");
    add(bracket);
    from = index + bracket.length;
  }
  add(text.slice(from));
  return made;
}
