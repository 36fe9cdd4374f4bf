// SPDX-License-Identifier: MIT
#include "junheng/judged_text.h"

namespace junheng {
namespace {

/// Points are sums of what the items have: a few digits, none of them lost.
constexpr int kMostPointDecimals = 4;

double scaled(Decimal value, int power) {
  return to_double(shifted(value, power).value_or(value));
}

}  // namespace

Bar bar_of(const Limit& limit, Compare how, bool met, int power) {
  const bool from_below = how == Compare::at_least || how == Compare::above;
  return {scaled(limit.value, power), how == Compare::at_least || how == Compare::below, from_below == met};
}

std::string cv_text(double cv, const std::optional<Limit>& limit, Verdict verdict, int decimals) {
  if (!limit || (verdict != Verdict::pass && verdict != Verdict::fail)) return number_text(cv, decimals);
  const Bar bar = bar_of(*limit, Compare::at_most, verdict == Verdict::pass);
  return number_beside(cv, {&bar, 1}, decimals);
}

std::string step_text(const Evaluation& e, std::size_t stage, std::size_t indicator, const Step& step, int decimals) {
  if (!step.judged) return number_text(step.value, decimals_of(step.value, decimals) == 0 ? 0 : decimals);
  const auto at = static_cast<std::size_t>(e.split.stages[stage].stage);
  return cv_text(step.value, e.standard->balance.limit[at], e.balance[stage].indicators[indicator].verdict, decimals);
}

std::string unit_value_text(const Evaluation& e, Stage stage, std::size_t indicator, std::uint32_t unit) {
  const Indicator& rule = e.standard->indicators[indicator];
  const IndicatorColumn& column = e.indicators[indicator];
  const Verdict verdict = column.verdict[unit];
  const auto& threshold = rule.threshold[static_cast<std::size_t>(stage)];
  if (!threshold || !e.standard->unit_rule) return number_text(column.value[unit], rule.decimals);
  const double floor = to_double(threshold->value) * to_double(e.standard->unit_rule->floor);
  const Bar bars[] = {bar_of(*threshold, Compare::at_least, verdict == Verdict::pass),
                      {floor, true, verdict != Verdict::fail}};
  return number_beside(column.value[unit], bars, rule.decimals);
}

std::string score_text(double score, double pass, Verdict verdict) {
  const Bar bar{pass, true, verdict == Verdict::pass};
  return number_beside(score, {&bar, 1}, decimals_of(score, kMostPointDecimals));
}

}  // namespace junheng
