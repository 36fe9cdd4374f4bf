// SPDX-License-Identifier: MIT
//
// junheng.open(): an evaluation that stays in the engine's memory. What has a number for each county or unit is copied
// out of there once, as typed arrays; one county, some issues or one explanation are few enough to cross as text.

import type {
  Codes,
  Issue,
  Language,
  OpenEvaluation,
  Place,
  Stage,
  Summary,
  TextColumn,
  Told,
  UnitColumns,
  Verdict,
} from "./junheng.d.ts";

/** All counties, and both languages, as the door counts them (web/bindings/opened.h). */
const kAllCounties = -1;
const kLanguages: Readonly<Record<Language, number>> = { zh: 1, en: 2 };
const kBothLanguages = 0;
/** Issues that are given where nothing is said: what one looks at first. */
const kIssuesGiven = 100;
/** What the door takes for a number of issues. */
const kMost = 0xffff_ffff;

/** Only a net: who does not close an evaluation keeps its tables until the collector happens to come by. */
const kNet =
  typeof FinalizationRegistry === "undefined" ? null : new FinalizationRegistry<Core>((core) => core.delete());

type Core = OpenedEvaluation;
type TypedArray = Uint8Array | Uint16Array | Uint32Array | Float64Array;
type Columns = { readonly [name: string]: TypedArray };

/** Copies: the arrays of the door look at memory that the next call may move. */
function copied<T extends { readonly [name: string]: TypedArray }>(columns: T): T {
  return Object.fromEntries(Object.entries(columns as Columns).map(([name, column]) => [name, column.slice()])) as T;
}

class Texts implements TextColumn {
  readonly #bytes: Uint8Array;
  readonly #ends: Uint32Array;
  /** A mark at the head of a name is part of it, as it is in the whole answer. */
  static readonly #decoder = new TextDecoder("utf-8", { ignoreBOM: true });

  constructor({ bytes, ends }: OpenedTexts) {
    this.#bytes = bytes.slice();
    this.#ends = ends.slice();
  }

  get length(): number {
    return this.#ends.length;
  }

  at(index: number): string | null {
    const end = this.#ends[index];
    const begin = index === 0 ? 0 : this.#ends[index - 1];
    if (begin === undefined || end === undefined || begin === end) return null;
    return Texts.#decoder.decode(this.#bytes.subarray(begin, end));
  }

  indexOf(text: string): number {
    for (let index = 0; index < this.length; index += 1) if (this.at(index) === text) return index;
    return -1;
  }
}

function codesOf(core: Core): Codes {
  const { verdict, stage, status, origin } = core.codes();
  const codes = { verdict: verdict.map((id) => (id === "none" ? null : id)), stage, status, origin };
  return codes as unknown as Codes;
}

const count = (value: number): number => (value > 0 ? Math.min(Math.floor(value), kMost) : 0);

export function openEvaluation(core: Core): OpenEvaluation {
  let kept: Core | null = core;
  const countyCount = core.counties();
  const issueCount = core.issueCount();
  const codes = codesOf(core);
  const lists = core.lists();

  function open(): Core {
    if (kept === null) throw new Error("This evaluation was closed. 此次测算已关闭。");
    return kept;
  }
  const isCounty = (county: unknown): county is number =>
    Number.isInteger(county) && (county as number) >= 0 && (county as number) < countyCount;
  const inLanguage = ({ language }: Told<Language> = {}): number =>
    language === undefined ? kBothLanguages : (kLanguages[language] ?? kBothLanguages);

  function answer<T>(bytes: Uint8Array): T {
    const text = new TextDecoder().decode(bytes);
    open().release();
    return JSON.parse(text) as T;
  }

  const evaluation = {
    countyCount,
    issueCount,
    get closed() {
      return kept === null;
    },
    head: (told?: Told<Language>) => answer(open().head(inLanguage(told))),
    summary(): Summary {
      const from = open();
      const { byCounty, byPart, byStage, byIndicator, limits } = from.summary();
      const columns = {
        byCounty: copied(byCounty),
        byPart: copied(byPart),
        byStage: copied(byStage),
        byIndicator: copied(byIndicator),
        limits: copied(limits),
      };
      const counties = new Texts(from.countyNames());
      const provinces = new Texts(from.provinceNames());
      from.release();
      const { parts, stages, indicators } = lists;
      const verdict = codes.verdict[from.verdict()] as Verdict;
      return { codes, verdict, counties, provinces, parts, stages: stages as Stage[], indicators, ...columns };
    },
    county(county: number, asked: Told<Language> & { units?: boolean; explain?: boolean } = {}) {
      const from = open();
      if (!isCounty(county)) return null;
      return answer(from.county(county, asked.units !== false, asked.explain === true, inLanguage(asked)));
    },
    units(county?: number, { shares = false }: { shares?: boolean } = {}): UnitColumns | null {
      const from = open();
      if (county !== undefined && !isCounty(county)) return null;
      const place = county ?? kAllCounties;
      const units = copied(from.units(place));
      from.release();
      const indicators = lists.indicators.map((id, at) => {
        const { cvShare, ...values } = copied(from.unitValues(place, at, shares));
        return { id, ...values, cvShare: shares ? cvShare : null };
      });
      from.release();
      let names: TextColumn | null = null;
      return {
        codes,
        length: units.row.length,
        ...units,
        indicators,
        names() {
          if (names !== null) return names;
          const asked = open();
          names = new Texts(asked.unitNames(place));
          asked.release();
          return names;
        },
      };
    },
    issues: (from = 0, many = kIssuesGiven, told?: Told<Language>): Issue[] =>
      answer(open().issues(count(from), count(many), inLanguage(told))),
    // Whoever names no place asks for nothing; what is no text would throw at the door.
    explain: (place: Place | undefined, told?: Told<Language>) =>
      answer(open().explanation(JSON.stringify(place ?? null), inLanguage(told))),
    close() {
      if (kept === null) return;
      kNet?.unregister(evaluation);
      kept.delete();
      kept = null;
    },
  } as OpenEvaluation;
  kNet?.register(evaluation, core, evaluation);
  return evaluation;
}
