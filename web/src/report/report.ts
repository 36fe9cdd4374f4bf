// SPDX-License-Identifier: MIT
//
// The view that checks a report: a bundle of its own, fetched with the first look at it.

import { button, element } from "../kit/dom.ts";
import { copyForms, formsOf } from "../kit/copy_table.ts";
import type { Aside, AsidePage } from "../work/aside.ts";
import { fill } from "../words/fill.ts";
import { reportEn } from "../words/report_en.ts";
import { type ReportWords, reportZh } from "../words/report_zh.ts";
import { checkReport } from "./check_report.ts";
import { factsView } from "./facts_view.ts";
import type { CheckedReport } from "./finding.ts";
import { findingsTable, findingsView } from "./findings_view.ts";
import { markedText } from "./marked_text.ts";
import { readReportFile } from "./report_file.ts";
import { kLongestReport } from "./text.ts";

/** Lines of the box: what was found is to be seen without scrolling. */
const kRows = 10;
const kRowsBeside = 3;

export function open(root: HTMLElement, page: AsidePage): Aside {
  const box = element("textarea", { spellcheck: "false", autocomplete: "off", class: "report-box" });
  const file = element("input", { type: "file", accept: ".docx,.txt,.html,.htm,.md,text/plain,text/html" });
  const results = element("div", { class: "report-results" });
  let report: CheckedReport | null = null;
  const words = (): ReportWords => (page.language() === "zh" ? reportZh : reportEn);

  /** Said where it is more than is looked at. */
  const isLong = (text: string): boolean => {
    const long = text.length > kLongestReport;
    if (long) page.warn(() => fill(words().tooLong, { longest: kLongestReport }));
    return long;
  };
  const check = (): void => {
    if (box.value.trim() === "") {
      page.say(words().nothing);
      return;
    }
    if (isLong(box.value)) return;
    report = checkReport(box.value, page.calculator()?.standards() ?? []);
    drawResults();
    results.querySelector<HTMLElement>("summary")?.focus();
    page.say(counts(report, words()));
  };

  const take = async (): Promise<void> => {
    const [chosen] = file.files ?? [];
    file.value = "";
    if (chosen === undefined) return;
    const read = await readReportFile(new Uint8Array(await chosen.arrayBuffer()), chosen.name);
    if ("refused" in read) {
      page.warn(() => fill(read.refused === "damaged" ? words().damaged : words().notText, { name: chosen.name }));
      return;
    }
    if (isLong(read.text)) return;
    box.value = read.text;
    check();
  };
  file.addEventListener("change", () => void take());
  // The page takes what is pasted for a table; here it is a text.
  box.addEventListener("paste", (event) => {
    event.stopPropagation();
    if (box.value === "") setTimeout(check);
  });

  const drawResults = (): void => {
    box.rows = report === null ? kRows : kRowsBeside;
    if (report === null) {
      results.replaceChildren();
      return;
    }
    const shown = report;
    const said = words();
    const text = markedText(shown, said.text);
    const starts = new Map(
      shown.sentences.map((one) => [
        `${one.paragraph}.${one.number}`,
        one.start + one.text.length - one.text.trimStart().length,
      ]),
    );
    const copied = element("span", { role: "status", class: "copied" });
    const copy = button(
      said.copy,
      () =>
        void copyForms(formsOf(findingsTable(shown.findings, said), said.caption)).then((done) => {
          copied.textContent = done ? said.copied : "";
        }),
      { class: "button" },
    );
    results.replaceChildren(
      element("p", { class: "report-counts" }, counts(shown, said), " ", copy, " ", copied),
      element(
        "div",
        { class: "report-sides" },
        element(
          "div",
          { class: "report-findings" },
          ...findingsView(
            shown.findings,
            said,
            ({ place }) => starts.get(`${place.paragraph}.${place.sentence}`) ?? place.start,
            text.lead,
          ),
        ),
        element("section", { class: "report-source" }, element("h2", {}, said.text), text.root),
      ),
      factsView(shown, page, said),
    );
  };

  const draw = (): void => {
    const said = words();
    box.placeholder = said.paste;
    box.setAttribute("aria-label", said.paste);
    root.replaceChildren(
      element("h1", {}, said.heading),
      element("p", {}, said.hint),
      box,
      element(
        "div",
        { class: "entry-actions" },
        button(said.check, check, { class: "button" }),
        element("label", { class: "button file" }, element("span", {}, said.open), file),
        button(
          said.clear,
          () => {
            box.value = "";
            report = null;
            drawResults();
            box.focus();
          },
          { class: "button" },
        ),
      ),
      results,
    );
    drawResults();
  };
  return { show: draw, hide: () => undefined };
}

function counts({ paragraphs, figures, findings }: CheckedReport, words: ReportWords): string {
  const count = (agreement: string): number => findings.filter((one) => one.agreement === agreement).length;
  const groups = (["differ", "undecided", "agree"] as const).map((one) => `${words.groups[one]} ${count(one)}`);
  return `${fill(words.found, { paragraphs: paragraphs.length, figures: figures.length })} ${groups.join(" · ")}`;
}
