// SPDX-License-Identifier: MIT
//
// The classic scripts that the C++ build makes; the bundler takes them from the build folder.

/** Options of an Emscripten module, as far as they are used here. */
interface WasmOptions {
  instantiateWasm(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): Record<string, never>;
  print?(line: string): void;
  printErr?(line: string): void;
}

/** See web/bindings/opened.h. Its arrays look at the module's memory and are good until the next call. */
interface OpenedEvaluation {
  /** Whether there are more; nothing else is asked before. */
  step(): boolean;
  /** Of the steps that are done. */
  share(): number;
  counties(): number;
  verdict(): number;
  issueCount(): number;
  codes(): { verdict: string[]; stage: string[]; status: string[]; origin: string[] };
  lists(): { parts: string[]; stages: string[]; indicators: string[] };
  summary(): {
    byCounty: { verdict: Uint8Array };
    byPart: { verdict: Uint8Array };
    byStage: {
      verdict: Uint8Array;
      units: Uint32Array;
      pupils: Float64Array;
      unitsPassing: Uint32Array;
      unitsFailing: Uint32Array;
      unitsUnknown: Uint32Array;
      compositeCv: Float64Array;
    };
    byIndicator: {
      mean: Float64Array;
      standardDeviation: Float64Array;
      cv: Float64Array;
      verdict: Uint8Array;
      unitsMeeting: Uint32Array;
      unitsNear: Uint32Array;
      unitsFailing: Uint32Array;
      unitsUnknown: Uint32Array;
      given: Uint8Array;
    };
    limits: { compositeCv: Float64Array; cv: Float64Array; threshold: Float64Array };
  };
  countyNames(): OpenedTexts;
  provinceNames(): OpenedTexts;
  units(county: number): {
    begin: Uint32Array;
    row: Uint32Array;
    sheet: Uint16Array;
    stage: Uint8Array;
    status: Uint8Array;
    divided: Uint8Array;
    pupils: Float64Array;
    meeting: Uint8Array;
    verdict: Uint8Array;
  };
  unitValues(
    county: number,
    indicator: number,
    shares: boolean,
  ): { value: Float64Array; verdict: Uint8Array; origin: Uint8Array; cvShare: Float64Array };
  unitNames(county: number): OpenedTexts;
  head(languages: number): Uint8Array;
  county(county: number, units: boolean, explain: boolean, languages: number): Uint8Array;
  issues(from: number, count: number, languages: number): Uint8Array;
  explanation(place: string, languages: number): Uint8Array;
  release(): void;
  /** Of every object of embind: frees it. */
  delete(): void;
}
interface OpenedTexts {
  bytes: Uint8Array;
  ends: Uint32Array;
}

declare module "#wasm/junheng-core.js" {
  /** See web/bindings/engine.cpp. A view of its memory is good until the next call. */
  interface CoreEngine {
    table(bytes: number): Uint8Array;
    request(bytes: number): Uint8Array;
    evaluate(): Uint8Array;
    open(): OpenedEvaluation;
    read(): Uint8Array;
    optionEffects(): Uint8Array;
    addStandard(): Uint8Array;
    decisions(): Uint8Array;
    standards(): Uint8Array;
    release(): void;
    version(): string;
  }
  interface CoreModule {
    Engine: new () => CoreEngine;
  }
  export default function createJunhengCore(options: WasmOptions): Promise<CoreModule>;
}

declare module "#wasm/junheng-plan.js" {
  /** See web/bindings/plan.cpp. A view of its memory is good until the next call. */
  interface CorePlanned {
    stages(): Uint8Array;
    plan(asked: string, progress: (done: number, all: number) => void): Uint8Array;
    sureness(asked: string): Uint8Array;
    outlook(asked: string): Uint8Array;
    delete(): void;
  }
  interface CorePlanner {
    table(bytes: number): Uint8Array;
    request(bytes: number): Uint8Array;
    open(): CorePlanned | null;
    addStandard(): Uint8Array;
  }
  interface PlanModule {
    Planner: new () => CorePlanner;
  }
  export default function createJunhengPlan(options: WasmOptions): Promise<PlanModule>;
}

declare module "#wasm/workbench.js" {
  interface FrameOutcome {
    readonly cursor: number;
    readonly again: boolean;
    readonly popupOpen: boolean;
  }
  interface PublishedField {
    readonly id: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly value: string;
    readonly hint: string;
    /** Its hint stands beside it already. */
    readonly named: boolean;
    /** Every change is told at once; otherwise when it is finished. */
    readonly live: boolean;
    readonly focus: boolean;
    /** Enter, Tab and Escape end it. */
    readonly keys: boolean;
  }
  /** Something on the screen, for those who cannot see it. */
  interface ScreenNode {
    readonly role: "text" | "heading" | "button" | "tab" | "row" | "fold" | "opener";
    /** 0: cannot be pressed. */
    readonly id: number;
    readonly words: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly chosen: boolean;
    /** It takes the focus now. */
    readonly focus: boolean;
  }
  interface PlatformRequest {
    readonly kind: "open_file" | "load_sample" | "save_chart" | "publish" | "copy" | "view";
    readonly argument: string;
  }
  /** View, and what is shown in it; empty: none. */
  interface WorkbenchPlace {
    readonly view: string;
    readonly county: string;
    readonly school: string;
    readonly stage: string;
    readonly indicator: string;
  }
  interface WorkbenchPage {
    ready(): boolean;
    hasChineseFont(): boolean;
    resize(width: number, height: number, ratio: number): void;
    loseGpu(): void;
    pointer(x: number, y: number, touch: boolean): void;
    pointerGone(): void;
    button(index: number, down: boolean): void;
    wheel(x: number, y: number): void;
    modifiers(ctrl: boolean, shift: boolean, alt: boolean, meta: boolean): void;
    key(code: string, down: boolean): void;
    focus(has: boolean): void;
    frame(seconds: number, due: boolean): FrameOutcome;
    reserve(bytes: number): Uint8Array;
    /** `parts`: SheetPart[] of src/engine/sheets.ts in JSON. `work`: junheng.project/1, whose tables are not looked at. */
    openTables(name: string, parts: string, work: string): void;
    /** The same in steps: `advanceOpening` as long as it is true, then `showOpening` or `stopOpening`. */
    beginTables(name: string, parts: string, work: string): void;
    advanceOpening(): boolean;
    /** From 0 to 1. */
    openingShare(): number;
    showOpening(): void;
    stopOpening(): void;
    warmUp(): void;
    work(): string;
    changeWork(work: string): void;
    /** What of large tables is still to be evaluated again, now instead of in the next frames. */
    settle(): void;
    /** One step of it; whether there are more. */
    advance(): boolean;
    undo(): void;
    redo(): void;
    undoSteps(): number;
    redoSteps(): number;
    place(): WorkbenchPlace;
    go(place: WorkbenchPlace): void;
    setTheme(id: string): void;
    setYear(year: number): void;
    finish(field: string, how: "enter" | "tab" | "back_tab" | "escape" | "elsewhere"): void;
    listen(listening: boolean): void;
    press(id: number): void;
    bringIntoSight(id: number): void;
    nodes(): ScreenNode[];
    rows(request: string): Uint8Array;
    setLanguage(id: string): void;
    language(): string;
    setStandard(id: string): void;
    /** StandardFault[] of src/engine/junheng.d.ts. */
    addStandard(standard: string): Uint8Array;
    setText(field: string, value: string): void;
    textFields(): PublishedField[];
    takeRequests(): PlatformRequest[];
    revision(): number;
    notice(): string;
    /** Good until something changes. */
    opened(): OpenedEvaluation | null;
    optionEffects(): Uint8Array;
    /** Cells with tabs between them, the heads first. */
    shownTable(): Uint8Array;
    standards(): Uint8Array;
    release(): void;
  }
  interface WorkbenchModule {
    Workbench: new (canvas: string) => WorkbenchPage;
  }
  export default function createWorkbench(options: WasmOptions): Promise<WorkbenchModule>;
  export type { FrameOutcome, PublishedField, ScreenNode, PlatformRequest, WorkbenchPage, WorkbenchPlace };
}
