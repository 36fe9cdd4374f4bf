// SPDX-License-Identifier: MIT
//
// Schools' sealed files as one county's work, without a server: their tables follow each other, and each decision about
// a table goes with it. What cannot be put together is refused with its reason, before anything is mixed up.

import type { Junheng, Reading, Remark } from "../../engine/junheng.d.ts";
import { soundReading } from "../../work/project.ts";
import { tablesOf } from "../published.ts";
import type { Merged, Published } from "../publisher.d.ts";

type MergeFault = Extract<Merged, { fault: string }>["fault"];

interface NamedData {
  readonly name: string;
  readonly data: Published;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

type Answer = NonNullable<Reading["answers"]>[number];
/** Its answer holds for all tables, whichever is named (core/include/junheng/question.h). */
const ofAllTables = ({ question }: Answer): boolean => question === "year";

/** `engine`: knows what columns the tables have. */
export function mergeSealed(files: readonly NamedData[], engine: Pick<Junheng, "evaluate">): Merged {
  const [first] = files;
  if (first === undefined) return { fault: "nothing", files: [] };
  for (const file of files) {
    const fault = faultBetween(first.data, file.data, engine);
    if (fault !== null) return { fault, files: [first.name, file.name] };
  }
  const tables = new Map<string, string>();
  for (const { name, data } of files) {
    const text = JSON.stringify(data.tables.map((table) => table.text));
    const other = tables.get(text);
    if (other !== undefined) return { fault: "twice", files: [other, name] };
    tables.set(text, name);
  }
  const county = files.map(({ data }) => data.county).find((text) => text !== "") ?? "";
  const odd = files.find(({ data }) => data.county !== "" && data.county !== county);
  if (odd !== undefined) return { fault: "county", files: [odd.name] };
  const headed = files.find(({ data }) => soundReading(data.reading).header !== undefined);
  if (headed !== undefined && files.length > 1) return { fault: "header", files: [headed.name] };

  const years = files.flatMap(({ name, data }) =>
    (data.reading.answers ?? []).filter(ofAllTables).map((answer) => ({ name, answer })),
  );
  const otherYear = years.find(({ answer }) => answer.option !== years[0]?.answer.option);
  if (otherYear !== undefined) return { fault: "years", files: [years[0]?.name ?? "", otherYear.name] };

  let sheets = 0;
  const edits = [];
  const leftOut = [];
  const answers: Answer[] = years.slice(0, 1).map(({ answer }) => answer);
  const all = [];
  const remarks: Remark[] = [];
  for (const { name, data } of files) {
    const moved = <T extends { sheet?: number }>(one: T): T => ({ ...one, sheet: (one.sheet ?? 0) + sheets });
    edits.push(...(data.reading.edits ?? []).map(moved));
    leftOut.push(...(data.reading.leftOut ?? []).map(moved));
    answers.push(...(data.reading.answers ?? []).filter((answer) => !ofAllTables(answer)).map(moved));
    all.push(...data.tables.map((table) => ({ ...table, name: table.name === "" ? name : `${name} ${table.name}` })));
    // What was said of one school's table as a whole is said of the county's with the name of whose table it was.
    remarks.push(
      ...data.remarks.map((remark) =>
        (remark.row ?? 0) > 0 || files.length === 1 ? moved(remark) : { ...remark, text: `${name}：${remark.text}` },
      ),
    );
    sheets += data.tables.length;
  }
  const { columns, header } = soundReading(first.data.reading);
  return {
    work: {
      standard: first.data.standard,
      ownStandards: first.data.ownStandards,
      options: first.data.options,
      source: [...new Set(files.map(({ data }) => data.source).filter((text) => text !== ""))].join("；"),
      date: [...new Set(files.map(({ data }) => data.date).filter((text) => text !== ""))].join("；"),
      tables: all,
      reading: {
        edits,
        leftOut,
        answers,
        ...(columns === undefined ? {} : { columns }),
        ...(header === undefined ? {} : { header }),
      },
      county,
      previous: files.length === 1 ? first.data.previous : "",
      remarks: joined(remarks),
    },
    // Last year's table of one school is not last year's of another.
    notMerged: files.filter(({ data }) => data.previous !== "" && files.length > 1).map(({ name }) => name),
  };
}

/** Of several remarks about one thing the engine takes the first: they become one. */
function joined(remarks: readonly Remark[]): Remark[] {
  const found = new Map<string, Remark>();
  for (const remark of remarks) {
    const key = JSON.stringify([remark.code, remark.sheet ?? 0, remark.row ?? 0, remark.indicator]);
    const before = found.get(key);
    found.set(key, before === undefined ? remark : { ...before, text: `${before.text}；${remark.text}` });
  }
  return [...found.values()];
}

function faultBetween(one: Published, other: Published, engine: Pick<Junheng, "evaluate">): MergeFault | null {
  if (one.standard !== other.standard || !same(one.ownStandards, other.ownStandards)) return "standards";
  if (!same(one.options, other.options)) return "options";
  // Places of columns are those of all tables together: they only mean the same where everybody chose the same, and has
  // the same columns.
  const chosen = [one, other].map(({ reading }) => reading.columns ?? []);
  if (!same(chosen[0], chosen[1])) return "columns";
  return one === other || chosen[0]?.length === 0 || same(headersOf(one, engine), headersOf(other, engine))
    ? null
    : "columns";
}

function headersOf({ standard, tables, reading }: Published, engine: Pick<Junheng, "evaluate">): string[] {
  const { columns } = engine.evaluate({ table: tablesOf(tables), standard, reading, detail: "summary" });
  return columns.map(({ header }) => header);
}
