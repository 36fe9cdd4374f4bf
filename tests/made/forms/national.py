# SPDX-License-Identifier: MIT
"""Fills table II-2 of the national form in a headless LibreOffice and keeps the clipboard of its sheet.

python3 national.py form.xlsx rows.tsv out/name profile

The rows replace what stands between the line codes and the note of sheet 表2-2; a row of one cell is merged over all.
"""
import re
import sys

import clipboard

form, rows, target, profile = sys.argv[1:5]
lines = [line.rstrip("\n").split("\t") for line in open(rows, encoding="utf-8")]
with clipboard.office(profile) as desktop:
    document = clipboard.opened(desktop, form)
    sheet = document.Sheets.getByName("表2-2")
    first = next(i for i in range(20) if sheet.getCellByPosition(0, i).String == "L1") + 1
    note = next(i for i in range(first, 60) if sheet.getCellByPosition(0, i).String.startswith("注"))
    sheet.Rows.insertByIndex(first + 1, len(lines) - (note - first))
    for y, line in enumerate(lines):
        for x, text in enumerate(line):
            cell = sheet.getCellByPosition(x, first + y)
            if re.fullmatch(r"\d+(\.\d+)?", text):
                cell.Value = float(text)
            else:
                cell.String = text
        if sum(text != "" for text in line) == 1 and line[0] != "":
            sheet.getCellRangeByPosition(0, first + y, len(line) - 1, first + y).merge(True)
    clipboard.keep(document, sheet, target)
