// SPDX-License-Identifier: MIT
//
// A workbook that was saved as a web page: the page finds its sheets in the folder beside it, wherever both lie.

import assert from "node:assert/strict";
import { test } from "node:test";
import { sourceModule } from "../support/sources.mjs";

const { pagesWithFolders } = await sourceModule("work/page_folder.ts");

globalThis.File ??= class {};
const bytes = (text) => new TextEncoder().encode(text);
const list = (...sheets) =>
  `<html>${sheets.map(([name, file]) => `<x:ExcelWorksheet><x:Name>${name}</x:Name><x:WorksheetSource HRef="${file}"/></x:ExcelWorksheet>`).join("")}<frameset></frameset></html>`;
const came = (files) => Object.entries(files).map(([name, text]) => ({ name, data: bytes(text) }));
const kSheet = "<html><table><tr><td>校名</td></tr></table></html>";

for (const where of ["", "县/", "a.files/县/"]) {
  test(`in “${where}”`, async () => {
    const incoming = came({
      [`${where}表.files/sheet001.htm`]: kSheet,
      [`${where}表.files/filelist.xml`]: "<xml/>",
      [`${where}表.htm`]: list(["小学", "%E8%A1%A8.files/sheet001.htm"]),
      [`${where}别的.csv`]: "校名\n",
    });
    const { sources, parts } = await pagesWithFolders(incoming);
    assert.deepEqual(sources.get(incoming[2])?.sheets, [{ name: "小学", table: kSheet, chosen: true }]);
    assert.deepEqual([...parts], incoming.slice(0, 2));
  });
}

test("where a sheet is missing the page is not half read", async () => {
  const incoming = came({
    "表.htm": list(["小学", "表.files/sheet001.htm"], ["初中", "表.files/sheet002.htm"]),
    "表.files/sheet001.htm": kSheet,
  });
  const { sources, parts } = await pagesWithFolders(incoming);
  assert.deepEqual([sources.size, parts.size], [0, 0]);
});
