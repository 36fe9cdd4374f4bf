// SPDX-License-Identifier: MIT
#include "junheng/decimal.h"

#include <cstdlib>

#include "base/ascii.h"

namespace junheng {
namespace {

constexpr std::int64_t kMantissaEnd = 1'000'000'000'000'000'000;  // 10^kMaxDigits

std::int64_t int_power_of_ten(int power) {
  std::int64_t result = 1;
  for (int i = 0; i < power; ++i)
    result *= 10;
  return result;
}

bool too_large(std::int64_t mantissa, int scale) {
  const std::int64_t size = mantissa < 0 ? -mantissa : mantissa;
  return size / int_power_of_ten(scale) >= int_power_of_ten(kMaxWholeDigits);
}

/// The same value without trailing zeros; a negative scale is multiplied out. nullopt: out of bounds.
std::optional<Decimal> in_bounds(std::int64_t mantissa, int scale) {
  if (mantissa == 0) return Decimal{};
  while (scale > 0 && mantissa % 10 == 0) {
    mantissa /= 10;
    --scale;
  }
  while (scale < 0) {
    if (mantissa >= kMantissaEnd / 10 || mantissa <= -kMantissaEnd / 10) return std::nullopt;
    mantissa *= 10;
    ++scale;
  }
  if (scale > kMaxScale || too_large(mantissa, scale)) return std::nullopt;
  return Decimal{mantissa, static_cast<std::uint8_t>(scale)};
}

/// What stands after the 'e' of "1.2e3". Beyond four digits every number is out of bounds anyway.
bool read_exponent(std::string_view text, int& exponent) {
  bool negative = false;
  std::size_t i = 0;
  if (i < text.size() && (text[i] == '+' || text[i] == '-')) negative = text[i++] == '-';
  if (i == text.size()) return false;
  int value = 0;
  for (; i < text.size(); ++i) {
    if (!is_digit(text[i])) return false;
    if (value < 10'000) value = value * 10 + (text[i] - '0');
  }
  exponent = negative ? -value : value;
  return true;
}

}  // namespace

DecimalResult parse_decimal(std::string_view digits) {
  const DecimalResult bad{{}, DecimalError::not_a_number};
  std::size_t i = 0;
  bool negative = false;
  if (i < digits.size() && (digits[i] == '-' || digits[i] == '+')) negative = digits[i++] == '-';

  std::int64_t mantissa = 0;
  int significant = 0;
  int scale = 0;  // of the digits taken into the mantissa
  int zeros = 0;  // zeros seen and not yet taken: dropped at the end of a fraction
  bool any = false;
  bool fraction = false;
  bool cut = false;  // a digit that does not fit
  long whole_dropped = 0;
  for (; i < digits.size(); ++i) {
    const char c = digits[i];
    if (c == '.') {
      if (fraction) return bad;
      fraction = true;
      continue;
    }
    if (c == 'e' || c == 'E') break;
    if (!is_digit(c)) return bad;
    any = true;
    if (c == '0' && significant == 0) {
      if (fraction) ++scale;
      continue;
    }
    if (c == '0' && fraction) {
      ++zeros;
      continue;
    }
    if (significant + zeros >= kMaxDigits) {
      cut = true;
      if (!fraction) ++whole_dropped;
      continue;
    }
    for (; zeros > 0; --zeros) {
      mantissa *= 10;
      ++scale;
      ++significant;
    }
    mantissa = mantissa * 10 + (c - '0');
    ++significant;
    if (fraction) ++scale;
  }
  if (!any) return bad;
  int exponent = 0;
  if (i < digits.size() && !read_exponent(digits.substr(i + 1), exponent)) return bad;
  if (mantissa == 0) return {};
  if (whole_dropped > 0) return {{}, DecimalError::too_large};
  if (cut) return {{}, DecimalError::too_many_digits};
  const int shifted_scale = scale - exponent;
  const std::optional<Decimal> value = in_bounds(negative ? -mantissa : mantissa, shifted_scale);
  if (value) return {*value, DecimalError::none};
  return {{}, shifted_scale > kMaxScale ? DecimalError::too_many_digits : DecimalError::too_large};
}

std::optional<Decimal> shifted(Decimal value, int power) {
  return in_bounds(value.mantissa, value.scale - power);
}

double to_double(Decimal value) {
  return static_cast<double>(value.mantissa) / static_cast<double>(int_power_of_ten(value.scale));
}

std::string to_text(Decimal value) {
  const bool negative = value.mantissa < 0;
  std::string digits = std::to_string(negative ? -value.mantissa : value.mantissa);
  if (value.scale > 0) {
    const std::size_t scale = value.scale;
    if (digits.size() <= scale) digits.insert(0, scale + 1 - digits.size(), '0');
    digits.insert(digits.size() - scale, 1, '.');
  }
  return negative ? "-" + digits : digits;
}

}  // namespace junheng
