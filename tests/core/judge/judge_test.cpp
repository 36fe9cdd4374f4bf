// SPDX-License-Identifier: MIT
// Three verdicts, from the unit to the county: unknown never passes, and nothing hides a failure.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "support/outcome.h"
#include "support/sheet.h"

using junheng::ReasonCode;
using junheng::Stage;
using junheng::Verdict;
using test::Outcome;

namespace {

/// One primary school of 1000 pupils that meets all, with some of its seven resources replaced.
Outcome school_with(std::initializer_list<std::pair<std::size_t, const char*>> changes) {
  auto row = test::good_row("甲", "小学", 1000);
  for (const auto& [resource, cell] : changes)
    row[test::kFirstResource + resource] = cell;
  return Outcome(test::quality_sheet({row}).tsv());
}

Verdict verdict_with(std::initializer_list<std::pair<std::size_t, const char*>> changes) {
  return school_with(changes).unit_verdict("甲", Stage::primary);
}

TEST(Judge, WorseVerdicts) {
  using junheng::worse;
  const Verdict verdicts[] = {Verdict::none, Verdict::pass, Verdict::unknown, Verdict::fail};
  for (std::size_t a = 0; a < 4; ++a) {
    for (std::size_t b = 0; b < 4; ++b)
      EXPECT_EQ(worse(verdicts[a], verdicts[b]), verdicts[std::max(a, b)]) << a << b;
  }
}

TEST(Judge, SixOfSevenWithTheRestAt85Percent) {
  EXPECT_EQ(verdict_with({}), Verdict::pass);
  EXPECT_EQ(verdict_with({{0, "41"}}), Verdict::pass) << "six met, one near";
  EXPECT_EQ(school_with({{0, "41"}}).result.unit_meeting[0], 6);
  EXPECT_EQ(verdict_with({{0, "41"}, {1, "9"}}), Verdict::fail) << "five met, two near";
  EXPECT_EQ(verdict_with({{0, "35"}}), Verdict::fail) << "six met, one below 85 %: 3.5 < 3.57";
  EXPECT_EQ(verdict_with({{0, "0"}}), Verdict::fail) << "a real zero is a zero";
}

TEST(Judge, MissingNeverPassesAndNeverHidesAFailure) {
  for (const char* missing : {"", "—", "无", "l20"}) {
    EXPECT_EQ(verdict_with({{3, missing}}), Verdict::unknown) << "six met, one missing";
    EXPECT_EQ(verdict_with({{3, missing}, {0, "41"}}), Verdict::unknown) << "five met, one near, one missing";
    EXPECT_EQ(verdict_with({{3, missing}, {0, "41"}, {1, "9"}}), Verdict::fail) << "two known below the threshold";
    EXPECT_EQ(verdict_with({{3, missing}, {0, "35"}}), Verdict::fail) << "one known below 85 %";
  }
  EXPECT_EQ(verdict_with({{0, ""}, {1, ""}, {2, ""}, {3, ""}, {4, ""}, {5, ""}, {6, ""}}), Verdict::unknown);
}

TEST(Judge, OneFailingUnitFailsTheCounty) {
  auto sheet = test::quality_sheet({test::good_row("甲", "小学", 1000), test::good_row("乙", "小学", 1000)});
  sheet.rows[0][test::kFirstResource] = "0";
  const Outcome outcome(sheet.tsv());
  EXPECT_EQ(outcome.part("resources").verdict, Verdict::fail);
  EXPECT_TRUE(test::has_reason(outcome.part("resources"), ReasonCode::units_fail));
  EXPECT_EQ(outcome.result.verdict, Verdict::fail);
  const auto& stage = outcome.result.stages[outcome.stage(Stage::primary)];
  EXPECT_EQ(stage.units_passing, 1U);
  EXPECT_EQ(stage.units_failing, 1U);
  EXPECT_EQ(stage.verdict, Verdict::fail);
}

TEST(Judge, AnUnknownUnitLeavesTheCountyUnknown) {
  auto sheet = test::quality_sheet({test::good_row("甲", "小学", 1000), test::good_row("乙", "小学", 1000)});
  sheet.rows[1][test::kFirstResource + 5] = "—";
  const Outcome outcome(sheet.tsv());
  EXPECT_EQ(outcome.part("resources").verdict, Verdict::unknown);
  EXPECT_TRUE(test::has_reason(outcome.part("resources"), ReasonCode::units_unknown));
  EXPECT_TRUE(test::has_reason(outcome.part("resources"), ReasonCode::cv_unknown));
  EXPECT_EQ(outcome.result.verdict, Verdict::unknown);
  EXPECT_EQ(outcome.result.stages[outcome.stage(Stage::primary)].units_unknown, 1U);
}

TEST(Judge, ACountyThatMeetsEverythingPassesItsPartAndTheOthersAreNotStated) {
  const Outcome outcome(test::quality_sheet({test::good_row("甲", "小学", 1000), test::good_row("乙", "小学", 900),
                                             test::good_row("丙", "初中", 800), test::good_row("丁", "初中", 700)})
                            .tsv());
  EXPECT_EQ(outcome.part("resources").verdict, Verdict::pass);
  for (const char* part : {"government", "quality", "recognition", "veto"}) {
    EXPECT_EQ(outcome.part(part).verdict, Verdict::unknown) << part;
    // The size of schools (G4) follows from the table; of the other parts nothing does.
    const auto reason = part == std::string_view("government") ? ReasonCode::items_unknown : ReasonCode::not_stated;
    EXPECT_TRUE(test::has_reason(outcome.part(part), reason)) << part;
  }
  EXPECT_EQ(outcome.result.verdict, Verdict::unknown) << "a table of schools alone never passes a county";
}

TEST(Judge, ACoefficientOverItsLimitFailsTheCountyThoughEverySchoolPasses) {
  auto sheet = test::quality_sheet({test::good_row("甲", "初中", 1000), test::good_row("乙", "初中", 1000)});
  sheet.rows[1][test::kFirstResource + 4] = "40000";
  const Outcome outcome(sheet.tsv());
  EXPECT_EQ(outcome.unit_verdict("甲", Stage::middle), Verdict::pass);
  EXPECT_EQ(outcome.unit_verdict("乙", Stage::middle), Verdict::pass);
  EXPECT_EQ(outcome.balance(Stage::middle, "sports_area").verdict, Verdict::fail);
  EXPECT_EQ(outcome.part("resources").verdict, Verdict::fail);
  bool said = false;
  for (const auto& reason : outcome.part("resources").reasons) {
    if (reason.code != ReasonCode::cv_over) continue;
    said = true;
    EXPECT_EQ(reason.indicator, outcome.indicator("sports_area"));
    EXPECT_EQ(reason.stage, static_cast<std::uint8_t>(Stage::middle));
    EXPECT_GT(reason.value, reason.limit);
    EXPECT_DOUBLE_EQ(reason.limit, 0.45);
  }
  EXPECT_TRUE(said);
}

TEST(Judge, AnAllZeroIndicatorHasNoCoefficient) {
  auto sheet = test::quality_sheet({test::good_row("甲", "小学", 1000), test::good_row("乙", "小学", 500)});
  for (auto& row : sheet.rows)
    row[test::kFirstResource + 6] = "0";
  const Outcome outcome(sheet.tsv());
  const auto balance = outcome.balance(Stage::primary, "multimedia_rooms");
  EXPECT_TRUE(std::isnan(balance.spread.cv));
  EXPECT_EQ(balance.spread.mean, 0.0);
  EXPECT_EQ(balance.verdict, Verdict::unknown);
  EXPECT_TRUE(test::has_reason(outcome.part("resources"), ReasonCode::cv_all_zero));
}

TEST(Judge, ASingleUnitIsSaidToBeSingle) {
  const Outcome outcome(test::quality_sheet({test::good_row("甲", "小学", 1000), test::good_row("乙", "初中", 500),
                                             test::good_row("丙", "初中", 600)})
                            .tsv());
  EXPECT_EQ(outcome.balance(Stage::primary, "sports_area").spread.cv, 0.0);
  EXPECT_EQ(outcome.balance(Stage::primary, "sports_area").verdict, Verdict::pass);
  const auto part = outcome.part("resources");
  EXPECT_EQ(part.verdict, Verdict::pass);
  std::size_t single = 0;
  for (const auto& reason : part.reasons) {
    if (reason.code != ReasonCode::single_unit) continue;
    ++single;
    EXPECT_EQ(reason.stage, static_cast<std::uint8_t>(Stage::primary));
  }
  EXPECT_EQ(single, 1U);
}

TEST(Judge, NothingToEvaluateIsUnknown) {
  const Outcome outcome(test::quality_sheet({test::good_row("点", "教学点", 30)}).tsv());
  EXPECT_EQ(outcome.part("resources").verdict, Verdict::unknown);
  EXPECT_TRUE(test::has_reason(outcome.part("resources"), ReasonCode::no_units));
  EXPECT_EQ(outcome.result.verdict, Verdict::unknown);
}

TEST(Judge, TheWholeIsTheWorstOfTheCounties) {
  auto sheet = test::quality_sheet({test::good_row("甲", "小学", 1000), test::good_row("乙", "小学", 1000)});
  sheet.header.insert(sheet.header.begin(), "区县");
  sheet.rows[0].insert(sheet.rows[0].begin(), "好县");
  sheet.rows[1].insert(sheet.rows[1].begin(), "差县");
  sheet.rows[1][1 + test::kFirstResource] = "0";
  const Outcome outcome(sheet.tsv());
  ASSERT_EQ(outcome.result.counties.size(), 2U);
  EXPECT_EQ(outcome.result.counties[outcome.county("好县")].verdict, Verdict::unknown);
  EXPECT_EQ(outcome.result.counties[outcome.county("差县")].verdict, Verdict::fail);
  EXPECT_EQ(outcome.result.verdict, Verdict::fail);
}

TEST(Judge, UnderTheCompositeRuleUnitsAreNotJudged) {
  const Outcome outcome("学校名称\t学校类型\t在校生数\t图书册数\n甲\t小学\t100\t1\n", test::basic());
  EXPECT_EQ(outcome.unit_verdict("甲", Stage::primary), Verdict::none);
  EXPECT_EQ(outcome.part("school_standard").verdict, Verdict::unknown);
  EXPECT_EQ(outcome.part("balance").verdict, Verdict::unknown);
  EXPECT_TRUE(test::has_reason(outcome.part("balance"), ReasonCode::composite_unknown));
}

TEST(Judge, NothingReadableIsUnknownAndNeverAPass) {
  for (const char* text : {"", "你好", "学校名称\t在校生数\n", "学校名称\n甲小学\n"}) {
    EXPECT_EQ(Outcome(text).result.verdict, Verdict::unknown) << text;
  }
}

TEST(Judge, WhatNothingIsGivenForIsKeptOnceForAllCounties) {
  auto sheet = test::quality_sheet({test::good_row("甲", "小学", 1000), test::good_row("乙", "小学", 1000)});
  sheet.header.insert(sheet.header.begin(), "区县");
  sheet.rows[0].insert(sheet.rows[0].begin(), "东县");
  sheet.rows[1].insert(sheet.rows[1].begin(), "西县");
  const auto items_of = [](const Outcome& outcome, std::string_view county) -> const junheng::ItemResults& {
    const auto& parts = test::quality().parts;
    const auto part = std::find_if(parts.begin(), parts.end(), [](const junheng::Part& one) {
      return !one.items.empty() && one.items.front().id == "G1";
    });
    return outcome.result.counties[outcome.county(county)].parts[static_cast<std::size_t>(part - parts.begin())].items;
  };
  const Outcome silent(sheet.tsv());
  ASSERT_EQ(silent.result.counties.size(), 2U);
  ASSERT_FALSE(items_of(silent, "东县").empty());
  std::size_t shared = 0;
  for (std::size_t i = 0; i < items_of(silent, "东县").size(); ++i)
    shared += &items_of(silent, "东县")[i] == &items_of(silent, "西县")[i] ? 1U : 0U;
  EXPECT_GT(shared, 5U);
  // What one county says holds for no other.
  junheng::Request request;
  request.county = "区县名称\t东县\nG1\t是\n";
  const Outcome said(sheet.tsv(), request);
  const auto says = [&](std::string_view county) {
    const auto& checks = items_of(said, county)[0].checks;
    return std::any_of(checks.begin(), checks.end(), [](const auto& check) { return check.fact != nullptr; });
  };
  EXPECT_TRUE(says("东县"));
  EXPECT_FALSE(says("西县"));
}

}  // namespace
