// SPDX-License-Identifier: MIT
// Numbers that do not say enough: blanks, units, readings that nobody chose, and two ways to the same value.
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

const std::string kHead = "学校名称\t学校类型\t在校生数\t";

TEST(OpenNumbers, WhatIsAddedAndWhatItIsAddedToMayStandInOtherColumns) {
  const Outcome teachers(
      "学校名称\t学校类型\t在校生数\t体育、艺术专任教师数(小学)\t体育交流轮岗/兼职/走教教师人数\t"
      "是否50人及以上但不足100人的乡村小规模学校和教学点\n甲\t教学点\t80\t0\t1\t是\n");
  EXPECT_DOUBLE_EQ(teachers.value("甲", Stage::primary, "sports_arts_teachers"), 1.25);
  EXPECT_EQ(teachers.value_verdict("甲", Stage::primary, "sports_arts_teachers"), Verdict::pass);
  const Outcome areas(
      "学校名称\t学校类型\t在校生数\t体育运动场馆面积(小学)\t校外租赁场馆面积\t是否人口密度过高的大城市中心城区学校\n"
      "甲\t小学\t100\t500\t300\t是\n");
  EXPECT_DOUBLE_EQ(areas.value("甲", Stage::primary, "sports_area"), 8.0);
  const Outcome split(
      "学校名称\t学校类型\t小学在校生数\t初中在校生数\t小学体育运动场馆面积\t初中体育运动场馆面积\t校外租赁场馆面积\t"
      "是否人口密度过高的大城市中心城区学校\n甲\t九年一贯制\t600\t400\t3000\t4000\t1040\t是\n");
  EXPECT_DOUBLE_EQ(split.value("甲", Stage::primary, "sports_area"), 6.0) << "5 of its own and 1 of the lease";
  EXPECT_DOUBLE_EQ(split.value("甲", Stage::middle, "sports_area"), 11.1);
}

TEST(OpenNumbers, ABlankHallIsNoHallOfZeroInAnyLayout) {
  for (const char* rows : {"甲\t小学\t100\t450\t\n", "甲\t小学\t100\t450\t\n乙\t小学\t100\t450\t\n",
                           "甲\t小学\t100\t450\t\n乙\t小学\t100\t450\t10\n"}) {
    const Outcome outcome(kHead + "教学及辅助用房面积\t室内体育用房面积\n" + rows);
    EXPECT_EQ(outcome.value_verdict("甲", Stage::primary, "teaching_area"), Verdict::unknown) << rows;
  }
  const Outcome none(kHead + "教学及辅助用房面积\n甲\t小学\t100\t450\n");
  EXPECT_EQ(none.value_verdict("甲", Stage::primary, "teaching_area"), Verdict::pass);
  EXPECT_EQ(none.issues(IssueCode::indoor_not_given), 1U) << "without such a column it is said";
}

TEST(OpenNumbers, TeachersOfAJuniorCollegeAreAskedOfPrimarySchoolsAlone) {
  const std::string header = kHead + "本科学历教师人数\t硕士学历教师人数\t博士学历教师人数\n";
  const Outcome middle(header + "甲\t初中\t1000\t52\t1\t0\n");
  EXPECT_DOUBLE_EQ(middle.value("甲", Stage::middle, "degree_teachers"), 5.3);
  EXPECT_EQ(middle.value_verdict("甲", Stage::middle, "degree_teachers"), Verdict::pass);
  const Outcome both(header + "甲\t初中\t1000\t52\t1\t0\n乙\t小学\t1000\t52\t1\t0\n");
  EXPECT_EQ(both.value_verdict("甲", Stage::middle, "degree_teachers"), Verdict::pass);
  EXPECT_EQ(both.value_verdict("乙", Stage::primary, "degree_teachers"), Verdict::unknown);
}

TEST(OpenNumbers, TheFirstCompleteWayOfEachRowCounts) {
  const std::string header =
      kHead + "高于规定学历教师数\t专科学历教师人数\t本科学历教师人数\t硕士学历教师人数\t博士学历教师人数\n";
  const Outcome outcome(header +
                        "甲\t小学\t1000\t\t10\t30\t2\t0\n乙\t小学\t1000\t50\t\t\t\t\n丙\t小学\t1000\t42\t10\t30\t2\t0\n"
                        "丁\t小学\t1000\t50\t10\t30\t2\t0\n戊\t小学\t1000\t\t10\t\t2\t0\n");
  const auto value = [&](const char* school) { return outcome.value(school, Stage::primary, "degree_teachers"); };
  EXPECT_DOUBLE_EQ(value("甲"), 4.2);
  EXPECT_DOUBLE_EQ(value("乙"), 5.0);
  EXPECT_DOUBLE_EQ(value("丙"), 4.2);
  EXPECT_DOUBLE_EQ(value("丁"), 5.0) << "the first of two";
  EXPECT_TRUE(std::isnan(value("戊")));
  ASSERT_EQ(outcome.issues(IssueCode::ways_differ), 1U) << test::issue_names(outcome.result.issues);
  EXPECT_EQ(outcome.found(*outcome.issue(IssueCode::ways_differ)), "丁");
}

TEST(OpenNumbers, AStatedValueAgreesWithWhatItIsRoundedFrom) {
  const std::string header = kHead + "教学仪器设备值(元)\t生均教学仪器设备值(元)\n";
  EXPECT_EQ(Outcome(header + "甲\t小学\t3\t10000\t3333.33\n").issues(IssueCode::ways_differ), 0U);
  EXPECT_EQ(Outcome(header + "甲\t小学\t3\t10000\t3333.34\n").issues(IssueCode::ways_differ), 1U);
  EXPECT_EQ(Outcome(header + "甲\t小学\t3\t10000\t3333\n").issues(IssueCode::ways_differ), 0U);
}

TEST(OpenNumbers, AnAmountWithoutAUnitIsAskedAboutAgainstTheThreshold) {
  const auto verdict = [](const std::string& header, const char* amount) {
    const Outcome outcome(kHead + header + "\n甲\t小学\t2184\t" + amount + "\n");
    EXPECT_EQ(outcome.issues(IssueCode::unit_asked) == 1U,
              outcome.value_verdict("甲", Stage::primary, "equipment_value") == Verdict::unknown)
        << header << amount;
    return outcome.value_verdict("甲", Stage::primary, "equipment_value");
  };
  EXPECT_EQ(verdict("教学仪器设备值", "681.77"), Verdict::unknown);
  EXPECT_EQ(verdict("教学仪器设备值(元)", "681.77"), Verdict::fail) << "whoever writes 元 means it";
  EXPECT_EQ(verdict("教学仪器设备值(万元)", "681.77"), Verdict::pass);
  EXPECT_EQ(verdict("教学仪器设备值", "681.77万元"), Verdict::pass) << "the cell names it";
  EXPECT_EQ(verdict("教学仪器设备值", "6817700"), Verdict::pass);
  EXPECT_EQ(verdict("教学仪器设备值", "0"), Verdict::fail) << "nothing is nothing in any unit";
  EXPECT_EQ(verdict("生均教学仪器设备值", "0.31"), Verdict::unknown) << "a value per pupil likewise";
  junheng::TableChoices chosen;
  chosen.columns = {{3, "equipment_value", "", "元"}};
  junheng::Request request;
  request.reading = chosen;
  const Outcome decided(kHead + "教学仪器设备值\n甲\t小学\t2184\t681.77\n", request);
  EXPECT_EQ(decided.value_verdict("甲", Stage::primary, "equipment_value"), Verdict::fail) << "a person has decided";
}

TEST(OpenNumbers, ATotalBelowItsPartsIsNoTotal) {
  const std::string table = kHead + "体育教师数\t音乐教师数\t美术教师数\t艺术教师人数\n甲\t小学\t1000\t4\t2\t2\t1\n";
  const Outcome asked(table);
  EXPECT_EQ(asked.issues(IssueCode::option_asked), 1U) << test::issue_names(asked.result.issues);
  EXPECT_EQ(asked.value_verdict("甲", Stage::primary, "sports_arts_teachers"), Verdict::unknown);
  junheng::Request request;
  request.options = {{"arts", "separate"}};
  EXPECT_DOUBLE_EQ(Outcome(table, request).value("甲", Stage::primary, "sports_arts_teachers"), 0.9);
  request.options = {{"arts", "subtotal"}};
  const Outcome chosen(table, request);
  EXPECT_DOUBLE_EQ(chosen.value("甲", Stage::primary, "sports_arts_teachers"), 0.5);
  EXPECT_EQ(chosen.issues(IssueCode::option_asked), 0U);
  request.options = {{"arts", "separate"}};
  const Outcome blank(kHead + "体育教师数\t音乐教师数\t美术教师数\t艺术教师人数\n甲\t小学\t1000\t4\t4\t5\t\n", request);
  EXPECT_EQ(blank.value_verdict("甲", Stage::primary, "sports_arts_teachers"), Verdict::unknown)
      << "a subject of its own";
  const Outcome total(kHead + "体育教师数\t音乐教师数\t美术教师数\t艺术教师人数\n甲\t小学\t1000\t5\t2\t2\t4\n");
  EXPECT_DOUBLE_EQ(total.value("甲", Stage::primary, "sports_arts_teachers"), 0.9);
  EXPECT_EQ(total.issues(IssueCode::option_asked), 0U);
}

TEST(OpenNumbers, PartsOfRoomsAndTeachersAreReadAndPartsOfPupilsAreNot) {
  const Outcome stage("学校名称\t学段\t在校生数\t网络多媒体教室数\n甲校\t小学\t600\t13.85\n甲校\t初中\t400\t10.15\n");
  EXPECT_EQ(stage.issues(IssueCode::fraction_of_stage), 1U) << "said once: it is usual there";
  EXPECT_DOUBLE_EQ(stage.value("甲校", Stage::primary, "multimedia_rooms"), 1385.0 / 600);
  const Outcome whole(kHead + "骨干教师数\n甲小学\t小学\t100\t4.2\n乙小学\t小学\t100\t1.5\n");
  EXPECT_EQ(whole.issues(IssueCode::fraction), 2U) << test::issue_names(whole.result.issues);
  EXPECT_DOUBLE_EQ(whole.value("甲小学", Stage::primary, "backbone_teachers"), 4.2);
  EXPECT_EQ(Outcome(kHead + "班级数\n甲\t小学\t100.5\t2\n").issues(IssueCode::not_whole), 1U);
  EXPECT_EQ(Outcome(kHead + "班级数\n甲\t小学\t100\t2.5\n").issues(IssueCode::not_whole), 1U);
}

TEST(OpenNumbers, MuOfAWorkbookAreReadWithAllTheirDigits) {
  const Outcome outcome(kHead + "体育运动场馆面积(亩)\n甲\t小学\t100\t1.12345678901234\n");
  EXPECT_EQ(outcome.issues(IssueCode::too_large), 0U) << test::issue_names(outcome.result.issues);
  EXPECT_NEAR(outcome.value("甲", Stage::primary, "sports_area"), 7.48971192674893, 1e-8);
  EXPECT_EQ(Outcome(kHead + "体育运动场馆面积(亩)\n甲\t小学\t100\t999999999999\n").issues(IssueCode::too_large), 1U);
}

TEST(OpenNumbers, WordsOfTheFormsForKindsOfSchools) {
  const auto placed = [](const char* word) {
    const Outcome outcome(std::string("学校名称\t学校类型\t在校生数\n甲\t") + word + "\t100\n");
    EXPECT_EQ(outcome.issues(IssueCode::type_unknown), 0U) << word;
    if (outcome.unit("甲", Stage::primary) != test::kNowhere) return Stage::primary;
    return outcome.unit("甲", Stage::middle) != test::kNowhere ? Stage::middle : Stage::senior;
  };
  for (const char* word : {"九年一贯制学校小学部", "十二年一贯制学校小学部", "小学部", "乡镇中心小学", "民办小学",
                           "公办小学", "九年一贯制（小学）", "民办九年一贯制学校小学部"})
    EXPECT_EQ(placed(word), Stage::primary) << word;
  for (const char* word :
       {"完全中学初中部", "十二年一贯制学校初中部", "九年一贯制学校初中部", "初中部", "公办初中", "民办初级中学"})
    EXPECT_EQ(placed(word), Stage::middle) << word;
  const Outcome asked("学校名称\t学校类型\t在校生数\n甲\t中学\t100\n");
  EXPECT_EQ(asked.issues(IssueCode::type_unknown), 1U);
  EXPECT_EQ(asked.result.verdict, Verdict::unknown) << "a middle school, or a senior one?";
}

TEST(OpenNumbers, TheYearASchoolWasBuiltAnswersBothQuestions) {
  const auto size = [](const char* year, const char* flag) {
    return Outcome(std::string("学校名称\t学校类型\t在校生数\t建校年份\t是否2010年及之前规划并建成\n甲\t小学\t2300\t") +
                   year + "\t" + flag + "\n")
        .item_verdict("G4");
  };
  EXPECT_EQ(size("2010", ""), Verdict::pass);
  EXPECT_EQ(size("2011", ""), Verdict::fail);
  EXPECT_EQ(size("2010", "否"), Verdict::fail)
      << "what is said of it stands: built by then and planned later is not both";
  EXPECT_EQ(size("", ""), Verdict::fail);
  const Outcome alone("学校名称\t学校类型\t在校生数\t建校时间\n甲\t小学\t2300\t1985年\n");
  EXPECT_EQ(alone.item_verdict("G4"), Verdict::pass) << test::issue_names(alone.result.issues);
}

TEST(OpenNumbers, PrivateSchoolsAreEvaluatedUnlessTheOtherReadingIsChosen) {
  const std::vector<std::string> tables = {
      "学校名称\t学校类型\t办学性质\t在校生数\n甲\t小学\t公办\t100\n乙\t小学\t民办\t2100\n",
      "学校名称\t学校类型\t举办者类型\t在校生数\n甲\t小学\t7\t100\n乙\t小学\t10\t2100\n",
      "学校名称\t学校类型\t在校生数\n甲\t公办小学\t100\n乙\t民办小学\t2100\n"};
  junheng::Request request;
  request.options = {{"private", "left_out"}};
  for (const std::string& table : tables) {
    EXPECT_EQ(Outcome(table).result.split.units.size(), 2U) << table;
    const Outcome without(table, request);
    EXPECT_EQ(without.result.split.units.size(), 1U) << table;
    ASSERT_EQ(without.result.split.left_out.size(), 1U);
    EXPECT_EQ(test::quality().exclusions[without.result.split.left_out[0].rule].id, "private");
    EXPECT_EQ(without.item_verdict("G4"), Verdict::fail) << "the rules of the government's part still speak of it";
  }
}

}  // namespace
