// SPDX-License-Identifier: MIT
//
// Projects in the browser's own database. Two stores: what changes with every decision, and the tables, which are
// written again only when other ones come. Every write says which state it follows, so that two windows cannot
// overwrite each other.

import type { Decisions } from "../work/project.ts";
import type { Source, SourceSheet } from "../work/sources.ts";

export interface Head {
  readonly id: string;
  readonly name: string;
  /** The name was given by hand. */
  readonly named: boolean;
  /** Milliseconds, as the clock of this machine has them. */
  readonly saved: number;
  /** Of the tables, in bytes. */
  readonly size: number;
  readonly revision: number;
  readonly standard: string;
  readonly decisions: Decisions;
  /** Fragment of the address that was shown last. */
  readonly place: string;
}

export interface Project {
  readonly head: Head;
  readonly sources: readonly Source[];
}

/** What stands where a project should; its id is enough to take it away. */
export interface Broken {
  readonly id: string;
}

export type Written = "written" | "changed" | "gone";

const kName = "junheng";
const kHeads = "heads";
const kTables = "tables";

const isText = (value: unknown): value is string => typeof value === "string";
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

function soundHead(value: unknown): Head | null {
  if (!isObject(value)) return null;
  const { id, name, saved, size, revision, standard, decisions, place, named } = value as Partial<Head>;
  const sound = isText(id) && isText(name) && isText(standard) && isText(place) && Number.isFinite(saved) && Number.isInteger(revision) && isObject(decisions);
  return sound ? { id, name, saved: saved ?? 0, size: Number(size) || 0, revision: revision ?? 0, standard, decisions, place, named: named === true } : null;
}

function soundSheet(value: unknown): value is SourceSheet {
  const sheet = value as Partial<SourceSheet> | null;
  return isObject(sheet) && isText(sheet.name) && typeof sheet.chosen === "boolean" && (isText(sheet.table) || sheet.table instanceof Uint8Array);
}

function soundSources(value: unknown): readonly Source[] | null {
  const list = isObject(value) ? value["sources"] : null;
  if (!Array.isArray(list) || list.length === 0) return null;
  const sound = (source: Partial<Source> | null): boolean =>
    isObject(source) && isText(source.name) && (source.bytes === null || source.bytes instanceof Uint8Array) && Array.isArray(source.sheets) && source.sheets.every(soundSheet);
  return list.every(sound) ? (list as Source[]) : null;
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error ?? new Error("IndexedDB"));
  });
}

function finished(transaction: IDBTransaction): Promise<void> {
  return new Promise((done, fail) => {
    transaction.oncomplete = () => done();
    transaction.onabort = () => fail(transaction.error ?? new Error("IndexedDB"));
    transaction.onerror = () => fail(transaction.error ?? new Error("IndexedDB"));
  });
}

export class Database {
  #open: Promise<IDBDatabase> | null = null;

  /** Rejects where the browser keeps nothing. */
  #database(): Promise<IDBDatabase> {
    this.#open ??= new Promise<IDBDatabase>((done, fail) => {
      const request = indexedDB.open(kName, 1);
      request.onupgradeneeded = () => {
        for (const store of [kHeads, kTables]) request.result.createObjectStore(store, { keyPath: "id" });
      };
      request.onerror = () => fail(request.error ?? new Error("IndexedDB"));
      request.onsuccess = () => {
        const database = request.result;
        const forget = (): void => {
          database.close();
          this.#open = null;
        };
        // Another window wipes it, or the browser takes it away.
        database.onversionchange = forget;
        database.onclose = forget;
        done(database);
      };
    });
    this.#open.catch(() => {
      this.#open = null;
    });
    return this.#open;
  }

  async #within<T>(mode: IDBTransactionMode, body: (heads: IDBObjectStore, tables: IDBObjectStore) => Promise<T>): Promise<T> {
    const database = await this.#database();
    const transaction = database.transaction([kHeads, kTables], mode);
    const end = finished(transaction);
    const result = await Promise.all([body(transaction.objectStore(kHeads), transaction.objectStore(kTables)), end]);
    return result[0];
  }

  /** The newest first; broken ones last. */
  async list(): Promise<(Head | Broken)[]> {
    // Looking does not make one: after a wipe there is nothing, not something empty.
    const databases = await indexedDB.databases?.();
    if (databases !== undefined && !databases.some((one) => one.name === kName)) return [];
    const all = await this.#within("readonly", (heads) => answer<unknown[]>(heads.getAll()));
    const list = all.map((value) => soundHead(value) ?? { id: isObject(value) ? String(value["id"]) : "" });
    const age = (one: Head | Broken): number => ("saved" in one ? one.saved : -1);
    return list.sort((a, b) => age(b) - age(a));
  }

  /** Null: there is none, or it cannot be read. */
  async read(id: string): Promise<Project | null> {
    return this.#within("readonly", async (heads, tables) => {
      const [head, body] = await Promise.all([answer<unknown>(heads.get(id)), answer<unknown>(tables.get(id))]);
      const [sound, sources] = [soundHead(head), soundSources(body)];
      return sound !== null && sources !== null ? { head: sound, sources } : null;
    });
  }

  /** `after`: the revision that this one follows, 0 for a new project. `sources` where the tables are other ones. */
  async write(head: Head, sources: readonly Source[] | null, after: number): Promise<Written> {
    return this.#within("readwrite", async (heads, tables) => {
      const before = soundHead(await answer<unknown>(heads.get(head.id)));
      if (before === null && after > 0) return "gone";
      if (before !== null && before.revision !== after) return "changed";
      const puts = [answer(heads.put(head))];
      if (sources !== null) puts.push(answer(tables.put({ id: head.id, sources })));
      await Promise.all(puts);
      return "written";
    });
  }

  async rename(id: string, name: string): Promise<void> {
    await this.#within("readwrite", async (heads) => {
      const head = soundHead(await answer<unknown>(heads.get(id)));
      // The revision stays: a window that has it open goes on, and takes the name over.
      if (head !== null) await answer(heads.put({ ...head, name, named: true }));
    });
  }

  async remove(id: string): Promise<void> {
    await this.#within("readwrite", async (heads, tables) => {
      await Promise.all([answer(heads.delete(id)), answer(tables.delete(id))]);
    });
  }

  async name(id: string): Promise<{ name: string; named: boolean } | null> {
    return this.#within("readonly", async (heads) => soundHead(await answer<unknown>(heads.get(id))));
  }

  /** All of it. */
  async wipe(): Promise<void> {
    // Emptied first: a window that holds it open would put off taking it away.
    await this.#within("readwrite", async (heads, tables) => {
      await Promise.all([answer(heads.clear()), answer(tables.clear())]);
    });
    (await this.#database()).close();
    this.#open = null;
    await new Promise<void>((done) => {
      const request = indexedDB.deleteDatabase(kName);
      // Empty it is in any case.
      request.onsuccess = request.onerror = request.onblocked = () => done();
    });
  }
}
