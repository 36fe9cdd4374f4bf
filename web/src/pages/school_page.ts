// SPDX-License-Identifier: MIT
//
// A principal's page: one school typed into a short form, or pasted as one row, and read off in sentences.

import type { Evaluation, Issue, Standard, Unit } from "../engine/junheng.d.ts";
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
import { en } from "../words/school_en.ts";
import { zh } from "../words/school_zh.ts";
import type { SchoolWords } from "../words/school_zh.ts";
import type { PageWords } from "../words/page_zh.ts";

type Words = PageWords & SchoolWords;

/** What has been typed; it outlives a change of language. */
const entry: Entry = { standard: "", stage: "primary", school: "", county: "", ways: {}, values: {} };
let pasted = "";
const kUnitsShown = 20;
/** Amounts in ten thousands are looked for in hundredths. */
const kTenThousands = /^万/;

function content(computing: Computing, words: Words): HTMLElement[] {
  const { engine } = computing;
  const standards = engine.standards();
  const form = element("form", { class: "form", autocomplete: "off" });
  // Stays in sight while somebody types; it alone is read out, not every sentence of the result at every digit.
  const bar = element("p", { id: "bar", class: "verdict", role: "status" });
  const result = element("section", { id: "result" });
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
    element("h2", {}, words.schoolResult),
    bar,
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

  function unitOf({ units: [unit = ""] }: Field): string {
    const said: Readonly<Record<string, string | undefined>> = words.schoolUnits;
    return said[unit] ?? unit;
  }

  function number(field: Field): HTMLElement {
    const unit = unitOf(field);
    const input = typed(`field-${field.id}`, entry.values[field.id] ?? "", (text) => {
      entry.values[field.id] = text;
    });
    input.inputMode = "decimal";
    const message = element("span", { id: `said-${field.id}`, class: "said", hidden: "" });
    const whole = labelled(`${said(field.label, words)}${unit === "" ? "" : ` (${unit})`}`, input);
    whole.append(message);
    return whole;
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
      say(null, error.message);
      result.replaceChildren();
    }
  }

  function say(verdict: Unit["verdict"], text: string): void {
    bar.className = `verdict is-${verdict ?? "none"}`;
    if (bar.textContent !== text) bar.textContent = text;
  }

  function draw(): void {
    const standard = standardOf();
    if (standard === undefined) return;
    if (pasted.trim() !== "") {
      const evaluation = engine.evaluate({ table: pasted, standard: entry.standard });
      const units = evaluation.counties.flatMap((county) => county.units ?? []).slice(0, kUnitsShown);
      const verdict = units.length === 1 ? (units[0]?.verdict ?? null) : evaluation.verdict;
      say(verdict, units.map((unit) => schoolSentences(unit, { words, standard })[0]).join(" "));
      for (const message of form.querySelectorAll<HTMLElement>(".said")) message.hidden = true;
      result.replaceChildren(
        ...units.flatMap((unit) => unitView(unit, standard, null, units.length > 1)),
        issues(evaluation.issues),
      );
      return;
    }
    const asked = askedFor(engine, standard, entry.stage);
    const fields = fieldsOf(asked, entry);
    const missing = fields.filter(({ id }) => (entry.values[id] ?? "").trim() === "");
    const { evaluation, unit } = evaluated(engine, asked, entry);
    const others = sayAtFields(fields, evaluation);
    result.replaceChildren();
    if (missing.length === fields.length) return say(null, words.schoolWaiting);
    if (missing.includes(asked.pupils)) return say(null, words.schoolPupilsFirst);
    const named = unit !== null && entry.school.trim() === "" ? { ...unit, school: words.schoolThis } : unit;
    if (named !== null) say(named.verdict, schoolSentences(named, { words, standard })[0] ?? "");
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
    result.replaceChildren(...(unit === null ? [] : unitView(unit, standard, asked)), ...left, issues(others));
  }

  /** Each message at its field, in the words of a form, which has neither rows nor headers; gives those of no field. */
  function sayAtFields(fields: readonly Field[], { columns, issues: all }: Evaluation): Issue[] {
    const ofForm = all.filter(({ row }) => row !== null);
    // The form's fields are the last columns of its table (tableOf).
    const first = columns.length - fields.length;
    const fieldOf = ({ column }: Issue): Field | undefined =>
      column === null ? undefined : fields[columns.findIndex(({ header }) => header === column) - first];
    for (const field of fields) {
      const message = form.querySelector<HTMLElement>(`#said-${field.id}`);
      const input = form.querySelector(`#field-${field.id}`);
      if (message === null || input === null) continue;
      const found = (entry.values[field.id] ?? "").trim() === "" ? [] : ofForm.filter((one) => fieldOf(one) === field);
      message.hidden = found.length === 0;
      message.classList.toggle(
        "is-fail",
        found.some(({ severity }) => severity === "error"),
      );
      message.textContent = found.map((issue) => withoutPlace(issue, said(issue.message, words))).join(" ");
      input.setAttribute("aria-invalid", String(message.classList.contains("is-fail")));
      if (message.hidden) input.removeAttribute("aria-describedby");
      else input.setAttribute("aria-describedby", message.id);
    }
    return ofForm.filter((issue) => fieldOf(issue) === undefined);
  }

  /** `asked`: of the form, whose numbers can be looked for; null for a pasted row. */
  function unitView(unit: Unit, standard: Standard, asked: Asked | null, ofSeveral = false): HTMLElement[] {
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
      ...(ofSeveral ? [element("h3", { class: `is-${unit.verdict ?? "none"}` }, first)] : []),
      element("ul", { class: "sentences" }, ...lines),
    ];
  }

  function need(asked: Asked, indicator: string): string {
    const way = asked.indicators.find(({ id }) => id === indicator)?.ways[entry.ways[indicator] ?? 0];
    const [field] = way ?? [];
    if (field === undefined) return "";
    const step = kTenThousands.test(field.units[0] ?? "") ? 0.01 : 1;
    const least = leastToMeet(engine, asked, entry, indicator, field.id, step);
    if (least === null) return "";
    const now = entry.values[field.id] ?? "";
    return fill(words.schoolNeeds, { field: said(field.label, words), least, unit: unitOf(field), now });
  }

  function issues(shown: readonly Issue[]): HTMLElement {
    const lines = shown
      .slice(0, kUnitsShown)
      .map((issue) =>
        element("li", {}, `${words.severity[issue.severity]}${words.colon}${said(issue.message, words)}`),
      );
    return element("ul", {}, ...lines);
  }
}

/** The engine's sentence begins with the line and the column it speaks of: beside its field it begins after them. */
function withoutPlace({ row, column }: Issue, text: string): string {
  const line = [`第 ${row} 行`, `Line ${row}, `].find((start) => text.startsWith(start)) ?? "";
  const header = `“${column}”`;
  const rest = text.slice(line.length);
  const after = rest.startsWith(header) ? rest.slice(header.length).replace(/^[：:，,]\s*/, "") : rest;
  return line === "" || after === "" ? text : after;
}

function choice(id: string, options: readonly (readonly [string, string])[], chosen: string): HTMLSelectElement {
  const made = element("select", { id }, ...options.map(([value, text]) => element("option", { value }, text)));
  made.value = chosen;
  return made;
}

function labelled(text: string, control: HTMLElement): HTMLElement {
  return element("p", { class: "field" }, element("label", { for: control.id }, text), control);
}

void startPlainPage({
  own: { zh, en },
  title: (words) => words.schoolTitle,
  lead: (words) => words.schoolLead,
  content,
});
