// SPDX-License-Identifier: MIT
// Numbers of a rule, wherever they stand: in facts, in cells, as enrolment, as a sum of a column; and what is missing.
#include "junheng/quantity.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "support/outcome.h"

using junheng::Compare;
using junheng::Condition;
using junheng::Decimal;
using junheng::Holding;
using junheng::Measured;
using junheng::Quantity;
using junheng::ReadFrom;
using junheng::Reading;
using junheng::Stage;
using junheng::Subject;
using junheng::Term;
using test::Outcome;

namespace {

constexpr auto kPrimary = static_cast<std::uint8_t>(Stage::primary);
constexpr auto kMiddle = static_cast<std::uint8_t>(Stage::middle);

Term term(const char* field, bool minus = false) {
  Term one;
  one.field = test::library().vocabulary.field(field).value();
  one.minus = minus;
  return one;
}

Measured measured(const std::string& facts, const Quantity& quantity) {
  return junheng::measured(Outcome::of_facts(facts).result, quantity, {});
}

Quantity share() {
  return {{term("exchanged_teachers")}, {term("eligible_teachers")}, {1, 0}};
}

TEST(Quantity, IsTheSumOverTheSumTimesPer) {
  const Measured value = measured("exchanged_teachers\t30\neligible_teachers\t400", share());
  EXPECT_TRUE(value.known);
  EXPECT_TRUE(value.any);
  EXPECT_DOUBLE_EQ(value.value(), 0.075);
  Quantity per_hundred = share();
  per_hundred.per = {100, 0};
  EXPECT_DOUBLE_EQ(measured("exchanged_teachers\t30\neligible_teachers\t400", per_hundred).value(), 7.5);
  const Quantity alone{{term("exchanged_teachers"), term("exchanged_backbone")}, {}, {1, 0}};
  EXPECT_DOUBLE_EQ(measured("exchanged_teachers\t30\nexchanged_backbone\t12", alone).value(), 42);
}

TEST(Quantity, MayBeBelowZeroWhereTermsAreTakenAway) {
  const Quantity rest{{term("exchanged_teachers"), term("exchanged_backbone", true)}, {}, {1, 0}};
  const Measured below = measured("exchanged_teachers\t5\nexchanged_backbone\t12", rest);
  EXPECT_TRUE(below.known);
  EXPECT_TRUE(below.negative);
  EXPECT_DOUBLE_EQ(below.value(), -7);
  EXPECT_FALSE(junheng::holds(below, Compare::at_least, {0, 0}));
  EXPECT_TRUE(junheng::holds(below, Compare::below, {0, 0}));
  const Measured even = measured("exchanged_teachers\t5\nexchanged_backbone\t5", rest);
  EXPECT_DOUBLE_EQ(even.value(), 0);
  EXPECT_TRUE(junheng::holds(even, Compare::at_least, {0, 0}));
}

TEST(Quantity, IsNotKnownWhereANumberIsMissing) {
  const Measured nothing = measured("G1\t是", share());
  EXPECT_FALSE(nothing.known);
  EXPECT_FALSE(nothing.any);
  EXPECT_TRUE(std::isnan(nothing.value()));
  const Measured above = measured("eligible_teachers\t400", share());
  EXPECT_FALSE(above.known);
  EXPECT_TRUE(above.any) << "the county gave half of it";
  const Measured below = measured("exchanged_teachers\t30", share());
  EXPECT_FALSE(below.known);
  EXPECT_FALSE(below.none);
  EXPECT_TRUE(below.any);
}

TEST(Quantity, OverNothingIsNoNumber) {
  const Measured zero = measured("exchanged_teachers\t0\neligible_teachers\t0", share());
  EXPECT_FALSE(zero.known);
  EXPECT_TRUE(zero.none);
  EXPECT_TRUE(std::isnan(zero.value()));
}

TEST(Quantity, WhatIsLeftBlankAddsNothingWhereItMay) {
  Quantity sum{{term("exchanged_teachers"), term("exchanged_backbone")}, {}, {1, 0}};
  const Measured partial = measured("exchanged_teachers\t30", sum);
  EXPECT_FALSE(partial.known);
  EXPECT_TRUE(partial.partial) << "30 at least";
  sum.of[1].optional = true;
  EXPECT_TRUE(measured("exchanged_teachers\t30", sum).known);
  EXPECT_DOUBLE_EQ(measured("exchanged_teachers\t30", sum).value(), 30);
  EXPECT_DOUBLE_EQ(measured("exchanged_teachers\t30\nexchanged_backbone\t12", sum).value(), 42);
}

TEST(Quantity, ComparisonsAreExactAtTheLimit) {
  const Measured third = measured("exchanged_teachers\t1\neligible_teachers\t3", share());
  const Measured tenth = measured("exchanged_teachers\t1\neligible_teachers\t10", share());
  struct Case {
    const Measured& value;
    Decimal limit;
    bool at_least, above, at_most, below;
  };
  const std::vector<Case> cases = {
      {tenth, {1, 1}, true, false, true, false},         {tenth, {100, 3}, true, false, true, false},
      {tenth, {100000001, 9}, false, false, true, true}, {third, {333333333, 9}, true, true, false, false},
      {third, {333333334, 9}, false, false, true, true},
  };
  for (const Case& one : cases) {
    SCOPED_TRACE(to_text(one.limit));
    EXPECT_EQ(junheng::holds(one.value, Compare::at_least, one.limit), one.at_least);
    EXPECT_EQ(junheng::holds(one.value, Compare::above, one.limit), one.above);
    EXPECT_EQ(junheng::holds(one.value, Compare::at_most, one.limit), one.at_most);
    EXPECT_EQ(junheng::holds(one.value, Compare::below, one.limit), one.below);
  }
}

TEST(Quantity, AConditionWhoseNumbersAreMissingDoesNotHoldAndAFlagThatNobodySetIsNotSet) {
  const auto holds = [](const std::string& facts, const Condition& condition) {
    return junheng::all_hold(Outcome::of_facts(facts).result, {condition}, {}) == Holding::yes;
  };
  const Condition few{{{term("exchanged_teachers")}, {}, {1, 0}}, Compare::below, {10, 0}};
  EXPECT_TRUE(holds("exchanged_teachers\t9", few));
  EXPECT_FALSE(holds("exchanged_teachers\t10", few));
  EXPECT_FALSE(holds("G1\t是", few));
  EXPECT_EQ(junheng::all_hold(Outcome::of_facts("").result, {}, {}), Holding::yes) << "no condition holds always";

  const Outcome schools(
      "学校名称\t学校类型\t在校生数\t是否2010年及之前规划并建成\n甲\t小学\t90\t是\n乙\t小学\t90\t否\n丙\t小学\t90\t\n");
  const Condition old{{{term("built_2010")}, {}, {1, 0}}, Compare::at_least, {1, 0}};
  const Condition not_old{{{term("built_2010")}, {}, {1, 0}}, Compare::below, {1, 0}};
  std::string seen;
  for (std::uint32_t row = 0; row < 3; ++row) {
    const Subject subject{0, kPrimary, row, 0};
    seen += junheng::all_hold(schools.result, {old}, subject) == Holding::yes ? "old " : "";
    seen += junheng::all_hold(schools.result, {not_old}, subject) == Holding::yes ? "not " : "";
  }
  EXPECT_EQ(seen, "old not not ");
}

// ---- where the numbers stand ------------------------------------------------------------------------------------

const char* const kSchools =
    "学校名称\t学校类型\t在校生数\t在校生数(小学)\t在校生数(初中)\t专任教师数\t专任教师数(小学)\t专任教师数(初中)\n"
    "甲\t小学\t100\t\t\t10\t\t\n"
    "乙\t九年一贯制\t\t60\t40\t\t5\t4\n"
    "丙\t初中\t70\t\t\t7\t\t\n";

Reading read(const Outcome& outcome, const Term& one, const Subject& subject) {
  const auto readings = junheng::readings_of(outcome.result, {{one}, {}, {1, 0}}, subject);
  return readings.size() == 1 ? readings[0] : Reading{};
}

double number(const Reading& reading) {
  return reading.value ? to_double(*reading.value) : std::nan("");
}

TEST(Quantity, NumbersOfASchoolAreItsCellsAndItsEnrolment) {
  const Outcome outcome(kSchools);
  const auto teachers = [&](std::uint32_t row, std::uint8_t stage) {
    return read(outcome, term("full_time_teachers"), {0, stage, row, 0});
  };
  EXPECT_EQ(number(teachers(0, junheng::kNoStage)), 10);
  EXPECT_EQ(teachers(0, junheng::kNoStage).from, ReadFrom::cell);
  EXPECT_EQ(teachers(0, junheng::kNoStage).place, 0U);
  EXPECT_EQ(number(teachers(0, kPrimary)), 10) << "a school of one stage has its numbers in the general column";
  EXPECT_EQ(number(teachers(1, kPrimary)), 5);
  EXPECT_EQ(teachers(1, kMiddle).column_stage, kMiddle);
  EXPECT_EQ(number(teachers(1, kMiddle)), 4);
  EXPECT_EQ(number(teachers(1, junheng::kNoStage)), 9) << "of all its stages";
  const auto pupils = [&](std::uint32_t row, std::uint8_t stage) {
    return read(outcome, term("pupils"), {0, stage, row, 0});
  };
  EXPECT_EQ(pupils(1, junheng::kNoStage).from, ReadFrom::enrolment);
  EXPECT_EQ(number(pupils(1, junheng::kNoStage)), 100);
  EXPECT_EQ(number(pupils(1, kMiddle)), 40);
}

TEST(Quantity, ATermOfOneStageDoesNotConcernSchoolsOfAnother) {
  const Outcome outcome(kSchools);
  Term primary = term("full_time_teachers");
  primary.only_in = Stage::primary;
  const auto concerned = [&](std::uint32_t row) {
    return junheng::readings_of(outcome.result, {{primary}, {}, {1, 0}}, {0, junheng::kNoStage, row, 0}).size();
  };
  EXPECT_EQ(concerned(0), 1U);
  EXPECT_EQ(concerned(1), 1U);
  EXPECT_EQ(concerned(2), 0U);
  EXPECT_EQ(number(read(outcome, primary, {0, junheng::kNoStage, 1, 0})), 5);
}

TEST(Quantity, NumbersOfACountyAreItsFactsAndOtherwiseTheSumOfTheTable) {
  const Outcome table(kSchools);
  const auto teachers = [](const Outcome& outcome, std::uint8_t stage) {
    return read(outcome, term("full_time_teachers"), {0, stage, junheng::kNoRow, 0});
  };
  EXPECT_EQ(teachers(table, junheng::kNoStage).from, ReadFrom::sum);
  EXPECT_EQ(number(teachers(table, junheng::kNoStage)), 26) << "a school of two stages counts once";
  EXPECT_EQ(number(teachers(table, kPrimary)), 15);
  EXPECT_EQ(number(teachers(table, kMiddle)), 11);
  junheng::Request request;
  request.county = "full_time_teachers\t300";
  const Outcome both(kSchools, request);
  EXPECT_EQ(teachers(both, junheng::kNoStage).from, ReadFrom::fact);
  EXPECT_EQ(number(teachers(both, junheng::kNoStage)), 300) << "what the county says goes before the table";
}

TEST(Quantity, AGapInAColumnLeavesItsSumUnknown) {
  std::string table = kSchools;
  table.replace(table.find("\t7\t\t\n"), 5, "\t\t\t\n");
  const Outcome outcome(table);
  const auto sum = read(outcome, term("full_time_teachers"), {});
  EXPECT_EQ(sum.from, ReadFrom::sum);
  EXPECT_FALSE(sum.value.has_value());
}

TEST(Quantity, WhatStandsNowhereSaysSo) {
  const auto none = read(Outcome::of_facts("G1\t是"), term("exchanged_teachers"), {});
  EXPECT_EQ(none.from, ReadFrom::nowhere);
  EXPECT_FALSE(none.value.has_value());
}

}  // namespace
