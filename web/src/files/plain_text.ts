// SPDX-License-Identifier: MIT
//
// <t>松柏小学</t>, or <v> for the text of a formula, taken at once where its bytes may stand in a page as they are: no
// entity, no escape, no line break, and only characters of one or three bytes, in which it is plain that they are right
// UTF-8. Everything else is left to the reader of tags. A zero stands behind the last byte.

export const bytesOf = (text: string): Uint8Array => Uint8Array.from(text, (one) => one.charCodeAt(0));
const kOpen = bytesOf("<t>");
const kOpenKept = bytesOf('<t xml:space="preserve">');
const kClose = bytesOf("</t>");
const kOpenValue = bytesOf("<v>");
const kCloseValue = bytesOf("</v>");
const kOpenParagraph = bytesOf("<text:p>");
const kCloseParagraph = bytesOf("</text:p>");
const [kSpace, kAmpersand, kLess, kMore, kUnderscore, kDelete] = [0x20, 0x26, 0x3c, 0x3e, 0x5f, 0x7f];

export function startsWith(xml: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let i = 0; i < word.length; i += 1) if (xml[at + i] !== word[i]) return false;
  return true;
}

export class PlainText {
  from = 0;
  end = 0;
  /** In UTF-16. */
  units = 0;

  /** Where the <t> that begins here ends; -1 where it is another element, or not so plain. */
  read(xml: Uint8Array, at: number): number {
    if (startsWith(xml, at, kOpen)) return this.#until(kClose, xml, at + kOpen.length);
    return startsWith(xml, at, kOpenKept) ? this.#until(kClose, xml, at + kOpenKept.length) : -1;
  }

  /** The same of a <v>. */
  readValue(xml: Uint8Array, at: number): number {
    return startsWith(xml, at, kOpenValue) ? this.#until(kCloseValue, xml, at + kOpenValue.length) : -1;
  }

  /** The same of a <text:p>. */
  readParagraph(xml: Uint8Array, at: number): number {
    return startsWith(xml, at, kOpenParagraph) ? this.#until(kCloseParagraph, xml, at + kOpenParagraph.length) : -1;
  }

  #until(close: Uint8Array, xml: Uint8Array, from: number): number {
    let i = from;
    this.from = i;
    let wide = 0;
    for (;;) {
      const byte = xml[i]!;
      if (byte === kLess) break;
      if (byte >= kSpace && byte <= kDelete) {
        // An escape begins with _.
        if (byte === kAmpersand || byte === kMore || byte === kUnderscore) return -1;
        i += 1;
      } else if (isThree(byte) && isNext(xml[i + 1]!) && isNext(xml[i + 2]!)) {
        wide += 1;
        i += 3;
      } else {
        return -1;
      }
    }
    this.end = i;
    this.units = i - this.from - 2 * wide;
    return startsWith(xml, i, close) ? i + close.length : -1;
  }
}

/** Begins three bytes, whatever the next two are; of E0 and ED not all are right. */
const isThree = (byte: number): boolean => byte > 0xe0 && byte < 0xf0 && byte !== 0xed;
const isNext = (byte: number): boolean => (byte & 0xc0) === 0x80;
