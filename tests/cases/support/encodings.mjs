// SPDX-License-Identifier: MIT
//
// JavaScript only reads the encodings of old files; written by asking the reader what each pair of bytes means.

function encoder(encoding) {
  const bytesOf = new Map();
  const decoder = new TextDecoder(encoding);
  for (let a = 0x81; a <= 0xfe; a += 1) {
    for (let b = 0x40; b <= 0xfe; b += 1) {
      const character = decoder.decode(Uint8Array.of(a, b));
      if (character.length === 1 && !bytesOf.has(character)) bytesOf.set(character, [a, b]);
    }
  }
  return (text) => Uint8Array.from([...text].flatMap((one) => (one < "\x80" ? [one.charCodeAt(0)] : bytesOf.get(one))));
}

export const gb18030 = encoder("gb18030");
export const big5 = encoder("big5");
