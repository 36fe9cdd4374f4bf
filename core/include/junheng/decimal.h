// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace junheng {

/// A decimal number exactly as it was written: mantissa / 10^scale, without trailing zeros.
///
/// Invariant of every function that returns one, so that the exact comparisons of exact.h cannot overflow:
/// |mantissa| < 10^18, scale <= 17, |value| < 10^12.
struct Decimal {
  std::int64_t mantissa = 0;
  std::uint8_t scale = 0;

  friend bool operator==(const Decimal&, const Decimal&) = default;
};

inline constexpr int kMaxDigits = 18;
inline constexpr int kMaxScale = 17;
inline constexpr int kMaxWholeDigits = 12;

/// Why a text is not a Decimal.
enum class DecimalError : std::uint8_t {
  none,
  not_a_number,
  too_many_digits,  ///< more than kMaxDigits significant digits, or more than kMaxScale after the point
  too_large,        ///< 10^12 or more
};

struct DecimalResult {
  Decimal value;
  DecimalError error = DecimalError::none;
};

/// Parses plain ASCII digits with an optional sign, point and exponent ("-12.50", "1.2e3"); nothing else.
/// Spaces, thousands marks and full-width digits are removed by table/cell.h first.
[[nodiscard]] DecimalResult parse_decimal(std::string_view digits);

/// Returns value * 10^power, exact; nullopt where the result would violate the bounds.
[[nodiscard]] std::optional<Decimal> shifted(Decimal value, int power);

/// The nearest double of mantissa and of 10^scale, divided: within one unit in the last place.
[[nodiscard]] double to_double(Decimal value);

/// The shortest text that parse_decimal reads back to the same value.
[[nodiscard]] std::string to_text(Decimal value);

}  // namespace junheng
