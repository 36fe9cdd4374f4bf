// SPDX-License-Identifier: MIT
//
// A real <input> lies over every text field that the workbench draws. Input methods, the keyboards of phones, screen
// readers, undo and the context menu then work as everywhere; ImGui draws only the frame around it.

import type { PublishedField } from "#wasm/workbench.js";

interface Shown {
  readonly input: HTMLInputElement;
  composing: boolean;
  /** The value that the workbench has; what differs was typed and is on its way. */
  known: string;
  /** Whether it was to take the focus when it was last drawn. */
  asked: boolean;
}

type SetText = (field: string, value: string) => void;
/** How a field was left that is ended by keys. */
export type Finish = (field: string, how: "enter" | "tab" | "back_tab" | "escape" | "elsewhere") => void;

export class TextFields {
  readonly #layer: HTMLElement;
  readonly #setText: SetText;
  readonly #shown = new Map<string, Shown>();
  #toFocus: HTMLInputElement | null = null;
  readonly #finish: Finish;
  readonly #leave: () => void;

  /** `layer` covers the canvas exactly; `leave` gives the focus back to the canvas. */
  constructor(layer: HTMLElement, setText: SetText, finish: Finish, leave: () => void) {
    this.#layer = layer;
    this.#setText = setText;
    this.#finish = finish;
    this.#leave = leave;
  }

  /** After every frame: fields that came, moved, changed or went. `ratio`: device pixels for each CSS pixel. */
  follow(fields: readonly PublishedField[], ratio: number): void {
    const gone = new Set(this.#shown.keys());
    for (const field of fields) {
      gone.delete(field.id);
      this.#place(this.#shown.get(field.id) ?? this.#create(field), field, ratio);
    }
    const focus = this.#toFocus;
    this.#toFocus = null;
    focus?.focus({ preventScroll: true });
    focus?.select();
    for (const id of gone) {
      const shown = this.#shown.get(id);
      this.#shown.delete(id);
      // A field that goes while it is typed into leaves the keys to what lies below it.
      const focused = document.activeElement === shown?.input;
      shown?.input.remove();
      if (focused) this.#leave();
    }
  }

  /** Puts the focus into the first field; false where none is shown. */
  focusFirst(): boolean {
    const first = this.#shown.values().next().value;
    if (first === undefined) return false;
    first.input.focus();
    first.input.select();
    return true;
  }

  #create(field: PublishedField): Shown {
    const input = document.createElement("input");
    input.type = "text";
    input.className = "field";
    input.autocomplete = "off";
    input.autocapitalize = "off";
    input.spellcheck = false;
    input.enterKeyHint = "search";
    input.dataset["field"] = field.id;
    const shown: Shown = { input, composing: false, known: field.value, asked: false };
    input.value = field.value;

    const commit = (): void => {
      if (shown.composing || input.value === shown.known) return;
      shown.known = input.value;
      this.#setText(field.id, input.value);
    };
    // While an input method composes, the value holds unfinished syllables ("yu"): searching for them would flicker.
    // Sogou and Safari send the last `input` before compositionend, Chromium after it; committing twice is harmless.
    input.addEventListener("compositionstart", () => {
      shown.composing = true;
    });
    input.addEventListener("compositionend", () => {
      shown.composing = false;
      commit();
    });
    input.addEventListener(field.live ? "input" : "change", commit);
    if (!field.live) {
      // A field that is scrolled out of sight goes without a change event; what was typed stays.
      input.addEventListener("blur", commit);
    }
    if (field.keys) {
      input.addEventListener("blur", () => {
        if (this.#shown.get(field.id) === shown) this.#finish(field.id, "elsewhere");
      });
    }
    input.addEventListener("keydown", (event) => {
      if (event.isComposing || event.keyCode === kImeKey) return; // Enter and Escape belong to the candidates now
      const end = field.keys ? endOf(event) : null;
      // Of a cell that is written to all of them; a field of a form goes on by Enter and is left by Tab as any other.
      if (end !== null && (end === "enter" || (field.focus && field.live))) {
        event.preventDefault();
        commit();
        this.#finish(field.id, end);
        return;
      }
      if (event.key === "Enter" && !field.live) commit();
      if (event.key !== "Escape" && event.key !== "F6") return;
      event.preventDefault();
      this.#leave();
    });
    this.#layer.append(input);
    this.#shown.set(field.id, shown);
    return shown;
  }

  #place(shown: Shown, field: PublishedField, ratio: number): void {
    const { input } = shown;
    const style = input.style;
    const put = (name: "left" | "top" | "width" | "height", value: number): void => {
      const text = `${value / ratio}px`;
      if (style[name] !== text) style[name] = text; // unchanged styles are not touched: each would cost a layout
    };
    put("left", field.x);
    put("top", field.y);
    put("width", field.width);
    put("height", field.height);
    // In place first: a focused input that is not scrolls the layer.
    if (field.focus && !shown.asked) this.#toFocus = input;
    shown.asked = field.focus;
    if (input.getAttribute("aria-label") !== field.hint) {
      if (!field.named) input.placeholder = field.hint;
      input.setAttribute("aria-label", field.hint);
    }
    // A change by the workbench itself ("clear" button, another language), never over what is being typed.
    if (!shown.composing && field.value !== shown.known) {
      shown.known = field.value;
      input.value = field.value;
    }
  }
}

function endOf(event: KeyboardEvent): "enter" | "tab" | "back_tab" | "escape" | null {
  if (event.key === "Enter") return "enter";
  if (event.key === "Escape") return "escape";
  if (event.key === "Tab") return event.shiftKey ? "back_tab" : "tab";
  return null;
}

/** What browsers report for a key that an input method took; Safari does so after `isComposing` is false again. */
const kImeKey = 229;
