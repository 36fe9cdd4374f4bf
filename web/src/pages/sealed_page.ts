// SPDX-License-Identifier: MIT
//
// Sealed files on this page's own engine, which no sealed file can have changed: check, compare two, merge many.

import { isEnd } from "../engine/replaceable.ts";
import { button, element, tableBox } from "../kit/dom.ts";
import { download } from "../kit/download.ts";
import type { Computing } from "./page_parts.ts";
import { startPlainPage } from "./plain_page.ts";
import { shortened } from "../publish/html.ts";
import { said } from "../publish/page_context.ts";
import { fill } from "../words/fill.ts";
import type { Checked, Merged, Publisher, SealedComparison } from "../publish/publisher.d.ts";
import type { PageWords } from "../words/page_zh.ts";

interface Opened {
  readonly name: string;
  /** Null: no such file. */
  readonly checked: Checked | null;
}

let opened: readonly Opened[] = [];
let turn = 0;
const kKinds = { agrees: "is-pass", own: "is-near", program: "is-near", differs: "is-fail" };
const kChangesShown = 200;

/** One file by itself: what cannot be read or judged is no such file, whatever stands beside it. */
async function openedOf(file: File, publisher: Publisher): Promise<Opened> {
  try {
    return { name: file.name, checked: publisher.check(new Uint8Array(await file.arrayBuffer())) };
  } catch (error) {
    if (isEnd(error)) throw error; // nothing is known of the file then
    return { name: file.name, checked: null };
  }
}

function content(computing: Computing, words: PageWords): HTMLElement[] {
  const input = element("input", { type: "file", id: "files", multiple: "", accept: ".html,.htm,text/html" });
  const result = element("section", { id: "result", "aria-live": "polite" });
  input.addEventListener("change", () => {
    const files = Array.from(input.files ?? []);
    // What was said of the files before must not stand beside the names of these.
    opened = [];
    result.replaceChildren(element("p", { id: "opening" }, words.checking));
    const mine = (turn += 1);
    void computing
      .publisher()
      .then(async (publisher) => {
        const all = await Promise.all(files.map((file) => openedOf(file, publisher)));
        if (mine !== turn) return; // others were chosen meanwhile
        opened = all;
        show(publisher);
      })
      .catch((error: unknown) => {
        if (mine === turn) result.replaceChildren(element("p", { class: "is-fail" }, String(error)));
      });
  });
  if (opened.length > 0) void computing.publisher().then(show);
  return [
    element("p", {}, element("label", { for: "files" }, words.sealedChoose), " ", input),
    element("p", { class: "source" }, words.sealedClaims),
    result,
  ];

  function show(publisher: Publisher): void {
    const good = opened.flatMap(({ name, checked }) => (checked === null ? [] : [{ name, checked }]));
    const [before, after] = good;
    result.replaceChildren(
      listed(words),
      ...(good.length === 2 && before && after
        ? comparison(before.name, after.name, publisher.compare(before.checked, after.checked), computing, words)
        : []),
      ...(good.length > 1
        ? merge(
            publisher,
            publisher.merge(good.map(({ name, checked }) => ({ name, data: checked.data }))),
            good.length,
            words,
          )
        : []),
    );
  }
}

function listed(words: PageWords): HTMLElement {
  const rows = opened.map(({ name, checked }) => {
    const state = checked === null ? words.sealedNot : words.sealedStates[checked.state];
    const counties = checked?.evaluation.counties.map((county) => said(county.conclusion, words)).join(" ") ?? "";
    const standard = checked?.evaluation.standard ?? null;
    return [shortened(name), state, standard === null ? "" : shortened(said(standard.title, words)), counties];
  });
  const kinds = opened.map(({ checked }) => (checked === null ? "is-unknown" : kKinds[checked.state]));
  return grid(
    words.sealedListCaption,
    [words.sealedFile, words.sealedState, words.standard, words.conclusion],
    rows,
    kinds,
  );
}

/** `kinds`: of the second cell of each row. */
function grid(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  kinds: readonly string[] = [],
): HTMLElement {
  const lines = rows.map((cells, at) =>
    element(
      "tr",
      {},
      ...cells.map((text, index) =>
        index === 0
          ? element("th", { scope: "row" }, element("bdi", {}, text))
          : element(
              "td",
              {},
              element("span", index === 1 && kinds[at] !== undefined ? { class: kinds[at] } : {}, text),
            ),
      ),
    ),
  );
  return tableBox({ caption, heads, rows: lines });
}

function comparison(
  before: string,
  after: string,
  found: SealedComparison,
  { engine }: Computing,
  words: PageWords,
): HTMLElement[] {
  const heading = element(
    "h2",
    {},
    fill(words.sealedCompareHeading, { before: shortened(before), after: shortened(after) }),
  );
  const titles = new Map(
    engine
      .standards()
      .flatMap(({ indicators }) => indicators.map(({ id, shortTitle }) => [id, said(shortTitle, words)] as const)),
  );
  const verdict = (text: string | null): string =>
    text === null ? words.notKnown : ((words.verdict as Record<string, string>)[text] ?? text);
  const shown = found.schools.slice(0, kChangesShown).map(({ school, stage, what, before, after }) => {
    const name =
      { pupils: words.pupils, verdict: words.conclusion, there: words.sealedThere }[what] ?? titles.get(what) ?? what;
    const text = (value: string | null): string =>
      what === "verdict"
        ? verdict(value)
        : what === "there"
          ? words.sealedHas[value === null ? "no" : "yes"]
          : (value ?? words.notKnown);
    return [shortened(school), stage === null ? "" : words.stage[stage], name, text(before), text(after)];
  });
  const whole = [
    ...found.verdicts.map(({ county, before, after }) => [
      county ?? words.wholeTable,
      words.conclusion,
      verdict(before),
      verdict(after),
    ]),
    ...found.coefficients.map(({ county, stage, indicator, before, after }) => [
      county ?? words.wholeTable,
      `${(words.stage as Record<string, string>)[stage] ?? stage} ${titles.get(indicator) ?? indicator} ${words.cv}`,
      before ?? words.notKnown,
      after ?? words.notKnown,
    ]),
  ];
  if (found.same.data && shown.length === 0) return [heading, element("p", {}, words.sealedSame)];
  const sums = (
    [
      ["data", words.hashData],
      ["standard", words.hashStandard],
      ["engine", words.hashEngine],
    ] as const
  ).map(([key, name]) =>
    element("li", {}, `${name}${words.colon}${found.same[key] ? words.sealedAgrees : words.sealedDiffers}`),
  );
  const save = (): void =>
    download(`${JSON.stringify(found, null, 1)}\n`, "application/json", "junheng-comparison.json");
  return [
    heading,
    element("ul", {}, ...sums),
    ...(whole.length === 0
      ? []
      : [
          grid(
            words.sealedVerdictsCaption,
            [words.county, words.sealedWhat, words.sealedBefore, words.sealedAfter],
            whole,
          ),
        ]),
    ...(shown.length === 0
      ? []
      : [
          grid(
            words.sealedSchoolsCaption,
            [words.school, words.stageWord, words.sealedWhat, words.sealedBefore, words.sealedAfter],
            shown,
          ),
        ]),
    ...(found.schools.length > kChangesShown
      ? [element("p", {}, fill(words.sealedMore, { count: found.schools.length - kChangesShown }))]
      : []),
    element("p", { class: "tools" }, button(words.sealedSaveComparison, save)),
  ];
}

function merge(publisher: Publisher, merged: Merged, count: number, words: PageWords): HTMLElement[] {
  const heading = element("h2", {}, fill(words.sealedMergeHeading, { count }));
  if ("fault" in merged) {
    const text = fill(words.sealedFaultOf, {
      files: merged.files.map(shortened).join(words.comma),
      fault: words.sealedFault[merged.fault],
    });
    return [heading, element("p", { id: "merge-fault" }, text)];
  }
  const { work, notMerged } = merged;
  const together = publisher.seal(work);
  const lines = together.evaluation.counties.map((county) =>
    element("p", { class: "merged" }, fill(words.sealedMergeResult, { conclusion: said(county.conclusion, words) })),
  );
  const issues = together.evaluation.issues
    .slice(0, kChangesShown)
    .map((issue) => element("li", {}, said(issue.message, words)));
  return [
    heading,
    ...lines,
    ...(notMerged.length === 0
      ? []
      : [
          element(
            "p",
            { id: "not-merged" },
            fill(words.sealedNotMerged, { files: notMerged.map(shortened).join(words.comma) }),
          ),
        ]),
    element("ul", {}, ...issues),
    element(
      "p",
      { class: "tools" },
      button(words.sealedSaveSealed, () =>
        download(together.single(words.engineText === "en" ? "en" : "zh"), "text/html", "junheng-merged-sealed.html"),
      ),
      button(words.sealedSaveProject, () =>
        download(projectText(work), "application/json", "junheng-merged.junheng.json"),
      ),
    ),
  ];
}

/** As the workbench opens it, junheng.project/1. */
function projectText(work: {
  standard?: string;
  options?: Record<string, string>;
  tables: readonly { name: string; text: string }[];
  reading?: object;
  county?: string;
  remarks?: readonly object[];
}): string {
  const { standard = "", options = {}, tables, reading = {}, county = "", remarks = [] } = work;
  return `${JSON.stringify({ schema: "junheng.project/1", name: "junheng-merged", standard, options, tables, reading, county, previous: "", remarks }, null, 1)}\n`;
}

void startPlainPage({ title: (words) => words.sealedTitle, lead: (words) => words.sealedLead, content });
