// SPDX-License-Identifier: MIT
//
// A record that cannot be read, as a file that a person can look into: everything in it, whatever it is.

/** Deeper than anything that was ever written. */
const kDeepest = 100;

export function rawText(head: unknown, body: unknown): string {
  const seen = new Set<object>();
  return `${JSON.stringify({ schema: "junheng.record/1", head: plain(head, 0), tables: plain(body, 0) }, null, 1)}\n`;

  /** What JSON has words for; the rest is named. */
  function plain(value: unknown, depth: number): unknown {
    if (value === undefined) return null;
    if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
    if (typeof value === "bigint") return String(value);
    if (typeof value !== "object" || value === null) return value;
    if (value instanceof Uint8Array) return bytesOf(value);
    if (value instanceof Date) return String(value.getTime());
    if (seen.has(value) || depth > kDeepest) return "…";
    seen.add(value);
    const inside = Array.isArray(value)
      ? value.map((one) => plain(one, depth + 1))
      : Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one, depth + 1)]));
    seen.delete(value);
    return inside;
  }
}

/** Texts as texts, which is what tables are. */
function bytesOf(bytes: Uint8Array): unknown {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { hex: Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("") };
  }
}
