// SPDX-License-Identifier: MIT
//
// What the element and the workbench inside of it say to each other.

/** The workbench's first word: it takes tables from here on. */
export const kReady = "junheng-workbench ready";

export interface Wanted {
  readonly kind: "junheng-workbench open";
  /** The table itself; empty where there is an address. */
  readonly text: string;
  /** Of a file on the page's own site, from where that page is. */
  readonly address: string;
  /** Id of a standard; empty: the one that is chosen. */
  readonly standard: string;
}

export const kOpen: Wanted["kind"] = "junheng-workbench open";

/** Null: it is no word of the element. */
export function known(data: unknown): Wanted | null {
  if (typeof data !== "object" || data === null) return null;
  const { kind, text, address, standard } = data as Record<string, unknown>;
  if (kind !== kOpen || typeof text !== "string" || typeof address !== "string" || typeof standard !== "string")
    return null;
  return text === "" && address === "" ? null : { kind, text, address, standard };
}
