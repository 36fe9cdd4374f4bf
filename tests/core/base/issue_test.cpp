// SPDX-License-Identifier: MIT
// Every complaint the core can make: what brings it about, its id, its severity and its sentence in both languages.
#include "junheng/issue.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "support/outcome.h"
#include "support/sheet.h"

using junheng::IssueCode;
using junheng::Severity;
using test::Outcome;

namespace {

const std::string kHead = "学校名称\t学校类型\t在校生数\t图书册数\n";
const std::string kStages =
    "学校名称\t学校类型\t在校生数(小学)\t在校生数(初中)\t在校生数(高中)\t专任教师数\t体育运动场馆面积\n";

/// A table that brings the issue about, the line it is about (0: the table), and what was found there.
struct Trigger {
  IssueCode code;
  test::Tables table;
  std::uint32_t line;
  std::string found;
};

std::string wide_header(std::size_t columns) {
  std::string text = "学校名称\t在校生数";
  for (std::size_t i = 2; i < columns; ++i)
    text.append("\tx");
  return text.append("\n甲小学\t1\n");
}

/// The same table in two sheets.
test::Tables twice(const std::string& table) {
  return test::sheet("A", table) + test::sheet("5", table);
}

/// 甲 with a number of its own among five with 12 books for 10 pupils.
std::string five_schools(const std::string& books) {
  std::string rows = "甲\t小学\t10\t" + books + "\n";
  for (const char* name : {"乙", "丙", "丁", "戊"})
    rows.append(name).append("\t小学\t10\t12\n");
  return rows;
}

const std::vector<Trigger>& triggers() {
  static const std::vector<Trigger> all = {
      {IssueCode::empty_input, "", 0, ""},
      {IssueCode::not_text, std::string("学校名称\t在校生数\n甲\0小学\t1\n", 34), 2, ""},
      {IssueCode::input_too_big, wide_header(70000), 0, ""},
      {IssueCode::no_known_column, "你好\n", 0, "你好"},
      {IssueCode::no_rows, kHead, 0, ""},
      {IssueCode::no_pupils_column, "学校名称\t图书册数\n甲小学\t1\n", 0, ""},
      {IssueCode::unclosed_quote, kHead + "甲\t小学\t1\t2\n\"乙\t小学\t1\t2\n", 3, "\"乙"},
      {IssueCode::damaged_character, kHead + "甲\t小学\t1\t2\n乙\uFFFD\t小学\t1\t2\n", 3, "乙\uFFFD"},
      {IssueCode::column_twice, "学校名称\t在校生数\t学生数\n甲小学\t1\t1\n", 0, "在校生数"},
      {IssueCode::unknown_unit, "学校名称\t在校生数\t图书册数(吨)\n甲小学\t1\t1\n", 0, "图书册数(吨)"},
      {IssueCode::wrong_unit, "学校名称\t在校生数\t图书册数(万元)\n甲小学\t1\t1\n", 0, "图书册数(万元)"},
      {IssueCode::indoor_not_given, "学校名称\t在校生数\t教学及辅助用房面积\n甲小学\t1\t1\n", 0, ""},
      {IssueCode::resource_not_given, kHead + "甲\t小学\t1\t2\n", 0, ""},
      {IssueCode::stage_from_name, "学校名称\t在校生数\n甲小学\t1\n", 0, ""},
      {IssueCode::stage_from_title, "初中情况表\n学校名称\t在校生数\n甲校\t1\n", 3, "初中情况表"},
      {IssueCode::county_from_title,
       "甲县小学\n学校名称\t在校生数\n甲校\t1\n\n乙县小学情况\n学校名称\t在校生数\n乙校\t2\n", 3, "甲县小学"},
      {IssueCode::column_counts, "学校名称\t在校生数\t教学用房\n甲小学\t300\t24\n", 0, ""},
      {IssueCode::column_asked, "学校名称\t在校生数\t教学仪噐设备值\n甲小学\t1\t1\n", 0, ""},
      {IssueCode::column_not_actual, "学校名称\t在校生数\t图书册数\t应配图书册数\n甲小学\t1\t2\t3\n", 0, "图书册数"},
      {IssueCode::column_other_year, "学校名称\t在校生数\t2022年在校生数\n甲小学\t1\t2\n", 0, ""},
      {IssueCode::question_open, "学校名称\t2023年在校生数\t2022年在校生数\n甲小学\t1\t2\n", 0, ""},
      {IssueCode::column_explains,
       "学校名称\t计算公式\t甲\n学校类型\t\t小学\n在校生数\t学籍\t1\n图书册数\t总数\t2\n班级数\t\t1\n", 2, "计算公式"},
      {IssueCode::rows_unlabelled,
       "学校名称\t甲\t乙\n学校类型\t小学\t小学\n在校生数\t1\t2\n\t7\t8\n图书册数\t1\t2\n班级数\t1\t1\n", 1, "4"},
      {IssueCode::hidden_rows, "<table><tr><td>学校名称<td>在校生数<tr style='display:none'><td>甲小学<td>1</table>", 0,
       ""},
      {IssueCode::filtered_rows, "<table><tr><td>学校名称<td>在校生数<tr hidden=filter><td>甲小学<td>1</table>", 0, ""},
      {IssueCode::unseen_values,
       "<table><tr><td>学校名称<td>在校生数<td>图书册数<tr><td>甲小学<td>1<td x:num=\"2.34\"></table>", 0, ""},
      {IssueCode::hidden_columns,
       "<table><col><col><col hidden><tr><td>学校名称<td>在校生数<td>图书册数<tr><td>甲小学<td>1<td>2</table>", 1,
       "图书册数"},
      {IssueCode::exact_values,
       "<table><tr><td>学校名称<td>在校生数<td>图书册数<tr><td>甲小学<td>1<td x:num=\"2.34\">2</table>", 0, ""},
      {IssueCode::held_down, "学校名称\t学段\t在校生数\n甲\t小学\t1\n乙\t\t1\n丙\t初中\t1\n丁\t\t1\n", 2, ""},
      {IssueCode::rows_joined, "学校名称\t学校类型\t在校生数\n甲\t小学\t1\n学校名称\t学校类型\t图书册数\n甲\t小学\t2\n",
       0, ""},
      {IssueCode::row_aside, "序号\t学校名称\t在校生数\n1\t甲小学\t1\n其余各校情况另附\n2\t乙小学\t1\n", 3, "其余"},
      {IssueCode::table_aside, kHead + "甲\t小学\t1\t2\n学段\t在校生数\t班级数\n小学\t1\t1\n", 4, ""},
      {IssueCode::table_of_facts, "填报项目\t填报值\n符合交流轮岗条件教师总数\t3\n实际交流轮岗教师数\t1\n", 1, "2"},
      {IssueCode::table_of_coefficients,
       "某县校际差异系数\n学段\t生均图书册数\t师生比\n小学\t0.31\t0.42\n初中\t0.2\t0.3\n", 2, "4"},
      {IssueCode::rows_total, kHead + "甲\t小学\t1\t2\n城关镇小计\t\t1\t2\n", 3, "城关镇小计"},
      {IssueCode::rows_statistic, kHead + "甲\t小学\t1\t2\n标准差\t\t0\t0\n", 3, "标准差"},
      {IssueCode::rows_zero, kHead + "甲\t小学\t1\t2\n\t\t0\t0\n", 3, ""},
      {IssueCode::summary_table, "学段\t学校数\t在校生数\n小学\t12\t5600\n", 2, "小学"},
      {IssueCode::other_years, "年度\t" + kHead + "2022\t甲\t小学\t1\t2\n2023\t甲\t小学\t3\t4\n", 2, ""},
      {IssueCode::rows_twice, twice(kHead + "甲\t小学\t1\t2\n"), 5, ""},
      {IssueCode::question_open, kHead + "甲\t小学\t100\t2000\n乙\t小学\t200\t3500\n丙\t\t300\t5500\n", 4, ""},
      {IssueCode::row_too_short, kHead + "甲\t小学\t1\n", 2, ""},
      {IssueCode::row_too_long, kHead + "甲\t小学\t1\t2\t3\n", 2, "3"},
      {IssueCode::no_school_name, kHead + "\t小学\t1\t2\n", 2, ""},
      {IssueCode::type_unknown, kHead + "甲\t研究所\t1\t2\n", 2, "研究所"},
      {IssueCode::stage_unknown, kHead + "第一中学\t\t1\t2\n", 2, ""},
      {IssueCode::stage_conflict, kStages + "甲\t小学\t10\t20\t\t2\t3\n", 2, ""},
      {IssueCode::split_unknown, kStages + "甲\t\t10\t\t20\t2\t3\n", 2, ""},
      {IssueCode::duplicate_unit, kHead + "甲\t小学\t1\t2\n甲\t小学\t1\t2\n", 3, ""},
      {IssueCode::attached_classes, kStages + "职\t职业中学\t\t20\t\t2\t3\n", 2, ""},
      {IssueCode::fraction, kHead + "甲\t小学\t1\t2.5\n", 2, "2.5"},
      {IssueCode::fraction_of_stage, "学校名称\t学段\t在校生数\t图书册数\n甲\t小学\t1\t2.5\n", 2, "2.5"},
      {IssueCode::row_of_school_blank, "学校名称\t学段\t在校生数\t图书册数\n甲\t小学\t1\t24\n甲\t初中\t1\t\n", 2, ""},
      {IssueCode::ways_differ, "学校名称\t学校类型\t在校生数\t图书册数\t生均图书册数\n甲\t小学\t100\t2000\t21\n", 2,
       "甲"},
      {IssueCode::teachers_split, kStages + "甲\t九年一贯制\t10\t20\t\t6\t3\n", 2, ""},
      {IssueCode::not_a_number, kHead + "甲\t小学\tl20\t2\n", 2, "l20"},
      {IssueCode::not_exact, kHead + "甲\t小学\t约45\t2\n", 2, "约45"},
      {IssueCode::time_found, kHead + "甲\t小学\t2:15\t2\n", 2, "2:15"},
      {IssueCode::too_narrow, kHead + "甲\t小学\t1\t####\n", 2, "####"},
      {IssueCode::formula_error, kHead + "甲\t小学\t#DIV/0!\t2\n", 2, "#DIV/0!"},
      {IssueCode::date_found, kHead + "甲\t小学\t2024-09-01\t2\n", 2, "2024-09-01"},
      {IssueCode::glued_numbers, kHead + "甲\t小学\t1\t0.0670.0370.179\n", 2, "0.0670.0370.179"},
      {IssueCode::not_whole, kHead + "甲\t小学\t1.5\t2\n", 2, "1.5"},
      {IssueCode::negative, kHead + "甲\t小学\t1\t-2\n", 2, "-2"},
      {IssueCode::too_many_digits, kHead + "甲\t小学\t1\t0.1234567890123456789\n", 2, "0.1234567890123456789"},
      {IssueCode::too_large, kHead + "甲\t小学\t1\t1000000000000\n", 2, "1000000000000"},
      {IssueCode::percent_unexpected, kHead + "甲\t小学\t1\t50%\n", 2, "50%"},
      {IssueCode::negative_result, "学校名称\t在校生数\t教学及辅助用房面积\t室内体育用房面积\n甲小学\t1\t5\t6\n", 2,
       ""},
      {IssueCode::not_a_flag, "学校名称\t学校类型\t在校生数\t班班通\n甲\t小学\t1\t也许\n", 2, "也许"},
      {IssueCode::values_given, "学校名称\t学校类型\t在校生数\t生均图书册数\n甲\t小学\t1\t20\n", 0, ""},
      {IssueCode::given_not_split,
       "学校名称\t学校类型\t小学在校生数\t初中在校生数\t生均图书册数\n甲\t九年一贯制\t1\t1\t20\n", 2, "甲"},
      {IssueCode::not_divided, "学校名称\t学校类型\t学生数\t图书册数\n甲\t九年一贯制\t1876\t2\n", 2, "1876"},
      {IssueCode::part_over_whole, "学校名称\t学校类型\t在校生数\t专任教师数\t骨干教师数\n甲\t小学\t9\t2\t3\n", 2,
       "甲"},
      {IssueCode::parts_differ, "学校名称\t学校类型\t在校生数\t小学在校生数\t初中在校生数\n甲\t九年一贯制\t10\t5\t4\n",
       2, "甲"},
      {IssueCode::total_differs, kHead + "甲\t小学\t1\t2\n乙\t小学\t1\t2\n合计\t\t3\t4\n", 4, ""},
      {IssueCode::outlier, kHead + five_schools("600"), 2, "甲"},
      {IssueCode::magnitude, kHead + five_schools("200000"), 2, "甲"},
  };
  return all;
}

/// They need more than a table: facts_test.cpp, fact_checks_test.cpp, consistency_test.cpp and retention_test.cpp have
/// them; or thresholds and options of 2017: tests/rules.
const std::set<IssueCode> kOfRequests = {
    IssueCode::unknown_standard,   IssueCode::unknown_option,       IssueCode::year_jump,
    IssueCode::fact_unknown,       IssueCode::fact_unreadable,      IssueCode::fact_twice,
    IssueCode::fact_converted,     IssueCode::fact_fraction,        IssueCode::fact_county,
    IssueCode::fact_percent_asked, IssueCode::fact_over_all,        IssueCode::fact_over_whole,
    IssueCode::fact_rate_differs,  IssueCode::fact_ways_differ,     IssueCode::fact_needs_number,
    IssueCode::fact_group_missing, IssueCode::survey_total_differs, IssueCode::composite_differs,
    IssueCode::unit_asked,         IssueCode::option_asked,         IssueCode::main_school_unknown,
    IssueCode::decision_refused,   IssueCode::facts_too_big};

TEST(Issue, EveryCodeButThoseOfRequestsIsTriggeredHere) {
  std::set<IssueCode> codes;
  for (const Trigger& trigger : triggers())
    codes.insert(trigger.code);
  EXPECT_EQ(codes.size() + kOfRequests.size(), static_cast<std::size_t>(junheng::kIssueCodeCount));
  for (const IssueCode code : kOfRequests)
    EXPECT_EQ(codes.count(code), 0U) << junheng::id_of(code);
}

TEST(Issue, EachComesWithItsPlaceAndWhatWasFound) {
  for (const Trigger& trigger : triggers()) {
    // the rule of 2012 knows books and full-time teachers
    const Outcome outcome(trigger.table, test::basic());
    const auto issue = outcome.issue(trigger.code);
    ASSERT_TRUE(issue.has_value()) << junheng::id_of(trigger.code) << ", got "
                                   << test::issue_names(outcome.result.issues);
    // a fault of the header stands on the header's line or is one of the whole table
    EXPECT_TRUE(issue->line == trigger.line || (trigger.line == 0 && issue->line == 1))
        << junheng::id_of(trigger.code) << " on line " << issue->line;
    if (!trigger.found.empty()) {
      EXPECT_EQ(outcome.found(*issue).substr(0, trigger.found.size()), trigger.found) << junheng::id_of(trigger.code);
    }
    EXPECT_NE(outcome.result.verdict, junheng::Verdict::pass);
  }
}

TEST(Issue, SentencesSayRowAndFindingAndLeaveNoPlaceOpen) {
  for (const Trigger& trigger : triggers()) {
    const Outcome outcome(trigger.table, test::basic());
    for (const auto& issue : outcome.result.issues) {
      for (const auto language : junheng::kLanguages) {
        const std::string text = junheng::sentence(test::library().words(language), issue, outcome.result);
        const std::string where = std::string(junheng::id_of(issue.code)) + ": " + text;
        EXPECT_GT(text.size(), 10U) << where;
        EXPECT_EQ(text.find('{'), std::string::npos) << where;
        EXPECT_EQ(text.find('}'), std::string::npos) << where;
        EXPECT_EQ(text.find("issue."), std::string::npos) << where;
        EXPECT_EQ(text.find("“”"), std::string::npos) << where;
        if (issue.line > 1) {
          EXPECT_NE(text.find(std::to_string(issue.line)), std::string::npos) << where;
        }
        const std::string found = outcome.found(issue);
        if (issue.code == trigger.code && issue.line > 1 && !trigger.found.empty()) {
          EXPECT_NE(text.find(trigger.found), std::string::npos) << where;
        }
      }
    }
  }
}

TEST(Issue, IdsAreUniqueAndNamedAsInTheHeader) {
  std::set<std::string> ids;
  for (int i = 0; i < junheng::kIssueCodeCount; ++i) {
    const auto id = std::string(junheng::id_of(static_cast<IssueCode>(i)));
    EXPECT_TRUE(ids.insert(id).second) << id;
    EXPECT_EQ(id.find_first_not_of("abcdefghijklmnopqrstuvwxyz_"), std::string::npos) << id;
  }
  EXPECT_EQ(junheng::id_of(IssueCode::empty_input), "empty_input");
  EXPECT_EQ(junheng::id_of(IssueCode::not_a_number), "not_a_number");
  EXPECT_EQ(junheng::id_of(IssueCode::negative_result), "negative_result");
  EXPECT_EQ(junheng::id_of(IssueCode::unknown_standard), "unknown_standard");
}

TEST(Issue, WhatKeepsSomethingFromBeingEvaluatedIsAnError) {
  for (const auto code :
       {IssueCode::empty_input, IssueCode::not_text, IssueCode::no_known_column, IssueCode::no_rows,
        IssueCode::no_pupils_column, IssueCode::not_a_number, IssueCode::not_whole, IssueCode::negative,
        IssueCode::too_large, IssueCode::too_many_digits, IssueCode::percent_unexpected, IssueCode::stage_unknown,
        IssueCode::negative_result, IssueCode::unknown_standard}) {
    EXPECT_EQ(junheng::severity_of(code), Severity::error) << junheng::id_of(code);
  }
  for (const auto code : {IssueCode::duplicate_unit, IssueCode::column_twice, IssueCode::stage_conflict}) {
    EXPECT_NE(junheng::severity_of(code), Severity::note) << junheng::id_of(code);
  }
  EXPECT_EQ(junheng::id_of(Severity::error), "error");
  EXPECT_EQ(junheng::id_of(Severity::warning), "warning");
  EXPECT_EQ(junheng::id_of(Severity::note), "note");
}

}  // namespace
