// SPDX-License-Identifier: MIT
//
// The numbers of a standard as a form: each beside what it is in the standard it is made from, and all that differs in a
// list that follows what is typed. What is wrong with a number the engine says, at its field.

import type { Stage, Standard, StandardFault } from "../engine/junheng.d.ts";
import { printedLimit } from "../kit/printed_limit.ts";
import { element, tableBox } from "../kit/dom.ts";
import { fill } from "../words/fill.ts";
import { editableLimits, plainNumber } from "./limits.ts";
import type { EditableLimit } from "./limits.ts";
import type { OwnNames } from "./own_file.ts";
import type { RoomWords } from "./room_words.ts";

/** What was entered, of one base; it is there as long as that base is shown. */
export interface Draft {
  readonly base: Standard;
  /** The file that is changed; null: a new one. */
  readonly file: string | null;
  readonly names: OwnNames;
  readonly limits: readonly EditableLimit[];
  /** By key, what was typed. */
  readonly entered: Map<string, string>;
}

/** `shown`: the standard that is looked at, whose numbers stand in the form. */
export function newDraft(base: Standard, shown: Standard, file: string | null, names: OwnNames): Draft {
  const entered = new Map(editableLimits(shown).map(({ key, text }) => [key, text]));
  return { base, file, names, limits: editableLimits(base), entered };
}

const printed = ({ kind }: EditableLimit, text: string): string =>
  kind === "cvLimit" || kind === "compositeLimit" ? printedLimit(text) : text;

export function isChanged({ entered }: Draft, limit: EditableLimit): boolean {
  const text = entered.get(limit.key);
  return text !== undefined && plainNumber(text) !== plainNumber(limit.text);
}

function nameOf(limit: EditableLimit, said: RoomWords): string {
  const { words, shared, language } = said;
  const stage = limit.stage === null ? "" : shared.stage[limit.stage];
  if (limit.kind === "threshold")
    return fill(words.thresholdOf, { indicator: limit.indicator?.title[language] ?? "", stage });
  if (limit.kind === "cvLimit" || limit.kind === "compositeLimit") return fill(words[limit.kind], { stage });
  if (limit.kind === "check") return checkName(limit, said);
  if (limit.part === null) return words[limit.kind];
  return fill(words[`${limit.kind}Of`], { part: limit.part.title[language] });
}

/** "G9 培训达标率，不低于（%）": the item, what and whom of it where it has several, and on which side of the number it is. */
function checkName({ check, stage, percent }: EditableLimit, { words, shared, language }: RoomWords): string {
  if (check === null) return "";
  const { item, check: one, about, compare } = check;
  const whom = [stage === null ? "" : shared.stage[stage], ...about.map((text) => text[language])];
  return fill(words.checkLimit, {
    // What is not of a part has no number that anybody knows.
    item: /^\p{Lu}/u.test(item.id) ? item.id : item.title[language],
    check: [one.title[language], ...whom].filter((part) => part !== "").join(" · "),
    compare: words.compare[compare],
    unit: percent ? fill(shared.brackets, { text: "%" }) : "",
  });
}

/** `changed`: something was typed. */
export class OwnForm {
  readonly root = element("div", { class: "plan-form own-form" });
  readonly #differences = element("div", { id: "own-differences", role: "status" });
  readonly #draft: Draft;
  readonly #said: RoomWords;
  readonly #inputs = new Map<string, { input: HTMLInputElement; beside: HTMLElement; limit: EditableLimit | null }>();

  constructor(draft: Draft, said: RoomWords) {
    this.#draft = draft;
    this.#said = said;
    const { words } = said;
    this.root.append(
      this.#thresholds(),
      ...draft.limits.filter(({ kind }) => kind !== "threshold" && kind !== "check").map((limit) => this.#line(limit)),
      ...this.#items(),
      element("h3", {}, words.names),
      ...(["zh", "en", "document", "id"] as const).map((name) => this.#nameLine(name)),
      this.#differences,
    );
    this.#follow();
  }

  #thresholds(): HTMLElement | string {
    const { words, shared, language } = this.#said;
    const limits = this.#draft.limits.filter(({ kind }) => kind === "threshold");
    const { stages, indicators } = this.#draft.base;
    if (limits.length === 0) return "";
    const cell = (id: string, stage: Stage): HTMLElement => {
      const limit = limits.find((one) => one.indicator?.id === id && one.stage === stage);
      return element("td", {}, ...(limit === undefined ? [shared.notKnown] : this.#field(limit)));
    };
    const rows = indicators.map(({ id, title, unit }) =>
      element(
        "tr",
        {},
        element("th", { scope: "row" }, `${title[language]}${fill(shared.brackets, { text: unit[language] })}`),
        ...stages.map((stage) => cell(id, stage)),
      ),
    );
    const heads = [words.indicator, ...stages.map((stage) => `${shared.stage[stage]} ${shared.threshold}`)];
    return tableBox({ caption: words.table, heads, rows, attributes: { id: "own-thresholds" } });
  }

  /** Many, and seldom another county's: folded until somebody looks for one, or one is changed. */
  #items(): HTMLElement[] {
    const limits = this.#draft.limits.filter(({ kind }) => kind === "check");
    if (limits.length === 0) return [];
    const { words } = this.#said;
    const box = element(
      "details",
      { id: "own-items" },
      element("summary", {}, fill(words.items, { count: limits.length })),
    );
    box.open = limits.some((limit) => isChanged(this.#draft, limit));
    box.append(...limits.map((limit) => this.#line(limit)));
    return [box];
  }

  #line(limit: EditableLimit): HTMLElement {
    const label = element("label", { for: `own-${limit.key}` }, nameOf(limit, this.#said));
    return element("p", { class: "own-line" }, label, " ", ...this.#field(limit));
  }

  #field(limit: EditableLimit): HTMLElement[] {
    const id = `own-${limit.key}`;
    const input = element("input", {
      id,
      type: "text",
      inputmode: "decimal",
      size: "8",
      maxlength: "20",
      autocomplete: "off",
      "aria-describedby": `${id}-beside`,
      ...(limit.kind === "threshold" ? { "aria-label": nameOf(limit, this.#said) } : {}),
    });
    input.value = printed(limit, this.#draft.entered.get(limit.key) ?? limit.text);
    const beside = element("span", { id: `${id}-beside`, class: "soft" });
    this.#inputs.set(limit.key, { input, beside, limit });
    input.addEventListener("input", () => {
      this.#draft.entered.set(limit.key, input.value);
      input.removeAttribute("aria-invalid");
      this.#follow();
    });
    return [input, beside];
  }

  #nameLine(name: "zh" | "en" | "document" | "id"): HTMLElement {
    const { words } = this.#said;
    const labels = { zh: words.name, en: words.nameEnglish, document: words.document, id: words.id };
    const id = `own-name-${name}`;
    const input = element("input", {
      id,
      type: "text",
      size: "40",
      maxlength: "200",
      autocomplete: "off",
      "aria-describedby": `${id}-beside`,
    });
    input.value = this.#draft.names[name];
    const beside = element("span", { id: `${id}-beside`, class: "soft" });
    this.#inputs.set(id, { input, beside, limit: null });
    input.addEventListener("input", () => {
      this.#draft.names[name] = input.value.trim();
      input.removeAttribute("aria-invalid");
      beside.textContent = "";
    });
    return element("p", { class: "own-line" }, element("label", { for: id }, labels[name]), " ", input, beside);
  }

  #follow(): void {
    const { words, language } = this.#said;
    for (const { beside, limit, input } of this.#inputs.values()) {
      if (limit === null || input.hasAttribute("aria-invalid")) continue;
      const changed = isChanged(this.#draft, limit);
      beside.className = "soft";
      beside.textContent = changed ? ` ${fill(words.changedFrom, { value: printed(limit, limit.text) })}` : "";
      input.classList.toggle("is-changed", changed);
    }
    const changed = this.#draft.limits.filter((limit) => isChanged(this.#draft, limit));
    const base = this.#draft.base.title[language];
    if (changed.length === 0) {
      this.#differences.replaceChildren(element("p", {}, fill(words.noDifference, { base })));
      return;
    }
    const list = changed.map((limit) =>
      element(
        "li",
        {},
        fill(words.difference, {
          place: nameOf(limit, this.#said),
          before: printed(limit, limit.text),
          after: this.#draft.entered.get(limit.key) ?? "",
        }),
      ),
    );
    this.#differences.replaceChildren(
      element("p", {}, element("strong", {}, fill(words.differences, { base, count: changed.length }))),
      element("ul", {}, ...list),
    );
  }

  /** At the field that each is about; those of no field are given back. The first one is gone to. */
  refuse(faults: readonly StandardFault[], pointers: ReadonlyMap<string, string>): readonly StandardFault[] {
    let first: HTMLInputElement | null = null;
    const others = faults.filter(({ path, message }) => {
      const key = pointers.get(path) ?? pointers.get(`${path}/value`) ?? kNameFields[path];
      const field = key === undefined ? undefined : this.#inputs.get(key);
      if (field === undefined) return true;
      field.input.setAttribute("aria-invalid", "true");
      field.beside.className = "is-fail";
      field.beside.textContent = ` ${message[this.#said.language]}`;
      first ??= field.input;
      return false;
    });
    const shown = first as HTMLInputElement | null;
    shown?.closest("details")?.setAttribute("open", "");
    shown?.focus();
    return others;
  }
}

const kNameFields: Readonly<Record<string, string>> = {
  "/id": "own-name-id",
  "/title": "own-name-zh",
  "/title/zh": "own-name-zh",
  "/title/en": "own-name-en",
  "/document": "own-name-document",
  "/document/zh": "own-name-document",
};
