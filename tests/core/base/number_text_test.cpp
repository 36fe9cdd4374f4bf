// SPDX-License-Identifier: MIT
// Numbers for people: rounded as spreadsheets do, and with more digits where rounding would contradict a verdict.
#include "junheng/number_text.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <string>
#include <vector>

#include "support/random.h"

using junheng::Bar;
using junheng::number_beside;

namespace {

/// The four comparisons, for a number that meets its limit or does not.
std::string at_least(double value, double limit, int decimals, bool met) {
  const Bar bar{limit, true, met};
  return number_beside(value, {&bar, 1}, decimals);
}
std::string above(double value, double limit, int decimals, bool met) {
  const Bar bar{limit, false, met};
  return number_beside(value, {&bar, 1}, decimals);
}
std::string at_most(double value, double limit, int decimals, bool met) {
  const Bar bar{limit, false, !met};
  return number_beside(value, {&bar, 1}, decimals);
}
std::string below(double value, double limit, int decimals, bool met) {
  const Bar bar{limit, true, !met};
  return number_beside(value, {&bar, 1}, decimals);
}

TEST(NumberText, HalfUpAsSpreadsheetsDo) {
  EXPECT_EQ(junheng::number_text(0, 2), "0.00");
  EXPECT_EQ(junheng::number_text(4.2, 2), "4.20");
  EXPECT_EQ(junheng::number_text(0.125, 2), "0.13");
  EXPECT_EQ(junheng::number_text(1.005, 2), "1.01");
  EXPECT_EQ(junheng::number_text(0.615, 2), "0.62");
  EXPECT_EQ(junheng::number_text(2.5, 0), "3");
  EXPECT_EQ(junheng::number_text(0.5152566298843384, 4), "0.5153");
  EXPECT_EQ(junheng::number_text(9711.6272040, 2), "9711.63");
  EXPECT_EQ(junheng::number_text(999.995, 2), "1000.00");
  EXPECT_EQ(junheng::number_text(123456789012.0, 0), "123456789012");
  EXPECT_EQ(junheng::number_text(-3.455, 2), "-3.46");
  EXPECT_EQ(junheng::number_text(-0.001, 2), "0.00") << "nothing is below zero that is shown as zero";
  EXPECT_EQ(junheng::number_text(std::nan(""), 2), "");
}

TEST(NumberText, HasTheDigitsThatItHas) {
  EXPECT_EQ(junheng::decimals_of(84, 4), 0);
  EXPECT_EQ(junheng::decimals_of(84.5, 4), 1);
  EXPECT_EQ(junheng::decimals_of(0.0625, 4), 4);
  EXPECT_EQ(junheng::decimals_of(1.0 / 3, 4), 4);
  EXPECT_EQ(junheng::decimals_of(0.1 + 0.2, 12), 1) << "the noise of binary arithmetic is no digit";
  EXPECT_EQ(junheng::decimals_of(1200, 4), 0);
}

TEST(NumberBeside, MoreDigitsWhereRoundingWouldContradict) {
  EXPECT_EQ(at_most(0.5312, 0.5, 2, false), "0.53");
  EXPECT_EQ(at_most(0.5004, 0.5, 2, false), "0.5004");
  EXPECT_EQ(at_most(0.50000001, 0.5, 2, false), "0.50000001");
  EXPECT_EQ(at_most(0.5, 0.5, 2, true), "0.50");
  EXPECT_EQ(at_most(0.4996, 0.5, 2, true), "0.50") << "at the limit is within the limit";
  EXPECT_EQ(at_least(4.196, 4.2, 2, false), "4.196");
  EXPECT_EQ(at_least(4.2, 4.2, 2, true), "4.20");
  EXPECT_EQ(at_least(4.204, 4.2, 2, true), "4.20");
  EXPECT_EQ(at_least(1999.999, 2000, 2, false), "1999.999");
}

/// A number that has to be below 0.15 or above 8.5 is not shown as equal to it.
TEST(NumberBeside, StrictLimits) {
  EXPECT_EQ(below(0.1496, 0.15, 2, true), "0.1496");
  EXPECT_EQ(below(0.144, 0.15, 2, true), "0.14");
  EXPECT_EQ(below(0.15, 0.15, 2, false), "0.15");
  EXPECT_EQ(below(0.1504, 0.15, 2, false), "0.15");
  EXPECT_EQ(above(8.503, 8.5, 2, true), "8.503");
  EXPECT_EQ(above(8.5, 8.5, 2, false), "8.50");
  EXPECT_EQ(above(8.4999, 8.5, 2, false), "8.50");
}

TEST(NumberBeside, TheFloorBelowTheThresholdIsALimitToo) {
  const auto shown = [](double value, bool meets, bool near) {
    const std::vector<Bar> bars = {{1.0, true, meets}, {0.85, true, near}};
    return number_beside(value, bars, 2);
  };
  EXPECT_EQ(shown(0.8489, false, false), "0.849");
  EXPECT_EQ(shown(0.8499996, false, false), "0.8499996");
  EXPECT_EQ(shown(0.85, false, true), "0.85");
  EXPECT_EQ(shown(0.9951, false, true), "0.995");
  EXPECT_EQ(shown(0.84, false, false), "0.84");
}

/// The verdict of an exact comparison is not undone by the double beside it; where no digit can tell, the number is cut
/// on its side of the limit.
TEST(NumberBeside, FollowsAVerdictThatIsKnown) {
  EXPECT_EQ(at_most(std::nextafter(0.5, 1.0), 0.5, 4, true), "0.5000");
  EXPECT_EQ(at_most(0.5, 0.5, 4, false), "0.500000…");
  EXPECT_EQ(at_least(std::nextafter(4.2, 0.0), 4.2, 2, true), "4.20");
  EXPECT_EQ(at_least(std::nextafter(4.2, 5.0), 4.2, 2, false), "4.1999…");
  EXPECT_EQ(at_least(2499.9999999999995, 2500, 2, true), "2500.00");
  EXPECT_EQ(at_least(2499.9999999999995, 2500, 2, false), "2499.9999…");
  EXPECT_EQ(below(0.15, 0.15, 2, true), "0.1499…");
  EXPECT_EQ(above(8.5, 8.5, 2, true), "8.5000…");
  EXPECT_EQ(at_most(2500, 2500, 0, false), "2500.00…");
}

TEST(NumberBeside, ThePrintedNumberIsOnTheSameSideAsTheNumber) {
  test::Random random(7);
  const double limits[] = {0.5, 0.45, 0.65, 0.55, 4.2, 5.3, 1, 0.9, 4.5, 5.8, 7.5, 10.2, 2000, 2500, 2.3, 2.4, 0.15};
  for (int i = 0; i < 20000; ++i) {
    const double limit = limits[random.index(std::size(limits))];
    const double off = std::pow(10.0, -static_cast<double>(random.between(1, 8))) *
                       static_cast<double>(random.between(-999, 999)) / 1000;
    const double value = limit * (1 + off);
    const int decimals = static_cast<int>(random.between(0, 4));
    const Bar bar{limit, random.one_in(2), false};
    const auto over = [&](double number) { return bar.reached_is_over ? number >= limit : number > limit; };
    const Bar known{limit, bar.reached_is_over, over(value)};
    const std::string text = number_beside(value, {&known, 1}, decimals);
    ASSERT_EQ(over(std::strtod(text.c_str(), nullptr)), known.over) << text << " for " << value << " beside " << limit;
    // Not a digit more than that takes.
    const int places = text.find('.') == std::string::npos ? 0 : static_cast<int>(text.size() - text.find('.') - 1);
    if (places <= decimals) continue;
    const std::string shorter = junheng::number_text(value, places - 1);
    ASSERT_NE(over(std::strtod(shorter.c_str(), nullptr)), known.over) << text << " could be " << shorter;
  }
}

}  // namespace
