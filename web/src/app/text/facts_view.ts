// SPDX-License-Identifier: MIT
//
// What a county states (保障与质量) as the paper form: one table of all items, each with its rule, its numbers or yes and no,
// and a note; Enter goes to the next field.

import type { AttestedCheck, Check, County, Item, ItemRule, Standard } from "../../engine/junheng.d.ts";
import type { Result } from "../../work/result.ts";
import { statedIn, withFact } from "../../work/facts_text.ts";
import type { Stated } from "../../work/facts_text.ts";
import type { Decisions } from "../../work/project.ts";
import { element, tableBox } from "../../kit/dom.ts";
import type { LanguageId } from "../../kit/language.ts";
import { fill } from "../../words/fill.ts";
import type { AllWords } from "./context.ts";
import { verdictWord } from "./context.ts";

const isFromTable = (check: Check): boolean =>
  check.basis === "computed" &&
  (check.scope === "school" || check.scope === "unit") &&
  check.verdict !== null &&
  check.verdict !== "unknown";

export interface FactActions {
  decisions(): Decisions;
  decide(next: Decisions): void;
}

interface Drawn {
  readonly county: County;
  readonly standard: Standard;
  readonly words: AllWords;
  readonly language: LanguageId;
  /** The county's facts, as they are kept. */
  readonly text: string;
}

/** The box stays the same element, so that it stays open; what is in it is made anew with each result. */
export class FactsView {
  readonly root = element("details", { id: "facts", class: "options", hidden: "" });
  readonly #actions: FactActions;
  #draw: () => void = () => undefined;

  constructor(actions: FactActions) {
    this.#actions = actions;
    this.root.addEventListener("toggle", () => this.#draw());
    this.root.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      const fields = [...this.root.querySelectorAll<HTMLElement>("input, select")];
      const next = fields[fields.indexOf(event.target) + 1]?.id;
      event.target.blur(); // it is taken, and all of it drawn anew
      if (next !== undefined) document.getElementById(next)?.focus();
    });
  }

  /** Of one county: with several there is no place for each here, and they are stated in a table. */
  show(result: Result, standard: Standard, words: AllWords, language: LanguageId): void {
    const asks = standard.parts.some(({ items }) => items.length > 0);
    this.root.hidden = !asks || result.countyCount !== 1;
    if (this.root.hidden) return;
    this.#draw = () => {
      if (result.gone) return;
      this.#fill({ county: result.county(0), standard, words, language, text: this.#actions.decisions().county });
    };
    this.#draw();
  }

  #fill(drawn: Drawn): void {
    const { county, standard, words, text } = drawn;
    const focused = this.root.contains(document.activeElement) ? document.activeElement?.id : undefined;
    const items = county.parts.flatMap((part) => part.items);
    const count = { filled: items.filter(({ basis }) => basis !== null).length, all: items.length };
    const content: HTMLElement[] = [element("summary", { id: "facts-head" }, fill(words.facts.heading, count))];
    if (this.root.open) {
      content.push(element("p", {}, words.facts.hint));
      const editable = withFact(text, county.name, "", null) !== null;
      if (!editable) content.push(element("p", {}, words.facts.table));
      for (const part of county.parts) {
        const rules = standard.parts.find(({ id }) => id === part.id)?.items ?? [];
        if (part.items.length === 0) continue;
        const rows = part.items.map((item) =>
          this.#row(
            item,
            rules.find(({ id }) => id === item.id),
            drawn,
            editable,
          ),
        );
        const { item, rule, state, note } = words.facts;
        const caption = part.title[drawn.language];
        content.push(tableBox({ caption, heads: [item, rule, state, note, words.conclusion], rows }));
      }
    }
    this.root.replaceChildren(...content);
    if (focused !== undefined) (document.getElementById(focused) ?? content[0])?.focus({ preventScroll: true });
  }

  #row(item: Item, rule: ItemRule | undefined, drawn: Drawn, editable: boolean): HTMLElement {
    const { words, language } = drawn;
    const attested = item.checks.find((check): check is AttestedCheck => check.basis === "attested");
    const fields = new Map(
      rule?.checks.flatMap((check) =>
        check.fields.filter(({ id }) => this.#asksFor(item, check.id, id, drawn)).map((field) => [field.id, field]),
      ) ?? [],
    );
    const title = `${item.id} ${item.title[language]}`;
    const controls: HTMLElement[] = [];
    const counted = item.checks.filter(isFromTable).map(({ message }) => element("p", {}, message[language]));
    if (attested !== undefined) controls.push(this.#yesNo(item, attested, drawn, editable));
    for (const field of fields.values()) {
      const unit = field.unit[language];
      const label = `${field.label[language]}${unit === "" ? "" : fill(words.brackets, { text: unit })}`;
      if (field.otherwise && controls.length > 0) controls.push(element("p", {}, words.facts.or));
      controls.push(this.#number(`${title}${words.colon}${label}`, label, field.id, drawn, editable));
    }
    const note = attested === undefined ? null : this.#note(title, item.id, drawn, editable);
    return element(
      "tr",
      {},
      element("th", { scope: "row" }, title),
      element("td", {}, item.rule[language]),
      element("td", { class: "stating" }, ...controls, ...counted),
      element("td", {}, note),
      element("td", { class: `is-${item.verdict}` }, verdictWord(words, item.verdict)),
    );
  }

  /** What the table of schools decides is not asked for once more; what was said all the same stays in sight. */
  #asksFor(item: Item, check: string, field: string, { text, county }: Drawn): boolean {
    const judged = item.checks.find(({ id }) => id === check);
    return judged === undefined || !isFromTable(judged) || statedIn(text, county.name, field) !== null;
  }

  #yesNo(item: Item, { stated, title }: AttestedCheck, drawn: Drawn, editable: boolean): HTMLElement {
    const { words, language } = drawn;
    const select = element("select", { id: `fact-${item.id}`, ...(editable ? {} : { disabled: "" }) });
    for (const [value, text] of [
      ["", words.facts.blank],
      ["yes", words.facts.yes],
      ["no", words.facts.no],
    ] as const)
      select.append(element("option", { value }, text));
    select.value = stated ?? "";
    select.addEventListener("change", () => {
      const value = select.value === "" ? null : select.value === "yes";
      this.#state(drawn, item.id, (before) => ({ value, note: before?.note ?? "" }));
    });
    return element("label", { for: select.id }, `${title[language]} `, select);
  }

  #number(name: string, label: string, key: string, drawn: Drawn, editable: boolean): HTMLElement {
    const stated = statedIn(drawn.text, drawn.county.name, key);
    const off = !editable || stated === "other";
    const input = element("input", {
      type: "text",
      id: `fact-${key}`,
      inputmode: "decimal",
      maxlength: "40",
      "aria-label": name,
      ...(off ? { disabled: "", placeholder: drawn.words.facts.elsewhere } : {}),
    });
    if (stated !== null && stated !== "other") input.value = String(stated.value ?? "");
    input.addEventListener("change", () => {
      const text = input.value.trim();
      const value = text === "" ? null : /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
      this.#state(drawn, key, (before) => ({ value, note: before?.note ?? "" }));
    });
    return element("label", {}, `${label} `, input);
  }

  #note(title: string, key: string, drawn: Drawn, editable: boolean): HTMLElement {
    const stated = statedIn(drawn.text, drawn.county.name, key);
    const off = !editable || stated === "other";
    const input = element("input", {
      type: "text",
      id: `note-${key}`,
      maxlength: "200",
      "aria-label": `${title}${drawn.words.colon}${drawn.words.facts.note}`,
      ...(off ? { disabled: "" } : {}),
    });
    if (stated !== null && stated !== "other") input.value = stated.note;
    input.addEventListener("change", () =>
      this.#state(drawn, key, (before) => ({ value: before?.value ?? null, note: input.value.trim() })),
    );
    return input;
  }

  #state({ county }: Drawn, key: string, change: (before: Stated | null) => Stated): void {
    const decisions = this.#actions.decisions();
    const before = statedIn(decisions.county, county.name, key);
    if (before === "other") return;
    const text = withFact(decisions.county, county.name, key, change(before));
    if (text !== null) this.#actions.decide({ ...decisions, county: text });
  }
}
