// SPDX-License-Identifier: MIT
// The years to come: pupils that move up, what ages, what is planned. The three schools of docs/plan.md.
#include "junheng/outlook.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "junheng/lookup.h"
#include "outlook/cohorts.h"
#include "support/outcome.h"
#include "support/random.h"
#include "support/sheet.h"

namespace junheng {
namespace {

constexpr std::size_t kPrimary = static_cast<std::size_t>(Stage::primary);

OutlookWishes six_and_three() {
  OutlookWishes wishes;
  wishes.grades[kPrimary] = 6;
  wishes.grades[static_cast<std::size_t>(Stage::middle)] = 3;
  return wishes;
}

TEST(Cohorts, MoveUpAndNobodyIsLost) {
  test::Random random(81);
  for (int i = 0; i < 200; ++i) {
    const auto pupils = static_cast<std::uint32_t>(random.between(0, 3000));
    Cohorts cohorts(pupils, static_cast<std::uint32_t>(random.between(1, 6)),
                    static_cast<double>(random.between(-20, 20)) / 100);
    std::int64_t before = cohorts.pupils();
    EXPECT_EQ(before, pupils);
    for (int year = 0; year < 8; ++year) {
      cohorts.move_up();
      EXPECT_EQ(cohorts.pupils(), before - cohorts.left() + cohorts.entered());
      EXPECT_GE(cohorts.entered(), 0);
      before = cohorts.pupils();
    }
  }
}

TEST(Cohorts, WhoseEntrantsDoNotGrowStayAsTheyAre) {
  Cohorts cohorts(602, 6, 0);
  for (int year = 0; year < 12; ++year) {
    cohorts.move_up();
    EXPECT_EQ(cohorts.pupils(), 602);
  }
}

TEST(Outlook, EntrantsOfATownAreThoseOfItsSchoolsTogether) {
  test::Sheet sheet = test::quality_sheet(
      {test::good_row("甲", "小学", 600), test::good_row("乙", "小学", 301), test::good_row("丙", "小学", 120)});
  sheet.header.push_back("所在乡镇");
  sheet.rows[0].push_back("东镇");
  sheet.rows[1].push_back("东镇");
  sheet.rows[2].push_back("西镇");
  const test::Outcome outcome(sheet.tsv());
  const std::size_t stage = outcome.stage(Stage::primary);
  OutlookWishes wishes = six_and_three();
  wishes.town_entrants.push_back({"东镇", Stage::primary, 1, 200});
  const CountyOfYear then = county_in_year(outcome.result, wishes, 1);
  const auto pupils = [&](std::size_t unit) { return then.evaluation.split.units.pupils[unit]; };
  // 100 and 50 of the last grades leave; 200 are spread by 600 and 301 pupils: 133 and 67.
  EXPECT_EQ(pupils(0), 600U - 100U + 133U);
  EXPECT_EQ(pupils(0) + pupils(1), 901U - 150U + 200U);
  EXPECT_EQ(pupils(2), 120U);
  // What is known of a school counts first.
  wishes.entrants.push_back({outcome.result.roster.line[0], Stage::primary, 1, 90});
  const CountyOfYear known = county_in_year(outcome.result, wishes, 1);
  EXPECT_EQ(known.evaluation.split.units.pupils[0], 590U);
  EXPECT_EQ(known.evaluation.split.units.pupils[1], 301U - 50U + 110U);
  EXPECT_EQ(outlook_of(outcome.result, wishes).years[1][stage].pupils, 590U + 361U + 120U);
}

TEST(Outlook, TeachersComeAndGoBesideWhatIsThere) {
  const test::Outcome outcome(test::quality_sheet({test::good_row("甲", "小学", 600)}).tsv());
  const std::uint32_t line = outcome.result.roster.line[0];
  OutlookWishes wishes = six_and_three();
  const auto come = [&](std::size_t year, std::int64_t by) {
    wishes.changes.push_back({year, {Change::Kind::set, line, "degree_teachers", kNoStage, {}}, Decimal{by, 0}});
  };
  come(1, 4);
  come(3, -7);
  come(5, -100);
  const auto teachers = [&](std::size_t year) {
    const CountyOfYear then = county_in_year(outcome.result, wishes, year);
    const std::uint16_t field = *then.evaluation.vocabulary->field("degree_teachers");
    return then.evaluation.roster.fields[field].whole->number(0)->mantissa;
  };
  // 37 are there now.
  EXPECT_EQ(teachers(1), 41);
  EXPECT_EQ(teachers(2), 41);
  EXPECT_EQ(teachers(3), 34);
  EXPECT_EQ(teachers(5), 0);
}

/// Three schools of the handbook: 甲 600 pupils, 乙 300, 丙 120, with so many teachers that 4.2 for 100 pupils are there.
test::Sheet three_schools() {
  test::Sheet sheet = test::quality_sheet(
      {test::good_row("甲", "小学", 600), test::good_row("乙", "小学", 300), test::good_row("丙", "小学", 120)});
  return sheet;
}

TEST(Outlook, ThreeSchoolsOverThreeYears) {
  test::Sheet sheet = three_schools();
  // 26 of 600 are 4.33 for 100 pupils; 4.2 are asked and 85 % of it, 3.57, is the floor.
  sheet.rows[0][test::kFirstResource] = "26";
  const test::Outcome outcome(sheet.tsv());
  OutlookWishes wishes = six_and_three();
  // 100 leave 甲 each year; 120, 150 and 180 come: 620, 670, 750 pupils, and 4.19, 3.88, 3.47 teachers for 100.
  const std::uint32_t line = outcome.result.roster.line[0];
  wishes.entrants = {{line, Stage::primary, 1, 120}, {line, Stage::primary, 2, 150}, {line, Stage::primary, 3, 180}};
  const Outlook outlook = outlook_of(outcome.result, wishes);
  const std::size_t stage = outcome.stage(Stage::primary);
  ASSERT_EQ(outlook.years.size(), kOutlookYears + 1);
  const auto pupils = [&](std::size_t year) { return outlook.years[year][stage].by_unit[0].pupils; };
  EXPECT_EQ(pupils(0), 600U);
  EXPECT_EQ(pupils(1), 620U);
  EXPECT_EQ(pupils(2), 670U);
  EXPECT_EQ(pupils(3), 750U);
  EXPECT_EQ(outlook.years[3][stage].by_unit[1].pupils, 300U);
  EXPECT_EQ(outlook.years[3][stage].pupils, 1170U);
  EXPECT_EQ(outlook.years[0][stage].verdict, Verdict::pass);
  EXPECT_EQ(outlook.years[2][stage].verdict, Verdict::pass) << "one indicator may stay above its floor";
  EXPECT_EQ(outlook.years[3][stage].verdict, Verdict::fail);
  EXPECT_EQ(outlook.years[1][stage].by_unit[0].below, (std::vector<std::uint16_t>{0}));
  ASSERT_FALSE(outlook.failures.empty());
  EXPECT_EQ(outlook.failures[0].year, 3U);
  EXPECT_FALSE(outlook.failures[0].line);
  const auto school = std::find_if(outlook.failures.begin(), outlook.failures.end(),
                                   [&](const FirstFailure& one) { return one.line == line; });
  ASSERT_NE(school, outlook.failures.end());
  EXPECT_EQ(school->year, 3U);
}

TEST(Outlook, ACountyThatChangesNothingStaysTheSame) {
  test::Sheet sheet = three_schools();
  sheet.header[test::kPupilsColumn] = "在校生数(小学)";
  sheet.header.insert(sheet.header.begin() + test::kPupilsColumn + 1, "在校生数(初中)");
  for (auto& row : sheet.rows)
    row.insert(row.begin() + test::kPupilsColumn + 1, "");
  sheet.rows[1][1] = "九年一贯制学校";
  sheet.rows[1][test::kPupilsColumn + 1] = "101";
  const test::Outcome outcome(sheet.tsv());
  const Outlook outlook = outlook_of(outcome.result, six_and_three());
  for (std::size_t year = 1; year <= kOutlookYears; ++year) {
    for (std::size_t s = 0; s < outlook.years[0].size(); ++s) {
      EXPECT_EQ(outlook.years[year][s].pupils, outlook.years[0][s].pupils);
      EXPECT_EQ(outlook.years[year][s].verdict, outlook.years[0][s].verdict);
      for (std::size_t i = 0; outlook.years[0][s].units > 0 && i < outlook.years[0][s].cv.size(); ++i)
        EXPECT_EQ(outlook.years[year][s].cv[i], outlook.years[0][s].cv[i]);
    }
  }
  EXPECT_TRUE(outlook.failures.empty());
}

TEST(Outlook, WhatAgesFallsBelowItsThreshold) {
  test::Sheet sheet = three_schools();
  for (std::size_t row = 0; row < 3; ++row)
    sheet.rows[row][test::kFirstResource + 5] = std::to_string(std::stoi(sheet.rows[row][2]) * 2000);
  const test::Outcome outcome(sheet.tsv());
  OutlookWishes wishes = six_and_three();
  wishes.resources.assign(test::kQualityIndicators, 0);
  wishes.resources[5] = -0.1;  // 2000 yuan a pupil: 1800, 1620 below 1700
  const Outlook outlook = outlook_of(outcome.result, wishes);
  const std::size_t stage = outcome.stage(Stage::primary);
  EXPECT_EQ(outlook.years[0][stage].verdict, Verdict::pass);
  EXPECT_EQ(outlook.years[1][stage].verdict, Verdict::pass);
  EXPECT_EQ(outlook.years[2][stage].verdict, Verdict::fail);
}

TEST(Outlook, APlannedSchoolComesInItsYear) {
  const test::Outcome outcome(three_schools().tsv());
  OutlookWishes wishes = six_and_three();
  const auto add = [&](Change change) { wishes.changes.push_back({2, std::move(change), {}}); };
  add({Change::Kind::add, kNoLine, {}, kNoStage, "新建小学"});
  add({Change::Kind::set, kAddedLine, "pupils", kNoStage, "90"});
  add({Change::Kind::set, kAddedLine, "type", kNoStage, "小学"});
  const Outlook outlook = outlook_of(outcome.result, wishes);
  const std::size_t stage = outcome.stage(Stage::primary);
  EXPECT_EQ(outlook.years[1][stage].units, 3U);
  EXPECT_EQ(outlook.years[2][stage].units, 4U);
  EXPECT_EQ(outlook.years[2][stage].pupils, outlook.years[1][stage].pupils + 90);
}

}  // namespace
}  // namespace junheng
