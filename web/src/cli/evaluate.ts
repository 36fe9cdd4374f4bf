// SPDX-License-Identifier: MIT
//
// junheng evaluate: tables in, verdicts out. A file is a piece of work of its own, and for ndjson so is a county.

import type { Junheng } from "../engine/junheng.d.ts";
import { openSource } from "./byte_source.ts";
import type { ByteSource } from "./byte_source.ts";
import type { Asked, Command, Format } from "./command.ts";
import { batchesOf, countyRuns } from "./county_runs.ts";
import type { Job, Work } from "./evaluate_job.ts";
import { kTables } from "./evaluate_job.ts";
import { Stop } from "./exits.ts";
import type { Exit } from "./exits.ts";
import { kStdin, readInput } from "./input.ts";
import { countOf, kEvaluated, kOut, usage } from "./options.ts";
import { inOrder } from "./pool.ts";
import { Results } from "./results.ts";
import { engineWith, settingsOf, standardOf } from "./settings.ts";

/** A job, and of which input it is. */
type Piece = Job & { readonly input: number };

export const evaluate: Command = {
  name: "evaluate",
  about: {
    zh: "评估：读学校数据表，给出各区县的结论、指标和差异系数",
    en: "evaluates tables of schools: verdicts, indicators and coefficients of each county",
  },
  files: {
    zh: "工作簿（xlsx、xls、et、ods）、CSV、TSV、网页表格或项目文件；- 是标准输入",
    en: "workbooks (xlsx, xls, et, ods), CSV, TSV, pages or projects; - is the standard input",
  },
  formats: ["text", "json", "ndjson", "csv", "xlsx"],
  options: [
    ...kEvaluated,
    {
      name: "together",
      about: {
        zh: "各文件合在一起当一张表读，不是一份一份算",
        en: "reads all files as one table, not one after the other",
      },
    },
    {
      name: "detail",
      value: "summary|full",
      choices: ["summary", "full"],
      about: {
        zh: "ndjson 每行写多少：summary（不写即此）只有结论和系数，full 有各校和全部理由",
        en: "of a line of ndjson: summary (verdicts and coefficients) or full, with schools and reasons",
      },
    },
    {
      name: "table",
      value: kTables.join("|"),
      choices: kTables,
      about: { zh: "csv 写哪张表，不写即 balance", en: "which table a csv is, balance where nothing is said" },
    },
    {
      name: "whole",
      about: { zh: "ndjson 也把整张表一次读入，不分区县", en: "reads the whole table at once for ndjson, too" },
    },
    {
      name: "jobs",
      value: "N",
      about: { zh: "同时用 N 个线程，不写即 1", en: "works in N threads, 1 where nothing is said" },
    },
    kOut,
    {
      name: "no-verdict",
      about: {
        zh: "算完就退出 0，不管达标与否：给 Spark、Hadoop、parallel 用",
        en: "ends with 0 whatever the verdicts are, for Spark, Hadoop and parallel",
      },
    },
  ],
  examples: [
    { line: "junheng evaluate sample-county.tsv", about: { zh: "一个县的结论", en: "one county" } },
    {
      line: "junheng evaluate --standard basic-2012 --format csv five-schools.tsv",
      about: { zh: "基本均衡的差异系数，写成 CSV", en: "coefficients of the basic standard as CSV" },
    },
    {
      line: "junheng evaluate --jobs 2 --format xlsx --out results sample-county.tsv five-schools.tsv",
      about: { zh: "每个文件一份结果工作簿", en: "a workbook of results for each file" },
    },
    {
      line: "cat sample-county.tsv | junheng evaluate --format ndjson --no-verdict",
      about: { zh: "标准输入，一行一个县", en: "from the standard input, a county a line" },
    },
  ],
  run,
};

const isPerFile = (format: Format): boolean => format !== "text" && format !== "ndjson";

async function run(asked: Asked): Promise<Exit> {
  const { format, output } = asked;
  const files = asked.files.length > 0 ? asked.files : [kStdin];
  const inputs = asked.has("together") ? [files] : files.map((file) => [file]);
  if (isPerFile(format) && inputs.length > 1 && output.folder === null)
    throw usage({
      zh: `几个文件的 ${format} 不能接在一起写：请加 --out 文件夹，或 --together，或用 ndjson。`,
      en: `Several files as ${format} cannot follow each other: add --out DIR or --together, or take ndjson.`,
    });
  if (format === "xlsx" && output.onTerminal)
    throw usage({
      zh: "工作簿不能显示在终端上：请加 --out 文件夹。",
      en: "A workbook is nothing for a terminal: add --out DIR.",
    });
  const work: Work = {
    settings: await settingsOf(asked),
    format,
    language: asked.language,
    full: asked.value("detail") === "full",
    table: asked.value("table") ?? "balance",
    onTerminal: output.onTerminal,
  };
  const engine = await engineWith(work.settings);
  standardOf(engine, work.settings);
  const jobs = piecesOf(asked, inputs, work, engine);
  const results = new Results(asked, inputs);
  try {
    for await (const [{ input }, answer] of inOrder(jobs, work, countOf("jobs", asked.value("jobs"), 1)))
      if ("stopped" in answer) results.stopped(input, new Stop(answer.stopped.exit, answer.stopped.said));
      else await results.add(input, answer);
  } catch (error) {
    results.drop();
    throw error;
  }
  const exit = results.end();
  return asked.has("no-verdict") && ["fail", "unknown"].includes(exit) ? "pass" : exit;
}

/** What is to be done, one after the other; a file that cannot be opened is said by the job that reads it. */
async function* piecesOf(
  asked: Asked,
  inputs: readonly (readonly string[])[],
  work: Work,
  engine: Junheng,
): AsyncGenerator<Piece> {
  for (const [input, names] of inputs.entries()) {
    const [name = kStdin] = names;
    const alone =
      names.length === 1 && work.format === "ndjson" && !asked.has("whole") && work.settings.encoding === undefined;
    if (!alone) {
      // The standard input belongs to this thread.
      yield { input, files: await Promise.all(names.map((one) => (one === kStdin ? readInput(one) : one))) };
      continue;
    }
    let source: ByteSource;
    try {
      source = await openSource(name);
    } catch (error) {
      if (name === kStdin || !(error instanceof Stop)) throw error;
      yield { input, files: [name] }; // says the same once more, as the answer of this file
      continue;
    }
    try {
      const file = name === kStdin ? "" : name;
      const runs = countyRuns(source, file, standardOf(engine, work.settings), engine);
      if (runs === null) yield { input, files: [{ name: file, bytes: source.read(0, source.size) }] };
      else for (const counties of batchesOf(source, runs)) yield { input, name: file, counties };
    } finally {
      source.close();
    }
  }
}
