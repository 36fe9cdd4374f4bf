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
import { en } from "../words/sealed_en.ts";
import { zh } from "../words/sealed_zh.ts";
import type { SealedWords } from "../words/sealed_zh.ts";

type Words = PageWords & SealedWords;

interface Opened {
  readonly name: string;
  /** Null: no such file. */
  readonly checked: Checked | null;
}

let opened: readonly Opened[] = [];
let queue: Promise<void> = Promise.resolve();
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

/** Files are added and removed one by one; the page's own button stands for the browser's, which has its own language. */
function content(computing: Computing, words: Words): HTMLElement[] {
  const input = element("input", {
    type: "file",
    id: "files",
    multiple: "",
    hidden: "",
    accept: ".html,.htm,text/html",
  });
  const choose = button(words.sealedChoose, () => input.click(), { id: "choose" });
  const news = element("p", { id: "opening", role: "status" });
  const result = element("section", { id: "result" });
  input.addEventListener("change", () => {
    add(Array.from(input.files ?? []));
    input.value = ""; // the same file can be added again after it was removed
  });
  document.body.ondragover = (event) => event.preventDefault();
  document.body.ondrop = (event) => {
    event.preventDefault();
    add(Array.from(event.dataTransfer?.files ?? []));
  };
  if (opened.length > 0) void computing.publisher().then(show);
  return [
    element("p", { class: "tools" }, choose, input),
    element("p", { class: "source" }, words.sealedDrop, " ", words.sealedClaims),
    news,
    result,
  ];

  function add(files: readonly File[]): void {
    if (files.length === 0) return;
    news.textContent = words.checking;
    // One after the other: what was chosen first stands first, however long it takes.
    queue = queue
      .then(async () => {
        const publisher = await computing.publisher();
        opened = [...opened, ...(await Promise.all(files.map((file) => openedOf(file, publisher))))];
        news.textContent = "";
        show(publisher);
      })
      .catch((error: unknown) => {
        news.textContent = String(error);
      });
  }

  function show(publisher: Publisher): void {
    choose.textContent = opened.length === 0 ? words.sealedChoose : words.sealedAdd;
    const good = opened.flatMap(({ name, checked }) => (checked === null ? [] : [{ name, checked }]));
    const [before, after] = good;
    const remove = (one: Opened): void => {
      opened = opened.filter((other) => other !== one);
      news.textContent = fill(words.sealedRemoved, { file: shortened(one.name) });
      show(publisher);
      choose.focus();
    };
    result.replaceChildren(
      ...(opened.length === 0 ? [] : [listed(words, remove)]),
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

function listed(words: Words, remove: (one: Opened) => void): HTMLElement {
  const rows = opened.map(({ name, checked }) => {
    const state = checked === null ? words.sealedNot : words.sealedStates[checked.state];
    const counties = checked?.evaluation.counties.map((county) => said(county.conclusion, words)).join(" ") ?? "";
    const standard = checked?.evaluation.standard ?? null;
    return [shortened(name), state, standard === null ? "" : shortened(said(standard.title, words)), counties];
  });
  const kinds = opened.map(({ checked }) => (checked === null ? "is-unknown" : kKinds[checked.state]));
  const table = grid(
    words.sealedListCaption,
    [words.sealedFile, words.sealedState, words.standard, words.conclusion, words.sealedRemove],
    rows,
    kinds,
  );
  for (const [at, row] of table.querySelectorAll("tbody tr").entries()) {
    const one = opened[at];
    if (one === undefined) continue;
    const name = fill(words.sealedRemoveOf, { file: shortened(one.name) });
    row.append(
      element(
        "td",
        {},
        button(words.sealedRemove, () => remove(one), { "aria-label": name }),
      ),
    );
  }
  return table;
}

/** Longer than this it is a paragraph, which no table makes as narrow as a word. */
const kSentence = 40;

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
              element(
                text.length > kSentence ? "p" : "span",
                index === 1 && kinds[at] !== undefined ? { class: kinds[at] } : {},
                text,
              ),
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
  words: Words,
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
  const cells = found.cells
    .slice(0, kChangesShown)
    .map(({ school, column, before, after }) => [
      shortened(school),
      shortened(column),
      ...[before, after].map((text) => (text === null || text === "" ? words.notKnown : shortened(text))),
    ]);
  const left = Math.max(0, found.cells.length - kChangesShown) + Math.max(0, found.schools.length - kChangesShown);
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
    ...(cells.length === 0
      ? []
      : [
          grid(
            words.sealedCellsCaption,
            [words.school, words.sealedColumn, words.sealedBefore, words.sealedAfter],
            cells,
          ),
        ]),
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
    ...(left === 0 ? [] : [element("p", {}, fill(words.sealedMore, { count: left }))]),
    element("p", { class: "tools" }, button(words.sealedSaveComparison, save)),
  ];
}

function merge(publisher: Publisher, merged: Merged, count: number, words: Words): HTMLElement[] {
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

void startPlainPage({
  own: { zh, en },
  title: (words) => words.sealedTitle,
  lead: (words) => words.sealedLead,
  content,
});
