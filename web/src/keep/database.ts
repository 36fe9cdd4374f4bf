// SPDX-License-Identifier: MIT
//
// Projects in the browser's own database. Two stores: what changes with every decision, and the tables, which are
// written again only when other ones come. Every write says which state it follows, so that two windows cannot
// overwrite each other.

import { deleteDB, openDB } from "idb";
import type { DBSchema, IDBPDatabase, IDBPObjectStore } from "idb";
import type { Verdict } from "../engine/junheng.d.ts";
import { textsOf } from "../work/project.ts";
import type { Decisions } from "../work/project.ts";
import type { Source, SourceSheet } from "../work/sources.ts";
import { soundTime } from "../kit/clock.ts";
import { rawText } from "./raw_record.ts";

export interface Head {
  readonly id: string;
  readonly name: string;
  /** The name was given by hand. */
  readonly named: boolean;
  /** Milliseconds, as the clock of this machine had them; 0: it was broken. */
  readonly saved: number;
  /** Of the tables, in bytes. */
  readonly size: number;
  readonly revision: number;
  readonly standard: string;
  /** Files of it, where it is one's own. */
  readonly ownStandards: readonly string[];
  readonly decisions: Decisions;
  /** Fragment of the address that was shown last. */
  readonly place: string;
  /** A named version: the project of which it is a state. Null: a project. */
  readonly of: string | null;
  /** What it came to. Null: not known. */
  readonly schools: number | null;
  readonly verdict: Verdict | null;
}

export interface KeptProject {
  readonly head: Head;
  readonly sources: readonly Source[];
}

/** What stands where a project should, with the name it has, if any. It can be saved as it is and taken away. */
export interface Broken {
  readonly id: string;
  readonly called: string;
}

/** unsound: it could not be read again, so it was not written. */
type Written = "written" | "changed" | "gone" | "unsound";

const kName = "junheng";
const kStores: Both = ["heads", "tables"];

const isText = (value: unknown): value is string => typeof value === "string";
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

function soundHead(value: unknown): Head | null {
  if (!isObject(value)) return null;
  const { id, name, saved, size, revision, standard, ownStandards, decisions, place, named } = value as Partial<Head>;
  const { of, schools, verdict } = value as Partial<Head>;
  const sound =
    isText(id) &&
    isText(name) &&
    isText(standard) &&
    isText(place) &&
    Number.isSafeInteger(revision) &&
    isObject(decisions);
  return sound
    ? {
        id,
        name,
        // A clock that was broken makes no project unreadable.
        saved: soundTime(saved) ?? 0,
        size: Number(size) || 0,
        revision: revision ?? 0,
        standard,
        ownStandards: textsOf(ownStandards), // projects of earlier versions have none
        decisions,
        place,
        named: named === true,
        // Records of earlier versions of this page are projects, and do not say what they came to.
        of: isText(of) ? of : null,
        schools: Number.isSafeInteger(schools) ? (schools ?? null) : null,
        verdict: isText(verdict) ? verdict : null,
      }
    : null;
}

const idOf = (value: unknown): string => (isObject(value) ? String(value["id"]) : "");

function brokenOf(value: unknown): Broken {
  const name = isObject(value) ? value["name"] : null;
  return { id: idOf(value), called: isText(name) ? name : "" };
}

function soundSheet(value: unknown): value is SourceSheet {
  const sheet = value as Partial<SourceSheet> | null;
  return (
    isObject(sheet) &&
    isText(sheet.name) &&
    typeof sheet.chosen === "boolean" &&
    (isText(sheet.table) || sheet.table instanceof Uint8Array)
  );
}

function soundSources(value: unknown): readonly Source[] | null {
  const list = isObject(value) ? value["sources"] : null;
  if (!Array.isArray(list) || list.length === 0) return null;
  const sound = (source: Partial<Source> | null): boolean =>
    isObject(source) &&
    isText(source.name) &&
    (source.bytes === null || source.bytes instanceof Uint8Array) &&
    Array.isArray(source.sheets) &&
    source.sheets.every(soundSheet);
  return list.every(sound) ? (list as Source[]) : null;
}

/** What is read is looked at before anybody believes it. */
interface Stores extends DBSchema {
  heads: { key: string; value: unknown };
  tables: { key: string; value: unknown };
}
type Both = ("heads" | "tables")[];
type Store<Name extends Both[number], Mode extends IDBTransactionMode> = IDBPObjectStore<Stores, Both, Name, Mode>;
interface InTransaction<Mode extends IDBTransactionMode> {
  readonly heads: Store<"heads", Mode>;
  readonly tables: Store<"tables", Mode>;
}

async function versionsOf(id: string, { heads }: Pick<InTransaction<IDBTransactionMode>, "heads">): Promise<Head[]> {
  return (await heads.getAll()).map(soundHead).filter((head) => head?.of === id) as Head[];
}

export class Database {
  #open: Promise<IDBPDatabase<Stores>> | null = null;

  /** Rejects where the browser keeps nothing. */
  #database(): Promise<IDBPDatabase<Stores>> {
    const forget = (): void => {
      this.#open = null;
    };
    this.#open ??= openDB<Stores>(kName, 1, {
      upgrade: (database) => {
        for (const store of kStores) database.createObjectStore(store, { keyPath: "id" });
      },
      // Another window wipes it, or the browser takes it away.
      blocking: (_now, _next, event) => {
        (event.target as IDBDatabase).close();
        forget();
      },
      terminated: forget,
    });
    this.#open.catch(forget);
    return this.#open;
  }

  /** Ends when it is all written, and not when it was asked for. */
  async #within<T, Mode extends IDBTransactionMode>(
    mode: Mode,
    body: (stores: InTransaction<Mode>) => Promise<T>,
  ): Promise<T> {
    const transaction = (await this.#database()).transaction<Both, Mode>(kStores, mode);
    const stores = { heads: transaction.objectStore("heads"), tables: transaction.objectStore("tables") };
    const [result] = await Promise.all([body(stores), transaction.done]);
    return result;
  }

  /** Projects, the newest first; broken ones last. A version whose project is gone is one itself. */
  async list(): Promise<(Head | Broken)[]> {
    // Looking does not make one: after a wipe there is nothing, not something empty.
    const databases = await indexedDB.databases?.();
    if (databases !== undefined && !databases.some((one) => one.name === kName)) return [];
    const [all, tables] = await this.#within("readonly", ({ heads, tables }) =>
      Promise.all([heads.getAll(), tables.getAllKeys()]),
    );
    const list = all.map((value) => soundHead(value) ?? brokenOf(value));
    const headed = new Set(list.map(({ id }) => id));
    // Tables whose head is gone are somebody's work, too.
    for (const key of tables) if (!headed.has(String(key))) list.push({ id: String(key), called: "" });
    const age = (one: Head | Broken): number => ("saved" in one ? one.saved : -1);
    const isProject = (one: Head | Broken): boolean => !("of" in one && one.of !== null && headed.has(one.of));
    return list.filter(isProject).sort((a, b) => age(b) - age(a));
  }

  /** Those of a project, the newest first. */
  async versions(id: string): Promise<Head[]> {
    const heads = await this.#within("readonly", (stores) => versionsOf(id, stores));
    return heads.sort((a, b) => b.saved - a.saved);
  }

  /** Null: there is none, or it cannot be read. */
  async read(id: string): Promise<KeptProject | null> {
    return this.#within("readonly", async ({ heads, tables }) => {
      const [head, body] = await Promise.all([heads.get(id), tables.get(id)]);
      const [sound, sources] = [soundHead(head), soundSources(body)];
      return sound !== null && sources !== null ? { head: sound, sources } : null;
    });
  }

  /** `after`: the revision that this one follows, 0 for a new project. `sources` where the tables are other ones. */
  async write(head: Head, sources: readonly Source[] | null, after: number): Promise<Written> {
    if (soundHead(head) === null || (sources !== null && soundSources({ sources }) === null)) return "unsound";
    return this.#within("readwrite", async ({ heads, tables }) => {
      const before = soundHead(await heads.get(head.id));
      if (before === null && after > 0) return "gone";
      if (before !== null && before.revision !== after) return "changed";
      const puts = [heads.put(head)];
      if (sources !== null) puts.push(tables.put({ id: head.id, sources }));
      await Promise.all(puts);
      return "written";
    });
  }

  async rename(id: string, name: string): Promise<void> {
    await this.#within("readwrite", async ({ heads }) => {
      const head = soundHead(await heads.get(id));
      // The revision stays: a window that has it open goes on, and takes the name over.
      if (head !== null) await heads.put({ ...head, name, named: true });
    });
  }

  /** Everything that is kept under this id, as text, whether or not it can be read. */
  async raw(id: string): Promise<string> {
    return this.#within("readonly", async ({ heads, tables }) => {
      const [head, body] = await Promise.all(
        [heads, tables].map(async (store) => (await store.getAll()).find((value) => idOf(value) === id)),
      );
      return rawText(head, body);
    });
  }

  /** A project goes with its versions. */
  async remove(id: string): Promise<void> {
    await this.#within("readwrite", async ({ heads, tables }) => {
      const ids = new Set([id, ...(await versionsOf(id, { heads })).map((one) => one.id)]);
      for (const store of [heads, tables]) {
        // Keys of broken records need not be texts.
        const keys = (await store.getAllKeys()).filter((key) => ids.has(String(key)));
        await Promise.all(keys.map((key) => store.delete(key)));
      }
    });
  }

  async name(id: string): Promise<{ name: string; named: boolean } | null> {
    return this.#within("readonly", async ({ heads }) => soundHead(await heads.get(id)));
  }

  /** All of it. */
  async wipe(): Promise<void> {
    // Emptied first: a window that holds it open would put off taking it away.
    await this.#within("readwrite", async ({ heads, tables }) => {
      await Promise.all([heads.clear(), tables.clear()]);
    });
    (await this.#database()).close();
    this.#open = null;
    await new Promise<void>((done) => {
      // Empty it is in any case.
      deleteDB(kName, { blocked: () => done() }).then(done, done);
    });
  }
}
