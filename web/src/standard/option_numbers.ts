// SPDX-License-Identifier: MIT
//
// Which numbers another choice of an option changes, where no verdict may: one evaluation of the engine beside another.

import type {
  CountySummary,
  EvaluationSummary,
  Junheng,
  OpenRequest,
  OptionRule,
  Standard,
} from "../engine/junheng.d.ts";
import type { LanguageId } from "../kit/language.ts";
import { withChoice } from "../work/changes.ts";
import { fill } from "../words/fill.ts";
import type { OptionWords } from "../words/options_zh.ts";
import type { SharedWords } from "../words/shared_zh.ts";

/** So many are named; the others are counted. */
const kNamed = 3;

/** By option and choice: the counties with that choice. */
export class OptionNumbers {
  readonly #now: EvaluationSummary;
  readonly #others = new Map<string, EvaluationSummary>();

  /** `pause` behind each evaluation; false: nobody wants them any more, and it is null. */
  static async of(
    engine: Junheng,
    request: OpenRequest,
    { options }: Standard,
    pause: () => Promise<boolean>,
  ): Promise<OptionNumbers | null> {
    const evaluated = (asked: OpenRequest): EvaluationSummary => engine.evaluate({ ...asked, detail: "summary" });
    const numbers = new OptionNumbers(evaluated(request));
    for (const option of options) {
      const chosen = request.options?.[option.id] ?? option.default;
      for (const { id } of option.choices) {
        if (id === chosen) continue;
        if (!(await pause())) return null;
        const asked = { ...request, options: withChoice(request.options ?? {}, option, id) };
        numbers.#others.set(`${option.id}=${id}`, evaluated(asked));
      }
    }
    return numbers;
  }

  private constructor(now: EvaluationSummary) {
    this.#now = now;
  }

  /** Null: not of a choice that is taken. */
  sentence(
    { id }: OptionRule,
    choice: string,
    standard: Standard,
    words: OptionWords & Pick<SharedWords, "stage" | "listComma">,
    language: LanguageId,
  ): string | null {
    const other = this.#others.get(`${id}=${choice}`);
    if (other === undefined) return null;
    const before = this.#now.counties;
    const after = new Map(other.counties.map((county) => [nameOf(county), county]));
    const changes = before.map((county) => differing(county, after.get(nameOf(county)), standard, words, language));
    const changed = changes.filter((one) => one.length > 0);
    const [only] = changed;
    if (only === undefined) return words.sameNumbers;
    if (before.length > 1) return fill(words.numbersOfCounties, { count: changed.length });
    const named = only.slice(0, kNamed).join(words.listComma);
    const numbers =
      only.length <= kNamed ? named : fill(words.numbersMore, { numbers: named, count: String(only.length) });
    return fill(words.numbers, { numbers });
  }
}

const nameOf = ({ province, name }: CountySummary): string => `${province ?? ""}\n${name ?? ""}`;

function differing(
  before: CountySummary,
  after: CountySummary | undefined,
  standard: Standard,
  words: OptionWords & Pick<SharedWords, "stage">,
  language: LanguageId,
): string[] {
  return before.stages.flatMap((stage) => {
    const other = after?.stages.find((one) => one.stage === stage.stage);
    const units =
      stage.units === other?.units
        ? []
        : [fill(words.unitsOf, { stage: words.stage[stage.stage], before: stage.units, after: other?.units ?? 0 })];
    const coefficients = stage.indicators.flatMap(({ id, cv, cvText }) => {
      const twin = other?.indicators.find((one) => one.id === id);
      if (cv === (twin?.cv ?? null)) return [];
      const indicator = standard.indicators.find((one) => one.id === id)?.shortTitle[language] ?? id;
      return [
        fill(words.numbersOf, {
          stage: words.stage[stage.stage],
          indicator,
          before: cvText ?? "—",
          after: twin?.cvText ?? "—",
        }),
      ];
    });
    return [...units, ...coefficients];
  });
}
