// SPDX-License-Identifier: MIT
#include "junheng/rounded.h"

#include <cmath>

#include "base/decimal_ratio.h"
#include "junheng/number_text.h"

namespace junheng {
namespace {

bool at_least(Decimal value, Decimal limit, Decimal factor = {1, 0}) {
  return compare(ratio_of(value), limit, factor) != std::strong_ordering::less;
}

}  // namespace

std::vector<RoundedVerdict> verdicts_if_rounded(const Evaluation& e, std::size_t stage) {
  std::vector<RoundedVerdict> found;
  const Standard& standard = *e.standard;
  const StageUnits& range = e.split.stages[stage];
  const auto place = static_cast<std::size_t>(range.stage);
  const auto add = [&](std::optional<std::uint32_t> unit, std::size_t indicator, double value, std::string text,
                       Verdict before, Verdict after) {
    if (before == after) return;
    found.push_back({unit, static_cast<std::uint16_t>(indicator), value, std::move(text), before, after});
  };
  for (std::size_t i = 0; i < standard.indicators.size(); ++i) {
    const Balance& balance = e.balance[stage].indicators[i];
    const auto& limit = standard.balance.limit[place];
    const bool judged = balance.verdict == Verdict::pass || balance.verdict == Verdict::fail;
    if (!limit || !judged || !std::isfinite(balance.spread.cv)) continue;
    std::string text = number_text(balance.spread.cv, kCvFormDecimals);
    const Decimal shown = parse_decimal(text).value;
    const bool over = compare(ratio_of(shown), limit->value) == std::strong_ordering::greater;
    add(std::nullopt, i, balance.spread.cv, std::move(text), balance.verdict, over ? Verdict::fail : Verdict::pass);
  }
  for (std::size_t i = 0; i < standard.indicators.size(); ++i) {
    const auto& threshold = standard.indicators[i].threshold[place];
    if (!threshold) continue;
    for (std::uint32_t unit = range.begin; unit < range.end; ++unit) {
      const double value = e.indicators[i].value[unit];
      if (!std::isfinite(value)) continue;
      std::string text = number_text(value, kFormDecimals);
      const Decimal shown = parse_decimal(text).value;
      const bool near = standard.unit_rule && at_least(shown, threshold->value, standard.unit_rule->floor);
      const Verdict after = at_least(shown, threshold->value) ? Verdict::pass : near ? Verdict::near : Verdict::fail;
      add(unit, i, value, std::move(text), e.indicators[i].verdict[unit], after);
    }
  }
  return found;
}

}  // namespace junheng
