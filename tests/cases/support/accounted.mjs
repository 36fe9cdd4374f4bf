// SPDX-License-Identifier: MIT
//
// Schools read + rows named = rows with anything in them. Every row is a unit, or an issue stands at it or in its
// run, or it is what surrounds the schools (titles, headers, remarks) and holds no numbers.

const kAround = new Set(["title", "header", "codes", "note", "ellipsis", "group"]);
/** Page breaks and other control characters are nothing. */
const hasAnything = (cells) => cells.some((cell) => /[\p{L}\p{N}\p{S}\p{P}]/u.test(cell));
const isNumber = (text) => /^[-+]?[\d,]*\.?\d+%?$/.test(text.trim());

/** The rows that an issue speaks of: 第 5、6、7 行, 第 5–9 行. */
export function rowsOf({ row, message }) {
  const found = /第 ?([\d、，–—~至-]+)[^\d、]{0,4}行/.exec(message?.zh ?? "");
  const listed = (found?.[1] ?? "").split(/[、，]/).flatMap((part) => {
    const [first, last = first] = part.split(/[–—~至-]+/).map(Number);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  });
  return [row, ...listed];
}
/** All rows of a kind, where only the first are listed: 第 3、5 行（共 9 行）. */
const countOf = ({ message }) => Number(/共 ?(\d+) ?行/.exec(message?.zh ?? "")?.[1] ?? 0);

/** Where a row stands, as units and issues say it. */
const keyOf = (sheets, sheet, row) => `${sheets.length > 1 ? (sheets[sheet].name ?? "") : ""}:${row}`;

/** The rows that nobody accounts for, each with what it was taken for. `rows`: how many each sheet has to have. */
export function unaccounted(engine, table, answer, { reading = {}, rows: counts = [] } = {}) {
  // A table of which nothing is understood is named as a whole.
  const whole = answer.issues.filter(
    ({ row, severity, code }) => row === null && severity === "error" && code !== "resource_not_given",
  );
  if (whole.some(({ code }) => code !== "wrong_unit" && code !== "stage_unknown")) return [];
  const first = engine.read({ table, reading, count: 100_000 });
  const places = answer.issues.concat(
    answer.counties.flatMap(({ units }) => units ?? []),
    answer.questions ?? [],
  );
  const sheetOf = ({ sheet }) => (typeof sheet === "string" ? sheet : (first.sheets[sheet ?? 0]?.name ?? ""));
  const prefix = (place) => (first.sheets.length > 1 ? sheetOf(place) : "");
  const named = new Set(places.flatMap((place) => rowsOf(place).map((row) => `${prefix(place)}:${row}`)));
  /** How many rows of its kind an issue speaks of, by its place. */
  const counted = new Map(answer.issues.map((issue) => [`${prefix(issue)}:${issue.row}`, countOf(issue)]));
  const joined = answer.issues.some(({ code }) => code === "rows_joined");
  const schools = new Set(answer.counties.flatMap(({ units }) => (units ?? []).map(({ school }) => school)));
  const lost = [];
  first.sheets.forEach((sheet, at) => {
    const { rows } = at === 0 ? first : engine.read({ table, reading, sheet: at, count: 100_000 });
    if (rows.length !== sheet.rows) lost.push(`sheet ${at}: ${rows.length} of ${sheet.rows} rows are given`);
    if (counts[at] !== undefined && rows.length < counts[at])
      lost.push(`sheet ${at}: ${rows.length} rows of ${counts[at]}`);
    if (sheet.transposed) return;
    const keys = rows.map(({ row }) => keyOf(first.sheets, at, row));
    const isNamed = keys.map((key) => named.has(key));
    // A run of rows that are set aside is named once; of many rows of a kind the first are, and how many there are.
    const runs = rows.map(() => 0);
    rows.forEach(({ kind }, i) => (runs[i] = i > 0 && kind === rows[i - 1].kind ? runs[i - 1] : i));
    const namedRuns = new Set(runs.filter((_, i) => isNamed[i]));
    const isCounted = (kind) => {
      const alike = rows.flatMap((row, i) => (row.kind === kind ? [i] : []));
      return alike.some((i, before) => (counted.get(keys[i]) ?? 0) >= alike.length - before);
    };
    rows.forEach(({ row, kind, cells }, i) => {
      if (kind === "left_out" || isNamed[i] || !hasAnything(cells)) return;
      if (kind === "school" && joined && cells.some((cell) => schools.has(cell))) return;
      if (kAround.has(kind) && (kind === "header" || kind === "codes" || cells.filter(isNumber).length < 2)) return;
      if (kind !== "school" && (namedRuns.has(runs[i]) || isCounted(kind))) return;
      lost.push(`sheet ${at}, row ${row}, ${kind}: ${cells.join(" | ")}`);
    });
  });
  return lost;
}
