// SPDX-License-Identifier: MIT
//
// The work of now, and what is written of it beside its tables.

import type { Verdict } from "../engine/junheng.d.ts";
import { now } from "../kit/clock.ts";
import type { Decisions } from "../work/project.ts";
import type { Source } from "../work/sources.ts";
import type { Head } from "./database.ts";

/** The work as it is now. */
export interface Work {
  readonly sources: readonly Source[];
  readonly decisions: Decisions;
  readonly standard: string;
  /** Files of it, where it is one's own. */
  readonly ownStandards: readonly string[];
  readonly name: string;
  readonly place: string;
  /** What it comes to; null: not counted. */
  readonly schools: number | null;
  readonly verdict: Verdict;
}

/** A state of it; what it came to may not be known. */
export type Version = Omit<Work, "verdict"> & Pick<Head, "verdict"> & Partial<Pick<Head, "saved">>;

type Own = Pick<Head, "id" | "name" | "named" | "revision" | "of"> & Partial<Pick<Head, "saved">>;

export function headOf(work: Version, own: Own): Head {
  const { sources, name: _, ...rest } = work;
  return { ...rest, saved: now() ?? 0, ...own, size: sizeOf(sources) };
}

export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function sizeOf(sources: readonly Source[]): number {
  let size = 0;
  for (const source of sources) {
    size += source.bytes?.length ?? 0;
    for (const sheet of source.sheets) size += sheet.table.length;
  }
  return size;
}
