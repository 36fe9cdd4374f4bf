// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "junheng/words.h"

namespace junheng {
namespace {

constexpr int kMostDecimals = 12;

/// Adds one to the last digit of a decimal text without sign: "9.99" becomes "10.00".
void add_one_at_end(std::string& digits) {
  for (std::size_t i = digits.size(); i-- > 0;) {
    if (digits[i] == '.') continue;
    if (digits[i] != '9') {
      ++digits[i];
      return;
    }
    digits[i] = '0';
  }
  digits.insert(digits.begin(), '1');
}

}  // namespace

/// Half up on the shortest 15 digits, as spreadsheets show numbers: 0.125 is 0.13, and 2.675 is 2.68 although its
/// binary neighbour lies below.
std::string number_text(double value, int decimals) {
  if (!std::isfinite(value)) return "";
  char buffer[400];
  const double size = std::abs(value);
  const int whole_digits = size < 1 ? 1 : static_cast<int>(std::floor(std::log10(size))) + 1;
  std::snprintf(buffer, sizeof buffer, "%.*f", std::clamp(15 - whole_digits, decimals, 18), size);
  std::string digits = buffer;
  const std::size_t point = digits.find('.');
  const std::size_t keep = point == std::string::npos
                               ? digits.size()
                               : point + (decimals > 0 ? 1U + static_cast<std::size_t>(decimals) : 0U);
  const char next = keep < digits.size() ? digits[keep == point ? keep + 1 : keep] : '0';
  digits.resize(std::min(keep, digits.size()));
  if (next >= '5') add_one_at_end(digits);
  const bool zero = digits.find_first_not_of("0.") == std::string::npos;
  return value < 0 && !zero ? "-" + digits : digits;
}

std::string number_beside_limit(double value, double limit, int decimals, bool at_least) {
  return number_beside_limit(value, limit, decimals, at_least, at_least ? value >= limit : value <= limit);
}

std::string number_beside_limit(double value, double limit, int decimals, bool at_least, bool met) {
  if (!std::isfinite(value)) return "";
  for (int digits = decimals; digits <= kMostDecimals; ++digits) {
    std::string text = number_text(value, digits);
    const double shown = std::strtod(text.c_str(), nullptr);
    if ((at_least ? shown >= limit : shown <= limit) == met) return text;
  }
  return number_text(value, kMostDecimals) + "…";
}

}  // namespace junheng
