// SPDX-License-Identifier: MIT
//
// 三年复查沙盘, a part of the view of plans that is fetched with its first look: what is assumed of the years to come, edited
// in place, and what follows from it.

import type { Column, Standard } from "../engine/junheng.d.ts";
import type { OutlookAnswer, OutlookRequest, PlanCounty } from "../engine/plan.d.ts";
import { element } from "../kit/dom.ts";
import type { PlanContext } from "./context.ts";
import type { Entered } from "./entered.ts";
import { outlookWords } from "./outlook_context.ts";
import type { OutlookContext } from "./outlook_context.ts";
import { outlookForm } from "./outlook_form.ts";
import { noLists } from "./outlook_lists.ts";
import type { Lists } from "./outlook_lists.ts";
import { middleOf, outlooksOf } from "./outlook_request.ts";
import { outlookView } from "./outlook_view.ts";

/** What the view does for it. */
export interface OutlookHost {
  readonly entered: Entered;
  /** As the tables that are open were read and are judged; null: not known. */
  standard(): Standard | null;
  columns(): readonly Column[];
  /** One after another; null where something else was asked meanwhile, or it was stopped. */
  ask(context: PlanContext, requests: readonly OutlookRequest[]): Promise<readonly OutlookAnswer[] | null>;
  refuse(sentence: string): void;
}

/** Typing is over when nothing came for so long, in milliseconds. */
const kTyped = 400;

/**
 * Keeps the lists of each county, and what was found. `draw` makes form and result anew; once somebody has pressed the
 * button, each edit asks again, and the result takes the place of the one before.
 */
export class OutlookPart {
  readonly #host: OutlookHost;
  readonly #lists = new Map<number, Lists>();
  #answers: readonly OutlookAnswer[] | null = null;
  #hasRun = false;
  #result = element("div", {});
  #timer = 0;

  constructor(host: OutlookHost) {
    this.#host = host;
  }

  /** What was found is of another stage or county. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#answers = null;
    this.#hasRun = false;
  }
  /** What is known of single schools is of none that is open. */
  otherSchools(): void {
    this.#lists.clear();
  }

  /** What is assumed of the years to come, of the middle variant; where a number is wrong, what is wrong with it. */
  middle(county: PlanCounty, place: number, plan: PlanContext): ReturnType<typeof middleOf> {
    const { context, lists } = this.#of(county, place, plan);
    return middleOf(context, this.#host.entered, lists);
  }

  #of(county: PlanCounty, place: number, plan: PlanContext): { context: OutlookContext; lists: Lists } {
    const said = outlookWords(plan);
    const { standard, columns } = { standard: this.#host.standard(), columns: this.#host.columns() };
    const lists = this.#lists.get(place) ?? noLists();
    this.#lists.set(place, lists);
    return { context: { ...plan, said, county, place, standard, columns }, lists };
  }

  draw(county: PlanCounty, place: number, plan: PlanContext): HTMLElement[] {
    const { context, lists } = this.#of(county, place, plan);
    const { said } = context;
    this.#result = element("div", { id: "plan-outlook" });
    if (this.#answers !== null) this.#result.append(...outlookView(this.#answers, context));
    const run = element("button", { type: "submit", class: "button", id: "plan-run" }, said.run);
    const edited = (): void => {
      if (!this.#hasRun) return;
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => void this.#run(context, lists), kTyped);
    };
    const form = element(
      "form",
      { class: "plan-form" },
      ...outlookForm(context, this.#host.entered, lists, edited),
      element("p", {}, run, " ", element("span", { class: "soft" }, said.redrawn)),
    );
    form.addEventListener("input", edited);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      clearTimeout(this.#timer);
      void this.#run(context, lists);
    });
    return [element("h2", {}, context.words.ahead), element("p", {}, said.hint), form, this.#result];
  }

  async #run(context: OutlookContext, lists: Lists): Promise<void> {
    this.#hasRun = true;
    const result = this.#result;
    const requests = outlooksOf(context, this.#host.entered, lists);
    if ("refused" in requests) {
      // What stands there is not of what is entered now.
      this.#answers = null;
      result.replaceChildren();
      this.#host.refuse(requests.refused);
      return;
    }
    const answers = await this.#host.ask(context, requests);
    if (answers === null) return;
    this.#answers = answers;
    result.replaceChildren(...outlookView(answers, context));
  }
}
