// SPDX-License-Identifier: MIT
#include "table/cell.h"

#include <array>

#include "base/utf8.h"
#include "junheng/exact.h"

namespace junheng {
namespace {

/// Longer than any number that can be read (sign, digits, marks, exponent); longer cells are refused unread.
constexpr std::size_t kLongestCell = 512;

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

/// The plain form of a number: width, thousands marks and a leading apostrophe taken off.
// NOLINTNEXTLINE(cppcoreguidelines-pro-type-member-init): clearing the digits takes longer than reading a number.
struct PlainNumber {
  std::array<char, kLongestCell> digits;  // of which `size` are filled
  std::size_t size = 0;
  bool percent = false;
  bool currency = false;
  bool readable = true;

  void push(char c) { digits[size++] = c; }
};

bool is_dash(char32_t c) {
  return c == U'-' || c == 0x2212 || (c >= 0x2012 && c <= 0x2015);
}

bool stands_percent_next(std::string_view cell) {
  return !cell.empty() && half_width(take_code_point(cell)) == U'%';
}

/// Thousands marks are accepted only where they stand: groups of three digits behind the first, before the point.
/// "1,23" may be a decimal comma, "1,2345" a slip of the hand: neither is guessed.
PlainNumber plain_number(std::string_view cell) {
  PlainNumber plain;
  int group = 0;        // digits since the last mark
  bool marked = false;  // a thousands mark was seen
  bool whole = true;    // before the point
  bool first = true;    // but for a sign
  const auto end_group = [&] {
    if (marked && whole && group != 3) plain.readable = false;
  };
  while (!cell.empty() && plain.readable) {
    const char32_t c = half_width(take_code_point(cell));
    if (is_invisible(c)) continue;
    const bool apostrophe = c == U'\'' || c == 0x2019;
    if (first && apostrophe) continue;  // Excel's mark for "number stored as text"
    if (first && (c == U'¥' || c == U'￥') && !plain.currency) {
      plain.currency = true;
      continue;
    }
    if (first && plain.currency && is_space(c)) continue;
    if (plain.percent) {
      plain.readable = is_space(c);
    } else if (is_digit(c)) {
      plain.push(static_cast<char>(c));
      ++group;
    } else if (c == U',' || apostrophe || is_space(c)) {
      if (is_space(c) && stands_percent_next(cell)) continue;  // "29 %"
      if (!whole || group == 0 || group > 3 || (marked && group != 3)) plain.readable = false;
      marked = true;
      group = 0;
    } else if (c == U'.') {
      end_group();
      whole = false;
      plain.push('.');
    } else if (c == U'%') {
      plain.percent = true;
    } else if ((c == U'-' || c == U'+' || c == 0x2212 || (plain.currency && is_dash(c))) && first && plain.size == 0) {
      plain.push(c == U'+' ? '+' : '-');
      continue;  // "-¥300"
    } else if ((c == U'e' || c == U'E') && !first) {
      end_group();
      whole = false;
      plain.push('e');
    } else if ((c == U'-' || c == U'+') && plain.size > 0 && plain.digits[plain.size - 1] == 'e') {
      plain.push(static_cast<char>(c));
    } else {
      plain.readable = false;
    }
    first = false;
  }
  end_group();
  return plain;
}

IssueCode problem_of(DecimalError error) {
  switch (error) {
    case DecimalError::too_many_digits:
      return IssueCode::too_many_digits;
    case DecimalError::too_large:
      return IssueCode::too_large;
    case DecimalError::none:
    case DecimalError::not_a_number:
      break;
  }
  return IssueCode::not_a_number;
}

/// The commonest cell by far: a few ASCII digits, maybe one point. Anything else takes the long way.
std::optional<Decimal> quick_number(std::string_view cell) {
  if (cell.empty() || cell.size() > 15) return std::nullopt;
  std::int64_t mantissa = 0;
  std::uint8_t scale = 0;
  bool fraction = false;
  for (const char c : cell) {
    if (c >= '0' && c <= '9') {
      mantissa = mantissa * 10 + (c - '0');
      if (fraction) ++scale;
    } else if (c == '.' && !fraction) {
      fraction = true;
    } else {
      return std::nullopt;
    }
  }
  if (fraction && (scale == 0 || scale + 1U == cell.size())) return std::nullopt;
  if (!fraction) return cell.size() <= kMaxWholeDigits ? std::optional(Decimal{mantissa, 0}) : std::nullopt;
  return shifted(Decimal{mantissa, scale}, 0);
}

NumberCell number_of(Decimal value, bool percent = false, bool currency = false) {
  return {CellState::number, value, percent, currency, std::nullopt, std::nullopt};
}

NumberCell mark() {
  return {CellState::mark, {}, false, false, std::nullopt, std::nullopt};
}

}  // namespace

NumberCell unreadable(IssueCode problem) {
  return {CellState::unreadable, {}, false, false, problem, std::nullopt};
}

NumberCell read_number_cell(std::string_view cell, const Vocabulary& vocabulary) {
  if (const auto quick = quick_number(cell)) return number_of(*quick);
  const std::string_view shown = cell;
  cell = trimmed(cell);
  if (cell.empty()) return {};
  // Accounting formats write a zero as " -   ", with the places of its digits.
  if (cell == "-" && shown.front() == ' ' && shown.back() == ' ') return number_of({});
  if (vocabulary.is_missing_mark(cell)) return mark();
  if (cell.size() > kLongestCell) {
    const bool all_digits = cell.find_first_not_of("0123456789.,") == std::string_view::npos;
    return unreadable(all_digits ? IssueCode::too_many_digits : IssueCode::not_a_number);
  }
  const PlainNumber plain = plain_number(cell);
  if (!plain.readable) return unreadable(IssueCode::not_a_number);
  if (plain.currency && plain.size == 1 && plain.digits[0] == '-') return number_of({}, false, true);
  const DecimalResult result = parse_decimal(std::string_view(plain.digits.data(), plain.size));
  if (result.error != DecimalError::none) return unreadable(problem_of(result.error));
  return number_of(result.value, plain.percent, plain.currency);
}

NumberCell read_quantity_cell(std::string_view cell, FieldKind kind, const Vocabulary& vocabulary) {
  if (kind == FieldKind::flag) {
    const auto flag = vocabulary.match_flag(cell);
    if (flag) return number_of(Decimal{*flag ? 1 : 0, 0});
    if (trimmed(cell).empty()) return {};
    return vocabulary.is_missing_mark(cell) ? mark() : unreadable(IssueCode::not_a_flag);
  }
  NumberCell number = read_number_cell(cell, vocabulary);
  if (number.state != CellState::number) return number;
  if (number.currency && kind != FieldKind::amount) return unreadable(IssueCode::not_a_number);
  if (kind != FieldKind::percent) {
    if (number.percent) number.problem = IssueCode::percent_unexpected;
    return number;
  }
  const auto whole = static_cast<std::int64_t>(power_of_ten(number.value.scale));
  if (number.percent || number.value.mantissa > whole || number.value.mantissa < -whole) {
    number.value = shifted(number.value, -2).value_or(Decimal{});
  }
  return number;
}

}  // namespace junheng
