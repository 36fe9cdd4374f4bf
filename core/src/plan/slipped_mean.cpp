// SPDX-License-Identifier: MIT
#include <cmath>
#include <cstddef>
#include <vector>

#include "junheng/balance.h"
#include "plan/slipped_stage.h"

namespace junheng {

/// The mean of the coefficients from those that changed; exactly where it is nearer to its limit than all may be off.
void SlippedStage::add_mean(SlipEffect& effect, const std::vector<Followed>& all) const {
  const std::vector<Balance>& indicators = e_.balance[stage_].indicators;
  std::vector<const Followed*> changed(indicators.size(), nullptr);
  for (const Followed& one : all)
    changed[one.indicator.indicator] = &one;
  double sum = 0;
  double error = 0;
  for (std::size_t i = 0; i < indicators.size(); ++i) {
    const double cv = changed[i] ? changed[i]->indicator.cv : indicators[i].spread.cv;
    sum += cv;
    error += kCvErrorBound * (1 + cv) + (changed[i] ? changed[i]->error : 0);
  }
  const auto count = static_cast<double>(indicators.size());
  effect.mean_cv = sum / count;
  effect.mean_verdict = Verdict::unknown;
  if (std::isnan(effect.mean_cv) || !limit_) return;
  bool over = effect.mean_cv > to_double(limit_->value);
  if (std::abs(effect.mean_cv - to_double(limit_->value)) <= error / count) {
    std::vector<std::vector<WeightedRatio>> units;
    for (std::size_t i = 0; i < indicators.size(); ++i)
      units.push_back(units_with(i, changed[i] && changed[i]->changed ? &*changed[i]->changed : nullptr));
    over = compare_mean_cv(units, limit_->value) == std::strong_ordering::greater;
  }
  effect.mean_verdict = over ? Verdict::fail : Verdict::pass;
}

}  // namespace junheng
