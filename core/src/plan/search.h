// SPDX-License-Identifier: MIT
#pragma once

namespace junheng {

/// Halvings of an interval of doubles, after which it does not get smaller.
inline constexpr int kHalvings = 64;

/// Cuts of an interval to the last digit that tells.
inline constexpr int kFineCuts = 44;

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
