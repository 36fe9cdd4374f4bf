// SPDX-License-Identifier: MIT
#include "judge/printed.h"

#include <cmath>

#include "base/decimal_ratio.h"
#include "judge/fact_checks.h"
#include "roster/fact_names.h"

namespace junheng {
namespace {

/// How far the mean of printed coefficients may be from that of what they were rounded from.
double rounding_of_mean(const Prepared& prepared, const CountyFacts& facts, std::uint8_t stage,
                        const std::vector<Balance>& indicators) {
  double sum = 0;
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    const std::string key = std::string(kCoefficientKey) + prepared.standard->indicators[i].id;
    const Fact* const fact = indicators[i].given ? facts.find(key, stage) : nullptr;
    if (fact != nullptr) sum += rounding_of(*fact);
  }
  return sum / static_cast<double>(indicators.size());
}

}  // namespace

std::vector<QuotedIssue> take_printed_composites(const Prepared& prepared, std::vector<StageBalance>& balance) {
  std::vector<QuotedIssue> issues;
  if (prepared.standard->balance.kind != BalanceKind::composite) return issues;
  const std::string key = std::string(kCoefficientKey) + std::string(kComposite);
  for (std::size_t s = 0; s < balance.size(); ++s) {
    const StageUnits& stage = prepared.split.stages[s];
    const auto at = static_cast<std::uint8_t>(stage.stage);
    const CountyFacts* const facts = facts_for(prepared, stage.county);
    const Fact* const fact = facts == nullptr ? nullptr : facts->find(key, at);
    const auto& limit = prepared.standard->balance.limit[at];
    if (fact == nullptr || !limit) continue;
    StageBalance& one = balance[s];
    const double value = to_double(fact->value);
    if (!std::isnan(one.composite_cv)) {
      const double rounding = rounding_of(*fact) + rounding_of_mean(prepared, *facts, at, one.indicators);
      if (std::abs(one.composite_cv - value) <= rounding) continue;
      issues.push_back({IssueCode::composite_differs, kNoSubject, fact->line, fact->name + "：" + fact->found});
      continue;
    }
    if (stage.begin != stage.end) continue;
    one.composite_given = true;
    one.composite_cv = value;
    one.composite_verdict =
        compare(ratio_of(fact->value), limit->value) == std::strong_ordering::greater ? Verdict::fail : Verdict::pass;
  }
  return issues;
}

}  // namespace junheng
