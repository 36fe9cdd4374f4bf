// SPDX-License-Identifier: MIT
//
// Cells of a column of numbers that have more in them than a number: what can be read without a doubt is read, and for
// the rest the complaint says what it looks like.

#include "table/field_cell.h"

#include <algorithm>

#include "base/utf8.h"
#include "junheng/exact.h"

namespace junheng {
namespace {

constexpr std::uint8_t kRatioDecimals = 17;

/// "1:17" and "17:1" are the same share: of teachers and pupils the teachers are fewer.
std::optional<NumberCell> ratio_of(std::string_view text, const Vocabulary& vocabulary) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  NumberCell a = read_number_cell(text.substr(0, colon), vocabulary);
  NumberCell b = read_number_cell(text.substr(colon + 1), vocabulary);
  if (a.state != CellState::number || b.state != CellState::number) return std::nullopt;
  if (a.value.mantissa <= 0 || b.value.mantissa <= 0) return std::nullopt;
  const std::uint8_t scale = std::max(a.value.scale, b.value.scale);
  const auto whole = [&](Decimal value) {
    return static_cast<U128>(value.mantissa) * power_of_ten(scale - value.scale);
  };
  const U128 less = std::min(whole(a.value), whole(b.value));
  const U128 more = std::max(whole(a.value), whole(b.value));
  if (less > power_of_ten(kRatioDecimals)) return std::nullopt;
  const auto share = static_cast<std::int64_t>((less * power_of_ten(kRatioDecimals) + more / 2) / more);
  a.value = shifted({share, kRatioDecimals}, 0).value_or(Decimal{});  // without zeros at its end
  return a;
}

/// 2024-09-01, 2024年9月, 9月1日: what a spreadsheet makes of "9-1" or of a number typed into a cell for dates.
bool looks_like_date(std::string_view text) {
  std::size_t digits = 0;
  std::size_t first = 0;
  std::size_t marks = 0;
  bool named = false;  // 年, 月 or 日
  while (!text.empty()) {
    const char32_t point = take_code_point(text);
    if (point >= U'0' && point <= U'9') {
      ++digits;
      continue;
    }
    if (marks++ == 0) first = digits;
    named = named || point == U'年' || point == U'月';
    if (point != U'-' && point != U'/' && point != U'.' && point != U'年' && point != U'月' && point != U'日')
      return false;
  }
  return marks > 0 && first > 0 && (named || (first == 4 && marks == 2));
}

/// "0.0670.0370.179": points and digits, and more points than a number has.
bool looks_glued(std::string_view text) {
  return text.find_first_not_of("0123456789.") == std::string_view::npos &&
         std::count(text.begin(), text.end(), '.') > 1;
}

}  // namespace

std::size_t number_length(std::string_view cell) {
  std::string_view rest = cell;
  std::size_t length = 0;
  while (!rest.empty()) {
    const char32_t point = half_width(take_code_point(rest));
    const bool digit = point >= U'0' && point <= U'9';
    if (!digit && point != U',' && point != U'.' && point != U'-' && !is_space(point)) break;
    if (digit) length = cell.size() - rest.size();
  }
  return length;
}

NumberCell read_field_cell(std::string_view cell, const Field& field, const Vocabulary& vocabulary) {
  const NumberCell plain = read_quantity_cell(cell, field.kind, vocabulary);
  if (plain.state != CellState::unreadable || field.kind == FieldKind::flag) return plain;

  const std::size_t length = number_length(cell);
  if (length > 0 && length < cell.size()) {
    if (const auto conversion = vocabulary.match_unit(field, cell.substr(length))) {
      NumberCell number = read_quantity_cell(cell.substr(0, length), field.kind, vocabulary);
      number.conversion = *conversion;
      return number;
    }
  }
  const std::string text = normalised(cell);
  if (field.ratio) {
    if (const auto ratio = ratio_of(text, vocabulary)) return *ratio;
  }
  if (looks_like_date(text)) return unreadable(IssueCode::date_found);
  if (looks_glued(text)) return unreadable(IssueCode::glued_numbers);
  if (vocabulary.is_approximate(text)) return unreadable(IssueCode::not_exact);
  return plain;
}

}  // namespace junheng
