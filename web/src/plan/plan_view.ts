// SPDX-License-Identifier: MIT
//
// 怎样才能达标: a view beside the result, fetched with the first look at it.

import type { OpenRequest } from "../engine/junheng.d.ts";
import type { OutlookAnswer, PlanAnswer, PlanCounty, PlanRequest, StagePlace } from "../engine/plan.d.ts";
import { button, element } from "../kit/dom.ts";
import { copyableTable } from "../kit/copy_table.ts";
import type { Cell } from "../kit/copy_table.ts";
import type { Aside, AsidePage } from "../work/aside.ts";
import type { OpenTable } from "../work/calculator.ts";
import { requestOf } from "../work/calculator.ts";
import { fill } from "../words/fill.ts";
import { alternativesOf } from "./alternatives.ts";
import { answerView, sentencesOf, whatIsHad } from "./answer_view.ts";
import { choices, chosenStage } from "./choices.ts";
import type { Chosen } from "./choices.ts";
import { money, stageName, wordsOf } from "./context.ts";
import type { PlanContext } from "./context.ts";
import { BadNumber, planForm, wishesOf } from "./form.ts";
import { noSchools, sameSchools } from "./entered.ts";
import type { Entered, SchoolsEntered, Wished } from "./entered.ts";
import type { OutlookHost, OutlookPart } from "./outlook.ts";
import { PlanDoor } from "./plan_door.ts";
import { keepPupils, plannedStages, pupilsKept, wholeThings } from "./planned.ts";
import { surenessView } from "./sureness_view.ts";

const kSecond = 1000;
/** Seconds from which on people ask how long it will be. */
const kLong = 3;

type Drawing = (context: PlanContext) => readonly HTMLElement[];

/** Another way than the plan, as it was asked and what came of it. */
interface Other {
  readonly name: keyof PlanContext["words"] & ("nobodyGoes" | "onlyBuy" | "onlyMove" | "halfBudget");
  readonly asked: PlanRequest;
  readonly answer: PlanAnswer;
  readonly holds: boolean;
}

/**
 * The view. Holds what is open (and by which it was computed), what was entered, which stage is looked at, and what was
 * found: the answer with its alternatives, and the sureness; both are forgotten when what is open changes.
 *
 * `show` opens what is new and draws; the form draws itself anew where it must; `#compute` and `#look` ask the door and
 * draw what comes, unless something else was asked meanwhile (`#asked` is another number then).
 */
class PlanView implements Aside {
  readonly #place: HTMLElement;
  readonly #page: AsidePage;
  readonly #door = new PlanDoor();
  readonly #entered: Entered = new Map();
  /** By county, of the tables that are open. */
  readonly #schools = new Map<number, SchoolsEntered>();
  #of = "";
  #language = "";
  #table: OpenTable | null = null;
  #counties: readonly PlanCounty[] | null = null;
  readonly #chosen: Chosen = { county: 0, stage: null, year: 0 };
  #asked = 0;
  /** Ends what is being computed now. */
  #end: (() => void) | null = null;
  /** What was found, drawn in the language of now. */
  #drawResult: Drawing = () => [];
  #drawSureness: Drawing = () => [];
  #result = element("div", {});
  #sureness = element("div", {});
  /** The years to come, a part that is fetched. */
  #ahead: OutlookPart | null = null;
  #said = element("p", { role: "status" });

  constructor(place: HTMLElement, page: AsidePage) {
    this.#place = place;
    this.#page = page;
  }

  show(): void {
    const table = this.#page.table();
    const words = wordsOf(this.#page.language()).words;
    if (table === null) {
      this.#of = "";
      this.#place.replaceChildren(element("h1", {}, words.heading), element("p", {}, words.noTable));
      return;
    }
    const request = this.#request(table);
    const { table: _, ...others } = request;
    const of = JSON.stringify([others, this.#page.own.with(this.#page.standard())]);
    const language = this.#page.language();
    const spoken = this.#language;
    this.#language = language;
    if (of === this.#of && table.sheets === this.#table?.sheets) {
      if (spoken !== language) this.#draw();
      return;
    }
    this.#of = of;
    this.#forget();
    this.#table = table;
    void this.#open(request);
  }

  /** What was found is of another stage or other tables. */
  #forget(): void {
    this.#drawResult = () => [];
    this.#drawSureness = () => [];
    this.#ahead?.forget();
  }

  /** A corrected cell leaves what is entered of schools; other schools do not. */
  #take(counties: readonly PlanCounty[] | null): void {
    if (!sameSchools(this.#counties, counties)) {
      this.#schools.clear();
      this.#ahead?.otherSchools();
    }
    this.#counties = counties;
  }

  hide(): void {
    // What is being computed goes on: whoever comes back finds it.
  }

  #request(table: OpenTable): OpenRequest {
    const decisions = this.#page.calculator()?.decisions() ?? table.decisions;
    return requestOf({ ...table, decisions, standard: this.#page.standard() });
  }

  async #open(request: OpenRequest): Promise<void> {
    const { words } = wordsOf(this.#page.language());
    this.#end?.();
    const asked = this.#next();
    this.#door.stop();
    this.#door.take(request, this.#page.own.with(this.#page.standard()));
    this.#place.replaceChildren(element("h1", {}, words.heading), element("p", { role: "status" }, words.preparing));
    const counties = await this.#door.stages().catch((error: unknown) => this.#failed(error));
    if (asked !== this.#asked) return;
    this.#take(counties ?? null);
    const county = this.#counties?.findIndex(({ stages }) => stages.length > 0) ?? -1;
    if (this.#counties === null || county < 0) {
      this.#place.replaceChildren(element("h1", {}, words.heading), element("p", {}, words.cannotOpen));
      return;
    }
    if ((this.#counties[this.#chosen.county]?.stages.length ?? 0) === 0) this.#chosen.county = county;
    this.#draw();
  }

  #next(): number {
    this.#asked += 1;
    return this.#asked;
  }

  #failed(error: unknown): undefined {
    const reason = error instanceof Error ? error.message : String(error);
    this.#page.warn(() => fill(wordsOf(this.#page.language()).words.failed, { reason }));
    return undefined;
  }

  #context(): PlanContext | null {
    const stage = chosenStage(this.#counties ?? [], this.#chosen);
    return stage === undefined ? null : { ...wordsOf(this.#page.language()), stage };
  }
  #wished(): Wished {
    const schools = this.#schools.get(this.#chosen.county) ?? noSchools();
    this.#schools.set(this.#chosen.county, schools);
    return { all: this.#entered, schools };
  }
  #placeOf({ stage }: PlanContext): StagePlace {
    return { county: this.#chosen.county, stage: stage.stage };
  }

  #draw(): void {
    const context = this.#context();
    if (context === null) return;
    const { words } = context;
    this.#result = element("div", { id: "plan-result" }, ...this.#drawResult(context));
    this.#sureness = element("div", { id: "plan-sureness" }, ...this.#drawSureness(context));
    const ahead = element("section", { id: "plan-ahead" });
    void this.#drawAhead(ahead, context);
    this.#said = element("p", { role: "status", id: "plan-status", class: "plan-status" });
    const form = element("form", { class: "plan-form" });
    const other = (): void => {
      this.#end?.();
      this.#forget();
      this.#draw();
    };
    const draw = (): void => {
      const compute = element("button", { type: "submit", class: "button strong", id: "plan-compute" }, words.compute);
      const inner = planForm(context, this.#wished(), draw);
      form.replaceChildren(
        choices(context, this.#counties ?? [], this.#chosen, other),
        inner,
        element("p", {}, compute),
      );
    };
    draw();
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#compute(context);
    });
    const sureness = element("h2", {}, words.sureness);
    const door = (to: HTMLElement, name: string): HTMLElement =>
      button(name, () => to.scrollIntoView({ block: "start" }), { class: "door" });
    const look = button(words.look, () => void this.#look(context), { class: "button", id: "plan-look" });
    this.#place.replaceChildren(
      element("h1", {}, words.heading),
      element(
        "p",
        {},
        `${words.purpose} ${words.below} `,
        door(sureness, words.sureness),
        words.comma,
        door(ahead, words.ahead),
      ),
      form,
      this.#result,
      sureness,
      element("p", {}, words.surenessHint),
      element("p", {}, look),
      this.#sureness,
      ahead,
      this.#said,
    );
  }

  /** What the years to come bring, as it is entered; undefined: now is planned. Null: wrong, which is said. */
  async #yearAsked(context: PlanContext): Promise<PlanRequest["ahead"] | null> {
    if (this.#chosen.year === 0) return undefined;
    const county = this.#counties?.[this.#chosen.county];
    const part = await this.#aheadPart();
    if (county === undefined || part === undefined) return null;
    const assumed = part.middle(county, this.#chosen.county, context);
    if ("refused" in assumed) {
      this.#refuse(assumed.refused);
      return null;
    }
    const { county: _, ...others } = assumed;
    return { ...others, year: this.#chosen.year };
  }

  /**
   * Says how far it is, with a button that stops it; null where it took its end. What is stopped, or has another question
   * take its place, ends at once: its worker with it, and whoever waited for it waits for ever.
   */
  async #busy<T>(
    context: PlanContext,
    all: number,
    work: (step: (done: number) => void, part: (done: number, all: number) => void) => Promise<T>,
  ): Promise<T | null> {
    const { words } = context;
    this.#end?.();
    const asked = this.#next();
    const begun = performance.now();
    let at = 1;
    let under = "";
    const text = element("span", {});
    const say = (): void => {
      const seconds = Math.round((performance.now() - begun) / kSecond);
      const far = fill(all > 1 ? words.computing : words.computingOne, { done: at, all, seconds });
      text.textContent = [far, under, ...(seconds < kLong ? [] : [words.unforeseen])].filter(Boolean).join(" ");
    };
    const timer = setInterval(say, kSecond);
    const over = (): void => {
      clearInterval(timer);
      this.#end = null;
      this.#said.textContent = "";
    };
    this.#end = () => {
      over();
      this.#next();
      this.#door.stop();
    };
    const stop = button(
      words.stop,
      () => {
        this.#end?.();
        this.#said.textContent = words.stopped;
      },
      { class: "button", id: "plan-stop" },
    );
    say();
    this.#said.replaceChildren(text, " ", stop);
    try {
      const answer = await work(
        (done) => {
          at = done;
          under = "";
          say();
        },
        (done, of) => {
          under = fill(words.part, { done, all: of });
          say();
        },
      );
      return asked === this.#asked ? answer : null;
    } catch (error) {
      if (asked === this.#asked) this.#failed(error);
      return null;
    } finally {
      if (asked === this.#asked) over();
    }
  }

  async #compute(context: PlanContext): Promise<void> {
    this.#result.replaceChildren();
    const wishes = this.#read(() => wishesOf(context, this.#wished()));
    if (wishes === null) return;
    const ahead = await this.#yearAsked(context);
    if (ahead === null) return;
    const request: PlanRequest = { ...this.#placeOf(context), ...wishes, ...(ahead === undefined ? {} : { ahead }) };
    const others = alternativesOf(request);
    const found: Other[] = [];
    const answer = await this.#busy(context, others.length + 1, async (step, part) => {
      const plan = await this.#door.plan(request, part);
      if (plan === null || (plan.changes ?? []).length === 0) return plan;
      for (const [at, other] of others.entries()) {
        step(at + 2);
        const asked = other.request(plan);
        if (asked === null) continue;
        const one = await this.#door.plan(asked, part);
        if (one !== null) found.push({ name: other.name, asked, answer: one, holds: other.holds(one) });
      }
      return plan;
    });
    if (answer === null) return;
    // Papers of now tell the same plan.
    if (this.#table !== null && ahead === undefined) keepPupils(this.#table.sheets, request);
    this.#drawResult = (now) => [
      ...answerView(answer, now, this.#tools(answer, now), request.budget, ahead?.year),
      ...this.#alternatives(found, now),
    ];
    this.#result.replaceChildren(...this.#drawResult(context));
    this.#result.querySelector<HTMLElement>("h2")?.scrollIntoView({ block: "start" });
  }

  #alternative({ answer, asked, holds }: Other, context: PlanContext): string {
    const { words } = context;
    if (answer.outcome === "over_budget") return sentencesOf(answer, context, asked.budget).slice(1).join(" ");
    if (answer.outcome !== "planned" || !holds) return words.impossible;
    const what = whatIsHad(answer, context);
    const { cost } = answer;
    return cost === null ? fill(words.alternative, { what }) : fill(words.alternativeCost, { what, cost: money(cost) });
  }

  #alternatives(found: readonly Other[], context: PlanContext): HTMLElement[] {
    const { words, copy } = context;
    if (found.length === 0) return [];
    const rows = found.map((one): Cell[] => [
      { text: words[one.name], heading: true },
      { text: this.#alternative(one, context) },
    ]);
    return [copyableTable(words.alternatives, [words.way, words.outcome], rows, copy)];
  }

  #tools({ changes = [] }: PlanAnswer, context: PlanContext): HTMLElement {
    const { words } = context;
    const add = button(
      words.asScenario,
      () => {
        const calculator = this.#page.calculator();
        if (calculator === null) return;
        const decisions = calculator.decisions();
        const name = fill(words.scenarioName, { stage: stageName(context) });
        // The first is the one that is shown.
        calculator.decide({ ...decisions, scenarios: [{ name, changes }, ...decisions.scenarios] });
        this.#page.say(words.scenarioAdded);
        this.#page.go({ view: "what-if" });
      },
      { class: "button", id: "plan-scenario" },
    );
    return element("p", {}, add);
  }

  async #drawAhead(place: HTMLElement, context: PlanContext): Promise<void> {
    const county = this.#counties?.[this.#chosen.county];
    if (county === undefined) return;
    const part = await this.#aheadPart();
    if (part !== undefined) place.replaceChildren(...part.draw(county, this.#chosen.county, context));
  }

  async #aheadPart(): Promise<OutlookPart | undefined> {
    const part = await import("./outlook.ts").catch((error: unknown) => this.#failed(error));
    if (part === undefined) return undefined;
    this.#ahead ??= new part.OutlookPart(this.#aheadHost());
    return this.#ahead;
  }

  #aheadHost(): OutlookHost {
    return {
      entered: this.#entered,
      standard: () => {
        const id = this.#page.standard();
        return (
          this.#page
            .calculator()
            ?.standards()
            .find((one) => one.id === id) ?? null
        );
      },
      columns: () => this.#page.calculator()?.result()?.head.columns ?? [],
      ask: (context, requests) =>
        this.#busy(context, requests.length, async (step) => {
          const found: OutlookAnswer[] = [];
          for (const [at, request] of requests.entries()) {
            step(at + 1);
            const answer = await this.#door.outlook(request);
            if (answer !== null) found.push(answer);
          }
          return found;
        }),
      refuse: (sentence) => this.#refuse(sentence),
    };
  }

  #refuse(sentence: string): void {
    this.#end?.();
    this.#said.replaceChildren(element("strong", {}, sentence));
  }

  /** What is entered; null where it is wrong, which is said. */
  #read<T>(read: () => T): T | null {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof BadNumber)) throw error;
      this.#refuse(error.message);
      this.#said.scrollIntoView({ block: "nearest" });
      return null;
    }
  }

  async #look(context: PlanContext): Promise<void> {
    this.#sureness.replaceChildren();
    const sureness = await this.#busy(context, 1, () => this.#door.sureness(this.#placeOf(context)));
    if (sureness === null) return;
    this.#drawSureness = (now) => surenessView(sureness, now);
    this.#sureness.replaceChildren(...this.#drawSureness(context));
  }
}

/** For the papers, which tell of plans: one download holds all that asks for them. */
export { PlanDoor, plannedStages, pupilsKept, wholeThings };

export function open(place: HTMLElement, page: AsidePage): Aside {
  return new PlanView(place, page);
}
