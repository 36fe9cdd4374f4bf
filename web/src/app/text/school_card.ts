// SPDX-License-Identifier: MIT
//
// One school in sentences: what each of its units lacks and how much of it; how much of a coefficient above its limit comes
// from here; what is met, folded away.

import type { County, Indicator, Standard, Unit, UnitValue } from "../../engine/junheng.d.ts";
import { element } from "../../kit/dom.ts";
import type { LanguageId } from "../../kit/language.ts";
import { fill } from "../../words/fill.ts";
import type { AllWords } from "./context.ts";
import type { TrialActions } from "../trial/actions.ts";
import { verdictWord } from "./context.ts";

interface CardContext {
  readonly standard: Standard;
  readonly words: AllWords;
  readonly language: LanguageId;
  /** With several the card says whose school it is. */
  readonly counties: number;
  readonly trial: TrialActions;
}

/** Of a coefficient's square, less than this is every school's part of it. */
const kShareWorthSaying = 0.1;

/** `at`: which county, from 0. */
export function schoolCard(at: number, county: County, units: readonly Unit[], context: CardContext): HTMLElement {
  const name = units[0]?.school ?? context.words.notKnown;
  const whose = context.counties > 1 && county.name !== null ? fill(context.words.brackets, { text: county.name }) : "";
  return element(
    "article",
    { class: "card" },
    element("h3", {}, `${name}${whose}`),
    ...units.flatMap((unit) => unitLines(county, unit, context)),
    units.some(({ status }) => status === "evaluated") ? whatIfBox(at, county, units, context) : null,
  );
}

/** What another number of it would change; fetched where somebody opens it. */
function whatIfBox(at: number, county: County, units: readonly Unit[], context: CardContext): HTMLElement {
  const { words } = context;
  const head = element("summary", { id: `what-if-${at}-${units[0]?.row ?? 0}` }, words.search.whatIf);
  const place = element("div", {});
  const box = element("details", { class: "what-if" }, head, place);
  box.addEventListener("toggle", () => {
    if (!box.open || place.hasChildNodes()) return;
    void import("../trial/trial.ts").then(
      ({ openWhatIf }) => openWhatIf(place, { at, county, units }, context),
      () => place.replaceChildren(words.viewFailed),
    );
  });
  return box;
}

function unitLines(county: County, unit: Unit, context: CardContext): HTMLElement[] {
  const { standard, words, language } = context;
  const { search } = words;
  const stage = unit.stage === null ? words.notKnown : words.stage[unit.stage];
  const where = fill(search.unit, { stage, row: unit.row });
  if (unit.status !== "evaluated") {
    const reason = unit.reason?.[language] ?? words.notKnown;
    return [element("p", {}, `${where}${words.colon}${fill(search.out, { reason })}`)];
  }
  const verdict = unit.verdict === null ? null : verdictWord(words, unit.verdict);
  const facts = [
    unit.pupils === null ? null : fill(search.pupils, { pupils: unit.pupils }),
    unit.meeting === null ? null : fill(search.meeting, { meeting: unit.meeting }),
  ].filter((fact) => fact !== null);
  const head = element("p", {}, element("strong", {}, where));
  if (verdict !== null)
    head.append(words.colon, element("span", { class: `is-${unit.verdict ?? "unknown"}` }, verdict));
  head.append(fill(words.brackets, { text: facts.join(words.listComma) }));

  const lacking: HTMLElement[] = [];
  const unknown: string[] = [];
  const rest: HTMLElement[] = [];
  for (const value of unit.values) {
    const about = standard.indicators.find(({ id }) => id === value.id);
    if (value.text === null) unknown.push(about?.shortTitle[language] ?? value.id);
    else {
      const isShort = value.verdict === "fail" || value.verdict === "near";
      (isShort ? lacking : rest).push(element("li", {}, valueLine(value, value.text, about, unit, context)));
    }
    const share = shareLine(value, about, county, unit, context);
    if (share !== null) lacking.push(element("li", {}, share));
  }
  if (unknown.length > 0)
    lacking.push(element("li", {}, fill(search.unknown, { indicators: unknown.join(words.listComma) })));
  const made: HTMLElement[] = [head];
  if (lacking.length > 0) made.push(element("ul", {}, ...lacking));
  else if (standard.unitRule !== null) made.push(element("p", {}, search.nothing));
  if (rest.length > 0)
    made.push(
      element(
        "details",
        {},
        element("summary", {}, fill(search.rest, { count: rest.length })),
        element("ul", {}, ...rest),
      ),
    );
  return made;
}

function valueLine(
  value: UnitValue,
  text: string,
  about: Indicator | undefined,
  unit: Unit,
  { words, language }: CardContext,
): string {
  const { search } = words;
  const indicator = about?.title[language] ?? value.id;
  const threshold = unit.stage === null ? undefined : about?.thresholds[unit.stage]?.text;
  const said = { indicator, value: text, unit: about?.unit[language] ?? "", threshold: threshold ?? "" };
  if (threshold === undefined) return fill(search.plain, said);
  if (value.verdict !== "fail" && value.verdict !== "near") return fill(search.value, said);
  const verdict = verdictWord(words, value.verdict);
  const { lacks } = value;
  if (lacks === undefined) return fill(search.below, { ...said, verdict });
  const amount = `${lacks.text} ${lacks.unit[language]}`.trimEnd();
  return fill(search.short, { ...said, verdict, amount });
}

/** The school can meet every threshold and still be what its county fails by. */
function shareLine(
  { id, cvShare }: UnitValue,
  about: Indicator | undefined,
  county: County,
  unit: Unit,
  { words, language }: CardContext,
): string | null {
  if (cvShare === null || cvShare < kShareWorthSaying) return null;
  const stage = county.stages.find((one) => one.stage === unit.stage);
  const fails = stage?.indicators.some((one) => one.id === id && one.verdict === "fail") === true;
  if (!fails) return null;
  const percent = (cvShare * 100).toFixed(1);
  return fill(words.search.share, { indicator: about?.title[language] ?? id, percent });
}
