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

/// 1:07 and 2:15:00 are times, whatever the column takes.
bool is_clock(std::string_view text) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return false;
  const std::string_view behind = text.substr(colon + 1);
  return behind.find(':') != std::string_view::npos || (behind.size() > 1 && behind[0] == '0' && behind[1] != '.');
}

/// "1:17" and "17:1" are the same share: of teachers and pupils the teachers are fewer.
std::optional<NumberCell> ratio_of(std::string_view text, const Vocabulary& vocabulary) {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  if (is_clock(text)) return std::nullopt;
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

/// 2:15, 2:15:00, 1:7.5: digits, and colons between them.
bool looks_like_time(std::string_view text) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return std::count(text.begin(), text.end(), ':') > 0 && digit(text.front()) && digit(text.back()) &&
         text.find_first_not_of("0123456789.:") == std::string_view::npos;
}

/// "####": what a spreadsheet shows where the column is too narrow for the number.
bool looks_too_narrow(std::string_view text) {
  return text.size() > 1 && text.find_first_not_of('#') == std::string_view::npos;
}

/// "#DIV/0!", "#N/A", "#NAME?", "Err:502": the error of a formula, in normalised letters.
bool looks_like_error(std::string_view text) {
  constexpr std::string_view kErr = "err:";
  if (text.size() > kErr.size() && text.substr(0, kErr.size()) == kErr)
    return text.find_first_not_of("0123456789", kErr.size()) == std::string_view::npos;
  if (text.size() < 3 || text.front() != '#' || text[1] < 'a' || text[1] > 'z') return false;
  if (text.back() == '!' || text.back() == '?') text.remove_suffix(1);
  return text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0/_", 1) == std::string_view::npos;
}

/// "(300)" and "300-": negative, as accounts write it.
std::optional<NumberCell> negative_of(std::string_view text, FieldKind kind, const Vocabulary& vocabulary) {
  if (text.size() < 2) return std::nullopt;
  const bool brackets = text.front() == '(' && text.back() == ')';
  if (!brackets && text.back() != '-') return std::nullopt;
  const std::string_view inside = text.substr(brackets ? 1 : 0, text.size() - (brackets ? 2 : 1));
  if (inside.empty() || inside.find_first_of("+-") != std::string_view::npos) return std::nullopt;
  NumberCell number = read_quantity_cell(inside, kind, vocabulary);
  if (number.state != CellState::number) return std::nullopt;
  number.value.mantissa = -number.value.mantissa;
  return number;
}

/// "¥600,000元" says twice what it is.
std::string_view without_currency(std::string_view cell) {
  std::string_view rest = trimmed(cell);
  if (rest.empty()) return cell;
  const char32_t first = take_code_point(rest);
  return first == U'¥' || first == U'￥' ? trimmed(rest) : cell;
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

  if (field.kind == FieldKind::amount) cell = without_currency(cell);
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
  if (text.empty()) return plain;
  if (const auto negative = negative_of(text, field.kind, vocabulary)) return *negative;
  if (looks_too_narrow(text)) return unreadable(IssueCode::too_narrow);
  if (looks_like_error(text)) return unreadable(IssueCode::formula_error);
  if (looks_like_time(text) && (!field.ratio || is_clock(text))) return unreadable(IssueCode::time_found);
  if (looks_like_date(text)) return unreadable(IssueCode::date_found);
  if (looks_glued(text)) return unreadable(IssueCode::glued_numbers);
  if (vocabulary.is_approximate(text)) return unreadable(IssueCode::not_exact);
  return plain;
}

}  // namespace junheng
