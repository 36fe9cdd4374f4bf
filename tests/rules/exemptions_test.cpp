// SPDX-License-Identifier: MIT
// What some schools may be allowed (rules 1.4, 1.6): both sides of each limit, and the exemption is named only where
// it makes the difference.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "support/outcome.h"

using junheng::Stage;
using junheng::Verdict;
using test::Outcome;

namespace {

constexpr Verdict kPass = Verdict::pass;
constexpr Verdict kFail = Verdict::fail;
constexpr Verdict kUnknown = Verdict::unknown;

constexpr double kUnknownValue = std::numeric_limits<double>::quiet_NaN();

struct Case {
  const char* what;
  std::string row;
  Verdict verdict;
  const char* exemption;  ///< its id; "" where the general row was used
};

/// The one row of the table, judged by one check.
void expect_all(const std::string& header, const char* item, const char* check, const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    SCOPED_TRACE(one.what);
    const Outcome outcome(header + "\n" + one.row + "\n");
    const auto result = outcome.check(item, check);
    EXPECT_EQ(test::word(result.verdict), test::word(one.verdict));
    ASSERT_EQ(result.subjects, 1U);
    const auto* const way = outcome.way(item, check);
    ASSERT_NE(way, nullptr);
    // Of schools only those that fail, are unknown or use an exemption are kept.
    ASSERT_EQ(result.judged.size(), one.verdict == kPass && *one.exemption == '\0' ? 0U : 1U);
    if (!result.judged.empty()) {
      EXPECT_EQ(Outcome::exemptions(*way, result.judged[0]), one.exemption);
    }
  }
}

TEST(Exemptions, RoomsOf73And67CountWhereTheSchoolWasBuiltBy2016) {
  const std::string music =
      "学校名称\t学校类型\t在校生数\t班级数\t单间面积≥96㎡的音乐教室间数\t73㎡≤单间面积＜96㎡的音乐教室间数\t"
      "是否2016年及之前规划并建成";
  expect_all(music, "G3", "music",
             {{"big room enough", "甲\t小学\t500\t12\t1\t5\t是", kPass, ""},
              {"smaller room counts", "甲\t小学\t500\t12\t0\t1\t是", kPass, "built_2016"},
              {"exactly enough together", "甲\t小学\t900\t24\t1\t1\t是", kPass, "built_2016"},
              {"one too few together", "甲\t小学\t900\t25\t1\t1\t是", kFail, "built_2016"},
              {"built later", "甲\t小学\t500\t12\t0\t1\t否", kFail, ""},
              {"not said when it was built", "甲\t小学\t500\t12\t0\t1\t", kFail, ""},
              {"smaller rooms not given", "甲\t小学\t500\t12\t0\t\t是", kUnknown, "built_2016"},
              {"smaller rooms not given and not claimed", "甲\t小学\t500\t12\t0\t\t否", kFail, ""}});
  const Outcome gap(music + "\n甲\t小学\t500\t12\t\t1\t是\n");
  EXPECT_EQ(gap.check("G3", "music").verdict, kUnknown) << "smaller rooms say nothing of the big ones";
  const std::string art =
      "学校名称\t学校类型\t在校生数\t班级数\t单间面积≥90㎡的美术教室间数\t67㎡≤单间面积＜90㎡的美术教室间数\t"
      "是否2016年及之前规划并建成";
  expect_all(art, "G3", "art",
             {{"big room enough", "甲\t初中\t500\t12\t1\t0\t是", kPass, ""},
              {"smaller room counts", "甲\t初中\t500\t12\t0\t1\t是", kPass, "built_2016"},
              {"built later", "甲\t初中\t500\t12\t0\t1\t否", kFail, ""}});
}

TEST(Exemptions, RuralSchoolsWithSmallClassesMayHaveSmallRooms) {
  const std::string header =
      "学校名称\t学校类型\t在校生数\t班级数\t单间面积≥96㎡的音乐教室间数\t73㎡≤单间面积＜96㎡的音乐教室间数\t"
      "61㎡≤单间面积＜73㎡的音乐教室间数\t54㎡≤单间面积＜61㎡的音乐教室间数\t是否最大班额低于30人的农村小规模学校";
  expect_all(header, "G3", "music",
             {{"54 in a primary school", "甲\t小学\t80\t6\t0\t0\t0\t1\t是", kPass, "rural_small_class"},
              {"54 in a teaching point", "甲\t教学点\t60\t6\t0\t0\t0\t1\t是", kPass, "rural_small_class"},
              {"54 in a middle school", "甲\t初中\t80\t6\t0\t0\t0\t1\t是", kFail, ""},
              {"61 in a middle school", "甲\t初中\t80\t6\t0\t0\t1\t0\t是", kPass, "rural_small_class"},
              {"73 is more than 61", "甲\t初中\t80\t6\t0\t1\t0\t0\t是", kPass, "rural_small_class"},
              {"96 needs no exemption", "甲\t初中\t80\t6\t1\t0\t0\t0\t是", kPass, ""},
              {"not such a school", "甲\t小学\t80\t6\t0\t0\t1\t1\t否", kFail, ""},
              {"not said", "甲\t小学\t80\t6\t0\t0\t1\t1\t", kFail, ""}});
  const std::string art =
      "学校名称\t学校类型\t在校生数\t班级数\t单间面积≥90㎡的美术教室间数\t61㎡≤单间面积＜67㎡的美术教室间数\t"
      "54㎡≤单间面积＜61㎡的美术教室间数\t是否最大班额低于30人的农村小规模学校";
  expect_all(art, "G3", "art",
             {{"54 in a primary school", "甲\t小学\t80\t6\t0\t0\t1\t是", kPass, "rural_small_class"},
              {"54 in a middle school", "甲\t初中\t80\t6\t0\t0\t1\t是", kFail, ""},
              {"61 in a middle school", "甲\t初中\t80\t6\t0\t1\t0\t是", kPass, "rural_small_class"}});
}

TEST(Exemptions, ARoomIsCountedOnceWhereBothHold) {
  const std::string header =
      "学校名称\t学校类型\t在校生数\t班级数\t单间面积≥96㎡的音乐教室间数\t73㎡≤单间面积＜96㎡的音乐教室间数\t"
      "是否2016年及之前规划并建成\t是否最大班额低于30人的农村小规模学校";
  expect_all(header, "G3", "music",
             {{"one room for 13 classes", "甲\t小学\t200\t13\t0\t1\t是\t是", kFail, "built_2016"},
              {"one room for 12 classes", "甲\t小学\t200\t12\t0\t1\t是\t是", kPass, "built_2016"}});
}

TEST(Exemptions, SchoolsBuiltBy2010MayBeLarger) {
  const std::string header = "学校名称\t学校类型\t在校生数\t是否2010年及之前规划并建成";
  expect_all(header, "G4", "size",
             {{"2000", "甲\t小学\t2000\t否", kPass, ""},
              {"2000, old", "甲\t小学\t2000\t是", kPass, ""},
              {"2001", "甲\t小学\t2001\t否", kFail, ""},
              {"2001, not said", "甲\t小学\t2001\t", kFail, ""},
              {"2001, old", "甲\t小学\t2001\t是", kPass, "built_2010"},
              {"2400, old", "甲\t初中\t2400\t是", kPass, "built_2010"},
              {"2401, old", "甲\t初中\t2401\t是", kFail, "built_2010"}});
}

TEST(Exemptions, SchoolsOfSeveralStagesHaveLimitsOfTheirOwn) {
  const std::string header =
      "学校名称\t学校类型\t在校生数(小学)\t在校生数(初中)\t在校生数(高中)\t是否2010年及之前规划并建成";
  expect_all(header, "G4", "size",
             {{"nine years, 2500", "甲\t九年一贯制\t1500\t1000\t\t否", kPass, ""},
              {"nine years, 2501", "甲\t九年一贯制\t1501\t1000\t\t否", kFail, ""},
              {"nine years, 2501, old", "甲\t九年一贯制\t1501\t1000\t\t是", kPass, "built_2010"},
              {"nine years, 3000, old", "甲\t九年一贯制\t2000\t1000\t\t是", kPass, "built_2010"},
              {"nine years, 3001, old", "甲\t九年一贯制\t2001\t1000\t\t是", kFail, "built_2010"},
              {"twelve years, senior pupils do not count", "甲\t十二年一贯制\t1500\t1000\t900\t否", kPass, ""},
              {"twelve years, 2501", "甲\t十二年一贯制\t1500\t1001\t900\t否", kFail, ""},
              {"twelve years, no relaxed limit is known", "甲\t十二年一贯制\t1500\t1001\t900\t是", kFail, ""},
              {"complete secondary, middle part of 2000", "甲\t完全中学\t\t2000\t1500\t否", kPass, ""},
              {"complete secondary, middle part of 2001", "甲\t完全中学\t\t2001\t1500\t否", kFail, ""},
              {"complete secondary, 2400, old", "甲\t完全中学\t\t2400\t1500\t是", kPass, "built_2010"},
              {"complete secondary, 2401, old", "甲\t完全中学\t\t2401\t1500\t是", kFail, "built_2010"}});
}

TEST(Exemptions, MoreThanHalfMigrantsAndExactlyHalfIsNot) {
  const std::string header = "学校名称\t学校类型\t在校生数\t进城务工人员随迁子女在校生人数";
  expect_all(header, "G4", "size",
             {{"exactly half", "甲\t小学\t2002\t1001", kFail, ""},
              {"one more than half", "甲\t小学\t2002\t1002", kPass, "migrant_majority"},
              {"2400", "甲\t初中\t2400\t1201", kPass, "migrant_majority"},
              {"2401", "甲\t初中\t2401\t2000", kFail, "migrant_majority"},
              {"not given, and would decide", "甲\t小学\t2001\t", kUnknown, ""},
              {"not given, and could not help", "甲\t小学\t2401\t", kFail, ""},
              {"not needed", "甲\t小学\t2000\t1999", kPass, ""}});
  const std::string joint = "学校名称\t学校类型\t在校生数(小学)\t在校生数(初中)\t进城务工人员随迁子女在校生人数";
  expect_all(joint, "G4", "size",
             {{"nine years, 3000", "甲\t九年一贯制\t2000\t1000\t1501", kPass, "migrant_majority"},
              {"nine years, exactly half", "甲\t九年一贯制\t2000\t1000\t1500", kFail, ""},
              {"nine years, 3001", "甲\t九年一贯制\t2001\t1000\t2001", kFail, "migrant_majority"}});
}

TEST(Exemptions, TheTwoReasonsForALargerSchoolDoNotAddUp) {
  const std::string header = "学校名称\t学校类型\t在校生数\t是否2010年及之前规划并建成\t进城务工人员随迁子女在校生人数";
  expect_all(header, "G4", "size",
             {{"2400", "甲\t小学\t2400\t是\t2000", kPass, "built_2010"},
              {"2401", "甲\t小学\t2401\t是\t2000", kFail, "built_2010"}});
}

TEST(Exemptions, ACampusIsARowOfItsOwn) {
  const Outcome apart("学校名称\t学校类型\t在校生数\n甲小学(东校区)\t小学\t1500\n甲小学(西校区)\t小学\t1500\n");
  EXPECT_EQ(apart.check("G4", "size").verdict, kPass);
  EXPECT_EQ(apart.check("G4", "size").subjects, 2U);
  const Outcome together("学校名称\t学校类型\t在校生数\n甲小学\t小学\t3000\n");
  EXPECT_EQ(together.check("G4", "size").verdict, kFail);
}

constexpr const char* kVisiting =
    "学校名称\t学校类型\t在校生数\t体育专任教师数\t音乐专任教师数\t美术专任教师数\t"
    "体育交流轮岗/兼职/走教教师人数\t是否50人及以上但不足100人的乡村小规模学校和教学点\n";

TEST(Exemptions, VisitingTeachersCountFrom50To99Pupils) {
  struct Visiting {
    const char* what;
    const char* row;
    double value;
    Verdict verdict;
    bool used;
  };
  const std::vector<Visiting> cases = {
      {"49 pupils", "甲\t小学\t49\t0\t0\t0\t1\t是", 0.0, kFail, false},
      {"50 pupils", "甲\t小学\t50\t0\t0\t0\t1\t是", 2.0, kPass, true},
      {"99 pupils", "甲\t小学\t99\t0\t0\t0\t1\t是", 100.0 / 99.0, kPass, true},
      {"100 pupils", "甲\t小学\t100\t0\t0\t0\t1\t是", 0.0, kFail, false},
      {"not rural", "甲\t小学\t50\t0\t0\t0\t1\t否", 0.0, kFail, false},
      {"not said", "甲\t小学\t50\t0\t0\t0\t1\t", 0.0, kFail, false},
      {"with teachers of its own", "甲\t小学\t80\t1\t0\t0\t1\t是", 2.5, kPass, true},
      {"middle school", "甲\t初中\t80\t0\t0\t0\t1\t是", 1.25, kPass, true},
      {"teaching point", "甲\t教学点\t80\t0\t0\t0\t1\t是", 1.25, kPass, true},
      {"what visits is left blank and decides", "甲\t小学\t80\t0\t0\t0\t\t是", kUnknownValue, kUnknown, true},
      {"what visits is left blank and is not needed", "甲\t小学\t80\t1\t0\t0\t\t是", 1.25, kPass, true},
  };
  for (const Visiting& one : cases) {
    SCOPED_TRACE(one.what);
    const Outcome outcome(std::string(kVisiting) + one.row + "\n");
    const Stage stage = outcome.unit("甲", Stage::primary) != test::kNowhere ? Stage::primary : Stage::middle;
    const double value = outcome.value("甲", stage, "sports_arts_teachers");
    if (std::isnan(one.value))
      EXPECT_TRUE(std::isnan(value));
    else
      EXPECT_DOUBLE_EQ(value, one.value);
    EXPECT_EQ(outcome.value_verdict("甲", stage, "sports_arts_teachers"), one.verdict);
    const auto& column = outcome.result.indicators[outcome.indicator("sports_arts_teachers")];
    const std::size_t unit = outcome.unit("甲", stage);
    EXPECT_EQ(!column.extras.empty() && column.extras[unit] != 0, one.used);
  }
}

TEST(Exemptions, CentresOfDenseCitiesAddLeasedAndOtherAreas) {
  const std::string header =
      "学校名称\t学校类型\t在校生数\t体育运动场馆面积\t校外租赁场馆面积\t校内其他体育场面积\t"
      "是否人口密度过高的大城市中心城区学校\n";
  struct Area {
    const char* what;
    const char* row;
    double value;
    Verdict verdict;
  };
  const std::vector<Area> cases = {{"both are added", "甲\t小学\t100\t500\t200\t50\t是", 7.5, kPass},
                                   {"a hair below", "甲\t小学\t100\t500\t200\t49.99\t是", 7.4999, Verdict::near},
                                   {"one is not given", "甲\t小学\t100\t500\t300\t\t是", 8.0, kPass},
                                   {"not such a school", "甲\t小学\t100\t500\t200\t50\t否", 5.0, kFail},
                                   {"not said", "甲\t小学\t100\t500\t200\t50\t", 5.0, kFail},
                                   {"its own is not given", "甲\t小学\t100\t\t900\t50\t是", 0.0, kUnknown}};
  for (const Area& one : cases) {
    SCOPED_TRACE(one.what);
    const Outcome outcome(header + one.row + "\n");
    EXPECT_EQ(outcome.value_verdict("甲", Stage::primary, "sports_area"), one.verdict);
    if (one.verdict != kUnknown) {
      EXPECT_DOUBLE_EQ(outcome.value("甲", Stage::primary, "sports_area"), one.value);
    }
  }
  const Outcome nine(
      "学校名称\t学校类型\t在校生数(小学)\t在校生数(初中)\t体育运动场馆面积\t校外租赁场馆面积\t"
      "是否人口密度过高的大城市中心城区学校\n甲\t九年一贯制\t600\t400\t5000\t200\t是\n");
  EXPECT_DOUBLE_EQ(nine.value("甲", Stage::primary, "sports_area"), 5.0) << "what is leased is split as the rest is";
  EXPECT_DOUBLE_EQ(nine.value("甲", Stage::middle, "sports_area"), 5.5);
}

TEST(Exemptions, SpecialEducationIsAskedForMoreWhereTheSubsidyIsChosen) {
  struct Year {
    const char* facts;
    const char* choice;
    Verdict verdict;
    double limit;
  };
  // The rule's own number stands whatever the year is: the later one is a subsidy, and a choice.
  const std::vector<Year> cases = {{"special_per_pupil\t6000", "6000", kPass, 6000},
                                   {"special_per_pupil\t6000\nyear\t2024", "6000", kPass, 6000},
                                   {"special_per_pupil\t5999\nyear\t2024", "6000", kFail, 6000},
                                   {"special_per_pupil\t6000\nyear\t2025", "6000", kPass, 6000},
                                   {"special_per_pupil\t6500\n填报年度\t2026", "6000", kPass, 6000},
                                   {"special_per_pupil\t6999.99\nyear\t2025", "7000", kFail, 7000},
                                   {"special_per_pupil\t7000\nyear\t2025", "7000", kPass, 7000},
                                   {"special_per_pupil\t6500\n填报年度\t2024年度", "7000", kFail, 7000},
                                   {"special_funds\t1351000\nspecial_pupils\t193", "7000", kPass, 7000},
                                   {"special_funds\t1158000\nspecial_pupils\t193", "6000", kPass, 6000},
                                   {"special_funds\t1158000\nspecial_pupils\t193", "7000", kFail, 7000}};
  for (const Year& one : cases) {
    SCOPED_TRACE(one.facts);
    const auto outcome = Outcome::of_facts(one.facts, test::quality(), {{"special_funds", one.choice}});
    const auto check = outcome.check("G7", "special");
    EXPECT_EQ(test::word(check.verdict), test::word(one.verdict));
    const auto* const way = outcome.way("G7", "special");
    ASSERT_NE(way, nullptr);
    ASSERT_EQ(check.judged.size(), 1U);
    EXPECT_DOUBLE_EQ(to_double(way->limits[check.judged[0].limit].limit.value), one.limit);
  }
}

}  // namespace
