// SPDX-License-Identifier: MIT
// Pupils who go to other schools before a plan: in problems, in tables, and against every way there is.
#include "junheng/pupil_moves.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include "junheng/county_plan.h"
#include "junheng/lookup.h"
#include "plan/pupil_need.h"
#include "support/outcome.h"
#include "support/plans.h"
#include "support/random.h"
#include "support/sheet.h"

namespace junheng {
namespace {

using test::Random;
using test::Sheet;
using test::SmallStage;

/// Rooms for 4 pupils each: the first school has room for 40 of its 60, the second for 80 of its 20.
SmallStage crowded_and_empty() {
  SmallStage stage;
  stage.pupils = {60, 20};
  stage.kinds = {{{10, 20}, 100, 2500, 1, -1, {}}};
  stage.limit = 1000;
  stage.meet_at_least = 1;
  stage.floor = 100;
  return stage;
}

double cost_of(const PlanProblem& problem, const std::vector<PupilMove>& moves) {
  const auto then = with_pupils(problem, moves);
  EXPECT_TRUE(then);
  return to_double(least_plan(*then).cost);
}

TEST(PupilMoves, GoWhereThereIsRoomAndNoMoreThanThat) {
  const PlanProblem problem = test::problem_of(crowded_and_empty());
  const Plan without = least_plan(problem);
  EXPECT_EQ(to_text(without.cost), "5");
  const auto moves = pupils_to_move(problem, without, {60, {}, {}});
  ASSERT_EQ(moves.size(), 1U);
  EXPECT_EQ(moves[0].from, 0U);
  EXPECT_EQ(moves[0].to, 1U);
  EXPECT_EQ(moves[0].pupils, 20U);
  EXPECT_EQ(moves[0].saved, 5);
  EXPECT_EQ(cost_of(problem, moves), 0);
}

TEST(PupilMoves, KeepToTheirLimits) {
  const PlanProblem problem = test::problem_of(crowded_and_empty());
  const Plan without = least_plan(problem);
  const auto ten = pupils_to_move(problem, without, {10, {}, {}});
  ASSERT_EQ(ten.size(), 1U);
  EXPECT_EQ(ten[0].pupils, 8U) << "for 52 pupils 13 rooms do, for 50 no fewer";
  const auto four = pupils_to_move(problem, without, {60, {60, 4}, {}});
  ASSERT_EQ(four.size(), 1U);
  EXPECT_EQ(four[0].pupils, 4U);
  EXPECT_TRUE(pupils_to_move(problem, without, {60, {0, 60}, {}}).empty());
  EXPECT_TRUE(pupils_to_move(problem, without, {0, {}, {}}).empty());
  EXPECT_TRUE(pupils_to_move(problem, without, {60, {}, {{}}}).empty()) << "no two schools may exchange";
  EXPECT_EQ(pupils_to_move(problem, without, {60, {}, {{{1, 0}}}}).size(), 1U) << "a pair goes either way";
}

TEST(PupilMoves, LetAPlanBeWhereCapsLeaveNone) {
  SmallStage stage = crowded_and_empty();
  stage.kinds[0].caps = {0, 0};
  const PlanProblem problem = test::problem_of(stage);
  const Plan without = least_plan(problem);
  ASSERT_EQ(without.outcome, PlanOutcome::infeasible);
  const auto moves = pupils_to_move(problem, without, {60, {}, {}});
  ASSERT_EQ(moves.size(), 1U);
  EXPECT_EQ(moves[0].pupils, 20U);
  EXPECT_TRUE(std::isinf(moves[0].saved));
}

TEST(PupilMoves, TheEstimateGrowsAsItSays) {
  Random random(5);
  for (int i = 0; i < 50; ++i) {
    const PlanProblem problem = test::problem_of(test::random_stage(random, {6, 3, false, false}));
    const PupilNeeds needs(problem);
    std::vector<double> pupils(problem.pupils.begin(), problem.pupils.end());
    const PupilNeed now = needs.of(pupils);
    constexpr double kStep = 1e-6;
    for (std::size_t to = 1; to < pupils.size(); ++to) {
      const auto with = [&](double by) {
        std::vector<double> moved = pupils;
        moved[0] += by;
        moved[to] -= by;
        return needs.of(moved).cost;
      };
      const double right = (with(kStep) - now.cost) / kStep;
      const double left = (now.cost - with(-kStep)) / kStep;
      const double said = now.by_pupil[0] - now.by_pupil[to];
      const double hair = 1e-3 * (1 + std::abs(said));
      // Where it jumps it is one side or the other.
      EXPECT_LE(said, std::max(left, right) + hair);
      EXPECT_GE(said, std::min(left, right) - hair);
    }
  }
}

// ---- against every way there is ------------------------------------------------------------------------------------

/// The least cost of all ways in which at most `most` pupils go between three schools.
double least_of_all_ways(const PlanProblem& problem, std::int64_t most) {
  double least = to_double(least_plan(problem).cost);
  for (std::int64_t first = -most; first <= most; ++first) {
    for (std::int64_t second = -most; second <= most; ++second) {
      const std::int64_t third = -first - second;
      if (std::max<std::int64_t>(first, 0) + std::max<std::int64_t>(second, 0) + std::max<std::int64_t>(third, 0) >
          most)
        continue;
      std::vector<std::int64_t> gets = {first, second, third};
      std::vector<PupilMove> moves;
      for (std::uint32_t from = 0; from < gets.size(); ++from) {
        for (std::uint32_t to = 0; to < gets.size(); ++to) {
          const std::int64_t count = std::min(-gets[from], gets[to]);
          if (count <= 0) continue;
          moves.push_back({from, to, static_cast<std::uint32_t>(count), 0});
          gets[from] += count;
          gets[to] -= count;
        }
      }
      const auto then = with_pupils(problem, moves);
      if (!then) continue;
      const Plan plan = least_plan(*then);
      if (plan.outcome == PlanOutcome::planned) least = std::min(least, to_double(plan.cost));
    }
  }
  return least;
}

TEST(PupilMoves, AgainstEveryWayAreNeverBelowTheLeastAndSaveMostOfWhatCanBe) {
  constexpr int kStages = 60;
  constexpr std::uint32_t kMost = 6;
  Random random(8);
  double saved = 0;
  double could = 0;
  for (int tried = 0; tried < kStages;) {
    SmallStage stage = test::random_stage(random, {3, 2, false, false});
    if (stage.pupils.size() != 3) continue;
    const PlanProblem problem = test::problem_of(stage);
    const Plan without = least_plan(problem);
    if (without.outcome != PlanOutcome::planned || without.cost.mantissa == 0) continue;
    ++tried;
    const auto moves = pupils_to_move(problem, without, {kMost, {}, {}});
    const double found = cost_of(problem, moves);
    const double least = least_of_all_ways(problem, kMost);
    EXPECT_GE(found, least);
    EXPECT_LE(found, to_double(without.cost));
    saved += to_double(without.cost) - found;
    could += to_double(without.cost) - least;
  }
  RecordProperty("saved", std::to_string(saved) + " of " + std::to_string(could));
  EXPECT_GE(saved, 0.6 * could) << saved << " of " << could;
}

// ---- tables --------------------------------------------------------------------------------------------------------

/// Schools with numbers for half to twice their pupils.
Sheet uneven_sheet(Random& random, int schools) {
  Sheet sheet = test::quality_sheet();
  for (int i = 0; i < schools; ++i) {
    const std::int64_t pupils = random.between(200, 2400);
    sheet.rows.push_back(test::good_row("第" + std::to_string(i + 1) + "小学", "小学", pupils));
    sheet.rows.back()[test::kPupilsColumn] = test::digits(pupils * random.between(50, 160) / 100);
  }
  return sheet;
}

std::uint64_t all_pupils(const Evaluation& e, std::size_t stage) {
  const StageUnits& range = e.split.stages[stage];
  return std::accumulate(e.split.units.pupils.begin() + range.begin, e.split.units.pupils.begin() + range.end,
                         std::uint64_t{0});
}

TEST(PupilMoves, OfTablesLoseNobodyAndPassByTheEngine) {
  constexpr int kCounties = 12;
  Random random(21);
  int moved = 0;
  for (int i = 0; i < kCounties; ++i) {
    Sheet sheet = uneven_sheet(random, static_cast<int>(random.between(6, 20)));
    const test::Outcome outcome(sheet.tsv());
    const std::size_t stage = outcome.stage(Stage::primary);
    const CountyPlan without = plan_stage(outcome.result, stage, {});
    PlanWishes wishes;
    wishes.pupils = PupilLimits{400, {}, {}};
    wishes.pupils->at_most.assign(sheet.rows.size(), 150);
    const CountyPlan planned = plan_stage(outcome.result, stage, wishes);
    ASSERT_EQ(planned.plan.outcome, PlanOutcome::planned);
    EXPECT_LE(to_double(planned.plan.cost), to_double(without.plan.cost));
    ASSERT_TRUE(planned.after);
    EXPECT_EQ(planned.after->stages[stage].verdict, Verdict::pass);
    EXPECT_EQ(all_pupils(*planned.after, stage), all_pupils(outcome.result, stage));
    std::vector<std::int64_t> gone(sheet.rows.size(), 0);
    std::uint32_t all = 0;
    for (const PupilMove& move : planned.pupils) {
      gone[move.from] += move.pupils;
      gone[move.to] += move.pupils;
      all += move.pupils;
      EXPECT_GT(move.saved, 0);
    }
    EXPECT_LE(all, 400U);
    EXPECT_TRUE(std::all_of(gone.begin(), gone.end(), [](std::int64_t count) { return count <= 150; }));
    if (planned.pupils.empty()) continue;
    ++moved;
    EXPECT_EQ(planned.cost_without->mantissa, without.plan.cost.mantissa);
    // As somebody else would type it.
    for (const Change& change : planned.scenario.changes) {
      if (change.field == "pupils") sheet.rows[change.line - 2][test::kPupilsColumn] = change.text;
    }
    const test::Outcome typed(sheet.tsv());
    EXPECT_EQ(all_pupils(typed.result, stage), all_pupils(outcome.result, stage));
  }
  EXPECT_GT(moved, kCounties / 2);
}

TEST(PupilMoves, OfSchoolsOfSeveralStagesNobodyGoes) {
  Sheet sheet = test::quality_sheet({test::good_row("甲", "九年一贯制学校", 0), test::good_row("乙", "小学", 300)});
  sheet.header[test::kPupilsColumn] = "在校生数(小学)";
  sheet.header.insert(sheet.header.begin() + test::kPupilsColumn + 1, "在校生数(初中)");
  sheet.rows[0] = {"甲", "九年一贯制学校", "800", "200", "40", "9", "9", "3000", "5000", "1000000", "14"};
  sheet.rows[1] = {"乙", "小学", "300", "", "60", "9", "9", "9000", "9000", "3000000", "40"};
  PlanWishes wishes;
  wishes.pupils = PupilLimits{400, {}, {}};
  const test::Outcome outcome(sheet.tsv());
  const CountyPlan planned = plan_stage(outcome.result, outcome.stage(Stage::primary), wishes);
  EXPECT_EQ(planned.plan.outcome, PlanOutcome::planned);
  EXPECT_TRUE(planned.pupils.empty());
}

}  // namespace
}  // namespace junheng
