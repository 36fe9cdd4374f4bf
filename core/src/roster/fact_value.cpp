// SPDX-License-Identifier: MIT
#include "roster/fact_value.h"

#include "base/decimal_ratio.h"
#include "base/utf8.h"
#include "table/cell.h"

namespace junheng {
namespace {

/// A number with its unit behind it: "14.65万元".
void split_unit(std::string_view& text, std::string_view& unit) {
  const std::size_t last = text.find_last_of("0123456789");
  if (last == std::string_view::npos || last + 1 == text.size()) return;
  const std::string_view behind = trimmed(text.substr(last + 1));
  if (behind.empty() || behind == "%" || behind == "％") return;
  unit = behind;
  text = text.substr(0, last + 1);
}

bool says_percent(std::string_view text) {
  return normalised(text).find('%') != std::string::npos;
}

bool above_one(Decimal value) {
  return value.mantissa > 0 && compare(ratio_of(value), Decimal{1, 0}) == std::strong_ordering::greater;
}

FactValue not_readable() {
  return {};
}

/// A percentage in the cell is one; a number without the sign may be a fraction, and under a heading or a unit that
/// has the sign nobody can tell 0.5 from 0.5 %.
FactValue read_rate(std::string_view digits, bool percent_beside, const Field& field, const Vocabulary& vocabulary) {
  const NumberCell number = read_quantity_cell(digits, FieldKind::percent, vocabulary);
  if (number.problem || number.state != CellState::number) return not_readable();
  FactValue result;
  result.value = number.value;
  const bool as_written = !number.percent && parse_decimal(digits).value == number.value;
  if (number.value.mantissa != 0 && as_written) {
    if (percent_beside) result.doubt = IssueCode::fact_percent_asked;
    result.fraction = !percent_beside && field.kind == FieldKind::percent;
  }
  return result;
}

}  // namespace

FactValue read_fact_value(std::string_view text, std::string_view unit, std::string_view name, const FactName& what,
                          const Vocabulary& vocabulary) {
  FactValue result;
  result.blank = text.empty() || (what.kind != FieldKind::flag && vocabulary.is_missing_mark(text));
  if (result.blank) return result;
  const Field* const field = what.field == kNoSubject ? nullptr : &vocabulary.fields[what.field];
  if (what.kind == FieldKind::flag || field == nullptr) {
    const NumberCell number = read_quantity_cell(text, what.kind, vocabulary);
    if (!number.problem && number.state == CellState::number) result.value = number.value;
    return result;
  }
  if (field->graded) {
    if (const auto level = vocabulary.match_level(text)) result.value = Decimal{static_cast<std::int64_t>(*level), 0};
    return result;
  }
  std::string_view digits = text;
  std::string_view given = unit;
  split_unit(digits, given);
  const bool percent_beside = says_percent(unit) || says_percent(name);
  const bool rate = what.kind == FieldKind::percent || (field->share && (percent_beside || says_percent(text)));
  if (rate) {
    result = read_rate(digits, percent_beside, *field, vocabulary);
  } else {
    const NumberCell number = read_quantity_cell(digits, what.kind, vocabulary);
    if (number.problem || number.state != CellState::number) return not_readable();
    result.value = number.value;
  }
  if (!result.value) return not_readable();
  Conversion conversion = what.conversion;
  if (const auto known = vocabulary.match_unit(*field, given)) {
    if (known->changes()) conversion = *known;
  } else if (given.size() != unit.size()) {
    return not_readable();
  }
  if (conversion.changes()) {
    result.value = junheng::converted(*result.value, conversion);
    result.converted = true;
    if (!result.value) return not_readable();
  }
  if (what.kind == FieldKind::count && result.value->scale > 0) return not_readable();
  const bool may_fall = what.kind == FieldKind::percent && !field->share;
  if (result.value->mantissa < 0 && !may_fall) return not_readable();
  if (field->share && above_one(*result.value)) result.doubt = IssueCode::fact_over_all;
  return result;
}

}  // namespace junheng
