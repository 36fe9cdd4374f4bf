// SPDX-License-Identifier: MIT
//
// Schools read + rows named = rows with anything in them. Every row is a unit, or an issue stands at it or in its
// run, or it is what surrounds the schools (titles, headers, remarks) and holds no numbers.

const kAround = new Set(["title", "header", "codes", "note", "ellipsis", "group"]);
/** Page breaks and other control characters are nothing. */
const hasAnything = (cells) => cells.some((cell) => /[\p{L}\p{N}\p{S}\p{P}]/u.test(cell));
const isNumber = (text) => /^[-+]?[\d,]*\.?\d+%?$/.test(text.trim());

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
  const named = new Set(
    places.map(
      ({ sheet, row }) =>
        `${first.sheets.length > 1 ? (typeof sheet === "string" ? sheet : (first.sheets[sheet ?? 0]?.name ?? "")) : ""}:${row}`,
    ),
  );
  const joined = answer.issues.some(({ code }) => code === "rows_joined");
  const schools = new Set(answer.counties.flatMap(({ units }) => (units ?? []).map(({ school }) => school)));
  const lost = [];
  first.sheets.forEach((sheet, at) => {
    const { rows } = at === 0 ? first : engine.read({ table, reading, sheet: at, count: 100_000 });
    if (rows.length !== sheet.rows) lost.push(`sheet ${at}: ${rows.length} of ${sheet.rows} rows are given`);
    if (counts[at] !== undefined && rows.length < counts[at])
      lost.push(`sheet ${at}: ${rows.length} rows of ${counts[at]}`);
    if (sheet.transposed) return;
    // A run of rows that are set aside is named once.
    const isNamed = rows.map(({ row }) => named.has(keyOf(first.sheets, at, row)));
    const runs = rows.map(() => 0);
    rows.forEach(({ kind }, i) => (runs[i] = i === 0 || kind !== rows[i - 1].kind ? i : runs[i - 1]));
    const namedRuns = new Set(runs.filter((_, i) => isNamed[i]));
    rows.forEach(({ row, kind, cells }, i) => {
      if (kind === "left_out" || isNamed[i] || !hasAnything(cells)) return;
      if (kind === "school" && joined && cells.some((cell) => schools.has(cell))) return;
      if (kAround.has(kind) && (kind === "header" || kind === "codes" || cells.filter(isNumber).length < 2)) return;
      if (kind === "aside" && namedRuns.has(runs[i])) return;
      lost.push(`sheet ${at}, row ${row}, ${kind}: ${cells.join(" | ")}`);
    });
  });
  return lost;
}
