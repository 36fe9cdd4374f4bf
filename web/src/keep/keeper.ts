// SPDX-License-Identifier: MIT
//
// Work is kept without being asked: a moment after each change, in this browser only. What goes wrong becomes a state
// that the page says in words; the work on the screen goes on in every case.

import type { Source } from "../work/sources.ts";
import { forget } from "../work/remembered.ts";
import { Database } from "./database.ts";
import type { Broken, Head, KeptProject } from "./database.ts";
import { now } from "../kit/clock.ts";
import { type Version, type Work, headOf, newId } from "./work.ts";
import { readSetting, writeSetting } from "../kit/settings.ts";

export type KeepState =
  | { is: "nothing" }
  /** Shown, not kept: a sample or somebody's link, before anything in it was changed. */
  | { is: "unchanged" }
  | { is: "off" }
  | { is: "waiting" }
  | { is: "kept"; when: number }
  /** Another window has changed this project meanwhile: this window goes on in a copy. */
  | { is: "copied"; when: number }
  /** There is no room for it. */
  | { is: "full" }
  /** This browser keeps nothing for this page. */
  | { is: "blocked" }
  /** It would not have been readable again. */
  | { is: "unsound" };

/** One project in this window. */
interface Session {
  /** Null until it is first written. */
  id: string | null;
  /** Of what was written or read last. */
  revision: number;
  sources: readonly Source[] | null;
}

interface KeeperActions {
  work(): Work | null;
  /** Another state: say it. */
  changed(): void;
  /** What is added to the name of a copy. */
  copyName(name: string): string;
}

const kOff = "junheng.keep";
const kOpen = "junheng.open";
const kOpening = "junheng.opening";
const kWait = 700;

/**
 * Keeps the work of this window. Holds the session (which record of the database this window writes, and the revision
 * it read or wrote last), the state that the page shows, a timer, and a queue of writes.
 *
 * `begin` starts a session without a record; `changed` sets the timer; `flush` puts a write of the work of now at the
 * end of the queue; the write follows the session's revision, or goes on in a copy where another window wrote meanwhile.
 * `open`, `remove` and `wipe` wait for the queue first.
 */
export class Keeper {
  readonly #database = new Database();
  readonly #actions: KeeperActions;
  #state: KeepState = { is: "nothing" };
  #session: Session = { id: null, revision: 0, sources: null };
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Whose tables turned out to be broken when they were to be opened. */
  readonly #unreadable = new Set<string>();
  /** One write at a time, in their order. */
  #queue: Promise<void> = Promise.resolve();

  constructor(actions: KeeperActions) {
    this.#actions = actions;
    // The last moment in which a page that is closed or put away can do something.
    const flush = (): void => {
      if (this.#timer !== undefined) void this.flush();
    };
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) flush();
    });
    window.addEventListener("pagehide", flush);
  }

  get state(): KeepState {
    return this.#state;
  }
  get id(): string | null {
    return this.#session.id;
  }
  get on(): boolean {
    return readSetting(kOff) !== "off";
  }

  #become(state: KeepState): void {
    this.#state = state;
    this.#actions.changed();
  }

  /** Other work than before, which `flush` has written. `keep`: at once, or only when something in it is changed. */
  begin(keep: boolean): void {
    this.#session = { id: null, revision: 0, sources: null };
    writeSetting(kOpen, null, "session");
    if (keep) this.changed();
    else this.#become({ is: "unchanged" });
  }

  /** Something was changed. */
  changed(): void {
    if (!this.on) {
      this.#become({ is: "off" });
      return;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), kWait);
    if (this.#state.is !== "copied") this.#become({ is: "waiting" });
  }

  /** Writes now what would be written in a moment; of what nobody changed, or took away, nothing. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const work = this.#actions.work();
    if (work === null || !this.on || this.#state.is === "unchanged") return this.#queue;
    // Whose work it is is known now; until its turn comes, another one may be open.
    const session = this.#session;
    this.#queue = this.#queue.then(() => this.#write(work, session));
    return this.#queue;
  }

  async #write(work: Work, session: Session): Promise<void> {
    session.id ??= newId();
    const { id } = session;
    try {
      const before = await this.#database.name(id);
      const sources = work.sources === session.sources ? null : work.sources;
      const head = headOf(work, {
        id,
        name: before?.named === true ? before.name : work.name,
        named: before?.named === true,
        revision: session.revision + 1,
        of: null,
      });
      const written = await this.#database.write(head, sources, session.revision);
      if (written === "unsound") this.#failed(session, "unsound");
      else if (written === "written") this.#kept(head, work.sources, session, "kept");
      else {
        // Somebody else's state stays as it is; deleted ones come back only because somebody works on them here.
        const changed = written === "changed";
        const copy = {
          ...head,
          id: newId(),
          name: changed ? this.#actions.copyName(head.name) : head.name,
          named: changed || head.named,
          revision: 1,
        };
        await this.#database.write(copy, work.sources, 0);
        this.#kept(copy, work.sources, session, changed ? "copied" : "kept");
      }
    } catch (error) {
      const name = error instanceof DOMException ? error.name : "";
      this.#failed(session, name === "QuotaExceededError" ? "full" : name === "DataCloneError" ? "unsound" : "blocked");
    }
  }

  #failed(session: Session, is: "full" | "blocked" | "unsound"): void {
    if (session === this.#session) this.#become({ is });
  }

  #kept(head: Head, sources: readonly Source[], session: Session, is: "kept" | "copied"): void {
    session.id = head.id;
    session.revision = head.revision;
    session.sources = sources;
    if (session === this.#session) writeSetting(kOpen, head.id, "session");
    // With a change that came meanwhile it is not all kept yet.
    if (session !== this.#session || (is === "kept" && this.#timer !== undefined)) return;
    this.#become({ is, when: head.saved });
  }

  /** Empty where the browser keeps nothing, and `blocked` is the state then. */
  async list(): Promise<(Head | Broken)[]> {
    try {
      const list = await this.#database.list();
      return list.map((one) =>
        "name" in one && this.#unreadable.has(one.id) ? { id: one.id, called: one.name } : one,
      );
    } catch {
      if (this.#state.is !== "blocked") this.#become({ is: "blocked" });
      return [];
    }
  }

  /** False: it cannot be read. `show` puts it on the screen, after which its changes are kept; not where that is aborted. */
  async open(id: string, asked: AbortSignal, show: (project: KeptProject) => void): Promise<boolean> {
    let project: KeptProject | null = null;
    try {
      await this.flush();
      project = await this.#database.read(id);
    } catch {
      // as if it were broken
    }
    if (project === null) {
      this.#unreadable.add(id);
      return false;
    }
    this.#unreadable.delete(id);
    if (asked.aborted) return true;
    // If showing it ends the page, the next page does not try by itself.
    writeSetting(kOpening, id, "session");
    show(project);
    writeSetting(kOpening, null, "session");
    this.#session = { id, revision: project.head.revision, sources: project.sources };
    clearTimeout(this.#timer);
    this.#timer = undefined;
    writeSetting(kOpen, id, "session");
    this.#become({ is: "kept", when: project.head.saved });
    return true;
  }

  /** What this tab had open before it was loaded again; null where opening it was the last thing the tab did. */
  get interrupted(): string | null {
    const id = readSetting(kOpen, "session");
    return this.on && id !== readSetting(kOpening, "session") ? id : null;
  }

  /** All that is kept of one project, as text; null where the browser does not give it. */
  async raw(id: string): Promise<string | null> {
    try {
      await this.#queue;
      return await this.#database.raw(id);
    } catch {
      return null;
    }
  }

  /** Of what is open; the newest first. */
  async versions(): Promise<readonly Head[]> {
    const { id } = this.#session;
    try {
      return id === null ? [] : await this.#database.versions(id);
    } catch {
      return []; // the list of projects has said why
    }
  }

  /** The state of now under a name, beside its project. False: it could not be kept. */
  async keepVersion(name: string): Promise<boolean> {
    const work = this.#actions.work();
    return work !== null && this.keepVersions([{ ...work, name }]);
  }

  /** Under their names, beside the project that is open. False: not all could be kept. */
  async keepVersions(versions: readonly Version[]): Promise<boolean> {
    const session = this.#session;
    this.changed();
    await this.flush();
    if (session.id === null) return false;
    const put = versions.map((version) => {
      const { name, saved = now() ?? 0 } = version;
      const head = headOf(version, { id: newId(), name, named: true, revision: 1, of: session.id, saved });
      return this.putBack({ head, sources: version.sources });
    });
    return (await Promise.all(put)).every(Boolean);
  }

  /** All that is kept of those of what is open; the newest first. */
  async wholeVersions(): Promise<readonly KeptProject[]> {
    const whole = await Promise.all((await this.versions()).map(({ id }) => this.read(id)));
    return whole.filter((one) => one !== null);
  }

  /** Null: there is none, or it cannot be read. */
  async read(id: string): Promise<KeptProject | null> {
    try {
      return await this.#database.read(id);
    } catch {
      return null;
    }
  }

  /** A version that is not there, or was and is gone. False: there is no room for it, or it cannot be kept. */
  async putBack({ head, sources }: KeptProject): Promise<boolean> {
    try {
      return (await this.#database.write(head, sources, 0)) === "written";
    } catch {
      return false;
    }
  }

  async rename(id: string, name: string): Promise<void> {
    await this.#quietly(() => this.#database.rename(id, name));
  }

  async remove(id: string): Promise<void> {
    if (id === this.#session.id) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.begin(false); // at once: what is written until it is gone would bring it back
    }
    await this.#quietly(() => this.#database.remove(id));
  }

  async #quietly(body: () => Promise<void>): Promise<void> {
    await this.#queue;
    try {
      await body();
    } catch {
      this.#become({ is: "blocked" });
    }
  }

  /** From now on, or no more; what is there stays. */
  turn(on: boolean): void {
    writeSetting(kOff, on ? null : "off");
    if (on && this.#actions.work() !== null) this.changed();
    else {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#become(on ? { is: "nothing" } : { is: "off" });
    }
  }

  /** All projects and all that was remembered of tables, and nothing more from now on. False: it could not be done. */
  async wipe(): Promise<boolean> {
    this.turn(false);
    await this.#queue;
    forget();
    writeSetting(kOpen, null, "session");
    this.#session = { id: null, revision: 0, sources: null };
    try {
      await this.#database.wipe();
      return true;
    } catch {
      return false;
    }
  }
}
