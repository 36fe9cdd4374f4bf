// SPDX-License-Identifier: MIT
//
// The tables of the bench by name, kept in build/bench until what makes them changes:
//
//   node tests/bench/tables.mjs [name…]           writes them, prints size and SHA-256 of each

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { hardened, kNation, makeNation } from "./make_nation.mjs";

export const kFolder = fileURLToPath(new URL("../../build/bench/", import.meta.url));
const kMaker = fileURLToPath(new URL("make_nation.mjs", import.meta.url));

const few = (schools, counties) => ({
  provinces: 1,
  counties,
  schools,
  seed: kNation.seed,
});
export const kTables = {
  34: { rows: 34, make: () => makeNation(few(34, 1)) },
  "3k": { rows: 3000, make: () => makeNation(few(3000, 43)) },
  "20k": { rows: 20000, make: () => makeNation(few(20000, 150)) },
  nation: { rows: 200000, make: () => makeNation(kNation) },
  hard: { rows: 200000, make: () => hardened(makeNation(kNation)) },
  // As many counties as five nations would be too many: here they are larger.
  million: {
    rows: 1000000,
    make: () =>
      makeNation({
        ...kNation,
        provinces: 62,
        counties: 5800,
        schools: 1000000,
      }),
  },
};

/** The path of a table; made on first use and when its maker has changed since. */
export function tablePath(name) {
  const path = `${kFolder}${name}.tsv`;
  if (!existsSync(path) || statSync(path).mtimeMs < statSync(kMaker).mtimeMs) {
    mkdirSync(kFolder, { recursive: true });
    writeFileSync(path, kTables[name].make());
  }
  return path;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [, , ...names] = process.argv;
  for (const name of names.length > 0 ? names : Object.keys(kTables)) {
    const bytes = readFileSync(tablePath(name));
    const sum = createHash("sha256").update(bytes).digest("hex");
    process.stdout.write(`${name}: ${kTables[name].rows} schools, ${bytes.length} bytes, SHA-256 ${sum}\n`);
  }
}
