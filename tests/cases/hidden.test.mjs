// SPDX-License-Identifier: MIT
//
// What is hidden is seen as hidden: it never wins over what is shown, and that it is there is said.

import assert from "node:assert/strict";
import { test } from "node:test";
import { inEveryFormat, kWorkbooks, odsBook, webPage, xlsBook, xlsxBook } from "./support/books.mjs";
import { answerTo, file, pasted } from "./support/given.mjs";
import { assertClean, assertSchools, said } from "./support/results.mjs";
import { kClean, kCleanCells, kCleanHeader, kCleanRows, kOther, kOtherCells } from "./support/results.mjs";

const kPlaces = ["html as .xls", ...kWorkbooks];
const saysHidden = (answer) =>
  assert.ok(
    answer.issues.some(({ message }) => /隐藏/.test(message.zh)),
    `that something is hidden is not said:\n  ${said(answer)}`,
  );
const saysNothing = (answer) =>
  assert.ok(
    !answer.issues.some(({ message }) => /隐藏/.test(message.zh)),
    `something is said to be hidden:\n  ${said(answer)}`,
  );

/** The first of two columns of one name is hidden and holds the old numbers. */
const twice = {
  name: "学校",
  cells: [
    ["学校名称", "学校类型", "在校生数", "在校生数", "图书册数"],
    ["松柏小学", "小学", 900, 300, 6000],
    ["柳溪小学", "小学", 600, 200, 3000],
    ["桃园小学", "小学", 1500, 500, 12500],
  ],
  hiddenColumns: [2],
};
for (const [format, came] of inEveryFormat(twice, kPlaces)) {
  test(`a hidden column does not win over the shown one, in ${format}`, async () => {
    const answer = await answerTo(came);
    assertClean(answer, { may: ["column_twice"] });
    saysHidden(answer);
  });
}

test("the hidden column behind the shown one, and both shown", async () => {
  const cells = twice.cells.map(([name, type, old, pupils, books]) => [name, type, pupils, old, books]);
  for (const [, came] of inEveryFormat({ name: "学校", cells, hiddenColumns: [3] }, kPlaces)) {
    const answer = await answerTo(came);
    assertClean(answer, { may: ["column_twice"] });
    saysHidden(answer);
  }
  for (const [, came] of inEveryFormat({ name: "学校", cells }, kPlaces)) {
    const answer = await answerTo(came);
    assert.ok(
      answer.issues.some(({ code }) => code === "column_twice") || (answer.questions ?? []).length > 0,
      said(answer),
    );
    saysNothing(answer);
  }
});

test("a hidden column without a shown twin is used and said, or not used and said", async () => {
  for (const [, came] of inEveryFormat({ name: "学校", cells: kOtherCells, hiddenColumns: [3] }, kPlaces)) {
    const answer = await answerTo(came);
    saysHidden(answer);
    const books = answer.counties[0].stages[0].indicators.find(({ id }) => id === "books");
    if (books.mean !== null) assertSchools(answer, kOther);
  }
});

test("hidden and filtered rows are said, with what they are", async () => {
  const cells = [kCleanHeader, ...kCleanRows, ["撤并小学", "小学", 77, 1540]];
  for (const [, came] of inEveryFormat({ name: "学校", cells, hiddenRows: [4] }, kPlaces)) {
    const answer = await answerTo(came);
    saysHidden(answer);
    const taken = answer.counties[0].units.some(
      ({ school, status }) => school === "撤并小学" && status === "evaluated",
    );
    if (taken)
      assertSchools(answer, [...kClean, { name: "撤并小学", pupils: 77, books: 1540 }], {
        named: [],
        may: ["hidden_rows"],
      });
    else assertClean(answer, { named: [{ row: 5 }], may: ["hidden_rows"] });
  }
});

test("a hidden sheet takes no part, and that it is there does not change the shown one", async () => {
  const sheets = [
    { name: "2024", cells: kCleanCells },
    { name: "旧", cells: kOtherCells, hidden: true },
  ];
  for (const book of [xlsxBook, xlsBook, odsBook]) assertClean(await answerTo(file("学校", book(...sheets))));
});

test("what hides nothing: aria-hidden=false, overflow, classes for small screens", async () => {
  const row = (attributes, cells) => `<tr${attributes}>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  const kinds = [
    ' aria-hidden="false"',
    ' style="overflow:hidden"',
    ' class="hidden-xs"',
    ' class="visible hidden-print"',
    ' style="visibility:visible"',
    ' data-hidden="true"',
    " style='mso-height-source:userset;display:table-row'",
    ' style="text-overflow: ellipsis; overflow-x: hidden"',
    ' title="hidden"',
  ];
  for (let from = 0; from < kinds.length; from += 3) {
    const rows = kCleanRows.map((cells, i) => row(kinds[from + i], cells)).join("");
    const page = `<html><body><table>${row("", kCleanHeader)}${rows}</table></body></html>`;
    for (const came of [file("学校.xls", page), pasted("", page)]) {
      const answer = await answerTo(came);
      assertClean(answer);
      saysNothing(answer);
    }
  }
});

test("what does hide: display: none with spaces and capitals, hidden, visibility", async () => {
  const kinds = [
    ' style="display: none"',
    ' style="DISPLAY:NONE"',
    " hidden",
    ' style="color:red; display :none !important"',
    ' style="visibility:hidden"',
    " hidden=hidden",
    ' style="visibility: collapse"',
  ];
  for (const kind of kinds) {
    const page = webPage({ cells: [...kCleanCells, ["撤并小学", "小学", 77, 1540]] }).replace(
      "<tr><td>撤并",
      `<tr${kind}><td>撤并`,
    );
    for (const came of [file("学校.xls", page), pasted("", page)]) saysHidden(await answerTo(came));
  }
});

test("a text inside a shown cell that is hidden is no text of the cell", async () => {
  const page = webPage({ cells: kCleanCells }).replace(
    "松柏小学",
    '松柏小学<span style="display: none">（旧名：西关小学）</span>',
  );
  for (const came of [file("学校.xls", page), pasted("", page)]) assertClean(await answerTo(came));
});
