// SPDX-License-Identifier: MIT
// What made a coefficient another one between two years: the parts add up, and each alone is the whole change.
#include "junheng/cv_change.h"

#include <gtest/gtest.h>

#include "support/outcome.h"
#include "support/random.h"
#include "support/sheet.h"

namespace junheng {
namespace {

test::Sheet two_schools(const char* teachers_of_second = "20") {
  test::Sheet sheet = test::quality_sheet({test::good_row("甲", "小学", 300), test::good_row("乙", "小学", 300)});
  sheet.rows[0][test::kFirstResource] = "30";
  sheet.rows[1][test::kFirstResource] = teachers_of_second;
  return sheet;
}

CvChange change_of(const test::Outcome& before, const test::Outcome& after, std::size_t indicator = 0) {
  return cv_change(before.result, before.stage(Stage::primary), after.result, after.stage(Stage::primary), indicator);
}

TEST(CvChange, OfResourcesAloneIsTheirs) {
  // 30 and 20 for equal schools have a coefficient of 10/50; 30 and 30 have none.
  const CvChange change = change_of(test::Outcome(two_schools().tsv()), test::Outcome(two_schools("30").tsv()));
  EXPECT_NEAR(change.before, 0.04, 1e-12);
  EXPECT_NEAR(change.after, 0, 1e-12);
  EXPECT_NEAR(change.resources, -0.04, 1e-12);
  EXPECT_EQ(change.schools, 0);
  EXPECT_NEAR(change.pupils, 0, 1e-12);
}

TEST(CvChange, OfASchoolThatClosedIsOfTheSchools) {
  test::Sheet one = two_schools();
  one.rows.pop_back();
  const CvChange change = change_of(test::Outcome(two_schools().tsv()), test::Outcome(one.tsv()));
  EXPECT_NEAR(change.schools, -0.04, 1e-12);
  EXPECT_NEAR(change.pupils, 0, 1e-12);
  EXPECT_NEAR(change.resources, 0, 1e-12);
}

TEST(CvChange, AddsUpWhateverChanges) {
  test::Random random(91);
  for (int i = 0; i < 40; ++i) {
    const auto year = [&] {
      test::Sheet sheet = test::quality_sheet();
      for (int school = 0; school < 8; ++school) {
        if (random.one_in(4)) continue;
        sheet.rows.push_back(test::good_row("第" + std::to_string(school) + "小学", "小学", random.between(60, 900)));
        sheet.rows.back()[test::kFirstResource] = test::digits(random.between(5, 90));
      }
      sheet.rows.push_back(test::good_row("末校", "小学", 200));
      return test::Outcome(sheet.tsv());
    };
    const test::Outcome before = year();
    const test::Outcome after = year();
    const CvChange change = change_of(before, after);
    const double was = before.balance(Stage::primary, "degree_teachers").spread.cv;
    const double is = after.balance(Stage::primary, "degree_teachers").spread.cv;
    EXPECT_NEAR(change.before, was * was, 1e-12);
    EXPECT_NEAR(change.after, is * is, 1e-12);
    EXPECT_NEAR(change.schools + change.pupils + change.resources, is * is - was * was, 1e-12);
  }
}

}  // namespace
}  // namespace junheng
