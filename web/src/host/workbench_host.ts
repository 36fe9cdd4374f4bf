// SPDX-License-Identifier: MIT
//
// Puts the workbench on its canvas: each concern of the canvas is a file beside this one; here they are tied together
// by one rule, "something happened, so draw".

import createWorkbench from "#wasm/workbench.js";
import type { PlatformRequest, WorkbenchPage, WorkbenchPlace } from "#wasm/workbench.js";
import type { OpenEvaluation } from "../engine/junheng.d.ts";
import { writeTable } from "../engine/asked.ts";
import { instantiate } from "../engine/load_wasm.ts";
import type { WasmBytes } from "../engine/load_wasm.ts";
import { openEvaluation } from "../engine/open.ts";
import { isEnd, known, Replaceable } from "../engine/replaceable.ts";
import type { HandedSheets } from "../engine/sheets.ts";
import { others } from "../kit/others.ts";
import { watchCanvasSize } from "./canvas_size.ts";
import { watchKeys } from "./keys.ts";
import { watchPointer } from "./pointer.ts";
import { Scheduler } from "./scheduler.ts";
import { ScreenTwin } from "./screen_twin.ts";
import { TextFields } from "./text_fields.ts";
import type { Finish } from "./text_fields.ts";
import { watchContext } from "./webgl.ts";

interface HostElements {
  readonly canvas: HTMLCanvasElement;
  /** Covers the canvas exactly; the text inputs are put into it. */
  readonly fields: HTMLElement;
}

interface HostActions {
  /** A new result, a notice, another language: what stands beside the canvas must follow. */
  changed(): void;
  request(request: PlatformRequest): void;
  /** Another view, school or indicator is shown. */
  moved(): void;
  /** The focus leaves the canvas by key. */
  leave(): void;
  gpu(lost: boolean): void;
  /** The module came to its end in the middle of something. */
  ended(): void;
  /** Another one stands in its place, as empty as the first was. */
  replaced(): void;
}

/** ImGui's cursors in its order (ImGuiMouseCursor_), as CSS names them; -1 is none. */
const kCursors = [
  "default",
  "text",
  "move",
  "ns-resize",
  "ew-resize",
  "nesw-resize",
  "nwse-resize",
  "pointer",
  "wait",
  "progress",
  "not-allowed",
];

/** Milliseconds of work before the page lives on. */
const kMoment = 40;

/** Pixels of the text that the canvas is made for. */
const kTextSize = 16;

/** How much larger the text of the page is than that: the canvas is, too. */
function textScale(): number {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return size > 0 ? size / kTextSize : 1;
}

/** Of a standard that was taken. */
const kNoFaults = "[]";

/** The view of a place where a room looks at one page after another. */
const kMeeting = "meeting";

const kNowhere: WorkbenchPlace = { view: "", county: "", school: "", stage: "", indicator: "" };

function samePlace(a: WorkbenchPlace, b: WorkbenchPlace): boolean {
  return (Object.keys(kNowhere) as (keyof WorkbenchPlace)[]).every((key) => a[key] === b[key]);
}

/**
 * The module of the workbench and what the browser has to do for it. Holds the door to the module's page, the scheduler
 * of frames, the text inputs over the canvas and its twin for those who cannot see it, and how the page was last set up:
 * a module that ends is replaced by one that is set up in the same way, on the same canvas.
 *
 * Whatever happens (a pointer, a key, a call from the page) goes to the module and asks the scheduler for a frame. A frame
 * draws, then follows up: cursor, text inputs, requests, a new revision, the twin, another place.
 */
export class WorkbenchHost {
  readonly #door: Replaceable<WorkbenchPage>;
  readonly #page: WorkbenchPage;
  /** What would set up the page of another module, by what it sets. */
  readonly #setUp = new Map<string, (page: WorkbenchPage) => void>();
  readonly #canvas: HTMLCanvasElement;
  readonly #scheduler: Scheduler;
  readonly #fields: TextFields;
  readonly #actions: HostActions;
  readonly #twin: ScreenTwin;
  #ratio = 1;
  #revision = -1;
  #popupOpen = false;
  #asked = false;
  /** Goes on in a moment. */
  #advancing: Promise<void> | null = null;
  #place = kNowhere;
  /** The button by which a meeting was entered. */
  #entrance: string | undefined;

  /** Rejects where the module cannot be loaded or the canvas gives no WebGL 2. */
  static async start(elements: HostElements, wasm: URL, actions: HostActions): Promise<WorkbenchHost> {
    let code: URL | WasmBytes | WebAssembly.Module = wasm;
    let host: WorkbenchHost | null = null;
    const door = await Replaceable.start(
      async () => {
        const module = await instantiate(createWorkbench, code, (compiled) => {
          code = compiled;
        });
        const page = new module.Workbench(`#${elements.canvas.id}`);
        if (!page.ready()) throw new Error("WebGL 2");
        return page;
      },
      (again) => {
        if (host !== null) host.#end(again);
      },
    );
    host = new WorkbenchHost(door, elements, actions);
    return host;
  }

  private constructor(door: Replaceable<WorkbenchPage>, { canvas, fields }: HostElements, actions: HostActions) {
    this.#door = door;
    this.#page = door.calls();
    const page = door.quietCalls();
    this.#canvas = canvas;
    this.#actions = actions;
    this.#scheduler = new Scheduler((seconds, due) => this.#draw(seconds, due));
    const poke = (): void => this.#scheduler.poke();
    const setText = (field: string, value: string): void => {
      page.setText(field, value);
      poke();
    };
    const finish: Finish = (field, how) => {
      page.finish(field, how);
      poke();
      // Read at once: what a field said is worth keeping even if no frame follows.
      this.#report();
    };
    this.#fields = new TextFields(fields, setText, finish, () => canvas.focus());
    this.#twin = new ScreenTwin(fields, {
      press: (id) => {
        page.press(id);
        poke();
      },
      reach: (id) => {
        page.bringIntoSight(id);
        poke();
      },
      leave: () => actions.leave(),
      lost: () => canvas.focus(),
    });
    this.#set("listen", (now) => now.listen(true));

    watchCanvasSize(canvas, (size) => {
      this.#ratio = size.ratio;
      this.#set("size", (now) => now.resize(size.width, size.height, size.ratio * textScale()));
      poke();
    });
    watchPointer(canvas, page, poke);
    watchKeys(canvas, page, {
      happened: poke,
      leave: () => actions.leave(),
      search: () => this.#fields.focusFirst(),
      popupOpen: () => this.#popupOpen,
      meeting: () => this.#place.view === kMeeting,
      undo: () => this.undo(),
      redo: () => this.redo(),
    });
    watchContext(
      canvas,
      () => {
        this.#scheduler.pause();
        page.loseGpu();
        actions.gpu(true);
      },
      () => {
        actions.gpu(false);
        this.#scheduler.resume();
      },
    );
    // No frame follows in which a large table would be evaluated again, and soon there may be no page.
    document.addEventListener("visibilitychange", () => {
      if (document.hidden) this.#worked();
    });
    poke();
  }

  /** While there is no module it is kept for the next one. */
  #set(what: string, set: (page: WorkbenchPage) => void): void {
    this.#setUp.set(what, set);
    try {
      set(this.#page);
    } catch {
      // An EngineEnded, which #end has been told of.
    }
  }

  #end(again: Promise<void>): void {
    this.#scheduler.pause();
    this.#actions.ended();
    void again.then(() => {
      try {
        for (const set of this.#setUp.values()) set(this.#page);
      } catch {
        return; // there is none, or that one has ended, too
      }
      this.#revision = -1;
      this.#scheduler.resume();
      const place = this.#place;
      this.#actions.replaced();
      this.#set("place", (page) => page.go(place));
      this.#setUp.delete("place");
    });
  }

  get frames(): number {
    return this.#scheduler.drawn;
  }

  /** Grows with every new result, notice and language. */
  get revision(): number {
    return this.#page.revision();
  }

  hasChineseFont(): boolean {
    return this.#page.hasChineseFont();
  }

  /** As soon as the page has nothing else to do; not any more once there are tables to evaluate. */
  warmUp(): void {
    // Safari knows no idle time.
    const whenIdle = "requestIdleCallback" in window ? requestIdleCallback : setTimeout;
    whenIdle(() => {
      if (!this.#asked) known(() => this.#page.warmUp(), undefined);
    });
  }

  /** `work`: a project in JSON without its tables. */
  open({ tables, parts }: HandedSheets, name: string, work: string): void {
    this.#hand(tables);
    this.#page.openTables(name, JSON.stringify(parts), work);
    this.#opened();
  }

  /** The same in steps: `advance` as long as it is true, then `showOpening` or `stopOpening`. */
  begin({ tables, parts }: HandedSheets, name: string, work: string): void {
    this.#hand(tables);
    this.#page.beginTables(name, JSON.stringify(parts), work);
  }
  advance(): boolean {
    return this.#page.advanceOpening();
  }
  /** How much of it is done, from 0 to 1. */
  get openingShare(): number {
    return this.#page.openingShare();
  }
  showOpening(): void {
    this.#page.showOpening();
    this.#opened();
  }
  stopOpening(): void {
    this.#page.stopOpening();
  }

  #hand(tables: HandedSheets["tables"]): void {
    this.#asked = true;
    writeTable((bytes) => this.#page.reserve(bytes), tables);
  }

  #opened(): void {
    this.#scheduler.poke();
    this.#report();
  }

  rows(request: string): string {
    return this.#read(this.#page.rows(request));
  }

  setLanguage(id: string): void {
    this.#set("language", (page) => page.setLanguage(id));
    this.#scheduler.poke();
    this.#report();
  }

  /** The workbench has buttons of its own for it. */
  language(): string {
    return this.#page.language();
  }

  work(): string {
    return this.#page.work();
  }

  changeWork(work: string): void {
    this.#page.changeWork(work);
    this.#worked();
  }

  undo(): void {
    this.#page.undo();
    this.#worked();
  }

  redo(): void {
    this.#page.redo();
    this.#worked();
  }

  /** Large tables are evaluated again in the frames that follow; where none do, now, a moment at a time. */
  #worked(): void {
    if (this.#scheduler.rests) this.#advance();
    this.#scheduler.poke();
    this.#report();
  }

  #advance(): void {
    const end = performance.now() + kMoment;
    while (known(() => this.#page.advance(), false)) {
      if (performance.now() < end) continue;
      void (this.#advancing ??= others().then(() => {
        this.#advancing = null;
        this.#worked();
      }));
      return;
    }
  }

  undoSteps(): number {
    return this.#page.undoSteps();
  }

  redoSteps(): number {
    return this.#page.redoSteps();
  }

  /** Where the person is; what is not there is empty. */
  place(): WorkbenchPlace {
    return known(() => this.#page.place(), this.#place);
  }

  go(place: Partial<WorkbenchPlace>): void {
    known(() => this.#page.go({ ...kNowhere, ...place }), undefined);
    this.#scheduler.poke();
  }

  setTheme(id: string): void {
    this.#set("theme", (page) => page.setTheme(id));
    this.#scheduler.poke();
  }

  setYear(year: number): void {
    this.#set("year", (page) => page.setYear(year));
  }

  setStandard(id: string): void {
    this.#set("standard", (page) => page.setStandard(id));
    this.#worked();
  }

  notice(): string {
    return this.#page.notice();
  }

  /** Asks the result on the screen; null where there is none yet. It is open only while it is asked. */
  ask<T>(question: (evaluation: OpenEvaluation) => T): T | null {
    const core = this.#door.part((page) => {
      page.settle();
      return page.opened();
    });
    if (core === null) return null;
    const evaluation = openEvaluation(core);
    try {
      return question(evaluation);
    } finally {
      evaluation.close();
    }
  }

  /** What other choices of the options would change; empty where there is no result. */
  optionEffects(): string {
    this.#page.settle();
    return this.#read(this.#page.optionEffects());
  }

  /** The table of the shown view: cells with tabs between them. */
  shownTable(): string {
    return known(() => this.#read(this.#page.shownTable()), "");
  }

  standards(): string {
    return this.#read(this.#page.standards());
  }

  /** A user's own, from now on and of each module that takes this one's place; what is wrong with it, as JSON. */
  addStandard(text: string): string {
    const faults = this.#read(this.#page.addStandard(text));
    if (faults === kNoFaults) this.#setUp.set(`own ${this.#setUp.size}`, (page) => page.addStandard(text));
    this.#scheduler.poke();
    this.#report();
    return faults;
  }

  /** While another view is shown nothing is drawn. */
  show(shown: boolean): void {
    if (shown) this.#scheduler.resume();
    else this.#scheduler.pause();
    if (!shown) this.#worked();
  }

  focus(): void {
    this.#canvas.focus();
  }

  #read(bytes: Uint8Array): string {
    const text = new TextDecoder().decode(bytes);
    this.#page.release();
    return text;
  }

  #draw(seconds: number, due: boolean): boolean {
    try {
      return this.#drawn(seconds, due);
    } catch (error) {
      if (isEnd(error)) return false;
      throw error;
    }
  }

  #drawn(seconds: number, due: boolean): boolean {
    const outcome = this.#page.frame(seconds, due);
    this.#popupOpen = outcome.popupOpen;
    const cursor = kCursors[outcome.cursor] ?? "none";
    if (this.#canvas.style.cursor !== cursor) this.#canvas.style.cursor = cursor;
    this.#fields.follow(this.#page.textFields(), this.#ratio);
    for (const request of this.#page.takeRequests()) this.#actions.request(request);
    this.#report();
    this.#twin.follow(() => this.#page.nodes(), this.#ratio);
    const place = this.place();
    if (!samePlace(place, this.#place)) {
      const met = this.#place.view === kMeeting;
      this.#place = place;
      this.#actions.moved();
      if (met !== (place.view === kMeeting)) this.#meet(!met);
    }
    return outcome.again;
  }

  /** However a meeting is entered, its keys are heard; whoever came from a button goes back to it. */
  #meet(begins: boolean): void {
    const from = this.#entrance;
    this.#entrance = begins ? this.#twin.focused : undefined;
    if (begins || from === undefined) this.#canvas.focus();
    else this.#twin.focus(from);
  }

  #report(): void {
    const revision = this.#page.revision();
    if (revision === this.#revision) return;
    this.#revision = revision;
    this.#actions.changed();
  }
}
