// SPDX-License-Identifier: MIT
//
// The national table read without a library, as carefully as plain JavaScript can: one walk over the characters, numbers
// from their digits, no text made of a cell but the names of counties and types where they change. Cells that are not
// plain (quotes, separators, full-width digits, marks) are cut out and read one by one.

import { Ledger, placesOf, unusual } from "./evaluate_rows.mjs";

const [kTab, kLine, kReturn, kQuote, kZero, kDot] = [9, 10, 13, 34, 48, 46];
// What a column is.
const [kUnused, kProvince, kCounty, kType, kFirstNumber] = [0, 1, 2, 3, 4];

function rolesOf(header) {
  const places = placesOf(header);
  const roles = new Uint8Array(header.length);
  roles[places.province] = kProvince;
  roles[places.county] = kCounty;
  roles[places.type] = kType;
  places.numbers.forEach((place, number) => (roles[place] = kFirstNumber + number));
  return roles;
}

function rowsIn(text) {
  let rows = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) rows += 1;
  return rows + 1;
}

/** Where the quoted cell that begins at `at` ends: behind its last quote. */
function endOfQuoted(text, at) {
  for (let end = text.indexOf('"', at + 1); end >= 0; end = text.indexOf('"', end + 2)) {
    if (text.charCodeAt(end + 1) !== kQuote) return end + 1;
  }
  return text.length;
}

function endOfCell(text, at) {
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === kTab || code === kLine || code === kReturn) break;
  }
  return at;
}

const bare = (cell) => (cell.charCodeAt(0) === kQuote ? cell.slice(1, -1).replaceAll('""', '"') : cell);

/** The cell of the row above where it is the same; a copy of it is never made. */
function again(text, begin, end, above) {
  return end - begin === above.length && text.startsWith(above, begin) ? above : bare(text.slice(begin, end));
}

export function evaluateText(text) {
  let at = text.indexOf("\n") + 1;
  const roles = rolesOf(text.slice(0, at).trim().split("\t"));
  const ledger = new Ledger(rowsIn(text));
  const { numbers } = ledger;
  let [province, name, type, county, known] = ["", "", "", -1, false];
  for (let line = 2; at < text.length; line += 1) {
    for (let column = 0; ; column += 1) {
      const role = roles[column];
      const begin = at;
      if (role >= kFirstNumber) {
        let number = 0;
        let decimals = -1;
        let code = text.charCodeAt(at);
        for (; ; code = text.charCodeAt((at += 1))) {
          const digit = code - kZero;
          if (digit >= 0 && digit <= 9) {
            number = number * 10 + digit;
            if (decimals >= 0) decimals += 1;
          } else if (code === kDot && decimals < 0 && at > begin) {
            decimals = 0;
          } else {
            break;
          }
        }
        const ends = code === kTab || code === kLine || code === kReturn || at >= text.length;
        if (!ends || decimals === 0 || decimals > 2) {
          at = code === kQuote && at === begin ? endOfQuoted(text, at) : endOfCell(text, at);
          const cell = bare(text.slice(begin, at));
          number = unusual(cell);
          if (number === undefined) ledger.complain(line, role - kFirstNumber, cell);
        } else {
          number = at === begin ? NaN : decimals < 0 ? number * 100 : decimals === 1 ? number * 10 : number;
        }
        numbers[role - kFirstNumber] = number ?? NaN;
      } else {
        at = text.charCodeAt(at) === kQuote ? endOfQuoted(text, at) : endOfCell(text, at);
        if (role === kProvince || role === kCounty) {
          const above = role === kProvince ? province : name;
          const cell = again(text, begin, at, above);
          known = known && cell === above;
          if (role === kProvince) province = cell;
          else name = cell;
        } else if (role !== kUnused) {
          type = again(text, begin, at, type);
        }
      }
      if (text.charCodeAt(at) !== kTab) break;
      at += 1;
    }
    if (text.charCodeAt(at) === kReturn) at += 1;
    at += 1;
    if (!known) county = ledger.countyOf(province, name);
    known = true;
    ledger.school(county, type);
  }
  return ledger.answer();
}
