// SPDX-License-Identifier: MIT
// One cell of a table as a number of every kind of field. What was understood can be written and is understood again
// as the same; what was not has a complaint.
#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "demand.h"
#include "support/outcome.h"
#include "table/field_cell.h"

namespace {

using fuzz::demand;
using junheng::CellState;
using junheng::FieldKind;

void check(std::string_view text, const junheng::Field& field) {
  const auto& vocabulary = test::library().vocabulary;
  const junheng::NumberCell cell = junheng::read_field_cell(text, field, vocabulary);
  demand(cell.value.scale <= junheng::kMaxScale, "no more decimals than can be compared");
  switch (cell.state) {
    case CellState::blank:
      demand(junheng::trimmed(text).empty(), "blank is nothing but space");
      return;
    case CellState::mark:
      demand(vocabulary.is_missing_mark(text), "only known marks say that a number is missing");
      return;
    case CellState::unreadable:
      demand(cell.problem.has_value(), "what cannot be read has a complaint");
      demand(cell.value.mantissa == 0, "and no number");
      return;
    case CellState::number:
      break;
  }
  if (cell.problem) return;
  // A flag's words have no digits, and a share between 0 and 1 may have been a percentage: both are written as read.
  std::string again = junheng::to_text(cell.value);
  const junheng::NumberCell second = junheng::read_field_cell(again, field, vocabulary);
  if (field.kind == FieldKind::flag) return;
  demand(second.state == CellState::number, "what was understood is understood again");
  // A share above 1 is read as per cent: 85 and 0.85 are the same, and 1.2 comes from 120.
  const bool share = field.kind == FieldKind::percent && std::abs(junheng::to_double(cell.value)) > 1;
  demand(share || junheng::to_text(second.value) == again, "and as the same number");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view all(reinterpret_cast<const char*>(data), size);
  const std::string text(all.substr(0, junheng::valid_utf8_length(all)));
  // Fields differ for a cell by kind, unit and whether they may be ratios; one of each is enough.
  static const std::vector<const junheng::Field*> kinds = [] {
    std::vector<const junheng::Field*> found;
    for (const junheng::Field& field : test::library().vocabulary.fields) {
      const bool known = std::any_of(found.begin(), found.end(), [&](const junheng::Field* other) {
        return other->kind == field.kind && other->unit.zh == field.unit.zh && other->ratio == field.ratio;
      });
      if (!known && field.kind != FieldKind::text) found.push_back(&field);
    }
    return found;
  }();
  for (const junheng::Field* const field : kinds)
    check(text, *field);
  return 0;
}
