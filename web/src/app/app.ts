// SPDX-License-Identifier: MIT
import type { Incoming } from "../host/tables_in.ts";
import { watchDrop, watchFileInput, watchPaste } from "../host/tables_in.ts";
import { hasWebGl2 } from "../host/webgl.ts";
import type { Calculator, OpenTable } from "./calculator.ts";
import { EngineCalculator, WorkbenchCalculator } from "./calculator.ts";
import { byId, element } from "./dom.ts";
import { Intake } from "./intake.ts";
import { Language } from "./language.ts";
import { saveTables } from "./save.ts";
import { ReadingPanel } from "../reading/panel.ts";
import { Twin } from "./twin.ts";
import type { Words } from "./words/zh.ts";
import { WorkbenchHost } from "../host/workbench_host.ts";

type View = "start" | "canvas" | "text" | "reading";
type PlainWord = { [Key in keyof Words]: Words[Key] extends string ? Key : never }[keyof Words];

/** Narrower than this the text view comes first: a dense table on a phone's canvas serves nobody. */
const kSmallScreen = "(max-width: 640px)";

/** For tests and for a look from the console: how many frames were drawn, and which face is shown. */
interface Diagnostics {
  frames: number;
  view: View;
}

declare global {
  interface Window {
    __junheng?: Readonly<Diagnostics>;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export class App {
  readonly #language = new Language();
  readonly #twin = new Twin(byId("text-view", HTMLElement), () => undefined);
  readonly #status = byId("status", HTMLElement);
  readonly #notice = byId("notice", HTMLElement);
  readonly #pasteBox = byId("paste-box", HTMLTextAreaElement);
  readonly #fileInput = byId("file", HTMLInputElement);
  readonly #standard = byId("standard", HTMLSelectElement);
  readonly #viewSwitch = byId("view-switch", HTMLButtonElement);
  readonly #canvasView = byId("canvas-view", HTMLElement);
  readonly #textView = byId("text-view", HTMLElement);
  readonly #readingView = byId("reading-view", HTMLElement);
  readonly #readingSwitch = byId("reading-switch", HTMLButtonElement);
  readonly #intake = new Intake(() => this.#language.words);
  readonly #panel = new ReadingPanel(this.#readingView, {
    open: (table) => this.#compute(table),
    addFiles: () => {
      this.#adding = true;
      this.#fileInput.click();
    },
    save: (kind) => void this.#save(kind),
  });

  #calculator: Calculator | null = null;
  #host: WorkbenchHost | null = null;
  #canGraphics = false;
  /** The tables on the screen; kept where they came before the engine was ready. */
  #table: OpenTable | null = null;
  #before: View = "start";
  #adding = false;
  #said: { word: PlainWord; detail: string } = { word: "preparing", detail: "" };
  #trouble: { word: PlainWord | null; detail: string } | null = null;

  async start(): Promise<void> {
    this.#language.apply(document);
    this.#watch();
    this.#say("preparing");
    this.#showView("start");
    this.#canGraphics = hasWebGl2();
    if (!this.#canGraphics) await this.#startPlain("plainNoWebGl");
    else if (window.matchMedia(kSmallScreen).matches) await this.#startPlain("plainSmall");
    else await this.#startWorkbench();
  }

  async #startWorkbench(): Promise<void> {
    try {
      const elements = { canvas: byId("canvas", HTMLCanvasElement), fields: byId("fields", HTMLElement) };
      const host = await WorkbenchHost.start(elements, new URL("./workbench.wasm", import.meta.url), {
        changed: () => {
          if (this.#host !== null) this.#speak(this.#host.language());
          this.#follow();
        },
        request: (request) => {
          if (request.kind === "open_file") this.#fileInput.click();
          else void this.#openSample(request.argument);
        },
        leave: () => this.#viewSwitch.focus(),
        gpu: (lost) => this.#say(lost ? "gpuLost" : "readyCanvas"),
      });
      this.#host = host;
      Object.defineProperty(window, "__junheng", {
        configurable: true,
        get: (): Diagnostics => ({ frames: host.frames, view: this.#view }),
      });
      this.#use(new WorkbenchCalculator(host));
      this.#showView("canvas");
      if (host.hasChineseFont()) this.#say("readyCanvas");
      else this.#warn("noChineseFont");
    } catch (error) {
      this.#canGraphics = false;
      await this.#startPlain("plainFailed", reasonOf(error));
    }
  }

  async #startPlain(why: PlainWord, detail = ""): Promise<void> {
    try {
      // Loaded only here: with the workbench the page already has an engine.
      const { loadJunheng } = await import("../engine/junheng.js");
      this.#use(new EngineCalculator(await loadJunheng(), () => this.#follow()));
      this.#showView("text");
      this.#say(why, detail);
    } catch (error) {
      this.#showView("text");
      this.#warn("engineFailed", reasonOf(error));
    }
  }

  /** From here on tables are computed; one that came earlier is computed now. */
  #use(calculator: Calculator): void {
    this.#calculator = calculator;
    calculator.setLanguage(this.#language.id);
    this.#fillStandards();
    if (this.#table !== null) calculator.open(this.#table);
    this.#follow();
  }

  async #receive(incoming: readonly Incoming[]): Promise<void> {
    const adding = this.#adding;
    this.#adding = false;
    this.#pasteBox.value = "";
    this.#trouble = null;
    const { sources, reading, standard, refused } = await this.#intake.open(incoming);
    if (standard !== "") this.#calculator?.setStandard(standard);
    if (sources.length > 0 && adding) this.#panel.add(sources);
    else if (sources.length > 0) this.#panel.take(sources, reading);
    if (refused !== "") this.#warnText(refused);
    if (this.#calculator === null) return;
    if (this.#view === "text") this.#textView.scrollIntoView({ block: "start" });
    else if (document.activeElement === this.#pasteBox) this.#host?.focus(); // its keys are for the result now
  }

  #compute(table: OpenTable): void {
    this.#table = table;
    if (this.#calculator === null) {
      this.#say("preparingWithTable");
      return;
    }
    this.#calculator.open(table);
    this.#follow();
  }

  async #save(kind: "project" | "xlsx" | "csv"): Promise<void> {
    const calculator = this.#calculator;
    if (calculator === null) return;
    try {
      await saveTables(kind, { panel: this.#panel, calculator, standard: this.#standard.value });
    } catch (error) {
      this.#warn("fileFailed", reasonOf(error));
    }
  }

  #watch(): void {
    const receive = (incoming: readonly Incoming[]): void => {
      this.#receive(incoming).catch(failed);
    };
    const failed = (error: unknown): void => this.#warn("fileFailed", reasonOf(error));
    const dropHint = byId("drop-hint", HTMLElement);
    watchPaste(receive);
    watchDrop({ receive, failed, hovering: (over) => { dropHint.hidden = !over; } });
    watchFileInput(this.#fileInput, receive, failed);
    // Typed or dictated line by line, or put in by a phone that sends no paste event.
    this.#pasteBox.addEventListener("change", () => {
      if (this.#pasteBox.value.trim() !== "") receive([{ name: "", data: this.#pasteBox.value }]);
    });
    for (const button of document.querySelectorAll<HTMLButtonElement>("[data-sample]")) {
      button.addEventListener("click", () => void this.#openSample(button.dataset["sample"] ?? ""));
    }
    this.#standard.addEventListener("change", () => this.#calculator?.setStandard(this.#standard.value));
    this.#readingSwitch.addEventListener("click", () => {
      if (this.#view === "reading") this.#showView(this.#before);
      else {
        this.#before = this.#view;
        this.#showView("reading");
        this.#readingView.focus();
      }
    });
    this.#viewSwitch.addEventListener("click", () => {
      if (this.#host === null) void this.#startWorkbench();
      else this.#showView(this.#view === "canvas" ? "text" : "canvas");
    });
    byId("language-switch", HTMLButtonElement).addEventListener("click", () => {
      this.#speak(this.#language.other);
      this.#calculator?.setLanguage(this.#language.id);
    });
  }

  #speak(id: string): void {
    if (!this.#language.choose(id)) return;
    this.#language.apply(document);
    this.#fillStandards();
    this.#showView(this.#view);
    this.#sayAgain();
  }

  async #openSample(name: string): Promise<void> {
    try {
      const response = await fetch(new URL(`../samples/${encodeURIComponent(name)}`, import.meta.url));
      if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
      await this.#receive([{ data: new Uint8Array(await response.arrayBuffer()), name }]);
    } catch (error) {
      this.#warn("sampleFailed", `${name} ${reasonOf(error)}`);
    }
  }

  /** Everything beside the canvas follows what it shows. */
  #follow(): void {
    const calculator = this.#calculator;
    if (calculator === null) return;
    const result = calculator.result();
    this.#twin.show(result, calculator.standards(), this.#language.words, this.#language.id, this.#panel.name);
    const standard = result?.evaluation.standard;
    if (standard) this.#standard.value = standard.id;
    const notice = calculator.notice();
    const trouble = this.#trouble === null ? "" : `${this.#trouble.word === null ? "" : this.#language.words[this.#trouble.word]}${this.#trouble.detail}`;
    this.#readingSwitch.hidden = this.#table === null;
    this.#panel.show(calculator, this.#language.words, this.#language.id, this.#view === "reading");
    this.#notice.textContent = [trouble, notice].filter((text) => text !== "").join(" ");
    this.#notice.hidden = this.#notice.textContent === "";
    // The canvas draws its own notices; this one is then for the ear only.
    this.#notice.classList.toggle("hidden-text", trouble === "" && this.#view === "canvas");
    if (result !== null && this.#said.word === "preparingWithTable") this.#say("ready");
  }

  #fillStandards(): void {
    const chosen = this.#standard.value;
    const standards = this.#calculator?.standards() ?? [];
    this.#standard.replaceChildren(
      ...standards.map((one) => element("option", { value: one.id }, one.title[this.#language.id])),
    );
    if (chosen !== "") this.#standard.value = chosen;
    this.#standard.disabled = standards.length === 0;
  }

  get #view(): View {
    const view = document.body.dataset["view"];
    return view === "canvas" || view === "text" || view === "reading" ? view : "start";
  }

  #showView(view: View): void {
    const { words } = this.#language;
    document.body.dataset["view"] = view;
    this.#canvasView.hidden = view !== "canvas";
    byId("canvas", HTMLCanvasElement).setAttribute("aria-label", words.canvasName);
    this.#readingView.hidden = view !== "reading";
    this.#textView.hidden = view === "reading";
    this.#readingSwitch.textContent = view === "reading" ? words.backToResult : words.showReading;
    this.#viewSwitch.hidden = view === "start" || view === "reading" || (this.#host === null && !this.#canGraphics);
    this.#viewSwitch.textContent = view === "canvas" ? words.showText : words.showCanvas;
    const languageSwitch = byId("language-switch", HTMLButtonElement);
    languageSwitch.textContent = words.otherLanguage;
    languageSwitch.lang = words.otherLanguageTag;
    this.#host?.show(view === "canvas");
    this.#follow();
  }

  #say(word: PlainWord, detail = ""): void {
    this.#said = { word, detail };
    this.#sayAgain();
  }

  #sayAgain(): void {
    this.#status.textContent = `${this.#language.words[this.#said.word]}${this.#said.detail}`;
  }

  /** Something a person must know and can act on. */
  #warnText(text: string): void {
    this.#trouble = { word: null, detail: text };
    this.#notice.textContent = text;
    this.#notice.hidden = false;
    if (this.#calculator !== null) this.#follow();
  }

  #warn(word: PlainWord, detail = ""): void {
    this.#trouble = { word, detail };
    if (this.#calculator !== null) {
      this.#say("ready");
      this.#follow();
      return;
    }
    this.#say(word, detail);
    this.#notice.textContent = `${this.#language.words[word]}${detail}`;
    this.#notice.hidden = false;
  }
}
