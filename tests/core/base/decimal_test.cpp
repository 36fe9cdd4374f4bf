// SPDX-License-Identifier: MIT
#include "junheng/decimal.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <limits>
#include <string>

#include "support/random.h"
#include "support/sheet.h"

using junheng::Decimal;
using junheng::DecimalError;
using junheng::parse_decimal;

namespace {

struct Reading {
  const char* text;
  std::int64_t mantissa;
  int scale;
};

TEST(Decimal, ReadsWhatIsWritten) {
  const Reading readings[] = {
      {"0", 0, 0},
      {"-0", 0, 0},
      {"0.000", 0, 0},
      {"7", 7, 0},
      {"007", 7, 0},
      {"+12", 12, 0},
      {"-12.5", -125, 1},
      {"12.50", 125, 1},
      {"0.005", 5, 3},
      {"1200", 1200, 0},
      {"1.2e3", 1200, 0},
      {"1.2E+3", 1200, 0},
      {"125e-2", 125, 2},
      {"1000e-3", 1, 0},
      {"4.2", 42, 1},
      {"1e11", 100000000000, 0},
      {"0.12345678901234567", 12345678901234567, 17},
      {"999999999999.999999", 999999999999999999, 6},
      {"-999999999999.999999", -999999999999999999, 6},
      {"000000000000000000000000000001", 1, 0},
  };
  for (const Reading& each : readings) {
    const auto read = parse_decimal(each.text);
    EXPECT_EQ(read.error, DecimalError::none) << each.text;
    EXPECT_EQ(read.value.mantissa, each.mantissa) << each.text;
    EXPECT_EQ(read.value.scale, each.scale) << each.text;
  }
}

TEST(Decimal, RefusesWhatIsNotANumber) {
  for (const char* text :
       {"",   "-",     "+",    ".",   "e5", "1e", "1e+", "1.2.3", "--1",   "1-",  "1 2",      " 1",
        "1 ", "1,234", "0x10", "l20", "1a", "１", "nan", "inf",   "1e5.5", "NaN", "Infinity", "1_000"}) {
    EXPECT_EQ(parse_decimal(text).error, DecimalError::not_a_number) << '"' << text << '"';
  }
}

TEST(Decimal, RefusesWhatItCannotHoldExactly) {
  for (const char* text :
       {"1000000000000", "-1000000000000", "1e12", "9e400", "123456789012345", "1e99999999999999999999"}) {
    EXPECT_EQ(parse_decimal(text).error, DecimalError::too_large) << text;
  }
  for (const char* text : {"0.123456789012345678", "0.000000000000000001", "1.000000000000000001", "1e-400",
                           "123456789012.1234567", "1e-99999999999999999999"}) {
    EXPECT_EQ(parse_decimal(text).error, DecimalError::too_many_digits) << text;
  }
}

TEST(Decimal, ANumberOf400DigitsIsRefusedWhateverItsDigits) {
  for (const char digit : {'1', '9'}) {
    EXPECT_NE(parse_decimal(std::string(400, digit)).error, DecimalError::none);
    EXPECT_NE(parse_decimal("0." + std::string(400, digit)).error, DecimalError::none);
    EXPECT_NE(parse_decimal("1e" + std::string(400, digit)).error, DecimalError::none);
  }
  EXPECT_EQ(parse_decimal(std::string(400, '0')).value, Decimal{}) << "400 zeros are zero";
  EXPECT_EQ(parse_decimal(std::string(400, '0')).error, DecimalError::none);
}

TEST(Decimal, TrailingZerosAreNotDigits) {
  const auto read = parse_decimal("1.5" + std::string(40, '0'));
  EXPECT_EQ(read.error, DecimalError::none);
  EXPECT_EQ(read.value, (Decimal{15, 1}));
}

/// A random value within the bounds of Decimal, in the form without trailing zeros.
Decimal random_decimal(test::Random& random) {
  const int scale = static_cast<int>(random.below(junheng::kMaxScale + 1));
  const int digits =
      static_cast<int>(random.between(1, std::min(junheng::kMaxDigits, junheng::kMaxWholeDigits + scale)));
  std::int64_t bound = 1;
  for (int i = 0; i < digits; ++i)
    bound *= 10;
  std::int64_t mantissa = random.between(-(bound - 1), bound - 1);
  if (scale > 0 && mantissa % 10 == 0) mantissa += mantissa < 0 ? -1 : 1;
  return {mantissa, static_cast<std::uint8_t>(scale)};
}

TEST(Decimal, TextReadsBackToTheSameValue) {
  test::Random random(1);
  for (int i = 0; i < 20000; ++i) {
    const Decimal value = random_decimal(random);
    const std::string text = to_text(value);
    const auto read = parse_decimal(text);
    ASSERT_EQ(read.error, DecimalError::none) << text;
    ASSERT_EQ(read.value, value) << text;
    ASSERT_EQ(text, test::digits(value.mantissa, value.scale));
  }
}

TEST(Decimal, TextIsTheShortest) {
  EXPECT_EQ(junheng::to_text({125, 1}), "12.5");
  EXPECT_EQ(junheng::to_text({5, 3}), "0.005");
  EXPECT_EQ(junheng::to_text({-5, 1}), "-0.5");
  EXPECT_EQ(junheng::to_text({0, 0}), "0");
  EXPECT_EQ(junheng::to_text({1200, 0}), "1200");
}

TEST(Decimal, ToDoubleIsWithinOneUnitInTheLastPlace) {
  test::Random random(2);
  for (int i = 0; i < 20000; ++i) {
    const Decimal value = random_decimal(random);
    const double nearest = std::strtod(to_text(value).c_str(), nullptr);
    const double got = junheng::to_double(value);
    const double infinite = std::numeric_limits<double>::infinity();
    ASSERT_TRUE(got == nearest || got == std::nextafter(nearest, infinite) || got == std::nextafter(nearest, -infinite))
        << to_text(value);
  }
}

TEST(Decimal, ShiftsByPowersOfTenExactly) {
  EXPECT_EQ(junheng::shifted({1234, 2}, 4), (Decimal{123400, 0}));  // 12.34 万元
  EXPECT_EQ(junheng::shifted({1234, 2}, 1), (Decimal{1234, 1}));
  EXPECT_EQ(junheng::shifted({1234, 2}, -3), (Decimal{1234, 5}));
  EXPECT_EQ(junheng::shifted({1200, 0}, -1), (Decimal{120, 0}));
  EXPECT_EQ(junheng::shifted({-5, 0}, 0), (Decimal{-5, 0}));
  EXPECT_EQ(junheng::shifted({0, 0}, 30), (Decimal{0, 0}));
}

TEST(Decimal, AShiftOutOfTheBoundsGivesNothing) {
  EXPECT_EQ(junheng::shifted({1, 0}, 12), std::nullopt);
  EXPECT_EQ(junheng::shifted({100000001, 0}, 4), std::nullopt);
  EXPECT_EQ(junheng::shifted({1, 17}, -1), std::nullopt);
  EXPECT_EQ(junheng::shifted({999999999999, 0}, 1), std::nullopt);
  EXPECT_EQ(junheng::shifted({1, 0}, 400), std::nullopt);
  EXPECT_EQ(junheng::shifted({1, 0}, -400), std::nullopt);
}

}  // namespace
