// SPDX-License-Identifier: MIT
#include "junheng/number_text.h"

#include <algorithm>
#include <cmath>

#include "base/shortest.h"
#include "junheng/decimal.h"

namespace junheng {
namespace {

constexpr int kMostDecimals = 12;
/// What spreadsheets show at most; the digits behind are the noise of binary arithmetic.
constexpr int kShownDigits = 15;

/// 0.d1d2d3… * 10^point, d1 not zero; no digits for zero.
struct Digits {
  std::string digits;
  int point = 0;
};

/// Keeps `count` digits, half up.
void round_to(Digits& number, int count) {
  if (count >= static_cast<int>(number.digits.size())) return;
  const bool up = count >= 0 && number.digits[static_cast<std::size_t>(count)] >= '5';
  number.digits.resize(static_cast<std::size_t>(std::max(count, 0)));
  if (!up) return;
  std::size_t i = number.digits.size();
  while (i > 0 && number.digits[i - 1] == '9')
    number.digits[--i] = '0';
  if (i > 0) {
    ++number.digits[i - 1];
  } else {
    number.digits.insert(0, 1, '1');
    ++number.point;
  }
}

Digits digits_of(double value) {
  ShortestBuffer buffer;
  const std::string_view text = shortest(value, buffer);
  const std::size_t mark = text.find('e');
  Digits number;
  bool fraction = false;
  for (const char c : text.substr(0, mark)) {
    if (c == '.') {
      fraction = true;
      continue;
    }
    if (!fraction) ++number.point;
    number.digits.push_back(c);
  }
  if (mark != std::string_view::npos) {
    number.point += static_cast<int>(parse_decimal(text.substr(mark + 1)).value.mantissa);
  }
  const std::size_t zeros = number.digits.find_first_not_of('0');
  if (zeros == std::string::npos) return {};
  number.digits.erase(0, zeros);
  number.point -= static_cast<int>(zeros);
  return number;
}

}  // namespace

/// Half up on the first 15 digits, as spreadsheets show numbers: 0.125 is 0.13, and 2.675 is 2.68 although its binary
/// neighbour lies below.
std::string number_text(double value, int decimals) {
  if (!std::isfinite(value)) return "";
  Digits number = digits_of(std::abs(value));
  round_to(number, kShownDigits);
  round_to(number, number.point + decimals);
  const bool zero = number.digits.find_first_not_of('0') == std::string::npos;
  const auto digit_at = [&](int place) {  // place 0: the first behind the point
    const int index = number.point + place;
    return index >= 0 && index < static_cast<int>(number.digits.size()) ? number.digits[static_cast<std::size_t>(index)]
                                                                        : '0';
  };
  std::string text = value < 0 && !zero ? "-" : "";
  for (int place = -std::max(number.point, 1); place < 0; ++place)
    text.push_back(digit_at(place));
  if (decimals > 0) text.push_back('.');
  for (int place = 0; place < decimals; ++place)
    text.push_back(digit_at(place));
  return text;
}

std::string number_beside_limit(double value, double limit, int decimals, bool at_least) {
  return number_beside_limit(value, limit, decimals, at_least, at_least ? value >= limit : value <= limit);
}

std::string number_beside_limit(double value, double limit, int decimals, bool at_least, bool met) {
  if (!std::isfinite(value)) return "";
  for (int digits = decimals; digits <= kMostDecimals; ++digits) {
    std::string text = number_text(value, digits);
    const DecimalResult read = parse_decimal(text);
    const double shown = read.error == DecimalError::none ? to_double(read.value) : value;
    if ((at_least ? shown >= limit : shown <= limit) == met) return text;
  }
  return number_text(value, kMostDecimals) + "…";
}

}  // namespace junheng
