// SPDX-License-Identifier: MIT
//
// Other tables take the place of those that are open. Of the same county, what was filled in beside the old ones may
// hold for the new ones: that is asked once. Whatever becomes of it is said, and can be taken back.

import { showDialog } from "../kit/dialog.ts";
import { button, element } from "../kit/dom.ts";
import type { Calculator } from "../work/calculator.ts";
import { carriedOver, countOf, filledOf, sameCounty, standingOf } from "../work/filled.ts";
import type { Filled, Standing } from "../work/filled.ts";
import type { Decisions } from "../work/project.ts";
import type { Source } from "../work/sources.ts";
import type { NamedVersion } from "../work/versions_file.ts";
import { fill } from "../words/fill.ts";
import type { Words } from "../words/app_zh.ts";
import { replacedSentence } from "./intake.ts";
import type { Language } from "./language.ts";
import type { KeptPanel, Origin } from "./kept/panel.ts";
import type { ReadingPanel } from "./reading/panel.ts";
import type { Also } from "./read_sentence.ts";
import { tellUndo, undoOver } from "./undo_row.ts";

interface Tables {
  readonly sources: readonly Source[];
  readonly decisions: Decisions;
  /** Empty: as it is. */
  readonly standard: string;
  /** Of a project file. */
  readonly versions?: readonly NamedVersion[];
}

interface ReplacingPage {
  readonly panel: ReadingPanel;
  readonly kept: KeptPanel;
  readonly language: Language;
  calculator(): Calculator | null;
  standard(): string;
  /** The new tables could be read. */
  sound(): boolean;
  /** Something is asked for: aborted when something else is. */
  next(): AbortSignal;
  /** They are there: whatever else was shown goes out of the way. */
  arrived(): void;
  say(sentence: string): void;
  /** What was read of them, and what else is to be said. */
  sayRead(also?: Also): void;
}

/** What was open, with all that is needed to open it again. */
interface Before extends Tables {
  readonly filled: Filled;
  readonly count: number;
  readonly name: string;
  readonly standing: Standing;
}

function updated({ name, count, decisions }: Before, left: number, { replace }: Words): string {
  const edits = decisions.reading.edits?.length ?? 0;
  return [
    fill(replace.updated, { name, count: count - left }),
    ...(left === 0 ? [] : [fill(replace.moved, { count: left })]),
    ...(edits === 0 ? [] : [fill(replace.edits, { count: edits })]),
  ].join(" ");
}

type Answer = "update" | "other" | "back";

export class Replacing {
  readonly #page: ReplacingPage;
  /** Of the result that is still shown, where what came since could not be read. */
  #shown: Before | null = null;
  /** The standard that came with the sample that is open, and the one before it, which comes back. */
  #sample: { readonly standard: string; readonly before: string } | null = null;

  constructor(page: ReplacingPage) {
    this.#page = page;
  }

  /** One is about to be opened. On the canvas it has brought its standard already, of which the page does not know yet. */
  sample(standard: string): void {
    this.#sample = { standard, before: this.#sample?.before ?? this.#page.standard() };
  }

  over(): void {
    undoOver();
  }

  /** By which one tables are judged that come with this one, or with none: behind a sample, by the one before it. */
  standardFor(standard: string, origin: Origin): string {
    const sample = this.#sample;
    // Whoever chose another one since has decided.
    const returns = origin !== "shown" && sample !== null && this.#page.standard() === sample.standard;
    return standard === "" && returns ? sample.before : standard;
  }

  /** False: it is no longer wanted. */
  async replace(coming: Tables, origin: Origin, asked: AbortSignal): Promise<boolean> {
    const standard = this.standardFor(coming.standard, origin);
    const { panel, kept } = this.#page;
    if (!(await this.#replace({ ...coming, standard }, origin, asked, coming.standard === ""))) return false;
    if (panel.sources === coming.sources) await kept.bring(coming.versions ?? []); // else it was refused
    if (origin !== "shown" && this.#page.sound()) this.#sample = null;
    return true;
  }

  /** `own`: it came without a standard of its own. A project or a sample brings what belongs to it. */
  async #replace(coming: Tables, origin: Origin, asked: AbortSignal, own = coming.standard === ""): Promise<boolean> {
    const { panel, kept } = this.#page;
    const { sources } = panel;
    const { language } = this.#page;
    this.over();
    const before = this.#shown ?? this.#before();
    await kept.expect(origin);
    if (asked.aborted) return false;
    // Only a table that comes alone can be a newer one of the same.
    const alone = origin === "own" && own;
    if (before === null || before.count === 0) {
      this.#take(coming);
      // Who pastes once more knows what is gone; one file after the other may have been wanted both.
      const files = [...sources, ...coming.sources].some(({ name }) => name !== "");
      const also: Also = (words) => ` ${replacedSentence(sources, coming.sources, words)}`;
      this.#page.sayRead(files && sources.length > 0 ? also : undefined);
      return true;
    }
    const id = kept.id;
    kept.hold();
    this.#take(coming);
    const calculator = this.#page.calculator();
    const result = calculator?.result() ?? null;
    this.#shown = this.#page.sound() ? null : before;
    const same = this.#page.sound() && result !== null && sameCounty(before.standing, result);
    const answer = alone && same ? await this.#ask(before, id, asked) : "other";
    if (answer === "back") {
      kept.release(true);
      this.#take(before);
      this.#page.say(language.words.replace.notOpened);
    } else if (answer === "update" && calculator !== null) {
      const { decisions, left } = carriedOver(before.decisions, before.standing, calculator);
      kept.release(true);
      panel.take(coming.sources, decisions, coming.standard);
      this.#page.sayRead();
      const text = (words: Words): string => updated(before, left, words);
      tellUndo({ text, label: (words) => words.undo, back: () => this.#take(before) }, language);
    } else {
      kept.release(false);
      if (!this.#page.sound()) return true;
      this.#page.sayRead();
      const { name, count } = before;
      const text = ({ replace }: Words): string => fill(id === null ? replace.left : replace.leftKept, { name, count });
      const back = (): void => void this.#goBack(before, id);
      tellUndo({ text, label: ({ replace }) => replace.back, back }, language);
    }
    return true;
  }

  #take({ sources, decisions, standard }: Tables): void {
    this.#page.panel.take(sources, decisions, standard);
    this.#page.arrived();
  }

  async #goBack(before: Before, id: string | null): Promise<void> {
    const { kept } = this.#page;
    if (id !== null && (await kept.open(id))) return;
    const asked = this.#page.next();
    await kept.expect("own");
    if (!asked.aborted) this.#take(before);
  }

  #before(): Before | null {
    const { panel } = this.#page;
    const calculator = this.#page.calculator();
    const { sources, decisions } = panel;
    if (calculator === null || sources.length === 0) return null;
    const filled = filledOf(decisions);
    const standing = countOf(filled) === 0 ? null : standingOf(calculator, decisions);
    if (standing === null) return null;
    const { words } = this.#page.language;
    const [county = ""] = standing.counties;
    const name = standing.counties.length === 1 && county !== "" ? county : panel.name || words.sourcePasted;
    const standard = this.#page.standard();
    return { sources, decisions, standard, filled, count: countOf(filled), name, standing };
  }

  /** Over whatever is shown. What is pasted or dropped meanwhile waits for the answer. */
  #ask({ name, filled, count }: Before, id: string | null, asked: AbortSignal): Promise<Answer> {
    const { replace, listComma } = this.#page.language.words;
    const kinds = (["facts", "remarks", "scenarios", "options"] as const)
      .filter((kind) => filled[kind] > 0)
      .map((kind) => fill(replace.kind[kind], { count: filled[kind] }));
    const dialog = element("dialog", { class: "asking", id: "replace-dialog", "aria-labelledby": "replace-heading" });
    return new Promise((done) => {
      let answer: Answer = "back";
      const choose = (text: string, of: Answer, look = ""): HTMLButtonElement =>
        button(
          text,
          () => {
            answer = of;
            dialog.close();
          },
          { class: `button ${look}`, id: `replace-${of}` },
        );
      dialog.append(
        element("h2", { id: "replace-heading" }, fill(replace.heading, { name })),
        element("p", {}, fill(replace.question, { kinds: kinds.join(listComma) })),
        element("p", { class: "soft" }, id === null ? replace.unkept : replace.kept),
        element(
          "p",
          { class: "asked-actions" },
          choose(fill(replace.update, { count }), "update", "strong"),
          choose(replace.other, "other"),
          choose(replace.stay, "back"),
        ),
      );
      for (const kind of ["paste", "drop", "dragover"])
        dialog.addEventListener(kind, (event) => {
          event.preventDefault();
          event.stopPropagation();
        });
      // A link or a project that is opened meanwhile is wanted more.
      asked.addEventListener("abort", () => {
        answer = "other";
        dialog.close();
      });
      void showDialog(dialog).then(() => done(answer));
    });
  }
}
