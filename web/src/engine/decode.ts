// SPDX-License-Identifier: MIT
//
// What bytes mean. Files of schools come as UTF-8, as UTF-16 ("Unicode 文本" of Excel) and, most often from older
// programs, as GBK/GB18030 without any mark. The engine takes UTF-8; everything else is turned into it here.

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030";

interface Decoded {
  /** UTF-8, or the bytes as they came where no encoding fits: the engine then says that this is not text. */
  readonly bytes: Uint8Array;
  readonly encoding: Encoding | null;
}

/** So many bytes tell an unmarked UTF-16: every tab, digit and line end has a zero byte on the same side. */
const kProbe = 4096;
const kOneSided = 3;
const kSlice = 1 << 20;

/** `chosen`: a person knows better than the guess. */
export function decode(bytes: Uint8Array, chosen?: Encoding): Decoded {
  if (chosen !== undefined) {
    const text = new TextDecoder(chosen).decode(bytes);
    return { bytes: new TextEncoder().encode(text), encoding: chosen };
  }
  const marked = markOf(bytes) ?? zeroPattern(bytes);
  if (marked !== null) return fromUtf16(bytes, marked);
  if (isUtf8(bytes)) return { bytes, encoding: "utf-8" };
  const text = tryDecode(bytes, "gb18030");
  if (text === null) return { bytes, encoding: null };
  return { bytes: new TextEncoder().encode(text), encoding: "gb18030" };
}

/** Bytes of a string in UTF-8, counted without making them: the engine's memory is then reserved once and exactly. */
export function utf8Length(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    if (unit < 0x800) {
      length += 1;
    } else if (unit >= 0xd800 && unit < 0xdc00 && isLow(text.charCodeAt(i + 1))) {
      length += 2; // two units, four bytes
      i += 1;
    } else {
      length += 2; // also a lone surrogate: TextEncoder writes U+FFFD for it, three bytes
    }
  }
  return length;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000; // false for the NaN behind the end
}

function markOf(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

function zeroPattern(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  const end = Math.min(bytes.length, kProbe);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < end; i += 1) {
    if (bytes[i] !== 0) continue;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  }
  // As many zeros on both sides are a binary file; a few on the other side are characters like 一 (U+4E00). A single
  // zero in a long text is a stray NUL, which the engine names.
  const enough = Math.max(1, end / 64);
  if (odd >= enough && odd > kOneSided * even) return "utf-16le";
  if (even >= enough && even > kOneSided * odd) return "utf-16be";
  return null;
}

function fromUtf16(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): Decoded {
  // Not fatal: a lone surrogate becomes U+FFFD as it does in a string, and the row it stands in is still read.
  const text = new TextDecoder(encoding).decode(bytes);
  return { bytes: new TextEncoder().encode(text), encoding };
}

/** Slice by slice, so that a table of 20 MB is checked without becoming a string of 20 MB. */
function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += kSlice) {
      decoder.decode(bytes.subarray(at, at + kSlice), { stream: true });
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
