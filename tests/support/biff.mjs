// SPDX-License-Identifier: MIT
//
// Records of an .xls stream by hand, for what no library writes: old code pages, passwords, texts cut in two.

export const record = (type, ...parts) => {
  const data = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(data.length, 2);
  return Buffer.concat([head, data]);
};
export const u16 = (...values) => values.flatMap((value) => [value & 255, value >> 8]);
export const u32 = (value) => [...u16(value & 0xffff), ...u16(value >>> 16)];
export const f64 = (value) => {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return [...bytes];
};
const bof = (version, kind) =>
  record(0x0809, u16(version, kind, 0, 0), version === 0x0600 ? [...u32(0), ...u32(0)] : []);
const eof = record(0x000a);

/** A stream: records of the book, then one sheet of records; `name` is the name with its length as the version has it. */
export function stream(version, globals, sheet, name, state = 0) {
  const head = Buffer.concat([bof(version, 5), ...globals]);
  const bound = (at) => record(0x0085, u32(at), [state, 0], name);
  const at = head.length + bound(0).length + eof.length;
  return Buffer.concat([head, bound(at), eof, bof(version, 0x10), ...sheet, eof]);
}

/** An OLE container of one stream, long enough for sectors of its own. */
export function container(name, content) {
  const sector = 512;
  const size = Math.max(content.length, 4096);
  const count = Math.ceil(size / sector);
  const tables = Math.ceil((count + 2) / 126);
  const end = 0xfffffffe;
  const header = Buffer.alloc(sector);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(header);
  header.set([...u16(0x3e, 3, 0xfffe, 9, 6)], 24);
  header.writeUInt32LE(tables, 44);
  header.writeUInt32LE(tables, 48); // the folder comes after the tables
  header.writeUInt32LE(4096, 56);
  header.writeUInt32LE(end, 60);
  header.writeUInt32LE(end, 68);
  for (let i = 0; i < 109; i += 1) header.writeUInt32LE(i < tables ? i : 0xffffffff, 76 + i * 4);
  const table = Buffer.alloc(tables * sector, 0xff);
  for (let i = 0; i < tables; i += 1) table.writeUInt32LE(0xfffffffd, i * 4);
  table.writeUInt32LE(end, tables * 4);
  for (let i = 0; i < count; i += 1) table.writeUInt32LE(i + 1 === count ? end : tables + 2 + i, (tables + 1 + i) * 4);
  const folder = Buffer.alloc(sector);
  [
    ["Root Entry", 5, 1, end, 0],
    [name, 2, 0xffffffff, tables + 1, size],
  ].forEach(([title, type, child, start, length], i) => {
    const entry = folder.subarray(i * 128, i * 128 + 128);
    entry.write(title, "utf16le");
    entry.writeUInt16LE(title.length * 2 + 2, 64);
    entry[66] = type;
    entry.fill(0xff, 68, 76);
    entry.writeUInt32LE(child, 76);
    entry.writeUInt32LE(start, 116);
    entry.writeUInt32LE(length, 120);
  });
  const body = Buffer.alloc(count * sector);
  content.copy(body);
  return Uint8Array.from(Buffer.concat([header, table, folder, body]));
}
