// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>

namespace junheng {

/// As far as a bound may be above a whole multiple and still be that one, relative to it.
inline constexpr double kAboveWhole = 1e-11;

/// A bound up to the next whole multiple of a price: what costs whole multiples costs no less.
inline double whole_multiple(double bound, double price) {
  return std::ceil(bound / price - kAboveWhole * (1 + std::abs(bound) / price)) * price;
}

/// Halvings of an interval of doubles, after which it does not get smaller.
inline constexpr int kHalvings = 64;

/// Cuts of an interval to the last digit that tells.
inline constexpr int kFineCuts = 44;

/// Where a function that is above zero at `low`, where it is `at_low`, and not at `high` stops to be so, to the last digit:
/// false position (Illinois), and the middle where three steps have not halved the interval. It is asked a few times only.
template <typename Value>
double crossing_of(double low, double at_low, double high, const Value& value) {
  double at_high = value(high);
  double width = high - low;
  int side = 0;
  for (int i = 1; i <= 3 * kHalvings; ++i) {
    double place = low + (high - low) * (at_low / (at_low - at_high));
    if (i % 3 == 0) {
      if (high - low > width / 2) place = (low + high) / 2;
      width = high - low;
    }
    if (!(place > low && place < high)) place = (low + high) / 2;
    if (place <= low || place >= high) break;
    const double now = value(place);
    // An end that stays for a second time counts half, so that the next place is beyond where it crosses.
    if (now > 0) {
      low = place;
      at_low = now;
      if (side > 0) at_high /= 2;
      side = 1;
    } else {
      high = place;
      at_high = now;
      if (side < 0) at_low /= 2;
      side = -1;
    }
  }
  return high;
}

/// Where a function that falls and then rises is least between two places (golden section). What it asks on the way may be
/// kept by `value` itself. Each of the cuts leaves five eighths of the interval.
template <typename Value>
double least_of(double low, double high, int cuts, const Value& value) {
  constexpr double kGolden = 0.6180339887498949;
  double left = high - kGolden * (high - low);
  double right = low + kGolden * (high - low);
  double at_left = value(left);
  double at_right = value(right);
  for (int i = 0; i < cuts; ++i) {
    if (at_left <= at_right) {
      high = right;
      right = left;
      at_right = at_left;
      left = high - kGolden * (high - low);
      at_left = value(left);
    } else {
      low = left;
      left = right;
      at_left = at_right;
      right = low + kGolden * (high - low);
      at_right = value(right);
    }
  }
  return at_left <= at_right ? left : right;
}

}  // namespace junheng
