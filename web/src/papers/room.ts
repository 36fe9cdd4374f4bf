// SPDX-License-Identifier: MIT
//
// The view of the papers, which the page fetches with the first look at it: which papers, in which formats, whose; each
// to be looked at before it is downloaded.

import { zipSync } from "fflate";
import { button, element } from "../kit/dom.ts";
import { download, fileName } from "../kit/download.ts";
import { previewOf } from "../kit/preview.ts";
import { fill } from "../words/fill.ts";
import { papersEn } from "../words/papers_en.ts";
import { papersZh } from "../words/papers_zh.ts";
import type { PapersWords } from "../words/papers_zh.ts";
import type { Aside, AsidePage } from "../work/aside.ts";
import type { Result } from "../work/result.ts";
import { detailFields, fieldsOf } from "./fields.ts";
import { basicsAsked } from "./form_basics.ts";
import { formatsOf, kPaperFormats, kPaperKinds, makePaper } from "./make_paper.ts";
import type { PaperFile, PaperFormat, PaperKind, PaperSource } from "./papers.d.ts";
import { schoolCells } from "./school_cells.ts";
import { countyName } from "./said.ts";
import { PapersPlans } from "./plans.ts";
import { newStated } from "./stated.ts";
import type { Stated } from "./stated.ts";
import { tasksOf } from "./tasks_of.ts";

/** A zip holds days from 1980 on, and says nothing of when it was made. */
const noTime = (): Date => new Date(1980, 0, 1, 12);

export function open(place: HTMLElement, page: AsidePage): Aside {
  const view = new PapersView(place, page);
  return { show: () => view.draw(), hide: () => undefined };
}

class PapersView {
  readonly #place: HTMLElement;
  readonly #page: AsidePage;
  /** What was entered for what is open, by its name. */
  readonly #stated = new Map<string, Stated>();
  readonly #plans = new PapersPlans();
  #asked = 0;
  readonly #preview = element("div", { class: "preview", hidden: "" });

  constructor(place: HTMLElement, page: AsidePage) {
    this.#place = place;
    this.#page = page;
  }

  get #words(): PapersWords {
    return this.#page.language() === "zh" ? papersZh : papersEn;
  }

  draw(): void {
    const words = this.#words;
    const result = this.#page.calculator()?.result() ?? null;
    const head = [element("h1", {}, words.heading), element("p", {}, words.lead)];
    this.#preview.hidden = true;
    if (result === null || result.countyCount === 0 || !result.withUnits) {
      const why = result !== null && !result.withUnits ? words.tooMany : words.nothing;
      this.#place.replaceChildren(...head, element("p", { class: "is-near" }, why));
      return;
    }
    const stated = this.#statedOf(result);
    const source = this.#sourceOf(result, stated);
    if (source === null) return;
    this.#place.replaceChildren(
      ...head,
      ...(result.countyCount > 1 ? [this.#counties(result, stated, words)] : []),
      element("h2", {}, words.which),
      ...kPaperKinds.flatMap((kind) => this.#paper(kind, source, stated, words)),
      this.#withPlan(stated, words),
      element("h2", {}, words.formats),
      element("p", { class: "asked-actions" }, ...kPaperFormats.map((format) => this.#format(format, stated, words))),
      element("h2", {}, words.about),
      fieldsOf(stated, countyName(source.county, {}), words),
      element("p", { class: "soft" }, words.notStated),
      detailFields("departments", words.departments, stated.departments, this.#departments(source)),
      detailFields("basics", words.basics, stated.basics, this.#basics(source)),
      element(
        "p",
        { class: "asked-actions" },
        button(words.download, () => void this.#download(words), { class: "button strong", id: "papers-download" }),
      ),
      this.#preview,
    );
  }

  #statedOf(result: Result): Stated {
    const name = this.#page.name();
    const known = this.#stated.get(name) ?? newStated();
    this.#stated.set(name, known);
    if (known.at >= result.countyCount) known.at = 0;
    return known;
  }

  /** Null: what is open was computed by no standard that is known. */
  #sourceOf(result: Result, stated: Stated): PaperSource | null {
    const calculator = this.#page.calculator();
    const standard = calculator?.standards().find(({ id }) => id === result.head.standard?.id);
    if (calculator === null || standard === undefined) return null;
    const county = { ...result.county(stated.at), units: [...result.units(stated.at, 0, Infinity)] };
    const { at: _at, kinds: _kinds, formats: _formats, departments, basics, fields } = stated;
    const about = {
      ...fields,
      // A county that the table does not name is called as what is open.
      ...(fields.county === "" && county.name === null ? { county: this.#page.name() } : {}),
      departments: Object.fromEntries(departments),
      basics: Object.fromEntries(basics),
    };
    const { reading } = calculator.decisions();
    const schools = schoolCells((place) => calculator.rows({ ...place, reading }), result.head.columns, county.units);
    return { county, standard, engine: result.head.engine, about, schools };
  }

  /** With the plans, where these papers tell of them. Null: nothing can be made, or something else was asked meanwhile. */
  async #now(kinds: readonly PaperKind[], words: PapersWords): Promise<PaperSource | null> {
    this.#asked += 1;
    const asked = this.#asked;
    const result = this.#page.calculator()?.result() ?? null;
    if (result === null) return null;
    const stated = this.#statedOf(result);
    const source = this.#sourceOf(result, stated);
    if (source === null || !stated.withPlan || !kinds.includes("schools")) return source;
    this.#page.say(words.planning);
    try {
      const plans = await this.#plans.of(this.#page, stated.at);
      if (asked !== this.#asked || this.#page.calculator()?.result() !== result) return null;
      this.#page.say("");
      return { ...source, plans };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (asked === this.#asked) this.#page.warn(() => fill(this.#words.noPlan, { reason }));
      return null;
    }
  }

  #withPlan(stated: Stated, words: PapersWords): HTMLElement {
    const box = checkBox("papers-with-plan", stated.withPlan, (on) => {
      stated.withPlan = on;
    });
    return element("p", {}, element("label", {}, box, ` ${words.withPlan}`));
  }

  #counties(result: Result, stated: Stated, words: PapersWords): HTMLElement {
    const options = Array.from({ length: result.countyCount }, (_, at) =>
      element("option", { value: String(at) }, result.summary.counties.at(at) ?? words.unnamed),
    );
    const select = element("select", { id: "papers-county" }, ...options);
    select.value = String(stated.at);
    select.addEventListener("change", () => {
      stated.at = Number(select.value);
      stated.fields.county = "";
      this.draw();
    });
    return element("p", {}, element("label", { for: "papers-county" }, `${words.county} `), select);
  }

  #paper(kind: PaperKind, source: PaperSource, stated: Stated, words: PapersWords): HTMLElement[] {
    if (formatsOf(kind, source).length === 0) return [];
    const box = checkBox(`papers-${kind}`, stated.kinds.has(kind), (on) => {
      if (on) stated.kinds.add(kind);
      else stated.kinds.delete(kind);
    });
    const title = words.kinds[kind];
    const look = button(words.preview, () => void this.#look(kind, title, words), {
      class: "button",
      "data-preview": kind,
      "aria-label": fill(words.previewOf, { paper: title }),
    });
    return [element("p", { class: "paper-row" }, element("label", {}, box, ` ${title}`), " ", look)];
  }

  #format(format: PaperFormat, stated: Stated, words: PapersWords): HTMLElement {
    const box = checkBox(`papers-format-${format}`, stated.formats.has(format), (on) => {
      if (on) stated.formats.add(format);
      else stated.formats.delete(format);
    });
    return element("label", {}, box, ` ${words.format[format]} `);
  }

  #departments(source: PaperSource): { key: string; label: string; value: string }[] {
    const proposed = tasksOf(source.standard, {});
    return proposed.map(({ key, title, department }) => ({ key, label: `${key} ${title}`, value: department }));
  }

  #basics({ standard }: PaperSource): { key: string; label: string; value: string }[] {
    return basicsAsked(standard).map(({ code, title }) => ({ key: code, label: `${code} ${title}`, value: "" }));
  }

  async #look(kind: PaperKind, title: string, words: PapersWords): Promise<void> {
    const source = await this.#now([kind], words);
    const file = source === null ? null : makePaper(source, kind, "html");
    if (file === null) return;
    const page = new TextDecoder().decode(file.bytes);
    this.#preview.replaceChildren(previewOf(page, fill(words.previewOf, { paper: title })));
    this.#preview.hidden = false;
    this.#preview.scrollIntoView({ block: "nearest" });
  }

  async #download(words: PapersWords): Promise<void> {
    const stated = this.#stated.get(this.#page.name());
    if (stated === undefined) return;
    const kinds = kPaperKinds.filter((kind) => stated.kinds.has(kind));
    const source = await this.#now(kinds, words);
    if (source === null) return;
    const files = kinds
      .flatMap((kind) =>
        kPaperFormats.filter((format) => stated.formats.has(format)).map((f) => makePaper(source, kind, f)),
      )
      .filter((file): file is PaperFile => file !== null);
    const [first] = files;
    if (first === undefined) {
      this.#page.warn(() => this.#words.chooseFirst);
      return;
    }
    if (files.length === 1) download(first.bytes, first.type, first.name);
    else {
      const name = fileName(
        [countyName(source.county, source.about), stated.fields.date, papersZh.file].filter(Boolean).join("-"),
      );
      const zip = zipSync(Object.fromEntries(files.map((file) => [file.name, file.bytes])), { mtime: noTime() });
      download(zip, "application/zip", `${name}.zip`);
    }
    this.#page.say(fill(words.done, { count: files.length }));
  }
}

function checkBox(id: string, checked: boolean, changed: (on: boolean) => void): HTMLInputElement {
  const box = element("input", { type: "checkbox", id, ...(checked ? { checked: "" } : {}) });
  box.addEventListener("change", () => changed(box.checked));
  return box;
}
