// SPDX-License-Identifier: MIT
#include "layout/row_look.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"
#include "junheng/record.h"
#include "table/field_cell.h"

namespace junheng {
namespace {

bool is_ellipsis(std::string_view cell) {
  while (!cell.empty()) {
    const char32_t point = half_width(take_code_point(cell));
    if (!is_space(point) && point != U'…' && point != U'⋯' && point != U'.' && point != U'·' && point != U'⋮' &&
        point != U'-' && point != U':')
      return false;
  }
  return true;
}

/// By its first byte alone: of three, U+4000 and above, but for the last forms (￥, full-width digits).
bool is_chinese(char first) {
  return static_cast<unsigned char>(first) >= 0xE4 && static_cast<unsigned char>(first) <= 0xE9;
}

/// The number of a code, 0 for a letter of the heavenly stems (甲 乙 丙), -1 for anything else.
int code_of(std::string_view cell) {
  cell = trimmed(cell);
  std::string_view rest = cell;
  const char32_t first = half_width(take_code_point(rest));
  constexpr std::u32string_view kStems = U"甲乙丙丁戊己";
  if (rest.empty() && kStems.find(first) != std::u32string_view::npos) return 0;
  if ((first >= U'A' && first <= U'Z') || (first >= U'a' && first <= U'z')) cell = rest;
  if (cell.empty() || cell.size() > 3 || cell.find_first_not_of("0123456789") != std::string_view::npos) return -1;
  int number = 0;
  for (const char c : cell)
    number = number * 10 + (c - '0');
  return number;
}

}  // namespace

bool is_numeric(std::string_view cell, const Vocabulary& vocabulary) {
  // Asked for nearly every cell: what begins with a Chinese character is no number, whatever follows, and names have
  // neither an ASCII digit nor the first byte of a full-width one.
  if (!cell.empty() && is_chinese(cell.front())) return false;
  if (!cell.empty() && cell.size() <= kPlainDigits && std::all_of(cell.begin(), cell.end(), is_digit)) return true;
  const bool digit = std::any_of(cell.begin(), cell.end(), [](char c) { return is_digit(c) || c == '\xEF'; });
  if (!digit) return false;
  if (read_number_cell(cell, vocabulary).state == CellState::number) return true;
  const std::size_t length = number_length(cell);
  return length > 0 && vocabulary.is_unit(cell.substr(length));
}

void look_at_row(Table& table, std::size_t row, const Vocabulary& vocabulary, RowLook& look) {
  look.table = &table;
  look.cells.clear();
  look.filled = 0;
  look.first = 0;
  look.one_text = true;
  look.numbers = false;
  CellReader cells(table, row);
  Span span;
  while (look.cells.size() <= kMostColumns && cells.next(span)) {
    span = trimmed_span(table, span);
    look.cells.push_back(span);
    if (span.length == 0) continue;
    const std::string_view cell = table.at(span);
    if (look.filled++ == 0) look.first = look.cells.size() - 1;
    look.one_text = look.one_text && cell == look.first_text();
    if (!look.numbers && is_numeric(cell, vocabulary)) {
      look.numbers = true;
      look.first_number = look.cells.size() - 1;
    }
  }
  if (!look.numbers) look.first_number = look.cells.size();
}

bool is_ellipsis_row(const RowLook& look) {
  return look.filled > 0 && std::all_of(look.cells.begin(), look.cells.end(),
                                        [&](Span span) { return is_ellipsis(look.table->at(span)); });
}

bool is_codes_row(const RowLook& look) {
  constexpr std::size_t kFewest = 4;
  // Below a narrow header nothing but 1, 2, 3 is sure: 45, 46, 47 are numbers of pupils.
  constexpr std::size_t kNarrow = 3;
  if (look.filled < kNarrow || (look.filled < kFewest && code_of(look.first_text()) > 1)) return false;
  int last = 0;
  for (const Span span : look.cells) {
    if (span.length == 0) continue;
    const int code = code_of(look.table->at(span));
    if (code < 0 || (last > 0 && code != last + 1)) return false;
    last = code;
  }
  return last > 1;
}

}  // namespace junheng
