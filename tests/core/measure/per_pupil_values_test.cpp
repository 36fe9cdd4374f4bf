// SPDX-License-Identifier: MIT
// Tables that hold the values per pupil (表Ⅱ-2) and no totals: judged as they stand, and said to be so.
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "support/outcome.h"

using junheng::IssueCode;
using junheng::Stage;
using junheng::Verdict;
using test::Outcome;

namespace {

/// Headers as the form prints them, broken words included.
const std::vector<std::string> kForm = {"每百名学生拥有高于规定学历教师数",
                                        "每百名学生拥有县级及以上骨干教师数",
                                        "每百名学生拥有体育、艺术 (美术、音乐)专任教师数",
                                        "生均教学及辅助用 房面积（ ㎡）",
                                        "生均体育运动场馆面积（㎡）",
                                        "生均教学仪器设备值(元)",
                                        "每百名学生拥有网络多媒体 教室数"};
const std::vector<std::string> kIds = {"degree_teachers", "backbone_teachers", "sports_arts_teachers", "teaching_area",
                                       "sports_area",     "equipment_value",   "multimedia_rooms"};

std::string form(const std::vector<std::string>& rows) {
  std::string text = "序 号\t学校名称\t学校类型\t在校生数";
  for (const std::string& header : kForm)
    text += "\t" + header;
  text += "\n";
  for (const std::string& row : rows)
    text += row + "\n";
  return text;
}

struct Limits {
  const char* type;
  Stage stage;
  std::vector<const char*> below_floor;
  std::vector<const char*> floor;
  std::vector<const char*> below;
  std::vector<const char*> limit;
};

const std::vector<Limits> kLimits = {
    {"小学",
     Stage::primary,
     {"3.5699", "0.8499", "0.7649", "3.8249", "6.3749", "1699.99", "1.9549"},
     {"3.57", "0.85", "0.765", "3.825", "6.375", "1700", "1.955"},
     {"4.19", "0.99", "0.89", "4.49", "7.49", "1999.99", "2.29"},
     {"4.2", "1", "0.9", "4.5", "7.5", "2000", "2.3"}},
    {"初中",
     Stage::middle,
     {"4.5049", "0.8499", "0.7649", "4.9299", "8.6699", "2124.99", "2.0399"},
     {"4.505", "0.85", "0.765", "4.93", "8.67", "2125", "2.04"},
     {"5.29", "0.99", "0.89", "5.79", "10.19", "2499.99", "2.39"},
     {"5.3", "1", "0.9", "5.8", "10.2", "2500", "2.4"}},
};

TEST(PerPupilValues, AreJudgedAtTheThresholdAndAtItsFloor) {
  for (const Limits& one : kLimits) {
    const std::vector<std::pair<const std::vector<const char*>*, Verdict>> columns = {{&one.below_floor, Verdict::fail},
                                                                                      {&one.floor, Verdict::near},
                                                                                      {&one.below, Verdict::near},
                                                                                      {&one.limit, Verdict::pass}};
    for (std::size_t i = 0; i < kIds.size(); ++i) {
      for (const auto& [values, verdict] : columns) {
        std::string row = std::string("1\t甲\t") + one.type + "\t500";
        for (std::size_t j = 0; j < kIds.size(); ++j)
          row += std::string("\t") + (i == j ? (*values)[j] : one.limit[j]);
        const Outcome outcome(form({row}));
        SCOPED_TRACE(std::string(one.type) + " " + kIds[i] + " " + (*values)[i]);
        EXPECT_EQ(test::word(outcome.value_verdict("甲", one.stage, kIds[i])), test::word(verdict));
        EXPECT_DOUBLE_EQ(outcome.value("甲", one.stage, kIds[i]), std::stod((*values)[i]));
        // One near the limit is allowed, one below the floor is not.
        EXPECT_EQ(outcome.unit_verdict("甲", one.stage), verdict == Verdict::fail ? Verdict::fail : Verdict::pass);
      }
    }
  }
}

TEST(PerPupilValues, AreSaidToBeGivenOncePerIndicator) {
  const Outcome outcome(
      form({"1\t甲\t小学\t500\t5\t1\t1\t5\t8\t2100\t2.5", "2\t乙\t小学\t700\t6\t2\t1\t6\t9\t2200\t2.6",
            "1\t丙\t初中\t500\t6\t1\t1\t6\t11\t2600\t2.5"}));
  EXPECT_EQ(outcome.issues(IssueCode::values_given), kIds.size());
  std::vector<bool> said(kIds.size(), false);
  for (const auto& issue : outcome.result.issues) {
    if (issue.code != IssueCode::values_given) continue;
    ASSERT_LT(issue.subject, said.size());
    EXPECT_FALSE(said[issue.subject]) << kIds[issue.subject];
    said[issue.subject] = true;
  }
  EXPECT_EQ(outcome.issues(IssueCode::resource_not_given), 0U);
  EXPECT_EQ(outcome.part("resources").verdict, Verdict::pass);
  const auto& column = outcome.result.indicators[0];
  for (const auto origin : column.origin)
    EXPECT_EQ(origin, junheng::Origin::given);
}

TEST(PerPupilValues, AreWeightedByPupilsInTheCoefficient) {
  // The worked example by its values: 10.65 below the root, 6.33 on average.
  const Outcome outcome(
      "学校名称\t学校类型\t在校生数\t生均图书册数\n1\t小学\t45\t6.2\n2\t小学\t37\t3.7027027\n3\t小学\t89\t10.5056180\n"
      "4\t小学\t76\t2.1052632\n5\t小学\t55\t7.3090909\n",
      test::basic());
  EXPECT_NEAR(outcome.balance(Stage::primary, "books").spread.cv, 0.5152566, 1e-6);
  EXPECT_NEAR(outcome.balance(Stage::primary, "books").spread.mean, 6.334437, 1e-6);
  EXPECT_EQ(outcome.issues(IssueCode::values_given), 1U);
}

TEST(PerPupilValues, OfAWholeSchoolSayNothingOfItsStages) {
  const Outcome outcome(
      "学校名称\t学校类型\t在校生数(小学)\t在校生数(初中)"
      "\t生均体育运动场馆面积（㎡）\n甲\t九年一贯制\t600\t400\t12\n乙\t小学\t500\t\t8\n");
  EXPECT_EQ(outcome.value_verdict("甲", Stage::primary, "sports_area"), Verdict::unknown);
  EXPECT_EQ(outcome.value_verdict("甲", Stage::middle, "sports_area"), Verdict::unknown);
  EXPECT_EQ(outcome.value_verdict("乙", Stage::primary, "sports_area"), Verdict::pass);
  EXPECT_EQ(outcome.issues(IssueCode::given_not_split), 2U) << "once for each stage";
  EXPECT_EQ(outcome.result.verdict, Verdict::unknown);
}

TEST(PerPupilValues, MayStandByStage) {
  const Outcome outcome(
      "学校名称\t学校类型\t在校生数(小学)\t在校生数(初中)\t小学生均体育运动场馆面积\t初中生均体育运动场馆面积\n"
      "甲\t九年一贯制\t600\t400\t7.5\t10.19\n");
  EXPECT_EQ(outcome.value_verdict("甲", Stage::primary, "sports_area"), Verdict::pass);
  EXPECT_EQ(outcome.value_verdict("甲", Stage::middle, "sports_area"), Verdict::near);
  EXPECT_EQ(outcome.issues(IssueCode::given_not_split), 0U);
}

TEST(PerPupilValues, TotalsComeFirst) {
  const Outcome outcome(
      "学校名称\t学校类型\t在校生数\t体育运动场馆面积\t生均体育运动场馆面积\t生均教学仪器设备值\n甲\t小学\t100\t700\t99"
      "\t2000\n");
  EXPECT_DOUBLE_EQ(outcome.value("甲", Stage::primary, "sports_area"), 7.0);
  EXPECT_EQ(outcome.value_verdict("甲", Stage::primary, "sports_area"), Verdict::near);
  EXPECT_EQ(outcome.issues(IssueCode::values_given), 1U) << "of the equipment alone";
}

TEST(PerPupilValues, AGapStaysAGap) {
  const Outcome outcome(form({"1\t甲\t小学\t500\t5\t1\t—\t5\t8\t2100\t2.5"}));
  EXPECT_EQ(outcome.value_verdict("甲", Stage::primary, "sports_arts_teachers"), Verdict::unknown);
  EXPECT_TRUE(std::isnan(outcome.value("甲", Stage::primary, "sports_arts_teachers")));
  EXPECT_EQ(outcome.unit_verdict("甲", Stage::primary), Verdict::unknown);
}

}  // namespace
