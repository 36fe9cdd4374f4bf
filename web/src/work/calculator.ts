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
  StandardFault,
  Standards,
  TableRows,
} from "../engine/junheng.d.ts";
import { isEnd, known } from "../engine/replaceable.ts";
import { handedSheets, sizeOf } from "../engine/sheets.ts";
import type { WorkbenchHost } from "../host/workbench_host.ts";
import { Changes } from "./changes.ts";
import { decisionsOf, kNoDecisions } from "./project.ts";
import type { Decisions } from "./project.ts";
import { others } from "../kit/others.ts";
import type { LanguageId } from "../kit/language.ts";
import { AskedResult } from "./result.ts";
import type { Ask, Result } from "./result.ts";

/** Tables as the engine takes them, with what was decided about them. */
export interface OpenTable {
  readonly sheets: readonly SheetInput[];
  /** Of the file; empty for the clipboard. */
  readonly name: string;
  readonly decisions: Decisions;
  /** Id of the standard that comes with them; empty: the one that is shown. */
  readonly standard: string;
}

/** What the engine is asked for them. */
export function requestOf({ sheets, decisions, standard }: OpenTable): OpenRequest {
  const { reading, options, county, previous, remarks } = decisions;
  return { table: sheets, reading, options, county, previous, remarks, standard };
}

export type RowsRequest = Omit<ReadRequest, "table" | "encoding">;

/** Called behind each step of an evaluation, with how much of it is done; the page lives until it is answered. */
type Pause = (share: number) => Promise<void>;

export interface Calculator {
  open(table: OpenTable): void;
  /**
   * Evaluates a large table in steps; `open` of the same then only shows it. False: it is no longer wanted, or could not
   * be evaluated.
   */
  prepare(table: OpenTable, asked: AbortSignal, pause: Pause): Promise<boolean>;
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
  /** What is wrong with the file of a standard; else it is one of `standards` from now on. */
  addStandard(text: string): readonly StandardFault[];
  result(): Result | null;
  /** Of the tables that the result is of, which need not be those that were opened last; null: of none. */
  tableName(): string | null;
  /** What other choices of the options would change. Takes an evaluation for each. */
  optionEffects(): OptionEffects;
  /** A table that could not be read; the former result stays. */
  notice(): string;
}

const kNoRows: TableRows = { sheets: [], rows: [] };

/** Rows of a table that are shown at a time. */
export const kRowsAtOnce = 100;

/** As the core reads it; the tables stand beside it. */
function workText(decisions: Decisions, standard = ""): string {
  return JSON.stringify({ schema: "junheng.project/1", ...(standard === "" ? {} : { standard }), ...decisions });
}

/** The same tables, not only tables that say the same. */
function isSame(one: OpenTable, other: OpenTable): boolean {
  return (
    one.name === other.name &&
    one.sheets.length === other.sheets.length &&
    one.sheets.every(({ table, name, encoding }, i) => {
      const twin = other.sheets[i]!;
      return table === twin.table && name === twin.name && encoding === twin.encoding;
    }) &&
    workText(one.decisions, one.standard) === workText(other.decisions, other.standard)
  );
}

export class WorkbenchCalculator implements Calculator {
  readonly #host: WorkbenchHost;
  /** Evaluated in steps, and not shown yet. */
  #prepared: OpenTable | null = null;
  #known: { revision: number; result: Result | null } | null = null;
  #standards: Standards = [];
  #opened: OpenTable | null = null;
  /** The tables of the last sound result with the decisions it follows from. */
  #good: OpenTable | null = null;

  constructor(host: WorkbenchHost) {
    this.#host = host;
  }

  async prepare(table: OpenTable, asked: AbortSignal, pause: Pause): Promise<boolean> {
    this.#prepared = table;
    // What is asked for meanwhile takes the place of this.
    const wanted = (): boolean => !asked.aborted && this.#prepared === table;
    const begin = (): true => {
      this.#host.begin(handedSheets(table.sheets), table.name, workText(table.decisions, table.standard));
      return true;
    };
    // Null where the workbench ended, which is said: what it ended over is not tried again.
    let more = known<boolean | null>(begin, null);
    while (more === true) {
      await pause(known(() => this.#host.openingShare, 0));
      if (!wanted()) break;
      more = known<boolean | null>(() => this.#host.advance(), null);
    }
    if (wanted() && more === false) return true;
    if (this.#prepared === table) {
      this.#prepared = null;
      known(() => this.#host.stopOpening(), undefined);
    }
    return false;
  }

  open(table: OpenTable): void {
    const isPrepared = this.#prepared !== null && isSame(this.#prepared, table);
    this.#prepared = null;
    this.#opened = table;
    known(() => {
      if (isPrepared) this.#host.showOpening();
      else this.#host.open(handedSheets(table.sheets), table.name, workText(table.decisions, table.standard));
    }, undefined);
  }

  /** In a workbench that took the place of one that ended: what was shown last. Null: there is nothing to go back to. */
  restore(): OpenTable | null {
    const good = this.#good;
    this.#good = null; // if it ends here again, that was it
    this.#known = null;
    if (good !== null) this.open(good);
    return good;
  }

  decisions(): Decisions {
    return known(
      () => decisionsOf(JSON.parse(this.#host.work()) as Partial<Decisions>),
      this.#good?.decisions ?? kNoDecisions,
    );
  }
  decide(next: Decisions): void {
    known(() => this.#host.changeWork(workText(next)), undefined);
  }
  undo(): void {
    known(() => this.#host.undo(), undefined);
  }
  redo(): void {
    known(() => this.#host.redo(), undefined);
  }
  get canUndo(): boolean {
    return known(() => this.#host.undoSteps() > 0, false);
  }
  get canRedo(): boolean {
    return known(() => this.#host.redoSteps() > 0, false);
  }
  rows(request: RowsRequest): TableRows {
    const asked = JSON.stringify({ count: kRowsAtOnce, ...request });
    return known(() => JSON.parse(this.#host.rows(asked)) as TableRows, kNoRows);
  }
  setLanguage(id: LanguageId): void {
    known(() => this.#host.setLanguage(id), undefined);
  }
  setStandard(id: string): void {
    known(() => this.#host.setStandard(id), undefined);
  }
  standards(): Standards {
    // Many ask after each change.
    if (this.#standards.length === 0)
      this.#standards = known(() => JSON.parse(this.#host.standards()) as Standards, this.#standards);
    return this.#standards;
  }
  addStandard(text: string): readonly StandardFault[] {
    const faults = known(() => JSON.parse(this.#host.addStandard(text)) as StandardFault[], []);
    if (faults.length === 0) this.#standards = [];
    return faults;
  }
  optionEffects(): OptionEffects {
    const text = known(() => this.#host.optionEffects(), "");
    return text === "" ? [] : (JSON.parse(text) as OptionEffects);
  }
  notice(): string {
    return known(() => this.#host.notice(), "");
  }
  /** Several parts of the page ask after each change. A result of an earlier one is not asked any more. */
  result(): Result | null {
    return known(() => {
      const { revision } = this.#host;
      if (this.#known?.revision !== revision) {
        const result = this.#read();
        this.#known = { revision, result };
        if (this.#opened !== null && result !== null && this.#host.notice() === "") {
          const standard = result.head.standard?.id ?? this.#opened.standard;
          this.#good = { ...this.#opened, decisions: this.decisions(), standard };
        }
      }
      return this.#known.result;
    }, this.#known?.result ?? null);
  }

  tableName(): string | null {
    return this.#good?.name ?? null;
  }

  #read(): Result | null {
    const { revision } = this.#host;
    const ask: Ask = (question) => (this.#host.revision === revision ? this.#host.ask(question) : null);
    const counties = ask((evaluation) => evaluation.countyCount);
    const isGone = (): boolean => this.#host.revision !== revision;
    return counties === null ? null : new AskedResult(ask, counties, isGone);
  }
}

/** Letters or bytes of tables that are evaluated before anybody notices. */
export const kQuick = 1_000_000;

/** Evaluated in steps, and not shown yet. */
interface Prepared {
  readonly table: OpenTable;
  readonly standard: string;
  /** Null until the last step. */
  evaluation: OpenEvaluation | null;
}
const kNothing = { table: null, standard: "", evaluation: null };

/**
 * The engine as a calculator. Holds the tables that are shown with their evaluation and the decisions about them with
 * all earlier ones, what was evaluated in steps and is not shown yet, and why the last tables could not be read.
 *
 * `open` and every change of decisions or standard evaluate (`#compute`, `#reopen`): a readable result takes the place of
 * the former one, whose memory goes back (`#keep`). An engine that ended is replaced, and what was shown last is
 * evaluated in it (`#restore`).
 */
export class EngineCalculator implements Calculator {
  readonly #engine: Junheng;
  readonly #changed: () => void;
  readonly #ended: () => void;
  #standards: Standards;
  #standard: string;
  #language: LanguageId = "zh";
  #table: OpenTable | null = null;
  #changes = new Changes(kNoDecisions);
  #prepared: Prepared | null = null;
  #open: OpenEvaluation | null = null;
  #result: Result | null = null;
  #refusal: readonly Issue[] | null = null;
  #waiting = false;

  /** `ended`: of an engine that did; what was shown stays. */
  constructor(engine: Junheng, changed: () => void, ended: () => void = () => undefined) {
    this.#engine = engine;
    this.#changed = changed;
    this.#ended = ended;
    this.#standards = engine.standards();
    this.#standard = this.#standards[0]?.id ?? "";
  }

  rows(request: RowsRequest): TableRows {
    return this.#ask(
      () => this.#engine.read({ table: this.#table?.sheets ?? "", count: kRowsAtOnce, ...request }),
      kNoRows,
    );
  }

  async prepare(table: OpenTable, asked: AbortSignal, pause: Pause): Promise<boolean> {
    const wanted: Prepared = { table, standard: this.#named(table), evaluation: null };
    this.#take(null);
    this.#prepared = wanted;
    const isWanted = (): boolean => !asked.aborted && this.#prepared === wanted;
    const goesOn = (share: number): Promise<boolean> => pause(share).then(isWanted);
    try {
      wanted.evaluation = await this.#engine.openInSteps(this.#asked(table, wanted.standard), goesOn);
    } catch (error) {
      this.#ask(() => {
        throw error;
      }, undefined);
    }
    if (isWanted() && wanted.evaluation !== null) return true;
    wanted.evaluation?.close();
    if (this.#prepared === wanted) this.#prepared = null;
    return false;
  }

  /** What was evaluated in steps for these tables; of others nobody wants it any more. */
  #take(table: OpenTable | null): OpenEvaluation | null {
    const { table: of, standard, evaluation } = this.#prepared ?? kNothing;
    this.#prepared = null;
    if (of !== null && table !== null && isSame(of, table) && standard === this.#standard) return evaluation;
    evaluation?.close();
    return null;
  }

  /** By which standard tables are evaluated that are opened. */
  #named({ standard }: OpenTable): string {
    return this.#standards.some(({ id }) => id === standard) ? standard : this.#standard;
  }

  /** The first evaluation is of the decisions as they came, and says which of them were not taken; then they are gone. */
  open(table: OpenTable): void {
    const before = this.#changes;
    const standard = this.#standard;
    this.#standard = this.#named(table);
    const taken = this.#ask(() => this.#engine.decisions(workText(table.decisions)), null);
    this.#changes = new Changes(decisionsOf(taken?.project ?? {}));
    if (this.#compute(table)) return;
    this.#changes = before;
    this.#standard = standard;
  }

  /** Another engine is there in a moment; then what stands around the result is looked at again. */
  #ask<T>(ask: () => T, otherwise: T): T {
    return known(() => this.#asking(ask), otherwise);
  }

  /** Also of one that ends only while its result is looked at; said once, however many ask meanwhile. */
  #asking<T>(ask: () => T): T {
    try {
      return ask();
    } catch (error) {
      if (isEnd(error) && !this.#waiting) {
        this.#waiting = true;
        this.#ended();
        void error.again.then(() => {
          this.#waiting = false;
          this.#restore();
        });
      }
      throw error;
    }
  }

  /** In an engine that took the place of one that ended: what was shown last. */
  #restore(): void {
    const table = this.#table;
    if (table !== null) {
      this.#table = null; // if it ends here again, that was it
      this.#reopen(table);
    }
    this.#changed();
  }

  #reopen(table: OpenTable): void {
    const evaluation = this.#ask(() => this.#engine.open(this.#asked(table)), null);
    if (evaluation === null) return;
    this.#table = table;
    this.#keep(evaluation);
  }

  decisions(): Decisions {
    return this.#changes.now;
  }
  decide(next: Decisions): void {
    this.#changes.apply(next);
    this.#again(() => this.#changes.undo());
  }
  undo(): void {
    this.#changes.undo();
    this.#again(() => this.#changes.redo());
  }
  redo(): void {
    this.#changes.redo();
    this.#again(() => this.#changes.undo());
  }
  get canUndo(): boolean {
    return this.#changes.canUndo;
  }
  get canRedo(): boolean {
    return this.#changes.canRedo;
  }

  /** `back`: where the engine ends, and with it what was tried. A large table goes in steps: until then nothing is new. */
  #again(back: () => void): void {
    if (this.#table === null) return;
    const table = { ...this.#table, decisions: this.#changes.now };
    const finish = (): void => {
      if (!this.#compute(table) && this.#refusal === null) back();
    };
    if (sizeOf(table.sheets) < kQuick) return finish();
    void this.prepare(table, new AbortController().signal, others).then((isThere) => {
      if (isThere) finish();
      else if (this.#changes.now === table.decisions) back();
    });
  }

  /** False: nothing could be read, and the former result stays. */
  #compute(table: OpenTable): boolean {
    this.#refusal = null;
    const evaluation = this.#take(table) ?? this.#ask(() => this.#engine.open(this.#asked(table)), null);
    if (evaluation === null) {
      this.#changed();
      return false;
    }
    // No county, no result: what could not be read leaves the former one on the screen, as in the workbench.
    const readable = evaluation.countyCount > 0;
    if (!readable) {
      this.#refusal = this.#ask(() => evaluation.issues(), []);
      evaluation.close();
    } else {
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
    const table = this.#table;
    if (table !== null) this.#reopen(table);
    this.#changed();
  }

  standards(): Standards {
    return this.#standards;
  }

  addStandard(text: string): readonly StandardFault[] {
    const faults = this.#ask(() => this.#engine.addStandard(text), []);
    if (faults.length > 0) return faults;
    const before = this.#standards.length;
    this.#standards = this.#ask(() => this.#engine.standards(), this.#standards);
    // One that took another's place may be that of what is shown.
    const shown = this.#standards.find(({ id }) => id === this.#standard);
    if (this.#standards.length === before && shown?.own !== undefined) this.setStandard(this.#standard);
    else this.#changed();
    return faults;
  }

  notice(): string {
    return this.#refusal?.map((issue) => issue.message[this.#language]).join(" ") ?? "";
  }

  tableName(): string | null {
    return this.#table?.name ?? null;
  }

  result(): Result | null {
    return this.#result;
  }

  optionEffects(): OptionEffects {
    const table = this.#table;
    return table === null ? [] : this.#ask(() => this.#engine.optionEffects(this.#asked(table)), []);
  }

  #asked(table: OpenTable, standard = this.#standard): OpenRequest {
    return requestOf({ ...table, standard });
  }

  /** The former one would hold its tables as well. */
  #keep(evaluation: OpenEvaluation): void {
    this.#open?.close();
    this.#open = evaluation;
    this.#result = new AskedResult(
      (question) => (evaluation.closed ? null : this.#asking(() => question(evaluation))),
      evaluation.countyCount,
      () => evaluation.closed,
    );
  }
}
