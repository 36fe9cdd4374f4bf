// SPDX-License-Identifier: MIT
#include "table/stored_value.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "base/utf8.h"
#include "junheng/decimal.h"

namespace junheng {
namespace {

/// Spreadsheets compute in binary and show 15 digits; some write two more, which are noise.
Decimal without_noise(Decimal value) {
  constexpr std::int64_t kMost = 1'000'000'000'000'000;
  while (value.scale > 0 && (value.mantissa >= kMost || value.mantissa <= -kMost)) {
    value.mantissa = (value.mantissa + (value.mantissa > 0 ? 5 : -5)) / 10;
    --value.scale;
  }
  while (value.scale > 0 && value.mantissa % 10 == 0) {
    value.mantissa /= 10;
    --value.scale;
  }
  return value;
}

std::string without_currency(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    const char32_t point = take_code_point(text);
    if (!is_space(point) && point != U'¥' && point != U'￥' && point != U',') append_code_point(plain, point);
  }
  return plain;
}

}  // namespace

bool is_accounting_zero(std::string_view shown, std::string_view stored) {
  const DecimalResult exact = parse_decimal(stored);
  if (exact.error != DecimalError::none || exact.value.mantissa != 0) return false;
  const std::string plain = without_currency(shown);
  return plain == "-" || plain == "—" || plain == "–";
}

bool is_stored_time(std::string_view shown, std::string_view stored) {
  // As spreadsheets write it: 5.2E-2.
  const bool number = stored.find_first_not_of("0123456789.eE+-") == std::string_view::npos;
  return number && std::count(shown.begin(), shown.end(), ':') == 1 &&
         shown.find_first_not_of("0123456789:") == std::string_view::npos;
}

std::optional<std::string> exact_value(std::string_view shown, std::string_view stored) {
  if (stored.empty()) return std::nullopt;
  std::string plain = without_currency(shown);
  const bool percent = !plain.empty() && plain.back() == '%';
  if (percent) plain.pop_back();
  DecimalResult exact = parse_decimal(stored);
  if (exact.error != DecimalError::none) return std::nullopt;
  exact.value = without_noise(exact.value);
  // A format can show nothing of a number that is there.
  if (plain.find_first_not_of('#') == std::string::npos && plain.size() != 1) return to_text(exact.value);
  // "60.13万元", where only the digits are rounded.
  const std::size_t unit_begin = std::min(plain.find_last_of("0123456789") + 1, plain.size());
  const std::string suffix = plain.substr(unit_begin);
  plain.resize(unit_begin);
  const DecimalResult rounded = parse_decimal(plain);
  if (rounded.error != DecimalError::none) return std::nullopt;
  if (percent) exact.value = shifted(exact.value, 2).value_or(Decimal{});
  const double unit = std::pow(10.0, -static_cast<double>(rounded.value.scale));
  const double difference = std::abs(to_double(rounded.value) - to_double(exact.value));
  if (difference == 0 || difference > unit * 0.500001) return std::nullopt;
  return to_text(exact.value) + (percent ? "%" : suffix);
}

}  // namespace junheng
