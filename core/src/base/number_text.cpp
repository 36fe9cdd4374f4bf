// SPDX-License-Identifier: MIT
#include "junheng/number_text.h"

#include <algorithm>
#include <cmath>
#include <compare>

#include "base/shortest.h"
#include "junheng/decimal.h"

namespace junheng {
namespace {

constexpr int kMostDecimals = 12;
/// What spreadsheets show at most; the digits behind are the noise of binary arithmetic.
constexpr int kShownDigits = 15;
/// Digits behind the normal ones that a number is given before it is cut with "…".
constexpr int kPlacesBeforeCut = 2;

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

/// What a number shows, with its sign. Zero has no digits and no sign.
struct Shown {
  Digits number;
  bool negative = false;
};

Shown shown(double value, int decimals) {
  Shown result{digits_of(std::abs(value)), value < 0};
  round_to(result.number, kShownDigits);
  round_to(result.number, result.number.point + decimals);
  while (!result.number.digits.empty() && result.number.digits.back() == '0')
    result.number.digits.pop_back();
  if (result.number.digits.empty()) result = {};
  return result;
}

std::strong_ordering operator<=>(const Shown& a, const Shown& b) {
  if (a.negative != b.negative) return a.negative ? std::strong_ordering::less : std::strong_ordering::greater;
  const Digits& x = (a.negative ? b : a).number;
  const Digits& y = (a.negative ? a : b).number;
  if (x.digits.empty() || y.digits.empty()) return !x.digits.empty() <=> !y.digits.empty();
  return x.point != y.point ? x.point <=> y.point : x.digits.compare(y.digits) <=> 0;
}

bool beyond(const Shown& number, const Bar& bar) {
  const std::strong_ordering order = number <=> shown(bar.at, kShownDigits);
  return order == std::strong_ordering::greater || (bar.reached_is_over && order == std::strong_ordering::equal);
}

std::string written(const Shown& number, int decimals) {
  const Digits& digits = number.number;
  const auto digit_at = [&](int place) {  // place 0: the first behind the point
    const int index = digits.point + place;
    return index >= 0 && index < static_cast<int>(digits.digits.size()) ? digits.digits[static_cast<std::size_t>(index)]
                                                                        : '0';
  };
  std::string text = number.negative ? "-" : "";
  for (int place = -std::max(digits.point, 1); place < 0; ++place)
    text.push_back(digit_at(place));
  if (decimals > 0) text.push_back('.');
  for (int place = 0; place < decimals; ++place)
    text.push_back(digit_at(place));
  return text;
}

/// A number too near to its bar for any digit to tell: that of the bar, or the step below it, and that there is more.
std::string cut_at(const Bar& bar, int decimals) {
  const int places = std::max(decimals + kPlacesBeforeCut, decimals_of(bar.at, kMostDecimals));
  const double step = std::pow(10.0, -places);
  // Away from zero a cut number is larger than what is written.
  const bool further = (bar.at < 0) != bar.over;
  const double away = bar.at < 0 ? step : -step;
  return written(shown(further ? bar.at : bar.at + away, places), places) + "…";
}

}  // namespace

/// Half up on the first 15 digits, as spreadsheets show numbers: 0.125 is 0.13, and 2.675 is 2.68 although its binary
/// neighbour lies below.
std::string number_text(double value, int decimals) {
  return std::isfinite(value) ? written(shown(value, decimals), decimals) : "";
}

int decimals_of(double value, int most) {
  if (!std::isfinite(value)) return 0;
  const Digits number = shown(value, most).number;
  return std::max(0, static_cast<int>(number.digits.size()) - number.point);
}

std::string number_beside(double value, std::span<const Bar> bars, int decimals) {
  // Further off than a whole step, no rounding gets to the bar: nearly always.
  const double step = std::pow(10.0, -decimals);
  const bool far =
      std::all_of(bars.begin(), bars.end(), [&](const Bar& bar) { return std::abs(value - bar.at) > step; });
  if (far || !std::isfinite(value)) return number_text(value, decimals);
  const auto crossed = [&](const Shown& number) {
    return std::find_if(bars.begin(), bars.end(), [&](const Bar& bar) { return beyond(number, bar) != bar.over; });
  };
  for (int places = decimals; places <= kMostDecimals; ++places) {
    const Shown number = shown(value, places);
    if (crossed(number) == bars.end()) return written(number, places);
  }
  return cut_at(*crossed(shown(value, kMostDecimals)), decimals);
}

}  // namespace junheng
