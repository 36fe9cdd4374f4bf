// SPDX-License-Identifier: MIT
#include "plan/levels.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <utility>

#include "base/sort_places.h"

namespace junheng {

void Levels::add(double low, double high, double weight, double rise) {
  if (!(high > low)) return;
  ends_.push_back({low, weight, -weight * low, -weight * low * low, 1 / rise, -low / rise});
  ends_.push_back({high, -weight, weight * high, weight * high * high, -1 / rise, high / rise});
}

void Levels::sort() {
  std::vector<std::uint32_t> places(ends_.size());
  std::iota(places.begin(), places.end(), 0U);
  sort_places(places, [this](std::uint32_t a, std::uint32_t b) { return ends_[a].level < ends_[b].level; });
  std::vector<End> sorted;
  sorted.reserve(ends_.size());
  End all;
  for (const std::uint32_t place : places) {
    const End& end = ends_[place];
    all.weight += end.weight;
    all.mean += end.mean;
    all.square += end.square;
    all.per_rise += end.per_rise;
    all.steps += end.steps;
    all.level = end.level;
    sorted.push_back(all);
  }
  ends_ = std::move(sorted);
}

Levels::At Levels::at(double level) const {
  const auto above =
      std::upper_bound(ends_.begin(), ends_.end(), level, [](double at, const End& end) { return at < end.level; });
  if (above == ends_.begin()) return {};
  const End& end = *(above - 1);
  return {{end.mean + end.weight * level, end.square + end.weight * level * level}, end.steps + end.per_rise * level};
}

}  // namespace junheng
