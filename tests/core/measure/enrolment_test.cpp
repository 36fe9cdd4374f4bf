// SPDX-License-Identifier: MIT
//
// Enrolments at their edges: 0 makes no stage, and the smallest and largest numbers are what they are.
#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "support/outcome.h"

using junheng::IssueCode;
using junheng::Stage;
using test::kNowhere;
using test::Outcome;

namespace {

const std::string kHeader = "学校名称\t学校类型\t在校生数\t在校生数(小学)\t在校生数(初中)\t教学及辅助用房面积（净）\n";

struct Row {
  const char* what;
  const char* cells;
  std::uint32_t primary;  ///< pupils of the unit; 0: no unit
  std::uint32_t middle;
  std::size_t conflicts;

  friend void PrintTo(const Row& one, std::ostream* out) { *out << one.what; }
};

class Enrolment : public testing::TestWithParam<Row> {};

TEST_P(Enrolment, MakesAUnitOnlyWhereThereArePupils) {
  const Row& row = GetParam();
  const Outcome outcome(kHeader + "甲\t" + row.cells + "\t5000\n");
  const auto pupils = [&](Stage stage) {
    const std::size_t unit = outcome.unit("甲", stage);
    return unit == kNowhere ? 0U : outcome.result.split.units.pupils[unit];
  };
  EXPECT_EQ(pupils(Stage::primary), row.primary);
  EXPECT_EQ(pupils(Stage::middle), row.middle);
  EXPECT_EQ(outcome.issues(IssueCode::stage_conflict), row.conflicts);
  EXPECT_EQ(outcome.issues(IssueCode::split_unknown), 0U);
  // With one stage alone all of the school's area is that stage's.
  if (row.middle == 0 && row.primary != 0) {
    EXPECT_DOUBLE_EQ(outcome.value("甲", Stage::primary, "teaching_area"), 5000.0 / row.primary);
  }
  if (row.primary == 0 && row.middle != 0) {
    EXPECT_DOUBLE_EQ(outcome.value("甲", Stage::middle, "teaching_area"), 5000.0 / row.middle);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Edges, Enrolment,
    testing::Values(Row{"a primary school with 0 in the other column", "小学\t1000\t1000\t0", 1000, 0, 0},
                    Row{"a middle school with 0 in the other column", "初中\t1000\t0\t1000", 0, 1000, 0},
                    Row{"the same without the whole", "初中\t\t0\t1000", 0, 1000, 0},
                    Row{"one pupil of another stage is one", "小学\t1001\t1000\t1", 1000, 1, 1},
                    Row{"without a type the stages with pupils count", "\t1000\t1000\t0", 1000, 0, 0},
                    Row{"without a type, the other stage", "\t1000\t0\t1000", 0, 1000, 0},
                    Row{"a nine-year school without middle pupils yet", "九年一贯制\t600\t600\t0", 600, 0, 0},
                    Row{"a nine-year school without primary pupils yet", "九年一贯制\t400\t0\t400", 0, 400, 0},
                    Row{"a nine-year school of both", "九年一贯制\t1000\t600\t400", 600, 400, 0},
                    Row{"a single pupil", "小学\t1\t\t", 1, 0, 0},
                    Row{"the most that is believed", "小学\t1000000000\t\t", 1000000000, 0, 0}),
    [](const auto& info) { return "Case" + std::to_string(info.index); });

TEST(EnrolmentEdge, ASchoolWithoutPupilsIsListed) {
  const Outcome outcome(kHeader + "甲\t小学\t0\t\t\t5000\n乙\t九年一贯制\t600\t600\t0\t5000\n");
  const auto& left_out = outcome.result.split.left_out;
  ASSERT_EQ(left_out.size(), 2U);
  for (const auto& each : left_out)
    EXPECT_EQ(id_of(each.why), id_of(junheng::LeftOut::no_pupils));
  EXPECT_EQ(outcome.unit("甲", Stage::primary), kNowhere);
}

TEST(EnrolmentEdge, OneMoreThanIsBelievedIsSaid) {
  EXPECT_EQ(Outcome(kHeader + "甲\t小学\t1000000000\t\t\t5000\n").issues(IssueCode::too_large), 0U);
  EXPECT_GE(Outcome(kHeader + "甲\t小学\t1000000001\t\t\t5000\n").issues(IssueCode::too_large), 1U);
}

/// A teaching point is small by all of its pupils, wherever they are written.
TEST(EnrolmentEdge, SmallIsSaidOfTheSumOfTheStages) {
  const auto left_out = [](const char* cells) {
    return Outcome(kHeader + "甲\t教学点\t" + cells + "\t5000\n").result.split.left_out.size();
  };
  EXPECT_EQ(left_out("\t30\t19"), 1U);
  EXPECT_EQ(left_out("\t30\t20"), 0U);
  EXPECT_EQ(left_out("\t49\t"), 1U);
  EXPECT_EQ(left_out("\t50\t"), 0U);
  EXPECT_EQ(left_out("49\t49\t"), 1U);
  EXPECT_EQ(left_out("\t\t"), 0U) << "not known is not small";
}

}  // namespace
