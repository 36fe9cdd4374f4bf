// SPDX-License-Identifier: MIT
//
// What the page asks for results: the workbench where there is one, the engine alone where there is not. The rest of
// the page does not know which.

import type {
  Issue,
  Junheng,
  OpenEvaluation,
  OpenRequest,
  OptionEffects,
  ReadRequest,
  SheetInput,
  Standards,
  TableRows,
} from "../engine/junheng.d.ts";
import { handedSheets } from "../engine/sheets.ts";
import type { WorkbenchHost } from "../host/workbench_host.ts";
import { Changes } from "./changes.ts";
import { decisionsOf, kNoDecisions } from "./project.ts";
import type { Decisions } from "./project.ts";
import type { LanguageId } from "../kit/language.ts";
import { AskedResult } from "./result.ts";
import type { Ask, Result } from "./result.ts";

/** Tables as the engine takes them, with what was decided about them. */
export interface OpenTable {
  readonly sheets: readonly SheetInput[];
  /** Of the file; empty for the clipboard. */
  readonly name: string;
  readonly decisions: Decisions;
}

export type RowsRequest = Omit<ReadRequest, "table" | "encoding">;

export interface Calculator {
  open(table: OpenTable): void;
  /** What was decided about the tables, with all earlier states of it. */
  decisions(): Decisions;
  decide(next: Decisions): void;
  undo(): void;
  redo(): void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Rows of the tables that were opened last. */
  rows(request: RowsRequest): TableRows;
  setLanguage(id: LanguageId): void;
  setStandard(id: string): void;
  standards(): Standards;
  result(): Result | null;
  /** What other choices of the options would change. Takes an evaluation for each. */
  optionEffects(): OptionEffects;
  /** A table that could not be read; the former result stays. */
  notice(): string;
}

/** Rows of a table that are shown at a time. */
export const kRowsAtOnce = 100;

/** As the core reads it; the tables stand beside it. */
function workText(decisions: Decisions): string {
  return JSON.stringify({ schema: "junheng.project/1", ...decisions });
}

export class WorkbenchCalculator implements Calculator {
  readonly #host: WorkbenchHost;
  #known: { revision: number; result: Result | null } | null = null;

  constructor(host: WorkbenchHost) {
    this.#host = host;
  }

  open({ sheets, name, decisions }: OpenTable): void {
    this.#host.open(handedSheets(sheets), name, workText(decisions));
  }
  decisions(): Decisions {
    return decisionsOf(JSON.parse(this.#host.work()) as Partial<Decisions>);
  }
  decide(next: Decisions): void {
    this.#host.changeWork(workText(next));
  }
  undo(): void {
    this.#host.undo();
  }
  redo(): void {
    this.#host.redo();
  }
  get canUndo(): boolean {
    return this.#host.undoSteps() > 0;
  }
  get canRedo(): boolean {
    return this.#host.redoSteps() > 0;
  }
  rows(request: RowsRequest): TableRows {
    return JSON.parse(this.#host.rows(JSON.stringify({ count: kRowsAtOnce, ...request }))) as TableRows;
  }
  setLanguage(id: LanguageId): void {
    this.#host.setLanguage(id);
  }
  setStandard(id: string): void {
    this.#host.setStandard(id);
  }
  standards(): Standards {
    return JSON.parse(this.#host.standards()) as Standards;
  }
  optionEffects(): OptionEffects {
    const text = this.#host.optionEffects();
    return text === "" ? [] : (JSON.parse(text) as OptionEffects);
  }
  notice(): string {
    return this.#host.notice();
  }
  /** Several parts of the page ask after each change. A result of an earlier one is not asked any more. */
  result(): Result | null {
    const { revision } = this.#host;
    if (this.#known?.revision !== revision) this.#known = { revision, result: this.#read() };
    return this.#known.result;
  }

  #read(): Result | null {
    const { revision } = this.#host;
    const ask: Ask = (question) => (this.#host.revision === revision ? this.#host.ask(question) : null);
    const counties = ask((evaluation) => evaluation.countyCount);
    return counties === null ? null : new AskedResult(ask, counties);
  }
}

export class EngineCalculator implements Calculator {
  readonly #engine: Junheng;
  readonly #changed: () => void;
  #standard: string;
  #language: LanguageId = "zh";
  #table: OpenTable | null = null;
  #changes = new Changes(kNoDecisions);
  #open: OpenEvaluation | null = null;
  #result: Result | null = null;
  #refusal: readonly Issue[] = [];

  constructor(engine: Junheng, changed: () => void) {
    this.#engine = engine;
    this.#changed = changed;
    this.#standard = engine.standards()[0]?.id ?? "";
  }

  rows(request: RowsRequest): TableRows {
    return this.#engine.read({ table: this.#table?.sheets ?? "", count: kRowsAtOnce, ...request });
  }

  open(table: OpenTable): void {
    const before = this.#changes;
    this.#changes = new Changes(table.decisions);
    if (!this.#compute(table)) this.#changes = before;
  }

  decisions(): Decisions {
    return this.#changes.now;
  }
  decide(next: Decisions): void {
    this.#changes.apply(next);
    this.#again();
  }
  undo(): void {
    this.#changes.undo();
    this.#again();
  }
  redo(): void {
    this.#changes.redo();
    this.#again();
  }
  get canUndo(): boolean {
    return this.#changes.canUndo;
  }
  get canRedo(): boolean {
    return this.#changes.canRedo;
  }

  #again(): void {
    if (this.#table !== null) this.#compute({ ...this.#table, decisions: this.#changes.now });
  }

  /** False: nothing could be read, and the former result stays. */
  #compute(table: OpenTable): boolean {
    const evaluation = this.#engine.open(this.#asked(table));
    // No county, no result: what could not be read leaves the former one on the screen, as in the workbench.
    const readable = evaluation.countyCount > 0;
    if (!readable) {
      this.#refusal = evaluation.issues();
      evaluation.close();
    } else {
      this.#refusal = [];
      this.#table = table;
      this.#keep(evaluation);
    }
    this.#changed();
    return readable;
  }

  setLanguage(id: LanguageId): void {
    this.#language = id;
    this.#changed();
  }

  setStandard(id: string): void {
    this.#standard = id;
    if (this.#table !== null) this.#keep(this.#engine.open(this.#asked(this.#table)));
    this.#changed();
  }

  standards(): Standards {
    return this.#engine.standards();
  }

  notice(): string {
    return this.#refusal.map((issue) => issue.message[this.#language]).join(" ");
  }

  result(): Result | null {
    return this.#result;
  }

  optionEffects(): OptionEffects {
    return this.#table === null ? [] : this.#engine.optionEffects(this.#asked(this.#table));
  }

  #asked(table: OpenTable): OpenRequest {
    const { reading, options, county, previous, remarks } = table.decisions;
    return { table: table.sheets, reading, options, county, previous, remarks, standard: this.#standard };
  }

  /** The former one would hold its tables as well. */
  #keep(evaluation: OpenEvaluation): void {
    this.#open?.close();
    this.#open = evaluation;
    this.#result = new AskedResult(
      (question) => (evaluation.closed ? null : question(evaluation)),
      evaluation.countyCount,
    );
  }
}
