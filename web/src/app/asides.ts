// SPDX-License-Identifier: MIT
//
// The views beside the result that are rooms of their own: their list, their doors in the bar, and the one that is shown.
// A room is fetched with the first look at it.

import { byId, button, element } from "../kit/dom.ts";
import { keepFocus } from "../kit/keep_focus.ts";
import type { Aside, AsidePage, AsideRoom } from "../work/aside.ts";
import type { Words } from "../words/app_zh.ts";
import { reasonOf } from "./diagnostics.ts";

/** Name of the view, which is also that of its words, to where the room comes from. */
const kRooms = {
  plan: () => import("../plan/plan_view.ts"),
  standard: () => import("../standard/room.ts"),
  papers: () => import("../papers/room.ts"),
  report: () => import("../report/report.ts"),
} satisfies Record<string, () => Promise<AsideRoom>>;

export type AsideName = keyof typeof kRooms & string;
export const kAsides: readonly AsideName[] = Object.keys(kRooms) as AsideName[];

export function isAside(view: string): view is AsideName {
  return Object.hasOwn(kRooms, view);
}

export class Asides {
  readonly #page: AsidePage;
  readonly #element = byId("aside-view", HTMLElement);
  readonly #doors = byId("asides", HTMLElement);
  readonly #opened = new Map<AsideName, { readonly place: HTMLElement; readonly aside: Promise<Aside | null> }>();
  #shown: AsideName | null = null;
  #followed: unknown = null;

  /** `pressed`: the door of a view was used. */
  constructor(page: AsidePage, pressed: (name: AsideName) => void) {
    this.#page = page;
    for (const name of kAsides)
      this.#doors.append(button("", () => pressed(name), { class: "button", "data-aside": name }));
  }

  /** Null: another view is. Again with the one that is shown: what it is drawn from has changed. */
  show(name: AsideName | null, words: Words): void {
    this.#doors.hidden = kAsides.length === 0;
    for (const door of this.#doors.querySelectorAll<HTMLButtonElement>("[data-aside]")) {
      const of = door.dataset["aside"] as AsideName;
      door.textContent = of === name ? words.backToResult : words.asides[of];
    }
    this.#element.hidden = name === null;
    if (this.#shown !== null && this.#shown !== name) {
      void this.#opened.get(this.#shown)?.aside.then((aside) => aside?.hide());
    }
    this.#shown = name;
    if (name === null) return;
    this.#element.setAttribute("aria-label", words.asides[name]);
    const { place, aside } = this.#opened.get(name) ?? this.#open(name);
    for (const one of this.#opened.values()) one.place.hidden = one.place !== place;
    void aside.then((opened) => {
      if (this.#shown === name) opened?.show();
    });
  }

  /** What is shown is drawn from this result: from another one it is drawn anew, whatever made it. */
  follow(result: unknown): void {
    if (result === this.#followed) return;
    this.#followed = result;
    const name = this.#shown;
    const opened = name === null ? undefined : this.#opened.get(name);
    void opened?.aside.then((aside) => {
      if (this.#shown === name && aside !== null) keepFocus(opened.place, () => aside.show());
    });
  }

  #open(name: AsideName): { readonly place: HTMLElement; readonly aside: Promise<Aside | null> } {
    const place = element("div", { class: "aside" });
    this.#element.append(place);
    const load: () => Promise<AsideRoom> = kRooms[name];
    const aside = load().then(
      (room) => room.open(place, this.#page),
      (error: unknown) => {
        // The next look tries again: a network may have been away for a moment.
        this.#opened.delete(name);
        place.remove();
        this.#page.warn(() => reasonOf(error));
        return null;
      },
    );
    const opened = { place, aside };
    this.#opened.set(name, opened);
    return opened;
  }
}
