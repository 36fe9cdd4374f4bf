// SPDX-License-Identifier: MIT
// Formulas with their numbers put in: how they are written, and that whoever works them out gets the value again.
#include "junheng/formula.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "support/calculator.h"
#include "support/counties.h"
#include "support/outcome.h"

using junheng::Decimal;
using junheng::Quantity;
using junheng::ReadFrom;
using junheng::Reading;
using test::Calculator;
using test::Outcome;

namespace {

Reading number(std::optional<Decimal> value, bool minus = false, bool optional = false) {
  Reading reading;
  reading.term.minus = minus;
  reading.term.optional = optional;
  reading.value = value;
  return reading;
}

/// Of the last `over` readings the sum is below the line.
std::string formula(const std::vector<Reading>& readings, std::size_t over, Decimal per = {1, 0}) {
  Quantity quantity;
  quantity.of.resize(readings.size() - over);
  quantity.over.resize(over);
  quantity.per = per;
  std::vector<Reading> placed = readings;
  for (std::size_t i = quantity.of.size(); i < placed.size(); ++i)
    placed[i].below = true;
  return junheng::formula_of(quantity, placed);
}

TEST(Formula, IsWrittenAsTheRuleIsRead) {
  const Decimal a{12, 0};
  const Decimal b{35, 1};
  EXPECT_EQ(formula({number(a)}, 0), "12");
  EXPECT_EQ(formula({number(a), number(b)}, 0), "(12 + 3.5)");
  EXPECT_EQ(formula({number(a), number(b, true)}, 0), "(12 − 3.5)");
  EXPECT_EQ(formula({number(a, true), number(b)}, 0), "(−12 + 3.5)");
  EXPECT_EQ(formula({number(a), number(b), number({{812, 0}})}, 1, {100, 0}), "100 × (12 + 3.5) ÷ 812");
  EXPECT_EQ(formula({number(a), number(b), number({{812, 0}})}, 2), "12 ÷ (3.5 + 812)");
}

TEST(Formula, WhatIsMissingIsAskedForAndWhatMayBeMissingIsZero) {
  EXPECT_EQ(formula({number({}), number({{812, 0}})}, 1), "? ÷ 812");
  EXPECT_EQ(formula({number({{1, 0}}), number({}, false, true)}, 0), "(1 + 0)");
  EXPECT_EQ(formula({}, 0), "0");
}

TEST(Formula, NumbersBelowZeroHaveBrackets) {
  EXPECT_EQ(formula({number({{-12, 0}}), number({{5, 0}})}, 0), "((-12) + 5)");
  EXPECT_DOUBLE_EQ(Calculator(formula({number({{5, 0}}), number({{-12, 0}}, true)}, 0)).run(), 17);
}

TEST(Formula, OfAValueIsWrittenByItsOrigin) {
  const Outcome outcome(
      "学校名称\t学校类型\t在校生数(小学)\t在校生数(初中)\t体育运动场馆面积\n甲\t九年一贯制\t600\t400\t5000\n"
      "乙\t小学\t250\t\t1000.5\n");
  const std::size_t area = outcome.indicator("sports_area");
  const auto written = [&](const char* school, junheng::Stage stage) {
    const auto unit = static_cast<std::uint32_t>(outcome.unit(school, stage));
    const auto& units = outcome.result.split.stages[outcome.stage(stage)];
    return junheng::formula_of_value(outcome.result, area, unit,
                                     junheng::readings_of_value(outcome.result, units, area, unit));
  };
  EXPECT_EQ(written("乙", junheng::Stage::primary), "1000.5 ÷ 250");
  for (const auto stage : {junheng::Stage::primary, junheng::Stage::middle}) {
    const std::string text = written("甲", stage);
    EXPECT_EQ(text.rfind("5000 × ", 0), 0U) << text << ": the whole school's number, times its part";
    EXPECT_DOUBLE_EQ(Calculator(text).run(), outcome.value("甲", stage, "sports_area")) << text;
  }
}

TEST(Formula, WorkedOutGivesTheValueAgain) {
  test::Random random(61);
  int values = 0;
  for (int i = 0; i < 10; ++i) {
    const Outcome outcome(test::sheet_of(test::random_county(random, "甲县")).tsv());
    const auto& e = outcome.result;
    for (const auto& stage : e.split.stages) {
      for (std::uint32_t unit = stage.begin; unit < stage.end; ++unit) {
        for (std::size_t indicator = 0; indicator < e.indicators.size(); ++indicator) {
          const double value = e.indicators[indicator].value[unit];
          if (std::isnan(value)) continue;
          const auto readings = junheng::readings_of_value(e, stage, indicator, unit);
          const std::string text = junheng::formula_of_value(e, indicator, unit, readings);
          ASSERT_NEAR(Calculator(text).run(), value, 1e-12 * std::fmax(1.0, value)) << text;
          ++values;
        }
      }
    }
  }
  EXPECT_GT(values, 500);
}

TEST(Formula, StepsOfACoefficientWorkedOutOneAfterTheOtherGiveIt) {
  test::Random random(62);
  int coefficients = 0;
  for (int i = 0; i < 10; ++i) {
    test::CountyOptions options;
    options.missing_one_in = 0;
    const Outcome outcome(test::sheet_of(test::random_county(random, "甲县", options)).tsv());
    const auto& e = outcome.result;
    for (std::size_t s = 0; s < e.split.stages.size(); ++s) {
      for (std::size_t indicator = 0; indicator < e.indicators.size(); ++indicator) {
        std::map<std::string, double> names;
        for (const junheng::Step& step : junheng::steps_of_cv(e, s, indicator)) {
          const double value = Calculator(step.formula, names).run();
          ASSERT_NEAR(value, step.value, 1e-9 * std::fmax(1.0, step.value)) << step.name << " = " << step.formula;
          names[step.name] = value;
        }
        if (names.count("CV") == 0) continue;
        EXPECT_NEAR(names["CV"], e.balance[s].indicators[indicator].spread.cv, 1e-9);
        ++coefficients;
      }
    }
  }
  EXPECT_GT(coefficients, 50);
}

TEST(Formula, NoStepsWhereThereIsNoCoefficient) {
  const Outcome outcome("学校名称\t学校类型\t在校生数\t体育运动场馆面积\n甲\t小学\t100\t500\n乙\t小学\t100\t\n");
  EXPECT_TRUE(junheng::steps_of_cv(outcome.result, 0, outcome.indicator("sports_area")).empty());
  EXPECT_TRUE(junheng::steps_of_cv(outcome.result, 0, outcome.indicator("multimedia_rooms")).empty());
}

}  // namespace
