// SPDX-License-Identifier: MIT
//
// What bytes mean. Files of schools come as UTF-8, as UTF-16 ("Unicode 文本" of Excel) and, most often from older
// programs, as GBK/GB18030 or, with traditional characters, as Big5 without any mark. The engine takes UTF-8; everything
// else is turned into it here. A damaged character is one damaged character: it becomes U+FFFD, which the core names with
// its place, and the file stays what most of it is.

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "big5";

interface Decoded {
  /** UTF-8, or the bytes as they came where no encoding fits: the engine then says that this is not text. */
  readonly bytes: Uint8Array;
  readonly encoding: Encoding | null;
  /** Another reading that is nearly as likely: a person should look. */
  readonly doubt: Encoding | null;
}

/** So many bytes tell an unmarked UTF-16: every tab, digit and line end has a zero byte on the same side. */
const kProbe = 4096;
const kOneSided = 3;
const kSlice = 1 << 20;
/** What is decoded only to see whether it can be: strings that stay in the cache take half the time of larger ones. */
const kDecoded = 1 << 15;
/** What decides of a long text, in bytes: a whole number of the above, and more than the core asks for (table.cpp). */
const kBeginning = kDecoded * 2;
/** Characters of three bytes in it: GB18030 and Big5 are hardly ever UTF-8 by chance for one. */
const kSure = 16;
/** Of the characters of a text in two bytes so many are everyday ones, at least, where the encoding is right. */
const kCommon = 6 / 7;
const kDoubtful = 0.7;
/** Of random bytes a sixth are everyday characters; traditional ones in GB18030 are half and half. */
const kNoise = 0.3;
/** Characters that settle whether a text is UTF-8. */
const kEnough = 100_000;
/** One in so many characters may be damaged: noise has more. */
const kDamaged = 8;

/** `chosen`: a person knows better than the guess. */
export function decode(bytes: Uint8Array, chosen?: Encoding): Decoded {
  if (chosen === "utf-8" && isUtf8(bytes)) return { bytes, encoding: chosen, doubt: null };
  if (chosen !== undefined) return { ...read(bytes, chosen), doubt: null };
  const marked = markOf(bytes) ?? zeroPattern(bytes);
  if (marked !== null) return { ...read(bytes, marked), doubt: null };
  if (isUtf8(bytes)) return { bytes, encoding: "utf-8", doubt: null };
  const { wide, bad } = utf8Parts(bytes);
  if (wide > 0 && wide >= bad) return { ...read(bytes, "utf-8"), doubt: null };
  return inTwoBytes(bytes);
}

/** Not fatal: what is damaged becomes U+FFFD, and the row it stands in is still read. */
function read(bytes: Uint8Array, encoding: Encoding): { bytes: Uint8Array; encoding: Encoding } {
  return { bytes: new TextEncoder().encode(new TextDecoder(encoding).decode(bytes)), encoding };
}

/** GB18030 or Big5, by which of them gives everyday characters. */
function inTwoBytes(bytes: Uint8Array): Decoded {
  const some = bytes.subarray(0, kSlice);
  const simplified = share(some, commonInGb);
  const traditional = share(some, commonInBig5);
  const saysBig5 = /charset\s*=\s*["']?big5/i.test(new TextDecoder("latin1").decode(bytes.subarray(0, kProbe)));
  const isBig5 = saysBig5 || (simplified < kCommon && traditional >= kCommon);
  const encoding = isBig5 ? "big5" : "gb18030";
  const text = new TextDecoder(encoding).decode(bytes);
  const damaged = text.split("\ufffd").length - 1;
  const common = isBig5 ? traditional : simplified;
  if (damaged > 0 && (damaged * kDamaged > wideIn(text) || common < kNoise))
    return { bytes, encoding: null, doubt: null };
  const doubt = isBig5 ? (saysBig5 ? null : "gb18030") : simplified < kDoubtful ? "big5" : null;
  return { bytes: new TextEncoder().encode(text), encoding, doubt };
}

/** Characters that are not of ASCII; digits and commas say nothing about an encoding. */
function wideIn(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i += 1) if (text.charCodeAt(i) > 0x7f) count += 1;
  return count;
}

/** Of two bytes: an everyday character, a sign (null), or anything else. */
type Common = (lead: number, trail: number) => boolean | null;

/** Level 1 of GB 2312: 3,755 characters, which are more than 99 in 100 of a text of today. */
function commonInGb(lead: number, trail: number): boolean | null {
  if (trail >= 0xa1 && (lead === 0xa1 || lead === 0xa3)) return null;
  return lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1;
}

/** Level 1 of Big5: 5,401 characters. */
function commonInBig5(lead: number, trail: number): boolean | null {
  if (lead >= 0xa1 && lead <= 0xa3) return null;
  return lead >= 0xa4 && lead <= 0xc6 && ((trail >= 0x40 && trail <= 0x7e) || trail >= 0xa1);
}

function share(bytes: Uint8Array, isCommon: Common): number {
  let common = 0;
  let all = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const lead = bytes[i]!;
    if (lead < 0x80) continue;
    const trail = bytes[i + 1] ?? 0;
    if (trail < 0x40) {
      all += 1; // half a character, or one of four bytes
      continue;
    }
    i += 1;
    const found = isCommon(lead, trail);
    if (found === null) continue;
    all += 1;
    if (found) common += 1;
  }
  return all === 0 ? 1 : common / all;
}

/** Sequences of three and four bytes that are right, which other encodings hardly ever have, and what is wrong. */
function utf8Parts(bytes: Uint8Array): { wide: number; bad: number } {
  let wide = 0;
  let bad = 0;
  for (let i = 0; i < bytes.length && wide + bad < kEnough;) {
    const lead = bytes[i]!;
    i += 1;
    if (lead < 0x80) continue;
    const more =
      lead >= 0xf0 && lead <= 0xf4 ? 3 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xc2 && lead < 0xe0 ? 1 : 0;
    let seen = 0;
    while (seen < more && (bytes[i]! & 0xc0) === 0x80) {
      seen += 1;
      i += 1;
    }
    if (more === 0 || seen < more) bad += 1;
    else if (more > 1) wide += 1;
  }
  return { wide, bad };
}

/** Units of a string that are counted at a time: room for their bytes is small enough to stay in the cache. */
const kWindow = 1 << 14;
const kMostBytesOfUnit = 3;

/**
 * Bytes of a string in UTF-8, so that the engine's memory is reserved once and exactly. Encoding a piece after the other
 * into the same room, only to see how long it gets, takes a third of the time of looking at each unit.
 */
export function utf8Length(text: string): number {
  const encoder = new TextEncoder();
  const room = new Uint8Array(Math.min(text.length, kWindow) * kMostBytesOfUnit);
  let length = 0;
  for (let from = 0; from < text.length;) {
    let to = Math.min(from + kWindow, text.length);
    // Two units of one character stay together.
    if (to < text.length && isHigh(text.charCodeAt(to - 1))) to -= 1;
    length += encoder.encodeInto(text.substring(from, to), room).written;
    from = to;
  }
  return length;
}

/** About as many, and rarely less: by samples from all over a long string, and a fiftieth more. */
export function guessedLength(text: string): number {
  const [samples, units, spare] = [64, 256, 1.02];
  let length = 0;
  for (let i = 0; i < samples; i += 1) {
    const from = Math.floor(((text.length - units) / (samples - 1)) * i);
    length += utf8Length(text.substring(from, from + units));
  }
  return Math.ceil((length / (samples * units)) * text.length * spare);
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;

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

/**
 * Slice by slice, so that a table of 20 MB is checked without becoming a string of 20 MB. A long text that begins so with
 * Chinese characters is not looked at to its end: the core looks, and makes U+FFFD of what is damaged (valid_utf8()).
 */
function isUtf8(bytes: Uint8Array): boolean {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += kDecoded) {
      if (at === kBeginning && utf8Parts(bytes.subarray(0, at)).wide >= kSure) return true;
      decoder.decode(bytes.subarray(at, at + kDecoded), { stream: true });
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}
