// SPDX-License-Identifier: MIT
//
// A view beside the result (a plan, papers, a report to be checked): what it is given by the page and what it is asked to
// do. Each is a room of its own, fetched when somebody first looks at it.

import type { LanguageId } from "../kit/language.ts";
import type { Junheng } from "../engine/junheng.d.ts";
import type { Calculator, OpenTable } from "./calculator.ts";
import type { OwnStandards } from "./own_standards.ts";

/** A view of the workbench, which is shown as text where there is no workbench. */
interface ResultPlace {
  readonly view: "data" | "schools" | "balance" | "facts" | "what-if" | "verdict" | "issues";
  readonly county?: string;
}

export interface AsidePage {
  /** The one of now. */
  language(): LanguageId;
  /** Null until something can be computed. */
  calculator(): Calculator | null;
  /** The tables that are open; null where none are that could be read. */
  table(): OpenTable | null;
  /** Id of the standard that is shown. */
  standard(): string;
  /** All is judged by this one from now on. */
  judgeBy(standard: string): void;
  /** Standards of one's own that this page has. */
  readonly own: OwnStandards;
  /** The engine alone, for questions beside the result. */
  engine(): Promise<Junheng>;
  /** What is open is called so: its county, else its file. */
  name(): string;
  /** Leaves this view for one of the result. */
  go(place: ResultPlace): void;
  /** In the line of status. */
  say(sentence: string): void;
  /** Something a person must know and can act on, in the language of when it is asked for. */
  warn(sentence: () => string): void;
}

/** One view that was opened; it keeps what was entered as long as the page lives. */
export interface Aside {
  /** It is looked at: drawn from what is open now. Again after each change of result, standard or language. */
  show(): void;
  /** It is not looked at any more: what it computes for itself may end. */
  hide(): void;
}

export interface AsideRoom {
  /** `element` is empty and belongs to the view. */
  open(element: HTMLElement, page: AsidePage): Aside;
}
