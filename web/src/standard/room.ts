// SPDX-License-Identifier: MIT
//
// The view of the standard: its options with what each would change, and a standard of one's own, entered in a form,
// compared, saved, loaded and judged by. Fetched with the first look.

import type { Standard } from "../engine/junheng.d.ts";
import { button, element } from "../kit/dom.ts";
import { download, fileName } from "../kit/download.ts";
import type { Aside, AsidePage } from "../work/aside.ts";
import { requestOf } from "../work/calculator.ts";
import { isStandardFile } from "../work/own_standards.ts";
import { fill } from "../words/fill.ts";
import { changesTable } from "./changes_table.ts";
import { OptionsView } from "./options_view.ts";
import { namesOfFile, ownFile, parentOfFile } from "./own_file.ts";
import type { MadeFile } from "./own_file.ts";
import { isChanged, newDraft, OwnForm } from "./own_form.ts";
import type { Draft } from "./own_form.ts";
import { roomWords } from "./room_words.ts";
import type { RoomWords } from "./room_words.ts";

const kProposedId = "own-standard";
/** As the engine takes them, with room for what is said of one that is larger. */
const kLargestFile = 5_000_000;

export function open(place: HTMLElement, page: AsidePage): Aside {
  const view = new StandardView(place, page);
  return { show: () => view.draw(), hide: () => undefined };
}

class StandardView {
  readonly #place: HTMLElement;
  readonly #page: AsidePage;
  readonly #options: OptionsView;
  /** What was entered, with the standard and the file it was of. */
  #draft: { readonly draft: Draft; readonly shown: string; readonly text: string | null } | null = null;
  #form: OwnForm | null = null;
  readonly #refused = element("div", { id: "own-refused", role: "alert", class: "is-fail" });

  constructor(place: HTMLElement, page: AsidePage) {
    this.#place = place;
    this.#page = page;
    this.#options = new OptionsView(
      {
        effects: () => page.calculator()?.optionEffects() ?? [],
        decisions: () => page.calculator()!.decisions(),
        decide: (next) => {
          page.calculator()?.decide(next);
          this.draw();
        },
        engine: () => page.engine(),
        request: () => {
          const table = page.table();
          return table === null ? null : requestOf(table);
        },
      },
      "own-options",
    );
    this.#options.root.open = true;
  }

  draw(): void {
    const said = roomWords(this.#page.language());
    const { words, language } = said;
    const calculator = this.#page.calculator();
    const standards = calculator?.standards() ?? [];
    const shown = standards.find(({ id }) => id === this.#page.standard());
    if (calculator === null || shown === undefined) return;
    const focused = document.activeElement?.id ?? "";
    const result = calculator.result();
    const judged = result !== null && result.head.standard?.id === shown.id;
    const lead = fill(words.lead, { title: shown.title[language], document: shown.document[language] });
    const draft = this.#draftOf(shown, standards, said);
    const form = new OwnForm(draft, said);
    this.#form = form;
    this.#refused.replaceChildren();
    const changes = changesTable(shown, said);
    this.#place.replaceChildren(
      element("h1", {}, words.heading),
      element("p", {}, lead),
      ...(shown.own === undefined ? [] : [element("p", { id: "own-said" }, shown.own.message[language])]),
      ...(judged ? [this.#options.root] : [element("p", { class: "is-near" }, words.nothing)]),
      element("h2", {}, words.ownHeading),
      element("p", {}, words.ownLead),
      form.root,
      this.#refused,
      this.#actions(draft, shown, said),
      ...(changes === null ? [] : [element("h2", {}, words.changesHeading), changes]),
    );
    if (judged) this.#options.show(result, shown, said.options, language);
    if (focused !== "" && this.#place.contains(document.getElementById(focused)))
      document.getElementById(focused)?.focus({ preventScroll: true });
  }

  /** What was entered, as long as the same standard is shown. */
  #draftOf(shown: Standard, standards: readonly Standard[], { words }: RoomWords): Draft {
    const text = this.#page.own.text(shown.id);
    const known = this.#draft;
    if (known !== null && known.shown === shown.id && known.text === text) return known.draft;
    const parent = text === null ? null : parentOfFile(text);
    const base = standards.find(({ id }) => id === parent) ?? shown;
    const names = (text === null ? null : namesOfFile(text)) ?? {
      id: freeId(standards),
      zh: words.proposedName,
      en: "",
      document: "",
    };
    const draft = newDraft(base, shown, text, names);
    this.#draft = { draft, shown: shown.id, text };
    return draft;
  }

  #actions(draft: Draft, shown: Standard, said: RoomWords): HTMLElement {
    const { words, language } = said;
    const load = element("label", { class: "button file" }, words.load);
    const input = element("input", { type: "file", accept: ".json,application/json", id: "own-load" });
    input.setAttribute("aria-label", words.load);
    input.addEventListener("change", () => {
      const [file] = input.files ?? [];
      if (file !== undefined) void this.#load(file, said);
      input.value = "";
    });
    load.append(input);
    const actions = [
      button(words.apply, () => this.#apply(draft, said), { class: "button strong", id: "own-apply" }),
      button(words.save, () => this.#save(draft, said), { class: "button", id: "own-save" }),
      load,
      button(words.reset, () => this.#reset(draft), { class: "button", id: "own-reset" }),
    ];
    if (shown.own !== undefined) {
      const back = this.#builtIn(shown);
      if (back !== undefined)
        actions.push(
          button(
            fill(words.leave, { base: back.title[language] }),
            () => {
              this.#page.judgeBy(back.id);
              this.#page.say(fill(words.left, { title: back.title[language] }));
              this.draw();
            },
            { class: "button", id: "own-leave" },
          ),
        );
    }
    return element("p", { class: "entry-actions" }, ...actions);
  }

  #builtIn({ own }: Standard): Standard | undefined {
    const standards = this.#page.calculator()?.standards() ?? [];
    return standards.find(({ id }) => id === own?.parent) ?? standards[0];
  }

  #made({ base, file, names, limits, entered }: Draft, { words }: RoomWords): MadeFile {
    const stated = { ...names, document: names.document === "" ? words.unnamedDocument : names.document };
    return ownFile(file, base, stated, limits, entered);
  }

  /** False: it was refused, which is said where it is wrong. */
  #take(text: string, pointers: ReadonlyMap<string, string>, { words, language }: RoomWords): boolean {
    const faults = this.#page.own.add(text);
    this.#refused.replaceChildren();
    if (faults.length === 0) return true;
    const others = this.#form?.refuse(faults, pointers) ?? faults;
    this.#refused.replaceChildren(
      element("p", {}, words.refused),
      ...(others.length === 0
        ? []
        : [element("ul", {}, ...others.map(({ message }) => element("li", {}, message[language])))]),
    );
    return false;
  }

  #apply(draft: Draft, said: RoomWords): void {
    const { text, pointers } = this.#made(draft, said);
    if (!this.#take(text, pointers, said)) return;
    this.#judge(text, said.words.applied);
  }

  #judge(text: string, sentence: string): void {
    const names = namesOfFile(text);
    if (names === null) return;
    this.#page.judgeBy(names.id);
    this.#page.say(fill(sentence, { title: this.#page.language() === "zh" ? names.zh : names.en }));
    this.draw();
  }

  /** Only what the engine takes: nobody shall save a file that nobody can load. */
  #save(draft: Draft, said: RoomWords): void {
    const { text, pointers } = this.#made(draft, said);
    if (!this.#take(text, pointers, said)) return;
    download(text, "application/json", `${fileName(draft.names.zh)}.standard.json`);
    this.#page.say(said.words.saved);
  }

  async #load(file: File, said: RoomWords): Promise<void> {
    const text = file.size > kLargestFile ? "" : await file.text();
    if (!isStandardFile(text)) {
      this.#page.warn(() => fill(roomWords(this.#page.language()).words.unreadable, { name: file.name }));
      return;
    }
    if (this.#take(text, new Map(), said)) this.#judge(text, said.words.loaded);
  }

  #reset(draft: Draft): void {
    for (const limit of draft.limits) if (isChanged(draft, limit)) draft.entered.set(limit.key, limit.text);
    this.draw();
  }
}

function freeId(standards: readonly Standard[]): string {
  const taken = new Set(standards.map(({ id }) => id));
  let id = kProposedId;
  for (let next = 2; taken.has(id); next += 1) id = `${kProposedId}-${next}`;
  return id;
}
