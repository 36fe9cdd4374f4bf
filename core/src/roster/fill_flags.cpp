// SPDX-License-Identifier: MIT
#include "roster/fill_flags.h"

namespace junheng {

void fill_flags(Roster& roster, const Vocabulary& vocabulary) {
  for (std::size_t index = 0; index < roster.fields.size(); ++index) {
    const auto& follows = vocabulary.fields[index].follows;
    if (!follows || !roster.fields[follows->field].whole) continue;
    const NumberColumn& from = *roster.fields[follows->field].whole;
    std::optional<NumberColumn>& flag = roster.fields[index].whole;
    NumberColumn filled(roster.rows());
    for (std::size_t row = 0; row < roster.rows(); ++row) {
      auto value = flag ? flag->number(row) : std::nullopt;
      const auto number = from.number(row);
      if (!value && number) value = Decimal{number->mantissa <= follows->at_most ? 1 : 0, 0};
      const CellState state = value ? CellState::number : flag ? flag->state(row) : CellState::blank;
      filled.put(row, state, value.value_or(Decimal{}), false);
    }
    flag = std::move(filled);
    roster.fields[index].in_table = true;
  }
}

}  // namespace junheng
