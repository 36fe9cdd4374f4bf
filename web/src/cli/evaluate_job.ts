// SPDX-License-Identifier: MIT
//
// One piece of work of the command evaluate, from bytes to what is written: the same in this thread and in a worker.

import type { CountySummary, EvaluateRequest, Junheng, Text, Verdict } from "../engine/junheng.d.ts";
import { resultSheets } from "../app/outgoing/results.ts";
import { writeCsv } from "../files/csv.ts";
import { writeWorkbook } from "../files/write.ts";
import type { LanguageId } from "../kit/language.ts";
import { EngineCalculator, requestOf } from "../work/calculator.ts";
import { en } from "../words/app_en.ts";
import { zh } from "../words/app_zh.ts";
import type { Format } from "./command.ts";
import { countyLine } from "./county_lines.ts";
import { tableOf } from "./county_runs.ts";
import type { CountyBatch } from "./county_runs.ts";
import { Stop, worse } from "./exits.ts";
import type { Exit } from "./exits.ts";
import { inertLine, jsonText } from "./inert.ts";
import { gathered, readInput } from "./input.ts";
import type { Gathered, Input } from "./input.ts";
import { resultText } from "./result_text.ts";
import { addStandards, askedOf, decisionsWith, engineWith, standardOf } from "./settings.ts";
import type { Settings } from "./settings.ts";

/** The sheets of the workbook of results, in its order: what a .csv file can be. */
export const kTables = ["verdict", "balance", "schools", "changes", "issues"];

/** What holds for all jobs of a run; plain data, as it goes to the workers. */
export interface Work {
  readonly settings: Settings;
  readonly format: Format;
  readonly language: LanguageId;
  readonly full: boolean;
  /** Of kTables. */
  readonly table: string;
  /** Results are read by eyes: no character of a name may do anything there. */
  readonly onTerminal: boolean;
}

/** Files that are read as one table, by their names or as they came; or some counties of a table. */
export type Job =
  { readonly files: readonly (string | Input)[] } | { readonly counties: CountyBatch; readonly name: string };

export interface Done {
  readonly exit: Exit;
  readonly pieces: readonly (string | Uint8Array)[];
  readonly notes: readonly Text[];
  /** Of the counties that came out, with their provinces: one that comes twice was torn in two. */
  readonly counties: readonly string[];
}

type Run = (job: Job) => Promise<Done>;

export async function runnerOf(work: Work): Promise<Run> {
  const engine = await engineWith(work.settings);
  return async (job) =>
    "counties" in job ? ofCounties(engine, work, job.name, job.counties) : ofFiles(engine, work, job.files);
}

const worst = (counties: readonly { readonly verdict: Verdict }[]): Exit =>
  counties.reduce<Exit>((exit, { verdict }) => worse(exit, verdict), "pass");

const namesOf = (counties: readonly Pick<CountySummary, "name" | "province">[]): string[] =>
  counties.map(({ name, province }) => `${province ?? ""}\t${name ?? ""}`);

function evaluated(engine: Junheng, full: boolean, request: EvaluateRequest) {
  return full ? engine.evaluate({ ...request, detail: "full" }) : engine.evaluate({ ...request, detail: "summary" });
}

function ofCounties(engine: Junheng, work: Work, name: string, batch: CountyBatch): Done {
  const { settings, full } = work;
  const request = askedOf(settings, standardOf(engine, settings));
  const table = tableOf(batch);
  const evaluation = evaluated(engine, full, { ...request, table: table.bytes, encoding: batch.encoding });
  const { counties, issues } = evaluation;
  // A total that was taken for a county's name, or one name that is two counties: each alone says which it is.
  if (counties.length !== batch.counties.length && batch.counties.length > 1)
    return together(batch.counties.map((one) => ofCounties(engine, work, name, { ...batch, counties: [one] })));
  if (counties.length > 0 && JSON.stringify(evaluation.columns) !== batch.columns) {
    const [file, county] = [inertLine(name), inertLine(counties[0]?.name ?? "")];
    throw new Stop("data", {
      zh: `“${file}”里从“${county}”起各列的读法与表头处不同：请加 --whole，整表一次读入。`,
      en: `In “${file}” the columns read otherwise from “${county}” on than at its head: add --whole to read all at once.`,
    });
  }
  const line = (row: number): number => table.at(row).line;
  const isOf = (at: number, row: number | null): boolean => row === null || [at, -1].includes(table.at(row).county);
  const pieces = counties.map((county, at) => {
    const own = issues.filter(({ row }) => counties.length === 1 || isOf(at, row));
    return countyLine(name, evaluation, atLines(county, line), atLines(own, line));
  });
  return { exit: worst(counties), pieces, notes: [], counties: namesOf(counties) };
}

function together(all: readonly Done[]): Done {
  return {
    exit: all.reduce<Exit>((exit, one) => worse(exit, one.exit), "pass"),
    pieces: all.flatMap(({ pieces }) => pieces),
    notes: all.flatMap(({ notes }) => notes),
    counties: all.flatMap(({ counties }) => counties),
  };
}

/** The same, with lines of the whole table; those of the county's facts are others and stay. */
function atLines<T>(value: T, line: (row: number) => number): T {
  if (Array.isArray(value)) return value.map((one: unknown) => atLines(one, line)) as T;
  if (typeof value !== "object" || value === null) return value;
  const { from } = value as { from?: unknown };
  const pairs = Object.entries(value).map(([key, one]: [string, unknown]) => {
    const isLine = key === "row" && typeof one === "number" && from !== "fact";
    return [key, isLine ? line(one) : atLines(one, line)] as const;
  });
  return Object.fromEntries(pairs) as T;
}

async function ofFiles(engine: Junheng, work: Work, files: readonly (string | Input)[]): Promise<Done> {
  const { settings, format } = work;
  const inputs = await Promise.all(files.map((file) => (typeof file === "string" ? readInput(file) : file)));
  // Facts alone are enough where nothing comes beside them.
  const filled = inputs.filter(({ bytes }) => bytes.length > 0 || settings.county === "");
  const tables = await gathered(filled, settings.encoding);
  const name = inputs.map((input) => input.name).join(" ");
  addStandards(engine, tables.ownStandards);
  const standard = standardOf(engine, settings, tables.standard);
  const decisions = decisionsWith(settings, tables);
  const done = format === "json" || format === "ndjson" ? asData : asShown;
  const result = done(engine, work, { name, standard, gathered: { ...tables, decisions } });
  return { ...result, notes: [...tables.notes, ...result.notes] };
}

interface Read {
  readonly name: string;
  readonly standard: string;
  readonly gathered: Gathered;
}

function asData(
  engine: Junheng,
  { format, full }: Work,
  { name, standard, gathered: { sheets, decisions } }: Read,
): Done {
  const request = requestOf({ sheets, name, decisions, standard });
  const evaluation = evaluated(engine, full || format === "json", request);
  const { counties, issues } = evaluation;
  if (counties.length === 0) throw noCounty(name, engine.evaluate(request).issues);
  return {
    exit: worst(counties),
    pieces:
      format === "json"
        ? [`${jsonText(evaluation)}\n`]
        : counties.map((one) => countyLine(name, evaluation, one, counties.length === 1 ? issues : null)),
    notes: [],
    counties: namesOf(counties),
  };
}

/** As the page shows and saves it. */
function asShown(engine: Junheng, work: Work, { name, standard, gathered }: Read): Done {
  const { sheets, decisions, ownStandards } = gathered;
  const { format, language } = work;
  const calculator = new EngineCalculator(engine, () => undefined);
  calculator.setLanguage(language);
  calculator.open({ sheets, name, decisions, standard });
  const result = calculator.result();
  if (result === null) throw noCounty(name, engine.evaluate({ table: sheets, standard }).issues);
  const words = language === "zh" ? zh : en;
  const open = { calculator, sheets, name, decisions, standard, ownStandards, language, words };
  const counties = Array.from({ length: result.countyCount }, (_, at) => result.county(at));
  const piece = (): string | Uint8Array => {
    if (format === "text") return resultText(open, result);
    const made = resultSheets(open);
    if (format === "xlsx") return writeWorkbook(made);
    const { cells = [] } = made[kTables.indexOf(work.table)] ?? {};
    const texts = cells.map((row) => row.map((cell) => (typeof cell === "string" ? cell : cell.text)));
    // On a terminal without the mark, and so that nothing in it acts there.
    if (work.onTerminal) return writeCsv(texts.map((row) => row.map(inertLine)));
    return writeCsv(texts, { bom: true });
  };
  return { exit: worst(counties), pieces: [piece()], notes: [], counties: namesOf(counties) };
}

export function noCounty(name: string, issues: readonly { readonly message: Text }[]): Stop {
  const file = name === "" ? "" : `${inertLine(name)}: `;
  const said = issues[0]?.message ?? { zh: "没有读出学校。", en: "No school was read." };
  return new Stop("data", { zh: `${file}${inertLine(said.zh)}`, en: `${file}${inertLine(said.en)}` });
}
