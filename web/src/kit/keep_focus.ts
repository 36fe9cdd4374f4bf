// SPDX-License-Identifier: MIT
//
// What is drawn anew under somebody's fingers: the control that had the focus has it again, or the one that stands in its
// place.

/** What tells a control from the others of its kind. */
function nameOf(control: HTMLElement): string {
  return control.id || control.getAttribute("aria-label") || control.getAttribute("name") || control.textContent || "";
}

function alike(root: HTMLElement, kind: string, name: string): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(kind)].filter((one) => nameOf(one) === name);
}

/** `redraw` may move the focus itself. */
export function keepFocus(root: HTMLElement, redraw: () => void): void {
  const held = document.activeElement;
  if (!(held instanceof HTMLElement) || !root.contains(held)) return redraw();
  const [kind, name] = [held.localName, nameOf(held)];
  const at = alike(root, kind, name).indexOf(held);
  redraw();
  if (!root.contains(document.activeElement)) alike(root, kind, name)[at]?.focus({ preventScroll: true });
}
