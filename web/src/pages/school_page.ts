// SPDX-License-Identifier: MIT
//
// A principal's page: one school typed into a short form, or pasted as one row, and read off in sentences.

import type { Evaluation, Standard, Unit } from "../engine/junheng.d.ts";
import { isEnd } from "../engine/replaceable.ts";
import { said } from "../publish/page_context.ts";
import { fill } from "../words/fill.ts";
import { schoolSentences, valueSentence } from "../publish/school_sections.ts";
import { button, element } from "../kit/dom.ts";
import { download } from "../kit/download.ts";
import type { Computing } from "./page_parts.ts";
import { startPlainPage } from "./plain_page.ts";
import { askedFor, evaluated, fieldsOf, leastToMeet, stagesOf, tableOf } from "./school_form.ts";
import type { Asked, Entry, Field } from "./school_form.ts";
import type { PageWords } from "../words/page_zh.ts";

/** What has been typed; it outlives a change of language. */
const entry: Entry = { standard: "", stage: "primary", school: "", county: "", ways: {}, values: {} };
let pasted = "";
const kUnitsShown = 20;
/** Amounts in ten thousands are looked for in hundredths. */
const kTenThousands = /^万/;

function content(computing: Computing, words: PageWords): HTMLElement[] {
  const { engine } = computing;
  const standards = engine.standards();
  const form = element("form", { class: "form", autocomplete: "off" });
  const result = element("section", { id: "result", "aria-live": "polite" });
  form.addEventListener("submit", (event) => event.preventDefault());
  const standardOf = (): Standard | undefined => standards.find(({ id }) => id === entry.standard) ?? standards[0];
  const paste = element("textarea", { id: "row", rows: "3", spellcheck: "false", "aria-describedby": "row-hint" });
  paste.value = pasted;
  paste.addEventListener("input", () => {
    pasted = paste.value;
    show();
  });

  fillForm();
  show();
  return [
    form,
    element("p", { class: "source" }, words.schoolSeveral),
    element("p", {}, element("label", { for: "row" }, words.schoolPaste)),
    paste,
    element("p", { id: "row-hint", class: "source" }, words.schoolPasteHint),
    result,
  ];

  function fillForm(): void {
    const standard = standardOf();
    if (standard === undefined) return;
    entry.standard = standard.id;
    const stages = stagesOf(standard);
    if (!stages.includes(entry.stage)) entry.stage = stages[0] ?? entry.stage;
    const asked = askedFor(engine, standard, entry.stage);
    const again = (change: () => void) => (): void => {
      change();
      fillForm();
      show();
    };
    const standardChoice = choice(
      "standard",
      standards.map((one) => [one.id, said(one.title, words)]),
      entry.standard,
    );
    standardChoice.addEventListener(
      "change",
      again(() => {
        entry.standard = standardChoice.value;
      }),
    );
    const stageChoice = choice(
      "stage",
      stages.map((stage) => [stage, words.stage[stage]]),
      entry.stage,
    );
    stageChoice.addEventListener(
      "change",
      again(() => {
        entry.stage = stageChoice.value as Entry["stage"];
      }),
    );
    form.replaceChildren(
      labelled(words.standard, standardChoice),
      labelled(words.schoolStage, stageChoice),
      labelled(
        words.schoolName,
        typed("school", entry.school, (text) => {
          entry.school = text;
        }),
      ),
      labelled(
        words.schoolCounty,
        typed("county", entry.county, (text) => {
          entry.county = text;
        }),
      ),
      number(asked.pupils),
      ...asked.indicators.map((indicator) => {
        const way = entry.ways[indicator.id] ?? 0;
        const fields = (indicator.ways[way] ?? []).filter((field) => field.id !== asked.pupils.id);
        const names = indicator.ways.map((fields, at): [string, string] => [
          String(at),
          fields.map(({ label }) => said(label, words)).join(" + "),
        ]);
        const ways = choice(`way-${indicator.id}`, names, String(way));
        ways.addEventListener(
          "change",
          again(() => {
            entry.ways[indicator.id] = Number(ways.value);
          }),
        );
        return element(
          "fieldset",
          {},
          element("legend", {}, said(indicator.title, words)),
          ...fields.map(number),
          ...(names.length > 1
            ? [
                element(
                  "details",
                  way === 0 ? {} : { open: "" },
                  element("summary", {}, words.schoolOtherWay),
                  labelled(words.schoolHowTo, ways),
                ),
              ]
            : []),
        );
      }),
      element(
        "p",
        { class: "tools" },
        button(
          words.schoolClear,
          again(() => {
            Object.assign(entry, { values: {}, school: "", county: "" });
          }),
        ),
        sealButton(asked),
      ),
    );
  }

  function number(field: Field): HTMLElement {
    const unit = field.units[0] ?? "";
    const input = typed(`field-${field.id}`, entry.values[field.id] ?? "", (text) => {
      entry.values[field.id] = text;
    });
    input.inputMode = "decimal";
    return labelled(`${said(field.label, words)}${unit === "" ? "" : ` (${unit})`}`, input);
  }

  function typed(id: string, value: string, changed: (text: string) => void): HTMLInputElement {
    const input = element("input", { id, type: "text" });
    input.value = value;
    input.addEventListener("input", () => {
      changed(input.value);
      show();
    });
    return input;
  }

  function sealButton(asked: Asked): HTMLElement {
    return button(words.schoolSeal, () => {
      void computing.publisher().then((publisher) => {
        const { text, reading } = pasted.trim() === "" ? tableOf(engine, asked, entry) : { text: pasted, reading: {} };
        const sealed = publisher.seal({ standard: entry.standard, tables: [{ name: entry.school, text }], reading });
        const name = entry.school.replaceAll(/[\\/:*?"<>|]/g, "_").slice(0, 60);
        download(
          sealed.single(words.engineText === "en" ? "en" : "zh"),
          "text/html",
          `${name === "" ? "school" : name}-sealed.html`,
        );
      });
    });
  }

  function show(): void {
    try {
      draw();
    } catch (error) {
      if (!isEnd(error)) throw error;
      result.replaceChildren(element("p", { class: "is-fail" }, error.message));
    }
  }

  function draw(): void {
    const standard = standardOf();
    if (standard === undefined) return;
    const heading = element("h2", {}, words.schoolResult);
    if (pasted.trim() !== "") {
      const evaluation = engine.evaluate({ table: pasted, standard: entry.standard });
      const units = evaluation.counties.flatMap((county) => county.units ?? []).slice(0, kUnitsShown);
      result.replaceChildren(heading, ...units.flatMap((unit) => unitView(unit, standard, null)), issues(evaluation));
      return;
    }
    const asked = askedFor(engine, standard, entry.stage);
    const fields = fieldsOf(asked, entry);
    const missing = fields.filter(({ id }) => (entry.values[id] ?? "").trim() === "");
    if (missing.length === fields.length) return result.replaceChildren(heading, element("p", {}, words.schoolWaiting));
    if (missing.includes(asked.pupils))
      return result.replaceChildren(heading, element("p", {}, words.schoolPupilsFirst));
    const { evaluation, unit } = evaluated(engine, asked, entry);
    const left =
      missing.length === 0
        ? []
        : [
            element(
              "p",
              {},
              fill(words.schoolMissing, { fields: missing.map(({ label }) => said(label, words)).join(words.comma) }),
            ),
          ];
    result.replaceChildren(
      heading,
      ...(unit === null ? [] : unitView(unit, standard, asked)),
      ...left,
      issues(evaluation, true),
    );
  }

  /** `asked`: of the form, whose numbers can be looked for; null for a pasted row. */
  function unitView(unit: Unit, standard: Standard, asked: Asked | null): HTMLElement[] {
    const [first = ""] = schoolSentences(unit, { words, standard });
    const lines = unit.values.map((value) => {
      const line = element(
        "li",
        { class: `is-${value.verdict ?? "none"}` },
        valueSentence(value, unit, { words, standard }),
      );
      const needs =
        asked !== null && (value.verdict === "fail" || value.verdict === "near") ? need(asked, value.id) : "";
      return needs === ""
        ? line
        : element("li", { class: line.className }, line.textContent ?? "", element("br"), needs);
    });
    return [
      element("p", { class: `verdict is-${unit.verdict ?? "none"}` }, element("strong", {}, first)),
      element("ul", { class: "sentences" }, ...lines),
    ];
  }

  function need(asked: Asked, indicator: string): string {
    const way = asked.indicators.find(({ id }) => id === indicator)?.ways[entry.ways[indicator] ?? 0];
    const [field] = way ?? [];
    if (field === undefined) return "";
    const unit = field.units[0] ?? "";
    const least = leastToMeet(engine, asked, entry, indicator, field.id, kTenThousands.test(unit) ? 0.01 : 1);
    if (least === null) return "";
    return fill(words.schoolNeeds, { field: said(field.label, words), least, unit, now: entry.values[field.id] ?? "" });
  }

  /** `ofForm`: what is said of whole columns is said in the form's own words above. */
  function issues(evaluation: Evaluation, ofForm = false): HTMLElement {
    const shown = evaluation.issues.filter(({ row }) => !ofForm || row !== null);
    const lines = shown
      .slice(0, kUnitsShown)
      .map((issue) =>
        element("li", {}, `${words.severity[issue.severity]}${words.colon}${said(issue.message, words)}`),
      );
    return element("ul", {}, ...lines);
  }
}

function choice(id: string, options: readonly (readonly [string, string])[], chosen: string): HTMLSelectElement {
  const made = element("select", { id }, ...options.map(([value, text]) => element("option", { value }, text)));
  made.value = chosen;
  return made;
}

function labelled(text: string, control: HTMLElement): HTMLElement {
  return element("p", { class: "field" }, element("label", { for: control.id }, text), control);
}

void startPlainPage({ title: (words) => words.schoolTitle, lead: (words) => words.schoolLead, content });
