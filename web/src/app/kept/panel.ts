// SPDX-License-Identifier: MIT
//
// Ties what is kept to the page: the sentence in the bar, the offer to go on, the view of the projects, links.

import type { Broken, Head } from "../../keep/database.ts";
import { Keeper } from "../../keep/keeper.ts";
import type { Work } from "../../keep/work.ts";
import { stateSentence, timeOf } from "./sentences.ts";
import { sizeOf } from "../../engine/sheets.ts";
import { isLink, kMostPacked } from "../../work/link.ts";
import { type Project, decisionsOf, projectOf, sourcesOf } from "../../work/project.ts";
import { chosenSheets } from "../../work/sources.ts";
import type { NamedVersion } from "../../work/versions_file.ts";
import { copyText } from "../../kit/copy_table.ts";
import { button, byId, element } from "../../kit/dom.ts";
import { download, fileName } from "../../kit/download.ts";
import { fill } from "../../words/fill.ts";
import type { Words } from "../../words/app_zh.ts";
import type { Language } from "../language.ts";
import { type Shown, Versions } from "./versions.ts";

interface KeptPage {
  readonly language: Language;
  /** What is open; null where nothing is, or nothing that could be read. */
  work(): Work | null;
  /** Something is asked for: aborted when something else is. */
  next(): AbortSignal;
  /** Aborted once anything was asked for. */
  readonly first: AbortSignal;
  show(project: Shown, place: string): void;
  /** What is open, as a file. */
  save(): void;
  /** `alarm`: something is wrong that a person can do something about. */
  say(sentence: () => string, alarm: boolean): void;
}

/** How work came: to be kept at once, or only when something in it is changed, or kept already. */
export type Origin = "own" | "shown" | "kept";

/**
 * What is kept, as the page shows it. Holds the keeper, the list that was last read, the offer to go on, and how the work
 * that is open came.
 *
 * `expect` writes the work of before and says how the next comes; `computed` begins a session with it or goes on in the
 * one that is; between `hold` and `release` nothing is kept, because somebody is asked which of both it is.
 */
export class KeptPanel {
  readonly #page: KeptPage;
  readonly #keeper: Keeper;
  readonly #versions: Versions;
  readonly #sentence = byId("keep-state", HTMLElement);
  readonly #view = byId("kept-view", HTMLElement);
  readonly #offer = byId("resume", HTMLElement);
  #list: readonly (Head | Broken)[] = [];
  #offered: Head | null = null;
  #origin: Origin | null = null;
  #visible = false;
  #held = false;

  constructor(page: KeptPage) {
    this.#page = page;
    this.#keeper = new Keeper({
      work: () => page.work(),
      changed: () => this.#changed(),
      copyName: (name) => fill(page.language.words.keep.copyName, { name }),
    });
    this.#versions = new Versions({
      language: page.language,
      keeper: this.#keeper,
      work: () => page.work(),
      next: () => page.next(),
      goBack: (state) => page.show(state, ""),
      say: (sentence, alarm) => page.say(sentence, alarm),
      redraw: () => void this.#refresh(),
    });
  }

  /** In the language of now. */
  get #keep(): Words["keep"] {
    return this.#page.language.words.keep;
  }

  /** The next tables that can be read are other work. */
  async expect(origin: Origin): Promise<void> {
    await this.#keeper.flush();
    this.#origin = origin;
  }

  /** Versions that came with the work of now. */
  async bring(versions: readonly NamedVersion[]): Promise<void> {
    if (versions.length === 0 || this.#page.work() === null) return;
    const whole = versions.map((one) => ({ ...one, place: "", schools: null, verdict: null }));
    const done = await this.#keeper.keepVersions(whole);
    if (!done) this.#page.say(() => this.#keep.versions[this.#keeper.on ? "notSaved" : "off"], true);
    this.show(this.#visible);
  }

  /** Those of what is open, whole. */
  async versions(): Promise<readonly NamedVersion[]> {
    const whole = await this.#keeper.wholeVersions();
    return whole.map(({ head, sources }) => ({ ...head, decisions: decisionsOf(head.decisions), sources }));
  }

  /** Until `release` nothing of what is computed is kept: somebody is asked what it is to be. */
  hold(): void {
    this.#held = true;
  }

  /** `goesOn`: it is the same work as before, kept where that is. */
  release(goesOn: boolean): void {
    this.#held = false;
    if (goesOn) this.#origin = null;
    if (this.#page.work() !== null) this.computed();
  }

  /** Tables or decisions were computed. */
  computed(): void {
    if (this.#held) return;
    if (this.#offered !== null) {
      this.#offered = null;
      this.#showOffer();
    }
    const origin = this.#origin;
    this.#origin = null;
    if (origin === "kept") return;
    if (origin === null) this.#keeper.changed();
    else this.#keeper.begin(origin === "own");
  }

  /** When the page can compute: what the address holds, what this tab had open, or the offer to go on. */
  async start(): Promise<void> {
    if (this.link(location.hash)) return;
    this.#list = await this.#keeper.list();
    const { first } = this.#page;
    const interrupted = this.#keeper.interrupted;
    if (interrupted !== null && !first.aborted && (await this.#open(interrupted, "restored", first))) return;
    const newest = this.#list.find((one) => "name" in one);
    if (newest !== undefined && "name" in newest && !first.aborted && this.#keeper.on) this.#offered = newest;
    this.show(this.#visible);
  }

  /** True: the fragment was a link, which has been opened or refused. */
  link(fragment: string): boolean {
    if (!isLink(fragment)) return false;
    // The data leave the address: it would go into the history and every bookmark.
    history.replaceState(null, "", location.pathname + location.search);
    void this.#openLink(fragment);
    return true;
  }

  async #openLink(fragment: string): Promise<void> {
    const asked = this.#page.next();
    const apart = await import("./kept_view.ts").catch(() => null);
    if (asked.aborted) return;
    if (apart === null) return this.#page.say(() => this.#page.language.words.viewFailed, true);
    const project = apart.projectOfFragment(fragment);
    if (project === null) return this.#page.say(() => this.#keep.linkDamaged, true);
    await this.expect("shown");
    if (asked.aborted) return;
    const { standard, ownStandards } = project;
    this.#page.show({ decisions: decisionsOf(project), standard, ownStandards, sources: sourcesOf(project) }, "");
    this.#page.say(() => this.#keep.linkOpened, false);
  }

  /** Of what is open, where it is kept. */
  get id(): string | null {
    return this.#keeper.id;
  }

  /** False: it cannot be read, which was said. True too where something else is wanted by now. */
  open(id: string): Promise<boolean> {
    return this.#open(id, "opened");
  }

  async #open(id: string, said: "opened" | "restored", asked = this.#page.next()): Promise<boolean> {
    let kept: Head | null = null;
    const done = await this.#keeper.open(id, asked, ({ head, sources }) => {
      this.#origin = "kept";
      // A tab that is loaded again shows what it showed; who opens a project wants to see it and not the list.
      const place = said === "opened" && /view=kept/.test(head.place) ? "" : head.place;
      const { standard, ownStandards } = head;
      this.#page.show({ decisions: decisionsOf(head.decisions), standard, ownStandards, sources }, place);
      this.#origin = null;
      kept = head;
    });
    if (kept === null && asked.aborted) return true;
    this.#page.say(() => {
      const { words, id: language } = this.#page.language;
      if (kept === null) return words.keep.notOpened;
      return fill(words.keep[said], { name: kept.name, time: timeOf(kept.saved, words, language) });
    }, !done);
    this.show(this.#visible);
    return done;
  }

  #changed(): void {
    this.#say();
    if (this.#visible) void this.#refresh();
    const { state } = this.#keeper;
    // Only what a person must know at once; the rest stands in the bar.
    if (state.is === "copied" || state.is === "full" || state.is === "unsound")
      this.#page.say(() => stateSentence(state, this.#page.language.words, this.#page.language.id), true);
  }

  #say(): void {
    const { words, id } = this.#page.language;
    const { state } = this.#keeper;
    this.#sentence.textContent =
      state.is === "nothing" ? "" : state.is === "kept" ? words.keep.keptShort : words.keep.short[state.is];
    this.#sentence.title = state.is === "nothing" ? "" : stateSentence(state, words, id);
  }

  /** In the language of now; the view only while it is seen. */
  show(visible: boolean): void {
    this.#visible = visible;
    this.#say();
    this.#showOffer();
    if (visible) void this.#refresh();
    else this.#view.replaceChildren(); // whoever comes back is to press nothing that is gone
  }

  #showOffer(): void {
    const { words, id } = this.#page.language;
    const head = this.#offered;
    this.#offer.hidden = head === null;
    if (head === null) return;
    const go = button(words.keep.resume, () => void this.#open(head.id, "opened"), {
      class: "button strong",
      id: "resume-open",
    });
    const refuse = (): void => {
      this.#offered = null;
      this.#showOffer();
    };
    const no = button(words.keep.resumeNo, refuse, { class: "button", id: "resume-no" });
    this.#offer.replaceChildren(
      element("span", {}, fill(words.keep.offer, { name: head.name, time: timeOf(head.saved, words, id) })),
      go,
      no,
    );
  }

  async #refresh(): Promise<void> {
    const fetched = import("./kept_view.ts").catch(() => null);
    [this.#list] = await Promise.all([this.#keeper.list(), this.#versions.read(), fetched]);
    const drawn = await fetched;
    if (!this.#visible) return;
    if (drawn === null) {
      this.#view.textContent = this.#page.language.words.viewFailed;
      return;
    }
    // A name that is being typed is not drawn over, nor a button that waits for its second press.
    if (this.#view.querySelector("th input:focus, .danger:focus") !== null) return;
    const nameOf = (one: Element | null): string =>
      one?.getAttribute("aria-label") || one?.id || one?.textContent || "";
    const controls = (): HTMLElement[] => [...this.#view.querySelectorAll<HTMLElement>("button, input, summary, a")];
    const before = controls();
    const at = before.findIndex((one) => one === document.activeElement);
    const focused = nameOf(document.activeElement);
    const work = this.#page.work();
    const input = {
      words: this.#page.language.words,
      language: this.#page.language.id,
      state: this.#keeper.state,
      on: this.#keeper.on,
      list: this.#list,
      current: this.#keeper.id,
      versions: this.#versions.shown,
      link: work === null ? null : this.#linked(work),
    };
    const draw = (): void => void this.#refresh();
    const nodes = drawn.keptView(input, {
      open: (id) => void this.#open(id, "opened"),
      rename: (id, name) => void this.#keeper.rename(id, name).then(draw),
      remove: (id) => void this.#keeper.remove(id).then(draw),
      saveRaw: (id, name) => void this.#saveRaw(id, name),
      turn: (on) => {
        this.#keeper.turn(on);
        draw();
      },
      wipe: () => {
        void this.#keeper.wipe().then(async (done) => {
          this.#offered = null;
          this.#showOffer();
          await this.#refresh();
          this.#page.say(() => (done ? this.#keep.wiped : this.#keep.blocked), !done);
        });
      },
      copyLink: copyText,
      save: () => this.#page.save(),
    });
    this.#view.replaceChildren(...nodes);
    if (at < 0) return;
    const all = controls();
    // What has another name now, as it says a time, stands where it stood.
    const same = all.length === before.length ? all[at] : undefined;
    const again = all.find((one) => nameOf(one) === focused) ?? same;
    (again ?? this.#view).focus({ preventScroll: true });
  }

  async #saveRaw(id: string, name: string): Promise<void> {
    const text = await this.#keeper.raw(id);
    if (text === null) this.#page.say(() => this.#keep.notOpened, true);
    else download(text, "application/json", `${fileName(name)}.junheng-record.json`);
  }

  #linked(work: Work): Project | "too_large" {
    const sheets = chosenSheets(work.sources);
    if (sizeOf(sheets) > kMostPacked) return "too_large";
    return projectOf(work.name, work.standard, sheets, work.decisions, work.ownStandards);
  }
}
