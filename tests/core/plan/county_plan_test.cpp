// SPDX-License-Identifier: MIT
// Plans for counties as tables: the public example, and random ones, each judged again from a new table.
#include "junheng/county_plan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "junheng/lookup.h"
#include "support/files.h"
#include "support/outcome.h"
#include "support/random.h"
#include "support/sheet.h"

namespace junheng {
namespace {

using test::Random;
using test::Sheet;

/// Books alone, under the limit of 优质均衡: the example has no other numbers.
Standard books_alone() {
  Standard standard = test::basic();
  std::erase_if(standard.indicators, [](const Indicator& one) { return one.id != "books"; });
  standard.balance = test::quality().balance;
  return standard;
}

class FiveSchools : public testing::Test {
 protected:
  CountyPlan plan(const PlanWish& wish) const { return plan_stage(base_, stage_, {{wish}, {}, {}}); }

  Standard standard_ = books_alone();
  Evaluation base_ =
      evaluate(test::source_file("public/samples/five-schools.tsv"), standard_, test::library().vocabulary);
  std::size_t stage_ = stage_of(base_, 0, Stage::primary);
};

TEST_F(FiveSchools, NeedSeventeenBooksAllForTheFourth) {
  const CountyPlan planned = plan({});
  ASSERT_EQ(planned.obstacle, PlanObstacle::none);
  EXPECT_EQ(planned.plan.outcome, PlanOutcome::planned);
  EXPECT_TRUE(planned.plan.optimal);
  EXPECT_EQ(to_text(planned.plan.cost), "17");
  EXPECT_EQ(planned.plan.indicators[0].steps, (std::vector<std::int64_t>{0, 0, 0, 17, 0}));
  ASSERT_EQ(planned.scenario.changes.size(), 1U);
  EXPECT_EQ(planned.scenario.changes[0].text, "177");
  EXPECT_FALSE(planned.shares);
  EXPECT_NEAR(planned.plan.indicators[0].cv_before, 0.515256629884, 1e-12);
  EXPECT_LE(planned.plan.indicators[0].cv_after, 0.5);
}

TEST_F(FiveSchools, OrTwelveMovedFromTheThird) {
  const CountyPlan planned = plan({.price = {1000, 0}, .move_price = Decimal{1, 0}});
  EXPECT_TRUE(planned.plan.optimal);
  EXPECT_EQ(to_text(planned.plan.cost), "12");
  EXPECT_EQ(planned.plan.indicators[0].steps, (std::vector<std::int64_t>{0, 0, -12, 12, 0}));
  EXPECT_EQ(planned.plan.indicators[0].bought, 0);
  EXPECT_EQ(planned.plan.indicators[0].moved, 12);
}

TEST_F(FiveSchools, AHundredForTheRichestMakeItWorse) {
  CountyPlan about;
  const auto problem = plan_problem(base_, stage_, {}, about);
  ASSERT_TRUE(problem);
  EXPECT_FALSE(plan_passes(*problem, {{{0, 0, 100, 0, 0}, 0, 0, 0, 0}}));
  const std::uint32_t richest = base_.roster.line[2];
  const Evaluation worse = evaluate_scenario(base_, {"", {{Change::Kind::set, richest, "books", kNoStage, "1035"}}});
  EXPECT_NEAR(worse.balance[stage_].indicators[0].spread.cv, 0.5548, 5e-5);
}

TEST_F(FiveSchools, ACapLetsTheNextBest) {
  std::vector<std::optional<Decimal>> caps(5);
  caps[3] = Decimal{10, 0};
  const CountyPlan planned = plan({.caps = caps});
  EXPECT_TRUE(planned.plan.optimal);
  EXPECT_EQ(planned.plan.indicators[0].steps[3], 10);
  EXPECT_GT(planned.plan.indicators[0].steps[1], 7);
}

TEST(CountyPlan, WhatIsNotKnownIsNamed) {
  Sheet sheet = test::quality_sheet({test::good_row("甲", "小学", 500), test::good_row("乙", "小学", 300)});
  sheet.rows[1][test::kFirstResource + 2] = "";
  const test::Outcome outcome(sheet.tsv());
  const CountyPlan planned = plan_stage(outcome.result, outcome.stage(Stage::primary), {});
  EXPECT_EQ(planned.obstacle, PlanObstacle::value_missing);
  EXPECT_EQ(planned.indicator, 2);
  EXPECT_EQ(planned.unit, outcome.unit("乙", Stage::primary));
  EXPECT_EQ(plan_stage(outcome.result, outcome.stage(Stage::middle), {}).obstacle, PlanObstacle::no_units);
}

TEST(CountyPlan, TheMeanOfTheCoefficientsComesWithinItsLimit) {
  Sheet sheet = test::basic_sheet();
  sheet.rows = {{"甲", "小学", "500", "3000", "9000", "900000", "100", "20000", "40", "30", "20"},
                {"乙", "小学", "400", "800", "600", "30000", "10", "2000", "20", "9", "4"},
                {"丙", "小学", "300", "600", "300", "10000", "4", "900", "16", "6", "2"}};
  const test::Outcome basic(sheet.tsv(), test::basic());
  const std::size_t stage = basic.stage(Stage::primary);
  ASSERT_EQ(basic.result.balance[stage].composite_verdict, Verdict::fail);
  const CountyPlan planned = plan_stage(basic.result, stage, {});
  ASSERT_EQ(planned.obstacle, PlanObstacle::none);
  EXPECT_EQ(planned.plan.outcome, PlanOutcome::planned);
  EXPECT_FALSE(planned.scenario.changes.empty());
  ASSERT_TRUE(planned.after);
  EXPECT_EQ(planned.after->balance[stage].composite_verdict, Verdict::pass);
  // Units of its own beside the mean are another matter.
  Standard both = test::basic();
  both.unit_rule = test::quality().unit_rule;
  both.parts[0].judges_units = true;
  const test::Outcome judged(sheet.tsv(), both);
  EXPECT_EQ(plan_stage(judged.result, stage, {}).obstacle, PlanObstacle::composite);
}

TEST(CountyPlan, NumbersAreInTheUnitOfTheirColumnAndOfAWholeSchool) {
  Sheet sheet = test::quality_sheet({test::good_row("甲", "九年一贯制学校", 0), test::good_row("乙", "小学", 300)});
  sheet.header[test::kPupilsColumn] = "在校生数(小学)";
  sheet.header.insert(sheet.header.begin() + test::kPupilsColumn + 1, "在校生数(初中)");
  sheet.header[test::kFirstResource + 4] = "教学及辅助用房面积（净）（万㎡）";
  sheet.rows[0] = {"甲", "九年一贯制学校", "400", "200", "60", "2", "20", "0.4", "9000", "3000000", "40"};
  sheet.rows[1] = {"乙", "小学", "300", "0", "20", "3", "10", "0.1", "3000", "1000000", "20"};
  const test::Outcome outcome(sheet.tsv());
  const CountyPlan planned = plan_stage(outcome.result, outcome.stage(Stage::primary), {});
  ASSERT_EQ(planned.obstacle, PlanObstacle::none);
  EXPECT_EQ(planned.plan.outcome, PlanOutcome::planned);
  ASSERT_EQ(planned.scenario.changes.size(), 2U);
  // 6 of 400 + 1.1 · 200 pupils are 0.97 per hundred, 5 are below 85 % of 1.
  EXPECT_EQ(planned.scenario.changes[0].field, "backbone_teachers");
  EXPECT_EQ(planned.scenario.changes[0].line, 2U);
  EXPECT_EQ(planned.scenario.changes[0].text, "6");
  // A nine-year school has its teachers in both stages.
  EXPECT_TRUE(planned.shares);
  // 85 % of 4.5 ㎡ for 300 pupils.
  EXPECT_EQ(planned.scenario.changes[1].line, 3U);
  EXPECT_EQ(planned.scenario.changes[1].text, "0.11475");
}

// ---- random counties -----------------------------------------------------------------------------------------------

/// Counties of each test; 500 of each take two minutes.
constexpr int kCounties = 20;

/// What makes a county: its schools, whether all their numbers lie around what is asked, whether some have two stages; and
/// what is asked about it.
struct Kind {
  std::int64_t fewest = 7;
  std::int64_t most = 40;
  bool scarce = false;
  bool two_stages = false;
  bool moves = false;
  std::int64_t teachers_dearer = 1;
  Stage stage = Stage::primary;
};

/// Schools of one stage with numbers around what is asked, of which some lack much; where things are scarce none has much.
Sheet random_sheet(Random& random, const Kind& kind) {
  Sheet sheet = test::quality_sheet();
  const std::int64_t schools = random.between(kind.fewest, kind.most);
  for (std::int64_t i = 0; i < schools; ++i) {
    const std::int64_t pupils = random.between(60, 2400);
    const bool rich = random.one_in(5);
    std::vector<std::string> row = test::good_row("第" + std::to_string(i + 1) + "小学", "小学", pupils);
    for (std::size_t column = test::kFirstResource; column < row.size(); ++column) {
      const std::int64_t percent = kind.scarce                ? random.between(45, 95)
                                   : random.one_in(5)         ? random.between(20, 80)
                                   : rich && random.one_in(2) ? random.between(300, 900)
                                                              : random.between(70, 200);
      row[column] = test::digits(std::stoll(row[column]) * percent / 100);
    }
    sheet.rows.push_back(std::move(row));
  }
  return sheet;
}

/// The same where a third of the schools have a 初中 too, and all their numbers once for both.
Sheet with_two_stages(Random& random, Sheet sheet) {
  sheet.header[test::kPupilsColumn] = "在校生数(小学)";
  sheet.header.insert(sheet.header.begin() + test::kPupilsColumn + 1, "在校生数(初中)");
  for (std::vector<std::string>& row : sheet.rows) {
    const bool both = random.one_in(3);
    row.insert(row.begin() + test::kPupilsColumn + 1, both ? test::digits(random.between(60, 900)) : std::string());
    if (both) row[1] = "九年一贯制学校";
  }
  return sheet;
}

PlanWishes prices(const Kind& kind) {
  PlanWishes wishes;
  for (const std::int64_t price : {90'000, 90'000, 90'000, 2'600, 450, 1, 30'000})
    wishes.indicators.push_back({.price = {price, 0}});
  for (std::size_t i = 0; i < 3; ++i)
    wishes.indicators[i].price.mantissa *= kind.teachers_dearer;
  if (!kind.moves) return wishes;
  for (std::size_t i = 0; i < 3; ++i)
    wishes.indicators[i].move_price = Decimal{5'000, 0};
  wishes.indicators[5].move_price = shifted({2, 0}, -2);
  return wishes;
}

/// The table with the plan's numbers in it, read as if somebody else had typed it.
Verdict judged_again(Sheet sheet, const CountyPlan& planned, Stage stage) {
  for (const Change& change : planned.scenario.changes) {
    const auto field =
        std::find_if(test::quality().indicators.begin(), test::quality().indicators.end(), [&](const Indicator& one) {
          return std::any_of(one.resource.begin(), one.resource.end(), [&](const auto& way) {
            return test::library().vocabulary.fields[way.terms.front().field].id == change.field;
          });
        });
    const std::size_t inserted = sheet.header.size() - test::kQualityHeader.size();
    const auto column =
        test::kFirstResource + inserted + static_cast<std::size_t>(field - test::quality().indicators.begin());
    sheet.rows[change.line - 2][column] = change.text;
  }
  const test::Outcome outcome(sheet.tsv());
  return outcome.result.stages[outcome.stage(stage)].verdict;
}

void every_plan_passes(const Kind& kind, std::uint64_t seed) {
  Random random(seed);
  for (int i = 0; i < kCounties; ++i) {
    Sheet sheet = random_sheet(random, kind);
    if (kind.two_stages) sheet = with_two_stages(random, std::move(sheet));
    const test::Outcome outcome(sheet.tsv());
    const CountyPlan planned = plan_stage(outcome.result, outcome.stage(kind.stage), prices(kind));
    ASSERT_EQ(planned.obstacle, PlanObstacle::none);
    ASSERT_EQ(planned.plan.outcome, PlanOutcome::planned);
    const double cost = to_double(planned.plan.cost);
    const double bound = to_double(planned.plan.bound);
    EXPECT_LE(bound, cost);
    EXPECT_LE(cost - bound, cost / 50) << "county " << i << ": " << cost << " is not below " << bound;
    EXPECT_EQ(judged_again(sheet, planned, kind.stage), Verdict::pass) << i;
  }
}

TEST(CountyPlan, OfLargerCountiesPassesAndIsWithinTwoPerCent) {
  every_plan_passes({}, 11);
}

TEST(CountyPlan, OfSchoolsOfTwoStagesPassesAndIsWithinTwoPerCent) {
  every_plan_passes({.two_stages = true}, 13);
}

TEST(CountyPlan, WithMovesPassesAndIsWithinTwoPerCent) {
  every_plan_passes({.moves = true}, 12);
}

/// Where there are hardly enough to move, one teacher more or less who has to be bought is a good part of the cost.
TEST(CountyPlan, WithScarceTeachersWhoMoveIsWithinTwoPerCent) {
  every_plan_passes({.fewest = 5, .most = 14, .scarce = true, .moves = true}, 5);
  every_plan_passes({.fewest = 5, .most = 14, .scarce = true, .moves = true, .teachers_dearer = 10}, 5);
  every_plan_passes({.fewest = 20, .scarce = true, .moves = true, .teachers_dearer = 10}, 34);
}

TEST(CountyPlan, OfTheStageWithFewerSchoolsIsWithinTwoPerCent) {
  every_plan_passes({.two_stages = true, .moves = true, .teachers_dearer = 10, .stage = Stage::middle}, 11);
  every_plan_passes({.scarce = true, .two_stages = true, .moves = true, .stage = Stage::middle}, 14);
}

}  // namespace
}  // namespace junheng
