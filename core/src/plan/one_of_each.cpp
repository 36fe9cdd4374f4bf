// SPDX-License-Identifier: MIT
#include "plan/one_of_each.h"

#include <algorithm>
#include <limits>

#include "plan/search.h"

namespace junheng {
namespace {

constexpr double kRounding = 1e-12;

struct Begun {
  double cost = 0;
  double takes = 0;
  std::vector<std::size_t> places;
};

/// By a price of the room each takes its way by itself: together they bound every choice from below.
OneOfEach at_price(const std::vector<std::vector<WayOfEach>>& ways, double room, double price) {
  OneOfEach all;
  double takes = 0;
  for (const std::vector<WayOfEach>& of : ways) {
    const auto worth = [&](const WayOfEach& one) { return one.cost + price * one.takes; };
    const auto best = std::min_element(of.begin(), of.end(), [&](const WayOfEach& a, const WayOfEach& b) {
      return worth(a) != worth(b) ? worth(a) < worth(b) : a.takes < b.takes;
    });
    all.places.push_back(static_cast<std::size_t>(best - of.begin()));
    all.cost += best->cost;
    takes += best->takes;
  }
  all.possible = takes <= room;
  all.bound = all.cost + price * (takes - room);
  return all;
}

}  // namespace

OneOfEach one_of_each(const std::vector<std::vector<WayOfEach>>& ways, double room, std::size_t most_followed) {
  const double never = std::numeric_limits<double>::infinity();
  double dearest = 1;
  // The least that all from one place on take.
  std::vector<double> least(ways.size() + 1, 0);
  for (std::size_t i = ways.size(); i-- > 0;) {
    double takes = never;
    for (const WayOfEach& one : ways[i]) {
      takes = std::min(takes, one.takes);
      dearest = std::max(dearest, one.cost);
    }
    least[i] = least[i + 1] + takes;
  }
  if (least[0] > room) return {};
  // The price at which the room is just enough: above it all fit.
  double low = 0;
  double high = 1;
  while (!at_price(ways, room, high).possible && high < dearest * std::numeric_limits<float>::max())
    high *= 2;
  for (int i = 0; i < kHalvings; ++i) {
    const double middle = (low + high) / 2;
    (at_price(ways, room, middle).possible ? high : low) = middle;
  }
  OneOfEach best = at_price(ways, room, high);
  best.price = high;
  const double bound = best.bound;
  if (!best.possible) best.cost = never;
  std::vector<double> rest(ways.size() + 1, 0);
  for (std::size_t i = ways.size(); i-- > 0;) {
    double worth = never;
    for (const WayOfEach& one : ways[i])
      worth = std::min(worth, one.cost + high * one.takes);
    rest[i] = rest[i + 1] + worth;
  }

  std::vector<Begun> begun(1);
  bool all = true;
  for (std::size_t i = 0; i < ways.size(); ++i) {
    std::vector<Begun> next;
    const auto bound_of = [&](const Begun& one) { return one.cost + high * (one.takes - room) + rest[i + 1]; };
    for (const Begun& from : begun) {
      for (std::size_t place = 0; place < ways[i].size(); ++place) {
        Begun one{from.cost + ways[i][place].cost, from.takes + ways[i][place].takes, {}};
        if (one.takes + least[i + 1] > room || bound_of(one) >= best.cost - kRounding * (1 + dearest)) continue;
        one.places = from.places;
        one.places.push_back(place);
        next.push_back(std::move(one));
      }
    }
    std::sort(next.begin(), next.end(),
              [](const Begun& a, const Begun& b) { return a.cost != b.cost ? a.cost < b.cost : a.takes < b.takes; });
    begun.clear();
    for (Begun& one : next) {
      if (begun.empty() || one.takes < begun.back().takes) begun.push_back(std::move(one));
    }
    if (begun.size() <= most_followed) continue;
    all = false;
    std::sort(begun.begin(), begun.end(), [&](const Begun& a, const Begun& b) { return bound_of(a) < bound_of(b); });
    begun.resize(most_followed);
  }
  for (const Begun& one : begun) {
    if (!(one.cost < best.cost)) continue;
    best.possible = true;
    best.cost = one.cost;
    best.places = one.places;
  }
  best.bound = all ? best.cost : std::min(best.cost, bound);
  return best;
}

}  // namespace junheng
