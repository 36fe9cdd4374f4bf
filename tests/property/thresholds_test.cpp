// SPDX-License-Identifier: MIT
// All fourteen thresholds at every enrolment from 1 to 5000: the least amount that reaches a limit passes, one unit
// less does not; the same at 85 %. The oracle is whole numbers.
#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "support/oracle.h"
#include "support/outcome.h"
#include "support/sheet.h"

using junheng::Stage;
using junheng::Verdict;
using test::Outcome;

namespace {

constexpr std::int64_t kMostPupils = 5000;

/// Whole numbers for teachers and rooms, ten-thousandths of a square metre or a yuan for the rest.
std::int64_t step_of(const oracle::Rule& rule) {
  return rule.per == 100 ? oracle::kUnit : 1;
}

/// The least amount, in steps, whose value is at least `percent` of the threshold.
std::int64_t least(const oracle::Rule& rule, std::size_t stage, std::int64_t pupils, std::int64_t percent) {
  const std::int64_t needed = rule.threshold[stage] * pupils * percent;  // in 1/10000, times 100
  const std::int64_t of_a_step = step_of(rule) * rule.per * 100;
  return (needed + of_a_step - 1) / of_a_step;
}

std::string amount_text(const oracle::Rule& rule, std::int64_t steps) {
  return step_of(rule) == 1 ? test::digits(steps, 4) : test::digits(steps);
}

/// One school for each enrolment, the amount of each given by `amount`.
template <typename Amount>
std::string table_of(std::size_t stage, Amount amount) {
  test::Sheet sheet = test::quality_sheet();
  for (std::int64_t pupils = 1; pupils <= kMostPupils; ++pupils) {
    std::vector<std::string> row = {"校" + std::to_string(pupils), stage == 0 ? "小学" : "初中", test::digits(pupils)};
    for (const oracle::Rule& rule : oracle::kRules)
      row.push_back(amount_text(rule, std::max<std::int64_t>(0, amount(rule, pupils))));
    sheet.rows.push_back(std::move(row));
  }
  return sheet.tsv();
}

Verdict expected(const oracle::Rule& rule, std::size_t stage, std::int64_t pupils, std::int64_t steps) {
  if (steps >= least(rule, stage, pupils, 100)) return Verdict::pass;
  return steps >= least(rule, stage, pupils, oracle::kFloorPercent) ? Verdict::near : Verdict::fail;
}

class EveryEnrolment : public testing::TestWithParam<std::tuple<int, int, int>> {};

/// Stage, percent of the threshold, and how many steps off it.
TEST_P(EveryEnrolment, HasItsLimits) {
  const auto [stage_number, percent, off] = GetParam();
  const auto stage = static_cast<std::size_t>(stage_number);
  const auto amount = [stage, percent = percent, off = off](const oracle::Rule& rule, std::int64_t pupils) {
    return least(rule, stage, pupils, percent) + off;
  };
  const Outcome outcome(table_of(stage, amount));
  const auto& units = outcome.result.split.units;
  ASSERT_EQ(units.size(), static_cast<std::size_t>(kMostPupils));
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < oracle::kResources; ++i) {
    for (std::size_t u = 0; u < units.size(); ++u) {
      const std::int64_t steps = std::max<std::int64_t>(0, amount(oracle::kRules[i], units.pupils[u]));
      const Verdict want = expected(oracle::kRules[i], stage, units.pupils[u], steps);
      if (outcome.result.indicators[i].verdict[u] != want && ++wrong <= 3) {
        ADD_FAILURE() << test::quality().indicators[i].id << ", " << units.pupils[u] << " pupils, "
                      << amount_text(oracle::kRules[i], steps) << ": expected " << junheng::id_of(want) << ", got "
                      << junheng::id_of(outcome.result.indicators[i].verdict[u]);
      }
    }
  }
  EXPECT_EQ(wrong, 0U);
}

INSTANTIATE_TEST_SUITE_P(AtTheLimitAndOneBeside, EveryEnrolment,
                         testing::Combine(testing::Values(0, 1), testing::Values(100, 85), testing::Values(-1, 0, 1)));

/// Enrolments at which each limit is met by a whole number exactly, so that equality itself is tried and not only
/// its neighbourhood: 42 teachers for 1,000 pupils.
TEST(Thresholds, EqualityIsReallyTried) {
  for (std::size_t stage = 0; stage < 2; ++stage) {
    for (std::size_t i = 0; i < oracle::kResources; ++i) {
      const oracle::Rule& rule = oracle::kRules[i];
      int at_limit = 0;
      int at_floor = 0;
      for (std::int64_t pupils = 1; pupils <= kMostPupils; ++pupils) {
        const std::int64_t of_a_step = step_of(rule) * rule.per * 100;
        at_limit += rule.threshold[stage] * pupils * 100 % of_a_step == 0 ? 1 : 0;
        at_floor += rule.threshold[stage] * pupils * oracle::kFloorPercent % of_a_step == 0 ? 1 : 0;
      }
      EXPECT_GE(at_limit, 5) << test::quality().indicators[i].id;
      // 85 % of 4.2 for each hundred is a whole number of teachers only from 10,000 pupils on: see below
      if (rule.per == 1) {
        EXPECT_GE(at_floor, 5) << test::quality().indicators[i].id;
      }
    }
  }
}

/// One ten-thousandth of the value below 85 % fails, at 85 % it is near: with a million pupils a single teacher is
/// one ten-thousandth for each hundred pupils.
TEST(Thresholds, OneTenThousandthBelow) {
  constexpr std::int64_t kPupils = 1000000;
  for (std::size_t stage = 0; stage < 2; ++stage) {
    for (const std::int64_t percent : {std::int64_t{100}, oracle::kFloorPercent}) {
      for (const std::int64_t below : {0, 1}) {
        auto row = test::good_row("甲", stage == 0 ? "小学" : "初中", kPupils);
        for (std::size_t i = 0; i < oracle::kResources; ++i) {
          const oracle::Rule& rule = oracle::kRules[i];
          // value in 1/10000: resource / pupils * per = threshold * percent - below
          const std::int64_t value = rule.threshold[stage] * percent / 100 - below;
          row[test::kFirstResource + i] = test::digits(value * (kPupils / 10000) / rule.per);
        }
        const Outcome outcome(test::quality_sheet({row}).tsv());
        const Verdict want = below == 0 ? (percent == 100 ? Verdict::pass : Verdict::near)
                                        : (percent == 100 ? Verdict::near : Verdict::fail);
        for (std::size_t i = 0; i < oracle::kResources; ++i) {
          EXPECT_EQ(outcome.result.indicators[i].verdict.at(0), want)
              << test::quality().indicators[i].id << " " << row[test::kFirstResource + i];
        }
      }
    }
  }
}

/// A split stage is compared just as exactly: R · w_s / W against the threshold, with no rounding between.
TEST(Thresholds, AtTheLimitAfterASplit) {
  for (std::int64_t pupils = 1; pupils <= 400; ++pupils) {
    // 10 primary for every 10 middle pupils: W = 21, so 94.5 ㎡ for each ten primary pupils are 4.5 ㎡ each
    const std::int64_t primary = 10 * pupils;
    const std::int64_t area = 945 * pupils;  // in 1/10
    const auto verdict = [&](std::int64_t tenths, int scale) {
      const Outcome outcome(
          "学校名称\t学校类型\t在校生数(小学)\t在校生数(初中)\t教学及辅助用房面积(净)\n甲\t九年一贯制\t" +
          test::digits(primary) + "\t" + test::digits(primary) + "\t" + test::digits(tenths, scale) + "\n");
      return outcome.value_verdict("甲", Stage::primary, "teaching_area");
    };
    ASSERT_EQ(verdict(area, 1), Verdict::pass) << pupils;
    ASSERT_EQ(verdict(area * 100000 - 1, 6), Verdict::near) << pupils;
  }
}

}  // namespace
