// SPDX-License-Identifier: MIT
//
// What the machine takes for the least that anybody has to do, in the same run as the contenders: bytes copied into
// WebAssembly memory, a string encoded into it, and the places of all delimiters by SIMD.

import { firstCall, median } from "./measure.mjs";

const kPage = 65536;
const kRuns = 7;
const [kBlock, kLoop, kEnd, kBr, kBrIf] = [0x02, 0x03, 0x0b, 0x0c, 0x0d];
const [kNothing, kI32, kV128] = [0x40, 0x7f, 0x7b];
const [get, set, tee] = [0x20, 0x21, 0x22].map((code) => (local) => [code, local]);
const constant = (value) => [0x41, value];
const [kEqz, kGeU, kCtz, kAdd, kSub, kAnd] = [0x45, 0x4f, 0x68, 0x6a, 0x6b, 0x71];
const [kLoad, kSplat, kEq, kOr, kBitmask] = [
  [0xfd, 0x00, 0, 0],
  [0xfd, 0x0f],
  [0xfd, 0x23],
  [0xfd, 0x50],
  [0xfd, 0x64],
];
const kStore = [0x36, 2, 0];
const [kTab, kLine] = [9, 10];
// Parameters and locals of the scan.
const [kAt, kUntil, kOut, kMask, kBytes] = [0, 1, 2, 3, 4];

const equals = (character) => [...get(kBytes), ...constant(character), ...kSplat, ...kEq];

/** Writes the place of each tab and line end in [at, until) to `out`, and gives where the list ends. 16 bytes a step. */
const kScan = [
  [kBlock, kNothing, kLoop, kNothing],
  [...get(kAt), ...get(kUntil), kGeU, kBrIf, 1],
  [...get(kAt), ...kLoad, ...set(kBytes)],
  [...equals(kTab), ...equals(kLine), ...kOr, ...kBitmask, ...set(kMask)],
  [kBlock, kNothing, kLoop, kNothing, ...get(kMask), kEqz, kBrIf, 1],
  [...get(kOut), ...get(kAt), ...get(kMask), kCtz, kAdd, ...kStore],
  [...get(kOut), ...constant(4), kAdd, ...set(kOut)],
  [...get(kMask), ...get(kMask), ...constant(1), kSub, kAnd, ...set(kMask), kBr, 0, kEnd, kEnd],
  [...get(kAt), ...constant(16), kAdd, ...set(kAt), kBr, 0, kEnd, kEnd],
  [...get(kOut), kEnd],
].flat();

const name = (text) => [text.length, ...new TextEncoder().encode(text)];
function leb(value) {
  return value < 128 ? [value] : [(value & 127) | 128, ...leb(value >>> 7)];
}
const section = (id, contents) => [id, ...leb(contents.length), ...contents];
const kBody = [2, 1, kI32, 1, kV128, ...kScan];
const kModule = [
  [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  section(1, [1, 0x60, 3, kI32, kI32, kI32, 1, kI32]),
  section(2, [1, ...name("m"), ...name("m"), 2, 0, 1]),
  section(3, [1, 0]),
  section(7, [1, ...name("scan"), 0, 0]),
  section(10, [1, ...leb(kBody.length), ...kBody]),
].flat();

function delimitersIn(bytes) {
  let found = 0;
  for (const byte of bytes) if (byte === kTab || byte === kLine) found += 1;
  return found;
}

const pages = (bytes) => Math.ceil(bytes / kPage);

/** Each gives a function that is timed. */
const kMakers = {
  memcpy(bytes, memory) {
    const room = new Uint8Array(memory.buffer, 0, bytes.length);
    return { run: () => room.set(bytes) };
  },
  encodeInto(bytes, memory) {
    const text = new TextDecoder().decode(bytes);
    const room = new Uint8Array(memory.buffer);
    const encoder = new TextEncoder();
    return { run: () => encoder.encodeInto(text, room) };
  },
  simdScan(bytes, memory) {
    const module = new WebAssembly.Module(Uint8Array.from(kModule));
    const { scan } = new WebAssembly.Instance(module, { m: { m: memory } }).exports;
    const until = pages(bytes.length) * kPage;
    new Uint8Array(memory.buffer).set(bytes);
    return {
      run: () => (scan(0, bytes.length, until) - until) / 4,
      expected: delimitersIn(bytes),
    };
  },
};
export const kYardsticks = Object.keys(kMakers);

export function runYardstick(which, bytes) {
  const memory = new WebAssembly.Memory({
    initial: pages(bytes.length) + pages(bytes.length * 4) + 1,
  });
  const yardstick = kMakers[which](bytes, memory);
  const { result, ms } = firstCall(yardstick, undefined);
  if (yardstick.expected !== undefined && result !== yardstick.expected)
    throw new Error(`${which}: ${result} delimiters of ${yardstick.expected}`);
  const later = Array.from({ length: kRuns }, () => firstCall(yardstick, undefined).ms);
  return { firstMs: ms, warmMs: median(later), extraBytes: null };
}
