// SPDX-License-Identifier: MIT
//
// Which of the two forms of a table in the clipboard is read.

import assert from "node:assert/strict";
import { test } from "node:test";
import { sourceModule } from "../support/sources.mjs";

const { tableFlavour } = await sourceModule("host/clipboard.ts");

const kRows = [
  ["学校名称", "学校类型", "在校生数", "图书册数"],
  ["竹园小学", "小学", "320", "6400"],
  ["南屏小学", "小学", "180", "2700"],
];
const page = (rows, attributes = "") =>
  `<html><head><style><!-- td {mso-number-format:"\\@"; } --></style></head><body><!--StartFragment--><table${attributes}>${rows
    .map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join("")}</tr>`)
    .join("\r\n")}</table><!--EndFragment--></body></html>`;
const text = (rows) => rows.map((row) => `${row.join("\t")}\r\n`).join("");
const change = (row, column, value) =>
  kRows.map((one, r) => one.map((old, c) => (r === row && c === column ? value : old)));
const chosen = (html, plain) => (tableFlavour(html, plain) === html ? "page" : "text");

test("where both say the same the page is read: it has merged cells and stored numbers", () => {
  assert.equal(chosen(page(kRows), text(kRows)), "page");
  assert.equal(chosen(page(kRows), ""), "page");
  assert.equal(chosen(page([["<b>320</b>&nbsp;", "&#49;80"]]), "320\t180\r\n"), "page");
  const merged = page(kRows).replace("<td>学校类型</td><td>在校生数</td>", '<td colspan="2">学校类型</td>');
  assert.equal(chosen(merged, text(change(0, 2, ""))), "page");
  // Excel's text has the rows that are hidden, and so has its page.
  assert.equal(chosen(page(kRows).replace("<tr><td>南", "<tr style='display:none'><td>南"), text(kRows)), "page");
});

test("#### in one of them", () => {
  for (const hashes of ["####", "##########", "##"]) {
    assert.equal(chosen(page(change(2, 3, hashes)), text(kRows)), "text");
    assert.equal(chosen(page(kRows), text(change(2, 3, hashes))), "page");
    assert.equal(chosen(page(change(2, 3, hashes)), text(change(2, 3, hashes))), "page");
  }
  assert.equal(chosen(page(change(2, 3, "<font>####</font>")), text(kRows)), "text");
});

test("the whole table in one cell of the page", () => {
  const one = `<table><tr><td>${kRows.map((row) => row.join("\t")).join("<br>")}</td></tr></table>`;
  assert.equal(chosen(one, text(kRows)), "text");
  const lines = `<table>${kRows.map((row) => `<tr><td>${row.join(" ")}</td></tr>`).join("")}</table>`;
  assert.equal(chosen(lines, text(kRows)), "text");
  assert.equal(chosen(`<div>${kRows.map((row) => `<p>${row.join(" ")}</p>`).join("")}</div>`, text(kRows)), "text");
});

test("fewer readable numbers, or fewer columns, in the page", () => {
  assert.equal(chosen(page(change(1, 2, "")), text(kRows)), "text");
  assert.equal(chosen(page(kRows.map((row) => row.slice(0, 3))), text(kRows)), "text");
  assert.equal(chosen(page(change(1, 2, '<img src="data:,">')), text(kRows)), "text");
  assert.equal(chosen(page(kRows), text(kRows.map((row) => row.slice(0, 3)))), "page");
});

test("a text whose lines are no rows is not trusted", () => {
  // A browser breaks the line inside a cell: the text has more cells, and they are wrong.
  const broken = page(change(1, 0, "竹园<br>小学"));
  assert.equal(chosen(broken, text(kRows).replace("竹园小学", "竹园\r\n1")), "page");
  // Excel puts such a cell in quotes.
  assert.equal(chosen(broken, text(kRows).replace("竹园小学", '"竹园\n小学"')), "page");
  assert.equal(chosen(page(kRows), "竹园小学 320\r\n南屏小学 180\r\n"), "page");
});

test("no table in the page: the text, or nothing", () => {
  assert.equal(tableFlavour("<img src=x>", ""), "");
  assert.equal(tableFlavour("", "a\tb"), "a\tb");
  assert.equal(tableFlavour("<p>你好</p>", "你好"), "你好");
});

test("strange clipboards take no time", () => {
  const from = performance.now();
  for (const html of [
    "<table><!--".repeat(50_000),
    `<table>${"x".repeat(1e6)}`,
    `<table>${"<td".repeat(3e5)}`,
    '<table "'.repeat(1e5),
  ])
    assert.equal(typeof tableFlavour(html, '"\t'.repeat(1e5)), "string");
  assert.ok(performance.now() - from < 3000, `${performance.now() - from} ms`);
});

test("eight times as much in the clipboard takes some eight times as long", () => {
  const milliseconds = ([html, plain]) => {
    const once = () => {
      const from = process.cpuUsage();
      tableFlavour(html, plain);
      const { user, system } = process.cpuUsage(from);
      return (user + system) / 1000;
    };
    return Math.min(once(), once(), once());
  };
  const inputs = {
    "quotes that nothing closes": (n) => [page(kRows), '"a\t'.repeat(n)],
    "quotes inside of cells": (n) => [page(kRows), '"a"b\t"c\n'.repeat(n)],
    digits: (n) => [page([[`${"1".repeat(n)}x`, "2"]]), `${"1".repeat(n)}x\t2\n`],
    "digits and commas": (n) => [page([[`${"1,111".repeat(n)}x`, "2"]]), `${"1,111".repeat(n)}x\t2\n`],
    "cells over thousands of columns": (n) => [`<table>${"<tr><td colspan=9999>1".repeat(n)}`, "1\t2\n"],
    "spaces before a colspan": (n) => [`<table><tr><td${" ".repeat(n)}colspan${" ".repeat(n)}x>1`, "1\t2\n"],
  };
  for (const [name, make] of Object.entries(inputs)) {
    const [short, long] = [milliseconds(make(4000)), milliseconds(make(32_000))];
    assert.ok(long < Math.max(short, 3) * 20, `${name}: ${short} ms, then ${long} ms`);
  }
});
