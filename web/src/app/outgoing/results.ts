// SPDX-License-Identifier: MIT
//
// The results as a workbook: verdict and reasons, coefficients, every school, what was changed by hand, what is wrong with
// the table. Every text is the engine's own; nothing is computed or rounded here.

import type { County, StageResult, Standard, Unit, UnitValue } from "../../engine/junheng.d.ts";
import { writeWorkbook } from "../../files/write.ts";
import type { WrittenCell, WrittenSheet } from "../../files/write.ts";
import { download } from "../../kit/download.ts";
import { entryConditions } from "../../work/entry.ts";
import type { Result } from "../../work/result.ts";
import { fill } from "../../words/fill.ts";
import { aboutWork, fileNameOf, kWorkbook, today, wordsOf } from "./open_work.ts";
import type { OpenWork } from "./open_work.ts";
import { changesSheet, head, issuesSheet } from "./results_table.ts";

/** What every sheet needs. */
interface Told {
  readonly open: OpenWork;
  readonly result: Result;
  readonly standard: Standard;
  readonly counties: readonly County[];
}

type Row = readonly WrittenCell[];

const shown = (text: string): WrittenCell => ({ text, shown: true });

export function saveResults(open: OpenWork): void {
  const sheets = resultSheets(open);
  if (sheets.length === 0) return;
  const name = `${fileNameOf(aboutWork(open), open.name)}-${wordsOf(open.language).results.file}.xlsx`;
  download(new Uint8Array(writeWorkbook(sheets)), kWorkbook, name);
}

/** None where nothing is open. */
export function resultSheets(open: OpenWork): WrittenSheet[] {
  const result = open.calculator.result();
  const standard = open.calculator.standards().find(({ id }) => id === result?.head.standard?.id);
  if (result === null || standard === undefined) return [];
  const counties = Array.from({ length: result.countyCount }, (_, at) => result.county(at));
  const told = { open, result, standard, counties };
  return [
    verdictSheet(told),
    balanceSheet(told),
    schoolsSheet(told),
    changesSheet(open, result),
    issuesSheet(open, result),
  ];
}

function nameOf({ name }: County, { words }: OpenWork): string {
  return name ?? words.wholeTable;
}

function verdictSheet({ open, result, standard, counties }: Told): WrittenSheet {
  const { language, words: page } = open;
  const { results: words } = wordsOf(language);
  const { engine, chosenOptions } = result.head;
  const cells: Row[] = [
    [words.standard, standard.title[language]],
    [words.source, open.name === "" ? page.sourcePasted : open.name],
    ...(chosenOptions == null ? [] : [[words.options, chosenOptions[language]]]),
    [words.madeBy, fill(words.engine, { version: engine, date: today() })],
    [],
  ];
  const line = (county: County, part: string, item: string, verdict: string | null, reason: string): void => {
    const word = verdict === null ? "" : page.verdict[verdict as keyof typeof page.verdict];
    const mark: WrittenCell = verdict === "fail" ? { text: word, look: "fail" } : word;
    cells.push([nameOf(county, open), part, item, mark, reason]);
  };
  cells.push(head(page.county, words.part, words.item, page.conclusion, words.reason));
  for (const county of counties) {
    line(county, page.verdictHeading, "", county.verdict, county.conclusion[language]);
    for (const part of county.parts) {
      const [first, ...others] = part.reasons.map(({ message }) => message[language]);
      line(county, part.title[language], "", part.verdict, first ?? "");
      for (const reason of others) line(county, "", "", null, reason);
      for (const { id, title, verdict, checks } of part.items) {
        const messages = checks.map(({ message }) => message[language]);
        line(county, "", `${id} ${title[language]}`, verdict, messages.join("\n"));
      }
    }
    for (const { item, reasons } of entryConditions(county, standard))
      line(county, "", item.title[language], item.verdict, reasons.map((text) => text[language]).join("\n"));
  }
  return { name: words.sheets.verdict, cells, widths: [16, 18, 26, 12, 88] };
}

function balanceSheet({ open, standard, counties }: Told): WrittenSheet {
  const { language, words: page } = open;
  const { results: words } = wordsOf(language);
  const known = new Map(standard.indicators.map((indicator) => [indicator.id, indicator]));
  const counted = (value: number | null): WrittenCell => shown(value === null ? page.notKnown : String(value));
  const verdict = (value: StageResult["verdict"] | null): WrittenCell =>
    value === "fail" ? { text: page.verdict.fail, look: "fail" } : page.verdict[value ?? "none"];
  const rows = (county: County, stage: StageResult): Row[] => {
    const where = [nameOf(county, open), page.stage[stage.stage]];
    const each = stage.indicators.map((one) => {
      const about = known.get(one.id);
      return [
        ...where,
        about?.title[language] ?? one.id,
        about?.unit[language] ?? "",
        shown(one.meanText ?? page.notKnown),
        shown(one.cvText ?? page.notKnown),
        shown(about?.cvLimits[stage.stage]?.text ?? page.notKnown),
        verdict(one.verdict),
        shown(about?.thresholds[stage.stage]?.text ?? page.notKnown),
        ...[one.unitsMeeting, one.unitsNear, one.unitsFailing, one.unitsUnknown].map(counted),
      ];
    });
    if (stage.compositeLimit === null) return each;
    const limit = standard.compositeLimits[stage.stage]?.text ?? page.notKnown;
    const value = shown(stage.compositeCvText ?? page.notKnown);
    return [...each, [...where, words.composite, "", "", value, shown(limit), verdict(stage.verdict)]];
  };
  const titles = head(
    page.county,
    words.stage,
    page.indicator,
    words.unit,
    page.mean,
    page.cv,
    page.limit,
    page.conclusion,
    page.threshold,
    page.unitsMeeting,
    page.unitsNear,
    page.unitsFailing,
    page.verdict.unknown,
  );
  const all = counties.flatMap((county) =>
    county.stages.filter(({ units }) => units > 0).flatMap((stage) => rows(county, stage)),
  );
  const widths = [16, 8, 34, 12, 12, 12, 10, 12, 10, 10, 10, 10, 10];
  return { name: words.sheets.balance, cells: [titles, ...all], widths, frozen: { rows: 1, columns: 0 } };
}

function schoolsSheet({ open, result, standard, counties }: Told): WrittenSheet {
  const { language, words: page } = open;
  const { results: words } = wordsOf(language);
  const name = words.sheets.schools;
  if (!result.withUnits) return { name, cells: [[words.tooMany]], widths: [60] };
  const titles = head(
    page.county,
    page.school,
    words.stage,
    page.row,
    page.pupils,
    page.conclusion,
    page.meeting,
    ...standard.indicators.map(({ shortTitle, unit }) =>
      unit[language] === "" ? shortTitle[language] : `${shortTitle[language]}\n${unit[language]}`,
    ),
  );
  const limits = standard.stages
    .filter((stage) => standard.indicators.some(({ thresholds }) => thresholds[stage] != null))
    .map((stage): Row => [
      "",
      fill(words.thresholds, { stage: page.stage[stage] }),
      ...Array<string>(5).fill(""),
      ...standard.indicators.map(({ thresholds }) => shown(thresholds[stage]?.text ?? "")),
    ]);
  const rows = counties.flatMap((county, at) =>
    result.units(at, 0, Infinity).map((unit): Row => [nameOf(county, open), ...unitRow(unit, open)]),
  );
  const widths = [14, 34, 8, 8, 10, 12, 10, ...standard.indicators.map(() => 14)];
  const floor = standard.unitRule?.floorText;
  const notes: Row[] = floor === undefined ? [] : [[], [fill(words.dark, { floor })]];
  return { name, cells: [titles, ...limits, ...rows, ...notes], widths, frozen: { rows: 1, columns: 2 } };
}

function unitRow(unit: Unit, { language, words: page }: OpenWork): Row {
  const { results: words } = wordsOf(language);
  const excluded = unit.status !== "evaluated";
  const verdict = excluded ? "" : page.verdict[unit.verdict ?? "none"];
  return [
    unit.school ?? page.notKnown,
    unit.stage === null ? "" : page.stage[unit.stage],
    shown([unit.sheet ?? "", String(unit.row)].filter((part) => part !== "").join(" ")),
    shown(unit.pupils === null ? page.notKnown : String(unit.pupils)),
    unit.verdict === "fail" ? { text: verdict, look: "fail" } : verdict,
    shown(unit.meeting === null ? "" : String(unit.meeting)),
    ...(excluded
      ? [fill(words.excluded, { reason: unit.reason?.[language] ?? "" })]
      : unit.values.map((value) => valueCell(value, page.notKnown))),
  ];
}

function valueCell({ text, verdict }: UnitValue, notKnown: string): WrittenCell {
  const look = verdict === "fail" || verdict === "near" ? verdict : "plain";
  return { text: text ?? notKnown, look, shown: true };
}
