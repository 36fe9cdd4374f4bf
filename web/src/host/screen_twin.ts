// SPDX-License-Identifier: MIT
//
// What the canvas shows, as elements of the page: every button of the canvas is a real button lying over its picture,
// so that Tab walks through them with a visible focus, and screen readers read the screen in its order. Without a
// pointer all of it can be used; with one the elements are not in the way.

import type { ScreenNode } from "#wasm/workbench.js";

interface TwinActions {
  press(id: number): void;
  /** Something was focused that may be scrolled out of sight. */
  reach(id: number): void;
  /** F6 or Escape: the focus goes to the page around the canvas. */
  leave(): void;
  /** What had the focus is gone: without another place for it the next key goes nowhere. */
  lost(): void;
}

/** The screen has to rest: nobody listens to what stands there for a moment. */
const kRest = 150;
/** What `chosen` means; of all others that it is pressed. */
const kStates: Partial<Record<ScreenNode["role"], string>> = {
  tab: "aria-selected",
  fold: "aria-expanded",
  opener: "aria-expanded",
};
/** Texts that stand on one line are one sentence. */
const kSameLine = 4;

export class ScreenTwin {
  readonly #layer: HTMLElement;
  readonly #actions: TwinActions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Takes the focus as soon as it is shown. */
  #awaited: string | undefined;
  /** What last asked for the focus; it gets it once. */
  #asked: number | undefined;

  /** `beside`: the layer of the text fields, which covers the canvas exactly. */
  constructor(beside: HTMLElement, actions: TwinActions) {
    this.#actions = actions;
    this.#layer = document.createElement("div");
    this.#layer.className = "screen-twin";
    beside.after(this.#layer);
    this.#layer.addEventListener("keydown", (event) => this.#key(event));
  }

  /** After every frame. `ratio`: device pixels for each CSS pixel. */
  follow(read: () => readonly ScreenNode[], ratio: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#show(merged(read()), ratio), kRest);
  }

  /** The button that has the focus, for `focus`. */
  get focused(): string | undefined {
    const at = document.activeElement;
    return at instanceof HTMLElement && this.#layer.contains(at) ? at.dataset["node"] : undefined;
  }

  /** This button once it is there. */
  focus(node: string): void {
    this.#awaited = node;
  }

  #show(nodes: readonly ScreenNode[], ratio: number): void {
    const asks = nodes.find(({ focus }) => focus)?.id;
    if (asks !== undefined && asks !== this.#asked) this.#awaited ??= String(asks);
    this.#asked = asks;
    const focused = this.#awaited ?? this.focused;
    this.#awaited = undefined;
    const parts = partsOf(nodes);
    let run = false;
    parts.forEach((part, index) => {
      if (part instanceof Array) {
        this.#tabs(this.#place(this.#layer, index, "DIV"), part, ratio);
        run = false;
        return;
      }
      const tag = part.role === "heading" ? "H3" : part.role === "text" ? "P" : "BUTTON";
      const element = this.#place(this.#layer, index, tag);
      this.#fill(element, part, ratio);
      // In a run of rows only one is a stop of the Tab key; arrows walk through the others.
      const row = part.role === "row" || part.role === "fold";
      if (row) element.tabIndex = part.chosen || !run ? 0 : -1;
      else if (tag === "BUTTON") element.tabIndex = 0;
      run = row;
    });
    for (const element of [...this.#layer.children].slice(parts.length)) element.remove();
    if (focused === undefined || this.focused === focused) return;
    // The focused one was made anew: the button of the same name at another place.
    for (const element of this.#buttons) {
      if (element.dataset["node"] === focused) {
        element.focus({ preventScroll: true });
        return;
      }
    }
    if (document.activeElement === document.body) this.#actions.lost();
  }

  get #buttons(): HTMLButtonElement[] {
    return [...this.#layer.querySelectorAll("button")];
  }

  /** The one that is there, or one of this tag in its place. */
  #place(parent: HTMLElement, index: number, tag: string): HTMLElement {
    const old = parent.children[index] as HTMLElement | undefined;
    if (old?.tagName === tag) return old;
    const made = this.#create(tag);
    if (old === undefined) parent.append(made);
    else old.replaceWith(made);
    return made;
  }

  /** One stop of the Tab key, the chosen one; arrows walk through the others. */
  #tabs(list: HTMLElement, tabs: readonly ScreenNode[], ratio: number): void {
    list.className = "twin-tabs";
    list.setAttribute("role", "tablist");
    const stop = Math.max(
      tabs.findIndex(({ chosen }) => chosen),
      0,
    );
    tabs.forEach((tab, index) => {
      const element = this.#place(list, index, "BUTTON");
      element.setAttribute("role", "tab");
      this.#fill(element, tab, ratio);
      element.tabIndex = index === stop ? 0 : -1;
    });
    for (const element of [...list.children].slice(tabs.length)) element.remove();
  }

  #create(tag: string): HTMLElement {
    const element = document.createElement(tag);
    if (element instanceof HTMLButtonElement) {
      element.type = "button";
      const id = (): number => Number(element.dataset["node"]);
      element.addEventListener("click", () => this.#actions.press(id()));
      element.addEventListener("focus", () => this.#actions.reach(id()));
    }
    return element;
  }

  #fill(element: HTMLElement, node: ScreenNode, ratio: number): void {
    if (node.id === 0) {
      if (element.textContent !== node.words) element.textContent = node.words;
      return;
    }
    const set = (name: string, value: string): void => {
      if (element.getAttribute(name) !== value) element.setAttribute(name, value);
    };
    element.dataset["node"] = String(node.id);
    // A name and no text: nothing is drawn twice.
    set("aria-label", node.words === "" ? "—" : node.words);
    const state = kStates[node.role] ?? "aria-pressed";
    for (const other of ["aria-selected", "aria-expanded", "aria-pressed"]) {
      if (other !== state) element.removeAttribute(other); // of what it was before
    }
    set(state, String(node.chosen));
    const put = (name: "left" | "top" | "width" | "height", value: number): void => {
      const text = `${Math.round(value / ratio)}px`;
      if (element.style[name] !== text) element.style[name] = text;
    };
    put("left", node.x);
    put("top", node.y);
    put("width", node.width);
    put("height", node.height);
  }

  #key(event: KeyboardEvent): void {
    if (event.key === "F6" || event.key === "Escape") {
      event.preventDefault();
      this.#actions.leave();
      return;
    }
    const step = kSteps[event.key];
    if (step === undefined) return;
    const all = this.#buttons;
    const next = all[all.findIndex((one) => one === document.activeElement) + step];
    if (next === undefined) return;
    event.preventDefault();
    next.focus({ preventScroll: true });
  }
}

const kSteps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Tabs beside each other are one part. */
function partsOf(nodes: readonly ScreenNode[]): (ScreenNode | ScreenNode[])[] {
  const parts: (ScreenNode | ScreenNode[])[] = [];
  for (const node of nodes) {
    const last = parts.at(-1);
    if (node.role !== "tab") parts.push(node);
    else if (last instanceof Array) last.push(node);
    else parts.push([node]);
  }
  return parts;
}

/** Pieces of text beside each other are one. */
function merged(nodes: readonly ScreenNode[]): ScreenNode[] {
  const result: ScreenNode[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    const joins =
      last !== undefined && last.role === "text" && node.role === "text" && Math.abs(last.y - node.y) < kSameLine;
    if (joins) result[result.length - 1] = { ...last, words: `${last.words} ${node.words}` };
    else result.push(node);
  }
  return result;
}
