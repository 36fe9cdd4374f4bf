// SPDX-License-Identifier: MIT
//
// The evaluation as somebody with a database in the browser would write it: DuckDB-Wasm reads the text and sums it up in
// SQL; only the verdicts of the stages and counties, some thousand, are taken from the sums in JavaScript.

import { kIndicators, kMeetAtLeast, kNumbers, kTypes, summaryOf } from "./evaluate_rows.mjs";

const kVerdicts = ["pass", "near", "fail", "unknown"];
const all = (make) => kIndicators.map(make).join(",\n  ");

/** In hundredths, by plain cells first; what people add to digits is taken off the others. No regular expression: ten times slower. */
const kMacros = `
  CREATE MACRO half_width(cell) AS trim(translate(cell, '０１２３４５６７８９，．－', '0123456789,.-'));
  CREATE MACRO hundredths(cell) AS
    round(coalesce(try_cast(cell AS DOUBLE), try_cast(replace(half_width(cell), ',', '') AS DOUBLE)) * 100);
  CREATE MACRO is_gap(cell) AS trim(half_width(cell), '-—–―/') = '';
`;

const kWeights = [...kTypes]
  .filter(([, weights]) => weights !== null)
  .map(([type, weights]) => `('${type}', ${weights.join(", ")})`)
  .join(", ");

/** The text becomes numbers while it is read; of a cell that is none and no gap the text is kept. */
const kSchools = `
  CREATE TEMP TABLE schools AS
  WITH cells AS (SELECT "省份" AS province, "区县" AS county, "学校类型" AS type,
      ${kNumbers.map((name, at) => `"${name}" AS c${at}`).join(", ")}
    FROM read_csv('table.tsv', delim = '\t', quote = '"', escape = '"', header = true, all_varchar = true,
      auto_detect = false, columns = {COLUMNS})),
  read AS (SELECT *, ${kNumbers.map((_, at) => `hundredths(c${at}) AS n${at}`).join(", ")} FROM cells)
  SELECT province, county, type, ${kNumbers.map((_, at) => `n${at}`).join(", ")},
    ${kNumbers.map((_, at) => `CASE WHEN n${at} IS NOT NULL OR c${at} IS NULL THEN NULL WHEN is_gap(c${at}) THEN NULL ELSE c${at} END AS x${at}`).join(",\n    ")}
  FROM read;
`;

const resource = (indicator, stage) => {
  if (indicator.teachers) return `n${indicator.teachers + stage} * 100`;
  const minus = indicator.minus ? ` - n${indicator.minus}` : "";
  const also = indicator.also ? ` + n${indicator.also}` : "";
  return `(n${indicator.plus}${minus}${also}) * w${stage}`;
};

const unitsOf = (stage) => `
  SELECT province, county, ${stage} AS stage, n${stage} / 100 AS pupils,
  ${all((indicator, i) => `${resource(indicator, stage)} * ${indicator.per} AS a${i}`)},
  ${all((indicator, i) => `${indicator.teachers ? `n${stage} * 100` : "weighted"} AS b${i}`)},
  ${all((indicator, i) => `${indicator.tenths[stage]} AS t${i}`)}
  FROM weighed WHERE w${stage} > 0 AND coalesce(n${stage} <> 0, true)`;

const verdictOf = (_, i) => `CASE WHEN a${i} * 10 >= b${i} * t${i} THEN 0 WHEN a${i} * 1000 >= b${i} * t${i} * 85 THEN 1
    WHEN a${i} < b${i} * t${i} THEN 2 ELSE 3 END AS v${i}`;
const many = (verdict) => kIndicators.map((_, i) => `(v${i} = ${verdict})::INT`).join(" + ");

/** One unknown number makes the sum unknown; SQL would leave it out. */
const sumOf = (what) => `sum(coalesce(${what}, 'NaN'::DOUBLE))`;

const kGroups = `
  WITH weighed AS (SELECT *, CASE WHEN w0 > 0 THEN w0 * n0 ELSE 0 END + CASE WHEN w1 > 0 THEN w1 * n1 ELSE 0 END +
    CASE WHEN w2 > 0 THEN w2 * n2 ELSE 0 END AS weighted
    FROM schools JOIN (VALUES ${kWeights}) AS weights(type, w0, w1, w2) USING (type)
    WHERE type <> '教学点' OR coalesce(n0 >= 5000, true)),
  parts AS (${unitsOf(0)} UNION ALL ${unitsOf(1)}),
  measured AS (SELECT province, county, stage, pupils, ${all((_, i) => `a${i} / b${i} AS x${i}`)}, ${all(verdictOf)} FROM parts),
  units AS (SELECT *, CASE WHEN ${many(2)} > 0 OR ${many(0)} + ${many(3)} < ${kMeetAtLeast} THEN 2
    WHEN ${many(3)} > 0 THEN 3 ELSE 0 END AS verdict FROM measured),
  means AS (SELECT province, county, stage, count(*) AS units, sum(pupils) AS enrolment,
    ${kVerdicts.map((_, verdict) => `count(*) FILTER (verdict = ${verdict}) AS u${verdict}`).join(", ")},
    ${all((_, i) => `${sumOf(`pupils * x${i}`)} / sum(pupils) AS m${i}`)},
    ${all((_, i) => kVerdicts.map((_, verdict) => `count(*) FILTER (v${i} = ${verdict}) AS c${i}_${verdict}`).join(", "))}
    FROM units GROUP BY ALL),
  spreads AS (SELECT province, county, stage, ${all((_, i) => `sqrt(${sumOf(`pupils * (x${i} - m${i}) * (x${i} - m${i})`)} / any_value(enrolment)) AS d${i}`)}
    FROM units JOIN means USING (province, county, stage) GROUP BY ALL)
  SELECT * FROM means JOIN spreads USING (province, county, stage)`;

const kCounties = `SELECT province, county, min(rowid) AS first FROM schools GROUP BY ALL ORDER BY first`;

const kBadCells = `SELECT rowid, ${kNumbers.map((_, at) => `x${at}`).join(", ")} FROM schools
  WHERE coalesce(${kNumbers.map((_, at) => `x${at}`).join(", ")}) IS NOT NULL ORDER BY rowid`;

/**
 * DuckDB's blocking interface, ready for the first table: `module` as its package gives it, `folder` where its wasm
 * stands, `runtime` the name of what it runs in.
 */
export async function connected(module, folder, runtime) {
  const wasm = (name) => ({
    mainModule: `${folder}/duckdb-${name}.wasm`,
    mainWorker: "",
  });
  const bundles = { mvp: wasm("mvp"), eh: wasm("eh") };
  const database = await module.createDuckDB(bundles, new module.VoidLogger(), module[runtime]);
  await database.instantiate(() => {});
  database.open({});
  const connection = database.connect();
  connection.query(kMacros);
  let known = false;
  return {
    connection,
    register(bytes) {
      if (known) database.dropFile("table.tsv");
      known = true;
      database.registerFileBuffer("table.tsv", bytes);
    },
  };
}

/** `connection` and `register` as above. */
export const byDuckdb =
  ({ connection, register }) =>
  (text) => {
    const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
    register(bytes);
    const header = new TextDecoder()
      .decode(bytes.subarray(0, bytes.indexOf(10)))
      .trim()
      .split("\t");
    const columns = `{${header.map((name) => `'${name}': 'VARCHAR'`).join(", ")}}`;
    connection.query("DROP TABLE IF EXISTS schools");
    connection.query(kSchools.replace("{COLUMNS}", columns));
    const places = new Map();
    const counties = connection
      .query(kCounties)
      .toArray()
      .map(({ province, county }, at) => {
        places.set(`${province}\t${county}`, at);
        return { name: county, province };
      });
    const groups = new Map();
    for (const row of connection.query(kGroups).toArray()) {
      const counts = (name) => kVerdicts.map((_, verdict) => Number(row[`${name}${verdict}`]));
      groups.set(places.get(`${row.province}\t${row.county}`) * 2 + row.stage, {
        units: Number(row.units),
        pupils: row.enrolment ?? 0,
        counts: counts("u"),
        indicators: kIndicators.map((_, i) => ({
          mean: row[`m${i}`],
          deviation: row[`d${i}`],
          counts: counts(`c${i}_`),
        })),
      });
    }
    const issues = [];
    for (const row of connection.query(kBadCells).toArray()) {
      kNumbers.forEach((column, at) => {
        if (row[`x${at}`] !== null) issues.push({ row: Number(row.rowid) + 2, column, found: row[`x${at}`] });
      });
    }
    return {
      counties: summaryOf(counties, (at, stage) => groups.get(at * 2 + stage) ?? null),
      issueCount: issues.length,
      issues,
    };
  };
