// SPDX-License-Identifier: MIT
#include "outlook/cohorts.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace junheng {

double power(double base, std::size_t power) {
  double result = 1;
  for (std::size_t i = 0; i < power; ++i)
    result *= base;
  return result;
}

Cohorts::Cohorts(std::uint32_t pupils, std::uint32_t grades, double growth) : growth_(growth) {
  if (grades == 0) {
    fixed_ = pupils;
    return;
  }
  average_ = static_cast<double>(pupils) / grades;
  for (std::uint32_t grade = 0; grade < grades; ++grade)
    grades_.push_back(pupils / grades + (grade < pupils % grades ? 1 : 0));
}

void Cohorts::move_up(std::optional<std::uint32_t> known) {
  ++years_;
  if (grades_.empty()) return;
  left_ = grades_.back();
  grades_.pop_back();
  const auto grown = std::llround(average_ * power(1 + growth_, years_)) - std::llround(average_);
  entered_ = known ? *known : std::max<std::int64_t>(left_ + grown, 0);
  grades_.push_front(entered_);
}

std::int64_t Cohorts::pupils() const {
  return std::accumulate(grades_.begin(), grades_.end(), fixed_);
}

}  // namespace junheng
