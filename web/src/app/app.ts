// SPDX-License-Identifier: MIT
import { known } from "../engine/replaceable.ts";
import { Asides, isAside } from "./asides.ts";
import { type View, Views } from "./views.ts";
import { Whereabouts } from "./whereabouts.ts";
import { hasWebGl2 } from "../host/webgl.ts";
import { type Calculator, EngineCalculator, type OpenTable } from "../work/calculator.ts";
import { WorkbenchCalculator, requestOf } from "../work/calculator.ts";
import { fetched } from "../kit/fetched.ts";
import { now } from "../kit/clock.ts";
import { bringToTop, byId } from "../kit/dom.ts";
import { Address, type Places, formatPlace, parsePlace, placesOf } from "./address.ts";
import { Asking, type Coming } from "./asking.ts";
import { reasonOf, showDiagnostics } from "./diagnostics.ts";
import { answerEmbedder } from "./embedded.ts";
import { KeptPanel, type Origin } from "./kept/panel.ts";
import { workOf } from "./kept/work_of.ts";
import { onTheme } from "../kit/theme.ts";
import { Bar, type PlainWord } from "./bar.ts";
import { Language } from "./language.ts";
import { Menu } from "./menu.ts";
import { OwnEngine } from "./own_engine.ts";
import { OwnStandards } from "../work/own_standards.ts";
import { Outputs } from "./outputs.ts";
import { tablesOf } from "../work/tables.ts";
import { ReadingPanel } from "./reading/panel.ts";
import { Replacing } from "./replacing.ts";
import { undoAgain } from "./undo_row.ts";
import { TextView } from "./text_view.ts";
import { watchInputs } from "./inputs.ts";
import { type Also, type ReadDoor, sayRead } from "./read_sentence.ts";
import type { Work } from "../keep/work.ts";
import { WorkbenchHost } from "../host/workbench_host.ts";

/** Narrower than this the text view comes first: a dense table on a phone's canvas serves nobody. */
const kSmallScreen = "(max-width: 640px)";

/**
 * The page as a whole: owns the views (start, canvas, text, reading, kept), of which one is shown, and ties what each
 * does to the others. Holds the calculator once one could be started, the workbench's host where there is one, and the
 * tables that are open; everything else is in the parts that it makes.
 *
 * What happens: `start` takes tables from the first moment on and starts a calculator (workbench, else engine alone);
 * `#receive` turns what came into sources, the panel makes a table of them, `#compute` opens it in the calculator;
 * whatever changes there comes back through `#changed`, which redraws all views (`#follow`) and hands sound work on to be
 * kept (`#computed`).
 */
export class App {
  readonly #language = new Language();
  readonly #bar = new Bar(this.#language, () => this.#judge());
  readonly #own = new OwnStandards();
  readonly #engine = new OwnEngine((engine) => this.#own.join("engine", (text) => engine.addStandard(text)));
  readonly #text = new TextView(byId("text-view", HTMLElement), {
    changed: () => this.#address.follow(),
    open: () => this.#read(),
    saveResults: () => void this.#outputs.saveResults(),
    effects: () => this.#calculator?.optionEffects() ?? [],
    decisions: () => this.#panel.decisions,
    decide: (next) => this.#calculator?.decide(next),
    engine: () => this.#engine.get(),
    request: () => (this.#sound && this.#table !== null ? requestOf(this.#openNow() ?? this.#table) : null),
    say: (sentence) => this.#bar.sayText(sentence),
  });
  readonly #pasteBox = byId("paste-box", HTMLTextAreaElement);
  readonly #fileInput = byId("file", HTMLInputElement);
  readonly #viewSwitch = byId("view-switch", HTMLButtonElement);
  readonly #textView = byId("text-view", HTMLElement);
  readonly #notice = byId("notice", HTMLElement);
  readonly #keptSwitch = byId("kept-switch", HTMLButtonElement);
  readonly #readingSwitch = byId("reading-switch", HTMLButtonElement);
  readonly #asking = new Asking(this.#bar, this.#language);
  readonly #views: Views = new Views({
    words: () => this.#language.words,
    canvas: () => this.#host !== null || this.#canGraphics,
    shown: (view) => this.#shown(view),
  });
  readonly #panel = new ReadingPanel(byId("reading-view", HTMLElement), {
    open: (table) => this.#compute(table),
    addFiles: () => {
      this.#asking.adding = true;
      this.#fileInput.click();
    },
    save: (kind) => void this.#outputs.save(kind),
    saveResults: () => void this.#outputs.saveResults(),
    publish: (kind) => void this.#outputs.publish(kind),
  });

  readonly #outputs = new Outputs({
    language: this.#language,
    panel: this.#panel,
    calculator: () => this.#calculator,
    work: () => known(() => this.#work(), null), // in a moment there is another engine to ask
    place: () => this.#inner?.place() ?? null,
    shown: () => (this.#view === "canvas" ? (this.#host?.shownTable() ?? "") : ""),
    say: (text) => this.#bar.sayText(text),
    versions: () => this.#kept.versions(),
    failed: (error) => this.#bar.warn("fileFailed", reasonOf(error)),
  });

  readonly #kept = new KeptPanel({
    language: this.#language,
    work: () => known(() => this.#work(), null),
    next: () => this.#asking.next().signal,
    first: this.#asking.signal,
    show: ({ sources, decisions, standard, ownStandards }, place) => {
      this.#asking.next();
      this.#own.addAll(ownStandards);
      this.#panel.take(sources, decisions, standard);
      const to = parsePlace(place);
      if (to !== null) this.#whereabouts.go(to);
      else this.#leaveKept();
    },
    save: () => void this.#outputs.save("project"),
    say: (sentence, alarm) => {
      if (alarm) this.#bar.warnTexts(sentence);
      else this.#bar.sayParts(() => [sentence()]);
    },
  });
  readonly #replacing = new Replacing({
    panel: this.#panel,
    kept: this.#kept,
    language: this.#language,
    calculator: () => this.#calculator,
    standard: () => this.#bar.standard,
    sound: () => this.#sound,
    next: () => this.#asking.next().signal,
    arrived: () => this.#leaveKept(),
    say: (text) => this.#bar.sayText(text),
    sayRead: (also) => this.#sayRead(also),
  });
  readonly #asides: Asides = new Asides(
    {
      language: () => this.#language.id,
      calculator: () => this.#calculator,
      table: () => (this.#sound ? this.#openNow() : null),
      standard: () => this.#bar.standard,
      judgeBy: (standard) => this.#judge(standard),
      own: this.#own,
      engine: () => this.#engine.get(),
      name: () => this.#work()?.name ?? "",
      go: (place) => this.#whereabouts.go(place),
      say: (sentence) => this.#bar.sayText(sentence),
      warn: (sentence) => this.#bar.warnTexts(sentence),
    },
    (name) => this.#whereabouts.aside(name),
  );
  readonly #whereabouts: Whereabouts = new Whereabouts({
    views: this.#views,
    text: this.#text,
    inner: () => this.#inner,
    open: () => this.#table !== null,
    address: () => this.#address,
  });
  readonly #address: Address = new Address({
    place: () => this.#whereabouts.now(),
    go: (place) => this.#whereabouts.go(place),
  });

  #calculator: Calculator | null = null;
  #workbench: WorkbenchCalculator | null = null;
  #host: WorkbenchHost | null = null;
  #canGraphics = false;
  /** The tables on the screen; kept where they came before the engine was ready. */
  #table: OpenTable | null = null;
  #begun = false;
  /** The tables that are open could be read. */
  #sound = false;
  /** Tables are being opened: what follows is no change of them. */
  #opening = false;
  /** The engine ended over the tables that are open: what is shown are those before. */
  #ended = false;
  #workKept = "";

  async start(): Promise<void> {
    this.#watch(); // words of another language may be long in coming
    await this.#language.begin(document);
    new Menu();
    this.#bar.say("preparing");
    this.#views.show("start");
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
          this.#changed();
          this.#address.follow();
        },
        moved: () => {
          // A room looks at one finding: what stands around the canvas only distracts.
          document.body.classList.toggle("meeting", this.#inner?.place().view === "meeting");
          this.#address.follow();
        },
        request: (request) => {
          if (request.kind === "open_file") this.#fileInput.click();
          else if (request.kind === "load_sample") void this.#openSample(request.argument);
          else if (request.kind === "view") this.#whereabouts.door(request.argument);
          else void this.#outputs.ask(request);
        },
        leave: () => this.#viewSwitch.focus(),
        gpu: (lost) => this.#bar.say(lost ? "gpuLost" : "readyCanvas"),
        ended: () => this.#end(),
        replaced: () => this.#restore(),
      });
      this.#host = host;
      showDiagnostics(() => ({ frames: host.frames, view: this.#view }));
      const time = now();
      if (time !== null) host.setYear(new Date(time).getFullYear());
      onTheme((theme) => host.setTheme(theme));
      this.#workbench = new WorkbenchCalculator(host);
      this.#use(this.#workbench);
      this.#views.show("canvas");
      if (host.hasChineseFont()) this.#bar.say("readyCanvas");
      else this.#bar.warn("noChineseFont");
      await this.#begin();
      host.warmUp();
    } catch (error) {
      this.#canGraphics = false;
      await this.#startPlain("plainFailed", reasonOf(error));
    }
  }

  async #startPlain(why: PlainWord, detail = ""): Promise<void> {
    try {
      const engine = await this.#engine.get();
      this.#use(
        new EngineCalculator(
          engine,
          () => this.#changed(),
          () => this.#end(),
        ),
      );
      this.#views.show("text");
      this.#bar.say(why, detail);
      await this.#begin();
    } catch (error) {
      this.#views.show("text");
      this.#bar.warn("engineFailed", reasonOf(error));
    }
  }

  /** For want of memory, most likely. Another engine takes its place. */
  #end(): void {
    this.#ended ||= this.#opening;
    this.#bar.warn("engineEnded");
  }

  /** What was shown before the workbench ended; what it ended over is not tried again. */
  #restore(): void {
    this.#opening = true;
    const restored = this.#workbench?.restore() ?? null;
    this.#opening = false;
    if (restored !== null && restored.sheets === this.#table?.sheets) this.#ended = false;
    this.#follow();
  }

  /** From here on tables are computed; one that came earlier is computed now. */
  #use(calculator: Calculator): void {
    const table = this.#openNow();
    this.#calculator = calculator;
    calculator.setLanguage(this.#language.id);
    this.#own.join("calculator", (text) => calculator.addStandard(text));
    this.#opening = true;
    if (table !== null) calculator.open(table);
    this.#opening = false;
    this.#follow();
    if (table !== null) this.#computed();
  }

  /** The tables that are open with what was decided since they came. */
  #openNow(): OpenTable | null {
    const calculator = this.#calculator;
    if (this.#table === null || calculator === null || !this.#sound) return this.#table;
    return { ...this.#table, decisions: calculator.decisions(), standard: this.#bar.standard };
  }

  /** What the page begins with, once there is something to compute with and a view to show it in. */
  async #begin(): Promise<void> {
    if (this.#begun) return;
    this.#begun = true;
    await this.#kept.start();
    this.#address.start((fragment) => this.#kept.link(fragment));
    const next = () => this.#asking.next();
    answerEmbedder(next, (coming, asked, brings) => void this.#receive(coming, "shown", asked, brings));
  }

  /** `brings`: the standard that a sample is an example of. */
  async #receive(coming: Coming, origin: Origin = "own", asked = this.#asking.next(), brings = ""): Promise<void> {
    this.#pasteBox.value = "";
    this.#bar.forgetTrouble();
    const opened = await this.#asking.open(coming, asked);
    if (opened === null) return;
    const { sources, decisions, versions } = opened;
    const said = [
      ...opened.said.map((one) => () => one(this.#language.words)),
      ...this.#own.addAll(opened.ownStandards).map((one) => () => one.message[this.#language.id]),
    ];
    const standard = opened.standard || brings;
    const tables = asked.adding
      ? tablesOf([...this.#panel.sources, ...sources], this.#panel.decisions)
      : tablesOf(sources, decisions, this.#replacing.standardFor(standard, origin));
    if (!(await this.#asking.evaluate(tables, asked, this.#calculator))) return;
    if (sources.length > 0 && asked.adding) {
      this.#panel.add(sources);
      this.#sayRead();
    } else if (sources.length > 0) {
      if (!(await this.#replacing.replace({ sources, decisions, versions, standard }, origin, asked.signal))) return;
    }
    this.#bar.busy(null);
    // The file of a standard alone: what is open is judged by it.
    if (sources.length === 0 && this.#own.text(standard) !== null) this.#judge(standard);
    if (said.length > 0) this.#bar.warnTexts(...said);
    if (this.#calculator === null) return;
    // What was not read comes before the result: below it nobody would look for it.
    if (this.#view === "text") bringToTop(said.length > 0 ? this.#notice : this.#textView);
    else if (document.activeElement === this.#pasteBox) this.#host?.focus(); // its keys are for the result now
  }

  #compute(table: OpenTable): void {
    this.#table = table;
    if (this.#calculator === null) {
      this.#bar.say("preparingWithTable");
      return;
    }
    this.#opening = true;
    this.#ended = false;
    this.#calculator.open(table);
    this.#opening = false;
    this.#follow();
    this.#computed();
  }

  #judge(standard = this.#bar.standard): void {
    this.#bar.standard = standard;
    this.#calculator?.setStandard(standard);
    if (!this.#sound) return;
    this.#sayRead();
    this.#computed();
  }

  /** Something is different from before: what shows it follows, and what is worth keeping is kept. */
  #changed(): void {
    const before = this.#bar.standard;
    this.#follow();
    this.#worked(before);
  }

  /** A decision of a person, or another standard, is worth keeping. */
  #worked(standardBefore: string): void {
    const work = JSON.stringify(this.#panel.decisions);
    const same = work === this.#workKept && standardBefore === this.#bar.standard;
    this.#workKept = work;
    if (same || this.#opening || !this.#sound) return;
    this.#replacing.over();
    this.#sayRead();
    this.#computed();
  }

  #sayRead(also?: Also): void {
    sayRead(
      {
        bar: this.#bar,
        words: () => this.#language.words,
        result: () => (this.#sound ? known(() => this.#calculator?.result() ?? null, null) : null),
        lead: (to) => this.#lead(to),
      },
      also,
    );
  }

  #lead(to: ReadDoor): void {
    if (to === "reading") {
      this.#whereabouts.aside("reading", true);
      void this.#panel.toColumns();
      return;
    }
    this.#whereabouts.go({ view: this.#view === "text" ? "text" : to });
    if (this.#view === "text") this.#text.lead(to);
  }

  #computed(): void {
    this.#sound = !this.#ended && this.#calculator?.notice() === "" && this.#calculator.result() !== null;
    if (!this.#sound) return;
    this.#kept.computed();
    this.#address.follow();
  }

  #work(): Work | null {
    const result = this.#calculator?.result();
    if (!this.#sound || result == null || this.#table === null) return null;
    const { standard } = this.#bar;
    const place = formatPlace(this.#whereabouts.now());
    const unnamed = this.#language.words.sourcePasted;
    return workOf(this.#panel, { standard, ownStandards: this.#own.with(standard), place, result, unnamed });
  }

  /** The workbench's own places, where it has some. */
  get #inner(): Places | null {
    return placesOf(this.#host);
  }

  /** The text view, for whoever comes by key or by ear: from the canvas it is shown first. */
  #read(): void {
    if (this.#view === "canvas") this.#views.show("text");
    this.#address.follow();
    this.#textView.focus();
  }

  /** Whoever opens something wants to see it. */
  #leaveKept(): void {
    if (this.#view === "kept") this.#whereabouts.aside("kept", false);
  }

  #watch(): void {
    const receive = (coming: Coming): void => void this.#receive(coming).catch(failed);
    const failed = (error: unknown): void => this.#bar.warn("fileFailed", reasonOf(error));
    watchInputs(receive, (sample) => void this.#openSample(sample));
    this.#outputs.watchCopy(byId("canvas", HTMLCanvasElement));
    this.#readingSwitch.addEventListener("click", () => this.#whereabouts.aside("reading"));
    this.#keptSwitch.addEventListener("click", () => this.#whereabouts.aside("kept"));
    byId("skip", HTMLAnchorElement).addEventListener("click", (event) => {
      event.preventDefault(); // its fragment is no place to go back to
      this.#read();
    });
    this.#viewSwitch.addEventListener("click", () => {
      if (this.#host === null) void this.#startWorkbench();
      else this.#views.show(this.#view === "canvas" ? "text" : "canvas");
      this.#address.follow();
    });
    byId("language-switch", HTMLButtonElement).addEventListener("click", () => {
      this.#speak(this.#language.other);
      this.#calculator?.setLanguage(this.#language.id);
    });
  }

  #speak(id: string): void {
    this.#language.choose(id, document, () => {
      this.#views.show(this.#view);
      undoAgain(this.#language);
      if (!this.#bar.again()) this.#sayRead();
    });
  }

  /** It brings the standard that it is an example of, which goes again with it. */
  async #openSample(name: string): Promise<void> {
    const asked = this.#asking.next();
    const brings = document.querySelector<HTMLElement>(`[data-sample="${name}"]`)?.dataset["standard"] ?? "";
    this.#replacing.sample(brings);
    try {
      const data = await fetched(new URL(`../samples/${encodeURIComponent(name)}`, import.meta.url));
      if (!asked.signal.aborted) await this.#receive([{ data, name }], "shown", asked, brings);
    } catch (error) {
      if (!asked.signal.aborted) this.#bar.warn("sampleFailed", reasonOf(error));
    }
  }

  /** Everything beside the canvas follows what it shows; while one engine takes another's place it stays as it is. */
  #follow(): void {
    known(() => this.#followResult(), undefined);
  }

  #followResult(): void {
    const calculator = this.#calculator;
    if (calculator === null) return;
    const result = calculator.result();
    this.#bar.listStandards(calculator.standards());
    this.#asides.follow(result);
    this.#text.show({
      result,
      standards: calculator.standards(),
      words: this.#language.words,
      language: this.#language.id,
      name: calculator.tableName() ?? this.#panel.name,
      visible: this.#view === "text",
    });
    this.#readingSwitch.hidden = this.#table === null;
    this.#bar.show({ standard: result?.head.standard, notice: calculator.notice(), onCanvas: this.#view === "canvas" });
    this.#panel.show(calculator, this.#language.words, this.#language.id, this.#view === "reading");
  }

  get #view(): View {
    return this.#views.now;
  }

  #shown(view: View): void {
    this.#kept.show(view === "kept");
    this.#asides.show(isAside(view) ? view : null, this.#language.words);
    this.#host?.show(view === "canvas");
    this.#follow();
  }
}
