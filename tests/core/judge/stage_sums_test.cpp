// SPDX-License-Identifier: MIT
//
// The numbers of the stages against that of the school: more than the whole is wrong always, less only where every stage
// has its number. In any field that adds up, in whole numbers and in fractions.
#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "support/outcome.h"

using junheng::IssueCode;
using test::Outcome;

namespace {

struct Sums {
  const char* what;
  const char* columns;
  const char* row;
  std::size_t complaints;

  friend void PrintTo(const Sums& one, std::ostream* out) { *out << one.what; }
};

class StageSums : public testing::TestWithParam<Sums> {};

TEST_P(StageSums, AreSaidWhereTheyDiffer) {
  const Outcome outcome(std::string("学校名称\t学校类型\t") + GetParam().columns + "\n甲\t" + GetParam().row + "\n");
  EXPECT_EQ(outcome.issues(IssueCode::parts_differ), GetParam().complaints) << test::issue_names(outcome.result.issues);
}

constexpr const char* kPupils = "在校生数\t在校生数(小学)\t在校生数(初中)";
constexpr const char* kAll = "在校生数\t在校生数(小学)\t在校生数(初中)\t在校生数(高中)";
constexpr const char* kArea =
    "在校生数(小学)\t在校生数(初中)\t体育运动场馆面积\t体育运动场馆面积(小学)\t体育运动场馆面积(初中)";

INSTANTIATE_TEST_SUITE_P(
    Fields, StageSums,
    testing::Values(
        Sums{"equal", kPupils, "九年一贯制\t1000\t600\t400", 0}, Sums{"less", kPupils, "九年一贯制\t1000\t600\t399", 1},
        Sums{"more", kPupils, "九年一贯制\t1000\t600\t401", 1},
        Sums{"a stage of 0 is a number", kPupils, "九年一贯制\t1000\t600\t0", 1},
        Sums{"a stage of 0, and the other is all", kPupils, "九年一贯制\t600\t600\t0", 0},
        Sums{"a whole of 0 is a number", kPupils, "九年一贯制\t0\t600\t400", 1},
        Sums{"no whole", kPupils, "九年一贯制\t\t600\t400", 0}, Sums{"no stages", kPupils, "九年一贯制\t1000\t\t", 0},
        Sums{"the only stage is less", kPupils, "小学\t1000\t999\t", 0},
        Sums{"the only stage is more", kPupils, "小学\t1000\t1001\t", 1},
        Sums{"senior pupils have no column", kPupils, "十二年一贯制\t1200\t600\t400", 0},
        Sums{"senior pupils have no column, and yet there are more", kPupils, "十二年一贯制\t999\t600\t400", 1},
        Sums{"a complete secondary school without its senior pupils", kPupils, "完全中学\t1200\t0\t400", 0},
        Sums{"a type that nobody knows", kPupils, "\t1200\t600\t400", 1},
        Sums{"three stages", kAll, "十二年一贯制\t1200\t600\t400\t200", 0},
        Sums{"three stages, one less", kAll, "十二年一贯制\t1200\t600\t400\t199", 1},
        Sums{"three stages, one more", kAll, "十二年一贯制\t1200\t600\t400\t201", 1},
        Sums{"the senior stage may be the rest", kAll, "十二年一贯制\t1200\t600\t400\t", 0},
        Sums{"areas, equal", kArea, "九年一贯制\t600\t400\t8000.05\t5000.03\t3000.02", 0},
        Sums{"areas, a hundredth less", kArea, "九年一贯制\t600\t400\t8000.05\t5000.03\t3000.01", 1},
        Sums{"areas, a hundredth more", kArea, "九年一贯制\t600\t400\t8000.05\t5000.03\t3000.03", 1}),
    [](const auto& info) { return "Case" + std::to_string(info.index); });

/// Each row by itself: what is wrong in one is said once, with its line and its field.
TEST(StageSum, IsSaidOnceForEachSchool) {
  const Outcome outcome(
      std::string("学校名称\t学校类型\t") + kPupils +
      "\n甲\t九年一贯制\t1000\t600\t400\n乙\t九年一贯制\t1000\t600\t500\n丙\t九年一贯制\t1\t1\t0\n合计"
      "\t\t9999\t1201\t900\n");
  ASSERT_EQ(outcome.issues(IssueCode::parts_differ), 1U);
  const auto issue = outcome.issue(IssueCode::parts_differ);
  EXPECT_EQ(issue->line, 3U);
  EXPECT_EQ(outcome.found(*issue), "乙");
  EXPECT_EQ(outcome.result.vocabulary->fields[issue->subject].id, "pupils");
}

}  // namespace
