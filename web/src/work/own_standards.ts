// SPDX-License-Identifier: MIT
//
// Standards of one's own (自定办法), as files: one list for all modules of the page that judge, so that each of them
// knows the same.

import type { StandardFault } from "../engine/junheng.d.ts";

/** A module that judges: takes a file, or says what is wrong with it. */
type Taker = (text: string) => readonly StandardFault[];

interface OwnStandard {
  readonly text: string;
  /** Id of the one that it is made from; empty: of none. */
  readonly parent: string;
}

export class OwnStandards {
  readonly #files = new Map<string, OwnStandard>();
  readonly #takers = new Map<string, Taker>();

  /** Takes those that are there, and each that comes, until another of this name takes its place. */
  join(name: string, taker: Taker): void {
    for (const { text } of this.#files.values()) taker(text);
    this.#takers.set(name, taker);
  }

  /** What is wrong with it, said by the first module; then nothing has changed. While there is none, it waits for one. */
  add(text: string): readonly StandardFault[] {
    const [first, ...others] = this.#takers.values();
    const faults = first?.(text) ?? [];
    const named = namesOf(text);
    if (faults.length > 0 || named === null) return faults;
    this.#files.set(named.id, { text, parent: named.parent });
    for (const taker of others) taker(text);
    return faults;
  }

  /** All of them; what is wrong with those that were not taken. */
  addAll(texts: readonly string[]): readonly StandardFault[] {
    return texts.flatMap((text) => this.add(text));
  }

  /** As it came; null for one that is built in. */
  text(id: string): string | null {
    return this.#files.get(id)?.text ?? null;
  }

  /** The file of this id with those that it is made from, the first of them first; none for one that is built in. */
  with(id: string): readonly string[] {
    const texts: string[] = [];
    const seen = new Set<string>();
    for (let file = this.#files.get(id); file !== undefined && !seen.has(id); file = this.#files.get(id)) {
      seen.add(id);
      texts.unshift(file.text);
      id = file.parent;
    }
    return texts;
  }
}

/** Null: no file of a standard, which the engine says of it. */
function namesOf(text: string): { id: string; parent: string } | null {
  try {
    const { id, parent } = JSON.parse(text) as { id?: unknown; parent?: unknown };
    return typeof id === "string" ? { id, parent: typeof parent === "string" ? parent : "" } : null;
  } catch {
    return null;
  }
}

/** Empty: none, or no file of a standard. */
export function idOfStandard(text: string): string {
  return namesOf(text)?.id ?? "";
}

/** Whether a file says of itself that it is one, by its first key; whether it is sound the engine says. */
export function isStandardFile(text: string): boolean {
  try {
    const file = JSON.parse(text) as { schema?: unknown } | null;
    return typeof file?.schema === "string" && file.schema.startsWith("junheng.standard/");
  } catch {
    return false;
  }
}
