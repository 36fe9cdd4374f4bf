// SPDX-License-Identifier: MIT
// Which rows are one school, and which schools a rule speaks of (rules 1.2, 1.6): the same facts in every layout.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/outcome.h"

using junheng::IssueCode;
using junheng::Stage;
using junheng::Verdict;
using test::Outcome;

namespace {

/// Sheets of one workbook, as they are handed over.
test::Tables sheets(const std::vector<std::pair<std::string, std::string>>& all) {
  test::Tables tables;
  for (const auto& [name, text] : all)
    tables += test::sheet(name, text);
  return tables;
}

/// 1,500 and 1,200 pupils, 13 and 11 classes, two music rooms that stand in the primary part: one row a school, and
/// every layout that says the same.
std::vector<std::pair<const char*, test::Tables>> layouts() {
  const std::string room = "单间面积≥96㎡的音乐教室间数";
  return {
      {"one row a school", "学校名称\t学校类型\t小学在校生数\t初中在校生数\t小学班级数\t初中班级数\t" + room +
                               "\n甲校\t九年一贯制学校\t1500\t1200\t13\t11\t2\n"},
      {"no type",
       "学校名称\t小学在校生数\t初中在校生数\t小学班级数\t初中班级数\t" + room + "\n甲校\t1500\t1200\t13\t11\t2\n"},
      {"学段 and 学校类型", "学校名称\t学校类型\t学段\t在校生数\t班级数\t" + room +
                                "\n甲校\t九年一贯制学校\t小学\t1500\t13\t2\n甲校\t九年一贯制学校\t初中\t1200\t11\t0\n"},
      {"学段 alone",
       "学校名称\t学段\t在校生数\t班级数\t" + room + "\n甲校\t小学\t1500\t13\t2\n甲校\t初中\t1200\t11\t0\n"},
      {"the type is the stage's",
       "学校名称\t学校类型\t在校生数\t班级数\t" + room + "\n甲校\t小学\t1500\t13\t2\n甲校\t初中\t1200\t11\t0\n"},
      {"parts by name", "学校名称\t学校类型\t在校生数\t班级数\t" + room +
                            "\n甲校小学部\t九年一贯制学校\t1500\t13\t2\n甲校初中部\t九年一贯制学校\t1200\t11\t0\n"},
      {"parts by name and no type",
       "学校名称\t在校生数\t班级数\t" + room + "\n甲校小学部\t1500\t13\t2\n甲校初中部\t1200\t11\t0\n"},
      {"parts in brackets",
       "学校名称\t在校生数\t班级数\t" + room + "\n甲校（小学）\t1500\t13\t2\n甲校（初中）\t1200\t11\t0\n"},
      {"parts by the form's words",
       "学校名称\t学校类型\t在校生数\t班级数\t" + room +
           "\n甲校\t九年一贯制学校小学部\t1500\t13\t2\n甲校\t九年一贯制学校初中部\t1200\t11\t0\n"},
      {"a sheet a stage",
       sheets({{"小学", "学校名称\t学校类型\t在校生数\t班级数\t" + room + "\n甲校\t九年一贯制学校\t1500\t13\t2\n"},
               {"初中", "学校名称\t学校类型\t在校生数\t班级数\t" + room + "\n甲校\t九年一贯制学校\t1200\t11\t0\n"}})},
      {"two files", sheets({{"a", "学校名称\t学段\t在校生数\t班级数\n甲校\t小学\t1500\t13\n甲校\t初中\t1200\t11\n"},
                            {"b", "学校名称\t" + room + "\n甲校\t2\n"}})},
      {"rows apart", "学校名称\t学段\t在校生数\t班级数\t" + room +
                         "\n甲校\t小学\t1500\t13\t2\n乙校\t小学\t45\t1\t1\n甲校\t初中\t1200\t11\t0\n"},
  };
}

TEST(OneSchool, IsJudgedAsOneInEveryLayout) {
  for (const auto& [what, table] : layouts()) {
    SCOPED_TRACE(what);
    const Outcome outcome(table);
    EXPECT_EQ(outcome.item_verdict("G4"), Verdict::fail) << "2,700 pupils, 2,500 are allowed";
    EXPECT_EQ(outcome.check("G4", "size").failing, 1U);
    EXPECT_EQ(outcome.check("G3", "music").verdict, Verdict::pass) << "24 classes ask for two rooms, and there are two";
    EXPECT_EQ(outcome.issues(IssueCode::duplicate_unit), 0U) << test::issue_names(outcome.result.issues);
    EXPECT_EQ(outcome.issues(IssueCode::stage_unknown), 0U);
    EXPECT_EQ(outcome.issues(IssueCode::type_unknown), 0U);
    const auto& stages = outcome.result.split.stages;
    EXPECT_EQ(stages[1].end - stages[1].begin, 1U);
    EXPECT_EQ(outcome.result.split.units.pupils[stages[1].begin], 1200U);
  }
}

TEST(OneSchool, TheMiddlePartOfACompleteSecondarySchoolIsJudgedAsAMiddleSchool) {
  const std::vector<std::string> tables = {
      "学校名称\t学校类型\t学段\t在校生数\n甲校\t完全中学\t初中\t2001\n甲校\t完全中学\t高中\t900\n",
      "学校名称\t学校类型\t在校生数\n甲校\t完全中学初中部\t2001\n甲校\t完全中学高中部\t900\n",
      "学校名称\t学校类型\t初中在校生数\t高中在校生数\n甲校\t完全中学\t2001\t900\n"};
  for (const std::string& table : tables) {
    const Outcome outcome(table);
    EXPECT_EQ(outcome.item_verdict("G4"), Verdict::fail) << table;
    EXPECT_EQ(outcome.issues(IssueCode::type_unknown), 0U) << table;
    EXPECT_EQ(outcome.result.split.units.size(), 1U) << table;
  }
}

TEST(OneSchool, TwoOfOneNameAreTwoWhereSomethingTellsThemApart) {
  const auto size = [](const std::string& table) {
    const Outcome outcome(table);
    EXPECT_EQ(outcome.check("G4", "size").subjects, 2U) << table;
    return outcome.issues(IssueCode::duplicate_unit);
  };
  EXPECT_EQ(size("学校名称\t校区\t学校类型\t在校生数\n甲小学\t东\t小学\t1500\n甲小学\t西\t小学\t1500\n"), 0U);
  EXPECT_EQ(size("学校名称\t校区\t学段\t在校生数\n甲校\t东\t小学\t1500\n甲校\t西\t初中\t1500\n"), 0U);
  EXPECT_EQ(size("学校代码\t学校名称\t学校类型\t在校生数\n1\t中心小学\t小学\t1500\n2\t中心小学\t小学\t1500\n"), 0U);
  EXPECT_EQ(size("学校名称\t学校类型\t在校生数\n甲小学\t小学\t1500\n甲小学\t小学\t1500\n"), 1U) << "a row pasted twice";
  const Outcome counties("区县\t学校名称\t学段\t在校生数\n甲县\t实验学校\t小学\t1500\n乙县\t实验学校\t初中\t1500\n");
  EXPECT_EQ(counties.item_verdict("G4", 0), Verdict::pass);
  EXPECT_EQ(counties.item_verdict("G4", 1), Verdict::pass);
}

// ---- schools that the indicators leave out ------------------------------------------------------------------------

TEST(LeftOutSchools, AreSpokenOfWhereTheRuleSpeaksOfAllSchools) {
  const std::string header =
      "学校名称\t学校类型\t在校生数\t班级数\t每班46-50人班级个数\t每班51-55人班级个数\t每班56-60人班级个数\t"
      "每班61-65人班级个数\t每班66人以上班级个数\t教师培训经费预算总额(元)\t公用经费预算总额(元)\n";
  const std::string normal = "甲小学\t小学\t400\t10\t0\t0\t0\t0\t0\t100\t1000\n";
  const std::vector<std::pair<std::string, const char*>> cases = {
      {"乙点\t教学点\t48\t1\t1\t0\t0\t0\t0\t100\t1000\n", "G5"},
      {"乙点\t教学点\t40\t1\t0\t0\t0\t0\t0\t1\t100\n", "Q4"},
      {"乙校\t特殊教育学校\t60\t1\t0\t0\t1\t0\t0\t100\t1000\n", "G5"},
      {"乙校\t特殊教育学校\t60\t1\t0\t0\t0\t0\t0\t1\t100\n", "Q4"}};
  EXPECT_EQ(Outcome(header + normal).item_verdict("G5"), Verdict::pass);
  EXPECT_EQ(Outcome(header + normal).item_verdict("Q4"), Verdict::pass);
  for (const auto& [row, item] : cases) {
    const Outcome outcome(header + normal + row);
    EXPECT_EQ(outcome.item_verdict(item), Verdict::fail) << row;
    EXPECT_EQ(outcome.result.split.units.size(), 1U) << "the indicators leave it out";
  }
  const Outcome blank(header + normal + "乙点\t教学点\t48\t1\t\t\t\t\t\t\t\n");
  EXPECT_EQ(blank.item_verdict("G5"), Verdict::unknown) << "a blank is no zero there either";
}

TEST(LeftOutSchools, ASpecialSchoolInTwoRowsIsOneSchool) {
  const Outcome outcome(
      "学校名称\t学校类型\t学段\t在校生数\t班级数\t单间面积≥96㎡的音乐教室间数\n甲校\t特殊教育学校\t小学\t71\t13\t3\n"
      "甲校\t特殊教育学校\t初中\t40\t24\t1\n");
  EXPECT_EQ(outcome.check("G3", "music").verdict, Verdict::pass) << "37 classes, 4 rooms";
  EXPECT_EQ(outcome.issues(IssueCode::duplicate_unit), 0U);
}

TEST(LeftOutSchools, OfNoCompulsoryPupilsAreNotSpokenOf) {
  const std::string header = "学校名称\t学校类型\t在校生数\n甲小学\t小学\t400\n";
  for (const char* row : {"乙\t高级中学\t3000\n", "乙\t幼儿园\t3000\n", "乙\t职业中学\t3000\n"}) {
    const Outcome outcome(header + row);
    EXPECT_EQ(outcome.check("G4", "size").subjects, 1U) << row;
    EXPECT_EQ(outcome.item_verdict("G4"), Verdict::pass) << row;
  }
}

TEST(LeftOutSchools, AVocationalSchoolWithPupilsOfAMiddleSchoolIsSaidAndCounted) {
  for (const char* table :
       {"学校名称\t学校类型\t小学在校生数\t初中在校生数\n甲小学\t小学\t400\t\n职校\t职业中学\t\t2001\n",
        "学校名称\t学校类型\t学段\t在校生数\n甲小学\t小学\t小学\t400\n职校\t职业学校\t初中\t2001\n"}) {
    const Outcome outcome(table);
    EXPECT_EQ(outcome.issues(IssueCode::attached_classes), 1U) << table;
    EXPECT_EQ(outcome.item_verdict("G4"), Verdict::fail) << table;
    EXPECT_EQ(outcome.result.split.units.size(), 1U) << "not evaluated on the indicators";
  }
}

// ---- what a school has as a whole -----------------------------------------------------------------------------------

TEST(WholeSchool, NumbersOfAnotherFileAreSplitAsThoseOfOneRow) {
  const Outcome together(
      "学校名称\t学校类型\t小学在校生数\t初中在校生数\t教学及辅助用房面积\t室内体育用房面积\n甲校\t九年一贯制\t600\t400"
      "\t5200\t0\n");
  const Outcome apart(
      sheets({{"a", "学校名称\t学段\t在校生数\n甲校\t小学\t600\n甲校\t初中\t400\n乙小学\t小学\t100\n"},
              {"b", "学校名称\t教学及辅助用房面积\t室内体育用房面积\n甲校\t5200\t0\n乙小学\t450\t0\n"}}));
  for (const Stage stage : {Stage::primary, Stage::middle}) {
    EXPECT_DOUBLE_EQ(apart.value("甲校", stage, "teaching_area"), together.value("甲校", stage, "teaching_area"));
  }
  EXPECT_DOUBLE_EQ(apart.value("甲校", Stage::primary, "teaching_area"), 5.0) << "rules 5.3";
  EXPECT_DOUBLE_EQ(apart.value("乙小学", Stage::primary, "teaching_area"), 4.5);
  EXPECT_EQ(apart.issues(IssueCode::stage_unknown), 0U) << test::issue_names(apart.result.issues);
}

TEST(WholeSchool, AStageColumnAndAWholeColumnAddUp) {
  // Grounds per stage, and a hall that both use: 4000 / 600 + 1040 · 1 / 1040, 3300 / 400 + 1040 · 1.1 / 1040.
  const Outcome outcome(
      "学校名称\t学校类型\t小学在校生数\t初中在校生数\t小学运动场地面积\t初中运动场地面积\t室内体育用房面积\n"
      "甲校\t九年一贯制\t600\t400\t4000\t3300\t1040\n");
  EXPECT_DOUBLE_EQ(outcome.value("甲校", Stage::primary, "sports_area"), 4000.0 / 600 + 1);
  EXPECT_DOUBLE_EQ(outcome.value("甲校", Stage::middle, "sports_area"), 3300.0 / 400 + 1.1);
}

TEST(WholeSchool, ANumberInOneOfTwoRowsIsAskedAbout) {
  for (const char* rows : {"甲校\t小学\t600\t24\n甲校\t初中\t400\t\n", "甲校\t小学\t600\t\n甲校\t初中\t400\t24\n"}) {
    const Outcome outcome(std::string("学校名称\t学段\t在校生数\t网络多媒体教室数\n") + rows);
    EXPECT_EQ(outcome.issues(IssueCode::row_of_school_blank), 1U) << test::issue_names(outcome.result.issues);
    EXPECT_EQ(outcome.value_verdict("甲校", Stage::primary, "multimedia_rooms"), Verdict::unknown);
    EXPECT_EQ(outcome.value_verdict("甲校", Stage::middle, "multimedia_rooms"), Verdict::unknown);
  }
  const Outcome zero("学校名称\t学段\t在校生数\t网络多媒体教室数\n甲校\t小学\t600\t24\n甲校\t初中\t400\t0\n");
  EXPECT_EQ(zero.issues(IssueCode::row_of_school_blank), 0U) << "0 is an answer";
  EXPECT_DOUBLE_EQ(zero.value("甲校", Stage::primary, "multimedia_rooms"), 4.0);
}

TEST(WholeSchool, BandsOfClassesDecideWhereTheySayTheSameOfBothStages) {
  const std::string bands =
      "学校名称\t学校类型\t小学在校生数\t初中在校生数\t每班46-50人班级个数\t每班51-55人班级个数\t每班56-60人班级个数\t"
      "每班61-65人班级个数\t每班66人以上班级个数\n甲校\t九年一贯制\t600\t400\t";
  EXPECT_EQ(Outcome(bands + "0\t0\t0\t0\t0\n").item_verdict("G5"), Verdict::pass);
  EXPECT_EQ(Outcome(bands + "0\t1\t0\t0\t0\n").item_verdict("G5"), Verdict::fail);
  EXPECT_EQ(Outcome(bands + "1\t0\t0\t0\t0\n").item_verdict("G5"), Verdict::unknown) << "of which stage?";
  EXPECT_EQ(Outcome(bands + "0\t\t0\t0\t0\n").item_verdict("G5"), Verdict::unknown);
  const std::string largest = "学校名称\t学校类型\t小学在校生数\t初中在校生数\t最大班额\n甲校\t九年一贯制\t600\t400\t";
  EXPECT_EQ(Outcome(largest + "45\n").item_verdict("G5"), Verdict::pass);
  EXPECT_EQ(Outcome(largest + "46\n").item_verdict("G5"), Verdict::unknown);
  EXPECT_EQ(Outcome(largest + "50\n").item_verdict("G5"), Verdict::unknown);
  EXPECT_EQ(Outcome(largest + "51\n").item_verdict("G5"), Verdict::fail);
}

// ---- teaching points ------------------------------------------------------------------------------------------------

TEST(TeachingPoints, AreMergedIntoTheirMainSchoolWhereThatReadingIsChosen) {
  const std::string table =
      "学校名称\t学校类型\t所属学校\t在校生数\t骨干教师数\t网络多媒体教室数\n中心校\t小学\t\t300\t4\t6\n"
      "东点\t教学点\t中心校\t100\t0\t2\n小点\t教学点\t中心校\t40\t0\t1\n合计\t\t\t440\t4\t9\n";
  const Outcome own(table);
  EXPECT_EQ(own.result.split.units.size(), 2U);
  EXPECT_EQ(own.value_verdict("东点", Stage::primary, "backbone_teachers"), Verdict::fail);
  junheng::Request request;
  request.options = {{"teaching_points", "merged"}};
  const Outcome merged(table, request);
  ASSERT_EQ(merged.result.split.units.size(), 1U);
  EXPECT_EQ(merged.result.split.units.pupils[0], 400U);
  EXPECT_DOUBLE_EQ(merged.value("中心校", Stage::primary, "backbone_teachers"), 1.0);
  EXPECT_DOUBLE_EQ(merged.value("中心校", Stage::primary, "multimedia_rooms"), 2.0);
  EXPECT_EQ(merged.issues(IssueCode::total_differs), 0U) << "nothing is counted twice";
  EXPECT_EQ(merged.result.split.left_out.size(), 3U) << "the point, the one below 50 and the totals";

  const Outcome blank(
      "学校名称\t学校类型\t所属学校\t在校生数\t骨干教师数\n中心校\t小学\t\t300\t4\n东点\t教学点\t中心校\t100\t\n",
      request);
  EXPECT_EQ(blank.value_verdict("中心校", Stage::primary, "backbone_teachers"), Verdict::unknown);
  const Outcome elsewhere("学校名称\t学校类型\t所属学校\t在校生数\n中心校\t小学\t\t300\n东点\t教学点\t别校\t100\n",
                          request);
  EXPECT_EQ(elsewhere.issues(IssueCode::main_school_unknown), 1U);
  EXPECT_EQ(elsewhere.result.split.units.size(), 2U);
  const Outcome nine(
      "学校名称\t学校类型\t所属学校\t小学在校生数\t初中在校生数\t在校生数\t教学仪器设备值(元)\n"
      "甲校\t九年一贯制\t\t500\t400\t\t2080000\n东点\t教学点\t甲校\t\t\t100\t0\n",
      request);
  EXPECT_DOUBLE_EQ(nine.value("甲校", Stage::primary, "equipment_value"), 2000.0) << "600 and 400 pupils then";
}

}  // namespace
