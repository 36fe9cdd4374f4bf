// SPDX-License-Identifier: MIT
//
// Tables that stand on end, a school a column: which column has the names, the units, the schools.
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "support/found.h"
#include "support/outcome.h"

using junheng::IssueCode;
using junheng::Stage;
using test::Found;
using test::Outcome;

namespace {

using Rows = std::vector<std::string>;

struct OnEnd {
  const char* what;
  std::string text;
  bool turned;
  const char* fields;
  Rows rows;
  const char* kinds;

  friend void PrintTo(const OnEnd& one, std::ostream* out) { *out << one.what; }
};

class StandsOnEnd : public testing::TestWithParam<OnEnd> {};

TEST_P(StandsOnEnd, IsReadByColumns) {
  Found found(GetParam().text);
  ASSERT_FALSE(found.layout.sheets.empty());
  EXPECT_EQ(found.layout.sheets.front().transposed, GetParam().turned);
  EXPECT_EQ(found.fields(), GetParam().fields);
  EXPECT_EQ(found.rows(), GetParam().rows);
  EXPECT_EQ(found.kinds(), GetParam().kinds);
}

const std::string kFour = "学校名称\t甲校\t乙校\n学校类型\t小学\t初中\n在校生数\t45\t37\n图书册数\t9\t8\n";
const Rows kTwo = {"甲校|小学|45|9", "乙校|初中|37|8"};
constexpr const char* kFields = "school type pupils books";

INSTANTIATE_TEST_SUITE_P(
    Each, StandsOnEnd,
    testing::Values(
        OnEnd{"four names below each other", kFour, true, kFields, kTwo, "school school school school"},
        OnEnd{"a title above", "学校基本情况表\n" + kFour, true, kFields, kTwo, "header school school school school"},
        OnEnd{"two titles above", "某县\n学校基本情况表\n" + kFour, true, kFields, kTwo,
              "title header school school school school"},
        OnEnd{"a note below", kFour + "填表人：张某\n", true, kFields, kTwo, "school school school school note"},
        OnEnd{"a row that has no name", kFour + "\t1\t2\n", true, kFields, kTwo, "school school school school aside"},
        OnEnd{"serial numbers before the names",
              "1\t学校名称\t甲校\t乙校\n2\t学校类型\t小学\t初中\n3\t在校生数\t45\t37\n4\t图书册数\t9\t8\n", true,
              kFields, kTwo, "school school school school"},
        OnEnd{"schools in the head",
              "项目\t甲校\t乙校\n学校类型\t小学\t初中\n在校生数\t45\t37\n图书册数\t9\t8\n专任教师数\t3\t2\n",
              true,
              "type pupils books full_time_teachers school",
              {"小学|45|9|3|甲校", "初中|37|8|2|乙校"},
              "header school school school school"},
        OnEnd{"a column of units without a head",
              "学校名称\t\t甲校\t乙校\n学校类型\t\t小学\t初中\n在校生数\t人\t45\t37\n图书册数\t册\t9\t8\n", true,
              kFields, kTwo, "school school school school"},
        OnEnd{"an empty column between schools",
              "学校名称\t甲校\t\t乙校\n学校类型\t小学\t\t初中\n在校生数\t45\t\t37\n图书册数\t9\t\t8\n", true, kFields,
              kTwo, "school school school school"},
        OnEnd{"a form of one school",
              "填报项目\t单位\t填报值\t备注\n学校名称\t\t甲校\t全称\n学校类型\t\t小学\t\n在校生数\t人\t45\t九月\n图书册"
              "数\t册\t9\t\n",
              true,
              kFields,
              {"甲校|小学|45|9"},
              "header school school school school"},
        OnEnd{"three names where every row has one",
              "学校名称\t甲校\t乙校\n学校类型\t小学\t初中\n在校生数\t45\t37\n",
              true,
              "school type pupils",
              {"甲校|小学|45", "乙校|初中|37"},
              "school school school"},
        OnEnd{"three names of which none is the school's",
              "学校类型\t小学\t初中\n在校生数\t45\t37\n班级数\t2\t1\n",
              false,
              "type - -",
              {"在校生数|45|37", "班级数|2|1"},
              "header school school"},
        OnEnd{"two names say nothing",
              "学校名称\t甲校\t乙校\n在校生数\t45\t37\n",
              false,
              "school - -",
              {"在校生数|45|37"},
              "header school"}),
    [](const auto& info) { return "Case" + std::to_string(info.index); });

/// 万元 in the column of units is the unit of its row alone.
TEST(OnEnd, AFormThatSaysBesideANumberWhetherItIsAskedFor) {
  Found found(
      "序号\t填报项目\t单位\t填报值\t是否必填\n1\t学校名称\t\t甲校\t是\n2\t学校类型\t\t小学\t是\n"
      "3\t在校生数\t人\t45\t是\n4\t图书册数\t册\t9\t是\n");
  ASSERT_FALSE(found.layout.sheets.empty());
  EXPECT_TRUE(found.layout.sheets.front().transposed);
  EXPECT_EQ(found.rows(), Rows{"甲校|小学|45|9"});
}

TEST(OnEnd, AUnitBesideTheNameIsTheUnitOfItsRow) {
  const Outcome outcome(
      "填报项目\t单位\t填报值\n学校名称\t\t甲校\n学校类型\t\t小学\n在校生数\t人\t100\n教学仪器设备值\t万元\t20\n"
      "体育运动场馆面积\t㎡\t800\n");
  EXPECT_DOUBLE_EQ(outcome.value("甲校", Stage::primary, "equipment_value"), 2000);
  EXPECT_DOUBLE_EQ(outcome.value("甲校", Stage::primary, "sports_area"), 8);
  EXPECT_EQ(outcome.issues(junheng::IssueCode::unknown_unit), 0U) << test::issue_names(outcome.result.issues);
}

/// Names across and down are two readings that are near: asked, with rows proposed where more names are across.
TEST(OnEnd, MoreNamesAcrossThanHalfOfThoseDown) {
  const char* const text =
      "学校名称\t学校类型\t在校生数\n在校生数\t小学\t45\n图书册数\t小学\t37\n专任教师数\t初中\t12\n班级数\t初中\t13\n";
  Found open(text);
  ASSERT_EQ(open.layout.questions.size(), 1U);
  EXPECT_EQ(open.layout.questions.front().kind, junheng::QuestionKind::direction);
  EXPECT_EQ(open.layout.questions.front().proposed, "rows");
  EXPECT_EQ(open.fields(), "");
  junheng::TableChoices choices;
  choices.answers.push_back({junheng::QuestionKind::direction, {}, "rows"});
  EXPECT_EQ(Found(text, choices).fields(), "school type pupils");
}

/// A school's line is its column: what is wrong with it is said there.
TEST(OnEnd, TheLineOfASchoolIsItsColumn) {
  const Outcome outcome("学校名称\t甲校\t乙校\n学校类型\t小学\t初中\n在校生数\t45\tl7\n图书册数\t9\t8\n");
  EXPECT_EQ(outcome.result.roster.line, (std::vector<std::uint32_t>{2, 3}));
  const auto issue = outcome.issue(junheng::IssueCode::not_a_number);
  ASSERT_TRUE(issue.has_value());
  EXPECT_EQ(issue->line, 3U);
}

/// Each row without a name is said by its number, once for the table; rows of nothing and notes are none.
TEST(OnEnd, RowsWithoutANameAreNamed) {
  const std::string head = "学校名称\t青山小学\t柳河小学\n学校类型\t小学\t小学\n在校生数\t300\t200\n";
  const std::string rest = "图书册数\t6000\t3000\n班级数\t6\t6\n";
  struct Case {
    std::string between;
    std::string found;  ///< empty: none is named
  };
  for (const Case& one :
       std::initializer_list<Case>{{"\t7\t8\n", "4"},
                                   {"\t\t8\n\t1\t2\n", "4, 5"},
                                   {"\t1\t1\n\t1\t1\n\t1\t1\n\t1\t1\n\t1\t1\n\t1\t1\n", "4, 5, 6, 7, 8 …"},
                                   {"\t乡镇\t城区\n", "4"},
                                   {"\t\t\n", ""},
                                   {"", ""}}) {
    Outcome outcome(head + one.between + rest, test::basic());
    ASSERT_EQ(outcome.issues(IssueCode::rows_unlabelled), one.found.empty() ? 0U : 1U) << one.between;
    EXPECT_EQ(outcome.result.roster.rows(), 2U);
    if (one.found.empty()) continue;
    EXPECT_EQ(outcome.found(*outcome.issue(IssueCode::rows_unlabelled)), one.found);
  }
}

/// A row of a table on end is a number of all schools.
TEST(OnEnd, ARowThatIsLeftOutByHandIsLeftOut) {
  junheng::TableChoices choices;
  choices.left_out = {{0, 4}, {0, 99}, {3, 3}};
  Found found(kFour, choices);
  EXPECT_EQ(found.kinds(), "school school school left_out");
  EXPECT_EQ(found.fields(), "school type pupils");
  EXPECT_EQ(found.rows(), (Rows{"甲校|小学|45", "乙校|初中|37"}));
}

}  // namespace
