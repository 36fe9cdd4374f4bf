// SPDX-License-Identifier: MIT
//
// Where the tables can be read in several ways: what is asked, and for each answer what it would give.

import type { Question } from "../../engine/junheng.d.ts";
import { element } from "../../kit/dom.ts";
import { fill } from "../../words/fill.ts";
import { withAnswer } from "../../work/changes.ts";
import type { PanelContext } from "./context.ts";
import { say } from "./context.ts";

function choices(question: Question, name: string, context: PanelContext): HTMLElement {
  const { words, reading, change } = context;
  const options = question.options.map(({ id, label, sample }) => {
    const box = element("input", { type: "radio", name, value: id });
    box.checked = question.answer === id;
    box.addEventListener("change", () =>
      change(
        withAnswer(reading, { question: question.question, sheet: question.sheet, row: question.row, option: id }),
      ),
    );
    const proposed = question.proposed === id ? ` (${words.questionProposed})` : "";
    const about = sample === null ? "" : `: ${sample}`;
    return element("p", {}, element("label", {}, box, ` ${say(label, context)}${proposed}${about}`));
  });
  return element("fieldset", {}, element("legend", {}, say(question.message, context)), ...options);
}

/** Nothing where nothing is asked. */
export function questionsView(context: PanelContext): HTMLElement[] {
  const { questions, words } = context;
  if (questions.length === 0) return [];
  const open = questions.filter(({ answer }) => answer === null).length;
  const asked = questions.map((question, index) => choices(question, `question-${index}`, context));
  return [
    element("section", { id: "questions" }, element("h3", {}, fill(words.questionsHeading, { count: open })), ...asked),
  ];
}
