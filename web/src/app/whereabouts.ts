// SPDX-License-Identifier: MIT
//
// Where a person is, in the words of the address, and the way to another place: each view has places of its own.

import type { Address, Place, Places } from "./address.ts";
import { type BesideView, isBeside, type Views } from "./views.ts";
import type { TextView } from "./text_view.ts";

interface WhereaboutsPage {
  readonly views: Views;
  readonly text: TextView;
  /** Of the workbench, where there is one. */
  inner(): Places | null;
  /** Tables are open. */
  open(): boolean;
  address(): Address;
}

export class Whereabouts {
  readonly #page: WhereaboutsPage;

  constructor(page: WhereaboutsPage) {
    this.#page = page;
    window.addEventListener("keydown", (event) => this.#leave(event)); // behind a menu or a cell that takes it itself
  }

  now(): Place {
    const view = this.#page.views.now;
    if (view === "canvas") return this.#page.inner()?.place() ?? { view };
    const { last } = this.#page.text.looked;
    if (view !== "text" || last === null) return { view };
    const { county, stage, indicator } = last;
    return county === "" ? { view, stage, indicator } : { view, county, stage, indicator };
  }

  go(place: Place): void {
    const { view } = place;
    if (isBeside(view)) {
      if (view !== "reading" || this.#page.open()) this.aside(view, true);
      return;
    }
    // Places of the workbench are shown as text where there is no workbench.
    const inner = view === "text" ? null : this.#page.inner();
    this.#page.views.show(inner === null ? "text" : "canvas");
    if (inner === null) this.#page.text.go(place);
    else inner.go(place);
  }

  /** A door that the canvas has: to a view beside the result, by its name. */
  door(view: string): void {
    if (isBeside(view)) this.aside(view, true);
  }

  aside(view: BesideView, open?: boolean): void {
    this.#page.views.aside(view, open);
    this.#page.address().follow();
  }

  /** Escape goes back from a view beside the result; in a field it is the field's, over a dialog the dialog's. */
  #leave(event: KeyboardEvent): void {
    const { views } = this.#page;
    const { now } = views;
    if (event.key !== "Escape" || event.defaultPrevented || event.isComposing || !isBeside(now)) return;
    if (document.querySelector("dialog[open]") !== null) return;
    const writes = "textarea, select, input:not([type=checkbox], [type=radio])";
    if (event.target instanceof Element && event.target.matches(writes)) return;
    event.preventDefault();
    this.aside(now, false);
    views.focusDoor(now);
  }
}
