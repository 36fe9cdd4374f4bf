// SPDX-License-Identifier: MIT
#include "plan/pupil_need.h"

#include <algorithm>
#include <numeric>

#include "base/sort_places.h"
#include "plan/search.h"
#include "plan/steps.h"

namespace junheng {
namespace {

/// What may not be had counts so much dearer: pupils go where it is there.
constexpr double kNotToBeHad = 100;

double number_of(const std::optional<Decimal>& limit) {
  return limit ? to_double(*limit) : 0;
}

}  // namespace

PupilNeeds::PupilNeeds(const PlanProblem& problem) : problem_(problem), had_(problem.indicators.size()) {
  for (std::size_t i = 0; i < had_.size(); ++i) {
    const PlanIndicator& indicator = problem.indicators[i];
    Had& had = had_[i];
    had.threshold = number_of(indicator.threshold);
    had.limit = number_of(indicator.cv_limit);
    for (std::size_t unit = 0; unit < problem.pupils.size(); ++unit) {
      const PlanCell& cell = indicator.cells[unit];
      had.amount.push_back(to_double(Ratio{cell.base, cell.under}) * problem.pupils[unit]);
      had.step.push_back(to_double(Ratio{cell.rise, cell.under}) * problem.pupils[unit]);
      const bool none = !indicator.most.empty() && indicator.most[unit] == 0;
      had.price.push_back(to_double(indicator.price) * (none ? kNotToBeHad : 1));
    }
  }
}

/// By indicator and unit: the value that has to be reached, where each unit lets those stay that spare most.
std::vector<std::vector<double>> PupilNeeds::floors(const std::vector<double>& pupils) const {
  std::vector<std::vector<double>> floors(had_.size());
  for (std::size_t i = 0; i < had_.size(); ++i)
    floors[i].assign(pupils.size(), problem_.rule ? had_[i].threshold : 0);
  if (!problem_.rule) return floors;
  const double part = to_double(problem_.rule->floor);
  std::vector<std::uint32_t> judged;
  for (std::uint32_t i = 0; i < had_.size(); ++i) {
    if (had_[i].threshold > 0) judged.push_back(i);
  }
  const auto wanted = static_cast<std::size_t>(std::max(problem_.rule->meet_at_least, 0));
  const std::size_t may_stay = judged.size() - std::min(judged.size(), wanted);
  for (std::size_t unit = 0; unit < pupils.size(); ++unit) {
    std::vector<double> spared(had_.size());
    for (const std::uint32_t i : judged) {
      const Had& had = had_[i];
      const double high = had.threshold * pupils[unit];
      const double low = std::max(part * high, had.amount[unit]);
      spared[i] = std::max(0.0, high - low) / had.step[unit] * had.price[unit];
      if (!is_judged(problem_, unit)) floors[i][unit] = 0;
    }
    std::vector<std::uint32_t> first = judged;
    sort_places(first, [&](std::uint32_t a, std::uint32_t b) { return spared[a] > spared[b]; });
    for (std::size_t place = 0; place < may_stay; ++place)
      floors[first[place]][unit] *= part;
  }
  return floors;
}

void PupilNeeds::add(PupilNeed& need, const Had& had, const std::vector<double>& floor,
                     const std::vector<double>& pupils) {
  const std::size_t units = pupils.size();
  const double all = std::accumulate(pupils.begin(), pupils.end(), 0.0);
  const double factor = 1 + had.limit * had.limit;
  std::vector<double> lowest(units);
  double highest = 0;
  for (std::size_t unit = 0; unit < units; ++unit) {
    lowest[unit] = std::max(had.amount[unit] / pupils[unit], floor[unit]);
    highest = std::max(highest, lowest[unit]);
  }
  const auto sums_at = [&](double level) {
    PlanSums sums;
    for (std::size_t unit = 0; unit < units; ++unit)
      sums.change(pupils[unit] / all, 0, std::max(lowest[unit], level));
    return sums;
  };
  double level = 0;
  const bool over = had.limit > 0 && sums_at(0).over(had.limit) > 0;
  if (over) {
    double low = 0;
    level = highest;
    for (int i = 0; i < kFineCuts; ++i) {
      const double middle = (low + level) / 2;
      (sums_at(middle).over(had.limit) > 0 ? low : level) = middle;
    }
  }
  const double mean = sums_at(level).mean;
  double of_level = 0;  // of what the coefficient is over
  double cost_of_level = 0;
  for (std::size_t unit = 0; unit < units; ++unit) {
    const double value = std::max(lowest[unit], level);
    const double missing = value * pupils[unit] - had.amount[unit];
    if (!(missing > 0)) continue;
    const double price = had.price[unit] / had.step[unit];
    need.cost += missing * price;
    need.by_pupil[unit] += value * price;
    if (value > level) continue;
    of_level += 2 * pupils[unit] * (level - factor * mean);
    cost_of_level += pupils[unit] * price;
  }
  if (!over || of_level == 0) return;
  for (std::size_t unit = 0; unit < units; ++unit) {
    const double value = std::max(lowest[unit], level);
    const bool raised = value * pupils[unit] > had.amount[unit];
    const double of_pupil = raised ? value * value - 2 * factor * mean * value : -value * value;
    need.by_pupil[unit] -= of_pupil / of_level * cost_of_level;
  }
}

PupilNeed PupilNeeds::of(const std::vector<double>& pupils) const {
  PupilNeed need{0, std::vector<double>(pupils.size(), 0)};
  const auto all = floors(pupils);
  for (std::size_t i = 0; i < had_.size(); ++i)
    add(need, had_[i], all[i], pupils);
  return need;
}

}  // namespace junheng
