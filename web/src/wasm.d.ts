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

declare module "#wasm/junheng-core.js" {
  /** See web/bindings/engine.cpp. Addresses are places in HEAPU8, which is another array after memory has grown. */
  interface CoreModule {
    readonly HEAPU8: Uint8Array;
    _junheng_table(bytes: number): number;
    _junheng_request(bytes: number): number;
    _junheng_evaluate(): void;
    _junheng_read(): void;
    _junheng_add_standard(): void;
    _junheng_standards(): void;
    _junheng_version(): void;
    _junheng_answer(): number;
    _junheng_answer_size(): number;
    _junheng_release(): void;
  }
  export default function createJunhengCore(options: WasmOptions): Promise<CoreModule>;
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
    readonly role: "text" | "heading" | "button" | "tab" | "row";
    /** 0: cannot be pressed. */
    readonly id: number;
    readonly words: string;
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    readonly chosen: boolean;
  }
  interface PlatformRequest {
    readonly kind: "open_file" | "load_sample" | "save_chart" | "publish" | "copy";
    readonly argument: string;
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
    frame(seconds: number): FrameOutcome;
    reserve(bytes: number): Uint8Array;
    /** `work`: junheng.project/1, whose tables are not looked at. */
    openTable(name: string, work: string): void;
    work(): string;
    changeWork(work: string): void;
    undo(): void;
    redo(): void;
    undoSteps(): number;
    redoSteps(): number;
    place(): Readonly<Record<string, string>>;
    go(place: Readonly<Record<string, string | undefined>>): void;
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
    setText(field: string, value: string): void;
    textFields(): PublishedField[];
    takeRequests(): PlatformRequest[];
    revision(): number;
    notice(): string;
    result(full: boolean): Uint8Array;
    /** Cells with tabs between them, the heads first. */
    shownTable(): Uint8Array;
    standards(): Uint8Array;
    release(): void;
  }
  interface WorkbenchModule {
    Workbench: new (canvas: string) => WorkbenchPage;
  }
  export default function createWorkbench(options: WasmOptions): Promise<WorkbenchModule>;
  export type { FrameOutcome, PublishedField, ScreenNode, PlatformRequest, WorkbenchPage };
}
