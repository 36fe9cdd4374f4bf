// SPDX-License-Identifier: MIT
#include "plan/unit_cells.h"

#include <algorithm>
#include <utility>

namespace junheng {
namespace {

U128 common_divisor(U128 a, U128 b) {
  while (b != 0)
    a = std::exchange(b, a % b);
  return std::max<U128>(a, 1);
}

std::optional<U128> product(U128 a, U128 b) {
  if (b != 0 && a > ~static_cast<U128>(0) / b) return std::nullopt;
  return a * b;
}

}  // namespace

std::optional<PlanCell> cell_of_ratios(Ratio value, Ratio rise) {
  const U128 own = common_divisor(rise.numerator, rise.denominator);
  rise = {rise.numerator / own, rise.denominator / own};
  const U128 shared = common_divisor(value.numerator, value.denominator);
  value = {value.numerator / shared, value.denominator / shared};
  const U128 common = common_divisor(value.denominator, rise.denominator);
  const auto base = product(value.numerator, rise.denominator / common);
  const auto above = product(rise.numerator, value.denominator / common);
  const auto under = product(value.denominator, rise.denominator / common);
  if (!base || !above || !under) return std::nullopt;
  return PlanCell{*base, *above, *under};
}

const NumberColumn* numbers_of(const Evaluation& e, std::uint16_t field, std::uint8_t stage) {
  const FieldColumns& columns = e.roster.fields[field];
  const auto& column = stage == kNoStage ? columns.whole : columns.staged[stage];
  return column ? &*column : nullptr;
}

Ratio rise_of(const Evaluation& e, std::uint32_t unit, const Reading& reading, Decimal per, Decimal step) {
  const Share& share = e.split.units.share[unit];
  const U128 weight = reading.shared ? share.weight : 1;
  const U128 total = reading.shared ? share.total : e.split.units.pupils[unit];
  return {static_cast<U128>(per.mantissa) * static_cast<U128>(step.mantissa) * weight,
          total * power_of_ten(per.scale + step.scale)};
}

}  // namespace junheng
