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
}

export type SetText = (field: string, value: string) => void;

export class TextFields {
  readonly #layer: HTMLElement;
  readonly #setText: SetText;
  readonly #shown = new Map<string, Shown>();
  readonly #leave: () => void;

  /** `layer` covers the canvas exactly; `leave` gives the focus back to the canvas. */
  constructor(layer: HTMLElement, setText: SetText, leave: () => void) {
    this.#layer = layer;
    this.#setText = setText;
    this.#leave = leave;
  }

  /** After every frame: fields that came, moved, changed or went. `ratio`: device pixels for each CSS pixel. */
  follow(fields: readonly PublishedField[], ratio: number): void {
    const gone = new Set(this.#shown.keys());
    for (const field of fields) {
      gone.delete(field.id);
      this.#place(this.#shown.get(field.id) ?? this.#create(field), field, ratio);
    }
    for (const id of gone) {
      this.#shown.get(id)?.input.remove();
      this.#shown.delete(id);
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
    const shown: Shown = { input, composing: false, known: field.value };
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
    input.addEventListener("input", commit);
    input.addEventListener("keydown", (event) => {
      if (event.isComposing || event.keyCode === kImeKey) return; // Enter and Escape belong to the candidates now
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
    if (input.placeholder !== field.hint) {
      input.placeholder = field.hint;
      input.setAttribute("aria-label", field.hint);
    }
    // A change by the workbench itself ("clear" button, another language), never over what is being typed.
    if (!shown.composing && field.value !== shown.known) {
      shown.known = field.value;
      input.value = field.value;
    }
  }
}

/** What browsers report for a key that an input method took; Safari does so after `isComposing` is false again. */
const kImeKey = 229;
