// SPDX-License-Identifier: MIT

/** As rules and forms print it: a limit of 0.5 beside a coefficient of 0.5368 is 0.50. */
export function printedLimit(text: string): string {
  const [whole = "", digits = ""] = text.split(".");
  return /^\d*$/.test(digits) ? `${whole}.${digits.padEnd(2, "0")}` : text;
}
