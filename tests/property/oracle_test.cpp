// SPDX-License-Identifier: MIT
// Random counties, evaluated by the core from the table and by the oracle from the schools themselves.
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "support/counties.h"
#include "support/oracle.h"
#include "support/outcome.h"

using junheng::Stage;
using junheng::Verdict;
using test::Outcome;

namespace {

Stage stage_of(int number) {
  return number == 0 ? Stage::primary : Stage::middle;
}

void expect_units(const Outcome& outcome, const oracle::StageResult& expected, std::size_t stage) {
  const auto& split = outcome.result.split;
  ASSERT_EQ(split.stages[stage].end - split.stages[stage].begin, expected.units.size());
  for (std::size_t n = 0; n < expected.units.size(); ++n) {
    const oracle::Unit& want = expected.units[n];
    const std::size_t u = split.stages[stage].begin + n;
    ASSERT_EQ(outcome.school(u), want.school) << "units stand in the order of the rows";
    EXPECT_EQ(split.units.pupils[u], want.pupils);
    EXPECT_EQ(outcome.result.unit_verdict[u], want.verdict) << want.school;
    EXPECT_EQ(outcome.result.unit_meeting[u], want.meeting) << want.school;
    for (std::size_t r = 0; r < oracle::kResources; ++r) {
      const double got = outcome.result.indicators[r].value[u];
      ASSERT_EQ(!std::isnan(got), want.values[r].known) << want.school << " " << r;
      EXPECT_EQ(outcome.result.indicators[r].verdict[u], want.values[r].verdict) << want.school << " " << r;
      if (!want.values[r].known) continue;
      const auto exact = static_cast<double>(want.values[r].number);
      EXPECT_NEAR(got, exact, 4e-16 * std::fabs(exact)) << want.school << " " << r;
    }
  }
}

void expect_coefficients(const Outcome& outcome, const oracle::StageResult& expected, std::size_t stage, int number) {
  for (std::size_t r = 0; r < oracle::kResources; ++r) {
    const oracle::Coefficient& want = expected.coefficients[r];
    const auto& balance = outcome.result.balance[stage].indicators[r];
    ASSERT_EQ(!std::isnan(balance.spread.cv), want.known) << r;
    int meeting = 0;
    int near = 0;
    int failing = 0;
    for (const oracle::Unit& unit : expected.units) {
      meeting += unit.values[r].verdict == Verdict::pass ? 1 : 0;
      near += unit.values[r].verdict == Verdict::near ? 1 : 0;
      failing += unit.values[r].verdict == Verdict::fail ? 1 : 0;
    }
    EXPECT_EQ(balance.units_meeting, meeting) << r;
    EXPECT_EQ(balance.units_near, near) << r;
    EXPECT_EQ(balance.units_failing, failing) << r;
    if (!want.known) {
      EXPECT_EQ(balance.verdict, Verdict::unknown) << r;
      continue;
    }
    const long double bound = static_cast<long double>(junheng::kCvErrorBound) * (1 + want.cv);
    EXPECT_LT(std::fabs(static_cast<long double>(balance.spread.cv) - want.cv), bound) << r;
    EXPECT_NEAR(balance.spread.mean, static_cast<double>(want.mean), 1e-14 * static_cast<double>(want.mean)) << r;
    EXPECT_NEAR(balance.spread.deviation, static_cast<double>(want.deviation), 1e-13 * static_cast<double>(want.mean))
        << r;
    const long double limit = oracle::kCvLimit[static_cast<std::size_t>(number)];
    if (std::fabs(want.cv - limit) > bound) {
      EXPECT_EQ(balance.verdict, want.cv <= limit ? Verdict::pass : Verdict::fail) << r;
    }
  }
}

/// The part and the county from the oracle's units and coefficients.
Verdict expected_part(const oracle::Result& expected, const std::string& county) {
  bool unknown = false;
  bool failed = false;
  for (int number = 0; number < 2; ++number) {
    const auto stage = expected.find({county, number});
    if (stage == expected.end()) continue;
    for (const oracle::Unit& unit : stage->second.units) {
      failed = failed || unit.verdict == Verdict::fail;
      unknown = unknown || unit.verdict == Verdict::unknown;
    }
    for (const oracle::Coefficient& each : stage->second.coefficients) {
      unknown = unknown || !each.known;
      failed = failed || (each.known && each.cv > oracle::kCvLimit[static_cast<std::size_t>(number)]);
    }
  }
  return failed ? Verdict::fail : unknown ? Verdict::unknown : Verdict::pass;
}

struct Tally {
  int pass = 0;
  int fail = 0;
  int unknown = 0;
  void count(Verdict verdict) {
    pass += verdict == Verdict::pass ? 1 : 0;
    fail += verdict == Verdict::fail ? 1 : 0;
    unknown += verdict == Verdict::unknown ? 1 : 0;
  }
};

TEST(Oracle, RandomCountiesAgree) {
  test::Random random(20);
  Tally units;
  Tally parts;
  for (int i = 0; i < 400; ++i) {
    test::CountyOptions options;
    options.schools = static_cast<int>(random.between(1, 60));
    options.missing_one_in = random.one_in(2) ? 0 : static_cast<std::uint64_t>(random.between(10, 200));
    options.odd_kinds = !random.one_in(4);
    const auto schools = test::random_county(random, "甲县", options);
    const Outcome outcome(test::sheet_of(schools).tsv());
    const oracle::Result expected = oracle::evaluate(schools);
    ASSERT_EQ(outcome.result.roster.counties.size(), 1U);
    for (int number = 0; number < 2; ++number) {
      SCOPED_TRACE("case " + std::to_string(i) + ", stage " + std::to_string(number));
      const std::size_t stage = outcome.stage(stage_of(number));
      ASSERT_NE(stage, test::kNowhere);
      const auto found = expected.find({"甲县", number});
      if (found == expected.end()) {
        EXPECT_EQ(outcome.result.split.stages[stage].begin, outcome.result.split.stages[stage].end);
        continue;
      }
      expect_units(outcome, found->second, stage);
      expect_coefficients(outcome, found->second, stage, number);
      for (const auto& unit : found->second.units)
        units.count(unit.verdict);
    }
    // without one of the stages the part has more to say than the oracle knows
    if (expected.size() == 2) {
      const Verdict part = expected_part(expected, "甲县");
      EXPECT_EQ(outcome.part("resources").verdict, part) << "case " << i;
      parts.count(part);
    }
    if (testing::Test::HasFailure()) return;
  }
  // a generator that only ever fails would test little
  EXPECT_GT(units.pass, 500);
  EXPECT_GT(units.fail, 500);
  EXPECT_GT(units.unknown, 100);
  EXPECT_GT(parts.fail, 20);
}

/// Counties that meet everything pass; the same with one number missing are unknown, with one too small they fail.
TEST(Oracle, CountiesNearAPass) {
  test::Random random(21);
  Tally parts;
  for (int i = 0; i < 100; ++i) {
    std::vector<oracle::School> schools;
    for (int n = 0; n < 12; ++n) {
      oracle::School school;
      school.name = "校" + std::to_string(n);
      school.county = "甲县";
      school.kind = n < 6 ? oracle::Kind::primary : oracle::Kind::middle;
      const std::size_t stage = n < 6 ? 0 : 1;
      const std::int64_t pupils = random.between(200, 2000);
      school.pupils[stage] = pupils;
      for (std::size_t r = 0; r < oracle::kResources; ++r) {
        const oracle::Rule& rule = oracle::kRules[r];
        const std::int64_t whole = rule.threshold[stage] * pupils / rule.per / oracle::kUnit + 1;
        school.whole[r] = (whole + random.between(0, whole / 5)) * oracle::kUnit;
      }
      schools.push_back(school);
    }
    ASSERT_EQ(expected_part(oracle::evaluate(schools), "甲县"), Verdict::pass);
    oracle::Amount& one = schools[random.index(schools.size())].whole[random.index(oracle::kResources)];
    if (i % 3 == 1) one.reset();
    if (i % 3 == 2) one = 0;
    const Verdict expected = expected_part(oracle::evaluate(schools), "甲县");
    EXPECT_EQ(Outcome(test::sheet_of(schools).tsv()).part("resources").verdict, expected) << "case " << i;
    parts.count(expected);
  }
  EXPECT_EQ(parts.pass, 34);
  EXPECT_EQ(parts.unknown, 33);
  EXPECT_EQ(parts.fail, 33);
}

}  // namespace
