// SPDX-License-Identifier: MIT
//
// Makes files/ anew: two sheets of the county, opened and written by a real LibreOffice.
//
//   node tests/made/forms/files.mjs [national-application-form.xlsx]
//
// Needs soffice, and in clipboard.py python3-uno (PYTHON names the python that has it)
//
// What comes out depends on the version of LibreOffice; files/README.txt says which one wrote what is kept.

import { execFileSync } from "node:child_process";
import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { grid, kAmounts, kKeys } from "./county.mjs";
import { mergedSheet } from "./layout_forms.mjs";
import { table22Rows } from "./official_forms.mjs";
import { asCells, escaped, tsv } from "./write.mjs";

/** A flat OpenDocument sheet. Amounts are shown with thousands separators and two decimals. */
function flatSheet(name, sheet) {
  const cells = (line) => {
    let at = -1;
    return line
      .map((one) => {
        at += 1;
        if (one === null) return "<table:covered-table-cell/>";
        const spans =
          one.columns > 1 || one.rows > 1
            ? ` table:number-columns-spanned="${one.columns}" table:number-rows-spanned="${one.rows}"`
            : "";
        if (one.text === "") return `<table:table-cell${spans}/>`;
        const text = `<text:p>${escaped(one.text)}</text:p>`;
        if (!/^\d+(\.\d+)?$/.test(one.text))
          return `<table:table-cell table:style-name="text"${spans} office:value-type="string">${text}</table:table-cell>`;
        const style = kAmounts.includes(kKeys[at]) ? "amount" : "count";
        return `<table:table-cell table:style-name="${style}"${spans} office:value-type="float" office:value="${one.text}">${text}</table:table-cell>`;
      })
      .join("");
  };
  const spaces = ["office", "style", "text", "table", "number", "fo"]
    .map((prefix) => {
      const urn = { number: "datastyle", fo: "xsl-fo-compatible" }[prefix] ?? prefix;
      return `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${urn}:1.0"`;
    })
    .join(" ");
  return `<?xml version="1.0" encoding="UTF-8"?>
<office:document ${spaces} office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:automatic-styles>
<number:number-style style:name="N1"><number:number number:decimal-places="2" number:min-decimal-places="2" number:min-integer-digits="1" number:grouping="true"/></number:number-style>
<number:number-style style:name="N2"><number:number number:decimal-places="0" number:min-integer-digits="1"/></number:number-style>
<style:style style:name="amount" style:family="table-cell" style:data-style-name="N1"/>
<style:style style:name="count" style:family="table-cell" style:data-style-name="N2"/>
<style:style style:name="text" style:family="table-cell"><style:table-cell-properties fo:wrap-option="wrap"/></style:style>
</office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="${name}">
${asCells(sheet)
  .map((line) => `<table:table-row>${cells(line)}</table:table-row>`)
  .join("\n")}
</table:table></office:spreadsheet></office:body></office:document>\n`;
}

const files = fileURLToPath(new URL("files/", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "forms-"));
const profile = `-env:UserInstallation=file://${folder}/profile`;
const python = (script, ...args) =>
  execFileSync(
    process.env.PYTHON ?? "python3",
    [fileURLToPath(new URL(script, import.meta.url)), ...args, `${folder}/profile`],
    { stdio: "inherit" },
  );
const run = (...args) => execFileSync("soffice", [profile, "--headless", ...args], { stdio: "inherit" });

for (const [name, sheet] of [
  ["plain", grid()],
  ["form", mergedSheet()],
]) {
  const source = join(folder, `${name}.fods`);
  writeFileSync(source, flatSheet(name, sheet));
  const convert = (filter, from, to) => {
    run("--convert-to", filter, "--outdir", folder, source);
    renameSync(join(folder, `${name}.${from}`), files + to);
  };
  // 44 is the comma, 34 the quote, 76 UTF-8, 85 GB18030; the last but one "true" is: cells as shown
  convert("csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true", "csv", `${name}.csv`);
  if (name === "plain") {
    convert("csv:Text - txt - csv (StarCalc):44,34,85,1,,0,false,true", "csv", "plain-gb18030.csv");
    convert("xlsx", "xlsx", "plain.xlsx");
    convert("xls", "xls", "plain.xls");
  } else {
    convert("html:HTML (StarCalc)", "html", "form.htm");
  }
  python("clipboard.py", source, files + name);
}
const [form] = process.argv.slice(2);
if (form) {
  const filled = join(folder, "rows.tsv");
  writeFileSync(filled, tsv(table22Rows({ banners: true, parts: false })));
  python("national.py", resolve(form), filled, `${files}national-2-2`);
}
for (const name of ["plain", "national-2-2"]) rmSync(`${files}${name}-clipboard.utf16`, { force: true }); // like any other TSV
rmSync(folder, { recursive: true });
