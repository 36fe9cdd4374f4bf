// SPDX-License-Identifier: MIT

/** "第 {row} 行" with row = 7 is "第 7 行"; a place without a value stays as it is. */
export function fill(pattern: string, values: Record<string, string | number>): string {
  return pattern.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}
