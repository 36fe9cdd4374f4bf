// SPDX-License-Identifier: MIT
//
// Schools' sealed files as one county's work, without a server: their tables follow each other, and each decision about
// a table goes with it. What cannot be put together is refused with its reason, before anything is mixed up.

import { soundReading } from "../../work/project.ts";
import type { Merged, Published } from "../publisher.d.ts";

type MergeFault = Extract<Merged, { fault: string }>["fault"];

interface NamedData {
  readonly name: string;
  readonly data: Published;
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

export function mergeSealed(files: readonly NamedData[]): Merged {
  const [first] = files;
  if (first === undefined) return { fault: "nothing", files: [] };
  for (const file of files) {
    const fault = faultBetween(first.data, file.data);
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

  let sheets = 0;
  const edits = [];
  const leftOut = [];
  const answers = [];
  const all = [];
  const remarks = [];
  for (const { name, data } of files) {
    const moved = <T extends { sheet?: number }>(one: T): T => ({ ...one, sheet: (one.sheet ?? 0) + sheets });
    edits.push(...(data.reading.edits ?? []).map(moved));
    leftOut.push(...(data.reading.leftOut ?? []).map(moved));
    answers.push(...(data.reading.answers ?? []).map(moved));
    all.push(...data.tables.map((table) => ({ ...table, name: table.name === "" ? name : `${name} ${table.name}` })));
    remarks.push(...data.remarks);
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
      remarks,
    },
  };
}

function faultBetween(one: Published, other: Published): MergeFault | null {
  if (one.standard !== other.standard || !same(one.ownStandards, other.ownStandards)) return "standards";
  if (!same(one.options, other.options)) return "options";
  // Places of columns are those of all tables together: they only mean the same where everybody chose the same.
  return same(one.reading.columns ?? [], other.reading.columns ?? []) ? null : "columns";
}
