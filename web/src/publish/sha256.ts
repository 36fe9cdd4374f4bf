// SPDX-License-Identifier: MIT
//
// SHA-256. Browsers have it only for pages that came by https, and inside an authority's own network they often do not.

const kBlock = 64;
/** The first 32 bits behind the point of a root of a prime number: exact in a double. */
function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 0x1_0000_0000);
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let number = 2; primes.length < count; number += 1) {
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  }
  return primes;
}

const kPrimes = firstPrimes(kBlock);
const kRounds = Uint32Array.from(kPrimes, (prime) => fraction(Math.cbrt(prime)));
const kStart = kPrimes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** In hexadecimal digits, as `sha256sum` prints it. Texts are taken as UTF-8. */
export function sha256(data: Uint8Array | string): string {
  const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data;
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / kBlock) * kBlock);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x2000_0000));
  view.setUint32(padded.length - 4, (bytes.length * 8) >>> 0);

  const state = Uint32Array.from(kStart);
  const words = new Uint32Array(kBlock);
  const at = (list: Uint32Array, index: number): number => list[index] ?? 0;
  for (let from = 0; from < padded.length; from += kBlock) {
    for (let i = 0; i < 16; i += 1) words[i] = view.getUint32(from + i * 4);
    for (let i = 16; i < kBlock; i += 1) {
      const early = at(words, i - 15);
      const late = at(words, i - 2);
      const small = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
      const large = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
      words[i] = at(words, i - 16) + small + at(words, i - 7) + large;
    }
    let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
    for (let i = 0; i < kBlock; i += 1) {
      const upper = h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + at(kRounds, i) + at(words, i);
      const lower = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + upper) | 0, c, b, a, (upper + lower) | 0];
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = at(state, i) + word));
  }
  return Array.from(state, (word) => word.toString(16).padStart(8, "0")).join("");
}
