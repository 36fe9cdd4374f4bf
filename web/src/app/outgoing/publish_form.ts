// SPDX-License-Identifier: MIT
//
// What is asked before something is published: whose it is, who publishes it, where the numbers come from; with what is
// still open and what is left out before anybody's eyes, and the page itself to look at.

import type { Publication, Work } from "../../publish/publisher.d.ts";
import { button, element } from "../../kit/dom.ts";
import { showDialog } from "../../kit/dialog.ts";
import { openIssues } from "../../work/open_issues.ts";
import { fill } from "../../words/fill.ts";
import { kMostIssues, wordsOf } from "./open_work.ts";
import type { OpenWork, PublishKind } from "./open_work.ts";
import { plansOf } from "./publish_plans.ts";
import { previewOf } from "../../kit/preview.ts";

/** What only the publisher knows; the keys are those of Work. */
export interface Stated {
  readonly title: string;
  readonly publisher: string;
  readonly source: string;
  readonly date: string;
  /** Undefined: none is published. */
  readonly plan: Work["plan"];
}

interface Form {
  readonly proposed: Stated;
  readonly open: OpenWork;
  make(stated: Stated): Publication;
}

/** Issues, places and columns that are listed one by one; the others are counted. */
const kListed = 6;
const kFields = ["title", "publisher", "source", "date"] as const;

/** Null: nobody wants it any more. Over whatever is shown, the canvas too. */
export function publishForm(kind: PublishKind, form: Form): Promise<Stated | null> {
  const { proposed, open } = form;
  const { language } = open;
  const { form: words } = wordsOf(language);
  const inputs = kFields.map((name) => {
    const input = element("input", {
      type: "text",
      id: `publish-${name}`,
      maxlength: "200",
      autocomplete: "off",
      ...(name === "title" ? { required: "" } : {}),
      ...(name === "date" ? { placeholder: words.dateExample } : {}),
    });
    input.value = proposed[name];
    return input;
  });
  const plans = kind === "sealed" ? null : planChoice(open, proposed.plan);
  const [title, publisher, source, date] = inputs.map((input) => () => input.value.trim());
  const stated = (): Stated => ({
    title: title?.() ?? "",
    publisher: publisher?.() ?? "",
    source: source?.() ?? "",
    date: date?.() ?? "",
    plan: plans?.chosen(),
  });
  const missing = element("p", { class: "is-fail", role: "alert", id: "publish-missing" });
  const shown = element("div", { class: "preview", hidden: "" });
  const dialog = element("dialog", { class: "asking", "aria-labelledby": "publish-heading", id: "publish-dialog" });
  const leftOut = element("div", { id: "publish-left-out", role: "status" });

  return new Promise((done) => {
    let result: Stated | null = null;
    /** Of what is stated now; null where the county is not named, which is then said. */
    const sound = (): Stated | null => {
      const now = stated();
      missing.textContent = now.title === "" ? words.titleNeeded : "";
      if (now.title === "") inputs[0]?.focus();
      return now.title === "" ? null : now;
    };
    const look = (): void => {
      const now = sound();
      if (now === null) return;
      shown.replaceChildren(previewOf(form.make(now).single(language), fill(words.previewName, { title: now.title })));
      shown.hidden = false;
      shown.scrollIntoView({ block: "nearest" });
    };
    const fields = element(
      "form",
      { novalidate: "" },
      element(
        "div",
        { class: "fields-of-form" },
        ...kFields
          .flatMap((name, at) => [element("label", { for: `publish-${name}` }, words[name]), inputs[at] ?? null])
          .filter((one) => one !== null),
      ),
      element("p", { class: "soft" }, words.notStated),
      ...(plans === null ? [] : [plans.place]),
      whatIsOpen(open),
      ...(kind === "sealed" ? [] : [element("h3", {}, words.leftOut), leftOut]),
      missing,
      element(
        "p",
        { class: "asked-actions" },
        element("button", { type: "submit", class: "button strong", id: "publish-save" }, words.save),
        button(words.preview, look, { class: "button", id: "publish-preview" }),
        button(words.cancel, () => dialog.close(), { class: "button", id: "publish-cancel" }),
      ),
      shown,
    );
    fields.addEventListener("submit", (event) => {
      event.preventDefault(); // the policy of the page lets no form go anywhere
      result = sound();
      if (result !== null) dialog.close();
    });
    dialog.append(
      element("h2", { id: "publish-heading" }, words.heading[kind]),
      element("p", {}, words.purpose[kind]),
      fields,
    );
    void showDialog(dialog).then(() => done(result));
    if (kind === "sealed") return;
    leftOut.append(element("p", {}, words.looking));
    // Painted before the page is held by two evaluations.
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (dialog.open) leftOut.replaceChildren(whatIsLeftOut(form.make(stated()), open));
      }),
    );
  });
}

/** Which scenario is published as a plan, none at first; null where there is none that is only of other numbers. */
function planChoice({ decisions, language }: OpenWork, proposed: Work["plan"]): PlanChoice | null {
  const { form: words } = wordsOf(language);
  const plans = plansOf(decisions.scenarios);
  if (plans.length === 0) return null;
  const names = [words.noPlan, ...plans.map(({ name }) => name)];
  const options = names.map((name, at) => element("option", { value: String(at) }, name));
  const box = element("select", { id: "publish-plan" }, ...options);
  box.value = String(plans.findIndex(({ name }) => name === proposed?.name) + 1);
  return {
    place: element("p", {}, element("label", {}, `${words.plan} `, box)),
    chosen: () => plans[Number(box.value) - 1],
  };
}

interface PlanChoice {
  readonly place: HTMLElement;
  chosen(): Work["plan"];
}

/** What a person would be asked about by the first reader. */
function whatIsOpen({ calculator, language }: OpenWork): HTMLElement {
  const { form: words } = wordsOf(language);
  const result = calculator.result();
  const { errors, warnings } = openIssues(result?.issues(kMostIssues) ?? []);
  const asked = [...errors, ...warnings];
  const questions = (result?.head.questions ?? []).filter(({ answer }) => answer === null).length;
  const box = element("div", { id: "publish-issues" });
  if (questions > 0) box.append(element("p", { class: "is-near" }, fill(words.questions, { count: questions })));
  if (asked.length === 0) {
    box.append(element("p", {}, words.noIssues));
    return box;
  }
  const counts = { count: asked.length, errors: errors.length, warnings: warnings.length };
  const first = asked.slice(0, kListed);
  const items = first.map(({ message }) => element("li", {}, message[language]));
  if (asked.length > first.length)
    items.push(element("li", {}, fill(words.more, { count: asked.length - first.length })));
  box.append(element("h3", {}, fill(words.issues, counts)), element("ul", {}, ...items));
  return box;
}

function whatIsLeftOut({ leftOut, lost }: Publication, { language, words: page }: OpenWork): HTMLElement {
  const { form: words } = wordsOf(language);
  const verdicts: Readonly<Record<string, string>> = page.verdict;
  const word = (value: string | null): string => (value === null ? page.notKnown : (verdicts[value] ?? value));
  const listed = (texts: readonly string[]): string =>
    texts.slice(0, kListed).join(words.comma) + (texts.length > kListed ? words.comma + words.more : "");
  const few = (texts: readonly string[]): string => fill(listed(texts), { count: texts.length - kListed });
  const { columns, rows, small } = leftOut;
  const places = small.map(({ row, column }) => fill(words.place, { row, column }));
  const items = [
    ...(columns.length === 0 ? [] : [fill(words.columns, { columns: few(columns) })]),
    ...(rows === 0 ? [] : [fill(words.rows, { count: rows })]),
    ...(small.length === 0 ? [] : [fill(words.small, { count: small.length, places: few(places) })]),
  ];
  const changed = lost.map(({ county, id, title, whole, published }) =>
    fill(words.lost, {
      title: [county ?? "", title?.[language] ?? (county === null ? id : "")].filter((part) => part !== "").join(" "),
      whole: word(whole),
      published: word(published),
    }),
  );
  if (items.length + changed.length === 0) return element("p", {}, words.nothing);
  return element(
    "ul",
    {},
    ...[...items, words.remarks].map((text) => element("li", {}, text)),
    ...changed.map((text) => element("li", { class: "is-near" }, text)),
  );
}
