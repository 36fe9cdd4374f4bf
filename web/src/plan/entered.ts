// SPDX-License-Identifier: MIT
//
// What is entered in the forms of a view, and the inputs that keep it.

import { element } from "../kit/dom.ts";

/** By what an input is for, "price:books" or "cap:books:3"; "yes" of a box that is ticked. */
export type Entered = Map<string, string>;

const kTicked = "yes";

export function number(entered: Entered, key: string, label: string, type = "text"): HTMLInputElement {
  const input = element("input", { type, inputmode: "decimal", "aria-label": label, size: "9", "data-key": key });
  input.value = entered.get(key) ?? "";
  input.addEventListener("input", () => entered.set(key, input.value));
  return input;
}

export function tick(entered: Entered, key: string, label: string): HTMLInputElement {
  const input = element("input", { type: "checkbox", "aria-label": label, "data-key": key });
  input.checked = entered.get(key) === kTicked;
  input.addEventListener("change", () => entered.set(key, input.checked ? kTicked : ""));
  return input;
}

export function isTicked(entered: Entered, key: string): boolean {
  return entered.get(key) === kTicked;
}
