// SPDX-License-Identifier: MIT
//
// One county, 示例区 of public/samples, in every form in which people have such a table. Nothing is drawn by lot: each
// run makes the same bytes.
//
//   node tests/made/forms/make-forms.mjs             lists them
//   node tests/made/forms/make-forms.mjs <id>        prints one, so that it can be read or pasted

import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { htmlForms } from "./html_forms.mjs";
import { layoutForms } from "./layout_forms.mjs";
import { officialForms } from "./official_forms.mjs";
import { textForms } from "./text_forms.mjs";

/**
 * id, title and source (where the layout was met) of each form, and its input: text, bytes, or a list of { name, table }.
 *
 * compare: "identical"  the evaluation is that of the clean table but for rows, columns, issues and encoding
 *   counties            each of them is the county of the sample under this name
 * compare: "issue"      the form cannot carry all that the sample has
 *   missing             what it cannot carry
 *   issues              the codes that say so: all that the clean table does not have, but for how it was laid out
 *   close               how near the values of its units are all the same; units that must be there, or schools
 */
export function forms() {
  const all = [...textForms(), ...htmlForms(), ...layoutForms(), ...officialForms()];
  return all.map((form) => ({ compare: "identical", ...form }));
}

/** Bytes as they are, several inputs one after another under their names. */
function printed({ input }) {
  if (typeof input === "string" || input instanceof Uint8Array) return input;
  return input.map(({ name, table }) => `==> ${name}\n${table}`).join("\n");
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [id] = process.argv.slice(2);
  const all = forms();
  const wanted = all.find((form) => form.id === id);
  if (wanted) process.stdout.write(printed(wanted));
  else
    console.log(
      all.map((form) => `${form.id.padEnd(28)} ${form.compare.padEnd(9)} ${form.title} (${form.source})`).join("\n"),
    );
}
